import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from "react";
import { flushSync } from "react-dom";
import { useQueryClient } from "@tanstack/react-query";
import { DndContext, DragOverlay, PointerSensor, pointerWithin, useSensor, useSensors, type DragEndEvent, type DragStartEvent } from "@dnd-kit/core";
import type { Board as BoardView, Card, MoveTarget, StageRef } from "../../bindings/types";
import { announce, toast } from "../../component";
import { ActDialog, type Ask } from "../act/ActDialog";
import { subjectOf } from "../act/subject";
import { useGestures } from "../act/useGestures";
import { commandQuery } from "../../query";
import { BoardStrip } from "./BoardStrip";
import { boardKey } from "./keys";
import { keepPlace, keepTop, placeOf } from "./memory";
import { MoveMenu } from "./MoveMenu";
import { CardFace } from "./PipelineCard";
import { PipelineColumn } from "./PipelineColumn";
import { PipelinePeek } from "./PipelinePeek";
import { neighbour } from "./targets";
import { useBoardFocus } from "./useBoardFocus";
import { useMove, useUndoMove } from "./useMove";
import { t } from "../../words";
import { said } from "./words";
import css from "./Pipeline.module.css";

const terminal = (stage: StageRef): boolean => stage.kind === "Hired" || stage.kind === "Archived";
/** What is a strip at first sight stays one, so that nothing shifts when the last card of a column leaves. */
const shut = ({ columns }: BoardView): ReadonlyMap<string, boolean> => new Map(columns.map(({ stage, count }) => [stage.id, !terminal(stage) && count > 0]));
type Props = { board: BoardView; gap: number; onOpen: (card: Card, stage: StageRef, index: number, total: number) => void; onBack: () => void };
type Drag = { card: Card; stage: string; targets: readonly MoveTarget[] };

/** The stages of one plan side by side, moved over and through by key and by pointer. */
export function Board({ board, gap, onOpen, onBack }: Props) {
  const client = useQueryClient();
  const undo = useUndoMove();
  const job = board.job.id;
  const [kept] = useState(() => placeOf(client, job));
  const [folds, setFolds] = useState<ReadonlyMap<string, boolean>>(() => (kept.open.size > 0 ? kept.open : shut(board)));
  const unfolded = useCallback((stage: StageRef, count: number) => folds.get(stage.id) ?? (!terminal(stage) && count > 0), [folds]);
  const open = useMemo(() => board.columns.filter(({ stage, count }) => unfolded(stage, count)).map(({ stage }) => stage.id), [board.columns, unfolded]);
  const hand = useBoardFocus(open, kept.focus);
  const { focus, now, set } = hand;
  const [peek, setPeek] = useState(kept.peek);
  const [menu, setMenu] = useState<{ card: Card; anchor: Element | null } | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [ask, setAsk] = useState<Ask | null>(null);
  const gestures = useGestures();
  const scroller = useRef<HTMLDivElement>(null);
  const stages = useMemo(() => new Map(board.columns.map(({ stage }) => [stage.id, stage])), [board.columns]);

  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollLeft = kept.left;
  }, [kept]);
  useEffect(() => { keepPlace(client, job, { open: folds, focus, peek }); }, [client, job, folds, focus, peek]);
  const { enter } = hand;
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) enter();
  }, [enter]);
  // The column the hand is in stays clear of the peek, which lies over the board where that is narrow.
  const { stage: column, take } = focus ?? { stage: null, take: 0 };
  useEffect(() => {
    const lane = column === null ? null : scroller.current?.querySelector<HTMLElement>(`[data-stage-id="${CSS.escape(column)}"]`);
    if (lane && scroller.current) uncover(scroller.current, lane);
  }, [column, take, peek]);
  const targetsOf = useCallback((card: Card) => client.fetchQuery({ ...commandQuery("move_targets", { application_id: card.application_id }), staleTime: 5_000 }), [client]);

  const show = useCallback((card: Card, stage: StageRef) => {
    setFolds((old) => new Map(old).set(stage.id, true));
    set({ stage: stage.id, index: 0, card, take: (now.current?.take ?? 0) + 1 });
  }, [now, set]);
  const move = useMove(show);
  const send = useCallback((card: Card, from: string, to: StageRef) => {
    flushSync(() => {
      show(card, to);
      void move({ card, from: stages.get(from) ?? null, to });
    });
  }, [move, show, stages]);

  const refuse = useCallback((card: Card, why: string) => {
    toast({ message: t("pipeline.notMoved", { name: card.name }), detail: why });
    announce(said(t("pipeline.notMoved", { name: card.name }), why));
  }, []);

  const shift = useCallback(async (by: 1 | -1) => {
    const held = now.current;
    if (!held?.card) return;
    const { card, stage } = held;
    const targets = await targetsOf(card);
    const next = neighbour(targets, stage, by);
    const here = stages.get(stage)?.name ?? "";
    if (next?.stage.kind === "Archived") setAsk({ kind: "reject", who: [subjectOf(card)] });
    else if (!next) announce(t(by > 0 ? "pipeline.noNext" : "pipeline.noPrevious", { name: card.name, stage: here }));
    else if (next.refusal !== null) refuse(card, next.refusal);
    else send(card, stage, next.stage);
  }, [now, refuse, send, stages, targetsOf]);

  const { models } = hand;
  const openFocused = () => {
    const held = now.current;
    const stage = held && stages.get(held.stage);
    if (held?.card && stage) onOpen(held.card, stage, held.index, models.current.get(stage.id)?.lane.count ?? 0);
  };
  const openMenu = () => {
    const card = now.current?.card;
    if (card) setMenu({ card, anchor: scroller.current?.querySelector(`[data-application-id="${CSS.escape(card.application_id)}"]`) ?? null });
  };

  const askAbout = (kind: Ask["kind"]) => {
    const card = now.current?.card;
    if (card) setAsk({ kind, who: [subjectOf(card)] });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.index === undefined) return;
    const key = boardKey(event);
    if (!key) return;
    event.preventDefault();
    event.stopPropagation();
    switch (key.do) {
      case "vertical": hand.vertical(key.step); break;
      case "sideways": hand.sideways(key.by); break;
      case "shift": void shift(key.by); break;
      case "menu": openMenu(); break;
      case "ask": askAbout(key.kind); break;
      case "peek": setPeek((old) => !old); break;
      case "open": openFocused(); break;
      case "close": if (peek) setPeek(false); else onBack(); break;
    }
  };

  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    if (event.target instanceof HTMLElement && event.target.closest("[data-application-id]")) setPeek(true);
  };

  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }));
  const onDragStart = ({ active }: DragStartEvent) => {
    const { card, stage } = active.data.current as { card: Card; stage: string };
    setDrag({ card, stage, targets: [] });
    void targetsOf(card).then((targets) => { setDrag((old) => (old?.card === card ? { ...old, targets } : old)); });
  };
  const onDragEnd = ({ over }: DragEndEvent) => {
    const held = drag;
    setDrag(null);
    if (!held || !over || over.id === held.stage) return;
    void targetsOf(held.card).then((targets) => {
      const target = targets.find(({ stage }) => stage.id === over.id);
      if (!target) return;
      if (target.stage.kind === "Archived") setAsk({ kind: "reject", who: [subjectOf(held.card)] });
      else if (target.refusal !== null) refuse(held.card, target.refusal);
      else send(held.card, held.stage, target.stage);
    });
  };
  const refusalOf = (stage: string): string | null => drag?.targets.find((target) => target.stage.id === stage && target.stage.kind !== "Archived")?.refusal ?? null;

  const onUndo = useCallback((card: Card) => { void undo(card); }, [undo]);
  const onFold = useCallback((stage: string) => { setFolds((old) => new Map(old).set(stage, false)); }, []);
  const onLeave = useCallback((stage: string, top: number) => {
    models.current.delete(stage);
    keepTop(client, job, stage, top);
  }, [client, models, job]);

  const entry = focus ? null : board.columns.find(({ stage, count }) => count > 0 && open.includes(stage.id))?.stage.id;
  return (
    <div className={css.split}>
      <DndContext sensors={sensors} collisionDetection={pointerWithin} onDragStart={onDragStart} onDragEnd={onDragEnd} onDragCancel={() => { setDrag(null); }} accessibility={QUIET}>
        <div
          className={css.board} ref={scroller} data-testid="board" role="group" aria-label={t("pipeline.board")} data-peek={peek || undefined} data-scroller
          onKeyDown={onKeyDown} onClick={onClick} onScroll={({ currentTarget }) => { keepPlace(client, job, { left: currentTarget.scrollLeft }); }}
          onDoubleClick={openFocused}
        >
          {board.columns.map((column) => (open.includes(column.stage.id) ? (
            <PipelineColumn
              key={column.stage.id} job={job} column={column} gap={gap} focus={focus?.stage === column.stage.id ? focus : null} entry={entry === column.stage.id}
              peek={peek} refusal={refusalOf(column.stage.id)} foldable={terminal(column.stage) || column.count === 0} start={kept.tops.get(column.stage.id) ?? 0}
              onModel={hand.onModel} onCard={hand.onCard} onUndo={onUndo} onFold={onFold} onLeave={onLeave}
            />
          ) : (
            <BoardStrip key={column.stage.id} column={column} refusal={refusalOf(column.stage.id)} onOpen={(stage) => { setFolds((old) => new Map(old).set(stage, true)); }} />
          )))}
        </div>
        <DragOverlay dropAnimation={null}>
          {drag && <div className={`${css.card ?? ""} ${css.lifted ?? ""}`}><CardFace card={drag.card} /></div>}
        </DragOverlay>
      </DndContext>
      {peek && focus?.card && (
        <PipelinePeek
          focus={focus} card={focus.card} stage={stages.get(focus.stage) ?? null} count={models.current.get(focus.stage)?.lane.count ?? 0}
          onStep={(by) => { hand.vertical((held) => held.index + by); }} onNext={() => { void shift(1); }} onMenu={openMenu} onAsk={askAbout}
          onOpen={openFocused} onClose={() => { setPeek(false); hand.enter(); }}
        />
      )}
      {ask && <ActDialog ask={ask} acts={gestures} onClose={() => { setAsk(null); hand.enter(); }} />}
      {menu && (
        <MoveMenu
          application={menu.card.application_id} name={menu.card.name} anchor={menu.anchor} onClose={() => { setMenu(null); }}
          onPick={(to) => { setMenu(null); send(menu.card, now.current?.stage ?? "", to); }} onReject={() => { setMenu(null); setAsk({ kind: "reject", who: [subjectOf(menu.card)] }); }}
        />
      )}
    </div>
  );
}

const SIDE = 16;

/** Scrolls a board sideways until a column stands between its left edge and whatever lies over its right one. */
function uncover(board: HTMLElement, lane: HTMLElement) {
  const [own, room] = [lane.getBoundingClientRect(), board.getBoundingClientRect()];
  const over = board.parentElement?.querySelector("aside")?.getBoundingClientRect().left ?? room.right;
  const right = Math.min(room.right, over) - SIDE;
  const left = room.left + SIDE;
  if (own.left < left || own.right - own.left > right - left) board.scrollLeft += own.left - left;
  else if (own.right > right) board.scrollLeft += own.right - right;
}

/** Moves are announced in the product's own words, once. */
const QUIET = {
  screenReaderInstructions: { draggable: "" },
  announcements: { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined },
};
