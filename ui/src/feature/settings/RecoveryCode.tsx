import { useState } from "react";
import { Copy } from "lucide-react";
import type { Failure } from "../../bindings/types";
import { Age, Button, Dialog, FailureState, SkeletonRows, copyText } from "../../component";
import { useAct, useCommand } from "../../query";
import { t } from "../../words";
import { useKeep } from "../useKeep";
import css from "./Settings.module.css";
import own from "./Privacy.module.css";

/** When a code was made last; the code itself is kept nowhere. */
const MADE_AT = "privacy.recovery_made_at";

/** Makes the code that opens what waits to be sent when the vault is lost; it is shown once. */
export function RecoveryCode({ title }: { title?: string }) {
  const { data: workspace } = useCommand("workspace_state", {});
  const { data: madeAt } = useCommand("setting", { key: MADE_AT });
  const { mutate: make, isPending } = useAct("new_recovery_code");
  const keep = useKeep();
  const [code, setCode] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (!workspace) return <SkeletonRows count={2} />;
  const demo = workspace.kind === "demo";
  const start = () => {
    setFailure(null);
    make({}, { onError: setFailure, onSuccess: (made) => { setCode(made.code); keep(MADE_AT, new Date().toISOString()); } });
  };
  return (
    <section className={css.section}>
      <h2>{title ?? t("prefs.privacy.recovery")}</h2>
      <p className={css.words}>{t("prefs.privacy.recoveryWords")}</p>
      <p className={css.words}>{demo ? t("prefs.privacy.demo") : madeAt == null ? t("prefs.privacy.none") : <>{t("prefs.privacy.madeAt")} <Age at={madeAt} ago />.</>}</p>
      {failure && <FailureState failure={failure} />}
      <div className={css.actions}><Button isDisabled={demo || isPending} onPress={start}>{t("prefs.privacy.make")}</Button></div>
      {code !== null && (
        <Dialog
          isOpen role="alertdialog" title={t("prefs.privacy.recovery")} onClose={() => { setCode(null); }}
          footer={<><Button onPress={() => { void copyText(code); }}><Copy />{t("prefs.privacy.copy")}</Button><Button variant="primary" onPress={() => { setCode(null); }}>{t("prefs.privacy.done")}</Button></>}
        >
          <p>{t("prefs.privacy.made")}</p>
          <p className={own.code} data-recovery-code>{code}</p>
        </Dialog>
      )}
    </section>
  );
}
