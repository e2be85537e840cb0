import { useSyncExternalStore } from "react";

const NARROW = "(max-width: 1100px)";

function watchNarrow(listener: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener("change", listener);
  return () => { query.removeEventListener("change", listener); };
}

/** True where the window is too narrow for every column. */
export const useNarrow = (): boolean => useSyncExternalStore(watchNarrow, () => window.matchMedia(NARROW).matches);

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
