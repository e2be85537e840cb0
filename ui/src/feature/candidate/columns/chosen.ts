import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { CandidateRow, CandidateSort } from "../../../bindings/types";
import type { Column } from "../table/Table";

export type PeopleColumn = Column<CandidateRow, CandidateSort>;
/** The columns that are named; the usual ones where none of the names is known. */
export type ColumnsOf = (names: readonly string[]) => readonly PeopleColumn[];

/** The column that says whom a row is about. */
export const ALWAYS = "name";
/** Kept on this computer, as themes are: it is about a window, not about a workspace. Those left out are kept, so that a column made later is shown. */
const KEY = "people_columns_hidden";
const listeners = new Set<() => void>();

const remembered = (): string => localStorage.getItem(KEY) ?? "";
const idsOf = (text: string): Set<string> => new Set(text.split(" ").filter((id) => id !== ""));

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** Finds columns of the people table by their names; without any, those one has not left out. */
export function useColumnsOf(all: readonly PeopleColumn[]): ColumnsOf {
  const text = useSyncExternalStore(subscribe, remembered);
  const usual = useMemo(() => { const hidden = idsOf(text); return all.filter(({ id }) => !hidden.has(id)); }, [all, text]);
  return useCallback((names) => {
    if (!all.some(({ id }) => names.includes(id))) return usual;
    return [...new Set([ALWAYS, ...names])].flatMap((name) => all.find(({ id }) => id === name) ?? []);
  }, [all, usual]);
}

/** Leaves columns out, now and at the next start. */
export function hide(ids: Iterable<string>): void {
  localStorage.setItem(KEY, [...ids].join(" "));
  for (const listener of listeners) listener();
}
