import { memo, type ReactNode } from "react";
import { Tick } from "../../../component";
import type { Column } from "./Table";
import css from "./Table.module.css";

type Props<Row, Sort extends string> = {
  index: number;
  item: Row | undefined;
  columns: readonly Column<Row, Sort>[];
  template: string;
  height: number;
  y: number;
  name: string | undefined;
  data: (row: Row) => Record<`data-${string}`, string>;
  isFocused: boolean;
  /** Whether its peek is open. */
  isPeeked: boolean;
  /** Whether it is chosen; null where rows cannot be. */
  isChosen: boolean | null;
};

type Over = { at: number; span: number; cell: ReactNode };

/** What stands over several columns of a row. */
function overOf<Row, Sort extends string>(columns: readonly Column<Row, Sort>[], item: Row): Over | null {
  let widest: Over | null = null;
  columns.forEach(({ over }, at) => {
    const cell = over?.cell(item) ?? null;
    if (!over || cell === null) return;
    const beside = columns.slice(at + 1).findIndex(({ id }) => !over.covers.includes(id));
    const span = 1 + (beside < 0 ? columns.length - at - 1 : beside);
    if (span > (widest?.span ?? 0)) widest = { at, span, cell };
  });
  return widest;
}

/** One row of a grid. It hears nothing itself: the grid does, so that a row is drawn anew only when what it shows changes. */
function RowView<Row, Sort extends string>({ index, item, columns, template, height, y, name, data, isFocused, isPeeked, isChosen }: Props<Row, Sort>) {
  const over = item === undefined ? null : overOf(columns, item);
  return (
    <div
      {...(item ? data(item) : {})} role="row" aria-rowindex={index + 2} data-index={index} tabIndex={isFocused ? 0 : -1}
      aria-selected={isChosen ?? isPeeked} data-peek={isPeeked || undefined} aria-label={name} aria-busy={item ? undefined : true}
      className={css.row} style={{ gridTemplateColumns: template, height, transform: `translateY(${String(y)}px)` }}
    >
      {isChosen !== null && <div role="gridcell" className={css.check} data-check><Tick on={isChosen} /></div>}
      {columns.map((column, at) => (over && at > over.at && at < over.at + over.span ? null : (
        <div key={column.id} role="gridcell" className={column.end ? `${css.cell ?? ""} ${css.end ?? ""}` : css.cell} {...(at === over?.at && { "aria-colspan": over.span, style: { gridColumn: `span ${String(over.span)}` } })}>
          {at === over?.at ? over.cell : item ? column.cell(item, index) : <i className={css.blank} aria-hidden="true" />}
        </div>
      )))}
    </div>
  );
}

export const Row = memo(RowView) as typeof RowView;
