import { RichText } from "../../component";
import { platform } from "../../platform";
import { t } from "../../words";
import { AnswerField } from "../create/AnswerField";
import { askable, type Answers } from "../create/draft";
import css from "../create/Create.module.css";
import { wrong, type FeedbackForm } from "./form";

type Props = { form: FeedbackForm; answers: Answers; /** Says what is missing. */ isTried: boolean; onAnswers: (answers: Answers) => void };

/** The questions of a form for feedback, each in the way of its kind. */
export function FormFields({ form, answers, isTried, onAnswers }: Props) {
  return form.sections.map((section, place) => (
    <section key={place} className={css.stack} aria-label={section.title ?? form.title}>
      {form.sections.length > 1 && section.title !== null && <h3>{section.title}</h3>}
      {section.questions.map((question) => {
        const problem = isTried ? wrong(question, answers[question.id]) : null;
        return (
          <div key={question.id} className={css.question}>
            {question.description !== null && <RichText html={question.description} onLink={(url) => { void platform.openLink(url); }} />}
            {askable(question) ? (
              <AnswerField
                question={question} value={answers[question.id]}
                onChange={(value) => {
                  const { [question.id]: _, ...others } = answers;
                  onAnswers(value === undefined ? others : { ...others, [question.id]: value });
                }}
              />
            ) : <p className={css.cannot}>{question.title}: {t("create.cannotAsk")}</p>}
            {question.kind === "Score" && <p className={css.cannot}>{t("deed.feedback.score")}</p>}
            {problem !== null && <p className={css.error} role="alert">{t(`deed.feedback.wrong.${problem}`)}</p>}
          </div>
        );
      })}
    </section>
  ));
}
