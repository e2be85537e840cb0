import { ArrowDown, ArrowUp } from "lucide-react";
import { Tick } from "../../../component";
import { t } from "../../../words";
import type { Choice, Column, Order } from "./Table";
import css from "./Table.module.css";

export function Head<Row, Sort extends string>({ column, order, onOrder }: { column: Column<Row, Sort>; order: Order<Sort>; onOrder: (by: Sort) => void }) {
  const by = column.sort;
  const on = by !== undefined && by === order.by;
  const sorted = on ? (order.desc ? "descending" : "ascending") : undefined;
  const side = column.end ? `${css.cell ?? ""} ${css.end ?? ""}` : css.cell;
  if (by === undefined) return <div role="columnheader" className={side}>{column.head}</div>;
  return (
    <div role="columnheader" aria-sort={sorted} className={side}>
      <button type="button" className={css.sort} data-on={on || undefined} onClick={() => { onOrder(by); }}>
        {column.head}
        {on && (order.desc ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
      </button>
    </div>
  );
}

/** Chooses all there is, and lets go of all that is chosen. */
export function CheckHead<Row>({ choice: { state, onAll, onNone } }: { choice: Choice<Row> }) {
  return (
    <div role="columnheader" className={css.check}>
      <button
        type="button" role="checkbox" className={css.all} aria-checked={state === "some" ? "mixed" : state === "all"} aria-label={t("common.chooseAll")} title={t(state === "none" ? "common.chooseAll" : "common.clearSelection")}
        onClick={() => { if (state === "none") onAll(); else onNone(); }}
      ><Tick on={state === "some" ? "some" : state === "all"} /></button>
    </div>
  );
}
