import { useState } from "react";
import { LOCK_AFTER, useLock } from "../../app/useIdleLock";
import type { PaletteHit } from "../../bindings/types";
import { Button, Select, Typeahead, toast } from "../../component";
import { failureOf } from "../../platform";
import { useCommand } from "../../query";
import { t } from "../../words";
import { Forget } from "../candidate/Forget";
import { useKeep } from "../useKeep";
import { Disconnect } from "../start/Disconnect";
import { RecoveryCode } from "./RecoveryCode";
import css from "./Settings.module.css";
import own from "./Privacy.module.css";

/** Who can open this, how long things stay, and how they go. */
export function PrivacyTab() {
  return (
    <>
      <LockSection />
      <RecoveryCode />
      <RetentionSection />
      <ForgetSection />
      <WipeSection />
    </>
  );
}

const MINUTES = ["0", "5", "15", "30", "60", "240"] as const;

function LockSection() {
  const { data: workspace } = useCommand("workspace_state", {});
  const { data } = useCommand("setting", { key: LOCK_AFTER });
  const keep = useKeep();
  const lock = useLock();
  const chosen = MINUTES.find((one) => one === data) ?? "0";
  const now = () => { lock().catch((thrown: unknown) => { const { message, cure } = failureOf(thrown); toast({ message, detail: cure, tone: "failed" }); }); };
  return (
    <section className={css.section}>
      <h2>{t("prefs.privacy.lock")}</h2>
      {workspace?.vault !== "passphrase" ? <p className={css.words}>{workspace?.kind === "demo" ? t("prefs.privacy.demo") : t("prefs.privacy.lockKeychain")}</p> : (
        <>
          <p className={css.words}>{t("prefs.privacy.lockWords")}</p>
          <div className={own.grid}>
            <span>{t("prefs.privacy.lockAfter")}</span>
            <Select label={t("prefs.privacy.lockAfter")} selected={chosen} onSelect={(value) => { keep(LOCK_AFTER, value); }} items={MINUTES.map((id) => ({ id, label: id === "0" ? t("prefs.privacy.never") : t("prefs.privacy.minutes", { count: Number(id) }) }))} />
          </div>
          <div className={css.actions}><Button onPress={now}>{t("prefs.privacy.lockNow")}</Button></div>
        </>
      )}
    </section>
  );
}

/** Settings of the engine, with what holds without them. */
const KEPT = [
  { key: "files.limit_mb", usual: 500, choices: [100, 250, 500, 1_000, 2_000, 5_000], name: "files" },
  { key: "log.runs_days", usual: 60, choices: [7, 30, 60, 180, 365], name: "runs" },
  { key: "log.details_days", usual: 30, choices: [7, 14, 30, 60, 180], name: "details" },
] as const;

function RetentionSection() {
  return (
    <section className={css.section}>
      <h2>{t("prefs.privacy.retention")}</h2>
      <p className={css.words}>{t("prefs.privacy.retentionWords")}</p>
      <div className={own.grid}>{KEPT.map((one) => <Kept key={one.key} kept={one} />)}</div>
    </section>
  );
}

function Kept({ kept: { key, usual, choices, name } }: { kept: (typeof KEPT)[number] }) {
  const { data } = useCommand("setting", { key });
  const keep = useKeep();
  const set = Number(data ?? usual);
  const now = Number.isFinite(set) && set > 0 ? set : usual;
  const all = [...new Set<number>([...choices, now])].sort((a, b) => a - b);
  const worded = (count: number): string => (name === "files" ? t("prefs.privacy.megabytes", { count }) : t("prefs.privacy.days", { count }));
  return (
    <>
      <span>{t(`prefs.privacy.${name}`)}{name === "files" && <small>{t("prefs.privacy.filesWords")}</small>}</span>
      <Select label={t(`prefs.privacy.${name}`)} selected={String(now)} onSelect={(value) => { keep(key, value, () => { toast({ message: t("prefs.privacy.saved") }); }); }} items={all.map((count) => ({ id: String(count), label: worded(count) }))} />
    </>
  );
}

function ForgetSection() {
  const [query, setQuery] = useState("");
  const [who, setWho] = useState<PaletteHit | null>(null);
  const { data } = useCommand("palette", { query, limit: 8 }, { enabled: query.trim() !== "" });
  const people = query.trim() === "" ? [] : (data ?? []).filter(({ kind }) => kind === "candidate");
  return (
    <section className={css.section}>
      <h2>{t("prefs.privacy.forget")}</h2>
      <p className={css.words}>{t("prefs.privacy.forgetWords")}</p>
      {who ? <Forget key={who.id} id={who.id} name={who.title} onForgotten={() => { setWho(null); }} /> : (
        <div>
          <Typeahead
            label={t("prefs.privacy.forgetFind")} placeholder={t("prefs.privacy.forgetFind")} none={t("prefs.privacy.forgetNone")} isWide onText={setQuery}
            suggest={() => people.map(({ id, title, subtitle }) => ({ id, label: title, detail: subtitle ?? undefined }))} onPick={(id) => { setWho(people.find((one) => one.id === id) ?? null); }}
          />
        </div>
      )}
    </section>
  );
}

function WipeSection() {
  const [asking, setAsking] = useState(false);
  const { data: workspace } = useCommand("workspace_state", {});
  const { data: sync } = useCommand("sync_status", {});
  const unsent = sync && workspace?.kind !== "demo" ? sync.waiting + sync.failed + sync.undecided : 0;
  return (
    <section className={css.section}>
      <h2>{t("prefs.privacy.wipe")}</h2>
      <p className={css.words}>{t("prefs.privacy.wipeWords")}</p>
      <div className={css.actions}><Button variant="danger" onPress={() => { setAsking(true); }}>{t("prefs.privacy.wipeButton")}</Button></div>
      <Disconnect isOpen={asking} unsent={unsent} onClose={() => { setAsking(false); }} />
    </section>
  );
}
