import type { AnswerRow, Extent as Covered } from "../../../bindings/types";
import { Age } from "../../../component";
import { platform } from "../../../platform";
import { t } from "../../../words";
import page from "../../Page.module.css";
import { useParts } from "../../useParts";
import { Part } from "./Part";
import css from "./Section.module.css";

/** Rows that follow each other and belong to one application. */
export function byApplication(answers: readonly AnswerRow[]): { id: string; job: string | null; answers: AnswerRow[] }[] {
  const groups: { id: string; job: string | null; answers: AnswerRow[] }[] = [];
  for (const answer of answers) {
    const last = groups.at(-1);
    if (last?.id === answer.application_id) last.answers.push(answer);
    else groups.push({ id: answer.application_id, job: answer.job, answers: [answer] });
  }
  return groups;
}

/** What a person answered in the forms of their applications. */
export function AnswersTab({ id }: { id: string }) {
  const { parts, error, hasMore, isMore, more, again } = useParts("candidate_answers", { id });
  const answers = parts.flatMap((part) => part.answers);
  const extent = parts.at(-1)?.coverage;
  const unread = extent !== undefined && extent.have === 0 && extent.of > 0;
  return (
    <Part
      label={t("person.answers.title")} isRead={parts.length > 0} error={error} onRetry={again} hasMore={hasMore} isMore={isMore} onMore={more}
      line={<>{t("person.answers.of", { count: answers.length })}{extent && <Extent extent={extent} />}</>}
      empty={answers.length > 0 ? null : unread ? t("person.answers.unread") : t("person.answers.none")}
    >
      {byApplication(answers).map((group) => (
        <section key={group.id} className={page.section}>
          <h3 className={css.title}>{group.job ?? t("candidate.noJob")}</h3>
          <Questions rows={group.answers} />
        </section>
      ))}
    </Part>
  );
}

/** How much of it is read, where that is not all, and how old it is. */
function Extent({ extent: { have, of, as_of: asOf } }: { extent: Covered }) {
  const part = have < of ? t("person.answers.extent", { have, count: of }) : null;
  return <>{part !== null && ` · ${part}`}{of > 0 && asOf !== null && <>{part === null ? " · " : ", "}{t("candidate.asOf")} <Age at={asOf} ago /></>}</>;
}

/** An answer that is an address and nothing else. */
const ADDRESS = /^https?:\/\/\S+$/i;

/** Questions with what was said to each. */
export const Questions = ({ rows }: { rows: readonly { question: string; answer: string }[] }) => (
  <dl className={css.questions}>
    {rows.map(({ question, answer }, index) => [<dt key={`${String(index)}:`}>{question}</dt>, <dd key={index} data-empty={answer === "" || undefined}>{answer === "" ? t("person.answers.empty") : ADDRESS.test(answer) ? <button type="button" className={css.address} onClick={() => { void platform.openLink(answer); }}>{answer}</button> : answer}</dd>])}
  </dl>
);
