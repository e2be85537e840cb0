import type { ReactNode } from "react";
import type { OpeningRow } from "../../bindings/types";
import { FailureState, Mark, SkeletonRows, exactTime, useTimed } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import page from "../Page.module.css";
import { dateOf } from "../interview/words";
import { plain, text } from "../record";
import { useJobRecord } from "./useJobRecord";

/** The seats a job is to fill. */
export function Openings({ jobId }: { jobId: string }) {
  const { job, read, error: away, retry } = useJobRecord(jobId);
  const remote = job === null ? null : text(job, "remote_id");
  const { data: openings, error, refetch } = useCommand("job_openings", { job_remote_id: remote ?? "" }, { enabled: remote !== null });
  if (away ?? error) return <FailureState failure={(away ?? error) as NonNullable<typeof error>} onRetry={() => { retry(); void refetch(); }} />;
  if (!read || (remote !== null && !openings)) return <SkeletonRows />;
  return (
    <div className={page.page} tabIndex={0} role="region" aria-label={t("job.tab.openings")} data-scroller>
      <div className={page.column}>
        {!openings || openings.length === 0 ? <p className={page.quiet}>{t("prefs.openings.none")}</p> : openings.map((one) => <Opening key={one.id} opening={one} />)}
      </div>
    </div>
  );
}

function Opening({ opening }: { opening: OpeningRow }) {
  const { identifier, state, description, opened_at: opened, closed_at: closed, target_hire_date: hire, target_start_date: start, is_backfill: backfill } = opening;
  // Only a seat that is still to be filled can be late.
  const isOpen = closed === null && state === "Open";
  return (
    <section className={page.section}>
      <header className={page.head}>
        <h3>{identifier === null ? t("prefs.openings.unnamed") : t("prefs.openings.of", { id: identifier })}</h3>
        {state !== null && <Mark tone={state === "Open" ? "ok" : "offline"}>{plain(state)}</Mark>}
        {backfill === true && <span className={page.meta}>{t("prefs.openings.backfill")}</span>}
      </header>
      {description !== null && description !== "" && <p>{description}</p>}
      <dl className={page.facts}>
        {opened !== null && <Fact label={t("prefs.openings.opened")}><Day at={opened} /></Fact>}
        {closed !== null && <Fact label={t("prefs.openings.closed")}><Day at={closed} /></Fact>}
        {hire !== null && <Fact label={t("prefs.openings.hire")}><Target at={hire} isOpen={isOpen} /></Fact>}
        {start !== null && <Fact label={t("prefs.openings.start")}><Target at={start} isOpen={isOpen} /></Fact>}
      </dl>
    </section>
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => <><dt>{label}</dt><dd>{children}</dd></>;

/** In full as the days to be met are, so that one can be held against the other. */
const Day = ({ at }: { at: string }) => <time dateTime={at} title={exactTime(at)}>{dateOf(at)}</time>;

const DAY = 86_400_000;

/** A day to be met, and whether it has passed. */
function Target({ at, isOpen }: { at: string; isOpen: boolean }) {
  const isPast = useTimed((now) => (Date.parse(at) + DAY <= now ? "past" : "")) !== "";
  return <time dateTime={at} className={isOpen && isPast ? page.late : undefined}>{dateOf(at)}{isOpen && isPast && `, ${t("prefs.openings.overdue")}`}</time>;
}
