import { number, t } from "../../words";

export const count = number;

/** A job's status in words; one Ashby adds later is shown as it is written. */
export function statusOf(status: string | null): string {
  switch (status) {
    case null: return "";
    case "OPEN": case "CLOSED": case "DRAFT": case "ARCHIVED": return t(`job.statuses.${status}`);
    default: return status.charAt(0) + status.slice(1).toLowerCase().replaceAll("_", " ");
  }
}

/** Where a job is done: the place, and how far from it. */
export function where(location: string | null, remote: string | null): string {
  const how = remote === "REMOTE" || remote === "HYBRID" || remote === "ON_SITE" ? t(`job.remote.${remote}`) : "";
  return [location ?? "", how].filter((part) => part !== "").join(" · ");
}

/** How many people stand in stages of one type. */
export function peopleIn(kind: string, people: number): string {
  switch (kind) {
    case "Lead": case "PreInterviewScreen": case "Active": case "Offer": return t(`job.kinds.${kind}`, { count: people });
    default: return t("job.kinds.other", { count: people });
  }
}
