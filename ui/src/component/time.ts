const SECOND = 1_000;
const STEP = 10 * SECOND;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK_DAYS = 14;

const LOCALE = "en";
const exact = new Intl.DateTimeFormat(LOCALE, { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const dayMonth = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short" });
const monthYear = new Intl.DateTimeFormat(LOCALE, { month: "short", year: "numeric" });
const clock = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** The exact local time, as shown on hover. */
export const exactTime = (at: string): string => exact.format(new Date(at));

const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

/** Hours and minutes of today, the date of any other day. */
export function clockTime(at: string, now: number): string {
  const then = new Date(at);
  return sameDay(then, new Date(now)) ? clock.format(then) : `${dayMonth.format(then)} ${clock.format(then)}`;
}

/** How long something lasted or has been going on: "40 s", "9 min", "2 h", "5 d". */
export function span(ms: number): string {
  const past = Math.max(0, ms);
  if (past < MINUTE) return `${String(Math.floor(past / SECOND))} s`;
  if (past < HOUR) return `${String(Math.floor(past / MINUTE))} min`;
  if (past < DAY) return `${String(Math.floor(past / HOUR))} h`;
  return `${String(Math.floor(past / DAY))} d`;
}

/** An age in a narrow column: "now", "9 min", "2 h", "yesterday", "5 d", "3 Mar", "Mar 2024". */
export function shortAge(at: string, now: number): string {
  const then = new Date(at);
  const past = now - then.getTime();
  if (past < MINUTE) return "now";
  if (past < DAY && sameDay(then, new Date(now))) return span(past);
  if (sameDay(then, new Date(now - DAY))) return "yesterday";
  if (past < WEEK_DAYS * DAY) return `${String(Math.max(1, Math.floor(past / DAY)))} d`;
  return then.getFullYear() === new Date(now).getFullYear() ? dayMonth.format(then) : monthYear.format(then);
}

/** An age inside a sentence: "40 s ago", "yesterday", "on 3 Mar". */
export function ageAgo(at: string, now: number): string {
  const past = now - new Date(at).getTime();
  if (past < STEP) return "just now";
  if (past < DAY) return `${span(past < MINUTE ? past - (past % STEP) : past)} ago`;
  const short = shortAge(at, now);
  return short.endsWith(" d") ? `${short} ago` : short;
}
