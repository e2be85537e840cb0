import { useState } from "react";
import { Age, Button, exactTime, useTimed } from "../../component";
import { number, t } from "../../words";
import { useReviewJobs } from "../review/useReviewJobs";
import { More, Numbered, Part, Rows, useShown } from "./parts";
import { when } from "./time";
import { useSince } from "./visit";
import css from "./Today.module.css";

const FEW = 6;

/** What came in on each job since the last visit, and what there is to review in all. */
export function NewApplications({ onReview }: { onReview: (job: string) => void }) {
  const { data } = useReviewJobs();
  const since = useSince();
  const few = useShown(FEW);
  const [all, setAll] = useState(false);
  const at = useTimed((now) => (since ? when(since.since, now) : ""));
  if (!data || !since) return null;
  const note = <span title={exactTime(since.since)}>{since.isVisit ? t("today.freshSince", { count: data.fresh, when: at }) : t("today.freshWeek", { count: data.fresh })}</span>;
  const shown = all ? data.jobs : data.jobs.slice(0, few);
  return (
    <Part title={t("today.newApplications")} note={note}>
      <Rows empty={data.total === 0 ? t("today.nothingToReview") : null}>
        {shown.map((job) => (
          <div key={job.job_id} className={css.fresh} data-row tabIndex={-1} onKeyDown={(event) => { if (event.key === "Enter" && event.target === event.currentTarget) onReview(job.job_id); }}>
            <Numbered title={job.title} code={job.code} />
            <span className={css.new}>{job.fresh > 0 && <><b>{number(job.fresh)}</b> {t("today.new")}</>}</span>
            <span className={css.quiet}>{t("today.toReview", { count: job.to_review })}{job.oldest_at !== null && <>, {t("today.oldest")} <Age at={job.oldest_at} /></>}</span>
            <Button size="small" aria-label={t("today.reviewJob", { job: job.title })} onPress={() => { onReview(job.job_id); }}>{t("today.review")}</Button>
          </div>
        ))}
        {!all && data.jobs.length > few && <More label={t("today.showAll", { count: data.jobs.length })} onMore={() => { setAll(true); }} />}
      </Rows>
    </Part>
  );
}
