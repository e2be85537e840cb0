import { useSyncExternalStore } from "react";
import { onLock } from "../../app/useIdleLock";
import { begin, isDecided, open, step, type Made, type Progress, type Step } from "./progress";
import type { Item, Queue } from "./queue";

/** A queue, and how far one is in it. */
export type Review = { queue: Queue; progress: Progress };

// For as long as the app runs: whoever looks at a person or leaves comes back to where they were.
const reviews = new Map<string, Review>();
const listeners = new Set<() => void>();

const keyOf = ({ candidate, application }: Item): string => `${candidate} ${application ?? ""}`;

function keep(name: string, review: Review | null): void {
  if (review) reviews.set(name, review);
  else reviews.delete(name);
  for (const listener of listeners) listener();
}

/** A queue read anew, at the place and with the decisions of before: those decided on stay, those who left it meanwhile do not, new ones come last. */
export function resumed({ queue, progress }: Review, fresh: Queue): Review {
  const there = new Set(fresh.items.map(keyOf));
  const places = queue.items.flatMap((item, place) => (isDecided(progress, place) || there.has(keyOf(item)) ? [place] : []));
  const old = new Set(queue.items.map(keyOf));
  const items = [...places.flatMap((place) => queue.items[place] ?? []), ...fresh.items.filter((item) => !old.has(keyOf(item)))];
  const made = progress.made.map((one) => ({ ...one, place: places.indexOf(one.place) }));
  const now = { at: 0, made, size: items.length };
  const from = places.findIndex((place) => place >= progress.at);
  const at = places[from] === progress.at ? from : open(now, from === -1 ? places.length : from);
  const gone = items.filter((item) => !there.has(keyOf(item))).length;
  return { queue: { ...fresh, items, total: fresh.total + gone }, progress: { ...now, at } };
}

/** Begins a review, or goes on with the one that was left. */
export function begun(name: string, fresh: Queue): Queue {
  const old = reviews.get(name);
  const review = old ? resumed(old, fresh) : { queue: fresh, progress: begin(fresh.items.length) };
  keep(name, review);
  return review.queue;
}

/** Gives a review up, or all of them. */
export function forget(name?: string): void {
  for (const one of name === undefined ? [...reviews.keys()] : [name]) keep(one, null);
}

onLock(forget);

export function advanceTo(name: string, next: Step): void {
  const review = reviews.get(name);
  if (review) keep(name, { ...review, progress: step(review.progress, next) });
}

/** Where somebody stands now: a queue read anew may have another place for them. */
const placeOf = (name: string, item: Item): number => reviews.get(name)?.queue.items.findIndex((one) => keyOf(one) === keyOf(item)) ?? -1;

/** What became of the write of a decision. */
export function settle(name: string, item: Item, intent: string | null): void {
  const place = placeOf(name, item);
  if (place !== -1) advanceTo(name, intent === null ? { do: "drop", place } : { do: "kept", place, intent });
}

/** A decision that could not be taken back counts again. */
export function restore(name: string, item: Item, made: Made): void {
  const place = placeOf(name, item);
  if (place !== -1) advanceTo(name, { do: "restore", made: { ...made, place } });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** A review as it stands; null before its queue is read. */
export const useReview = (name: string): Review | null => useSyncExternalStore(subscribe, () => reviews.get(name) ?? null);
