import { useCommand } from "../../query";
import { text } from "../record";

const rowOf = (id: string, embeds: string[]) => ({ model: "ats_jobs", page_size: 1, cursor: null, filters: { ids: id }, embeds, updated_after: null, include_deleted: false, ignore_unsupported_filters: false });

/** Everything the mirror holds of one job, with its stages, postings, questions and team. */
export function useJobRecord(id: string) {
  const { data, error, refetch } = useCommand("list_rows", rowOf(id, ["stages", "screening_questions", "job_postings", "hiring_team"]));
  return { job: data?.results[0] ?? null, read: data !== undefined, error, retry: () => { void refetch(); } };
}

/** The number that tells a job from others of its title. */
export function useJobCode(id: string): string | null {
  const { data } = useCommand("list_rows", rowOf(id, []));
  const [row] = data?.results ?? [];
  return row === undefined ? null : text(row, "job_code");
}
