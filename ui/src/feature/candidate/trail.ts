import { useSyncExternalStore } from "react";
import type { BoardCardsInput, CandidateListInput } from "../../bindings/types";

/** The list a candidate was opened from, and where in it: what previous and next mean. */
export type Trail =
  | { kind: "list"; input: Omit<CandidateListInput, "offset" | "limit">; index: number; total: number; candidate: string }
  | { kind: "board"; input: Omit<BoardCardsInput, "offset" | "limit">; stage: string; job: string; index: number; total: number; candidate: string };

let trail: Trail | null = null;
const listeners = new Set<() => void>();

/** Remembers the list one leaves when opening a candidate. */
export function leaveFrom(next: Trail | null) {
  trail = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** The trail to this candidate, or nothing when it was opened from elsewhere. */
export function useTrail(candidate: string): Trail | null {
  const now = useSyncExternalStore(subscribe, () => trail);
  return now?.candidate === candidate ? now : null;
}
