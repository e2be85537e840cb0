import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { catalogue } from "../../bindings/commands";
import type { IntentDetail, IntentRow } from "../../bindings/types";
import { announce, Button, Dialog, FailureState, Mark, SkeletonRows, toast, type Tone } from "../../component";
import { call, invalidate, useAct, useCommand } from "../../query";
import { t } from "../../words";
import { told } from "../../words/failure";
import { corrected, partsOf, read } from "./edit";
import { EditFeedback } from "./EditFeedback";
import { EditField } from "./EditField";
import { EditOwn } from "./EditOwn";
import css from "./Edit.module.css";

const TONES: Record<string, Tone> = { done: "ok", failed: "failed", unknown: "unconfirmed", sent: "pending", pending: "pending" };

/** Corrects a write that failed and sends it again; the failed one is given up only when the new one is kept. */
export function EditDialog({ row, onClose }: { row: IntentRow; onClose: () => void }) {
  const { data, error, refetch } = useCommand("intent_detail", { intent_id: row.id });
  return (
    <Dialog title={row.title} isOpen onClose={onClose} width={560}>
      {error ? <FailureState failure={error} onRetry={() => { void refetch(); }} /> : data ? <Form row={row} detail={data} onClose={onClose} /> : <SkeletonRows count={3} />}
    </Dialog>
  );
}

function Form({ row, detail: { input: asked, calls }, onClose }: { row: IntentRow; detail: IntentDetail; onClose: () => void }) {
  const client = useQueryClient();
  const [input, setInput] = useState(asked);
  const { mutate: edit, isPending, error } = useAct("edit");
  const parts = partsOf(row.action);
  const isOwn = row.action === "set_candidate_fields" || row.action === "set_application_fields";
  const [fits, setFits] = useState(true);
  const why = told(row.failure);
  const undo = (intent_id: string) => { void call("undo", { intent_id }).then(({ label }) => { toast({ message: label }); return invalidate(client, catalogue.undo.invalidates); }).catch(() => undefined); };
  const send = (next: unknown = input) => {
    edit({ intent_id: row.id, input: next }, {
      onSuccess: (queued) => {
        onClose();
        announce(queued.label);
        toast({ message: queued.label, action: queued.undo ? { label: t("common.undo"), run: () => { undo(queued.intent_id); }, undoes: queued.intent_id } : undefined });
      },
    });
  };
  return (
    <div className={css.form} onKeyDownCapture={(event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); event.stopPropagation(); if (fits && !isPending) send(); } }}>
      {why !== null && <p className={css.why}>{why.message} {why.cure}</p>}
      {isOwn ? <EditOwn model={row.action === "set_candidate_fields" ? "ats_candidates" : "ats_applications"} input={input} onChange={setInput} onFits={setFits} /> : row.action === "submit_feedback" ? <EditFeedback input={input} onChange={setInput} /> : parts.length === 0 ? <p>{t("activity.edit.nothing")}</p> : parts.map((part) => (
        <EditField key={part.path.join(".")} part={part} application={row.application_id} value={String(read(input, part.path) ?? "")} onChange={(value) => { setInput(corrected(input, part, value)); }} />
      ))}
      {error && <div role="alert"><FailureState failure={error} /></div>}
      {calls.length > 0 && (
        <section aria-label={t("activity.edit.calls")}>
          <h3>{t("activity.edit.calls")}</h3>
          <ul className={css.calls}>{calls.map((one, index) => <li key={index}><code>{one.endpoint}</code><Mark tone={TONES[one.state] ?? "offline"}>{t(`activity.edit.call.${one.state as "done"}`, { defaultValue: one.state })}</Mark></li>)}</ul>
        </section>
      )}
      <footer className={css.foot}>
        <Button onPress={onClose}>{t("common.cancel")}</Button>
        <Button variant="primary" kbd="Mod+Enter" isDisabled={isPending || !fits} onPress={() => { send(); }}>{t("activity.edit.send")}</Button>
      </footer>
    </div>
  );
}
