import { useState } from "react";
import type { VaultKind } from "../../bindings/types";
import { Button, Field, Seed } from "../../component";
import { useAct } from "../../query";
import { t } from "../../words";
import { Alert } from "./Alert";
import css from "./Start.module.css";

const SHORTEST = 8;

/** Opens a workspace whose keychain or passphrase is lost. */
export function Recover({ vault, onBack }: { vault: VaultKind | null; onBack: () => void }) {
  const [code, setCode] = useState("");
  const [key, setKey] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const { mutate: recover, isPending, error, reset } = useAct("recover");
  const sealed = vault === "passphrase";
  const ready = code.trim() !== "" && key.trim() !== "" && (!sealed || passphrase.length >= SHORTEST);
  const typed = (set: (text: string) => void) => (text: string) => { set(text); if (error) reset(); };
  return (
    <main className={css.plain}>
      <form
        className={css.box} noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !isPending) recover({ code, api_key: key.trim(), passphrase: sealed ? passphrase : null });
        }}
      >
        <Seed size={28} />
        <h1>{t("prefs.recover.title")}</h1>
        <p>{t("prefs.recover.words")}</p>
        <Field label={t("prefs.recover.code")} value={code} onChange={typed(setCode)} description={t("prefs.recover.codeHelp")} mono autoFocus />
        <Field label={t("prefs.recover.key")} value={key} onChange={typed(setKey)} type="password" description={t("prefs.recover.keyHelp")} />
        {sealed && <Field label={t("prefs.recover.passphrase")} value={passphrase} onChange={typed(setPassphrase)} type="password" description={t("start.keep.passphraseHelp")} />}
        {error && <Alert failure={error} />}
        <div className={css.actions}>
          <Button variant="primary" type="submit" isDisabled={!ready || isPending} kbd="Enter">{isPending ? t("prefs.recover.going") : t("prefs.recover.go")}</Button>
          <Button variant="quiet" onPress={onBack}>{t("prefs.recover.back")}</Button>
        </div>
      </form>
    </main>
  );
}
