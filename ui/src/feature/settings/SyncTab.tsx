import { useRouter } from "@tanstack/react-router";
import type { Failure } from "../../bindings/types";
import { Button, FailureState, Select, SkeletonRows, toast, useTimed } from "../../component";
import { truthLine } from "../../app/Truth";
import { useAct, useCommand } from "../../query";
import { t } from "../../words";
import { useKeep } from "../useKeep";
import { Extras } from "./Extras";
import { ModeSection, TrackSection } from "./ModeSection";
import { SyncModels } from "./SyncModels";
import css from "./Settings.module.css";

const onError = ({ message, cure }: Failure) => { toast({ message, detail: cure, tone: "failed" }); };

/** What is on this computer, how old it is, and reading it again. */
export function SyncTab() {
  const router = useRouter();
  const { data: sync, error, refetch } = useCommand("sync_status", {});
  const { mutate: start } = useAct("sync_now");
  const line = useTimed((now) => (sync ? truthLine(sync, now) : ""));
  if (!sync) return error ? <FailureState failure={error} onRetry={() => { void refetch(); }} /> : <SkeletonRows />;
  return (
    <>
      <section className={css.section}>
        <header className={css.head}><h2>{line}</h2><Button variant="primary" isDisabled={sync.running} onPress={() => { start({ full: false }, { onError }); }}>{sync.running ? t("settings.sync.running") : t("settings.sync.now")}</Button></header>
        {sync.failure && <FailureState failure={sync.failure} />}
        <div className={css.panel}><SyncModels sync={sync} roomy /></div>
      </section>
      {sync.extras && sync.extras.length > 0 && (
        <section className={css.section}>
          <h2>{t("prefs.extras.title")}</h2>
          <p className={css.words}>{t("prefs.extras.words")}</p>
          <div className={css.panel}><Extras extras={sync.extras} /></div>
        </section>
      )}
      <EverySection />
      <ModeSection key={sync.mode} sync={sync} />
      <TrackSection />
      <section className={css.section}>
        <h2>{t("settings.sync.log")}</h2>
        <div className={css.actions}><Button onPress={() => { void router.navigate({ to: "/activity", search: { tab: "runs" } }); }}>{t("settings.sync.openLog")}</Button></div>
      </section>
      <section className={css.section}>
        <h2>{t("settings.sync.full")}</h2>
        <p className={css.words}>{t("settings.sync.fullWords")}</p>
        <div className={css.actions}><Button isDisabled={sync.running} onPress={() => { start({ full: true }, { onError }); }}>{t("settings.sync.full")}</Button></div>
      </section>
    </>
  );
}

/** The engine's own name of this setting, and what holds without it. */
export const SYNC_EVERY = "sync.minutes";
const USUAL = 5;
const MINUTES = [1, 2, 5, 10, 15, 30, 60];

/** How often Ashby is asked what changed. */
function EverySection() {
  const { data, isSuccess } = useCommand("setting", { key: SYNC_EVERY });
  const keep = useKeep();
  if (!isSuccess) return null;
  const set = Number(data ?? USUAL);
  const now = Number.isInteger(set) && set > 0 ? set : USUAL;
  const all = [...new Set([...MINUTES, now])].sort((a, b) => a - b);
  return (
    <section className={css.section}>
      <h2>{t("settings.sync.every")}</h2>
      <p className={css.words}>{t("settings.sync.everyWords")}</p>
      <div className={css.actions}>
        <Select label={t("settings.sync.every")} selected={String(now)} onSelect={(value) => { keep(SYNC_EVERY, value); }} items={all.map((count) => ({ id: String(count), label: t("settings.sync.minutes", { count }) }))} />
      </div>
    </section>
  );
}
