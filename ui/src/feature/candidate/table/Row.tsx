import { memo } from "react";
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

/** One row of a grid. It hears nothing itself: the grid does, so that a row is drawn anew only when what it shows changes. */
function RowView<Row, Sort extends string>({ index, item, columns, template, height, y, name, data, isFocused, isPeeked, isChosen }: Props<Row, Sort>) {
  return (
    <div
      {...(item ? data(item) : {})} role="row" aria-rowindex={index + 2} data-index={index} tabIndex={isFocused ? 0 : -1}
      aria-selected={isChosen ?? isPeeked} data-peek={isPeeked || undefined} aria-label={name} aria-busy={item ? undefined : true}
      className={css.row} style={{ gridTemplateColumns: template, height, transform: `translateY(${String(y)}px)` }}
    >
      {isChosen !== null && <div role="gridcell" className={css.check} data-check><Tick on={isChosen} /></div>}
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={column.end ? `${css.cell ?? ""} ${css.end ?? ""}` : css.cell}>
          {item ? column.cell(item, index) : <i className={css.blank} aria-hidden="true" />}
        </div>
      ))}
    </div>
  );
}

export const Row = memo(RowView) as typeof RowView;
