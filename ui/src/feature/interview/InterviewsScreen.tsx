import { useMemo, useState } from "react";
import { CalendarPlus, ChevronLeft, ChevronRight } from "lucide-react";
import type { AgendaInterview } from "../../bindings/types";
import { Button, IconButton, Screen, Select, useHotkey } from "../../component";
import { platform } from "../../platform";
import { useCommand } from "../../query";
import { locale, number, t } from "../../words";
import { GiveFeedback } from "../feedback/GiveFeedback";
import { Agenda } from "./Agenda";
import { boundsOf, dayOf, firstDayOf, keyOf, moved, sameDay, weekOf } from "./calendar";
import { DayStrip } from "./DayStrip";
import type { RowActs } from "./InterviewColumns";
import type { InterviewSearch, InterviewView } from "./list";
import { useMe } from "../me/me";
import { WhoDialog } from "../me/WhoDialog";
import { useCalendarFile } from "./useCalendarFile";
import { longDayOf, spanOf } from "./words";
import css from "./Interviews.module.css";

type Props = { search: InterviewSearch; onSearch: (search: InterviewSearch) => void; onOpen: (candidate: string) => void };

const open = (url: string | null) => { if (url !== null) void platform.openLink(url); };
const GROUP = () => t("interview.interviews");

/** Who meets whom and when, by day and by week; and whose feedback is missing. */
export function InterviewsScreen({ search, onSearch, onOpen }: Props) {
  const { view = "day", on, whose } = search;
  const [now] = useState(Date.now);
  const [asking, setAsking] = useState(false);
  const me = useMe();
  const user = whose === "mine" ? me.id : null;
  const day = useMemo(() => dayOf(on, now), [on, now]);
  const today = useMemo(() => dayOf(undefined, now), [now]);
  const week = useMemo(() => weekOf(day, firstDayOf(locale)), [day]);
  const days = useMemo(() => (view === "day" ? [day] : week), [view, day, week]);
  const { data: counts } = useCommand("agenda", { bounds: boundsOf(week), user, offset: 0, limit: 1 });
  const keep = useCalendarFile();

  const go = (change: InterviewSearch) => { onSearch({ ...search, ...change }); };
  const turn = (by: 1 | -1) => { if (view !== "owing") go({ on: keyOf(moved(day, view, by)) }); };
  const show = (next: InterviewView) => { go({ view: next }); };
  const mine = () => {
    if (whose === "mine") go({ whose: undefined });
    else if (me.id === null) setAsking(true);
    else go({ whose: "mine" });
  };
  useHotkey("ArrowLeft", () => { turn(-1); }, { label: t("interview.keys.before"), group: GROUP(), enabled: view !== "owing" });
  useHotkey("ArrowRight", () => { turn(1); }, { label: t("interview.keys.after"), group: GROUP(), enabled: view !== "owing" });
  useHotkey("t", () => { go({ on: undefined, view: view === "owing" ? "day" : view }); }, { label: t("interview.today"), group: GROUP() });
  useHotkey("d", () => { show("day"); }, { label: t("interview.view.day"), group: GROUP() });
  useHotkey("w", () => { show("week"); }, { label: t("interview.view.week"), group: GROUP() });
  useHotkey("o", () => { show("owing"); }, { label: t("interview.view.owing"), group: GROUP() });
  useHotkey("m", mine, { label: t("interview.keys.mine"), group: GROUP() });

  const [asked, setAsked] = useState<AgendaInterview | null>(null);
  const acts: RowActs = {
    join: (row) => { open(row.url); }, feedback: setAsked, schedule: (row) => { open(row.candidate_url); },
    keep: (row: AgendaInterview) => { keep({ kind: "one", id: row.id }, `interview-${row.starting_at?.slice(0, 10) ?? ""}-${row.id.slice(0, 8)}`); },
  };
  const keepAll = () => {
    const bounds = boundsOf(days);
    keep({ kind: "between", from: bounds[0] ?? "", to: bounds.at(-1) ?? "", user }, `interviews-${keyOf(days[0] ?? day)}`);
  };
  const found = view === "day" ? counts?.days[week.findIndex((one) => sameDay(one, day))] : counts?.days.reduce((sum, one) => sum + one, 0);
  const [first, last] = [week[0] ?? day, week.at(-1) ?? day];
  const views: [InterviewView, number | null][] = [["day", null], ["week", null], ["owing", counts?.owing ?? 0]];
  return (
    <Screen title={t("interview.interviews")} end={<Button isDisabled={view === "owing" || found === 0} onPress={keepAll}><CalendarPlus />{t("interview.keepAll")}</Button>}>
      <div className={css.screen}>
        <div className={css.tools}>
          <div className={css.views} role="group" aria-label={t("interview.views")}>
            {views.map(([id, due]) => (
              <button key={id} type="button" className={css.view} aria-pressed={view === id} onClick={() => { show(id); }}>{t(`interview.view.${id}`)}{due !== null && due > 0 && <span data-due>{number(due)}</span>}</button>
            ))}
          </div>
          {view !== "owing" && (
            <>
              <div className={css.turn}>
                <IconButton size="small" label={t(`interview.before.${view}`)} onPress={() => { turn(-1); }}><ChevronLeft /></IconButton>
                <Button size="small" isDisabled={sameDay(day, today)} onPress={() => { go({ on: undefined }); }}>{t("interview.today")}</Button>
                <IconButton size="small" label={t(`interview.after.${view}`)} onPress={() => { turn(1); }}><ChevronRight /></IconButton>
              </div>
              <h2 className={css.range}>{view === "day" ? longDayOf(day) : spanOf(first, last)}</h2>
            </>
          )}
          <div className={css.end}>
            <Select size="small" label={t("interview.whose")} selected={whose === "mine" && me.id !== null ? "mine" : "all"} onSelect={(id) => { if (id === "who") setAsking(true); else if (id === "mine" && me.id === null) setAsking(true); else go({ whose: id === "mine" ? "mine" : undefined }); }}
              items={[{ id: "all", label: t("interview.all") }, { id: "mine", label: t("interview.mine") }, ...(me.id === null ? [] : [{ id: "who" as const, label: t("me.change") }])]} />
          </div>
        </div>
        {view !== "owing" && <DayStrip days={week} counts={counts?.days ?? []} chosen={view === "day" ? day : null} today={today} onPick={(next) => { go({ view: "day", on: keyOf(next) }); }} />}
        <Agenda key={`${view} ${keyOf(days[0] ?? day)} ${user ?? ""}`} view={view} bounds={boundsOf(days)} user={user} now={now} acts={acts} onOpen={onOpen} onAll={() => { go({ whose: undefined }); }} />
      </div>
      {asked?.candidate_id != null && <GiveFeedback about={{ candidate: asked.candidate_id, name: asked.candidate ?? t("interview.unknown"), interview: { id: asked.id, title: asked.title, interviewers: asked.interviewers.flatMap(({ name }) => name ?? []), link: asked.feedback_link } }} onClose={() => { setAsked(null); }} />}
      {asking && <WhoDialog onPick={(id) => { me.is(id); setAsking(false); go({ whose: "mine" }); }} onClose={() => { setAsking(false); }} />}
    </Screen>
  );
}
