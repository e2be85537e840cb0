import { useState, type ReactNode } from "react";
import type { Failure } from "../../bindings/types";
import { Button, Dialog, FailureState, Field, Select, TextArea } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import { shown } from "../record";
import { modelName } from "./SyncModels";
import { linesOf, valuesOf, type CustomKey, type Rule } from "./remapping";
import own from "./Privacy.module.css";

type Common = { failure: Failure | null; isBusy: boolean; onClose: () => void };

/** The models and the fields each has, as the engine names them. */
function useFields(): { id: string; label: string; fields: string[] }[] {
  const { data } = useCommand("scope_report", { rerun: false });
  return (data?.models ?? []).map(({ model, fields }) => ({ id: model, label: modelName(model.replace(/^ats_/, "")), fields: fields.map(({ field }) => field) }));
}

function Frame({ title, canSave, failure, isBusy, onClose, onSave, children }: Common & { title: string; canSave: boolean; onSave: () => void; children: ReactNode }) {
  return (
    <Dialog isOpen title={title} width={520} onClose={onClose} footer={<><Button onPress={onClose}>{t("common.cancel")}</Button><Button variant="primary" isDisabled={!canSave || isBusy} onPress={onSave}>{t("prefs.fields.keep")}</Button></>}>
      <div className={own.form}>{children}{failure && <FailureState failure={failure} />}</div>
    </Dialog>
  );
}

export function RuleDialog({ rule, onSave, ...common }: Common & { rule: Rule; onSave: (rule: Rule) => void }) {
  const models = useFields();
  const [next, setNext] = useState(rule);
  const [lines, setLines] = useState(linesOf(rule.values));
  const [fallbacks, setFallbacks] = useState(rule.fallbacks.join("\n"));
  const [otherwise, setOtherwise] = useState(shown(rule.default));
  const values = valuesOf(lines);
  const fields = models.find(({ id }) => id === next.model)?.fields ?? [];
  const save = () => { onSave({ ...next, source: next.source === "" ? null : next.source, values: values ?? {}, fallbacks: fallbacks.split("\n").map((one) => one.trim()).filter((one) => one !== ""), default: otherwise === "" ? null : otherwise }); };
  return (
    <Frame {...common} title={t("prefs.fields.rule")} canSave={next.field !== "" && values !== null && (next.source ?? "") + otherwise + fallbacks !== ""} onSave={save}>
      <Select label={t("prefs.fields.model")} titled selected={next.model} onSelect={(model) => { setNext({ ...next, model, field: "" }); }} items={models} />
      <Select label={t("prefs.fields.field")} titled selected={next.field === "" ? null : next.field} onSelect={(field) => { setNext({ ...next, field }); }} items={fields.map((field) => ({ id: field, label: field }))} />
      <Field label={t("prefs.fields.source")} value={next.source ?? ""} onChange={(source) => { setNext({ ...next, source }); }} description={t("prefs.fields.sourceHelp")} mono />
      <TextArea label={t("prefs.fields.fallback")} value={fallbacks} onChange={setFallbacks} description={t("prefs.fields.fallbackHelp")} rows={2} mono />
      <TextArea label={t("prefs.fields.values")} value={lines} onChange={setLines} description={t("prefs.fields.valuesHelp")} error={values === null ? t("prefs.fields.badValues") : undefined} rows={3} mono />
      <Field label={t("prefs.fields.otherwise")} value={otherwise} onChange={setOtherwise} />
    </Frame>
  );
}

export function KeyDialog({ entry, onSave, ...common }: Common & { entry: CustomKey; onSave: (key: CustomKey) => void }) {
  const models = useFields();
  const [next, setNext] = useState(entry);
  return (
    <Frame {...common} title={t("prefs.fields.keyTitle")} canSave={/^[a-z][a-z0-9_]*$/.test(next.key) && next.integration_field.trim() !== ""} onSave={() => { onSave({ ...next, label: next.label === "" ? null : next.label, integration_field: next.integration_field.trim() }); }}>
      <Select label={t("prefs.fields.model")} titled selected={next.model} onSelect={(model) => { setNext({ ...next, model }); }} items={models} />
      <Field label={t("prefs.fields.key")} value={next.key} onChange={(key) => { setNext({ ...next, key }); }} description={t("prefs.fields.keyHelp")} mono autoFocus />
      <Field label={t("prefs.fields.label")} value={next.label ?? ""} onChange={(label) => { setNext({ ...next, label }); }} />
      <Field label={t("prefs.fields.integration")} value={next.integration_field} onChange={(integration_field) => { setNext({ ...next, integration_field }); }} description={t("prefs.fields.integrationHelp")} mono />
    </Frame>
  );
}
