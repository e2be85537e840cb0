import { useRef } from "react";
import { Age, Screen, useHotkey, useKeyHelp } from "../../component";
import { useCommand } from "../../query";
import { number, t } from "../../words";
import { SyncNow } from "../SyncNow";
import { MyJobs } from "../today/lens";
import { Numbered, Part, Rows, walk } from "../today/parts";
import today from "../today/Today.module.css";
import type { QueueKind } from "./queue";
import { useReviewJobs } from "./useReviewJobs";
import css from "./Review.module.css";

const HELP = [{ keys: "ArrowDown", label: t("common.shortcut.up"), group: t("frame.review") }, { keys: "Enter", label: t("common.shortcut.open"), group: t("frame.review") }];

/** What can be reviewed: the applications of each job, and what a saved view finds. */
export function ReviewsScreen({ onReview }: { onReview: (kind: QueueKind, id: string) => void }) {
  const place = useRef<HTMLDivElement>(null);
  const { data } = useReviewJobs();
  const { data: views } = useCommand("list_views", {});
  useKeyHelp(HELP);
  useHotkey("ArrowDown", () => { walk(place.current, 1); });
  useHotkey("ArrowUp", () => { walk(place.current, -1); });
  return (
    <Screen title={t("frame.review")} end={<MyJobs />}>
      <div ref={place} className={css.landing} data-scroller><div className={css.queues}>
        {data && data.total === 0 && views?.length === 0 && <div className={css.nothing}><p>{t("today.nothingToReview")}</p><SyncNow /></div>}
        {data && data.total > 0 && (
          <Part title={t("review.jobs")} note={t("today.toReview", { count: data.to_review })}>
            <Rows empty={null}>
              {data.jobs.map((job, index) => (
                <button key={job.job_id} type="button" className={`${today.fresh ?? ""} ${css.job ?? ""}`} data-row autoFocus={index === 0} onClick={() => { onReview("job", job.job_id); }}>
                  <Numbered title={job.title} code={job.code} />
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
                <button key={view.id} type="button" className={css.view} data-row onClick={() => { onReview("view", view.id); }}>
                  <span className={today.cut} dir="auto">{view.name}</span><span className={today.quiet}>{view.query}</span>
                </button>
              ))}
            </Rows>
          </Part>
        )}
      </div></div>
    </Screen>
  );
}
