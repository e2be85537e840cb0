import { Age, Button, EmptyState, Screen } from "../../component";
import { useCommand } from "../../query";
import { number, t } from "../../words";
import { MyJobs } from "../today/lens";
import { Part, Rows } from "../today/parts";
import today from "../today/Today.module.css";
import type { QueueKind } from "./queue";
import { useReviewJobs } from "./useReviewJobs";
import css from "./Review.module.css";

/** What can be reviewed: the applications of each job, and what a saved view finds. */
export function ReviewsScreen({ onReview }: { onReview: (kind: QueueKind, id: string) => void }) {
  const { data } = useReviewJobs();
  const { data: views } = useCommand("list_views", {});
  return (
    <Screen title={t("review.title")} end={<MyJobs />}>
      <div className={css.landing} data-scroller>
        {data && data.total === 0 && (views?.length ?? 0) === 0 && <EmptyState text={t("today.nothingToReview")} />}
        {data && data.total > 0 && (
          <Part title={t("review.jobs")} note={t("today.toReview", { count: data.to_review })}>
            <Rows empty={null}>
              {data.jobs.map((job, index) => (
                <button key={job.job_id} type="button" className={today.fresh} data-row autoFocus={index === 0} onClick={() => { onReview("job", job.job_id); }}>
                  <span className={today.cut} title={job.title}>{job.title}</span>
                  <span className={today.new}>{job.fresh > 0 && <><b>{number(job.fresh)}</b> {t("today.new")}</>}</span>
                  <span className={today.quiet}>{job.oldest_at !== null && <>{t("today.oldest")} <Age at={job.oldest_at} /></>}</span>
                  <span className={today.quiet}>{t("today.toReview", { count: job.to_review })}</span>
                </button>
              ))}
            </Rows>
          </Part>
        )}
        {views && views.length > 0 && (
          <Part title={t("candidate.view.views")}>
            <Rows empty={null}>
              {views.map((view) => (
                <div key={view.id} className={css.view} data-row>
                  <span className={today.cut}>{view.name}</span><span className={today.quiet}>{view.query}</span>
                  <Button size="small" aria-label={t("today.reviewJob", { job: view.name })} onPress={() => { onReview("view", view.id); }}>{t("today.review")}</Button>
                </div>
              ))}
            </Rows>
          </Part>
        )}
      </div>
    </Screen>
  );
}
