import { useState } from "react";
import { Button, Field, Seed } from "../../component";
import { useAct } from "../../query";
import { t } from "../../words";
import { Alert } from "./Alert";
import { Recover } from "./Recover";
import css from "./Start.module.css";

/** A workspace behind a passphrase. */
export function Locked({ name }: { name: string | null }) {
  const [passphrase, setPassphrase] = useState("");
  const [recovering, setRecovering] = useState(false);
  const { mutate: unlock, isPending, error, reset } = useAct("unlock");
  if (recovering) return <Recover vault="passphrase" onBack={() => { setRecovering(false); }} />;
  return (
    <main className={css.plain}>
      <form
        className={css.box} noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== "" && !isPending) unlock({ passphrase });
        }}
      >
        <Seed size={28} />
        <h1>{t("start.locked.title", { name: name ?? t("start.locked.workspace") })}</h1>
        <p>{t("start.locked.text")}</p>
        <Field label={t("start.keep.passphraseLabel")} value={passphrase} onChange={(text) => { setPassphrase(text); if (error) reset(); }} type="password" autoFocus />
        {error && <Alert failure={error} />}
        <div className={css.actions}><Button variant="primary" type="submit" isDisabled={passphrase === "" || isPending} kbd="Enter">{isPending ? t("start.locked.unlocking") : t("start.locked.unlock")}</Button><Button variant="quiet" onPress={() => { setRecovering(true); }}>{t("prefs.recover.open")}</Button></div>
      </form>
    </main>
  );
}
