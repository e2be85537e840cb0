import { useMemo, useState } from "react";
import type { AgendaInterview, Coverage as Covered } from "../../bindings/types";
import { Button, Coverage, EmptyState, FailureState, SkeletonRows, useHotkey, useVerbs, type Verb } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import { CandidateListPeek } from "../candidate/CandidateListPeek";
import { useRowHeight } from "../candidate/table/measure";
import { Table } from "../candidate/table/Table";
import { useListing, type Listing } from "../candidate/table/useListing";
import { position } from "../candidate/words";
import { SyncNow } from "../SyncNow";
import { dayOf } from "./words";
import { columns, type RowActs } from "./InterviewColumns";
import type { InterviewView } from "./list";
import css from "./Interviews.module.css";

type Props = { view: InterviewView; bounds: string[]; user: string | null; now: number; acts: RowActs; onOpen: (candidate: string) => void; /** Shows those of everybody. */ onAll: () => void };

/** The interviews themselves, as a table over any number of them. */
export function Agenda(props: Props) {
  return props.view === "owing" ? <Owing {...props} /> : <Between {...props} />;
}

/** A meeting that began so long ago is still the one at hand. */
const BEGUN = 30 * 60_000;

/** How many interviews lie behind, where it is now that is looked at; undefined until that is known. */
function useBehind({ bounds, user, now }: Props): number | undefined {
  const [from = "", to = ""] = [bounds[0], bounds.at(-1)];
  const at = new Date(now - BEGUN).toISOString();
  const isNow = from < at && at < to;
  const { data, isError } = useCommand("agenda", { bounds: [from, at, to], user, offset: 0, limit: 1 }, { enabled: isNow });
  return isNow && !isError ? data?.days[0] : 0;
}

function Between(props: Props) {
  const behind = useBehind(props);
  return behind === undefined ? null : <Days {...props} behind={behind} />;
}

function Days(props: Props & { behind: number }) {
  const { user, behind } = props;
  const [bounds] = useState(props.bounds);
  const height = useRowHeight();
  const wanted = useMemo(() => ({ bounds, user }), [bounds, user]);
  return <Rows {...props} list={useListing("agenda", wanted, { top: behind * height, index: behind })} />;
}

function Owing(props: Props) {
  const { user } = props;
  const wanted = useMemo(() => ({ user }), [user]);
  return <Rows {...props} list={useListing("overdue_feedback", wanted)} />;
}

type RowsProps = Props & { list: Pick<Listing<"overdue_feedback">, "total" | "at" | "failure" | "retry" | "onRange" | "focused" | "onFocused" | "start" | "handle"> & { page: { total: number; coverage: Covered } | undefined } };

function Rows({ list, view, bounds, user, now, acts, onOpen, onAll }: RowsProps) {
  const { page, total, focused, handle } = list;
  const [peek, setPeek] = useState(false);
  const height = useRowHeight();
  const row = list.at(focused);
  const shown = columns({ view, now, acts, opensDay: (one, index) => opensDay(list, one, index) });
  const verbs = verbsOf(row, acts);
  useVerbs(verbs, t("interview.interviews"));
  useHotkey("Escape", () => { setPeek(false); }, { enabled: peek });
  const open = (index: number) => {
    const candidate = list.at(index)?.candidate_id;
    if (candidate != null) onOpen(candidate);
  };
  const person = row?.candidate_id ?? null;
  return (
    <>
      {page && <Coverage count={t(view === "owing" ? "interview.dueOf" : "interview.found", { count: page.total })} coverage={page.coverage} filtered />}
      <div className={css.split}>
        <div className={css.list}>
          {total > 0 ? (
            <Table
              label={t("interview.interviews")} columns={shown} total={total} at={list.at} name={nameOf} data={(one) => ({ "data-interview-id": one.id })} row={height}
              order={{ by: "time", desc: view === "owing" }} onOrder={() => undefined} onRange={list.onRange} focused={focused} onFocused={list.onFocused} selected={peek ? focused : -1}
              onOpen={open} onPeek={() => { setPeek((old) => !old); }} onPick={() => { setPeek(true); }} start={list.start} handle={handle} verbs={verbs}
            />
          ) : list.failure ? <FailureState failure={list.failure} onRetry={list.retry} /> : page === undefined ? <SkeletonRows count={8} /> : <EmptyState text={emptiness({ view, bounds, user, now }, page.coverage)} action={wayOn(view, page.coverage, user === null ? null : onAll)} />}
        </div>
        {peek && person !== null && (
          <CandidateListPeek id={person} position={position(focused, total, null)} onStep={(by) => { handle.current?.move(by); }} onOpen={() => { open(focused); }} onClose={() => { setPeek(false); handle.current?.focus(); }} />
        )}
      </div>
    </>
  );
}

/** What can be done with the interview in hand. */
function verbsOf(row: AgendaInterview | undefined, acts: RowActs): Verb[] {
  const on = (act: (one: AgendaInterview) => void) => () => { if (row) act(row); };
  return [
    { keys: "j", label: t("interview.join"), run: on(acts.join), enabled: row != null && row.url !== null },
    { keys: "f", label: t("interview.feedback"), run: on(acts.feedback), enabled: row != null && row.candidate_id !== null },
    { keys: "c", label: t("interview.keep"), run: on(acts.keep), enabled: row !== undefined },
    { keys: "s", label: t("interview.schedule"), run: on(acts.schedule), enabled: row != null && row.candidate_url !== null },
  ];
}

/** Whether the interview before it, if that is known, is on another day. */
function opensDay(list: RowsProps["list"], row: AgendaInterview, index: number): boolean {
  const before = index === 0 ? undefined : list.at(index - 1);
  return before?.starting_at == null || row.starting_at === null || dayOf(before.starting_at) !== dayOf(row.starting_at);
}

const nameOf = (row: AgendaInterview): string => [row.candidate, row.title].filter((part) => part !== null).join(", ");

/** An emptiness that could be a gap says so. */
function emptiness({ view, bounds, user, now }: Pick<Props, "view" | "bounds" | "user" | "now">, { as_of: asOf }: Covered): string {
  if (asOf === null) return t("interview.unread");
  if (view === "owing") return t(user === null ? "interview.noneOwing" : "interview.noneOwingMine");
  const [from = 0, to = 0] = [bounds[0], bounds.at(-1)].map((at) => Date.parse(at ?? ""));
  const isNow = from <= now && now < to;
  const time = view === "week" ? (isNow ? "week" : "otherWeek") : isNow ? "today" : "otherDay";
  return t(user === null ? `interview.none.${time}` : `interview.noneMine.${time}`);
}

/** What is to be done about an emptiness that is none of one's own making. */
function wayOn(view: InterviewView, { total }: Covered, onAll: (() => void) | null) {
  if (onAll) return <Button onPress={onAll}>{t("interview.all")}</Button>;
  return view !== "owing" && total === 0 ? <SyncNow /> : undefined;
}
