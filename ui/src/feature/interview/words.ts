import type { AgendaInterview } from "../../bindings/types";
import { dates, t, type Dates } from "../../words";
import { plain } from "../record";

const clock = dates({ hour: "2-digit", minute: "2-digit" });
const shortDay = dates({ weekday: "short", day: "numeric", month: "short" });
const longDay = dates({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const date = dates({ day: "numeric", month: "short", year: "numeric" });
const weekday = dates({ weekday: "short" });

/** Ashby's word in people's letters: `WaitingOnFeedback` → "Waiting on feedback". */
export function statusOf(word: string): string {
  switch (word) {
    case "Scheduled": case "WaitingOnFeedback": case "Complete": case "OnHold": case "Cancelled": case "FeedbackGiven": return t(`interview.statuses.${word}`);
    default: return plain(word);
  }
}

/** Where one interview stands: Ashby has all of an appointment wait until the last of them has feedback. */
export const standing = ({ status, has_feedback: given }: Pick<AgendaInterview, "status" | "has_feedback">): string | null => (status === "WaitingOnFeedback" && given === true ? "FeedbackGiven" : status);

type Timed = Pick<AgendaInterview, "starting_at" | "ending_at">;

/** Begin and end in the time of this computer. */
export function timeOf({ starting_at: start, ending_at: end }: Timed): string {
  if (start === null) return t("interview.noTime");
  return `${clock.format(new Date(start))}${end === null ? "" : `–${clock.format(new Date(end))}`}`;
}

export const dayOf = (at: string): string => shortDay.format(new Date(at));
export const longDayOf = (day: Date): string => longDay.format(day);
export const weekdayOf = (day: Date): string => weekday.format(day);
/** A day alone is the same day in every zone; as a moment it would be the day before west of Greenwich. */
const DAY_ALONE = 10;
export const dateOf = (at: string): string => date.format(new Date(at.length === DAY_ALONE ? `${at}T12:00` : at));
/** A week in words: from its first to its last day. */
export const spanOf = (first: Date, last: Date): string => date.formatRange(first, last);

/** The last part of a zone's name: `Europe/Lisbon` → "Lisbon". */
const placeOf = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

const inZones = new Map<string, readonly Dates[]>();

/** The clock and the weekday of a zone at one moment. */
function inZone(zone: string, at: Date): readonly string[] {
  const known = inZones.get(zone) ?? [dates({ hour: "2-digit", minute: "2-digit", timeZone: zone }), dates({ weekday: "short", timeZone: zone })];
  inZones.set(zone, known);
  return known.map((format) => format.format(at));
}

/** When it begins for the candidate, where their clock shows another time than ours, with the day where that is another too; empty where it does not, or nothing is known. */
export function theirTime({ starting_at: start, time_zone: zone }: Pick<AgendaInterview, "starting_at" | "time_zone">): string {
  if (start === null || zone === null) return "";
  try {
    const at = new Date(start);
    const [time = "", day = ""] = inZone(zone, at);
    if (day !== weekdayOf(at)) return t("interview.theirs", { time: `${day} ${time}`, place: placeOf(zone) });
    return time === clock.format(at) ? "" : t("interview.theirs", { time, place: placeOf(zone) });
  } catch {
    // A zone this web view does not know.
    return "";
  }
}

export const isOver = ({ ending_at: end, starting_at: start }: Timed, now: number): boolean => {
  const until = end ?? start;
  return until !== null && Date.parse(until) < now;
};

/** Those who hold it, with what they are there for where that is not the usual. */
export const teamOf = ({ interviewers }: Pick<AgendaInterview, "interviewers">): string =>
  interviewers.map(({ name, training_role: role }) => [name ?? t("interview.unnamed"), role === null || role === "Trained" ? null : `(${role})`].filter((part) => part !== null).join(" ")).join(", ");
