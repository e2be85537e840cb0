import type { Failure } from "../bindings/types";
import { language as spoken } from "../words";
import { FAILURES } from "./de/failures";
import type { Language } from "./language";

/** A failure in the language spoken here. The engine speaks English, and more exactly than its codes do. */
export function told<Told extends Failure | null>(failure: Told, language: Language = spoken): Told {
  if (failure === null || language === "en" || !(failure.code in FAILURES)) return failure;
  const { message, cure } = FAILURES[failure.code];
  return { ...failure, message: message.replace("{}", failure.message.replace(/\.$/, "")), cure };
}
