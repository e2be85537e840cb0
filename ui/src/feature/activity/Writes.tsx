import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { IntentRow } from "../../bindings/types";
import { Button, EmptyState, FailureState, SkeletonRows, useKeyHelp, type Help } from "../../component";
import { commandQuery } from "../../query";
import { number, t } from "../../words";
import { correctable } from "./edit";
import { IntentItem } from "./IntentItem";
import { useIntentActs } from "./useIntentActs";
import css from "./Activity.module.css";

const EditDialog = lazy(() => import("./EditDialog").then((module) => ({ default: module.EditDialog })));

const PAGE = 50;
/** Rows the engine gives at once. */
const MOST = 100;
const KEYS: readonly Help[] = [
  { keys: "ArrowDown", label: t("activity.keys.down") }, { keys: "ArrowUp", label: t("activity.keys.up") }, { keys: "Enter", label: t("activity.keys.open") }, { keys: "u", label: t("activity.keys.undo") },
  { keys: "r", label: t("activity.keys.retry") }, { keys: "e", label: t("activity.edit.key") }, { keys: "d", label: t("activity.keys.discard") }, { keys: "1", label: t("activity.keys.theirs") }, { keys: "2", label: t("activity.keys.mine") },
];

const itemsIn = (list: HTMLElement | null): HTMLElement[] => [...(list?.querySelectorAll<HTMLElement>("[data-intent-id]") ?? [])];

/** The moves: those that need a decision, those still here, those done. */
export function Writes() {
  const router = useRouter();
  const [limit, setLimit] = useState(PAGE);
  const undecided = useQuery({ ...commandQuery("activity", { filter: "needs_you", offset: 0, limit: MOST }), placeholderData: keepPreviousData });
  const open = useQuery({ ...commandQuery("activity", { filter: "open", offset: 0, limit: MOST }), placeholderData: keepPreviousData });
  const done = useQuery({ ...commandQuery("activity", { filter: "done", offset: 0, limit }), placeholderData: keepPreviousData });
  const [editing, setEditing] = useState<IntentRow | null>(null);
  const acts = useIntentActs();
  const list = useRef<HTMLDivElement>(null);
  useKeyHelp(KEYS);
  // Who comes by key finds the first write under the hand; a focus elsewhere is left where it is.
  const arrived = undecided.data !== undefined && open.data !== undefined && done.data !== undefined;
  useEffect(() => { if (arrived && (document.activeElement === null || document.activeElement === document.body)) list.current?.querySelector<HTMLElement>("[data-intent-id]")?.focus(); }, [arrived]);

  const onFocus = useKeptFocus(list);

  const failure = undecided.error ?? open.error;
  if (failure) return <FailureState failure={failure} onRetry={() => { void undecided.refetch(); void open.refetch(); }} />;
  if (!undecided.data || !open.data || !done.data) return <SkeletonRows row={56} />;
  const { rows: needs } = undecided.data;
  const { rows: here } = open.data;
  if (needs.length === 0 && here.length === 0 && done.data.total === 0) return <EmptyState text={t("activity.emptyAll")} action={<Button onPress={() => { void router.navigate({ to: "/candidates" }); }}>{t("frame.command.goCandidates")}</Button>} />;

  const openPerson = (row: IntentRow) => {
    if (row.candidate_id !== null) void router.navigate({ to: "/candidates/$candidateId", params: { candidateId: row.candidate_id } });
  };
  const rows = [...needs, ...here, ...done.data.rows];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const item = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-intent-id]") : null;
    const row = item && rows.find(({ id }) => id === item.dataset.intentId);
    if (!item || !row || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const items = itemsIn(list.current);
      items[items.indexOf(item) + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
    } else if (event.key === "Enter" && event.target === item) openPerson(row);
    else if (event.key === "u" && row.undo !== null) acts.undo(row);
    else if (event.key === "r" && (row.state === "failed" || row.state === "unconfirmed")) acts.retry(row);
    else if (event.key === "e" && correctable(row)) setEditing(row);
    else if (event.key === "d" && (row.state === "failed" || row.state === "unconfirmed")) acts.discard(row);
    else if (row.state === "conflict" && (event.key === "1" || event.key === "2")) acts.decide(row, event.key === "1" ? "theirs" : "mine");
    else return;
    event.preventDefault();
  };
  const item = (row: IntentRow) => <IntentItem key={row.id} row={row} acts={acts} first={row === rows[0]} onOpen={() => { openPerson(row); }} onEdit={() => { setEditing(row); }} />;
  return (
    <div className={css.list} ref={list} onKeyDown={onKeyDown} onFocus={onFocus} data-scroller>
      {needs.length > 0 && <section aria-label={t("activity.needsYou")}><h2 className={css.head}>{t("activity.needsYou")} <span>{number(undecided.data.total)}</span></h2>{needs.map(item)}</section>}
      {here.length > 0 && <section aria-label={t("activity.stillHere")}><h2 className={css.head}>{t("activity.stillHere")} <span>{t("activity.waiting", { count: open.data.total })}</span></h2>{here.map(item)}</section>}
      {needs.length === 0 && here.length === 0 && <EmptyState text={t("activity.emptyOpen")} />}
      {done.data.total > 0 && (
        <section aria-label={t("activity.done")}>
          <h2 className={css.head}>{t("activity.done")} <span>{number(done.data.total)}</span></h2>
          {done.data.rows.map(item)}
          {done.data.total > done.data.rows.length && <div className={css.more}><Button size="small" onPress={() => { setLimit(limit + PAGE); }}>{t("activity.more")}</Button></div>}
        </section>
      )}
      {editing && <Suspense fallback={null}><EditDialog row={editing} onClose={() => { setEditing(null); }} /></Suspense>}
    </div>
  );
}

/** Keeps the focus on a write that goes to another part of the list, and on the one in its place when it leaves. */
function useKeptFocus(list: RefObject<HTMLElement | null>) {
  const last = useRef<{ item: HTMLElement; index: number } | null>(null);
  useLayoutEffect(() => {
    const held = last.current;
    if (held === null || held.item.isConnected || (document.activeElement !== null && document.activeElement !== document.body)) return;
    const items = itemsIn(list.current);
    (items.find(({ dataset }) => dataset.intentId === held.item.dataset.intentId) ?? items[held.index] ?? items.at(-1))?.focus();
  });
  return ({ target }: FocusEvent<HTMLElement>) => {
    const item = target.closest<HTMLElement>("[data-intent-id]");
    last.current = item && { item, index: itemsIn(list.current).indexOf(item) };
  };
}
