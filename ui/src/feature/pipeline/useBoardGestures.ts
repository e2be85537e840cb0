import { useMemo } from "react";
import type { Card, Queued, Reason, StageRef } from "../../bindings/types";
import { subjectOf } from "../act/subject";
import { useGestures, type Gestures, type RejectOptions } from "../act/useGestures";
import { t } from "../../words";
import { moved } from "./travel";
import { arriveAll, departAll } from "./travels";

export type BoardGestures = Gestures & {
  moveCards: (cards: readonly Card[], to: StageRef) => Promise<Queued | null>;
  rejectCards: (cards: readonly Card[], reason: Reason, note: string, options?: RejectOptions) => Promise<Queued | null>;
};

/** Gestures over cards: they stand where they go from the key on, and are back when the engine refuses. */
export function useBoardGestures(archived: StageRef | null): BoardGestures {
  const gestures = useGestures();
  return useMemo(() => {
    const travel = async (cards: readonly Card[], to: StageRef | null, label: string, act: () => Promise<Queued | null>) => {
      const seqs = to === null ? [] : departAll(cards.map((card) => moved(card, label)), to.id);
      const queued = await act();
      arriveAll(seqs);
      return queued;
    };
    return {
      ...gestures,
      moveCards: (cards, to) => travel(cards, to, t("pipeline.pending"), () => gestures.move(cards.map(subjectOf), to)),
      rejectCards: (cards, reason, note, options) => travel(cards, archived, t("pipeline.rejected"), () => gestures.reject(cards.map(subjectOf), reason, note, options)),
    };
  }, [gestures, archived]);
}
