import { useSyncExternalStore } from "react";

function watchDensity(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-density"] });
  return () => { observer.disconnect(); };
}

const compact = (): boolean => document.documentElement.dataset.density === "compact";

/** Height of a table row in px at the chosen density (token `--row`). */
export const useRowHeight = (): number => useSyncExternalStore(watchDensity, () => (compact() ? 28 : 36));

/** Gap between cards of a column in px at the chosen density (token `--card-gap`). */
export const useCardGap = (): number => useSyncExternalStore(watchDensity, () => (compact() ? 6 : 8));
