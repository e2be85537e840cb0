import { useRouter } from "@tanstack/react-router";
import type { ModelProgress } from "../../bindings/types";
import { Button, FailureState, Screen } from "../../component";
import { useAct, useCommand } from "../../query";
import { t } from "../../words";
import { WhoSection } from "../me/WhoSection";
import { RecoveryCode } from "../settings/RecoveryCode";
import { SyncModels } from "../settings/SyncModels";
import css from "./FirstSync.module.css";

/** What joins two models is nobody's concern here, unless it fails. */
const told = ({ model, failure }: ModelProgress): boolean => !model.startsWith("join_") || failure !== null;

/** The first sync as it goes; the app can be opened from the first rows on. */
export function FirstSync() {
  const router = useRouter();
  const { data: workspace } = useCommand("workspace_state", {});
  const { data: sync } = useCommand("sync_status", {});
  const { mutate: start } = useAct("sync_now");
  if (!sync) return <Screen title={t("start.sync.title")}>{null}</Screen>;
  const some = sync.models.some(({ model, rows }) => (model === "jobs" || model === "candidates") && rows > 0);
  const stopped = !sync.running && sync.first;
  return (
    <Screen title={t("start.sync.title")}>
      <div className={css.page}>
        <p className={css.words} aria-live="polite">{stopped ? t("start.sync.broken") : sync.first || sync.running ? t("start.sync.intro") : t("start.sync.done")}</p>
        {sync.failure && <FailureState failure={sync.failure} />}
        <div className={css.actions}>
          <Button variant="primary" isDisabled={!some} onPress={() => { void router.navigate({ to: "/jobs" }); }}>{t("start.sync.open")}</Button>
          {stopped && <Button onPress={() => { start({ full: false }); }}>{t("start.sync.again")}</Button>}
        </div>
        {workspace?.kind === "ashby" && <WhoSection />}
        <div className={css.models}><SyncModels sync={{ ...sync, models: sync.models.filter(told) }} roomy /></div>
        {workspace?.kind === "ashby" && <RecoveryCode title={t("prefs.privacy.atSetup")} />}
      </div>
    </Screen>
  );
}
