import { useSyncExternalStore } from "react";

let isPainted = false;
const waiting = new Set<() => void>();

function paint() {
  isPainted = true;
  // Where a start ends, for whoever measures it.
  performance.mark("painted");
  for (const tell of waiting) tell();
}

function subscribe(tell: () => void): () => void {
  if (!isPainted && waiting.size === 0) requestAnimationFrame(() => { setTimeout(paint); });
  waiting.add(tell);
  return () => { waiting.delete(tell); };
}

/** Whether what asked first stands on the screen. What nobody reads that soon, a list leaves until then. */
export const usePainted = (): boolean => useSyncExternalStore(subscribe, () => isPainted);
