/** Days of this computer's calendar, as the agenda asks for them. */

export type Span = "day" | "week";
const WEEK = 7;

const at = (day: Date, by: number): Date => new Date(day.getFullYear(), day.getMonth(), day.getDate() + by);

const two = (value: number): string => String(value).padStart(2, "0");

/** A day as addresses write it: `2026-11-27`. */
export function keyOf(day: Date): string {
  return `${String(day.getFullYear()).padStart(4, "0")}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The midnight a key names; today's where it names none. */
export function dayOf(key: string | undefined, now: number): Date {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(key ?? "") ?? [];
  const named = new Date(Number(year), Number(month) - 1, Number(day));
  return year !== undefined && keyOf(named) === key ? named : at(new Date(now), 0);
}

type WeekInfo = { firstDay: number };
/** The first day of a week where people write like this; Monday is 1, Sunday 7. */
export function firstDayOf(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
}

/** The seven days around one. */
export function weekOf(day: Date, firstDay: number): Date[] {
  const back = (day.getDay() - firstDay + WEEK) % WEEK;
  return Array.from({ length: WEEK }, (_, index) => at(day, index - back));
}

/** Where these days begin and the last one ends, UTC. Days are as long as the clocks make them. */
export const boundsOf = (days: readonly Date[]): string[] => {
  const last = days.at(-1);
  return last === undefined ? [] : [...days, at(last, 1)].map((day) => day.toISOString());
};

/** The day or week before or after. */
export const moved = (day: Date, span: Span, by: 1 | -1): Date => at(day, by * (span === "day" ? 1 : WEEK));

export const sameDay = (one: Date, other: Date): boolean => keyOf(one) === keyOf(other);
