import type { Focus } from "./focus";

/** How one left the board of a job, so that coming back is coming back to exactly there. */
export type Place = { left: number; tops: Map<string, number>; open: Map<string, boolean>; focus: Focus | null; peek: boolean };

const places = new Map<string, Place>();

/** The place kept for a job, made on first sight. */
export function placeOf(job: string): Place {
  const known = places.get(job);
  if (known) return known;
  const fresh: Place = { left: 0, tops: new Map(), open: new Map(), focus: null, peek: false };
  places.set(job, fresh);
  return fresh;
}

/** Forgets every place, as when the workspace changes. */
export const forgetPlaces = () => { places.clear(); };
