import { lazy } from "react";
import type { SyncStatus } from "../bindings/types";
import { OfflineGlyph, ageAgo, span, useTimed } from "../component";
import { useCommand } from "../query";
import { t } from "../words";
import { Opener } from "./AfterPaint";
import css from "./Frame.module.css";

const TruthPopover = lazy(async () => ({ default: (await import("./behind")).TruthPopover }));

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
  const label = `${t("frame.truth.name")}: ${line}${rest === null ? "" : `, ${rest}`}`;
  const shown = (
    <>
      {sync.offline_since === null ? <i className={css.dot} data-tone={questions > 0 && toneOf(sync) === "ok" ? "question" : toneOf(sync)} /> : <OfflineGlyph />}
      <span className={css.truth}>{line}{rest !== null && <b>{rest}</b>}</span>
    </>
  );
  return (
    <div className={css.foot} data-now>
      <Opener label={label} popup="dialog" face={shown}>
        {(isPressed) => <TruthPopover sync={sync} questions={questions} label={label} isOpen={isPressed}>{shown}</TruthPopover>}
      </Opener>
    </div>
  );
}
