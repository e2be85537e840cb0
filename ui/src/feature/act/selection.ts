import { announce } from "../../component";
import { t } from "../../words";
import { MOST } from "./subject";

/** What is chosen, each under its id. */
export type Selected<Value> = ReadonlyMap<string, Value>;

/** Chooses more, up to what one gesture takes. */
export function added<Value>(selection: Selected<Value>, more: Iterable<readonly [string, Value]>): Selected<Value> {
  const next = new Map(selection);
  for (const [id, value] of more) if (next.has(id) || next.size < MOST) next.set(id, value);
  return next;
}

/** Lets go of some. */
export function without<Value>(selection: Selected<Value>, ids: Iterable<string>): Selected<Value> {
  const next = new Map(selection);
  for (const id of ids) next.delete(id);
  return next;
}

/** Chooses one, or lets it go. */
export const toggled = <Value>(selection: Selected<Value>, id: string, value: Value): Selected<Value> => (selection.has(id) ? without(selection, [id]) : added(selection, [[id, value]]));

/** Says how many are chosen. */
export const saySelected = (size: number): void => { announce(size === MOST ? t("pipeline.selectedMost", { count: MOST }) : t("pipeline.selected", { count: size })); };
