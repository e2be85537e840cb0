import type { Column } from "./Table";

/** What a row keeps free at its sides and between columns, and the width of the box that chooses it with the gap after it, px; as its style has them. */
const SIDES = 36;
const GAP = 12;
export const CHECK = 26;

/** The least width of a column, px. */
const leastOf = (width: string): number => Number(/(\d+)px/.exec(width)?.[1] ?? 0);

/** Ids of the columns there is no room for. */
export function cutOf<Row, Sort extends string>(columns: readonly Column<Row, Sort>[], room: number): string[] {
  const yielding = columns.filter(({ yields }) => yields !== undefined).toSorted((one, other) => (other.yields ?? 0) - (one.yields ?? 0));
  let wanted = SIDES + columns.reduce((sum, { width }) => sum + leastOf(width) + GAP, -GAP);
  return yielding.flatMap(({ id, width }) => {
    if (wanted <= room) return [];
    wanted -= leastOf(width) + GAP;
    return [id];
  });
}
