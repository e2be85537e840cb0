import { Ellipsis } from "lucide-react";
import type { ApplicationView, Pending } from "../../bindings/types";
import { Button, MenuButton, StageGlyph, StateGlyph } from "../../component";
import { moreItems } from "../act/more/More";
import type { MoreKind } from "../act/more/more";
import { ended } from "./bars";
import { Stepper } from "./Stepper";
import { t } from "../../words";
import { archived, hired, inProcess, inStage, joined } from "./words";
import css from "./Application.module.css";

/** What is to be said of an application beneath its job: how long, or how it ended. */
export function standing(application: ApplicationView): string {
  if (application.stage?.kind === "Hired") return hired(application.ended_at);
  if (ended(application)) return archived(application);
  const current = application.steps.find(({ state }) => state === "current");
  const time = joined(inProcess(application.days), inStage(current?.days ?? null));
  return application.history_known ? time : joined(time, t("candidate.historyUnknown"));
}

/** True while a move can be taken back in place; what went wrong is settled in Activity. */
const undoable = ({ intent_id, state }: Pending): boolean => intent_id !== "" && (state === "waiting" || state === "sending");

/** What can be done with an application beyond moving it. */
export const kindsOf = ({ stage }: ApplicationView): MoreKind[] => (stage?.kind === "Archived" ? ["reconsider", "source", "feedback"] : stage?.kind === "Hired" ? ["source", "feedback"] : ["transfer", "source", "feedback"]);

type Props = { application: ApplicationView; /** Whether bare keys mean this application. */ isKeyed: boolean; onMove: (id: string) => void; onMore: (kind: MoreKind, application: ApplicationView) => void; onUndo: (application: ApplicationView) => void };

/** One application as a strip of 60 px: job, time, and its stages. */
export function ApplicationStrip({ application, isKeyed, onMove, onMore, onUndo }: Props) {
  const job = application.job ?? t("candidate.noJob");
  const over = ended(application);
  return (
    <div className={css.strip} data-application-id={application.id}>
      <div className={css.who}>
        <div className={css.job}>
          <StageGlyph kind={application.stage?.kind ?? "Lead"} />
          <span className={css.title} data-over={over || undefined} title={job}>{job}</span>
        </div>
        {application.pending ? (
          <div className={css.pending} data-state={application.pending.state}>
            <StateGlyph state={application.pending.state} size={14} />
            <span className={css.cut}>{application.pending.label}</span>
            {undoable(application.pending) && <button type="button" className={css.undo} onClick={() => { onUndo(application); }}>{t("candidate.undo")}</button>}
          </div>
        ) : <div className={css.time} title={standing(application)}>{standing(application)}</div>}
      </div>
      <Stepper application={application} label={t("candidate.stagesOf", { job })} />
      <span className={css.act} data-strip={application.id}>
        {!over && <Button variant="quiet" size="small" aria-label={t("candidate.moveMenuOf", { job })} onPress={() => { onMove(application.id); }}>{t("candidate.moveMenu")}</Button>}
        {application.stage?.kind === "Archived" && <Button variant="quiet" size="small" aria-label={t("deed.menu.reconsiderOf", { job })} onPress={() => { onMore("reconsider", application); }}>{t("deed.menu.reconsider")}</Button>}
        <MenuButton variant="quiet" size="small" label={t("deed.menu.moreOf", { name: job })} items={moreItems(kindsOf(application), isKeyed)} onAction={(kind) => { onMore(kind, application); }}><Ellipsis /></MenuButton>
      </span>
    </div>
  );
}
