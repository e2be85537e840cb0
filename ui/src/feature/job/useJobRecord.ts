import { useCommand } from "../../query";

/** Everything the mirror holds of one job, with its stages, postings, questions and team. */
export function useJobRecord(id: string) {
  const { data, error, refetch } = useCommand("list_rows", {
    model: "ats_jobs", page_size: 1, cursor: null, filters: { ids: id }, embeds: ["stages", "screening_questions", "job_postings", "hiring_team"], updated_after: null, include_deleted: false, ignore_unsupported_filters: false,
  });
  return { job: data?.results[0] ?? null, read: data !== undefined, error, retry: () => { void refetch(); } };
}
