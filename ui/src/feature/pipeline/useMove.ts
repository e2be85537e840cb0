import { useCallback } from "react";
import type { Card, StageRef } from "../../bindings/types";
import { announce, toast } from "../../component";
import { failureOf } from "../../platform";
import { useAct } from "../../query";
import { moved } from "./travel";
import { arrive, depart } from "./travels";
import { t } from "../../words";
import { said } from "./words";

export type Moving = { card: Card; from: StageRef | null; to: StageRef };

/**
 * Moves a person to a stage: the card travels at once, the engine is told, and what it answers is
 * laid beneath. When the engine refuses, the card is back and the reason is said. `onMoved` hears of
 * what was kept.
 */
export function useMove(onMoved?: (intent: string, card: Card, from: string) => void): (moving: Moving) => Promise<void> {
  const act = useAct("move_application_to_stage");
  const undo = useAct("undo");
  const { mutateAsync: send } = act;
  const { mutateAsync: takeBack } = undo;

  return useCallback(async ({ card, from, to }: Moving) => {
    const seq = depart(moved(card, t("pipeline.pending")), to.id);
    announce(t("pipeline.moved", { name: card.name, stage: to.name }));
    try {
      const { intent_id } = await send({ application_id: card.application_id, stage_id: to.id });
      if (from) onMoved?.(intent_id, card, from.id);
      toast({
        message: t("pipeline.moved", { name: card.name, stage: to.name }),
        action: { label: t("pipeline.undo"), undoes: intent_id, run: () => { void back(takeBack, intent_id, card, from); } },
      });
    } catch (thrown) {
      const { code, message, cure } = failureOf(thrown);
      // A key pressed twice asks for what is so already: there is nothing to tell.
      if (code === "OUTBOX.ALREADY_SO") return;
      toast({ message: t("pipeline.notMoved", { name: card.name }), detail: said(message, cure), tone: "failed" });
      announce(said(t("pipeline.notMoved", { name: card.name }), message, cure));
    } finally {
      arrive(seq);
    }
  }, [send, takeBack, onMoved]);
}

type TakeBack = (input: { intent_id: string }) => Promise<unknown>;

async function back(takeBack: TakeBack, intent_id: string, card: Card, to: StageRef | null) {
  const seq = to ? depart(card, to.id) : null;
  announce(to ? t("pipeline.movedBack", { name: card.name, stage: to.name }) : t("pipeline.undone", { name: card.name }));
  try {
    await takeBack({ intent_id });
  } catch (thrown) {
    const { message, cure } = failureOf(thrown);
    toast({ message: t("pipeline.notUndone"), detail: said(message, cure), tone: "failed" });
    announce(said(t("pipeline.notUndone"), message, cure));
  } finally {
    if (seq !== null) arrive(seq);
  }
}

/** Takes back the pending move a card shows. */
export function useUndoMove(): (card: Card) => Promise<void> {
  const { mutateAsync: takeBack } = useAct("undo");
  return useCallback(async (card: Card) => {
    if (card.pending && card.pending.intent_id !== "") await back(takeBack, card.pending.intent_id, { ...card, pending: null }, null);
  }, [takeBack]);
}
