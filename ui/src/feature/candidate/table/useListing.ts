import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { keepPreviousData, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import type { Commands } from "../../../bindings/commands";
import type { Failure } from "../../../bindings/types";
import { commandQuery } from "../../../query";
import { WINDOW, type Range } from "./scale";
import type { Spot, TableHandle } from "./Table";
import { useWindows, type ListInput, type RowOf, type WindowedCommand } from "./useWindows";

const START: Spot = { top: 0, index: 0 };
/** Spots belong to a cache, and go with it when the workspace does. */
const spots = new WeakMap<QueryClient, Map<string, Spot>>();

/**
 * The last question that was answered. While a newer one waits for its answer the old list stays,
 * and an answer to a question nobody asks any more changes nothing.
 */
export function useAnswered<Question>(wanted: Question, answered: boolean): Question {
  const [shown, setShown] = useState(wanted);
  if (answered && shown !== wanted) setShown(wanted);
  return answered ? wanted : shown;
}

export type Listing<Name extends WindowedCommand> = {
  /** The question the rows answer; behind the one asked while that waits. */
  shown: ListInput<Name>;
  page: Commands[Name]["output"] | undefined;
  failure: Failure | null;
  retry: () => void;
  total: number;
  at: (index: number) => RowOf<Name> | undefined;
  /** Rows loaded now, by their place. */
  rows: ReadonlyMap<number, RowOf<Name>>;
  onRange: (range: Range) => void;
  focused: number;
  onFocused: (index: number) => void;
  start: Spot;
  handle: RefObject<TableHandle | null>;
};

/** A list of any length behind a question: loaded by what is on screen, left and found again in place; at `begin` the first time. */
export function useListing<Name extends WindowedCommand>(name: Name, wanted: ListInput<Name>, begin: Spot = START): Listing<Name> {
  const client = useQueryClient();
  const first = (input: ListInput<Name>) => commandQuery(name, { ...input, offset: 0, limit: WINDOW } as Commands[Name]["input"]);
  const head = useQuery(first(wanted));
  const shown = useAnswered(wanted, head.data !== undefined);
  const { data: page } = useQuery({ ...first(shown), placeholderData: keepPreviousData });
  const [range, onRange] = useState<Range>({ first: 0, last: 30 });
  const { rows, total } = useWindows(name, shown, range, WINDOW);
  const count = total ?? page?.total ?? 0;
  const [start] = useState(() => spots.get(client)?.get(keyOf(name, wanted)) ?? begin);
  const [focused, onFocused] = useState(start.index);
  const handle = useRef<TableHandle>(null);

  // A new answer starts at its top; a list come back to starts where it was left.
  const seen = useRef(shown);
  useEffect(() => {
    if (seen.current === shown) return;
    seen.current = shown;
    handle.current?.toTop();
  }, [shown]);
  useLayoutEffect(() => () => {
    if (!handle.current) return;
    const known = spots.get(client) ?? new Map<string, Spot>();
    spots.set(client, known.set(keyOf(name, seen.current), handle.current.spot()));
  }, [client, name]);
  const arrived = count > 0;
  useEffect(() => {
    if (arrived && (document.activeElement === null || document.activeElement === document.body)) handle.current?.focus();
  }, [arrived]);

  return {
    shown, page, rows, total: count, onRange, onFocused, start, handle,
    failure: head.error as Failure | null,
    retry: useCallback(() => { void head.refetch(); }, [head]),
    at: useCallback((index: number) => rows.get(index), [rows]),
    focused: Math.min(focused, Math.max(0, count - 1)),
  };
}

const keyOf = (name: string, question: unknown): string => `${name} ${JSON.stringify(question)}`;
