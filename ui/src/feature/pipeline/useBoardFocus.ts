import { useCallback, useRef, useState, type RefObject } from "react";
import type { Card } from "../../bindings/types";
import { aside, first, follow, place, type ColumnModel, type Focus } from "./focus";

export type BoardFocus = {
  focus: Focus | null;
  /** The same, current inside event handlers. */
  now: RefObject<Focus | null>;
  models: RefObject<Map<string, ColumnModel>>;
  set: (focus: Focus | null) => void;
  onModel: (model: ColumnModel) => void;
  onCard: (card: Card | null, index: number, stage: string) => void;
  vertical: (step: (focus: Focus, count: number) => number) => void;
  sideways: (by: 1 | -1) => void;
  enter: () => void;
};

/** Where the hand is on the board, kept on its card while columns change beneath it. */
export function useBoardFocus(open: readonly string[], start: Focus | null): BoardFocus {
  const [focus, setFocus] = useState<Focus | null>(start);
  const now = useRef<Focus | null>(start);
  const models = useRef(new Map<string, ColumnModel>());
  const settling = useRef(false);

  const set = useCallback((next: Focus | null) => {
    now.current = next;
    setFocus(next);
  }, []);

  const settle = useCallback(() => {
    settling.current = false;
    const held = now.current;
    if (!held) return;
    const homeless = document.activeElement === null || document.activeElement === document.body;
    const next = home(models.current, held);
    if (homeless && next) set({ ...next, take: held.take + 1 });
    else if (next !== held) set(next);
  }, [set]);

  const onModel = useCallback((model: ColumnModel) => {
    models.current.set(model.stage.id, model);
    if (settling.current) return;
    settling.current = true;
    queueMicrotask(settle);
  }, [settle]);

  const onCard = useCallback((card: Card | null, index: number, stage: string) => {
    const held = now.current;
    if (held?.stage === stage && held.index === index && held.card?.application_id === card?.application_id) return;
    set({ stage, index, card, take: held?.take ?? 0 });
  }, [set]);

  const go = useCallback((next: Focus | null) => { if (next) set(next); }, [set]);
  const vertical = useCallback((step: (focus: Focus, count: number) => number) => {
    const held = now.current;
    const model = held && models.current.get(held.stage);
    if (held && model) go(place(model, step(held, model.lane.count), held.take + 1));
  }, [go]);
  const sideways = useCallback((by: 1 | -1) => {
    if (now.current) go(aside(models.current, open, now.current, by));
  }, [go, open]);
  const enter = useCallback(() => {
    const held = now.current;
    go(held ? { ...held, take: held.take + 1 } : first(models.current, open, 1));
  }, [go, open]);

  return { focus, now, models, set, onModel, onCard, vertical, sideways, enter };
}

/** Where the focused card is now: its own column, another one it went to, or its old neighbour. */
function home(models: ReadonlyMap<string, ColumnModel>, held: Focus): Focus | null {
  const card = held.card?.application_id;
  const own = models.get(held.stage);
  if (card !== undefined && (own?.lane.indexOf(card) ?? -1) < 0) {
    for (const model of models.values()) {
      const index = model.lane.indexOf(card);
      if (index >= 0) return { stage: model.stage.id, index, card: held.card, take: held.take + 1 };
    }
  }
  return own ? follow(own, held) : held;
}
