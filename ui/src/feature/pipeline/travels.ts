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

/** Shows many cards in stage `to` from now on. */
export function departAll(cards: readonly Card[], to: string): number[] {
  const leaving = new Set(cards.map(({ application_id }) => application_id));
  const own = cards.map((card) => { last += 1; return { seq: last, card, to }; });
  set([...travels.filter(({ card }) => !leaving.has(card.application_id)), ...own]);
  return own.map(({ seq }) => seq);
}

/** Ends travels, those aside that have been overtaken by a later one. */
export function arriveAll(seqs: readonly number[]) {
  const ended = new Set(seqs);
  if (travels.some(({ seq }) => ended.has(seq))) set(travels.filter(({ seq }) => !ended.has(seq)));
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
