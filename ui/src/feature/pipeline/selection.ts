import type { Card } from "../../bindings/types";
import * as selected from "../act/selection";

/** A chosen card and the stage it was chosen in. */
export type Picked = { card: Card; stage: string };
export type Selection = selected.Selected<Picked>;

/** Chooses a card, or lets it go. */
export const toggled = (selection: Selection, picked: Picked): Selection => selected.toggled(selection, picked.card.application_id, picked);

/** Chooses more cards, up to what one gesture takes. */
export const added = (selection: Selection, picked: readonly Picked[]): Selection => selected.added(selection, picked.map((one) => [one.card.application_id, one]));

/** Lets go of cards. */
export const without = (selection: Selection, cards: readonly Card[]): Selection => selected.without(selection, cards.map(({ application_id }) => application_id));

/** The one stage all chosen cards stand in, or nothing when they stand apart. */
export function stageOf(selection: Selection): string | null {
  const stages = new Set([...selection.values()].map(({ stage }) => stage));
  const [stage] = stages;
  return stages.size === 1 && stage !== undefined ? stage : null;
}
