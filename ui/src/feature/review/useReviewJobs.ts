import { useCommand } from "../../query";
import { useMine } from "../today/lens";
import { useSince } from "../today/visit";

/** The jobs with applications in review, through the lens of the desk. */
export function useReviewJobs() {
  const mine = useMine();
  const since = useSince();
  return useCommand("review_jobs", { mine, since: since?.since ?? "" }, { enabled: since !== null });
}

/** The most jobs one answer holds. */
const MOST = 200;

/** The number of a job in Ashby, which tells it from others of the same title; null until it is known, and where it has none. */
export function useCodes(): (job: string) => string | null {
  const { data } = useCommand("list_jobs", { query: "", statuses: [], sort: "active", desc: true, offset: 0, limit: MOST });
  return (job) => data?.rows.find(({ id }) => id === job)?.code ?? null;
}
