import type { ChartStage, MonthSource } from "../../../bindings/types";

/** The part of those who came to the stage before that came to this one too, in per cent. */
export const passed = (stages: readonly ChartStage[], place: number): number | null => {
  const before = stages[place - 1]?.reached ?? 0;
  const here = stages[place]?.reached;
  return before > 0 && here !== undefined ? Math.round((here / before) * 100) : null;
};

export type Series = { names: readonly string[]; months: readonly { month: string; counts: readonly number[]; total: number }[]; most: number };

/** The month after one, both as `2026-11`. */
const after = (month: string): string => {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return number === 12 ? `${String(year + 1)}-01` : `${String(year)}-${String(number + 1).padStart(2, "0")}`;
};

/** Sources by month without a gap: the largest `shown` by name, the rest together as the last, called `rest`. */
export function series(rows: readonly MonthSource[], shown: number, none: string, rest: string): Series {
  const totals = new Map<string, number>();
  for (const { source, count } of rows) totals.set(source, (totals.get(source) ?? 0) + count);
  const ranked = [...totals].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([source]) => source);
  const named = ranked.length > shown + 1 ? ranked.slice(0, shown) : ranked;
  const others = ranked.slice(named.length);
  const present = [...new Set(rows.map(({ month }) => month))].sort();
  const all: string[] = [];
  for (let month = present[0]; month !== undefined && month <= (present.at(-1) ?? ""); month = after(month)) all.push(month);
  const of = (month: string, sources: readonly string[]): number => rows.reduce((sum, row) => (row.month === month && sources.includes(row.source) ? sum + row.count : sum), 0);
  const months = all.map((month) => {
    const counts = [...named.map((source) => of(month, [source])), ...(others.length > 0 ? [of(month, others)] : [])];
    return { month, counts, total: counts.reduce((sum, count) => sum + count, 0) };
  });
  return { names: [...named.map((source) => (source === "" ? none : source)), ...(others.length > 0 ? [rest] : [])], months, most: Math.max(1, ...months.map(({ total }) => total)) };
}
