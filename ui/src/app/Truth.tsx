import { useRouter } from "@tanstack/react-router";
import { Button as AriaButton } from "react-aria-components";
import type { SyncStatus } from "../bindings/types";
import { Button, OfflineGlyph, Popover, ageAgo, span, toast, useTimed } from "../component";
import { SyncModels } from "../feature/settings/SyncModels";
import { useAct, useCommand } from "../query";
import { t } from "../words";
import { told } from "../words/failure";
import css from "./Frame.module.css";
import truth from "./Truth.module.css";

/** The sync in one line: age, or what stands in its way. */
export function truthLine({ running, first, synced_at, offline_since, failure, models }: SyncStatus, now: number): string {
  if (offline_since !== null) {
    const away = now - Date.parse(offline_since);
    return away < 1_000 ? t("frame.truth.offlineNow") : t("frame.truth.offline", { span: span(away) });
  }
  if (running && first) return t("frame.truth.firstSync", { count: models.find(({ model }) => model === "candidates")?.rows ?? 0 });
  if (running) return t("frame.truth.syncing");
  if (failure !== null) return t("frame.truth.failed");
  return synced_at === null ? t("frame.truth.never") : t("frame.truth.synced", { age: ageAgo(synced_at, now) });
}

const toneOf = ({ running, failure, synced_at }: SyncStatus) => (running ? "busy" : failure !== null ? "failed" : synced_at === null ? "none" : "ok");

/** The quiet line at the foot of the rail; it never hides. */
export function Truth() {
  const { data: sync } = useCommand("sync_status", {});
  const { data: checks } = useCommand("quality_checks", {});
  const line = useTimed((now) => (sync ? truthLine(sync, now) : ""));
  if (!sync) return <div className={css.foot} />;
  const questions = checks?.length ?? 0;
  const rest = questions > 0 ? t("frame.truth.quality", { count: questions }) : sync.waiting > 0 ? t("frame.truth.waiting", { count: sync.waiting }) : null;
  const trigger = (
    <AriaButton aria-label={`${t("frame.truth.name")}: ${line}${rest === null ? "" : `, ${rest}`}`}>
      {sync.offline_since === null ? <i className={css.dot} data-tone={questions > 0 && toneOf(sync) === "ok" ? "question" : toneOf(sync)} /> : <OfflineGlyph />}
      <span className={css.truth}>{line}{rest !== null && <b>{rest}</b>}</span>
    </AriaButton>
  );
  return <div className={css.foot}><Popover label={t("frame.truth.name")} trigger={trigger} placement="top start" width={400}>{(close) => <TruthCard sync={sync} questions={questions} onClose={close} />}</Popover></div>;
}

function TruthCard({ sync, questions, onClose }: { sync: SyncStatus; questions: number; onClose: () => void }) {
  const router = useRouter();
  const { mutate: start } = useAct("sync_now");
  const needs = sync.failed + sync.undecided;
  const offline = sync.offline_since !== null;
  return (
    <div className={truth.card}>
      <header className={truth.head}>
        <h2>{t("frame.truth.title")}</h2>
        <Button size="small" isDisabled={sync.running} onPress={() => { start({ full: false }, { onError: ({ message, cure }) => { toast({ message, detail: cure, tone: "failed" }); } }); }}>
          {sync.running ? t("frame.truth.syncingNow") : t("frame.truth.syncNow")}
        </Button>
      </header>
      {offline ? <p className={truth.words}>{t("frame.truth.offlineWords")}</p>
        : sync.failure && <p className={truth.words} role="alert">{told(sync.failure).message} {told(sync.failure).cure} <span className={truth.code}>{sync.failure.code}</span></p>}
      {questions > 0 && (
        <p className={truth.question} role="status">
          <span>{t("activity.quality.banner", { count: questions })}</span>
          <Button size="small" onPress={() => { onClose(); void router.navigate({ to: "/activity", search: { tab: "quality" } }); }}>{t("activity.quality.look")}</Button>
        </p>
      )}
      <SyncModels sync={sync} />
      {(sync.waiting > 0 || needs > 0 || sync.warnings > 0) && (
        <footer className={truth.foot}>
          <span>
            {[needs > 0 && t("frame.truth.needsWords", { count: needs }), sync.waiting > 0 && t("frame.truth.waitingWords", { count: sync.waiting }), sync.warnings > 0 && t("frame.truth.warnings", { count: sync.warnings })]
              .filter((part) => part !== false).join(" · ")}
          </span>
          <Button size="small" variant="quiet" onPress={() => { onClose(); void router.navigate({ to: "/activity" }); }}>{t("frame.truth.openActivity")}</Button>
        </footer>
      )}
    </div>
  );
}
