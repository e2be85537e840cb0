import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { Copy } from "lucide-react";
import { Button, copyText, Screen, Tabs } from "../../component";
import { commandQuery, useCommand } from "../../query";
import { t } from "../../words";
import { QualityBanner, QualityChecks } from "./QualityChecks";
import { reportOf } from "./report";
import { Runs } from "./Runs";
import { Writes } from "./Writes";

export type ActivityTab = "writes" | "runs" | "quality";

const route = getRouteApi("/activity");
const REPORTED = 100;

/** What left this desk, what is still here, and what the sync did. */
export function ActivityScreen() {
  const router = useRouter();
  const client = useQueryClient();
  const { tab = "writes" } = route.useSearch();
  const { data: sync } = useCommand("sync_status", {});
  const { data: checks } = useCommand("quality_checks", {});
  const select = (next: ActivityTab) => { void router.navigate({ to: "/activity", search: { tab: next }, replace: true }); };
  const needs = sync ? sync.failed + sync.undecided : 0;
  const copy = async () => {
    const [status, runs, undecided, open, done, workspace] = await Promise.all([
      client.fetchQuery(commandQuery("sync_status", {})), client.fetchQuery(commandQuery("sync_runs", {})), client.fetchQuery(commandQuery("activity", { filter: "needs_you", offset: 0, limit: REPORTED })),
      client.fetchQuery(commandQuery("activity", { filter: "open", offset: 0, limit: REPORTED })), client.fetchQuery(commandQuery("activity", { filter: "done", offset: 0, limit: REPORTED })), client.fetchQuery(commandQuery("workspace_state", {})),
    ]);
    await copyText(reportOf({ version: workspace.version, status, runs, intents: [...undecided.rows, ...open.rows, ...done.rows] }), t("activity.copied"));
  };
  return (
    <Screen title={t("activity.title")} end={<Button onPress={() => { void copy(); }}><Copy />{t("activity.copy")}</Button>}>
      <Tabs
        label={t("activity.sections")} selected={tab} onSelect={select}
        items={[{ id: "writes", label: t("activity.writes"), count: needs > 0 ? t("activity.need", { count: needs }) : undefined }, { id: "runs", label: t("activity.runs") }, { id: "quality", label: t("activity.quality.tab"), count: checks && checks.length > 0 ? checks.length : undefined }]}
      />
      {tab !== "quality" && <QualityBanner onLook={() => { select("quality"); }} />}
      {tab === "runs" ? <Runs /> : tab === "quality" ? <QualityChecks /> : <Writes />}
    </Screen>
  );
}
