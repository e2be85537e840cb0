import type { Card, StageRef } from "../../bindings/types";
import type { Lane } from "./travel";

/** Where the hand is on the board. `card` is null while the place it stands on is not loaded. */
export type Focus = { stage: string; index: number; card: Card | null; /** Grows when the element must take the focus. */ take: number };

/** What the board must know of a column to move the focus over it. */
export type ColumnModel = { stage: StageRef; lane: Lane; /** Middle of a card, px in the window. */ middle: (index: number) => number; /** The card nearest to a height. */ nearest: (y: number) => number };
export type Models = ReadonlyMap<string, ColumnModel>;

const inside = (index: number, count: number): number => Math.min(Math.max(index, 0), count - 1);

/** The focus moved to place `index` of a column, or nothing when the column is empty. */
export function place(model: ColumnModel | undefined, index: number, take: number): Focus | null {
  if (!model || model.lane.count === 0) return null;
  const at = inside(index, model.lane.count);
  return { stage: model.stage.id, index: at, card: model.lane.at(at) ?? null, take };
}

/** The focus moved sideways to the nearest column that has cards, at the same height. */
export function aside(models: Models, open: readonly string[], focus: Focus, by: 1 | -1): Focus | null {
  const from = models.get(focus.stage);
  const y = from?.middle(focus.index);
  for (let column = open.indexOf(focus.stage) + by; column >= 0 && column < open.length; column += by) {
    const model = models.get(open[column] ?? "");
    if (model && model.lane.count > 0) return place(model, y === undefined ? 0 : model.nearest(y), focus.take + 1);
  }
  return null;
}

/** The first card of the board. */
export function first(models: Models, open: readonly string[], take: number): Focus | null {
  for (const stage of open) {
    const found = place(models.get(stage), 0, take);
    if (found) return found;
  }
  return null;
}

/** Where the focus stands after the columns changed beneath it, or the same object when nothing did. */
export function follow(model: ColumnModel, focus: Focus): Focus | null {
  const { lane } = model;
  if (lane.count === 0) return null;
  if (focus.card) {
    const index = lane.indexOf(focus.card.application_id);
    if (index === focus.index) return focus;
    if (index >= 0) return { ...focus, index };
  }
  const index = inside(focus.index, lane.count);
  const card = lane.at(index) ?? null;
  return card?.application_id === focus.card?.application_id && index === focus.index ? focus : { ...focus, index, card };
}
