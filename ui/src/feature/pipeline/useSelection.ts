import { useCallback, useRef, useState, type RefObject } from "react";
import type { QueryClient } from "@tanstack/react-query";
import type { BoardCardsInput, Card } from "../../bindings/types";
import { announce } from "../../component";
import { commandQuery } from "../../query";
import { t } from "../../words";
import { saySelected } from "../act/selection";
import { MOST } from "../act/subject";
import type { ColumnModel, Focus } from "./focus";
import { added, toggled, without, type Picked, type Selection } from "./selection";

const PAGE = 100;

export type Selecting = {
  selection: Selection;
  now: RefObject<Selection>;
  toggle: (picked: Picked) => void;
  /** Chooses all from where the hand was last to here, within one column. */
  span: (models: ReadonlyMap<string, ColumnModel>, from: Focus, to: number) => void;
  /** Chooses a whole column, up to what one gesture takes. */
  column: (stage: string, name: string) => Promise<void>;
  drop: (cards: readonly Card[]) => void;
  clear: () => void;
};

/** The cards chosen on a board; `input` says which cards there are. */
export function useSelection(client: QueryClient, input: Pick<BoardCardsInput, "job_id" | "filter">, start: Selection): Selecting {
  const [selection, setSelection] = useState(start);
  const now = useRef(start);
  const set = useCallback((next: Selection, spoken = true) => {
    now.current = next;
    setSelection(next);
    if (spoken) saySelected(next.size);
  }, []);
  const toggle = useCallback((picked: Picked) => { set(toggled(now.current, picked)); }, [set]);
  const span = useCallback((models: ReadonlyMap<string, ColumnModel>, from: Focus, to: number) => {
    const lane = models.get(from.stage)?.lane;
    if (!lane) return;
    const [first, last] = [Math.min(from.index, to), Math.max(from.index, to)];
    const cards = Array.from({ length: last - first + 1 }, (_, step) => lane.at(first + step)).filter((card) => card !== undefined);
    set(added(now.current, cards.map((card) => ({ card, stage: from.stage }))));
  }, [set]);
  const column = useCallback(async (stage: string, name: string) => {
    const cards: Card[] = [];
    let total = 1;
    while (cards.length < Math.min(total, MOST)) {
      const page = await client.fetchQuery({ ...commandQuery("board_cards", { ...input, stage_id: stage, offset: cards.length, limit: PAGE }), staleTime: 0 });
      if (page.rows.length === 0) break;
      total = page.total;
      cards.push(...page.rows);
    }
    const own = new Set(cards.map(({ application_id }) => application_id));
    const all = cards.length > 0 && cards.every(({ application_id }) => now.current.has(application_id));
    set(all ? without(now.current, cards) : added(now.current, cards.map((card) => ({ card, stage }))));
    if (!all && total > own.size) announce(t("pipeline.selectedPart", { count: MOST, stage: name, total }));
  }, [client, input, set]);
  const drop = useCallback((cards: readonly Card[]) => { if (cards.some(({ application_id }) => now.current.has(application_id))) set(without(now.current, cards), false); }, [set]);
  const clear = useCallback(() => { set(new Map(), false); }, [set]);
  return { selection, now, toggle, span, column, drop, clear };
}
