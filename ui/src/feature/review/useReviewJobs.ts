import { useCommand } from "../../query";
import { useMine } from "../me/me";
import { useSince } from "../today/visit";

/** The jobs with applications in review, through the lens of the desk. */
export function useReviewJobs() {
  const mine = useMine();
  const since = useSince();
  return useCommand("review_jobs", { mine, since: since?.since ?? "" }, { enabled: since !== null });
}
