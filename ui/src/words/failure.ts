import type { Failure } from "../bindings/types";
import { failures } from "../words";

/** A failure in the language spoken here. The engine speaks English, and more exactly than its codes do. */
export function told<Told extends Failure | null>(failure: Told, words: typeof failures = failures): Told {
  if (failure === null || words === null || !(failure.code in words)) return failure;
  const { message, cure } = words[failure.code];
  return { ...failure, message: message.replace("{}", failure.message.replace(/\.$/, "")), cure };
}
