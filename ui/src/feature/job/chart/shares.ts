import type { ChartStage, MonthSource } from "../../../bindings/types";

/** The part of those who came to the stage before that came to this one too, in per cent. */
export const passed = (stages: readonly ChartStage[], place: number): number | null => {
  const before = stages[place - 1]?.reached ?? 0;
  const here = stages[place]?.reached;
  return before > 0 && here !== undefined ? Math.round((here / before) * 100) : null;
};

export type Series = { names: readonly string[]; months: readonly { month: string; counts: readonly number[]; total: number }[]; most: number };

/** The twelve months that end with the one of `now`, each as `2026-11`; the engine counts them in UTC. */
function lastMonths(now: number): string[] {
  const at = new Date(now);
  return Array.from({ length: 12 }, (_, back) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - 11 + back)).toISOString().slice(0, "2026-11".length));
}

/** Sources of the last twelve months, also those nobody applied in: the largest `shown` by name, the rest together as the last, called `rest`. */
export function series(rows: readonly MonthSource[], shown: number, none: string, rest: string, now: number): Series {
  const totals = new Map<string, number>();
  for (const { source, count } of rows) totals.set(source, (totals.get(source) ?? 0) + count);
  const ranked = [...totals].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([source]) => source);
  const named = ranked.length > shown + 1 ? ranked.slice(0, shown) : ranked;
  const others = ranked.slice(named.length);
  const of = (month: string, sources: readonly string[]): number => rows.reduce((sum, row) => (row.month === month && sources.includes(row.source) ? sum + row.count : sum), 0);
  const months = lastMonths(now).map((month) => {
    const counts = [...named.map((source) => of(month, [source])), ...(others.length > 0 ? [of(month, others)] : [])];
    return { month, counts, total: counts.reduce((sum, count) => sum + count, 0) };
  });
  return { names: [...named.map((source) => (source === "" ? none : source)), ...(others.length > 0 ? [rest] : [])], months, most: Math.max(1, ...months.map(({ total }) => total)) };
}
