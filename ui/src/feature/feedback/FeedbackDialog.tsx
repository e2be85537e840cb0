import { useState } from "react";
import { TriangleAlert } from "lucide-react";
import { Button, Dialog, FailureState, Select } from "../../component";
import { platform } from "../../platform";
import { useCommand } from "../../query";
import { t } from "../../words";
import { useListed } from "../act/listed";
import { askable, type Answers } from "../create/draft";
import { useMe } from "../me/me";
import { WhoDialog } from "../me/WhoDialog";
import { useUsers } from "../me/useUsers";
import { text } from "../record";
import { useDo } from "../useDo";
import { answersOf, formsOf, questionsOf, wrong, type FeedbackForm } from "./form";
import { FormFields } from "./FormFields";
import css from "./Feedback.module.css";

/** Whom feedback is about, and after which interview. */
export type FeedbackAbout = { candidate: string; name: string; application?: string; interview?: { id: string; title: string | null; interviewers: readonly string[]; link: string | null } };

/** What was being answered when a dialog was closed; kept in memory alone. */
const drafts = new Map<string, Answers>();
const KEY = "key ";
const OTHER = "other ";

/** The interview's event and application, by Ashby's id of the one and the unified id of the other. */
function useEvent(interview: string | undefined): { event: string | null; application: string | null } {
  const { data } = useCommand("list_rows", { model: "ats_interviews", page_size: 1, cursor: null, filters: { ids: interview ?? "" }, embeds: [], updated_after: null, include_deleted: false, ignore_unsupported_filters: false }, { enabled: interview !== undefined });
  const row = data?.results[0];
  return { event: row ? text(row, "remote_id") : null, application: row ? text(row, "application_id") : null };
}

/** Gives feedback on one of the organisation's forms. */
export function FeedbackDialog({ about, onClose }: { about: FeedbackAbout; onClose: () => void }) {
  const { name, interview } = about;
  const { data, error, refetch } = useListed("feedback_forms");
  const { event, application: interviewed } = useEvent(interview?.id);
  const { data: candidate } = useCommand("candidate", { id: about.candidate });
  const [picked, setPicked] = useState<string | null>(null);
  const applications = candidate?.applications ?? [];
  const application = picked ?? about.application ?? interviewed ?? applications[0]?.id ?? null;
  const forms = data ? formsOf(data) : null;
  return (
    <Dialog title={t("deed.feedback.title", { name })} isOpen onClose={onClose} width={620}>
      {error ? (
        <>
          <FailureState failure={error} onRetry={() => { void refetch(); }} />
          {interview?.link != null && <p className={css.instead}><Button onPress={() => { void platform.openLink(interview.link ?? ""); onClose(); }}>{t("deed.feedback.inAshby")}</Button></p>}
        </>
      ) : !forms || !candidate ? <p role="status">{t("common.loading")}</p> : forms.length === 0 ? <p>{t("deed.feedback.noForms")}</p> : application === null ? <p>{t("candidate.noApplications")}</p> : (
        <Scorecard
          key={application} about={about} job={applications.find(({ id }) => id === application)?.job ?? null} forms={forms} application={application} event={event} onClose={onClose}
          applications={about.application === undefined && interviewed === null && applications.length > 1 ? applications.map(({ id, job }) => ({ id, label: job ?? t("candidate.noJob") })) : []} onApplication={setPicked}
        />
      )}
    </Dialog>
  );
}

type Props = { about: FeedbackAbout; /** Of the application. */ job: string | null; forms: readonly FeedbackForm[]; application: string; event: string | null; applications: readonly { id: string; label: string }[]; onApplication: (id: string) => void; onClose: () => void };

function Scorecard({ about: { name, interview }, job, forms, application, event, applications, onApplication, onClose }: Props) {
  const act = useDo();
  const { data: users = [] } = useUsers();
  const me = useMe();
  const [chosen, setChosen] = useState(forms[0]?.id ?? "");
  const [by, setBy] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const draft = `${application} ${chosen}`;
  const [answers, setAnswers] = useState<Answers>(() => drafts.get(draft) ?? {});
  const [tried, setTried] = useState(false);
  const form = forms.find(({ id }) => id === chosen) ?? forms[0];
  if (!form) return null;
  const author = by ?? users.find(({ id }) => id === me.id)?.remote ?? KEY;
  const wasThere = interview !== undefined && interview.interviewers.includes(users.find(({ remote }) => remote === author)?.name ?? "");
  // Those it is likely from; everybody else is found by name.
  const likely = users.filter(({ id, remote, name: own }) => id === me.id || remote === author || interview?.interviewers.includes(own));
  const cannot = questionsOf(form).filter((question) => question.required && !askable(question));
  const write = (next: Answers) => { drafts.set(draft, next); setAnswers(next); };
  const choose = (id: string) => { setChosen(id); setAnswers(drafts.get(`${application} ${id}`) ?? {}); setTried(false); };
  const send = () => {
    if (cannot.length > 0) return;
    if (questionsOf(form).some((question) => wrong(question, answers[question.id]) !== null)) { setTried(true); return; }
    onClose();
    const input = { application_id: application, form_id: form.id, answers: answersOf(form, answers), ...(author === KEY ? {} : { user_id: author }), ...(wasThere && event !== null ? { interview_event_id: event } : {}) };
    void act("submit_feedback", input, { done: t("deed.feedback.done", { name }), failed: t("act.notDone", { what: t("deed.feedback.done", { name }) }) }).then((taken) => { if (taken) drafts.delete(draft); });
  };
  // Whoever is asked for stands outside of the card: its keys would reach the card, and what that sends is final.
  return (
    <>
      <div className={css.card} onKeyDown={(key) => { if (key.key === "Enter" && (key.ctrlKey || key.metaKey)) { key.preventDefault(); send(); } }}>
        {applications.length === 0 && job !== null && <p className={css.about}>{t("candidate.actsOn", { job })}</p>}
        <div className={css.pair}>
          <Select label={t("deed.feedback.form")} titled selected={form.id} onSelect={choose} items={forms.map(({ id, title }) => ({ id, label: title }))} />
          <Select label={t("deed.feedback.by")} titled selected={author} onSelect={(id) => { if (id === OTHER) setAsking(true); else setBy(id); }} items={[{ id: KEY, label: t("deed.feedback.key") }, ...likely.map(({ remote, name: label }) => ({ id: remote, label })), { id: OTHER, label: t("me.change") }]} />
          {applications.length > 0 && <Select label={t("deed.feedback.application")} titled selected={application} onSelect={onApplication} items={applications} />}
        </div>
        {interview && <p className={css.about}>{wasThere && event !== null ? t("deed.feedback.after", { interview: interview.title ?? t("candidate.untitledInterview") }) : t("deed.feedback.general")}</p>}
        <FormFields key={form.id} form={form} answers={answers} isTried={tried} onAnswers={write} />
        {cannot.length > 0 && <p className={css.problem} role="alert">{t("deed.feedback.cannot", { questions: cannot.map(({ title }) => title).join(", ") })}</p>}
        {tried && <p className={css.problem} role="alert">{t("deed.feedback.incomplete")}</p>}
        <footer className={css.foot}>
          <span className={css.final}><TriangleAlert aria-hidden />{t("deed.feedback.final")}</span>
          <Button variant="primary" kbd="Mod+Enter" isDisabled={cannot.length > 0} onPress={send}>{t("deed.feedback.send")}</Button>
        </footer>
      </div>
      {asking && <WhoDialog title={t("deed.feedback.by")} onPick={(id) => { setBy(users.find((user) => user.id === id)?.remote ?? null); setAsking(false); }} onClose={() => { setAsking(false); }} />}
    </>
  );
}
