import { invoke } from "@tauri-apps/api/core";
import type { CommandName, Commands } from "../bindings/commands";

const begun = new Map<string, Promise<unknown>>();
const keyOf = (name: CommandName, input: unknown): string => `${name} ${JSON.stringify(input)}`;

/** Asks the engine before the window knows what to do with the answer; whoever asks the same next gets this one. */
export function askEarly<Name extends CommandName>(name: Name, input: Commands[Name]["input"]): Promise<unknown> {
  const answer = invoke("call", { name, input });
  // Whoever takes it hears of a failure.
  answer.catch(() => undefined);
  begun.set(keyOf(name, input), answer);
  return answer;
}

/** The answer that was asked for early, once. */
export function takeEarly(name: CommandName, input: unknown): Promise<unknown> | undefined {
  const key = keyOf(name, input);
  const answer = begun.get(key);
  begun.delete(key);
  return answer;
}
