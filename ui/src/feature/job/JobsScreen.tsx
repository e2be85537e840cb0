import { useMemo, useRef } from "react";
import type { JobRow, JobSort } from "../../bindings/types";
import { Coverage, Screen, SearchField, SkeletonRows, useHotkey } from "../../component";
import { useRowHeight } from "../candidate/table/measure";
import { Table } from "../candidate/table/Table";
import { useListing } from "../candidate/table/useListing";
import { useSearch } from "../candidate/table/useSearch";
import type { JobTab } from "../pipeline/PipelineScreen";
import { columns } from "./JobColumns";
import { NoJobs } from "./NoJobs";
import { asked, offered, turned, type JobSearch } from "./list";
import { t } from "../../words";
import { count, statusOf } from "./words";
import css from "./Jobs.module.css";

type Props = { search: JobSearch; onSearch: (search: JobSearch) => void; onOpen: (job: string, tab?: JobTab) => void };

/** Parts of a job that its row leads to beside the pipeline. */
const PARTS = ["candidates", "insights", "team", "details"] as const;
const nameOf = (row: JobRow): string => row.title;
const dataOf = (row: JobRow) => ({ "data-job-id": row.id });

/** Every job of the workspace; Enter opens its pipeline. */
export function JobsScreen({ search: address, onSearch, onOpen }: Props) {
  const [search, ask] = useSearch(address, onSearch);
  const { q = "", status = "OPEN", sort, desc } = search;
  const wanted = useMemo(() => asked({ q, status, sort, desc }), [q, status, sort, desc]);
  const list = useListing("list_jobs", wanted);
  const { page, total, handle } = list;
  const field = useRef<HTMLInputElement>(null);
  const shown = useMemo(() => columns(status === "ALL"), [status]);
  const height = useRowHeight();
  const order = { by: wanted.sort, desc: wanted.desc };
  const filtered = q !== "" || status !== "ALL";
  const toList = () => { handle.current?.focus(); };
  useHotkey("/", () => { field.current?.focus(); field.current?.select(); }, { label: t("job.search"), group: t("job.jobs") });

  const open = (index: number, tab?: JobTab) => {
    const row = list.at(index);
    if (row) onOpen(row.id, tab);
  };
  const onClear = () => { ask({ status: "ALL" }); field.current?.focus(); };
  return (
    <Screen title={t("job.jobs")}>
      <div className={css.screen}>
        <div className={css.search}>
          <SearchField
            ref={field} label={t("job.search")} placeholder={t("job.searchHint")} value={q} size="large" hint={q === "" ? undefined : t("job.clears")}
            onChange={(query) => { ask({ ...search, q: query === "" ? undefined : query }); }}
            onKeyDown={(event) => {
              if (event.key === "ArrowDown" || event.key === "Enter") { event.preventDefault(); toList(); }
              else if (event.key === "Escape" && q === "") toList();
            }}
          />
        </div>
        {page && (
          <>
            <div className={css.filters} role="group" aria-label={t("job.filters")} onKeyDown={(event) => { if (event.key === "ArrowDown") { event.preventDefault(); toList(); } }}>
              <Chip label={t("job.all")} value={page.counts.reduce((sum, one) => sum + one.count, 0)} on={status === "ALL"} onPress={() => { ask({ ...search, status: "ALL" }); }} />
              {offered(page.counts, status).map((one) => (
                <Chip key={one.status} label={statusOf(one.status)} value={one.count} on={status === one.status} onPress={() => { ask({ ...search, status: one.status === "OPEN" ? undefined : one.status }); }} />
              ))}
            </div>
            <Coverage count={t("job.found", { count: page.total })} coverage={page.coverage} filtered={filtered} />
          </>
        )}
        {total > 0 ? (
          <Table
            label={t("job.jobs")} columns={shown} total={total} at={list.at} name={nameOf} data={dataOf} row={height}
            order={order}
            onOrder={(by: JobSort) => { const next = turned(order, by); ask({ ...search, sort: next.by, desc: next.desc }); }}
            onRange={list.onRange} focused={list.focused} onFocused={list.onFocused} selected={-1} onOpen={open} onPick={open} verbs={PARTS.map((tab) => ({ label: t(`job.tab.${tab}`), run: () => { open(list.focused, tab); } }))} start={list.start} handle={handle}
          />
        ) : page === undefined && list.failure === null ? <SkeletonRows count={12} />
          : <NoJobs failure={list.failure} total={filtered ? (page?.coverage.total ?? 0) : 0} status={q === "" ? status : null} onClear={onClear} onRetry={list.retry} />}
      </div>
    </Screen>
  );
}

const Chip = ({ label, value, on, onPress }: { label: string; value: number; on: boolean; onPress: () => void }) => (
  <button type="button" className={css.filter} aria-pressed={on} onClick={onPress}>{label}<span>{count(value)}</span></button>
);
