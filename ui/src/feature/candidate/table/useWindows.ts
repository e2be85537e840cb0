import { useCallback, useEffect, useMemo, useState } from "react";
import { useQueries } from "@tanstack/react-query";
import type { Commands } from "../../../bindings/commands";
import { commandQuery } from "../../../query";
import type { Range } from "./scale";

type Listing = { [Name in keyof Commands]: Commands[Name] extends { input: { offset: number; limit: number }; output: { total: number; rows: unknown[] } } ? Name : never }[keyof Commands];
export type WindowedCommand = Exclude<Listing, "activity">;
export type RowOf<Name extends WindowedCommand> = Commands[Name]["output"]["rows"][number];
export type ListInput<Name extends WindowedCommand> = Omit<Commands[Name]["input"], "offset" | "limit">;

/** A leap of the scroll bar asks only for where it comes to rest. */
const REST_MS = 60;

/** Pages of `size` rows that `range` touches. */
export function pagesOf({ first, last }: Range, size: number): number[] {
  if (last < first) return [0];
  const from = Math.floor(first / size);
  return Array.from({ length: Math.floor(last / size) - from + 1 }, (_, index) => from + index);
}

function useSettledPages(range: Range, size: number): number[] {
  const [first, last] = [Math.floor(range.first / size), Math.floor(Math.max(range.last, 0) / size)];
  const [settled, setSettled] = useState({ first, last });
  const near = Math.abs(first - settled.first) <= 1;
  if (near && (first !== settled.first || last !== settled.last)) setSettled({ first, last });
  useEffect(() => {
    if (near) return undefined;
    const rest = setTimeout(() => { setSettled({ first, last }); }, REST_MS);
    return () => { clearTimeout(rest); };
  }, [near, first, last]);
  return useMemo(() => pagesOf({ first: settled.first * size, last: settled.last * size }, size), [settled, size]);
}

/** Rows loaded so far by position, and how many there are in all; `total` is null before the first answer. */
export type Loaded<Row> = { rows: ReadonlyMap<number, Row>; total: number | null };

/** Loads the windows of a list that are on screen. */
export function useWindows<Name extends WindowedCommand>(name: Name, input: ListInput<Name>, range: Range, size: number): Loaded<RowOf<Name>> {
  const pages = useSettledPages(range, size);
  const combine = useCallback((results: { data: unknown; dataUpdatedAt: number }[]): Loaded<RowOf<Name>> => {
    const rows = new Map<number, RowOf<Name>>();
    let total: number | null = null;
    let newest = -1;
    results.forEach(({ data, dataUpdatedAt }, index) => {
      const page = data as { total: number; rows: RowOf<Name>[] } | undefined;
      if (!page) return;
      if (dataUpdatedAt > newest) [total, newest] = [page.total, dataUpdatedAt];
      const offset = (pages[index] ?? 0) * size;
      page.rows.forEach((row, place) => rows.set(offset + place, row));
    });
    return { rows, total };
  }, [pages, size]);
  return useQueries({
    queries: pages.map((page) => commandQuery(name, { ...input, offset: page * size, limit: size } as Commands[Name]["input"])),
    combine,
  });
}
