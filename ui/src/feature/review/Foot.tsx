import type { Ref } from "react";
import type { StageRef } from "../../bindings/types";
import { Kbd } from "../../component";
import { t } from "../../words";
import type { Ask } from "../act/ActDialog";
import css from "./Review.module.css";

type Props = {
  /** What was decided on who is shown, and when. */ decided: string | null; to: StageRef | null; asking: Ask["kind"] | null; /** What was done last, for some seconds. */ said: string | null; /** Whether something was decided that can be taken back. */ canUndo: boolean; onAdvance: () => void; onAsk: (kind: Ask["kind"]) => void; onSkip: () => void; onUndo: () => void; onGo: (by: 1 | -1) => void; onKeywords: () => void;
  ref: Ref<HTMLElement>;
};

/** The keys of a decision, in reach of the pointer too. */
export function Foot({ decided, to, asking, said, canUndo, onAdvance, onAsk, onSkip, onUndo, onGo, onKeywords, ref }: Props) {
  return (
    <footer className={css.foot} ref={ref} data-toasts="high">
      {decided === null ? (
        <>
          <Verb stroke="a" label={to === null ? t("review.advance") : t("review.advanceTo", { stage: to.name })} onPress={onAdvance} />
          <Verb stroke="r" label={t("act.reject")} on={asking === "reject"} onPress={() => { onAsk("reject"); }} />
        </>
      ) : <b className={css.decided} role="status">{decided}</b>}
      <Verb stroke="t" label={t("act.tag")} on={asking === "tag"} onPress={() => { onAsk("tag"); }} />
      <Verb stroke="n" label={t("act.note")} on={asking === "note"} onPress={() => { onAsk("note"); }} />
      <Verb stroke="s" label={t("review.skip")} onPress={onSkip} />
      <Verb stroke="u" label={t("common.undo")} off={!canUndo} onPress={onUndo} />
      {said !== null && <span className={css.said} title={said} data-testid="review-said">{said}</span>}
      <span className={css.right}>
        <button type="button" className={css.verb} onClick={() => { onGo(1); }}><Kbd keys="j" /><Kbd keys="k" />{t("review.walk")}</button>
        <span className={css.verb}><Kbd keys="ArrowDown" />{t("review.page")}</span>
        <Verb stroke="w" label={t("review.keywords")} onPress={onKeywords} />
        <span className={css.verb}><Kbd keys="?" />{t("review.allKeys")}</span>
      </span>
    </footer>
  );
}

const Verb = ({ stroke, label, on = false, off = false, onPress }: { stroke: string; label: string; on?: boolean; /** It does nothing now but say why. */ off?: boolean; onPress: () => void }) => (
  <button type="button" className={css.verb} data-on={on || undefined} aria-disabled={off || undefined} onClick={onPress}><Kbd keys={stroke} />{label}</button>
);
