import type { CandidateRow } from "../../../bindings/types";
import type { Subject } from "../../act/subject";

/** What an action needs someone to have: nothing, an application, or one that is still in process. */
export type Need = "nothing" | "application" | "live";

/** Whether the shown application of someone is still in process. */
export const isLive = ({ application, stage }: CandidateRow): boolean => application !== null && stage?.kind !== "Archived" && stage?.kind !== "Hired";

const FITS: Record<Need, (row: CandidateRow) => boolean> = { nothing: () => true, application: ({ application }) => application !== null, live: isLive };

/** Those an action can be about, and how many it cannot. */
export function fitting(need: Need, rows: readonly CandidateRow[]): { fit: CandidateRow[]; left: number } {
  const fit = rows.filter(FITS[need]);
  return { fit, left: rows.length - fit.length };
}

export const subjectOfRow = ({ id, application, name, tags }: CandidateRow): Subject => ({ candidate: id, application: application ?? "", name, tags });
