import { useCallback } from "react";
import type { Card, StageRef } from "../../bindings/types";
import { announce, toast } from "../../component";
import { useAct } from "../../query";
import { moved } from "./travel";
import { arrive, depart } from "./travels";
import { words } from "./words";

export type Moving = { card: Card; from: StageRef | null; to: StageRef };

/**
 * Moves a person to a stage: the card travels at once, the engine is told, and what it answers is
 * laid beneath. When the engine refuses, the card is back and the reason is said.
 */
export function useMove(): (moving: Moving) => Promise<void> {
  const act = useAct("move_application_to_stage");
  const undo = useAct("undo");
  const { mutateAsync: send } = act;
  const { mutateAsync: takeBack } = undo;

  return useCallback(async ({ card, from, to }: Moving) => {
    const seq = depart(moved(card, words.pendingLabel), to.id);
    announce(words.moved(card.name, to.name));
    try {
      const { intent_id } = await send({ application_id: card.application_id, stage_id: to.id });
      toast({
        message: words.moved(card.name, to.name),
        action: {
          label: words.undo,
          run: () => { void back(takeBack, intent_id, card, from); },
        },
      });
    } catch {
      announce(words.notMoved(card.name));
    } finally {
      arrive(seq);
    }
  }, [send, takeBack]);
}

type TakeBack = (input: { intent_id: string }) => Promise<unknown>;

async function back(takeBack: TakeBack, intent_id: string, card: Card, to: StageRef | null) {
  const seq = to ? depart(card, to.id) : null;
  announce(to ? words.movedBack(card.name, to.name) : words.undone(card.name));
  try {
    await takeBack({ intent_id });
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
