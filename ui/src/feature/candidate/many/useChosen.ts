import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import type { CandidateRow } from "../../../bindings/types";
import { announce, toast } from "../../../component";
import { failureOf } from "../../../platform";
import { commandQuery } from "../../../query";
import { t } from "../../../words";
import { added, saySelected, toggled, without, type Selected } from "../../act/selection";
import { MOST } from "../../act/subject";
import type { Asked } from "../list";
import { WINDOW } from "../table/scale";
import type { Listing } from "../table/useListing";
import { pagesOf } from "../table/useWindows";

export type Chosen = Selected<CandidateRow>;
export type Choosing = {
  chosen: Chosen;
  toggle: (index: number) => void;
  /** Chooses all between two places, also those that are not loaded. */
  span: (from: number, to: number) => void;
  /** Chooses everybody found, up to what one gesture takes. */
  all: () => void;
  drop: (ids: readonly string[]) => void;
  clear: () => void;
};

const NONE: Chosen = new Map();
/** Who was chosen when the list was left, and in which search; gone with the cache when the workspace goes. */
const kept = new WeakMap<QueryClient, { query: string; chosen: Chosen }>();

const pair = (row: CandidateRow): [string, CandidateRow] => [row.id, row];

/** Rows between two places, in order from the first; those not on this screen are read. */
async function between(client: QueryClient, { query, sort, desc }: Asked, from: number, to: number): Promise<CandidateRow[]> {
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  const pages = pagesOf({ first, last }, WINDOW);
  const read = await Promise.all(pages.map((page) => client.fetchQuery(commandQuery("list_candidates", { query, sort, desc, offset: page * WINDOW, limit: WINDOW }))));
  const start = (pages[0] ?? 0) * WINDOW;
  const rows = read.flatMap((page) => page.rows).slice(first - start, last - start + 1);
  return to < from ? rows.toReversed() : rows;
}

/** The people chosen in a list. They stay chosen in another order, and are let go when another search is shown. */
export function useChosen({ shown, total, at }: Pick<Listing<"list_candidates">, "shown" | "total" | "at">, found: string): Choosing {
  const client = useQueryClient();
  const [of, setOf] = useState(shown.query);
  const [chosen, setChosen] = useState<Chosen>(() => { const last = kept.get(client); return last?.query === shown.query ? last.chosen : NONE; });
  if (of !== shown.query) {
    setOf(shown.query);
    setChosen(NONE);
  }
  const now = useRef({ query: of, chosen });
  useLayoutEffect(() => {
    now.current = { query: of, chosen };
    kept.set(client, now.current);
  }, [client, of, chosen]);

  const set = useCallback((next: Chosen, spoken = true) => {
    now.current = { ...now.current, chosen: next };
    setChosen(next);
    if (spoken) saySelected(next.size);
  }, []);
  const take = useCallback(async (from: number, to: number) => {
    const { query } = now.current;
    try {
      const rows = await between(client, shown, from, to);
      if (now.current.query !== query) return false;
      set(added(now.current.chosen, rows.map(pair)));
      return true;
    } catch (thrown) {
      const { message, cure } = failureOf(thrown);
      toast({ message, detail: cure, tone: "failed" });
      announce(`${message} ${cure}`);
      return false;
    }
  }, [client, shown, set]);

  return {
    chosen,
    toggle: (index) => { const row = at(index); if (row) set(toggled(now.current.chosen, row.id, row)); },
    span: (from, to) => {
      const step = to < from ? -1 : 1;
      const end = from + step * Math.min(Math.abs(to - from), MOST - 1);
      const rows = Array.from({ length: Math.abs(end - from) + 1 }, (_, place) => at(from + step * place));
      if (rows.every((row) => row !== undefined)) set(added(now.current.chosen, rows.map(pair)));
      else void take(from, end);
    },
    all: () => {
      void take(0, Math.min(total, MOST) - 1).then((done) => { if (done && total > MOST) announce(t("candidate.many.part", { count: now.current.chosen.size, found })); });
    },
    drop: (ids) => { if (ids.some((id) => now.current.chosen.has(id))) set(without(now.current.chosen, ids), false); },
    clear: () => { set(NONE, false); },
  };
}
