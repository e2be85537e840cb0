import { useState } from "react";
import { Button, FailureState, Select } from "../../../component";
import { useCommand } from "../../../query";
import { t } from "../../../words";
import { Asking } from "../Asking";
import css from "../Act.module.css";
import type { Subject } from "../subject";
import own from "./More.module.css";
import { useDeal } from "./useDeal";

const BEFORE = "before ";

/** Takes somebody out of the archive, to where they were or to another stage. */
export function ReconsiderDialog({ subject: { candidate: person, application: id, name }, onClose }: { subject: Subject; onClose: () => void }) {
  const deal = useDeal();
  const { data: candidate, error, refetch } = useCommand("candidate", { id: person });
  const [stage, setStage] = useState(BEFORE);
  const application = candidate?.applications.find((one) => one.id === id);
  const stages = (application?.steps ?? []).map((step) => step.stage).filter(({ kind }) => kind !== "Archived" && kind !== "Hired");
  const done = t("deed.reconsider.done", { name });
  const go = () => {
    onClose();
    void deal("unarchive_application", [{ application_id: id, ...(stage === BEFORE ? {} : { stage_id: stage }) }], { done, failed: t("act.notDone", { what: done }) });
  };
  return (
    <Asking title={t("deed.reconsider.title", { name })} place="middle" onClose={onClose}>
      {error ? <FailureState failure={error} onRetry={() => { void refetch(); }} /> : !application ? <p className={css.quiet} role="status">{t("common.loading")}</p> : (
        <>
          <div className={own.body}>
            <Select label={t("deed.reconsider.stage")} titled selected={stage} onSelect={setStage} items={[{ id: BEFORE, label: t("deed.reconsider.before") }, ...stages.map((one) => ({ id: one.id, label: one.name }))]} />
            <p>{t("deed.reconsider.words", { name, job: application.job ?? t("candidate.noJob") })}</p>
          </div>
          <footer className={css.foot}>
            <Button size="small" variant="quiet" onPress={onClose}>{t("common.cancel")}</Button>
            <Button size="small" variant="primary" autoFocus onPress={go}>{t("deed.menu.reconsider")}</Button>
          </footer>
        </>
      )}
    </Asking>
  );
}
