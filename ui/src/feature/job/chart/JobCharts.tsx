import { useState } from "react";
import type { JobChart, StageRef } from "../../../bindings/types";
import { EmptyState, FailureState } from "../../../component";
import { useCommand } from "../../../query";
import { dates, number, t } from "../../../words";
import { Figure } from "./Figure";
import { passed, series } from "./shares";
import css from "./Chart.module.css";

const SOURCES = 5;
const INK: Record<string, string> = { Lead: "lead", PreInterviewScreen: "pre", Active: "active", Offer: "offer", Hired: "hired" };
const inkOf = ({ kind }: StageRef): string => `var(--stage-${INK[kind] ?? "lead"})`;
const days = (value: number | null): string | null => (value === null ? null : t("pipeline.days", { days: value }));
const percent = (share: number): string => `${String(share * 100)}%`;

/** How people come through a job, how long it takes, and where they come from. */
export function JobCharts({ jobId, plan }: { jobId: string; plan: string | null }) {
  const { data, error, refetch } = useCommand("job_chart", { job_id: jobId, plan });
  if (error) return <FailureState failure={error} onRetry={() => { void refetch(); }} />;
  if (!data) return null;
  if (data.applications === 0) return <EmptyState text={t("job.noPeople")} />;
  return (
    <div className={css.charts} data-scroller tabIndex={0} role="region" aria-label={t("job.tab.insights")}>
      <Funnel chart={data} />
      <Times chart={data} />
      <Sources chart={data} />
    </div>
  );
}

const knownOf = ({ known, applications }: JobChart): string => (known === applications ? t("chart.all", { count: applications }) : t("chart.known", { known, count: applications }));

function Funnel({ chart }: { chart: JobChart }) {
  const { stages } = chart;
  const most = Math.max(1, ...stages.map(({ reached }) => reached));
  const part = (place: number): string | null => { const share = passed(stages, place); return share === null ? null : t("chart.percent", { n: share }); };
  return (
    <Figure
      title={t("chart.funnel")} note={knownOf(chart)} heads={[t("candidate.stage"), t("chart.reached"), t("chart.goOn")]} rows={stages.map(({ stage, reached }, place) => [stage.name, number(reached), part(place)])}
      says={stages.map(({ stage, reached }) => t("chart.reachedBy", { stage: stage.name, count: reached })).join(", ")}
    >
      <ul className={css.bars} aria-hidden="true">
        {stages.map(({ stage, reached }, place) => (
          <li key={stage.id}>
            <span className={css.name} title={stage.name}>{stage.name}</span>
            <span className={css.track} data-rest>{reached > 0 && <i className={css.fill} style={{ width: percent(reached / most), background: inkOf(stage) }} />}</span>
            <span className={css.value}>{number(reached)}</span>
            <span className={css.side}>{part(place)}</span>
          </li>
        ))}
      </ul>
    </Figure>
  );
}

function Times({ chart }: { chart: JobChart }) {
  const stages = chart.stages.filter(({ stage }) => stage.kind !== "Hired");
  const most = Math.max(1, ...stages.map(({ most_days: days }) => days ?? 0));
  const at = (value: number | null): number => (value ?? 0) / most;
  return (
    <Figure
      title={t("chart.times")} note={t("chart.timesNote")} heads={[t("candidate.stage"), t("chart.median"), t("chart.most"), t("chart.stays")]} rows={stages.map(({ stage, median_days, most_days, stays }) => [stage.name, days(median_days), days(most_days), number(stays)])}
      says={stages.map(({ stage, median_days }) => t("chart.medianOf", { stage: stage.name, time: days(median_days) ?? "–" })).join(", ")}
    >
      <ul className={css.bars} aria-hidden="true">
        {stages.map(({ stage, median_days: median, most_days: nine }) => (
          <li key={stage.id}>
            <span className={css.name} title={stage.name}>{stage.name}</span>
            <span className={css.track}>
              {median !== null && <i className={css.fill} style={{ width: percent(at(median)), background: inkOf(stage) }} />}
              {median !== null && nine !== null && <i className={css.spread} style={{ left: percent(at(median)), width: percent(Math.max(0, at(nine) - at(median))) }} />}
            </span>
            <span className={css.value}>{days(median) ?? "–"}</span>
            <span className={css.side}>{nine === null ? "" : t("chart.upTo", { time: t("pipeline.days", { days: nine }) })}</span>
          </li>
        ))}
      </ul>
    </Figure>
  );
}

/** Height of the tallest month, px. */
const HIGH = 180;
const month = dates({ month: "short" });
const monthYear = dates({ month: "short", year: "numeric" });
const first = (name: string): Date => new Date(`${name}-15T12:00:00`);

function Sources({ chart }: { chart: JobChart }) {
  const [now] = useState(Date.now);
  const { names, months, most } = series(chart.months, SOURCES, t("pipeline.filter.none"), t("chart.other"), now);
  if (names.length === 0) return null;
  return (
    <Figure
      title={t("chart.sources")} note={t("chart.sourcesNote")} heads={[t("chart.month"), ...names]} rows={months.map(({ month: name, counts }) => [monthYear.format(first(name)), ...counts.map(number)])}
      says={months.map(({ month: name, total }) => `${monthYear.format(first(name))}: ${number(total)}`).join(", ")}
    >
      <ol className={css.months} aria-hidden="true">
        {months.map(({ month: name, counts, total }) => (
          <li key={name}>
            <span className={css.side}>{total > 0 ? number(total) : ""}</span>
            {counts.map((count, rank) => count > 0 && <i key={rank} className={css.part} data-rank={rank} style={{ height: (count / most) * HIGH }} />).toReversed()}
            <span className={css.side}>{month.format(first(name))}</span>
          </li>
        ))}
      </ol>
      <ul className={css.legend}>{names.map((name, rank) => <li key={name}><i className={css.part} data-rank={rank} />{name}</li>)}</ul>
    </Figure>
  );
}
