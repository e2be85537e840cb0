import { Ellipsis } from "lucide-react";
import type { Card, IntentRow, StageRef } from "../../bindings/types";
import { Button, MenuButton } from "../../component";
import { useCommand } from "../../query";
import { ConflictCards } from "../activity/IntentItem";
import { useIntentActs } from "../activity/useIntentActs";
import { CandidatePeek } from "../candidate/CandidatePeek";
import { position } from "../candidate/words";
import type { Ask } from "../act/ActDialog";
import { moreItems } from "../act/more/More";
import type { MoreKind } from "../act/more/more";
import type { Focus } from "./focus";
import { onward } from "./targets";
import { t } from "../../words";
import css from "./Pipeline.module.css";

type Props = {
  focus: Focus; card: Card; conflict: IntentRow | null; stage: StageRef | null; count: number;
  onStep: (by: 1 | -1) => void; onNext: () => void; onMenu: () => void; onAsk: (kind: Ask["kind"]) => void; onMore: (kind: MoreKind) => void; onOpen: () => void; onClose: () => void;
};

/** The focused card's person beside the board. */
export function PipelinePeek({ focus, card, conflict, stage, count, onStep, onNext, onMenu, onAsk, onMore, onOpen, onClose }: Props) {
  const { data: targets } = useCommand("move_targets", { application_id: card.application_id });
  const acts = useIntentActs();
  const next = stage && targets ? onward(targets, stage.id) : null;
  return (
    <CandidatePeek
      id={card.candidate_id} application={card.application_id} position={position(focus.index, count, stage?.name ?? null)}
      top={conflict?.conflict ? <ConflictCards row={conflict} conflict={conflict.conflict} acts={acts} /> : undefined} onStep={onStep} onOpen={onOpen} onClose={onClose}
      renderFooter={() => (
        <>
          {next && <Button variant="primary" kbd="l" onPress={onNext}><span className={css.cut}>{t("pipeline.moveTo", { stage: next.stage.name })}</span></Button>}
          {!next && <Button kbd="m" onPress={onMenu}>{t("pipeline.moveMenu")}</Button>}
          <span className={css.rest}>
            <Button kbd="n" onPress={() => { onAsk("note"); }}>{t("act.note")}</Button>
            <Button kbd="r" variant="danger" onPress={() => { onAsk("reject"); }}>{t("act.reject")}</Button>
            <MenuButton variant="quiet" label={t("deed.menu.more")} items={[...moreItems(["transfer", "source", "project"], true), ...moreItems(["feedback"], false)]} onAction={onMore}><Ellipsis /></MenuButton>
          </span>
        </>
      )}
    />
  );
}
