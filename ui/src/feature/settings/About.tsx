import { useState } from "react";
import { Copy, Download } from "lucide-react";
import { Button, copyText, SkeletonRows, toast } from "../../component";
import { failureOf, platform } from "../../platform";
import { call, useCommand } from "../../query";
import { t } from "../../words";
import { diagnosticsOf } from "./diagnostics";
import { modeOf } from "./ModeSection";
import css from "./Settings.module.css";
import own from "./Privacy.module.css";

/** What is kept here, in words. */
function keptOf(word: string): string {
  const mode = modeOf(word);
  return mode.kind === "recent" ? `${t("start.keep.recent")}, ${t("start.keep.days", { count: mode.days })}` : t(mode.kind === "all" ? "start.keep.all" : "start.keep.created");
}

export function About() {
  const { data: workspace } = useCommand("workspace_state", {});
  const { data: sync } = useCommand("sync_status", {});
  if (!workspace) return <SkeletonRows count={2} />;
  const { version, kind, vault, phase } = workspace;
  const facts: [string, string][] = [[t("settings.about.version"), version], [t("prefs.about.workspace"), kind === null ? t("common.never") : t(`frame.${kind}`)], ...(vault === null ? [] : [[t("prefs.about.vault"), t(`start.keep.${vault}`)] as [string, string]]), ...(sync ? [[t("prefs.about.mode"), keptOf(sync.mode)] as [string, string]] : []), [t("prefs.about.licence"), "AGPL-3.0-or-later"]];
  return (
    <>
      <section className={css.section}>
        <h2>{t("settings.about.name")}</h2>
        <p className={css.words}>{t("settings.about.line")} {t("settings.about.privacy")}</p>
        <dl className={css.facts}>{facts.map(([label, value]) => [<dt key={`${label}:`}>{label}</dt>, <dd key={label}>{value}</dd>])}</dl>
        <div className={css.actions}><Button onPress={() => { void copyText(`Samara ${version}, workspace ${kind ?? "none"}, vault ${vault ?? "none"}, ${phase}`); }}><Copy />{t("settings.about.copy")}</Button></div>
      </section>
      <section className={css.section}>
        <h2>{t("prefs.about.parts")}</h2>
        <p className={css.words}>{t("prefs.about.licenceWords")} {t("prefs.about.partsWords")} {t("settings.about.icons")}</p>
      </section>
      <Diagnostics />
    </>
  );
}

/** Everything as one text; asked when wanted, since some of it is asked of Ashby. */
async function gathered(): Promise<string> {
  const [workspace, sync, runs, checks] = await Promise.all([call("workspace_state", {}), call("sync_status", {}), call("sync_runs", {}), call("quality_checks", {})]);
  const report = await call("key_report", {}).catch(() => null);
  return `${JSON.stringify(diagnosticsOf({ workspace, sync, runs, checks: checks.length, report, agent: navigator.userAgent, made: new Date().toISOString() }), null, 2)}\n`;
}

const failed = (thrown: unknown) => { const { message, cure } = failureOf(thrown); toast({ message, detail: cure, tone: "failed" }); };

async function save() {
  toast({ message: t("prefs.about.saved"), detail: await platform.saveText("samara-diagnostics.json", await gathered()) });
}

function Diagnostics() {
  const [shown, setShown] = useState<string | null>(null);
  return (
    <section className={css.section}>
      <h2>{t("prefs.about.bundle")}</h2>
      <p className={css.words}>{t("prefs.about.bundleWords")}</p>
      <div className={css.actions}>
        <Button onPress={() => { save().catch(failed); }}><Download />{t("prefs.about.save")}</Button>
        <Button variant="quiet" onPress={() => { gathered().then(setShown).catch(failed); }}>{t("prefs.about.show")}</Button>
      </div>
      {shown !== null && <pre className={own.json} tabIndex={0} aria-label={t("prefs.about.bundle")}>{shown}</pre>}
    </section>
  );
}
