import "../../words/rest";
import { useEffect, useMemo, useRef, useState } from "react";
import type { CreateForm, Queued } from "../../bindings/types";
import { announce, Button, Dialog, toast } from "../../component";
import { failureOf } from "../../platform";
import { onLock } from "../../app/useIdleLock";
import { call, useAct, useCommand } from "../../query";
import { t } from "../../words";
import { isFiles, refusalOf } from "../file";
import { useOpenJobs } from "../job/useOpenJobs";
import { Duplicates, useDuplicates } from "./Duplicates";
import { EMPTY, inputOf, missingOf, personOf, unanswered, type Draft, type Known } from "./draft";
import { AnswersStep, KnownStep, PersonStep, SurveyStep } from "./steps";
import css from "./Create.module.css";

type Step = "person" | "answers" | "survey";

/** The steps there are for what is chosen: questions only where the job asks any, a survey likewise. */
const stepsOf = (form: CreateForm | null): Step[] => ["person", ...(form && form.questions.length > 0 ? ["answers" as const] : []), ...(form && form.surveys.length > 0 ? ["survey" as const] : [])];

/** So much of a name stands on the button: the job after it is to be seen too. */
const NAME = 28;
const cut = (name: string): string => (name.length > NAME ? `${name.slice(0, NAME - 1).trimEnd()}…` : name);

function failed(thrown: unknown) {
  const { message, cure } = failureOf(thrown);
  toast({ message, detail: cure, tone: "failed" });
  announce(`${message} ${cure}`);
}

/** Who was made by a write, as Activity knows it. */
async function madeBy(intent: string): Promise<string | null> {
  const pages = await Promise.all((["open", "done"] as const).map((filter) => call("activity", { filter, offset: 0, limit: 100 })));
  return pages.flatMap(({ rows }) => rows).find(({ id }) => id === intent)?.candidate_id ?? null;
}

const FIELDS = "input:not([type=file]), textarea, [role=spinbutton], button";
/** A field marked by itself, or a question marked as a whole. */
const WRONG = `:is([data-invalid], [data-wrong]) :is(${FIELDS})`;

/** What was being filled in when the dialog was closed, by what it was opened for; kept in memory alone. */
const drafts = new Map<string, Draft>();
export const forgetDrafts = (): void => { drafts.clear(); };
onLock(forgetDrafts);

export type CreateProps = { job?: string | null; /** Somebody who is in Ashby already and is only put on another job. */ known?: Known; onClose: () => void; onPerson: (candidate: string) => void };

/** An application of someone new or known: who, what the job asks, and what is asked of one's own free will. */
export function CreateDialog({ job = null, known, onClose, onPerson }: CreateProps) {
  const about = `${known?.email ?? ""} ${job ?? ""}`;
  const [blank] = useState<Draft>(() => ({ ...EMPTY, job, ...(known ? personOf(known) : {}) }));
  const [draft, setDraft] = useState(drafts.get(about) ?? blank);
  const [isKept, setKept] = useState(draft !== blank);
  const [step, setStep] = useState<Step>("person");
  const [tries, setTries] = useState(0);
  const [over, setOver] = useState(false);
  const jobs = useOpenJobs();
  const { data: asked, error } = useCommand("create_form", { job_id: draft.job ?? "" }, { enabled: draft.job !== null });
  const form = draft.job === null ? null : (asked ?? null);
  const duplicates = useDuplicates(draft);
  const { mutateAsync: make } = useAct("create_application");
  const sent = useRef(false);
  const [sending, setSending] = useState(false);
  const steps = useMemo(() => stepsOf(form), [form]);
  const at = steps.indexOf(step);
  const next = steps[at + 1];
  const missing = step === "person" ? missingOf(draft).filter((problem) => !known || problem === "job") : step === "answers" && form ? unanswered(form, draft) : [];
  const change = (part: Partial<Draft>) => { setDraft((old) => ({ ...old, ...part })); };
  const name = known?.name ?? `${draft.first} ${draft.last}`.trim();

  const body = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) body.current?.querySelector<HTMLElement>(FIELDS)?.focus();
    shown.current = step;
  }, [step]);
  useEffect(() => { if (tries > 0) body.current?.querySelector<HTMLElement>(WRONG)?.focus(); }, [tries]);

  useEffect(() => {
    if (JSON.stringify(draft) === JSON.stringify(blank)) drafts.delete(about);
    // What was told of one's own free will is not kept, and has to be told again.
    else drafts.set(about, { ...draft, survey: EMPTY.survey });
  }, [about, blank, draft]);

  const startOver = () => {
    setDraft(blank);
    setStep("person");
    setTries(0);
    setKept(false);
    body.current?.querySelector<HTMLElement>(FIELDS)?.focus();
  };
  const take = (file: File | undefined) => {
    if (!file) return;
    const refusal = refusalOf(file);
    if (refusal !== null) { toast({ message: refusal, tone: "failed" }); return; }
    change({ resume: file });
    announce(t("create.gotFile", { file: file.name }));
  };
  const done = ({ label, intent_id: intent }: Queued) => {
    toast({ message: label, ...(known ? {} : { action: { label: t("create.openPerson"), run: () => { void madeBy(intent).then((made) => { if (made !== null) onPerson(made); }); } } }) });
    announce(label);
    drafts.delete(about);
    onClose();
  };
  const pend = (on: boolean) => { sent.current = on; setSending(on); };
  const waits = draft.job !== null && form === null;
  const onward = () => {
    // A key pressed again, or before it is known what the job asks, makes nobody.
    if (sent.current || waits) return;
    if (missing.length > 0) { setTries(tries + 1); return; }
    setTries(0);
    if (next) { setStep(next); return; }
    pend(true);
    inputOf(draft, form).then(make).then(done, (thrown: unknown) => { pend(false); failed(thrown); }).catch(() => undefined);
  };
  const last = form === null ? t("create.addToJob") : t("create.addApplication", { name: name === "" ? t("create.thisPerson") : cut(name), job: form.job });
  return (
    <Dialog
      title={known && step === "person" ? t("create.addTo", { name: known.name }) : t(`create.step.${step}`)} isOpen onClose={onClose} width={680}
      footer={
        <>
          <span className={css.where}>{steps.length > 1 && t("create.stepOf", { step: at + 1, steps: steps.length })}</span>
          {isKept && <Button variant="quiet" isDisabled={sending} onPress={startOver}>{t("create.startOver")}</Button>}
          {at > 0 ? <Button onPress={() => { setStep(steps[at - 1] ?? "person"); setTries(0); }}>{t("create.back")}</Button> : <Button onPress={onClose}>{t("common.cancel")}</Button>}
          <Button variant="primary" isDisabled={sending || waits} onPress={onward}>{next === "answers" || next === "survey" ? t(`create.to.${next}`) : <span className={css.last}>{last}</span>}</Button>
        </>
      }
    >
      <div
        ref={body} className={css.form} data-over={over || undefined} onDragOver={(event) => { if (isFiles(event)) { event.preventDefault(); setOver(true); } }} onDragLeave={() => { setOver(false); }}
        onDrop={(event) => { if (isFiles(event)) { event.preventDefault(); setOver(false); take(event.dataTransfer.files[0]); } }}
        onKeyDownCapture={(event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); event.stopPropagation(); onward(); } }}
      >
        {error && draft.job !== null && <p role="alert" className={css.error}>{error.message} {error.cure}</p>}
        {step === "person" && known && <KnownStep draft={draft} form={form} jobs={jobs} known={known} problems={tries > 0 ? missing : []} onChange={change} />}
        {step === "person" && !known && (
          <>
            <PersonStep draft={draft} form={form} jobs={jobs} problems={tries > 0 ? missing : []} onChange={change} />
            <Duplicates people={duplicates} job={draft.job} onOpen={(candidate) => { onClose(); onPerson(candidate); }} />
          </>
        )}
        {step === "answers" && form && <AnswersStep draft={draft} form={form} problems={tries > 0 ? missing : []} onChange={change} />}
        {step === "survey" && form && <SurveyStep draft={draft} form={form} onChange={change} />}
      </div>
    </Dialog>
  );
}
