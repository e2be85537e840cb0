import { useCallback, useEffect, useImperativeHandle, useRef, type KeyboardEvent, type ReactNode, type Ref } from "react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useRows, type Rows } from "./useRows";
import type { Range } from "./scale";
import css from "./Table.module.css";

const HEAD = 32;

export type Column<Row, Sort extends string> = {
  id: string;
  head: string;
  width: string;
  sort?: Sort;
  end?: boolean;
  /** Left out where the window is narrower than 1100 px. */
  wide?: boolean;
  cell: (row: Row, index: number) => ReactNode;
};
export type Order<Sort extends string> = { by: Sort; desc: boolean };
/** What a table needs to come back to exactly where one was. */
export type Spot = { top: number; index: number };
export type TableHandle = { focus: () => void; move: (by: number) => void; spot: () => Spot; toTop: () => void };

type Props<Row, Sort extends string> = {
  label: string;
  columns: Column<Row, Sort>[];
  total: number;
  at: (index: number) => Row | undefined;
  name: (row: Row) => string;
  /** Data attributes of a row, such as its id. */
  data: (row: Row) => Record<`data-${string}`, string>;
  row: number;
  order: Order<Sort>;
  onOrder: (by: Sort) => void;
  onRange: (range: Range) => void;
  focused: number;
  onFocused: (index: number) => void;
  /** The row whose peek is open, −1 when none is. */
  selected: number;
  onOpen: (index: number) => void;
  /** Space on a row. */
  onPeek?: (index: number) => void;
  /** A click on a row. */
  onPick: (index: number) => void;
  start: Spot;
  handle: Ref<TableHandle>;
  narrow: boolean;
};

/** A grid of equal rows over a list of any length: only rows on screen exist. */
export function Table<Row, Sort extends string>(props: Props<Row, Sort>) {
  const { label, columns, total, at, name, data, row, order, onOrder, onRange, focused, onFocused, selected, onOpen, onPeek, onPick, start, handle, narrow } = props;
  const rows = useRows({ rows: total, row, head: HEAD, start: start.top });
  const { range, scroller } = rows;
  const wants = useRef(false);
  useEffect(() => { onRange(range); }, [range, onRange]);

  const shown = columns.filter((column) => !(narrow && column.wide));
  const template = shown.map((column) => column.width).join(" ");
  const move = useCallback((index: number) => {
    const next = Math.min(Math.max(index, 0), total - 1);
    if (next < 0) return;
    wants.current = true;
    onFocused(next);
    rows.reveal(next);
  }, [total, onFocused, rows]);

  useImperativeHandle(handle, () => ({
    focus: () => { move(focused); scroller.current?.querySelector<HTMLElement>(`[data-index="${String(focused)}"]`)?.focus({ preventScroll: true }); },
    move: (by) => { move(focused + by); },
    spot: () => ({ top: rows.top(), index: focused }),
    toTop: () => { rows.go(0); onFocused(0); },
  }), [move, focused, rows, onFocused, scroller]);

  useEffect(() => {
    if (!wants.current) return;
    wants.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${String(focused)}"]`)?.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement) || !event.target.dataset.index) return;
    const step = steps(event.key, focused, rows, total);
    if (step !== null) move(step);
    else if (event.key === "Enter") onOpen(focused);
    else if (event.key === " " && onPeek) onPeek(focused);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const indexes = present(range, focused, total);
  return (
    <div className={css.table} ref={scroller} onScroll={rows.onScroll} onKeyDown={onKeyDown} role="grid" aria-label={label} aria-rowcount={total + 1} aria-colcount={shown.length} data-scroller>
      <div className={css.head} role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {shown.map((column) => <Head key={column.id} column={column} order={order} onOrder={onOrder} />)}
      </div>
      <div role="presentation" className={css.track} style={{ height: rows.height }}>
        {indexes.map((index) => {
          const item = at(index);
          return (
            <div
              key={index} {...(item ? data(item) : {})} role="row" aria-rowindex={index + 2} data-index={index} tabIndex={index === focused ? 0 : -1}
              aria-selected={index === selected} aria-label={item ? name(item) : undefined} aria-busy={item ? undefined : true}
              className={css.row} style={{ gridTemplateColumns: template, height: row, transform: `translateY(${String(rows.y(index))}px)` }}
              onClick={() => { move(index); onPick(index); }}
              onDoubleClick={() => { onOpen(index); }}
              onFocus={() => { if (index !== focused) onFocused(index); }}
            >
              {shown.map((column) => (
                <div key={column.id} role="gridcell" className={column.end ? `${css.cell ?? ""} ${css.end ?? ""}` : css.cell}>
                  {item ? column.cell(item, index) : <i className={css.blank} aria-hidden="true" />}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Rows to draw: those on screen, and the focused one wherever it is, so that keys keep working. */
function present({ first, last }: Range, focused: number, total: number): number[] {
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
  if (focused >= 0 && focused < total && (focused < first || focused > last)) indexes.push(focused);
  return indexes;
}

function steps(key: string, focused: number, rows: Rows, total: number): number | null {
  switch (key) {
    case "ArrowDown": case "j": return focused + 1;
    case "ArrowUp": case "k": return focused - 1;
    case "PageDown": return focused + rows.page;
    case "PageUp": return focused - rows.page;
    case "Home": return 0;
    case "End": return total - 1;
    default: return null;
  }
}

function Head<Row, Sort extends string>({ column, order, onOrder }: { column: Column<Row, Sort>; order: Order<Sort>; onOrder: (by: Sort) => void }) {
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
