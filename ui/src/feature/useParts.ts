import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import type { CommandName, Commands } from "../bindings/commands";
import type { Failure } from "../bindings/types";
import { call } from "../query";

/** Commands that give a list in parts, each naming the first row of the next. */
type Parted = { [Name in CommandName]: Commands[Name] extends { input: { offset: number }; output: { next: number | null } } ? Name : never }[CommandName];
type Rest<Name extends Parted> = Omit<Commands[Name]["input"], "offset">;

export type Parts<Name extends Parted> = { parts: Commands[Name]["output"][]; error: Failure | null; hasMore: boolean; isMore: boolean; more: () => void; again: () => void };

/** The query of a list in parts, for `prefetchInfiniteQuery`. */
export const partsQuery = <Name extends Parted>(name: Name, input: Rest<Name>) => infiniteQueryOptions<Commands[Name]["output"], Failure, { pages: Commands[Name]["output"][] }, readonly unknown[], number>({
  queryKey: [name, input, "parts"], initialPageParam: 0, getNextPageParam: (last) => last.next ?? undefined,
  // The rest and the offset are the input again, which a generic type cannot tell.
  queryFn: ({ pageParam }) => call(name, { ...input, offset: pageParam } as unknown as Commands[Name]["input"]),
});

/** A list that comes in parts, read as far as it is asked for and kept current by change notices. */
export function useParts<Name extends Parted>(name: Name, input: Rest<Name>): Parts<Name> {
  const query = useInfiniteQuery(partsQuery(name, input));
  return {
    parts: query.data?.pages ?? [], error: query.error, hasMore: query.hasNextPage, isMore: query.isFetchingNextPage,
    more: () => { void query.fetchNextPage(); }, again: () => { void query.refetch(); },
  };
}
