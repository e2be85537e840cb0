import { keepPreviousData, QueryClient, queryOptions, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from "@tanstack/react-query";
import { catalogue, type CommandName, type Commands, type Tag } from "./bindings/commands";
import type { Failure, Queued } from "./bindings/types";
import { platform } from "./platform";
import { tellUndone } from "./undone";
import { spoken } from "./words/spoken";

type Input<Name extends CommandName> = Commands[Name]["input"];
type Output<Name extends CommandName> = Commands[Name]["output"];

/**
 * The cache of what the engine answered. Nothing in it grows old by time: the engine says what
 * changed. It never asks whether there is a network, since no answer comes from one.
 */
export const newClient = (): QueryClient => new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, gcTime: 120_000, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: "always" },
    // A key or a passphrase is an input too: what was done is not remembered.
    mutations: { retry: false, gcTime: 0, networkMode: "always" },
  },
});

/** Writes that the engine has not answered yet, oldest first. */
const writing = new Set<Promise<unknown>>();

const isWrite = ([name]: readonly unknown[] = []): boolean => typeof name === "string" && name in catalogue && catalogue[name as CommandName].writes;

/** Resolves once no write is under way any more and what there is to say of each was said; answers whether the last one was kept. */
export async function writesSettled(client: QueryClient): Promise<boolean> {
  const last = (await Promise.allSettled(writing)).at(-1);
  const cache = client.getMutationCache();
  await new Promise<void>((resolve) => {
    const look = () => {
      if (client.isMutating({ predicate: ({ options }) => isWrite(options.mutationKey) }) > 0) return;
      stop();
      resolve();
    };
    const stop = cache.subscribe(look);
    look();
  });
  return last?.status !== "rejected";
}

const ask = async <Name extends CommandName>(name: Name, input: Input<Name>): Promise<Output<Name>> => {
  const answer = platform.call(name, input);
  if (!catalogue[name].writes) return spoken(await answer);
  writing.add(answer);
  try {
    const done = spoken(await answer);
    if (name === "undo" || name === "undo_last") tellUndone((done as Queued | null)?.undoes ?? []);
    return done;
  } finally {
    writing.delete(answer);
  }
};

/** Calls a command once, outside the cache. */
export const call = ask;

/** The query of a command and its input, for `useQueries`, `fetchQuery` and `prefetchQuery`. */
export const commandQuery = <Name extends CommandName>(name: Name, input: Input<Name>) =>
  queryOptions<Output<Name>, Failure, Output<Name>, readonly [Name, Input<Name>]>({ queryKey: [name, input] as const, queryFn: () => ask(name, input) });

type Options = { enabled?: boolean; /** Shows the last answer until the one for another input is there. */ keep?: boolean };

/** What a command answers, kept current by change notices. */
export function useCommand<Name extends CommandName>(name: Name, input: Input<Name>, { enabled, keep }: Options = {}): UseQueryResult<Output<Name>, Failure> {
  return useQuery({ ...commandQuery(name, input), ...(enabled === undefined ? {} : { enabled }), ...(keep === true ? { placeholderData: keepPreviousData } : {}) }) as UseQueryResult<Output<Name>, Failure>;
}

/** Whether an answer of this command is touched by a change of these tags. */
export const touches = (name: CommandName, tags: readonly Tag[]): boolean => catalogue[name].provides.some((tag) => tags.includes(tag));

/** Marks every answer these tags touch as old; resolves when those on screen were asked again. */
export function invalidate(client: QueryClient, tags: readonly Tag[]): Promise<void> {
  if (tags.length === 0) return Promise.resolve();
  return client.invalidateQueries({ predicate: ({ queryKey: [name] }) => typeof name === "string" && name in catalogue && touches(name as CommandName, tags) });
}

/** Does something. `mutateAsync` resolves once all that it changed on screen was asked again; a failure is the caller's to say. */
export function useAct<Name extends CommandName>(name: Name): UseMutationResult<Output<Name>, Failure, Input<Name>> {
  const client = useQueryClient();
  return useMutation<Output<Name>, Failure, Input<Name>>({
    mutationKey: [name],
    mutationFn: (input) => ask(name, input),
    onSuccess: () => invalidate(client, catalogue[name].invalidates),
  });
}
