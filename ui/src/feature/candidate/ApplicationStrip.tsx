import type { ApplicationView } from "../../bindings/types";
import { Button, StageGlyph, StateGlyph } from "../../component";
import { ended } from "./bars";
import { Stepper } from "./Stepper";
import { words } from "./words";
import css from "./Application.module.css";

/** What is to be said of an application beneath its job: how long, or how it ended. */
export function standing(application: ApplicationView): string {
  if (application.stage?.kind === "Hired") return words.hired(application.ended_at);
  if (ended(application)) return words.archived(application.ended_at, application.reason);
  const current = application.steps.find(({ state }) => state === "current");
  const time = words.standing(application.days, current?.days ?? null);
  return application.history_known ? time : [time, words.historyUnknown].filter((part) => part !== "").join(", ");
}

/** One application as a strip of 60 px: job, time, and its stages. */
export function ApplicationStrip({ application, onMove, onUndo }: { application: ApplicationView; onMove: (id: string) => void; onUndo: (application: ApplicationView) => void }) {
  const job = application.job ?? words.noJob;
  const over = ended(application);
  return (
    <div className={css.strip} data-application-id={application.id}>
      <div className={css.who}>
        <div className={css.job}>
          <StageGlyph kind={application.stage?.kind ?? "Lead"} />
          <span className={css.title} data-over={over || undefined} title={job}>{job}</span>
        </div>
        {application.pending ? (
          <div className={css.pending}>
            <StateGlyph state={application.pending.state} />
            <span className={css.cut}>{application.pending.label}</span>
            {application.pending.intent_id !== "" && <button type="button" className={css.undo} onClick={() => { onUndo(application); }}>{words.undo}</button>}
          </div>
        ) : <div className={css.time} title={standing(application)}>{standing(application)}</div>}
      </div>
      <Stepper application={application} label={words.stagesOf(job)} />
      <span className={css.act} data-strip={application.id}>
        {!over && <Button variant="quiet" size="small" aria-label={words.moveMenuOf(job)} onPress={() => { onMove(application.id); }}>{words.moveMenu}</Button>}
      </span>
    </div>
  );
}
