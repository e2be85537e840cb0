import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from "react";
import { flushSync } from "react-dom";
import { useQueryClient } from "@tanstack/react-query";
import { DndContext, DragOverlay, pointerWithin } from "@dnd-kit/core";
import type { Board as BoardView, BoardFilter, Card, MoveTarget, Queued, StageRef } from "../../bindings/types";
import { announce, ContextMenu, spotOf, toast, useKeyHelp, type Help, type Spot } from "../../component";
import { commandQuery } from "../../query";
import { t } from "../../words";
import { ActDialog, type Ask } from "../act/ActDialog";
import { More } from "../act/more/More";
import type { MoreAsk, MoreKind } from "../act/more/more";
import { SelectionBar } from "../act/SelectionBar";
import { MOST, subjectOf } from "../act/subject";
import { useIntentActs } from "../activity/useIntentActs";
import { BoardStrip } from "./BoardStrip";
import { boardKey, type BoardKey } from "./keys";
import { keepPlace, keepTop, placeOf } from "./memory";
import { MoveMenu } from "./MoveMenu";
import { CardFace } from "./PipelineCard";
import { PipelineColumn } from "./PipelineColumn";
import { PipelinePeek } from "./PipelinePeek";
import { uncover } from "./place";
import { stageOf } from "./selection";
import { neighbour } from "./targets";
import { useBoardDrag } from "./useBoardDrag";
import { useBoardFocus } from "./useBoardFocus";
import { useBoardGestures } from "./useBoardGestures";
import { useComeback } from "./useComeback";
import { useConflicts } from "./useConflicts";
import { useMove, useUndoMove } from "./useMove";
import { useSelection } from "./useSelection";
import { VERBS } from "./verbs";
import { said } from "./words";
import css from "./Pipeline.module.css";

const terminal = (stage: StageRef): boolean => stage.kind === "Hired" || stage.kind === "Archived";
/** What is a strip at first sight stays one, so that nothing shifts when the last card of a column leaves. */
const shut = ({ columns }: BoardView): ReadonlyMap<string, boolean> => new Map(columns.map(({ stage, count }) => [stage.id, !terminal(stage) && count > 0]));
/** Further actions on all that is chosen. */
const FURTHER = ["transfer", "source", "project"] as const;
const NONE: readonly Help[] = [];
/** What a key means on its own. */
const meant = (key: string): BoardKey | null => boardKey({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false });
const ENTRIES = VERBS.map(({ keys, label }) => ({ id: keys, label, kbd: keys, danger: keys === "r" }));
type Props = { board: BoardView; filter: BoardFilter | undefined; gap: number; onOpen: (card: Card, stage: StageRef, index: number, total: number) => void; onReview: (cards: readonly Card[]) => void; onBack: () => void };
/** Cards a menu of stages is open for. */
type Moving = { cards: readonly Card[]; anchor: Element | null; targets?: readonly MoveTarget[] };

/** The stages of one plan side by side, moved over and through by key and by pointer. */
export function Board({ board, filter, gap, onOpen, onReview, onBack }: Props) {
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
  const [menu, setMenu] = useState<Moving | null>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  const [ask, setAsk] = useState<{ kind: Ask["kind"]; cards: readonly Card[] } | null>(null);
  const [more, setMore] = useState<MoreAsk | null>(null);
  const gestures = useBoardGestures(board.columns.find(({ stage }) => stage.kind === "Archived")?.stage ?? null);
  const chosen = useSelection(client, useMemo(() => ({ job_id: job, filter }), [job, filter]), kept.selection);
  const { selection } = chosen;
  const conflicts = useConflicts();
  const intents = useIntentActs();
  const scroller = useRef<HTMLDivElement>(null);
  const stages = useMemo(() => new Map(board.columns.map(({ stage }) => [stage.id, stage])), [board.columns]);

  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollLeft = kept.left;
  }, [kept]);
  useEffect(() => { keepPlace(client, job, { open: folds, focus, peek, selection }); }, [client, job, folds, focus, peek, selection]);
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
  const { await: expect } = hand;
  const remember = useComeback(useCallback((card: Card, stage: string) => {
    setFolds((old) => new Map(old).set(stage, true));
    expect(card, stage);
  }, [expect]));
  const move = useMove(remember);
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
    if (next?.stage.kind === "Archived") setAsk({ kind: "reject", cards: [card] });
    else if (!next) announce(t(by > 0 ? "pipeline.noNext" : "pipeline.noPrevious", { name: card.name, stage: here }));
    else if (next.refusal !== null) refuse(card, next.refusal);
    else send(card, stage, next.stage);
  }, [now, refuse, send, stages, targetsOf]);

  /** What a key acts on: all that is chosen, else the card in hand. */
  const acting = useCallback((): Card[] => {
    const picked = [...chosen.now.current.values()].map(({ card }) => card);
    return picked.length > 0 ? picked : now.current?.card ? [now.current.card] : [];
  }, [chosen.now, now]);
  const askAbout = (kind: Ask["kind"], cards: readonly Card[] = acting()) => { if (cards.length > 0) setAsk({ kind, cards }); };
  const askMore = (kind: MoreKind) => { const who = acting().map(subjectOf); if (who.length > 0) setMore({ kind, who }); };
  const review = () => { const cards = acting(); if (cards.length > 0) onReview(cards); };
  const decide = (card: Card | null, side: "theirs" | "mine") => {
    const row = card && conflicts.get(card.application_id);
    if (row) intents.decide(row, side);
  };
  /** Of cards that leave together the hand takes the first, should they come back. */
  const leaving = ([card]: readonly Card[]) => {
    const from = (card && chosen.now.current.get(card.application_id)?.stage) ?? now.current?.stage;
    return (queued: Queued | null) => {
      if (card && from !== undefined && queued) remember(queued.intent_id, card, from);
      return queued;
    };
  };
  /** Where cards leave, the hand stays at its place in the column. */
  const stay = () => {
    const held = now.current;
    if (held) set({ ...held, card: null, take: held.take + 1 });
  };
  const sendAll = (cards: readonly Card[], to: StageRef) => {
    const left = leaving(cards);
    flushSync(() => {
      stay();
      chosen.drop(cards);
      void gestures.moveCards(cards, to).then(left);
    });
  };
  const { models } = hand;
  const openFocused = () => {
    const held = now.current;
    const stage = held && stages.get(held.stage);
    if (held?.card && stage) onOpen(held.card, stage, held.index, models.current.get(stage.id)?.lane.count ?? 0);
  };
  const openMenu = () => {
    const cards = acting();
    const [first] = cards;
    if (!first) return;
    const anchor = scroller.current?.querySelector(`[data-application-id="${CSS.escape(now.current?.card?.application_id ?? first.application_id)}"]`) ?? null;
    const here = stageOf(chosen.now.current);
    setMenu({ cards, anchor, targets: cards.length > 1 ? board.columns.map(({ stage }) => ({ stage, current: stage.id === here, refusal: null })) : undefined });
  };
  /** Moves all that is chosen to the stage beside; where they stand apart, asks which. */
  const shiftAll = (by: 1 | -1) => {
    const here = stageOf(chosen.now.current);
    const place = board.columns.findIndex(({ stage }) => stage.id === here);
    const next = here === null ? undefined : board.columns[place + by]?.stage;
    if (!next) openMenu();
    else if (next.kind === "Archived") askAbout("reject");
    else sendAll(acting(), next);
  };
  const extend = (by: 1 | -1) => {
    const held = now.current;
    if (!held) return;
    chosen.span(models.current, held, held.index);
    hand.vertical(({ index }) => index + by);
    if (now.current && now.current.stage === held.stage) chosen.span(models.current, now.current, now.current.index);
  };

  const perform = (key: BoardKey) => {
    const held = now.current;
    switch (key.do) {
      case "vertical": hand.vertical(key.step); break;
      case "sideways": hand.sideways(key.by); break;
      case "shift": if (chosen.now.current.size > 0) shiftAll(key.by); else void shift(key.by); break;
      case "select": if (held?.card) chosen.toggle({ card: held.card, stage: held.stage }); break;
      case "extend": extend(key.by); break;
      case "column": if (held) void chosen.column(held.stage, stages.get(held.stage)?.name ?? ""); break;
      case "menu": openMenu(); break;
      case "ask": askAbout(key.kind); break;
      case "more": askMore(key.kind); break;
      case "review": review(); break;
      case "choose": decide(held?.card ?? null, key.side); break;
      case "peek": setPeek((old) => !old); break;
      case "open": openFocused(); break;
      case "close": if (selection.size > 0) chosen.clear(); else if (peek) setPeek(false); else onBack(); break;
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.index === undefined) return;
    const key = boardKey(event);
    if (!key) return;
    event.preventDefault();
    event.stopPropagation();
    perform(key);
  };
  const latest = useRef(perform);
  useEffect(() => { latest.current = perform; });
  const verbs = useMemo((): Help[] => VERBS.map(({ keys, label, group }) => ({ keys, label, group, run: () => { const key = meant(keys); if (key) latest.current(key); } })), []);
  useKeyHelp(focus?.card ? verbs : NONE);

  const onContextMenu = (event: MouseEvent<HTMLDivElement>) => {
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-application-id]") : null;
    if (!item) return;
    event.preventDefault();
    item.focus();
    // What is pointed at is meant, unless it is one of those chosen.
    if (!selection.has(item.dataset.applicationId ?? "")) chosen.clear();
    setSpot(spotOf(event, item));
  };

  /** Where the hand was before a press moved it. */
  const before = useRef<typeof focus>(null);
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const item = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-application-id]") : null;
    const held = now.current;
    if (!item || !(event.target instanceof HTMLElement) || !held?.card) return;
    const from = before.current;
    if (event.shiftKey && from && from.stage === held.stage) chosen.span(models.current, from, held.index);
    else if (event.shiftKey || event.ctrlKey || event.metaKey || event.target.closest("[data-check]")) chosen.toggle({ card: held.card, stage: held.stage });
    else setPeek(true);
  };

  const drag = useBoardDrag(targetsOf, (card, from, target) => {
    const cards = chosen.now.current.has(card.application_id) ? acting() : [card];
    if (target.stage.kind === "Archived") askAbout("reject", cards);
    else if (target.refusal !== null) refuse(card, target.refusal);
    else if (cards.length > 1) sendAll(cards, target.stage);
    else send(card, from, target.stage);
  });

  const onUndo = useCallback((card: Card) => { void undo(card); }, [undo]);
  const onFold = useCallback((stage: string) => { setFolds((old) => new Map(old).set(stage, false)); }, []);
  const { column: chooseColumn } = chosen;
  const onSelectAll = useCallback((stage: StageRef) => { void chooseColumn(stage.id, stage.name); }, [chooseColumn]);
  const onLeave = useCallback((stage: string, top: number) => {
    models.current.delete(stage);
    keepTop(client, job, stage, top);
  }, [client, models, job]);

  const entry = focus ? null : board.columns.find(({ stage, count }) => count > 0 && open.includes(stage.id))?.stage.id;
  return (
    <div className={css.split}>
      <DndContext {...drag.context} collisionDetection={pointerWithin} accessibility={QUIET}>
        <div
          className={css.board} ref={scroller} data-testid="board" role="group" aria-label={t("pipeline.board")} data-peek={peek || undefined} data-scroller
          onKeyDown={onKeyDown} onClick={onClick} onPointerDownCapture={() => { before.current = now.current; }} onScroll={({ currentTarget }) => { keepPlace(client, job, { left: currentTarget.scrollLeft }); }}
          onDoubleClick={openFocused} onContextMenu={onContextMenu}
        >
          {board.columns.map((column) => (open.includes(column.stage.id) ? (
            <PipelineColumn
              key={column.stage.id} job={job} filter={filter} column={column} gap={gap} selection={selection} conflicts={conflicts} focus={focus?.stage === column.stage.id ? focus : null} entry={entry === column.stage.id}
              peek={peek} refusal={drag.refusalOf(column.stage.id)} foldable={terminal(column.stage) || column.count === 0} start={kept.tops.get(column.stage.id) ?? 0}
              onModel={hand.onModel} onCard={hand.onCard} onUndo={onUndo} onFold={onFold} onLeave={onLeave} onSelectAll={onSelectAll}
            />
          ) : (
            <BoardStrip key={column.stage.id} column={column} refusal={drag.refusalOf(column.stage.id)} onOpen={(stage) => { setFolds((old) => new Map(old).set(stage, true)); }} />
          )))}
        </div>
        <DragOverlay dropAnimation={null}>
          {drag.card && <div className={`${css.card ?? ""} ${css.lifted ?? ""}`}><CardFace card={drag.card} />{selection.has(drag.card.application_id) && selection.size > 1 && <b className={css.lifting}>{selection.size}</b>}</div>}
        </DragOverlay>
      </DndContext>
      {peek && focus?.card && (
        <PipelinePeek
          focus={focus} card={focus.card} stage={stages.get(focus.stage) ?? null} count={models.current.get(focus.stage)?.lane.count ?? 0}
          onStep={(by) => { hand.vertical((held) => held.index + by); }} onNext={() => { void shift(1); }} onMenu={openMenu} onAsk={askAbout} onMore={askMore} conflict={conflicts.get(focus.card.application_id) ?? null}
          onOpen={openFocused} onClose={() => { setPeek(false); hand.enter(); }}
        />
      )}
      {selection.size > 0 && <SelectionBar count={selection.size} most={selection.size >= MOST ? t("pipeline.most") : null} peek={peek} more={FURTHER} onMove={openMenu} onAsk={askAbout} onMore={askMore} onReview={review} onClear={() => { chosen.clear(); hand.enter(); }} />}
      {spot && focus?.card && (
        <ContextMenu
          spot={spot} label={selection.size > 1 ? t("act.people", { count: selection.size }) : focus.card.name} items={ENTRIES} onClose={() => { setSpot(null); hand.enter(); }}
          onAction={(id) => { const key = meant(id); if (key) perform(key); }}
        />
      )}
      {more && <More ask={more} onClose={() => { setMore(null); hand.enter(); }} />}
      {ask && (
        <ActDialog
          ask={{ kind: ask.kind, who: ask.cards.map(subjectOf) }} onClose={() => { setAsk(null); hand.enter(); }}
          acts={{ ...gestures, reject: (_, reason, note, options) => { const left = leaving(ask.cards); chosen.drop(ask.cards); stay(); return gestures.rejectCards(ask.cards, reason, note, options).then(left); } }}
        />
      )}
      {menu?.cards[0] && (
        <MoveMenu
          application={menu.cards[0].application_id} name={menu.cards.length > 1 ? t("act.people", { count: menu.cards.length }) : menu.cards[0].name} targets={menu.targets} anchor={menu.anchor}
          onClose={() => { setMenu(null); }} onReject={() => { setMenu(null); askAbout("reject", menu.cards); }}
          onPick={(to) => {
            setMenu(null);
            const [card, ...more] = menu.cards;
            if (more.length > 0) sendAll(menu.cards, to);
            else if (card) { chosen.drop([card]); send(card, now.current?.stage ?? "", to); }
          }}
        />
      )}
    </div>
  );
}

/** Moves are announced in the product's own words, once. */
const QUIET = {
  screenReaderInstructions: { draggable: "" },
  announcements: { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined },
};
