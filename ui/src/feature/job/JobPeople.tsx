import { useMemo, useState } from "react";
import type { BoardJob, CandidateSort } from "../../bindings/types";
import { Coverage, EmptyState, FailureState, SkeletonRows } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import { Stage, columns } from "../candidate/CandidateColumns";
import { turned } from "../candidate/list";
import { useRowHeight } from "../candidate/table/measure";
import { Table, type Order } from "../candidate/table/Table";
import { useListing } from "../candidate/table/useListing";
import { leaveFrom } from "../candidate/trail";
import { people } from "../candidate/words";
import css from "./Jobs.module.css";

const SHOWN = new Set(["name", "headline", "stage", "source", "tags", "updated", "created"]);

const columnsOf = (job: string) => columns("", ({ id }) => <StageHere job={job} candidate={id} />).filter(({ id }) => SHOWN.has(id));

/** Everyone who ever applied to a job of this name, ended applications included. */
export function JobPeople({ job, onOpen }: { job: BoardJob; onOpen: (candidate: string) => void }) {
  const [order, setOrder] = useState<Order<CandidateSort>>({ by: "updated", desc: true });
  const wanted = useMemo(() => ({ query: `job:"${job.title.replaceAll('"', " ")}"`, sort: order.by, desc: order.desc }), [job.title, order]);
  const list = useListing("list_candidates", wanted);
  const height = useRowHeight();
  const shown = useMemo(() => columnsOf(job.id), [job.id]);
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

/** Where somebody stands in this job: a row of the list knows only their latest application, which may be to another one. */
function StageHere({ job, candidate }: { job: string; candidate: string }) {
  const { data } = useCommand("candidate", { id: candidate });
  const here = data?.applications.find(({ job_id: id }) => id === job);
  return here ? <Stage stage={here.stage} pending={here.pending !== null} /> : null;
}
