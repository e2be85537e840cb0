import { useState } from "react";
import { ClipboardPen } from "lucide-react";
import type { ApplicationView, FeedbackRow } from "../../../bindings/types";
import { Age, Avatar, Button } from "../../../component";
import { t } from "../../../words";
import page from "../../Page.module.css";
import { GiveFeedback } from "../../feedback/GiveFeedback";
import { useParts } from "../../useParts";
import { Questions } from "./AnswersTab";
import { Part } from "./Part";
import css from "./Section.module.css";

/** The scorecards of everybody who has met this person. */
export function FeedbackTab({ id, name, applications }: { id: string; name: string; applications: readonly ApplicationView[] }) {
  const { parts, error, hasMore, isMore, more, again } = useParts("candidate_feedback", { id });
  const rows = parts.flatMap((part) => part.feedback);
  const last = parts.at(-1);
  const [giving, setGiving] = useState(false);
  return (
    <Part
      act={applications.length > 0 ? <Button size="small" kbd="f" onPress={() => { setGiving(true); }}><ClipboardPen />{t("candidate.giveFeedback")}</Button> : undefined}
      more={giving && <GiveFeedback about={{ candidate: id, name }} onClose={() => { setGiving(false); }} />}
      label={t("person.feedback.title")} isRead={parts.length > 0} error={error} onRetry={again} hasMore={hasMore} isMore={isMore} onMore={more}
      line={<>{t("person.feedback.of", { count: last?.total ?? 0 })}{last?.as_of != null && <> · {t("candidate.asOf")} <Age at={last.as_of} ago /></>}</>}
      empty={rows.length > 0 ? null : last?.as_of == null ? t("person.feedback.unread") : t("person.feedback.none")}
    >
      {rows.map((row) => <Scorecard key={row.id} row={row} job={applications.find((one) => one.id === row.application_id)?.job ?? null} />)}
    </Part>
  );
}

export function Scorecard({ row, job }: { row: FeedbackRow; job: string | null }) {
  return (
    <article className={css.card}>
      <header className={page.head}>
        <Avatar name={row.author} size="small" />
        <h3>{row.author}</h3>
        <span className={page.meta}>{row.submitted_at === "" ? t("person.feedback.undated") : <Age at={row.submitted_at} />}{job !== null && ` · ${job}`}</span>
      </header>
      <Questions rows={row.answers} />
    </article>
  );
}
