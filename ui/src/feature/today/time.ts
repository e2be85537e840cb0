import { ageAgo } from "../../component";
import { dates } from "../../words";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const clock = dates({ hour: "2-digit", minute: "2-digit" });
const weekday = dates({ weekday: "long", hour: "2-digit", minute: "2-digit" });
const date = dates({ weekday: "long", day: "numeric", month: "long" });

export const clockOf = (at: string): string => clock.format(new Date(at));

/** Whole days that have gone by. */
export const daysSince = (at: string, now: number): number => Math.max(0, Math.floor((now - Date.parse(at)) / DAY));

/** The day of a time, counted from that of another: 0 is the same day, 1 the next. */
export const dayOf = (at: string, now: number): number => Math.round((new Date(at).setHours(0, 0, 0, 0) - new Date(now).setHours(0, 0, 0, 0)) / DAY);

export const dayName = (at: string): string => date.format(new Date(at));

/** When one was here last: an age today, the weekday in the last week, else the date. */
export function when(at: string, now: number): string {
  const days = -dayOf(at, now);
  if (days < 1) return ageAgo(at, now);
  return (days < 7 ? weekday : date).format(new Date(at));
}

/** How long something takes, in minutes. */
export const minutesOf = (from: string, to: string | null): number | null => (to === null ? null : Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000)));

/** When a meeting is over; one without an end takes an hour. */
export const endOf = ({ starting_at, ending_at }: { starting_at: string; ending_at: string | null }): number => (ending_at === null ? Date.parse(starting_at) + HOUR : Date.parse(ending_at));
