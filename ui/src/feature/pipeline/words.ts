import type { BoardColumn, Card } from "../../bindings/types";
import { dates, number, t } from "../../words";

export const count = number;

const clock = dates({ hour: "2-digit", minute: "2-digit" });
const weekday = dates({ weekday: "short", hour: "2-digit", minute: "2-digit" });
const date = dates({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const DAY = 86_400_000;

/** When something is to come, in a narrow place: "today 14:30", "tomorrow 10:00", "Thu 15:30", "3 Mar 09:00". */
export function when(at: string, now: number): string {
  const [then, today] = [new Date(at), new Date(now)];
  const days = Math.round((new Date(then).setHours(0, 0, 0, 0) - new Date(today).setHours(0, 0, 0, 0)) / DAY);
  if (days === 0) return t("pipeline.todayAt", { time: clock.format(then) });
  if (days === 1) return t("pipeline.tomorrowAt", { time: clock.format(then) });
  return (days > 1 && days < 7 ? weekday : date).format(then);
}

/** Time in a stage; less than a day may have begun yesterday. */
export const days = (value: number): string => (value < 1 ? t("pipeline.day") : t("pipeline.days", { days: value }));

/** How long people have been in a column. */
export const ages = ({ median_days: median, oldest_days: oldest }: BoardColumn): string =>
  median === null || oldest === null ? "" : t("pipeline.ages", { median: days(median), oldest: days(oldest) });

/** Sentences one after the other; those that are not there are left out. */
export const said = (...sentences: string[]): string => sentences.filter((sentence) => sentence !== "").join(" ");

/** Everything a card shows, as its name. */
export const cardName = ({ name, headline, days: age, pending }: Card, stage: string, selected = false): string =>
  [name, headline, t("pipeline.inStage", { stage }), age === null ? null : days(age), pending?.label ?? null, selected ? t("pipeline.isSelected") : null].filter((part) => part !== null && part !== "").join(", ");
