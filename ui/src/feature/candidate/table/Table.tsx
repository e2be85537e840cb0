import { lazy, Suspense, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type ReactNode, type Ref } from "react";
import { useKeyHelp, type Help, type Spot as Point, type Verb } from "../../../component";
import { t } from "../../../words";
import { CHECK, cutOf } from "./fit";
import { CheckHead, Head } from "./Head";
import { Row as RowOf } from "./Row";
import { useHand } from "./useHand";
import { useRows } from "./useRows";
import type { Range } from "./scale";
import css from "./Table.module.css";

const HEAD = 32;
// Nobody points at a row before the first paint.
const RowMenu = lazy(async () => ({ default: (await import("./RowMenu")).RowMenu }));
const NONE: readonly Verb[] = [];

export type Column<Row, Sort extends string> = {
  id: string;
  head: string;
  width: string;
  sort?: Sort;
  end?: boolean;
  /** Left out where there is no room, the highest first; without it never. */
  yields?: number;
  cell: (row: Row, index: number) => ReactNode;
};
export type Order<Sort extends string> = { by: Sort; desc: boolean };
/** How rows are chosen, where many can be acted on at once. */
export type Choice<Row> = {
  has: (row: Row) => boolean;
  state: "none" | "some" | "all";
  onToggle: (index: number) => void;
  onSpan: (from: number, to: number) => void;
  onAll: () => void;
  onNone: () => void;
};
/** What a table needs to come back to exactly where one was. */
export type Spot = { top: number; index: number };
export type TableHandle = { focus: () => void; move: (by: number) => void; spot: () => Spot; toTop: () => void };

type Props<Row, Sort extends string> = {
  label: string;
  columns: readonly Column<Row, Sort>[];
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
  /** Hears which columns there is no room for. */
  onCut?: (ids: readonly string[]) => void;
  choice?: Choice<Row>;
  /** What else can be done with the row in hand, for its menu. */
  verbs?: readonly Verb[];
  /** Height at the foot that something covers, px; the focused row stays clear of it. */
  foot?: number;
};

const KEYS: readonly Help[] = [
  { keys: "ArrowDown", label: t("common.shortcut.up") }, { keys: "Home", label: t("common.shortcut.first") }, { keys: "End", label: t("common.shortcut.last") }, { keys: "Enter", label: t("common.shortcut.open") },
];

/** A grid of equal rows over a list of any length: only rows on screen exist. */
export function Table<Row, Sort extends string>(props: Props<Row, Sort>) {
  const { label, columns, total, at, name, data, row, order, onOrder, onRange, focused, onFocused, selected, onOpen, onPeek, onPick, start, handle, onCut, choice, verbs = NONE, foot = 0 } = props;
  const rows = useRows({ rows: total, row, head: HEAD, foot, start: start.top });
  const { range, scroller } = rows;
  const wants = useRef(false);
  const [pointed, setPointed] = useState<Point | null>(null);
  useKeyHelp(KEYS);
  useEffect(() => { onRange(range); }, [range, onRange]);

  const cut = cutOf(columns, rows.room - (choice ? CHECK : 0)).join(" ");
  const shown = useMemo(() => { const ids = cut.split(" "); return columns.filter(({ id }) => !ids.includes(id)); }, [columns, cut]);
  useEffect(() => { onCut?.(cut.split(" ")); }, [onCut, cut]);
  const template = `${choice ? "14px " : ""}${shown.map((column) => column.width).join(" ")}`;
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

  const clear = useRef(foot);
  useEffect(() => {
    if (clear.current === foot) return;
    clear.current = foot;
    if (foot > 0 && focused >= range.first && focused <= range.last) rows.reveal(focused);
  }, [foot, focused, range, rows]);

  useEffect(() => {
    if (!wants.current) return;
    wants.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${String(focused)}"]`)?.focus({ preventScroll: true });
  });

  const { onKeyDown, ...hand } = useHand({ rows, total, focused, at, move, onFocused, onOpen, onPeek, onPick, onMenu: setPointed, choice });
  const inHand = at(focused);
  const indexes = present(range, focused, total);
  return (
    <div
      className={css.table} ref={scroller} onScroll={rows.onScroll} onKeyDown={onKeyDown} role="grid" aria-label={label} aria-rowcount={total + 1} aria-colcount={shown.length + (choice ? 1 : 0)}
      aria-multiselectable={choice ? true : undefined} data-scroller
    >
      <div className={css.head} role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {choice && <CheckHead choice={choice} />}
        {shown.map((column) => <Head key={column.id} column={column} order={order} onOrder={onOrder} />)}
      </div>
      <div role="presentation" className={css.track} style={{ height: rows.height }} {...hand}>
        {indexes.map((index) => {
          const item = at(index);
          return (
            <RowOf
              key={index} index={index} item={item} columns={shown} template={template} height={row} y={rows.y(index)} name={item ? name(item) : undefined} data={data}
              isFocused={index === focused} isPeeked={index === selected} isChosen={choice ? item !== undefined && choice.has(item) : null}
            />
          );
        })}
      </div>
      {pointed && inHand && (
        <Suspense fallback={null}>
          <RowMenu
            spot={pointed} name={name(inHand)} isChosen={choice?.has(inHand) ?? false} verbs={verbs} onClose={() => { setPointed(null); move(focused); }}
            onOpen={() => { onOpen(focused); }} onPeek={onPeek && (() => { onPeek(focused); })} onChoose={choice && (() => { choice.onToggle(focused); })}
          />
        </Suspense>
      )}
    </div>
  );
}

/** Rows to draw: those on screen, and the focused one wherever it is, so that keys keep working. */
function present({ first, last }: Range, focused: number, total: number): number[] {
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
  if (focused >= 0 && focused < total && (focused < first || focused > last)) indexes.push(focused);
  return indexes;
}
