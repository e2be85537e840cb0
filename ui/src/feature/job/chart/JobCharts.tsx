import type { JobChart, StageRef } from "../../../bindings/types";
import { EmptyState, FailureState } from "../../../component";
import { useCommand } from "../../../query";
import { dates, number, t } from "../../../words";
import { Figure } from "./Figure";
import { passed, series } from "./shares";
import css from "./Chart.module.css";

const SOURCES = 5;
const ROW = 34;
const NAME = 168;
const WIDTH = 640;
const END = 104;

const INK: Record<string, string> = { Lead: "lead", PreInterviewScreen: "pre", Active: "active", Offer: "offer", Hired: "hired" };
const inkOf = ({ kind }: StageRef): string => `var(--stage-${INK[kind] ?? "lead"})`;
const days = (value: number | null): string | null => (value === null ? null : t("pipeline.days", { days: value }));
const cut = (name: string): string => (name.length > 24 ? `${name.slice(0, 23)}…` : name);

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
  const room = WIDTH - NAME - END;
  const part = (place: number): string | null => { const share = passed(stages, place); return share === null ? null : t("chart.percent", { n: share }); };
  return (
    <Figure
      title={t("chart.funnel")} note={knownOf(chart)} heads={[t("candidate.stage"), t("chart.reached"), t("chart.goOn")]} rows={stages.map(({ stage, reached }, place) => [stage.name, number(reached), part(place)])}
      says={stages.map(({ stage, reached }) => t("chart.reachedBy", { stage: stage.name, count: reached })).join(", ")}
    >
      <svg className={css.svg} viewBox={`0 0 ${String(WIDTH)} ${String(stages.length * ROW)}`} aria-hidden="true">
        {stages.map(({ stage, reached }, place) => (
          <g key={stage.id} transform={`translate(0 ${String(place * ROW)})`}>
            <text x={0} y={21} className={css.name}>{cut(stage.name)}</text>
            <rect x={NAME} y={6} width={room} height={22} rx={3} className={css.rest} />
            <rect x={NAME} y={6} width={Math.max(reached > 0 ? 3 : 0, (reached / most) * room)} height={22} rx={3} style={{ fill: inkOf(stage) }} />
            <text x={WIDTH - END + 12} y={21} className={css.value}>{number(reached)}</text>
            <text x={WIDTH} y={21} textAnchor="end" className={css.side}>{part(place)}</text>
          </g>
        ))}
      </svg>
    </Figure>
  );
}

function Times({ chart }: { chart: JobChart }) {
  const stages = chart.stages.filter(({ stage }) => stage.kind !== "Hired");
  const most = Math.max(1, ...stages.map(({ most_days: days }) => days ?? 0));
  const room = WIDTH - NAME - END;
  const at = (value: number | null): number => ((value ?? 0) / most) * room;
  return (
    <Figure
      title={t("chart.times")} note={t("chart.timesNote")} heads={[t("candidate.stage"), t("chart.median"), t("chart.most"), t("chart.stays")]} rows={stages.map(({ stage, median_days, most_days, stays }) => [stage.name, days(median_days), days(most_days), number(stays)])}
      says={stages.map(({ stage, median_days }) => t("chart.medianOf", { stage: stage.name, time: days(median_days) ?? "–" })).join(", ")}
    >
      <svg className={css.svg} viewBox={`0 0 ${String(WIDTH)} ${String(stages.length * ROW)}`} aria-hidden="true">
        {stages.map(({ stage, median_days: median, most_days: nine }, place) => (
          <g key={stage.id} transform={`translate(0 ${String(place * ROW)})`}>
            <text x={0} y={21} className={css.name}>{cut(stage.name)}</text>
            {median !== null && (
              <>
                <rect x={NAME} y={9} width={Math.max(3, at(median))} height={16} rx={3} style={{ fill: inkOf(stage) }} />
                <path d={`M${String(NAME + at(median))} 17H${String(NAME + at(nine))}M${String(NAME + at(nine))} 11v12`} className={css.line} />
              </>
            )}
            <text x={WIDTH - END + 12} y={21} className={css.value}>{days(median) ?? "–"}</text>
            <text x={WIDTH} y={21} textAnchor="end" className={css.side}>{nine === null ? "" : t("chart.upTo", { time: t("pipeline.days", { days: nine }) })}</text>
          </g>
        ))}
      </svg>
    </Figure>
  );
}

const HIGH = 180;
const month = dates({ month: "short" });
const monthYear = dates({ month: "short", year: "numeric" });
const first = (name: string): Date => new Date(`${name}-15T12:00:00`);

function Sources({ chart }: { chart: JobChart }) {
  const { names, months, most } = series(chart.months, SOURCES, t("pipeline.filter.none"), t("chart.other"));
  if (months.length === 0) return null;
  const step = WIDTH / Math.max(months.length, 6);
  const wide = Math.min(36, step - 10);
  return (
    <Figure
      title={t("chart.sources")} note={t("chart.sourcesNote")} heads={[t("chart.month"), ...names]} rows={months.map(({ month: name, counts }) => [monthYear.format(first(name)), ...counts.map(number)])}
      says={months.map(({ month: name, total }) => `${monthYear.format(first(name))}: ${number(total)}`).join(", ")}
    >
      <svg className={css.svg} viewBox={`0 0 ${String(WIDTH)} ${String(HIGH + 40)}`} aria-hidden="true">
        {months.map(({ month: name, counts, total }, place) => {
          let y = HIGH + 16;
          const x = place * step + (step - wide) / 2;
          return (
            <g key={name}>
              {counts.map((count, rank) => {
                const tall = (count / most) * HIGH;
                y -= tall;
                return count > 0 && <rect key={rank} x={x} y={y} width={wide} height={Math.max(tall - 1, 1)} className={css.part} data-rank={rank} />;
              })}
              <text x={x + wide / 2} y={y - 5} textAnchor="middle" className={css.side}>{total > 0 ? number(total) : ""}</text>
              <text x={x + wide / 2} y={HIGH + 34} textAnchor="middle" className={css.side}>{month.format(first(name))}</text>
            </g>
          );
        })}
      </svg>
      <ul className={css.legend}>{names.map((name, rank) => <li key={name}><i className={css.part} data-rank={rank} />{name}</li>)}</ul>
    </Figure>
  );
}
