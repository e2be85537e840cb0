import { useEffect } from "react";
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import type { Failure } from "../../bindings/types";
import { platform } from "../../platform";
import { commandQuery } from "../../query";
import { isPdf } from "../candidate/resume/FileView";
import { partsQuery } from "../useParts";
import type { Item } from "./queue";

/** People ahead that are kept ready. */
export const WARM = 3;

export const resumeQuery = (candidate: string, file: string | undefined) => ({
  queryKey: ["resume", candidate, file] as const, queryFn: () => platform.resume(candidate), staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: "always" as const,
});

/** The text of a résumé that is no PDF. */
export const textOf = (candidate: string) => ({ candidate_id: candidate, file_id: null });

/** All that is shown of someone in review. */
async function warm(client: QueryClient, { candidate, application }: Item) {
  void client.prefetchQuery(commandQuery("candidate_answers", { id: candidate, offset: 0 }));
  void client.prefetchQuery(commandQuery("candidate_notes", { id: candidate }));
  if (application !== null) void client.prefetchQuery(commandQuery("move_targets", { application_id: application }));
  const person = await client.fetchQuery(commandQuery("candidate", { id: candidate }));
  if (!person.resume) return;
  if (isPdf(person.resume.name)) await client.prefetchQuery<ArrayBuffer, Failure>(resumeQuery(candidate, person.resume.name));
  else await client.prefetchInfiniteQuery(partsQuery("file_text", textOf(candidate)));
}

/** Keeps the next people ready, so that going on to them waits for nothing. */
export function useWarm(items: readonly Item[]): void {
  const client = useQueryClient();
  useEffect(() => {
    let gone = false;
    const all = async () => {
      for (const item of items) {
        if (gone) return;
        // Someone who cannot be read now says so when it is their turn.
        await warm(client, item).catch(() => undefined);
      }
    };
    void all();
    return () => { gone = true; };
  }, [client, items]);
}
