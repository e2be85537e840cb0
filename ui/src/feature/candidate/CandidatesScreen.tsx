import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { CandidateSort, Failure } from "../../bindings/types";
import { Button, Coverage, Screen, SearchField, useHotkey } from "../../component";
import { commandQuery } from "../../query";
import { CandidateListPeek } from "./CandidateListPeek";
import { columns } from "./CandidateColumns";
import { asked, keepSpot, spotOf, turned, useAnswered, type CandidateSearch } from "./list";
import { useNarrow, useRowHeight } from "./table/measure";
import { Table, type TableHandle } from "./table/Table";
import { useWindows } from "./table/useWindows";
import type { Range } from "./table/scale";
import { leaveFrom } from "./trail";
import { words } from "./words";
import css from "./Candidates.module.css";

const WINDOW = 100;

type Props = { search: CandidateSearch; onSearch: (search: CandidateSearch) => void; onOpen: (candidate: string) => void };

/** Everyone in the mirror, searched with each key. */
export function CandidatesScreen({ search, onSearch, onOpen }: Props) {
  const { q = "", sort, desc } = search;
  const wanted = useMemo(() => asked({ q, sort, desc }), [q, sort, desc]);
  const head = useQuery(commandQuery("list_candidates", { ...wanted, offset: 0, limit: WINDOW }));
  const shown = useAnswered(wanted, head.data !== undefined);
  const first = useQuery({ ...commandQuery("list_candidates", { ...shown, offset: 0, limit: WINDOW }), placeholderData: keepPreviousData });
  const [range, setRange] = useState<Range>({ first: 0, last: 30 });
  const { rows, total } = useWindows("list_candidates", shown, range, WINDOW);
  const spot = spotOf(shown);
  const [focused, setFocused] = useState(spot.index);
  const [peek, setPeek] = useState(false);
  const table = useRef<TableHandle>(null);
  const field = useRef<HTMLInputElement>(null);
  const height = useRowHeight();
  const narrow = useNarrow();
  const count = total ?? first.data?.total ?? 0;
  const order = { by: wanted.sort, desc: wanted.desc };

  useHotkey("/", () => { field.current?.focus(); field.current?.select(); });

  // A new answer starts at its top; coming back to one already seen starts where it was left.
  const seen = useRef(shown);
  useEffect(() => {
    if (seen.current === shown) return;
    seen.current = shown;
    table.current?.toTop();
  }, [shown]);
  useLayoutEffect(() => () => { if (table.current) keepSpot(seen.current, table.current.spot()); }, []);
  const arrived = count > 0;
  useEffect(() => { if (arrived && (document.activeElement === document.body || document.activeElement === null)) table.current?.focus(); }, [arrived]);

  const at = useCallback((index: number) => rows.get(index), [rows]);
  const open = (index: number) => {
    const row = rows.get(index);
    if (!row) return;
    leaveFrom({ kind: "list", input: shown, index, total: count, candidate: row.id });
    onOpen(row.id);
  };
  const person = rows.get(focused);
  const change = (query: string) => { onSearch({ ...search, q: query === "" ? undefined : query, sort: undefined, desc: undefined }); };
  const page = first.data;
  return (
    <Screen title={words.candidates}>
      <div className={css.screen}>
        <div className={css.search}>
          <SearchField
            ref={field} label={words.search} placeholder={words.searchHint} value={q} onChange={change} size="large" hint={q === "" ? undefined : words.clears}
            onKeyDown={(event) => {
              if (event.key === "ArrowDown" || event.key === "Enter") { event.preventDefault(); table.current?.focus(); }
              else if (event.key === "Escape" && q === "") table.current?.focus();
            }}
          />
        </div>
        {page && (
          <Coverage count={words.people(page.total, page.exact)} coverage={page.coverage} filtered={shown.query !== ""} took={words.took(page.took_us)} />
        )}
        <div className={css.split}>
          <div className={css.list}>
            {count > 0 ? (
              <Table
                label={words.candidates} columns={columns(shown.query)} total={count} at={at} name={(row) => row.name} data={(row) => ({ "data-candidate-id": row.id })}
                row={height} order={order} onOrder={(by: CandidateSort) => { const next = turned(order, by); onSearch({ ...search, sort: next.by, desc: next.desc }); }}
                onRange={setRange} focused={Math.min(focused, count - 1)} onFocused={setFocused} selected={peek ? focused : -1}
                onOpen={open} onPeek={() => { setPeek((old) => !old); }} onPick={() => { setPeek(true); }} start={spot} handle={table} narrow={narrow || peek}
              />
            ) : <NoPeople query={shown.query} failure={head.error as Failure | null} ready={page !== undefined} onClear={() => { change(""); field.current?.focus(); }} onRetry={() => { void head.refetch(); }} />}
          </div>
          {peek && person && (
            <CandidateListPeek
              id={person.id} position={words.position(focused, count, null)}
              onStep={(by) => { setFocused(Math.min(Math.max(focused + by, 0), count - 1)); table.current?.focus(); }}
              onOpen={() => { open(focused); }} onClose={() => { setPeek(false); table.current?.focus(); }}
            />
          )}
        </div>
      </div>
    </Screen>
  );
}

function NoPeople({ query, failure, ready, onClear, onRetry }: { query: string; failure: Failure | null; ready: boolean; onClear: () => void; onRetry: () => void }) {
  if (failure) return <div className={css.state} role="alert"><p>{`${failure.message} ${failure.cure}`}</p><Button onPress={onRetry}>{words.tryAgain}</Button></div>;
  if (!ready) return null;
  if (query === "") return <div className={css.state}><p>{words.emptyMirror}</p></div>;
  return <div className={css.state}><p>{words.found(query)}</p><Button onPress={onClear}>{words.clear}</Button></div>;
}
