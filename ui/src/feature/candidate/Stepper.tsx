import type { ApplicationView } from "../../bindings/types";
import { bars, type Bar } from "./bars";
import { stepTime } from "./words";
import css from "./Stepper.module.css";

/** The way of one application through its plan: a bar, a name and a time per stage. */
export function Stepper({ application, label }: { application: Pick<ApplicationView, "stage" | "steps" | "ended_at">; label: string }) {
  return (
    <ol className={css.steps} aria-label={label}>
      {bars(application).map((bar) => (
        <li key={bar.stage.id} className={css.step} data-tone={bar.tone} data-kind={bar.stage.kind} aria-current={bar.tone === "now" ? "step" : undefined} title={title(bar)}>
          <div className={css.bar} />
          <div className={css.name}>{bar.stage.name}</div>
          <div className={css.time}>{stepTime(bar.tone, bar.days)}</div>
        </li>
      ))}
    </ol>
  );
}

const title = ({ stage, tone, days }: Bar): string => [stage.name, stepTime(tone, days)].filter((part) => part !== "").join(", ");
