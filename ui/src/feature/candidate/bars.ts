import type { ApplicationView, Pending, StageRef, Step } from "../../bindings/types";

/** How one stage of a stepper is drawn. `lost`: the application ended in it. */
export type Tone = "done" | "now" | "lost" | "hired" | "ahead";
export type Bar = { stage: StageRef; tone: Tone; days: number | null };

const terminal = (stage: StageRef): boolean => stage.kind === "Hired" || stage.kind === "Archived";

/** True when the application no longer moves: hired, archived, or ended in any other way. */
export const ended = (application: Pick<ApplicationView, "stage" | "ended_at">): boolean =>
  application.ended_at !== null || (application.stage !== null && terminal(application.stage));

/**
 * The stages of one application as bars, in plan order. Archived is not a place on the way, so it
 * has no bar: the stage reached before it carries the end. Hired shows only when it was reached.
 */
export function bars(application: Pick<ApplicationView, "stage" | "steps" | "ended_at">): Bar[] {
  const hired = application.stage?.kind === "Hired";
  const over = ended(application) && !hired;
  const way = application.steps.filter(({ stage, state }) => stage.kind !== "Archived" && (stage.kind !== "Hired" || state !== "ahead"));
  const reached = way.findLastIndex(({ state }) => state !== "ahead");
  return way.map(({ stage, state, days }, index) => ({ stage, days, tone: tone(stage, state, over && index === reached) }));
}

function tone(stage: StageRef, state: "past" | "current" | "ahead", last: boolean): Tone {
  if (last) return "lost";
  if (state === "ahead") return "ahead";
  if (stage.kind === "Hired") return "hired";
  return state === "past" ? "done" : "now";
}

/** The application as it looks once it was moved: in its new stage since now, and not yet sent. */
export function stepTo(application: ApplicationView, to: string, pending: Pending | null): ApplicationView {
  const here = application.steps.findIndex(({ stage }) => stage.id === to);
  const step = application.steps[here];
  if (!step || application.stage?.id === to) return application;
  const steps = application.steps.map((old, index): Step => {
    if (index < here) return { ...old, state: "past" };
    if (index > here) return { ...old, state: "ahead", days: null, entered_at: null };
    return { ...old, state: "current", days: 0, entered_at: null };
  });
  return { ...application, steps, stage: step.stage, pending };
}
