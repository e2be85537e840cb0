import type { ReactNode } from "react";
import { CalendarPlus, ExternalLink, MessageSquareText, Video } from "lucide-react";
import type { AgendaInterview } from "../../bindings/types";
import { Button, IconButton, Mark, StageGlyph, Tooltip, type Tone } from "../../component";
import type { Column } from "../candidate/table/Table";
import { number, t } from "../../words";
import type { InterviewView } from "./list";
import { dayOf, isOver, standing, statusOf, teamOf, theirTime, timeOf } from "./words";
import css from "./Interviews.module.css";

export type RowActs = { join: (row: AgendaInterview) => void; feedback: (row: AgendaInterview) => void; keep: (row: AgendaInterview) => void; schedule: (row: AgendaInterview) => void };

const TONES: Record<string, Tone> = { Complete: "ok", FeedbackGiven: "ok", Scheduled: "pending", WaitingOnFeedback: "unconfirmed" };

type Shown = {
  view: InterviewView;
  now: number;
  /** Whether a row is the first of its day in the list. */
  opensDay: (row: AgendaInterview, index: number) => boolean;
  acts: RowActs;
};

/** The columns of the agenda; the day stands in full ink at its first interview, and quietly in every other, since the list opens in the middle of one. */
export function columns({ view, now, opensDay, acts }: Shown): Column<AgendaInterview, "time">[] {
  const day: Column<AgendaInterview, "time"> = {
    id: "day", head: t("interview.day"), width: "92px",
    cell: (row, index) => row.starting_at !== null && <span className={css.day} data-again={(view !== "owing" && !opensDay(row, index)) || undefined}>{dayOf(row.starting_at)}</span>,
  };
  const owing: Column<AgendaInterview, "time"> = {
    id: "owing", head: t("interview.owing"), width: "minmax(140px, 1.2fr)", yields: 1,
    cell: (row) => <span className={css.owing} title={row.owing.join(", ")}>{row.owing.length === 0 ? t("interview.owingUnknown") : row.owing.join(", ")}</span>,
  };
  const theirs: Column<AgendaInterview, "time"> = { id: "theirs", head: t("interview.theirTime"), width: "minmax(164px, 0.4fr)", yields: 4, cell: (row) => <span className={css.theirs} title={theirTime(row)}>{theirTime(row)}</span> };
  const status: Column<AgendaInterview, "time"> = { id: "status", head: t("interview.status"), width: "136px", yields: 5, cell: (row) => <Standing status={standing(row)} /> };
  return [
    ...(view === "day" ? [] : [day]),
    { id: "time", head: t("interview.time"), width: "92px", cell: (row) => <Time row={row} now={now} /> },
    ...(view === "owing" ? [] : [theirs]),
    { id: "candidate", head: t("interview.candidate"), width: "minmax(120px, 1.5fr)", cell: (row) => <span className={css.name} dir="auto" title={row.candidate ?? undefined}>{row.candidate ?? t("interview.unknown")}</span> },
    { id: "title", head: t("interview.interview"), width: "minmax(132px, 1.2fr)", yields: 2, cell: (row) => <span title={row.title ?? undefined}>{row.title ?? t("interview.untitled")}</span> },
    { id: "job", head: t("interview.job"), width: "minmax(168px, 1.2fr)", yields: 6, cell: (row) => <span title={row.job ?? undefined}>{row.job}</span> },
    { id: "stage", head: t("interview.stage"), width: "minmax(156px, 0.7fr)", yields: 7, cell: (row) => row.stage !== null && <span className={css.stage} title={row.stage}>{row.stage_type !== null && <StageGlyph kind={row.stage_type} />}<span className={css.cut}>{row.stage}</span></span> },
    view === "owing" ? owing : { id: "team", head: t("interview.team"), width: "minmax(104px, 1.1fr)", yields: 3, cell: (row) => <Team row={row} /> },
    ...(view === "day" ? [status] : []),
    { id: "acts", head: t("interview.acts"), width: "92px", end: true, cell: (row) => <Acts row={row} now={now} acts={acts} /> },
  ];
}

const Standing = ({ status }: { status: string | null }) => status !== null && <Mark tone={TONES[status] ?? "offline"}>{statusOf(status)}</Mark>;

const Time = ({ row, now }: { row: AgendaInterview; now: number }) => <span className={css.time} data-over={isOver(row, now) || undefined} title={theirTime(row) || undefined}>{timeOf(row)}</span>;

/** Those who hold it; where there is no room for all, the first and how many more. */
function Team({ row }: { row: AgendaInterview }) {
  const all = teamOf(row);
  const more = row.interviewers.length - 1;
  if (more < 1) return <span title={all}>{all}</span>;
  return (
    <span className={css.team} title={all}>
      <span className={css.everybody}>{all}</span>
      <span className={css.few}><span className={css.cut}>{teamOf({ interviewers: row.interviewers.slice(0, 1) })}</span><span>+{number(more)}</span></span>
    </span>
  );
}

function Acts({ row, now, acts }: { row: AgendaInterview; now: number; acts: RowActs }) {
  const over = isOver(row, now);
  const about = { name: row.candidate ?? t("interview.unknown") };
  return (
    <span className={css.acts} onClick={(event) => { event.stopPropagation(); }}>
      {!over && row.url !== null && <Act label={t("interview.joinOf", about)} word={t("candidate.join")} glyph={<Video />} onPress={() => { acts.join(row); }} />}
      {over && row.has_feedback !== true && row.candidate_id !== null && <Act label={t("interview.feedbackOf", about)} word={t("candidate.feedback")} glyph={<MessageSquareText />} onPress={() => { acts.feedback(row); }} />}
      {!over && row.starting_at !== null && <IconButton size="small" excludeFromTabOrder label={t("interview.keepOf", about)} onPress={() => { acts.keep(row); }}><CalendarPlus /></IconButton>}
      {row.candidate_url !== null && <IconButton size="small" excludeFromTabOrder label={t("interview.scheduleOf", about)} onPress={() => { acts.schedule(row); }}><ExternalLink /></IconButton>}
    </span>
  );
}

/** The verb of a row: a word where the window is wide, its glyph where it is not. */
const Act = ({ label, word, glyph, onPress }: { label: string; word: string; glyph: ReactNode; onPress: () => void }) => (
  <Tooltip text={label}><Button size="small" excludeFromTabOrder aria-label={label} onPress={onPress}><span className={css.glyph}>{glyph}</span><span className={css.word}>{word}</span></Button></Tooltip>
);
