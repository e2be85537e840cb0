import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { ChevronRight, RefreshCw } from "lucide-react";
import type { FieldVerdict, ModelStanding, ModelVerdict } from "../../bindings/types";
import { Age, announce, Button, EmptyState, FailureState, Mark, SkeletonRows, toast, type Tone } from "../../component";
import { failureOf } from "../../platform";
import { call, commandQuery, useCommand } from "../../query";
import { number, t } from "../../words";
import { told } from "../../words/failure";
import { ReportTable } from "../start/ReportTable";
import { modelName } from "./SyncModels";
import css from "./Models.module.css";
import settings from "./Settings.module.css";

const TONES: Record<ModelStanding, Tone> = { ok: "ok", empty: "offline", no_permission: "failed", failed: "failed", not_fetched: "pending", switched_off: "offline" };

/** What the key may do and what is here: module by module, model by model, field by field. */
export function ModelsTab() {
  const client = useQueryClient();
  const { data: report, error, refetch } = useCommand("scope_report", { rerun: false });
  const [asking, setAsking] = useState(false);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const ask = async () => {
    setAsking(true);
    try {
      client.setQueryData(commandQuery("scope_report", { rerun: false }).queryKey, await call("scope_report", { rerun: true }));
    } catch (thrown) {
      const { message, cure } = failureOf(thrown);
      toast({ message, detail: cure, tone: "failed" });
    } finally {
      setAsking(false);
    }
  };
  const [testing, setTesting] = useState<string | null>(null);
  const test = async (model: string) => {
    setTesting(model);
    try {
      const verdict = await call("test_model", { model });
      client.setQueryData(commandQuery("scope_report", { rerun: false }).queryKey, (old) => old && { ...old, models: old.models.map((one) => (one.model === model ? verdict : one)) });
      announce(t("settings.models.tested", { model: modelName(model.replace(/^ats_/, "")), state: t(`settings.models.state.${verdict.state}`) }));
    } catch (thrown) {
      const { message, cure } = failureOf(thrown);
      toast({ message, detail: cure, tone: "failed" });
    } finally {
      setTesting(null);
    }
  };
  const toggle = (model: string) => { setOpen((old) => { const next = new Set(old); if (!next.delete(model)) next.add(model); return next; }); };
  if (error) return <FailureState failure={error} onRetry={() => { void refetch(); }} />;
  if (!report) return <SkeletonRows count={12} />;
  return (
    <>
      <section className={settings.section}>
        <header className={settings.head}>
          <h2>{t("settings.models.key")}</h2>
          <Button variant={report.asked_at === null ? "primary" : "plain"} isDisabled={asking} onPress={() => { void ask(); }}><RefreshCw />{t(asking ? "settings.models.asking" : report.asked_at === null ? "settings.models.ask" : "settings.models.again")}</Button>
        </header>
        <p className={settings.words}>{report.asked_at === null ? t("settings.models.unasked") : <>{t("settings.models.asked")} <Age at={report.asked_at} ago />. {t("settings.models.harmless")}</>}</p>
        {report.key && <ReportTable report={report.key} />}
      </section>
      <section className={settings.section}>
        <h2>{t("settings.models.title")}</h2>
        <p className={settings.words}>{t("settings.models.words")}</p>
        {report.models.length === 0 ? <EmptyState text={t("settings.models.none")} /> : (
          <ul className={settings.panel}>{report.models.map((model) => <Model key={model.model} verdict={model} open={open.has(model.model)} isTesting={testing === model.model} onTest={() => { void test(model.model); }} onToggle={() => { toggle(model.model); }} />)}</ul>
        )}
      </section>
    </>
  );
}

function Model({ verdict, open, isTesting, onTest, onToggle }: { verdict: ModelVerdict; open: boolean; isTesting: boolean; onTest: () => void; onToggle: () => void }) {
  const { model, state, failure, permissions, rows, synced_at: synced, asked_at: asked, fields } = verdict;
  const why = failure !== null ? `${told(failure).message} ${told(failure).cure}${failure.request_id === null ? "" : ` (${t("common.request", { id: failure.request_id })})`}` : state === "no_permission" ? t("settings.models.needs", { permission: permissions.join(", ") }) : null;
  return (
    <li className={css.row} data-model={model}>
      <button type="button" className={css.head} aria-expanded={open} onClick={onToggle}>
        <ChevronRight aria-hidden />
        <span className={css.name}>{modelName(model.replace(/^ats_/, ""))}</span>
        <span><Mark tone={TONES[state]}>{t(`settings.models.state.${state}`)}</Mark></span>
        <span className={css.num}>{number(rows)}</span>
        <span className={css.age}>{synced === null ? t("common.never") : <Age at={synced} ago />}</span>
      </button>
      {why !== null && <p className={css.why}>{why}</p>}
      {open && (
        <div className={css.test}>
          <span>{asked === null ? t("settings.models.untested") : <>{t("settings.models.asked")} <Age at={asked} ago /></>}</span>
          {state === "switched_off" ? <span>{t("settings.models.notAsked")}</span> : <Button size="small" isDisabled={isTesting} onPress={onTest}><RefreshCw />{t(isTesting ? "settings.models.asking" : asked === null ? "settings.models.test" : "settings.models.testAgain")}</Button>}
        </div>
      )}
      {open && <ul className={css.fields} aria-label={t("settings.models.fieldsOf", { model: modelName(model.replace(/^ats_/, "")) })}>{fields.map((field) => <Field key={field.field} verdict={field} />)}</ul>}
    </li>
  );
}

/** How full a field is, in words; the bar says the same to the eye. */
function wordsOf({ state, filled, of, permission }: FieldVerdict): string {
  switch (state) {
    case "filled": return t("settings.models.filled", { filled, of });
    case "unfilled": return t("settings.models.unfilled", { of });
    case "ashby_has_none": return t("settings.models.ashbyHasNone");
    case "needs_permission": return t("settings.models.needs", { permission: permission ?? "" });
    case "not_fetched": return t("settings.models.notFetched");
    case "switched_off": return t("settings.models.switchedOff");
  }
}

function Field({ verdict }: { verdict: FieldVerdict }) {
  const { field, state, filled, of } = verdict;
  const share = of === 0 ? 0 : Math.round((filled / of) * 100);
  return (
    <li className={css.field}>
      <span className={css.path} title={field}>{field}</span>
      {state === "filled" || state === "unfilled" ? <span className={css.bar} aria-hidden="true"><i style={{ width: `${String(share)}%` }} /></span> : <span />}
      <span className={css.verdict} data-state={state}>{wordsOf(verdict)}</span>
    </li>
  );
}
