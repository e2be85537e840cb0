import { useState } from "react";
import { Button, Choices, Dialog, Field, Select } from "../../component";
import { useAct, useCommand } from "../../query";
import { dates, t } from "../../words";
import { Alert } from "./Alert";

type Props = { isOpen: boolean; unsent: number; onClose: () => void };

const DAYS = ["7", "30", "90", "180"] as const;
type Days = (typeof DAYS)[number];
const day = dates({ day: "numeric", month: "long", year: "numeric" });

/** The end of the day so many days from now. */
function endOf(days: Days): Date {
  const end = new Date();
  end.setDate(end.getDate() + Number(days));
  end.setHours(23, 59, 0, 0);
  return end;
}

/** Asks before a workspace's data leaves this computer: at once, or when it has been read on for a while. */
export function Disconnect({ isOpen, unsent, onClose }: Props) {
  const { data: workspace } = useCommand("workspace_state", {});
  const { mutate: disconnect, isPending, error } = useAct("disconnect");
  const [how, setHow] = useState<"now" | "keep">("now");
  const [days, setDays] = useState<Days>("30");
  const [passphrase, setPassphrase] = useState("");
  // Only what can be read now can be read on.
  const canKeep = workspace?.phase === "ready" && workspace.kind === "ashby" && workspace.remove_at === undefined;
  const keeping = canKeep && how === "keep";
  const locked = workspace?.vault === "passphrase";
  const leave = () => {
    if (!keeping) disconnect({});
    else disconnect({ keep_until: endOf(days).toISOString(), ...(locked ? { passphrase } : {}) }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={t("start.disconnect.title")} isOpen={isOpen} onClose={onClose} role="alertdialog"
      footer={(
        <>
          <Button autoFocus onPress={onClose}>{t("start.disconnect.cancel")}</Button>
          <Button variant="danger" isDisabled={isPending || (keeping && locked && passphrase === "")} onPress={leave}>{t(keeping ? "start.disconnect.confirmKeep" : "start.disconnect.confirm")}</Button>
        </>
      )}
    >
      {canKeep ? (
        <Choices
          label={t("start.disconnect.how")} hidden selected={how} onSelect={setHow}
          options={[
            { id: "now", label: t("start.disconnect.now"), description: t("start.disconnect.text") },
            {
              id: "keep", label: t("start.disconnect.keep"), description: t("start.disconnect.keepWords"),
              more: (
                <div style={{ display: "flex", flexDirection: "column", gap: 10 }}>
                  <Select label={t("start.disconnect.until")} titled selected={days} onSelect={setDays} items={DAYS.map((id) => ({ id, label: t("start.disconnect.days", { count: Number(id), date: day.format(endOf(id)) }) }))} />
                  {locked && <Field label={t("start.disconnect.passphrase")} type="password" value={passphrase} onChange={setPassphrase} description={t("start.disconnect.passphraseWhy")} />}
                </div>
              ),
            },
          ]}
        />
      ) : <p>{t("start.disconnect.text")}</p>}
      {unsent > 0 && <p style={{ marginTop: 12 }}><b>{t(keeping ? "start.disconnect.unsentKept" : "start.disconnect.unsent", { count: unsent })}</b></p>}
      {error && <Alert failure={error} />}
    </Dialog>
  );
}
