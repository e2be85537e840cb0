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
  /** Takes a card into the hand as soon as it stands in a stage again; whoever moves the hand meanwhile keeps it. */
  await: (card: Card, stage: string) => void;
};

/** A card on its way into the hand: to a stage, or to wherever it turns up. */
type Awaited = { card: Card; stage: string | null; until: number };
/** Columns are asked again one by one; for so long a card may stand in none of them, ms. */
const BETWEEN_MS = 2_000;
/** The hand follows no card out of what lies in front of the board, or out of a text. */
const ELSEWHERE = "input, textarea, [role=dialog], [role=menu]";

/** Where the hand is on the board, kept on its card while columns change beneath it. */
export function useBoardFocus(open: readonly string[], start: Focus | null): BoardFocus {
  const [focus, setFocus] = useState<Focus | null>(start);
  const now = useRef<Focus | null>(start);
  const models = useRef(new Map<string, ColumnModel>());
  const settling = useRef(false);
  const awaited = useRef<Awaited | null>(null);

  const put = useCallback((next: Focus | null) => {
    now.current = next;
    setFocus(next);
  }, []);
  const set = useCallback((next: Focus | null) => {
    awaited.current = null;
    put(next);
  }, [put]);

  const settle = useCallback(() => {
    settling.current = false;
    const held = now.current;
    if (awaited.current && awaited.current.until < Date.now()) awaited.current = null;
    const arrived = awaited.current && arrival(models.current, awaited.current, held?.take ?? 0);
    if (arrived) {
      awaited.current = null;
      if (!document.activeElement?.closest(ELSEWHERE)) {
        put(arrived);
        return;
      }
    }
    if (!held) return;
    const homeless = document.activeElement === null || document.activeElement === document.body;
    const next = home(models.current, held);
    // Whoever is gone from here is about to stand elsewhere, or gone for good: the neighbour is in the hand until that is known.
    if (held.card && next?.card?.application_id !== held.card.application_id) awaited.current ??= { card: held.card, stage: null, until: Date.now() + BETWEEN_MS };
    if (homeless && next) put({ ...next, take: held.take + 1 });
    else if (next !== held) put(next);
  }, [put]);

  const onModel = useCallback((model: ColumnModel) => {
    models.current.set(model.stage.id, model);
    if (settling.current) return;
    settling.current = true;
    queueMicrotask(settle);
  }, [settle]);

  const onCard = useCallback((card: Card | null, index: number, stage: string) => {
    const held = now.current;
    const [sameCard, samePlace] = [held?.card?.application_id === card?.application_id, held?.index === index];
    if (held?.stage === stage && sameCard && samePlace) return;
    // Another card at the place of the hand, or its card at another place: the column changed beneath it, nobody moved it.
    (held?.stage === stage && (sameCard || samePlace) ? put : set)({ stage, index, card, take: held?.take ?? 0 });
  }, [put, set]);

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
    const next = held ? { ...held, take: held.take + 1 } : first(models.current, open, 1);
    // The hand stays where it is: what is waited for still is.
    if (next) put(next);
  }, [put, open]);

  const wait = useCallback((card: Card, stage: string) => {
    awaited.current = { card, stage, until: Date.now() + BETWEEN_MS };
    queueMicrotask(settle);
  }, [settle]);

  return { focus, now, models, set, onModel, onCard, vertical, sideways, enter, await: wait };
}

/** The place of a card that was waited for, once it stands there. */
function arrival(models: ReadonlyMap<string, ColumnModel>, { card, stage }: Awaited, take: number): Focus | null {
  for (const model of models.values()) {
    const index = stage === null || model.stage.id === stage ? model.lane.indexOf(card.application_id) : -1;
    if (index >= 0) return { stage: model.stage.id, index, card: model.lane.at(index) ?? card, take: take + 1 };
  }
  return null;
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
