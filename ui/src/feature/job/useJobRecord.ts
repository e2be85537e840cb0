import { useCommand } from "../../query";
import type { Row } from "../record";

const rowOf = (id: string, embeds: string[]) => ({ model: "ats_jobs", page_size: 1, cursor: null, filters: { ids: id }, embeds, updated_after: null, include_deleted: false, ignore_unsupported_filters: false });

/** Everything the mirror holds of one job, with its stages, postings, questions and team. */
export function useJobRecord(id: string) {
  const { data, error, refetch } = useCommand("list_rows", rowOf(id, ["stages", "screening_questions", "job_postings", "hiring_team"]));
  return { job: data?.results[0] ?? null, read: data !== undefined, error, retry: () => { void refetch(); } };
}

/** What stands in the job itself; null where the mirror has no such job, undefined until it is read. */
export function useJobRow(id: string): Row | null | undefined {
  const { data } = useCommand("list_rows", rowOf(id, []));
  return data && (data.results[0] ?? null);
}
