import type { ApplicationView, CandidateRow, TextCoverage } from "../../bindings/types";
import { dates, number, t } from "../../words";
import type { Tone } from "./bars";

const month = dates({ month: "short", year: "numeric" });

export const count = number;
const span = (days: number): string => (days < 1 ? t("candidate.day") : t("candidate.days", { days }));
const monthOf = (at: string): string => month.format(new Date(at));

/** Parts of a phrase with commas between; those that are not there are left out. */
export const joined = (...parts: (string | null)[]): string => parts.filter((part) => part !== null && part !== "").join(", ");

export const people = (total: number, exact: boolean): string => (exact ? t("candidate.people", { count: total }) : t("candidate.peopleAtLeast", { total }));
export const took = (us: number): string => (us < 1_000 ? t("candidate.tookLittle") : t("candidate.took", { ms: Math.round(us / 1_000) }));

/** How much of the résumés a search could look into; nothing to say without words, or when all were read. */
export const textRead = (query: string, text: TextCoverage | null | undefined): string | undefined =>
  query === "" || !text || text.have >= text.of ? undefined : t("candidate.textRead", { have: text.have, of: text.of });

/** What someone does and where. */
export const headline = (title: string | null, company: string | null): string =>
  title !== null && company !== null ? t("candidate.at", { title, company }) : (title ?? company ?? "");

/** A place in words; a region called like its city is said once. */
export const place = (location: string): string => location.split(", ").filter((part, at, all) => part !== all[at - 1]).join(", ");

/** Where someone came from, and through whom. */
export function origin(source: string | null, name: string | null): string {
  if (name === null) return source ?? "";
  return source === null ? t("candidate.creditedTo", { name }) : t("candidate.origin", { source, name });
}

export const jobsOf = ({ job, applications }: CandidateRow): string => joined(job, applications === 1 ? null : t("candidate.applicationsOf", { count: applications }));

/** Where one stands in a list. */
export const position = (index: number, total: number, where: string | null): string =>
  where === null ? t("candidate.position", { place: index + 1, total }) : t("candidate.positionIn", { place: index + 1, total, where });

/** The time under one bar of a stepper. */
export function stepTime(tone: Tone, days: number | null): string {
  switch (tone) {
    case "lost": return days === null ? t("candidate.endedHere") : t("candidate.endedAfter", { time: span(days) });
    case "now": return days === null ? "" : t("candidate.soFar", { time: span(days) });
    case "ahead": return "";
    default: return days === null ? "" : span(days);
  }
}

export const inProcess = (days: number | null): string => (days === null ? "" : t("candidate.inProcess", { time: span(days) }));
export const inStage = (days: number | null): string => (days === null ? "" : t("candidate.inStage", { time: span(days) }));
export const hired = (at: string | null): string => (at === null ? t("candidate.hired") : t("candidate.hiredIn", { month: monthOf(at) }));
/** How an application ended by its reason's type: `RejectedByOrg`, `RejectedByCandidate`, anything else. */
export const endOf = ({ reason_type: type }: Pick<ApplicationView, "reason_type">) => (type === "RejectedByOrg" ? "rejected" : type === "RejectedByCandidate" ? "withdrawn" : "archived");

export function archived(application: ApplicationView): string {
  const { ended_at: at, reason } = application;
  const how = endOf(application);
  const said = t(`candidate.over.${how}`);
  // Reasons often begin with the word that stands before them already.
  const [begin = "", ...rest] = reason?.split(":") ?? [];
  const why = begin.trim().toLowerCase() === said.toLowerCase() ? rest.join(":").trim() : reason;
  return joined(at === null ? said : t(`candidate.overIn.${how}`, { month: monthOf(at) }), why);
}

/** A phrase in the middle of another. */
export const lowered = (phrase: string): string => phrase.charAt(0).toLowerCase() + phrase.slice(1);
