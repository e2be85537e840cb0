import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useDraggable, useDroppable } from "@dnd-kit/core";
import { defaultRangeExtractor, useVirtualizer, type Range as Window } from "@tanstack/react-virtual";
import { ChevronsLeft, ListChecks } from "lucide-react";
import type { BoardColumn, BoardFilter, Card, StageRef } from "../../bindings/types";
import { IconButton, StageGlyph } from "../../component";
import { useWindows } from "../candidate/table/useWindows";
import type { ColumnModel, Focus } from "./focus";
import { CardFace, heightOf } from "./PipelineCard";
import { useRoom } from "./room";
import type { Selection } from "./selection";
import { lay } from "./travel";
import { useTravels } from "./travels";
import { t } from "../../words";
import { withConflict, type Conflicts } from "./useConflicts";
import { ages, cardName, count } from "./words";
import css from "./Pipeline.module.css";

const WINDOW = 50;
const OVER = 6;
/** Room at the foot of a column, and as much as the bar of what is selected lies over, px. */
const FOOT = 16;
const BAR = 64;

type Props = {
  job: string;
  filter: BoardFilter | undefined;
  selection: Selection;
  conflicts: Conflicts;
  column: BoardColumn;
  gap: number;
  focus: Focus | null;
  /** True when this column's first card is the board's way in for Tab. */
  entry: boolean;
  peek: boolean;
  refusal: string | null;
  foldable: boolean;
  start: number;
  onModel: (model: ColumnModel) => void;
  onCard: (card: Card | null, index: number, stage: string) => void;
  onUndo: (card: Card) => void;
  onFold: (stage: string) => void;
  onLeave: (stage: string, top: number) => void;
  onSelectAll: (stage: StageRef) => void;
};

export const PipelineColumn = memo(function PipelineColumn(props: Props) {
  const { job, filter, selection, conflicts, column, gap, focus, entry, peek, refusal, foldable, start, onModel, onCard, onUndo, onFold, onLeave, onSelectAll } = props;
  const { stage } = column;
  const scroller = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState({ first: 0, last: 20 });
  const { rows, total } = useWindows("board_cards", useMemo(() => ({ job_id: job, stage_id: stage.id, filter }), [job, stage.id, filter]), range, WINDOW);
  const travels = useTravels();
  const lane = useMemo(() => {
    const laid = lay(stage.id, { total: total ?? column.count, cards: rows }, travels);
    return conflicts.size === 0 ? laid : { ...laid, at: (index: number) => withConflict(laid.at(index), conflicts) };
  }, [stage.id, total, column.count, rows, travels, conflicts]);
  const held = focus ? focus.index : -1;
  const room = useRoom(scroller);
  const foot = selection.size > 0 ? BAR : FOOT;

  const virtual = useVirtualizer({
    count: lane.count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(lane.at(index)),
    getItemKey: useCallback((index: number) => lane.at(index)?.application_id ?? index, [lane]),
    rangeExtractor: useCallback((window: Window) => withHeld(defaultRangeExtractor(window), held, window.count), [held]),
    gap, overscan: OVER, paddingStart: 2, paddingEnd: foot, scrollPaddingEnd: foot, initialOffset: start,
    onChange: ({ range: now }) => {
      if (now) setRange((old) => (old.first === now.startIndex && old.last === now.endIndex ? old : { first: now.startIndex, last: now.endIndex }));
    },
  });

  useLayoutEffect(() => {
    const top = (): number => scroller.current?.getBoundingClientRect().top ?? 0;
    onModel({
      stage, lane,
      middle: (index) => {
        const item = virtual.measurementsCache[index];
        return item ? top() + (item.start + item.end) / 2 - (virtual.scrollOffset ?? 0) : top();
      },
      nearest: (y) => virtual.getVirtualItemForOffset(Math.max(0, y - top() + (virtual.scrollOffset ?? 0)))?.index ?? 0,
    });
  }, [stage, lane, virtual, onModel]);

  const clear = useRef(foot);
  useLayoutEffect(() => {
    if (clear.current === foot) return;
    clear.current = foot;
    if (held >= 0 && foot === BAR) virtual.scrollToIndex(held, { align: "auto" });
  }, [foot, held, virtual]);

  const taken = useRef(0);
  useLayoutEffect(() => {
    if (!focus || focus.take === taken.current) return;
    taken.current = focus.take;
    virtual.scrollToIndex(focus.index, { align: "auto" });
    scroller.current?.querySelector<HTMLElement>(`[data-index="${String(focus.index)}"]`)?.focus({ preventScroll: true });
  }, [focus, virtual]);

  useEffect(() => () => { onLeave(stage.id, virtual.scrollOffset ?? 0); }, [onLeave, stage.id, virtual]);

  const { setNodeRef, isOver } = useDroppable({ id: stage.id });
  const state = isOver ? (refusal === null ? "over" : "refused") : undefined;
  return (
    <section className={css.column} ref={setNodeRef} data-stage-id={stage.id} data-drop={state} aria-label={`${stage.name}, ${count(lane.count)}`}>
      <header className={css.head}>
        <StageGlyph kind={stage.kind} />
        <span className={css.stage} title={stage.name}>{stage.name}</span>
        <span className={css.count}>{count(lane.count)}</span>
        {lane.count > 0 && <span className={css.all}><IconButton label={t("pipeline.selectAll", { stage: stage.name })} size="small" onPress={() => { onSelectAll(stage); }}><ListChecks /></IconButton></span>}
        {foldable && <IconButton label={t("pipeline.foldStage", { stage: stage.name })} size="small" onPress={() => { onFold(stage.id); }}><ChevronsLeft /></IconButton>}
        <span className={css.ages}>{isOver && refusal !== null ? refusal : lane.count === 0 ? t("pipeline.none") : ages(column)}</span>
      </header>
      <div className={css.cards} ref={scroller} data-scroller>
        <div role="list" aria-label={stage.name} style={{ position: "relative", height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => (
            <Slot
              key={item.key} card={lane.at(item.index)} index={item.index} top={item.start} height={item.size} stage={stage.name} size={lane.count}
              tab={item.index === held || (entry && item.index === 0)} peek={peek && item.index === held} selected={selection.has(lane.at(item.index)?.application_id ?? "")} onCard={onCard} stageId={stage.id} onUndo={onUndo} room={room}
            />
          ))}
        </div>
      </div>
    </section>
  );
});

function withHeld(indexes: number[], held: number, total: number): number[] {
  if (held < 0 || held >= total || indexes.includes(held)) return indexes;
  return held < (indexes[0] ?? 0) ? [held, ...indexes] : [...indexes, held];
}

type SlotProps = {
  card: Card | undefined; index: number; top: number; height: number; stage: string; stageId: string; size: number; tab: boolean; peek: boolean; selected: boolean; room: number;
  onCard: Props["onCard"]; onUndo: Props["onUndo"];
};

const Slot = memo(function Slot({ card, index, top, height, stage, stageId, size, tab, peek, selected, room, onCard, onUndo }: SlotProps) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: card?.application_id ?? `${stageId}:${String(index)}`, data: { card, stage: stageId }, disabled: !card });
  const label = card ? cardName(card, stage, selected) : undefined;
  return (
    <div
      ref={setNodeRef} {...listeners} role="listitem" aria-setsize={size} aria-posinset={index + 1} aria-label={label} aria-busy={card ? undefined : true}
      tabIndex={tab ? 0 : -1} data-index={index} data-application-id={card?.application_id} className={css.card}
      data-pending={card?.pending ? true : undefined} data-dragging={isDragging || undefined} data-peek={peek || undefined} data-selected={selected || undefined}
      style={{ height, transform: `translateY(${String(top)}px)` }}
      onFocus={() => { onCard(card ?? null, index, stageId); }}
    >
      {card ? <CardFace card={card} selected={selected} checks onUndo={onUndo} room={room} /> : <><i className={css.blank} /><i className={css.blank} /></>}
    </div>
  );
});
