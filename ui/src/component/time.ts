import { dates, t } from "../words";

const SECOND = 1_000;
const STEP = 20 * SECOND;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** An evening is still a matter of hours after midnight. */
const RECENT = 6 * HOUR;
const WEEK_DAYS = 14;

const exact = dates({ weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit" });
const dayMonth = dates({ day: "numeric", month: "short" });
const monthYear = dates({ month: "short", year: "numeric" });
const clock = dates({ hour: "2-digit", minute: "2-digit" });

/** The exact local time, as shown on hover. */
export const exactTime = (at: string): string => exact.format(new Date(at));

const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

/** Hours and minutes of today, the date of any other day. */
export function clockTime(at: string, now: number): string {
  const then = new Date(at);
  return sameDay(then, new Date(now)) ? clock.format(then) : `${dayMonth.format(then)} ${clock.format(then)}`;
}

const days = (n: number): string => t("common.time.days", { n });

/** How long something lasted or has been going on: "40 s", "9 min", "2 h", "5 d". */
export function span(ms: number): string {
  const past = Math.max(0, ms);
  if (past < MINUTE) return t("common.time.seconds", { n: Math.floor(past / SECOND) });
  if (past < HOUR) return t("common.time.minutes", { n: Math.floor(past / MINUTE) });
  if (past < DAY) return t("common.time.hours", { n: Math.floor(past / HOUR) });
  return days(Math.floor(past / DAY));
}

/** How long it is until something, to the minute: "9 min", "1 h 10 min". */
export function wait(ms: number): string {
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  return ms < HOUR || minutes === 0 ? span(ms) : `${span(ms)} ${t("common.time.minutes", { n: minutes })}`;
}

const midnight = (at: Date): number => new Date(at).setHours(0, 0, 0, 0);

/** How many nights lie between; the day before yesterday is two days ago, however few hours that is. */
const nights = (then: Date, now: number): number => Math.round((midnight(new Date(now)) - midnight(then)) / DAY);

/** An age that a length of time says best: of the last hours, or of today; null where a day or a date says more. */
const ofToday = (then: Date, now: number): string | null => (now - then.getTime() < RECENT || sameDay(then, new Date(now)) ? span(now - then.getTime()) : null);

/** An age of some days; null where a date says more. */
function inDays(then: Date, now: number): string | null {
  const past = nights(then, now);
  return past > 1 && past < WEEK_DAYS ? days(past) : null;
}

const dateOf = (then: Date, now: number): string => (then.getFullYear() === new Date(now).getFullYear() ? dayMonth : monthYear).format(then);

/** A time that is not yet: "in 1 h 30 min", "tomorrow", "in 3 d", "3 Mar"; null within a minute, for clocks differ. */
function ahead(then: Date, now: number): string | null {
  const left = then.getTime() - now;
  if (left < MINUTE) return null;
  if (left < RECENT || sameDay(then, new Date(now))) return t("common.time.in", { span: wait(left) });
  const until = -nights(then, now);
  if (until === 1) return t("common.time.tomorrow");
  return until < WEEK_DAYS ? t("common.time.in", { span: days(until) }) : dateOf(then, now);
}

/** An age in a narrow column: "now", "9 min", "2 h", "yesterday", "5 d", "3 Mar", "Mar 2024"; what lies ahead says so. */
export function shortAge(at: string, now: number): string {
  const then = new Date(at);
  const coming = ahead(then, now);
  if (coming !== null) return coming;
  if (now - then.getTime() < MINUTE) return t("common.time.now");
  const short = ofToday(then, now);
  if (short !== null) return short;
  if (nights(then, now) === 1) return t("common.time.yesterday");
  return inDays(then, now) ?? dateOf(then, now);
}

/** An age inside a sentence: "40 s ago", "yesterday", "on 3 Mar", "in 9 min". */
export function ageAgo(at: string, now: number): string {
  const then = new Date(at);
  const past = now - then.getTime();
  if (past <= -MINUTE) return shortAge(at, now);
  if (past < STEP) return t("common.time.justNow");
  const some = past < MINUTE ? span(past - (past % STEP)) : ofToday(then, now) ?? inDays(then, now);
  return some === null ? shortAge(at, now) : t("common.time.ago", { span: some });
}
