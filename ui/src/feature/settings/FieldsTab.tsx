import { useState } from "react";
import { Plus, Trash2 } from "lucide-react";
import type { Failure } from "../../bindings/types";
import { Button, FailureState, IconButton, SkeletonRows, toast } from "../../component";
import { useAct, useCommand } from "../../query";
import { t } from "../../words";
import { KeyDialog, RuleDialog } from "./FieldDialogs";
import { modelName } from "./SyncModels";
import { changesOf, remappingOf, type Changes, type CustomKey, type Rule } from "./remapping";
import css from "./Settings.module.css";
import own from "./Privacy.module.css";

const onError = ({ message, cure }: Failure) => { toast({ message, detail: cure, tone: "failed" }); };
const named = (model: string): string => modelName(model.replace(/^ats_/, ""));

const without = <Item,>(list: readonly Item[], at: number): Item[] => list.filter((_, index) => index !== at);
const put = <Item,>(list: readonly Item[], at: number | null, item: Item): Item[] => (at === null ? [...list, item] : list.map((one, index) => (index === at ? item : one)));

/** Where fields come from, and what custom fields are called. */
export function FieldsTab() {
  const { data, error, refetch } = useCommand("remapping", {});
  const { mutate: save, isPending } = useAct("set_remapping");
  const [rule, setRule] = useState<{ at: number | null; rule: Rule } | null>(null);
  const [key, setKey] = useState<{ at: number | null; key: CustomKey } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (error) return <FailureState failure={error} onRetry={() => { void refetch(); }} />;
  if (!data) return <SkeletonRows count={6} />;
  const changes = changesOf(data.remapping);
  const keep = (next: Changes, done: () => void, failed: (failure: Failure) => void) => { save({ remapping: remappingOf(next) }, { onError: failed, onSuccess: () => { done(); toast({ message: t("prefs.fields.saved") }); } }); };
  const shut = () => { setRule(null); setKey(null); setFailure(null); };
  return (
    <>
      <p className={css.words}>{t("prefs.fields.intro")}</p>
      <section className={css.section}>
        <h2>{t("prefs.fields.rules")}</h2>
        {changes.rules.length === 0 ? <p className={css.words}>{t("prefs.fields.noRules")}</p> : (
          <ul className={css.panel}>
            {changes.rules.map((one, at) => (
              <li key={at} className={own.rule}>
                <button type="button" onClick={() => { setRule({ at, rule: one }); }}><b>{named(one.model)} · {one.field}</b> {one.source !== null && t("prefs.fields.from", { source: one.source })}</button>
                <IconButton size="small" label={t("prefs.fields.remove", { field: one.field })} onPress={() => { keep({ ...changes, rules: without(changes.rules, at) }, shut, onError); }}><Trash2 /></IconButton>
              </li>
            ))}
          </ul>
        )}
        <div className={css.actions}><Button onPress={() => { setRule({ at: null, rule: { model: "ats_candidates", field: "", source: null, values: {}, fallbacks: [], default: null } }); }}><Plus />{t("prefs.fields.addRule")}</Button></div>
      </section>
      <section className={css.section}>
        <h2>{t("prefs.fields.keys")}</h2>
        {changes.custom_fields.length === 0 ? <p className={css.words}>{t("prefs.fields.noKeys")}</p> : (
          <ul className={css.panel}>
            {changes.custom_fields.map((one, at) => (
              <li key={at} className={own.rule}>
                <button type="button" onClick={() => { setKey({ at, key: one }); }}><b>{named(one.model)} · {one.key}</b> {one.label ?? one.integration_field}</button>
                <IconButton size="small" label={t("prefs.fields.removeKey", { key: one.key })} onPress={() => { keep({ ...changes, custom_fields: without(changes.custom_fields, at) }, shut, onError); }}><Trash2 /></IconButton>
              </li>
            ))}
          </ul>
        )}
        <div className={css.actions}><Button onPress={() => { setKey({ at: null, key: { model: "ats_candidates", key: "", label: null, description: null, integration_field: "" } }); }}><Plus />{t("prefs.fields.addKey")}</Button></div>
      </section>
      {rule && <RuleDialog rule={rule.rule} failure={failure} isBusy={isPending} onClose={shut} onSave={(next) => { keep({ ...changes, rules: put(changes.rules, rule.at, next) }, shut, setFailure); }} />}
      {key && <KeyDialog entry={key.key} failure={failure} isBusy={isPending} onClose={shut} onSave={(next) => { keep({ ...changes, custom_fields: put(changes.custom_fields, key.at, next) }, shut, setFailure); }} />}
    </>
  );
}
