import { useState } from "react";
import type { Failure, SyncMode, SyncStatus } from "../../bindings/types";
import { Button, Choices, Dialog, Field, Select, toast } from "../../component";
import { useAct } from "../../query";
import { t } from "../../words";
import css from "./Settings.module.css";

type Kind = SyncMode["kind"];
const WINDOWS = [30, 90, 180, 365, 730];
/** How much each keeps, the least first; a recent window stands by its days. */
const EVERYTHING = Number.POSITIVE_INFINITY;
const breadth = (mode: SyncMode): number => (mode.kind === "all" ? EVERYTHING : mode.kind === "recent" ? mode.days : 0);

/** The mode as the engine tells it: `all`, `recent:90`, `created-only`. */
export function modeOf(word: string): SyncMode {
  const days = Number(/^recent:(?<days>\d+)$/.exec(word)?.groups?.days);
  if (days > 0) return { kind: "recent", days };
  return { kind: word === "created-only" ? "created_only" : "all" };
}

const onError = ({ message, cure }: Failure) => { toast({ message, detail: cure, tone: "failed" }); };

/** How much of Ashby is kept here. What a change means is said before it is made. */
export function ModeSection({ sync }: { sync: SyncStatus }) {
  const now = modeOf(sync.mode);
  const [kind, setKind] = useState<Kind>(now.kind);
  const [days, setDays] = useState(now.kind === "recent" ? now.days : 365);
  const [asking, setAsking] = useState(false);
  const { mutate: change, isPending } = useAct("set_sync_mode");
  const wanted: SyncMode = kind === "recent" ? { kind, days } : { kind };
  const same = wanted.kind === now.kind && breadth(wanted) === breadth(now);
  const narrower = breadth(wanted) < breadth(now);
  const windows = [...new Set([...WINDOWS, days])].sort((a, b) => a - b).map((one) => ({ id: String(one), label: t("start.keep.days", { count: one }) }));
  return (
    <section className={css.section}>
      <h2>{t("settings.mode.title")}</h2>
      {sync.data_expired_at !== null && <p className={css.words} role="status">{t("settings.mode.expired")}</p>}
      <Choices
        label={t("settings.mode.title")} hidden selected={kind} onSelect={setKind}
        options={[
          { id: "all", label: t("start.keep.all"), description: t("start.keep.allWords") },
          { id: "recent", label: t("start.keep.recent"), description: t("start.keep.recentWords"), more: <Select label={t("start.keep.window")} titled selected={String(days)} onSelect={(id) => { setDays(Number(id)); }} items={windows} /> },
          { id: "created_only", label: t("start.keep.created"), description: t("start.keep.createdWords") },
        ]}
      />
      <div className={css.actions}><Button isDisabled={same || isPending} onPress={() => { setAsking(true); }}>{t("settings.mode.change")}</Button></div>
      <Dialog
        isOpen={asking} role="alertdialog" title={t("settings.mode.sure")} onClose={() => { setAsking(false); }}
        footer={<><Button onPress={() => { setAsking(false); }}>{t("common.cancel")}</Button><Button variant={narrower ? "danger" : "primary"} onPress={() => { setAsking(false); change({ mode: wanted }, { onError, onSuccess: () => { toast({ message: t("settings.mode.changed") }); } }); }}>{t(narrower ? "settings.mode.narrow" : "settings.mode.widen")}</Button></>}
      >
        <p>{t(narrower ? "settings.mode.narrowWords" : "settings.mode.widenWords")}</p>
      </Dialog>
    </section>
  );
}

/** Brings one application in whatever the mode keeps. */
export function TrackSection() {
  const [id, setId] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const { mutate: track, isPending } = useAct("track_application");
  const can = !isPending && id.trim() !== "";
  const start = () => {
    setFailure(null);
    track({ application_id: id.trim() }, { onError: setFailure, onSuccess: () => { setId(""); toast({ message: t("settings.mode.tracked") }); } });
  };
  return (
    <section className={css.section}>
      <h2>{t("settings.mode.track")}</h2>
      <p className={css.words}>{t("settings.mode.trackWords")}</p>
      <form style={{ maxWidth: 440 }} onSubmit={(event) => { event.preventDefault(); if (can) start(); }}>
        <Field label={t("settings.mode.application")} value={id} onChange={setId} mono error={failure === null ? undefined : `${failure.message} ${failure.cure}`} />
      </form>
      <div className={css.actions}><Button isDisabled={!can} onPress={start}>{t("settings.mode.bring")}</Button></div>
    </section>
  );
}
