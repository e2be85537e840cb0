import type { ReactNode } from "react";
import { useRouter } from "@tanstack/react-router";
import { Button as AriaButton } from "react-aria-components";
import type { SyncStatus } from "../bindings/types";
import { Button, Popover, toast } from "../component";
import { SyncModels } from "../feature/settings/SyncModels";
import { useAct } from "../query";
import { t } from "../words";
import { told } from "../words/failure";
import truth from "./Truth.module.css";

type Props = { sync: SyncStatus; questions: number; label: string; isOpen: boolean; children: ReactNode };

/** The line at the foot of the rail as a button, and the card it opens. */
export function TruthPopover({ sync, questions, label, isOpen, children }: Props) {
  return (
    <Popover label={t("frame.truth.name")} trigger={<AriaButton aria-label={label}>{children}</AriaButton>} placement="top start" width={400} defaultOpen={isOpen}>
      {(close) => <TruthCard sync={sync} questions={questions} onClose={close} />}
    </Popover>
  );
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
