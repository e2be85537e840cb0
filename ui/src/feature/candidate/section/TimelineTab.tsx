import type { ReactNode } from "react";
import { ArrowRight, ArrowUpDown, Calendar, FileSignature, Inbox, MessageSquare, NotebookPen, Undo2, UserPlus, X } from "lucide-react";
import type { ApplicationView, Moment } from "../../../bindings/types";
import { Age } from "../../../component";
import { useCommand } from "../../../query";
import { t } from "../../../words";
import { plain } from "../../record";
import { useParts } from "../../useParts";
import { endOf, joined } from "../words";
import { told } from "./moments";
import { Part } from "./Part";
import css from "./Section.module.css";

const GLYPHS: Record<string, ReactNode> = {
  added: <UserPlus />, applied: <Inbox />, rejected: <X />, withdrawn: <Undo2 />, stage: <ArrowRight />, note: <NotebookPen />, feedback: <MessageSquare />, interview: <Calendar />, offer: <FileSignature />, offer_decided: <FileSignature />, action: <ArrowUpDown />,
};
const NAMED = ["added", "applied", "rejected", "withdrawn", "note", "feedback", "interview", "offer", "offer_decided"] as const;

/** What happened, in a few words; an end in the words that stand above, at its application. */
function headlineOf({ kind, title, application_id: id }: Moment, applications: readonly ApplicationView[]): string {
  const ended = kind === "rejected" ? applications.find((one) => one.id === id) : undefined;
  if (ended) return t(`candidate.over.${endOf(ended)}`);
  if (kind === "stage" && title !== null) return t("person.timeline.stage", { title });
  if ((kind === "action" || kind === "interview") && title !== null) return title;
  const named = NAMED.find((one) => one === kind);
  return named ? t(`person.timeline.${named}`) : plain(kind);
}

/** States and verdicts come in Ashby's words, everything else as people wrote it. */
const detailOf = ({ kind, detail }: Moment): string | null => (detail !== null && ["interview", "offer", "offer_decided"].includes(kind) ? plain(detail) : kind === "action" && detail !== null ? t(`common.state.${stateOf(detail)}`) : detail);
const STATES = ["waiting", "sending", "done", "partial", "failed", "unconfirmed", "conflict", "cancelled"] as const;
const stateOf = (word: string): (typeof STATES)[number] => STATES.find((one) => one === word) ?? "done";

/** All that happened with a person, from every kind of record, newest first. */
export function TimelineTab({ id }: { id: string }) {
  const { parts, error, hasMore, isMore, more, again } = useParts("candidate_timeline", { id });
  const { data: candidate } = useCommand("candidate", { id });
  const moments = told(parts.flatMap((part) => part.moments));
  const last = parts.at(-1);
  return (
    <Part
      label={t("person.timeline.title")} isRead={parts.length > 0} error={error} onRetry={again} hasMore={hasMore} isMore={isMore} onMore={more} moreWords={t("person.timeline.more")}
      line={last?.notes_as_of == null ? t("person.timeline.notes") : t("person.timeline.order")}
      empty={moments.length > 0 ? null : t("person.timeline.none")}
    >
      <ol className={css.moments}>{moments.map((moment, index) => <Happened key={index} moment={moment} applications={candidate?.applications ?? []} />)}</ol>
    </Part>
  );
}

function Happened({ moment, applications }: { moment: Moment; applications: readonly ApplicationView[] }) {
  const { at, kind, job, by } = moment;
  const detail = detailOf(moment);
  const about = joined(job, by === null ? null : t("person.timeline.by", { name: by }));
  return (
    <li className={css.moment} data-kind={kind}>
      <span className={css.glyph} aria-hidden="true">{GLYPHS[kind] ?? <ArrowRight />}</span>
      <div className={css.what}>
        <p><b>{headlineOf(moment, applications)}</b>{about !== "" && <span className={css.about}> {about}</span>}</p>
        {detail !== null && detail !== "" && <p className={css.detail}>{detail}</p>}
      </div>
      <span className={css.when}><Age at={at} /></span>
    </li>
  );
}
