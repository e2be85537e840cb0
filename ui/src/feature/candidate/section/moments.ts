import type { Moment } from "../../../bindings/types";

/** Apart at most, ms: two records of one end, and a move as it was sent from here and as Ashby wrote it down. */
const SAME = 5_000;
const SENT = 120_000;

const near = (one: Moment, other: Moment, ms: number): boolean =>
  one.application_id !== null && one.application_id === other.application_id && Math.abs(Date.parse(one.at) - Date.parse(other.at)) <= ms;

const isEnd = ({ kind }: Moment): boolean => kind === "rejected" || kind === "withdrawn";
const moves = (action: Moment, stage: Moment): boolean => stage.title !== null && action.title?.includes(stage.title) === true && near(action, stage, SENT);

/** Each thing once: an end tells of the stage it led to, and a stage of the move that led there. */
export function told(moments: readonly Moment[]): Moment[] {
  const ends = moments.filter(isEnd);
  const stages = moments.filter(({ kind }) => kind === "stage");
  return moments.filter((moment) => {
    if (moment.kind === "stage") return !ends.some((end) => near(moment, end, SAME));
    return moment.kind !== "action" || moment.detail !== "done" || !stages.some((stage) => moves(moment, stage));
  });
}
