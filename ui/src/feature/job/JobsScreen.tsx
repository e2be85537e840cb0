import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Failure, JobSort } from "../../bindings/types";
import { Button, Coverage, Screen, SearchField, useHotkey } from "../../component";
import { commandQuery } from "../../query";
import { useAnswered } from "../candidate/list";
import { useNarrow, useRowHeight } from "../candidate/table/measure";
import type { Range } from "../candidate/table/scale";
import { Table, type TableHandle } from "../candidate/table/Table";
import { useWindows } from "../candidate/table/useWindows";
import { columns } from "./JobColumns";
import { asked, keepSpot, ordered, spotOf, turned, type JobSearch } from "./list";
import { count, words } from "./words";
import css from "./Jobs.module.css";

const WINDOW = 100;

type Props = { search: JobSearch; onSearch: (search: JobSearch) => void; onOpen: (job: string) => void };

/** Every job of the workspace; Enter opens its pipeline. */
export function JobsScreen({ search, onSearch, onOpen }: Props) {
  const { q = "", status = "OPEN", sort, desc } = search;
  const wanted = useMemo(() => asked({ q, status, sort, desc }), [q, status, sort, desc]);
  const head = useQuery(commandQuery("list_jobs", { ...wanted, offset: 0, limit: WINDOW }));
  const shown = useAnswered(wanted, head.data !== undefined);
  const { data: page } = useQuery({ ...commandQuery("list_jobs", { ...shown, offset: 0, limit: WINDOW }), placeholderData: keepPreviousData });
  const [range, setRange] = useState<Range>({ first: 0, last: 30 });
  const { rows, total } = useWindows("list_jobs", shown, range, WINDOW);
  const spot = spotOf(shown);
  const [focused, setFocused] = useState(spot.index);
  const table = useRef<TableHandle>(null);
  const field = useRef<HTMLInputElement>(null);
  const narrow = useNarrow();
  const height = useRowHeight();
  const jobs = total ?? page?.total ?? 0;
  const filtered = q !== "" || status !== "ALL";

  useHotkey("/", () => { field.current?.focus(); field.current?.select(); });
  const seen = useRef(shown);
  useEffect(() => {
    if (seen.current === shown) return;
    seen.current = shown;
    table.current?.toTop();
  }, [shown]);
  const arrived = jobs > 0;
  useLayoutEffect(() => () => { if (table.current) keepSpot(seen.current, table.current.spot()); }, []);
  useEffect(() => { if (arrived && (document.activeElement === document.body || document.activeElement === null)) table.current?.focus(); }, [arrived]);

  const at = useCallback((index: number) => rows.get(index), [rows]);
  const open = (index: number) => {
    const row = rows.get(index);
    if (row) onOpen(row.id);
  };
  const onClear = () => { onSearch({ status: "ALL" }); field.current?.focus(); };
  return (
    <Screen title={words.jobs}>
      <div className={css.screen}>
        <div className={css.search}>
          <SearchField
            ref={field} label={words.search} placeholder={words.searchHint} value={q} size="large" hint={q === "" ? undefined : words.clears}
            onChange={(query) => { onSearch({ ...search, q: query === "" ? undefined : query }); }}
            onKeyDown={(event) => {
              if (event.key === "ArrowDown" || event.key === "Enter") { event.preventDefault(); table.current?.focus(); }
              else if (event.key === "Escape" && q === "") table.current?.focus();
            }}
          />
        </div>
        {page && (
          <>
            <div className={css.filters} role="group" aria-label={words.filters}>
              <Chip label={words.all} value={page.counts.reduce((sum, one) => sum + one.count, 0)} on={status === "ALL"} onPress={() => { onSearch({ ...search, status: "ALL" }); }} />
              {ordered(page.counts).map((one) => (
                <Chip key={one.status} label={words.statusOf(one.status)} value={one.count} on={status === one.status} onPress={() => { onSearch({ ...search, status: one.status === "OPEN" ? undefined : one.status }); }} />
              ))}
            </div>
            <Coverage count={words.found(page.total)} coverage={page.coverage} filtered={filtered} />
          </>
        )}
        {arrived ? (
          <Table
            label={words.jobs} columns={columns} total={jobs} at={at} name={(row) => row.title} data={(row) => ({ "data-job-id": row.id })} row={height}
            order={{ by: wanted.sort, desc: wanted.desc }}
            onOrder={(by: JobSort) => { const next = turned({ by: wanted.sort, desc: wanted.desc }, by); onSearch({ ...search, sort: next.by, desc: next.desc }); }}
            onRange={setRange} focused={Math.min(focused, jobs - 1)} onFocused={setFocused} selected={-1} onOpen={open} onPick={open} start={spot} handle={table} narrow={narrow}
          />
        ) : <NoJobs failure={head.error as Failure | null} ready={page !== undefined} filtered={filtered && (page?.coverage.total ?? 0) > 0} onClear={onClear} onRetry={() => { void head.refetch(); }} />}
      </div>
    </Screen>
  );
}

const Chip = ({ label, value, on, onPress }: { label: string; value: number; on: boolean; onPress: () => void }) => (
  <button type="button" className={css.filter} aria-pressed={on} onClick={onPress}>{label}<span>{count(value)}</span></button>
);

function NoJobs({ failure, ready, filtered, onClear, onRetry }: { failure: Failure | null; ready: boolean; filtered: boolean; onClear: () => void; onRetry: () => void }) {
  if (failure) return <div className={css.state} role="alert"><p>{`${failure.message} ${failure.cure}`}</p><Button onPress={onRetry}>{words.tryAgain}</Button></div>;
  if (!ready) return null;
  if (filtered) return <div className={css.state}><p>{words.noMatch}</p><Button onPress={onClear}>{words.clear}</Button></div>;
  return <div className={css.state}><p>{words.empty}</p></div>;
}
