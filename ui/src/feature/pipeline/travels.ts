import { useSyncExternalStore } from "react";
import type { Card } from "../../bindings/types";
import type { Travel } from "./travel";

let travels: readonly Travel[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: readonly Travel[]) {
  travels = next;
  for (const listener of listeners) listener();
}

/** Shows `card` in stage `to` from now on; a later travel of the same card takes its place. */
export function depart(card: Card, to: string): number {
  last += 1;
  set([...travels.filter((travel) => travel.card.application_id !== card.application_id), { seq: last, card, to }]);
  return last;
}

/** Ends a travel, unless the card has left for elsewhere meanwhile. */
export function arrive(seq: number) {
  if (travels.some((travel) => travel.seq === seq)) set(travels.filter((travel) => travel.seq !== seq));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** Every card now on its way. */
export const useTravels = (): readonly Travel[] => useSyncExternalStore(subscribe, () => travels);
