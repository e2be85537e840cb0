import { useMemo, useSyncExternalStore } from "react";

/** Kept on this computer, as themes are: it is about a window, not about a workspace. Those left out are kept, so that a column made later is shown. */
const KEY = "people_columns_hidden";
const listeners = new Set<() => void>();

const remembered = (): string => localStorage.getItem(KEY) ?? "";
const idsOf = (text: string): Set<string> => new Set(text.split(" ").filter((id) => id !== ""));

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** Columns one has left out of the people table. */
export function useHidden(): ReadonlySet<string> {
  const text = useSyncExternalStore(subscribe, remembered);
  return useMemo(() => idsOf(text), [text]);
}

/** Leaves columns out, now and at the next start. */
export function hide(ids: Iterable<string>): void {
  localStorage.setItem(KEY, [...ids].join(" "));
  for (const listener of listeners) listener();
}
