import { useState } from "react";
import { Eye, EyeOff } from "lucide-react";
import type { SyncMode, VaultChoice } from "../../bindings/types";
import { Button, Choices, Field, IconButton, Select } from "../../component";
import { useAct } from "../../query";
import { t } from "../../words";
import { Alert } from "./Alert";
import { baseUrlOf } from "./KeyStep";
import { Page, type Entry } from "./Wizard";
import css from "./Wizard.module.css";

const WINDOWS = ["30", "90", "180", "365", "730"] as const;
const SHORTEST = 8;

type Props = { entry: Entry; onBack: () => void; onConnecting?: () => void; onConnected?: () => void };

/** How much is kept on this computer, and what guards it. */
export function KeepStep({ entry, onBack, onConnecting, onConnected }: Props) {
  const { mutateAsync: connect, isPending, error } = useAct("connect");
  const [mode, setMode] = useState<SyncMode["kind"]>("all");
  const [days, setDays] = useState<(typeof WINDOWS)[number]>("365");
  const [vault, setVault] = useState<VaultChoice["kind"]>("keychain");
  const [passphrase, setPassphrase] = useState("");
  const [tried, setTried] = useState(false);
  const [shown, setShown] = useState(false);
  const short = vault === "passphrase" && passphrase.length < SHORTEST;
  const submit = () => {
    setTried(true);
    if (short || isPending) return;
    onConnecting?.();
    void connect({
      api_key: entry.key.trim(), base_url: baseUrlOf(entry),
      vault: vault === "passphrase" ? { kind: "passphrase", passphrase } : { kind: "keychain" },
      mode: mode === "recent" ? { kind: "recent", days: Number(days) } : { kind: mode },
    }).then(onConnected, () => undefined);
  };
  return (
    <Page
      title={t("start.keep.title")} intro={t("start.keep.intro")} onSubmit={submit}
      footer={(
        <>
          <Button variant="quiet" onPress={onBack} isDisabled={isPending}>{t("start.back")}</Button>
          <span className={css.end}><Button variant="primary" type="submit" autoFocus isDisabled={isPending} kbd="Enter">{isPending ? t("start.keep.starting") : t("start.keep.start")}</Button></span>
        </>
      )}
    >
      {error && <div style={{ marginBottom: 16, maxWidth: 640 }}><Alert failure={error} /></div>}
      <div className={css.choices}>
        <Choices
          label={t("start.keep.mode")} selected={mode} onSelect={setMode}
          options={[
            { id: "all", label: t("start.keep.all"), description: t("start.keep.allWords") },
            { id: "recent", label: t("start.keep.recent"), description: t("start.keep.recentWords"), more: <Select label={t("start.keep.window")} titled selected={days} onSelect={setDays} items={WINDOWS.map((id) => ({ id, label: t("start.keep.days", { count: Number(id) }) }))} /> },
            { id: "created_only", label: t("start.keep.created"), description: t("start.keep.createdWords") },
          ]}
        />
        <Choices
          label={t("start.keep.vault")} selected={vault} onSelect={setVault}
          options={[
            { id: "keychain", label: t("start.keep.keychain"), description: t("start.keep.keychainWords") },
            {
              id: "passphrase", label: t("start.keep.passphrase"), description: t("start.keep.passphraseWords"),
              more: (
                <Field
                  label={t("start.keep.passphraseLabel")} value={passphrase} onChange={setPassphrase} type={shown ? "text" : "password"} autoFocus description={t("start.keep.passphraseHelp")} error={tried && short ? t("start.keep.tooShort") : undefined}
                  end={<IconButton size="small" label={shown ? t("start.key.hide") : t("start.key.show")} onPress={() => { setShown(!shown); }}>{shown ? <EyeOff /> : <Eye />}</IconButton>}
                />
              ),
            },
          ]}
        />
      </div>
    </Page>
  );
}
