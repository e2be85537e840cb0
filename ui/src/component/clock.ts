import { useSyncExternalStore } from "react";

// Each tick that changes a text paints the window anew, all of it without a graphics card: a text counts in twenties of
// seconds, and so does the clock.
const TICK_MS = 20_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | null = null;

function tick() {
  now = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === null) {
    now = Date.now();
    timer = setInterval(tick, TICK_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

/** A text made from the time, drawn again only when the text changes. */
export function useTimed(text: (now: number) => string): string {
  return useSyncExternalStore(subscribe, () => text(timer === null ? Date.now() : now));
}
