import { Fragment, useState } from "react";
import { ChevronRight } from "lucide-react";
import type { RunRow } from "../../bindings/types";
import { EmptyState, exactTime, FailureState, Mark, SkeletonRows, span, useTimed, clockTime, type Tone } from "../../component";
import { useCommand } from "../../query";
import { number, t } from "../../words";
import { told } from "../../words/failure";
import css from "./Activity.module.css";

const TONES: Record<string, Tone> = { succeeded: "ok", warnings: "unconfirmed", failed: "failed", running: "pending" };
const toneOf = (outcome: string): Tone => TONES[outcome] ?? "offline";

function outcomeOf(outcome: string): string {
  switch (outcome) {
    case "running": case "succeeded": case "warnings": case "failed": return t(`activity.run.${outcome}`);
    default: return outcome.replaceAll("_", " ");
  }
}

function endpointOutcome(outcome: string): string {
  switch (outcome) {
    case "delta": return t("activity.run.endpointDelta");
    case "listed": return t("activity.run.endpointListed");
    case "failed": return t("activity.run.endpointFailed");
    case "no_permission": return t("activity.run.endpointNoPermission");
    default: return outcome.replaceAll("_", " ");
  }
}

const SECOND = 1_000;
const took = (ms: number): string => (ms < SECOND ? t("activity.run.instant") : span(ms));

const recordsOf = ({ endpoints }: RunRow): number => endpoints.reduce((sum, { records }) => sum + records, 0);

/** The last runs of the sync, each with what every endpoint gave. */
export function Runs() {
  const { data: runs, error, refetch } = useCommand("sync_runs", {});
  const [open, setOpen] = useState<number | null>(null);
  if (error) return <FailureState failure={error} onRetry={() => { void refetch(); }} />;
  if (!runs) return <SkeletonRows />;
  if (runs.length === 0) return <EmptyState text={t("activity.run.none")} />;
  return (
    <div className={css.list} data-scroller>
      <table className={css.runs}>
        <thead><tr><th>{t("activity.run.started")}</th><th>{t("activity.run.kind")}</th><th>{t("activity.run.outcome")}</th><th className={css.num}>{t("activity.run.records")}</th><th className={css.num}>{t("activity.run.took")}</th></tr></thead>
        <tbody>
          {runs.map((run) => (
            <Fragment key={run.id}>
              <tr>
                <td className={css.when}>
                  <button type="button" className={css.toggle} aria-expanded={open === run.id} title={exactTime(run.started_at)} onClick={() => { setOpen(open === run.id ? null : run.id); }}><ChevronRight aria-hidden /><Started at={run.started_at} /></button>
                </td>
                <td>{run.full ? t("activity.run.full") : t("activity.run.delta")}</td>
                <td><Mark tone={toneOf(run.outcome)}>{outcomeOf(run.outcome)}</Mark></td>
                <td className={css.num}>{number(recordsOf(run))}</td>
                <td className={css.num}>{run.ended_at === null ? "" : took(Date.parse(run.ended_at) - Date.parse(run.started_at))}</td>
              </tr>
              {open === run.id && <tr className={css.endpoints}><td colSpan={5}><Endpoints run={run} /></td></tr>}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Started = ({ at }: { at: string }) => <>{useTimed((now) => clockTime(at, now))}</>;

const Endpoints = ({ run }: { run: RunRow }) => (
  <dl aria-label={t("activity.run.details")}>
    {run.endpoints.map(({ endpoint, records, outcome, failure }) => (
      <Fragment key={endpoint}><dt>{endpoint}</dt><dd className={css.num}>{number(records)}</dd><dd>{failure === null ? endpointOutcome(outcome) : `${told(failure).message} ${told(failure).cure} (${failure.code})`}</dd></Fragment>
    ))}
  </dl>
);
