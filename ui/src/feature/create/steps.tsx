import type { CreateForm } from "../../bindings/types";
import { Field, RichText, Select } from "../../component";
import { platform } from "../../platform";
import { useCommand } from "../../query";
import { t } from "../../words";
import { AnswerField, FileField } from "./AnswerField";
import { COUNTRIES } from "./countries";
import { askable, linked, unaskable, type Answers, type Draft, type Known, type Problem } from "./draft";
import css from "./Create.module.css";

type Props = { draft: Draft; form: CreateForm | null; problems: readonly Problem[]; onChange: (part: Partial<Draft>) => void };
const NONE = "";

type Jobs = { jobs: readonly { id: string; label: string }[] };

/** What for, and from where. */
function PlaceFields({ draft, form, jobs, problems, onChange }: Props & Jobs) {
  const { data: sources = [] } = useCommand("list_sources", {}, { enabled: form === null });
  const { data: users = [] } = useCommand("list_users", {}, { enabled: form === null });
  const optional = (items: readonly { id: string; name: string }[], empty: string) => [{ id: NONE, label: empty }, ...items.map(({ id, name }) => ({ id, label: name }))];
  const given = (id: string): string | null => (id === NONE ? null : id);
  return (
    <>
      <Select label={t("create.job")} titled selected={draft.job} onSelect={(job) => { onChange({ job, stage: null, answers: {}, survey: {} }); }} items={jobs} placeholder={t("create.pickJob")} error={problems.includes("job") ? t("create.needsJob") : undefined} />
      <Select
        label={t("create.stage")} titled selected={draft.stage ?? form?.first_stage ?? NONE} isDisabled={form === null} onSelect={(id) => { onChange({ stage: given(id) }); }}
        items={form ? form.stages.map(({ id, name }) => ({ id, label: name })) : [{ id: NONE, label: t("create.chooseJob") }]}
      />
      <Select label={t("create.source")} titled selected={draft.source ?? NONE} onSelect={(id) => { onChange({ source: given(id) }); }} items={optional(form?.sources ?? sources, form?.default_source != null || form === null ? t("create.usualSource") : t("create.noSource"))} />
      <Select label={t("create.credited")} titled selected={draft.credited ?? NONE} onSelect={(id) => { onChange({ credited: given(id) }); }} items={optional(form?.users ?? users, t("create.nobody"))} />
    </>
  );
}

/** Somebody known: only the job is asked for. */
export function KnownStep({ draft, form, jobs, known, problems, onChange }: Props & Jobs & { known: Known }) {
  const again = form !== null && known.jobs.includes(form.job_id);
  return (
    <div className={css.grid}>
      <p className={css.wide}>{t("create.knownBy", { name: known.name, email: known.email })}</p>
      <PlaceFields draft={draft} form={form} jobs={jobs} problems={problems} onChange={onChange} />
      {again && <p className={css.again} role="status">{t("create.onThisJob", { name: known.name, job: form.job })}</p>}
      <div className={css.wide}><FileField label={t("create.resume")} file={draft.resume} onFile={(resume) => { onChange({ resume }); }} hint={t("create.dropHint")} /></div>
    </div>
  );
}

/** Who it is, what for, and from where. */
export function PersonStep({ draft, form, jobs, problems, onChange }: Props & Jobs) {
  const error = (problem: Problem, text: string): string | undefined => (problems.includes(problem) ? text : undefined);
  return (
    <div className={css.grid}>
      <div className={css.wide}><Field label={t("create.link")} value={draft.link} onChange={(link) => { onChange(linked(draft, link)); }} type="url" placeholder="https://www.linkedin.com/in/…" description={t("create.linkHint")} error={error("link", t("create.wrongLink"))} autoFocus /></div>
      <Field label={t("create.first")} value={draft.first} onChange={(first) => { onChange({ first }); }} error={error("first", t("create.needsFirst"))} />
      <Field label={t("create.last")} value={draft.last} onChange={(last) => { onChange({ last }); }} error={error("last", t("create.needsLast"))} />
      <Field label={t("create.email")} value={draft.email} onChange={(email) => { onChange({ email }); }} error={error("email", t("create.needsEmail"))} />
      <Field label={t("create.phone")} value={draft.phone} onChange={(phone) => { onChange({ phone }); }} error={error("phone", t("create.wrongPhone"))} />
      <Select label={t("create.country")} titled selected={draft.country} onSelect={(country) => { onChange({ country }); }} items={[{ id: NONE, label: t("create.noCountry") }, ...COUNTRIES]} />
      <Field label={t("create.city")} value={draft.city} onChange={(city) => { onChange({ city }); }} isDisabled={draft.country === NONE} />
      <PlaceFields draft={draft} form={form} jobs={jobs} problems={problems} onChange={onChange} />
      <div className={css.wide}><FileField label={t("create.resume")} file={draft.resume} onFile={(resume) => { onChange({ resume }); }} hint={t("create.dropHint")} /></div>
    </div>
  );
}

type AskedProps = { questions: CreateForm["questions"]; answers: Answers; problems: readonly Problem[]; onAnswers: (answers: Answers) => void };

function Asked({ questions, answers, problems, onAnswers }: AskedProps) {
  return questions.map((question) => {
    const error = problems.some((problem) => typeof problem === "object" && problem.question === question.id) ? t("create.needsAnswer") : undefined;
    return (
      <div key={question.id} className={css.question} data-wrong={error !== undefined || undefined}>
        {question.description !== null && <RichText html={question.description} onLink={(url) => { void platform.openLink(url); }} />}
        {askable(question) ? (
          <AnswerField
            question={question} value={answers[question.id]} error={error}
            onChange={(value) => {
              const { [question.id]: _, ...others } = answers;
              onAnswers(value === undefined ? others : { ...others, [question.id]: value });
            }}
          />
        ) : <p className={css.cannot}>{question.title}: {t("create.cannotAsk")}</p>}
        {error !== undefined && <p className={css.error} role="alert">{error}</p>}
      </div>
    );
  });
}

/** The job's own questions. */
export function AnswersStep({ draft, form, problems, onChange }: Props & { form: CreateForm }) {
  const cannot = unaskable(form);
  if (cannot.length > 0) return <p role="status">{t("create.blocked", { job: form.job, questions: cannot.map(({ title }) => title).join(", ") })}</p>;
  return (
    <div className={css.stack}>
      <p>{t("create.answersWords", { job: form.job })}</p>
      {problems.includes("resume") && <p className={css.error} role="alert">{t("create.needsResume")}</p>}
      <Asked questions={form.questions} answers={draft.answers} problems={problems} onAnswers={(answers) => { onChange({ answers }); }} />
    </div>
  );
}

/** What is asked of one's own free will, apart from the rest, and kept nowhere here. */
export function SurveyStep({ draft, form, onChange }: Omit<Props, "problems"> & { form: CreateForm }) {
  return (
    <div className={css.stack}>
      <p className={css.voluntary}>{t("create.surveyWords")}</p>
      {form.surveys.map((survey) => (
        <section key={survey.id} className={css.stack} aria-label={survey.title}>
          <h3>{survey.title}</h3>
          <Asked questions={survey.questions} answers={draft.survey} problems={[]} onAnswers={(answers) => { onChange({ survey: answers }); }} />
        </section>
      ))}
    </div>
  );
}
