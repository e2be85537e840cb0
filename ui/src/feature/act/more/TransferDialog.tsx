import { useState } from "react";
import { Button, FailureState, Select } from "../../../component";
import { useCommand } from "../../../query";
import { t } from "../../../words";
import { useOpenJobs, type OpenJob } from "../../job/useOpenJobs";
import { Asking } from "../Asking";
import { Finder } from "../Finder";
import css from "../Act.module.css";
import own from "./More.module.css";
import type { About } from "./more";
import { useDeal } from "./useDeal";

/** Moves applications to another job: first the job, then the stage they go on in. */
export function TransferDialog({ who, name, onClose }: About) {
  const deal = useDeal();
  const jobs = useOpenJobs();
  const [first] = who;
  const { data: candidate } = useCommand("candidate", { id: first?.candidate ?? "" }, { enabled: who.length === 1 });
  const from = who.length === 1 ? candidate?.applications.find(({ id }) => id === first?.application) : undefined;
  const [job, setJob] = useState<OpenJob | null>(null);
  const others = jobs.filter(({ id }) => id !== from?.job_id);
  const move = (to: string, title: string, stage: string | null) => {
    onClose();
    const said = { done: t("deed.transfer.done", { name, job: title }), failed: t("act.notDone", { what: t("deed.transfer.done", { name, job: title }) }) };
    void deal("transfer_application_to_job", who.map(({ application }) => ({ application_id: application, job_id: to, ...(stage === null ? {} : { stage_id: stage }) })), said);
  };
  return (
    <Asking title={t("deed.transfer.title", { name })} about={from?.job == null ? undefined : t("deed.transfer.from", { job: from.job })} place="middle" onClose={onClose}>
      {job === null
        ? <Finder label={t("deed.transfer.find")} items={jobs.length === 0 ? undefined : others} none={t("deed.transfer.none")} onPick={(id) => { setJob(jobs.find((one) => one.id === id) ?? null); }} />
        : <Place job={job} name={name} from={from?.job ?? null} onBack={() => { setJob(null); }} onMove={move} />}
    </Asking>
  );
}

type PlaceProps = { job: OpenJob; name: string; from: string | null; onBack: () => void; onMove: (job: string, title: string, stage: string | null) => void };

/** The stage on the other job, and what happens, before it happens. */
function Place({ job, name, from, onBack, onMove }: PlaceProps) {
  const { data: form, error, refetch } = useCommand("create_form", { job_id: job.id });
  const [picked, setPicked] = useState<string | null>(null);
  if (error) return <FailureState failure={error} onRetry={() => { void refetch(); }} />;
  if (!form) return <p className={css.quiet} role="status">{t("common.loading")}</p>;
  const stage = picked ?? form.first_stage ?? form.stages[0]?.id ?? null;
  const named = form.stages.find(({ id }) => id === stage)?.name ?? "";
  return (
    <>
      <div className={own.body}>
        <Select label={t("deed.transfer.stage")} titled selected={stage} onSelect={setPicked} items={form.stages.map(({ id, name: label }) => ({ id, label }))} />
        <p>{from === null ? t("deed.transfer.wordsMany", { name, job: form.job, stage: named }) : t("deed.transfer.words", { name, from, job: form.job, stage: named })}</p>
      </div>
      <footer className={css.foot}>
        <Button size="small" variant="quiet" onPress={onBack}>{t("deed.transfer.another")}</Button>
        <Button size="small" variant="primary" autoFocus isDisabled={stage === null} onPress={() => { onMove(form.job_id, form.job, picked); }}>{t("deed.transfer.go", { job: form.job })}</Button>
      </footer>
    </>
  );
}
