import { useState } from "react";
import { useRouter } from "@tanstack/react-router";
import { RefreshCw } from "lucide-react";
import { Button, FailureState, SkeletonRows, exactTime } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import { WhoSection } from "../me/WhoSection";
import { Disconnect } from "../start/Disconnect";
import { Guide } from "../start/Guide";
import { ReportTable } from "../start/ReportTable";
import css from "./Settings.module.css";

/** Where the data comes from, what the key may do, how to make one, and how to leave. */
export function ConnectionTab() {
  const router = useRouter();
  const [leaving, setLeaving] = useState(false);
  const { data: workspace } = useCommand("workspace_state", {});
  const { data: sync } = useCommand("sync_status", {});
  if (!workspace) return <SkeletonRows />;
  const demo = workspace.kind === "demo";
  const unsent = sync ? sync.waiting + sync.failed + sync.undecided : 0;
  const connect = () => { void router.navigate({ to: "/connect" }); };
  return (
    <>
      <section className={css.section}>
        <header className={css.head}>
          <h2>{workspace.remove_at !== undefined ? t("settings.connection.kept") : demo ? t("frame.demo") : t("settings.connection.connected")}</h2>
          <Button variant={demo ? "primary" : "plain"} onPress={connect}>{demo ? t("settings.connection.connect") : t("settings.connection.another")}</Button>
        </header>
        <p className={css.words}>{workspace.remove_at !== undefined ? t("settings.connection.keptUntil", { date: exactTime(workspace.remove_at) }) : demo ? t("settings.connection.demo") : workspace.vault === "passphrase" ? t("settings.connection.passphrase") : t("settings.connection.keychain")}</p>
      </section>
      {!demo && workspace.remove_at === undefined && <KeyReportSection />}
      <WhoSection />
      <section className={css.section}>
        <h2>{t("settings.connection.guide")}</h2>
        <Guide />
      </section>
      <section className={css.section}>
        <h2>{t("settings.connection.leave")}</h2>
        <p className={css.words}>{t(demo || workspace.remove_at !== undefined ? "settings.connection.leaveWords" : "settings.connection.leaveOrKeep")}</p>
        <div className={css.actions}><Button variant="danger" onPress={() => { setLeaving(true); }}>{demo ? t("settings.connection.leaveDemo") : t("settings.connection.leaveButton")}</Button></div>
      </section>
      <Disconnect isOpen={leaving} unsent={demo ? 0 : unsent} onClose={() => { setLeaving(false); }} />
    </>
  );
}

function KeyReportSection() {
  const { data: report, error, refetch, isFetching } = useCommand("key_report", {});
  return (
    <section className={css.section}>
      <header className={css.head}><h2>{t("settings.connection.key")}</h2><Button size="small" isDisabled={isFetching} onPress={() => { void refetch(); }}><RefreshCw />{t("settings.connection.again")}</Button></header>
      {report ? <ReportTable report={report} /> : error ? <FailureState failure={error} /> : <SkeletonRows count={5} />}
    </section>
  );
}
