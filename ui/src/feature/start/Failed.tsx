import { useState } from "react";
import { Copy } from "lucide-react";
import type { Failure, VaultKind } from "../../bindings/types";
import { Button, copyText, Seed } from "../../component";
import { useAct } from "../../query";
import { t } from "../../words";
import { Alert } from "./Alert";
import { Disconnect } from "./Disconnect";
import { Recover } from "./Recover";
import css from "./Start.module.css";

/** Failures that a new copy from Ashby cures. */
const REBUILT = new Set(["STORE.DAMAGED"]);
/** Failures that may only be left by starting over. */
const LEFT = new Set(["STORE.DAMAGED", "STORE.LOCAL_DAMAGED", "VAULT.ABSENT", "VAULT.LOCKED", "VAULT.EMPTY", "VAULT.DAMAGED", "STORE.TOO_NEW"]);

/** Failures of the vault alone, which a recovery code gets around. */
const RECOVERED = new Set(["VAULT.ABSENT", "VAULT.LOCKED", "VAULT.EMPTY", "VAULT.DAMAGED", "STORE.LOCAL_DAMAGED"]);

type Props = { failure: Failure | null; vault: VaultKind | null; onRetry: () => void };

/** A workspace that is there but cannot be opened: what is wrong, and each way out. */
export function Failed({ failure, vault, onRetry }: Props) {
  const { mutate: rebuild, isPending, error } = useAct("rebuild_mirror");
  const [leaving, setLeaving] = useState(false);
  const [recovering, setRecovering] = useState(false);
  const code = failure?.code ?? "PLATFORM.UNKNOWN_ERROR";
  const words = failure ?? { message: t("start.failed.unknown"), cure: t("start.failed.unknownCure"), request_id: null };
  const details = [`code: ${code}`, `message: ${words.message}`, `cure: ${words.cure}`, `vault: ${vault ?? "none"}`, `request: ${words.request_id ?? "none"}`].join("\n");
  const rebuilds = REBUILT.has(code);
  if (recovering) return <Recover vault={vault} onBack={() => { setRecovering(false); }} />;
  return (
    <main className={css.plain}>
      <div className={css.box}>
        <Seed size={28} />
        <h1>{t("start.failed.title")}</h1>
        <div role="alert"><p>{words.message}</p><p>{words.cure}</p></div>
        <p className={css.code}>{code}</p>
        {error && <Alert failure={error} />}
        <div className={css.actions}>
          {rebuilds && <Button variant="primary" autoFocus isDisabled={isPending} onPress={() => { rebuild({}); }}>{isPending ? t("start.failed.rebuilding") : t("start.failed.rebuild")}</Button>}
          <Button variant={rebuilds ? "plain" : "primary"} autoFocus={!rebuilds} onPress={onRetry}>{t("start.failed.retry")}</Button>
          <Button variant="quiet" onPress={() => { void copyText(details); }}><Copy />{t("start.failed.details")}</Button>
          {RECOVERED.has(code) && <Button variant="quiet" onPress={() => { setRecovering(true); }}>{t("prefs.recover.open")}</Button>}
          {LEFT.has(code) && <Button variant="quiet" onPress={() => { setLeaving(true); }}>{t("start.failed.disconnect")}</Button>}
        </div>
      </div>
      <Disconnect isOpen={leaving} unsent={0} onClose={() => { setLeaving(false); }} />
    </main>
  );
}
