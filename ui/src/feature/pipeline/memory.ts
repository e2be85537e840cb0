import type { QueryClient } from "@tanstack/react-query";
import type { Focus } from "./focus";
import type { Selection } from "./selection";

/** How one left the board of a job, so that coming back is coming back to exactly there. */
export type Place = { left: number; tops: ReadonlyMap<string, number>; open: ReadonlyMap<string, boolean>; focus: Focus | null; peek: boolean; selection: Selection };

/** Places belong to a cache, and go with it when the workspace does. */
const places = new WeakMap<QueryClient, Map<string, Place>>();
const fresh = (): Place => ({ left: 0, tops: new Map(), open: new Map(), focus: null, peek: false, selection: new Map() });

/** The place kept for a job; a new one on first sight. */
export const placeOf = (client: QueryClient, job: string): Place => places.get(client)?.get(job) ?? fresh();

/** Keeps what changed of a place. */
export function keepPlace(client: QueryClient, job: string, changed: Partial<Place>) {
  const known = places.get(client) ?? new Map<string, Place>();
  places.set(client, known.set(job, { ...placeOf(client, job), ...changed }));
}

/** Keeps how far one column is scrolled. */
export function keepTop(client: QueryClient, job: string, stage: string, top: number) {
  keepPlace(client, job, { tops: new Map(placeOf(client, job).tops).set(stage, top) });
}
