import { t } from "../../words";
import { useReviewJobs } from "../review/useReviewJobs";
import { SyncNow } from "../SyncNow";
import { useToday } from "./Ahead";
import css from "./Today.module.css";

/** A way on where nothing is new and nothing is ahead, as on the first day. */
export function Quiet() {
  const today = useToday();
  const { data: review } = useReviewJobs();
  if (!today || !review || review.total + today.interviews_total + today.offers_total + today.feedback_total > 0) return null;
  return <div className={css.quietDay}><p>{t("today.quiet")}</p><SyncNow /></div>;
}
