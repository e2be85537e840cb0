import type { ReactNode } from "react";
import { useRouter } from "@tanstack/react-router";
import { Undo2 } from "lucide-react";
import type { Conflict, IntentRow } from "../../bindings/types";
import { Age, Button, exactTime, clockTime, Mark, StageGlyph, StateGlyph, useTimed } from "../../component";
import { t } from "../../words";
import { told } from "../../words/failure";
import { correctable } from "./edit";
import type { IntentActs } from "./useIntentActs";
import css from "./Activity.module.css";

type Props = { row: IntentRow; acts: IntentActs; first: boolean; onOpen: () => void; onEdit: () => void };

/** One write: what it is, where it stands, why, and what to do about it. */
export function IntentItem({ row, acts, first, onOpen, onEdit }: Props) {
  const { id, state, title, conflict } = row;
  const failure = told(row.failure);
  return (
    <article className={css.item} data-intent-id={id} data-state={state} tabIndex={first ? 0 : -1} aria-label={`${title}, ${t(`common.state.${state}`)}`}>
      <span className={css.glyph}><StateGlyph state={state} /></span>
      <div className={css.body}>
        <p><b>{title}</b>{state === "unconfirmed" ? ` ${t("activity.mayHave")}` : state === "failed" ? ` ${t("activity.refused")}` : state === "conflict" ? ` ${t("activity.wasMoved")}` : ""}</p>
        {state === "conflict" && conflict ? <ConflictCards row={row} conflict={conflict} acts={acts} /> : failure !== null && <p className={css.why}>{failure.message} {failure.cure}</p>}
        {row.warnings.map((warning) => <p key={warning} className={css.why}>{warning}</p>)}
        <Meta row={row} />
      </div>
      <div className={css.actions}><Actions row={row} acts={acts} onOpen={onOpen} onEdit={onEdit} /></div>
    </article>
  );
}

const MOMENT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)/gu;
/** Words of the engine with its times as they are told here. */
const timed = (words: string): string => words.replaceAll(MOMENT, (at) => exactTime(at));

/** When, how often tried, the code and the request id: what support asks for. */
function Meta({ row: { state, detail, created_at, settled_at, attempts, failure, undoes } }: { row: IntentRow }) {
  const at = settled_at ?? created_at;
  const clock = useTimed((now) => clockTime(at, now));
  const parts: ReactNode[] = detail === "" ? [] : [timed(detail)];
  if (state === "sending") parts.push(t("activity.sendingNow", { count: attempts }));
  else parts.push(state === "waiting" || state === "conflict" ? <Age at={created_at} ago /> : <time dateTime={at} title={exactTime(at)}>{clock}</time>);
  if (state === "waiting") parts.push(t("activity.notSent"));
  if (state === "cancelled") parts.push(attempts === 0 ? t("activity.cancelled") : t("activity.discarded"));
  if (undoes !== null) parts.push(t("activity.undoOf"));
  if (state === "failed" || state === "unconfirmed") parts.push(t("activity.attempt", { count: attempts }));
  if (failure !== null) parts.push(failure.code);
  if (failure?.request_id != null) parts.push(t("common.request", { id: failure.request_id }));
  return <p className={css.meta}>{parts.map((part, index) => <span key={index}>{index > 0 && " · "}{part}</span>)}</p>;
}

function Actions({ row, acts, onOpen, onEdit }: Omit<Props, "first">) {
  const router = useRouter();
  const { state, undo, failure, candidate_id } = row;
  const quietOpen = candidate_id !== null && <Button size="small" variant="quiet" onPress={onOpen}>{t("activity.open")}</Button>;
  const change = correctable(row) && <Button size="small" variant={state === "conflict" ? "quiet" : "plain"} onPress={onEdit}>{t("activity.edit.button")}</Button>;
  switch (state) {
    case "conflict": return <>{change}{quietOpen}</>;
    case "unconfirmed": return <><Button size="small" variant="primary" onPress={() => { acts.retry(row); }}>{t("activity.check")}</Button><Button size="small" variant="quiet" onPress={() => { acts.discard(row); }}>{t("activity.discard")}</Button></>;
    case "partial": return <><Button size="small" variant="primary" onPress={() => { acts.retry(row); }}>{t("activity.finish")}</Button><Button size="small" variant="quiet" onPress={() => { acts.discard(row); }}>{t("activity.leave")}</Button></>;
    case "failed": return (
      <>
        {failure?.code === "INTEGRATION.PERMISSION_MISSING" && <Button size="small" onPress={() => { void router.navigate({ to: "/settings", search: { tab: "connection" } }); }}>{t("activity.showHow")}</Button>}
        <Button size="small" onPress={() => { acts.retry(row); }}>{t("activity.retry")}</Button>
        {change}
        <Button size="small" variant="quiet" onPress={() => { acts.discard(row); }}>{t("activity.discard")}</Button>
      </>
    );
    case "sending": return <Mark tone="pending">{t("common.state.sending")}</Mark>;
    case "waiting": case "done": case "cancelled": return (
      <>
        {quietOpen}
        {undo !== null && <Button size="small" variant="quiet" onPress={() => { acts.undo(row); }}><Undo2 />{t("activity.undo")}</Button>}
      </>
    );
  }
}

/** Two equal cards: what stands in Ashby at the left, one's own move at the right. */
export function ConflictCards({ row, conflict: { theirs, yours, at, by }, acts }: { row: IntentRow; conflict: Conflict; acts: IntentActs }) {
  // What is not about stages has neither their id nor their kind.
  const isStage = yours.id !== "";
  const from = row.detail.split(" · ").at(-1)?.split(" → ")[0];
  return (
    <>
      <p className={css.why}>{t("activity.choose")}</p>
      <div className={css.cards}>
        <section className={css.card}>
          <p className={css.small}>{t("activity.inAshby")}</p>
          <p className={css.stage}>{isStage && <StageGlyph kind={theirs.kind} />}{theirs.name}</p>
          <p className={css.small}>{t(isStage ? "activity.movedAt" : "activity.changedAt")}{by !== null && <> {t("activity.by", { name: by })}</>}{at !== null && <>, <Age at={at} ago /></>}</p>
          <Button kbd="1" onPress={() => { acts.decide(row, "theirs"); }}>{t("activity.keep", { stage: theirs.name })}</Button>
        </section>
        <section className={css.card}>
          <p className={css.small}>{t("activity.yours")}, <Age at={row.created_at} ago /></p>
          <p className={css.stage}>{isStage && <StageGlyph kind={yours.kind} />}{yours.name}</p>
          <p className={css.small}>{from === undefined || !isStage ? "" : `${t("activity.from")} ${from}`}</p>
          <Button kbd="2" onPress={() => { acts.decide(row, "mine"); }}>{t(isStage ? "activity.moveOn" : "activity.sendMine", { stage: yours.name })}</Button>
        </section>
      </div>
    </>
  );
}
