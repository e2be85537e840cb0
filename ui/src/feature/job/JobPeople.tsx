import { useMemo, useState } from "react";
import type { BoardJob, CandidateSort } from "../../bindings/types";
import { Coverage, EmptyState, FailureState, SkeletonRows } from "../../component";
import { t } from "../../words";
import { columns } from "../candidate/CandidateColumns";
import { turned } from "../candidate/list";
import { useRowHeight } from "../candidate/table/measure";
import { Table, type Order } from "../candidate/table/Table";
import { useListing } from "../candidate/table/useListing";
import { leaveFrom } from "../candidate/trail";
import { people } from "../candidate/words";
import css from "./Jobs.module.css";

const SHOWN = new Set(["name", "headline", "stage", "source", "tags", "updated", "created"]);

const shown = columns("").filter(({ id }) => SHOWN.has(id));

/** Everyone who ever applied to a job, ended applications included, with the stage they stand at in it. */
export function JobPeople({ job, onOpen }: { job: BoardJob; onOpen: (candidate: string) => void }) {
  const [order, setOrder] = useState<Order<CandidateSort>>({ by: "updated", desc: true });
  const wanted = useMemo(() => ({ query: `job:${job.id}`, sort: order.by, desc: order.desc }), [job.id, order]);
  const list = useListing("list_candidates", wanted);
  const height = useRowHeight();
  const open = (index: number) => {
    const row = list.at(index);
    if (!row) return;
    leaveFrom({ kind: "list", input: list.shown, index, total: list.total, candidate: row.id });
    onOpen(row.id);
  };
  if (list.failure) return <FailureState failure={list.failure} onRetry={list.retry} />;
  if (!list.page) return <SkeletonRows count={12} />;
  return (
    <div className={css.screen}>
      <Coverage count={people(list.page.total, list.page.exact)} coverage={list.page.coverage} filtered />
      {list.total === 0 ? <EmptyState text={t("job.noPeople")} /> : (
        <Table
          label={t("job.tab.candidates")} columns={shown} total={list.total} at={list.at} name={(row) => row.name} data={(row) => ({ "data-candidate-id": row.id })}
          row={height} order={order} onOrder={(by) => { setOrder(turned(order, by)); }} onRange={list.onRange} focused={list.focused} onFocused={list.onFocused} selected={-1} onOpen={open} onPick={open} start={list.start} handle={list.handle}
        />
      )}
    </div>
  );
}
