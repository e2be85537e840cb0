import type { Card } from "../../bindings/types";
import { MOST } from "../act/subject";

/** A chosen card and the stage it was chosen in. */
export type Picked = { card: Card; stage: string };
export type Selection = ReadonlyMap<string, Picked>;

const one = ({ card, stage }: Picked): [string, Picked] => [card.application_id, { card, stage }];

/** Chooses a card, or lets it go. */
export function toggled(selection: Selection, picked: Picked): Selection {
  const next = new Map(selection);
  if (next.delete(picked.card.application_id)) return next;
  return added(selection, [picked]);
}

/** Chooses more cards, up to what one gesture takes. */
export function added(selection: Selection, picked: readonly Picked[]): Selection {
  const next = new Map(selection);
  for (const [id, value] of picked.map(one)) if (next.has(id) || next.size < MOST) next.set(id, value);
  return next;
}

/** Lets go of cards. */
export function without(selection: Selection, cards: readonly Card[]): Selection {
  const next = new Map(selection);
  for (const { application_id } of cards) next.delete(application_id);
  return next;
}

/** The one stage all chosen cards stand in, or nothing when they stand apart. */
export function stageOf(selection: Selection): string | null {
  const stages = new Set([...selection.values()].map(({ stage }) => stage));
  const [stage] = stages;
  return stages.size === 1 && stage !== undefined ? stage : null;
}
