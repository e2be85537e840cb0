/**
 * A scroll bar for more rows than a browser can lay out.
 *
 * Engines cap an element's height near 33 million px; a million rows pass that. The track is
 * therefore at most `MAX_TRACK` px high. Two positions exist: `bar`, where the browser's scroll
 * bar stands, and `top`, the distance scrolled in a list of true height. Small scrolls move both
 * by the same distance, so wheel and touch keep their feel; a leap of the bar is read as a
 * proportion of the whole.
 */
export const MAX_TRACK = 10_000_000;

/** Rows asked for at a time. */
export const WINDOW = 100;

export type Extent = { rows: number; row: number; view: number; /** Height at the foot of the view that something else covers, px. */ foot?: number };
export type Position = { bar: number; top: number };

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), Math.max(most, 0));

/** The true height of the list, with room to scroll the last row clear of the foot. */
const whole = ({ rows, row, foot = 0 }: Extent): number => rows * row + foot;

/** Height in px the scrolling element is given. */
export const track = (extent: Extent): number => Math.min(whole(extent), MAX_TRACK);

const reach = (extent: Extent): number => whole(extent) - extent.view;
const barReach = (extent: Extent): number => track(extent) - extent.view;

/** True while one px of the bar is one px of the list. */
export const even = (extent: Extent): boolean => whole(extent) <= MAX_TRACK;

/** The position whose distance is `top`, with the bar in proportion. */
export function at(extent: Extent, top: number): Position {
  const most = reach(extent);
  const inside = clamp(top, most);
  return { top: inside, bar: even(extent) || most <= 0 ? inside : (inside / most) * barReach(extent) };
}

/** Where the list stands after the browser moved the bar to `bar`. */
export function scrolled(extent: Extent, from: Position, bar: number): Position {
  if (even(extent)) return { bar, top: clamp(bar, reach(extent)) };
  const distance = bar - from.bar;
  if (Math.abs(distance) <= extent.view * 2) return { bar, top: clamp(from.top + distance, reach(extent)) };
  const most = barReach(extent);
  return { bar, top: most <= 0 ? 0 : (clamp(bar, most) / most) * reach(extent) };
}

/** True when the bar would hit an end before the list does: it must be put back in proportion. */
export function cramped(extent: Extent, { bar, top }: Position): boolean {
  if (even(extent)) return false;
  const below = barReach(extent) - bar;
  const left = reach(extent) - top;
  return (bar < extent.view && top > bar) || (below < extent.view && left > below);
}

export type Range = { first: number; last: number };

/** Rows on screen and `over` more on both sides; `last` is inclusive, −1 when there are none. */
export function visible({ rows, row, view }: Extent, top: number, over: number): Range {
  const first = Math.max(0, Math.floor(top / row) - over);
  const last = Math.min(rows - 1, Math.ceil((top + view) / row) - 1 + over);
  return { first: Math.min(first, Math.max(0, rows - 1)), last };
}

/** The distance at which row `index` is wholly on screen, moving as little as possible. */
export function reveal({ row, view, foot = 0 }: Extent, top: number, index: number): number {
  const start = index * row;
  const clear = view - foot;
  if (start < top) return start;
  if (start + row > top + clear) return start + row - clear;
  return top;
}
