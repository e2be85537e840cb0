import { Button, Dialog } from "../../component";
import { useAct } from "../../query";
import { t } from "../../words";
import { Alert } from "./Alert";

type Props = { isOpen: boolean; unsent: number; onClose: () => void };

/** Asks before a workspace's data leaves this computer. */
export function Disconnect({ isOpen, unsent, onClose }: Props) {
  const { mutate: disconnect, isPending, error } = useAct("disconnect");
  return (
    <Dialog
      title={t("start.disconnect.title")} isOpen={isOpen} onClose={onClose} role="alertdialog"
      footer={(
        <>
          <Button autoFocus onPress={onClose}>{t("start.disconnect.cancel")}</Button>
          <Button variant="danger" isDisabled={isPending} onPress={() => { disconnect({}); }}>{t("start.disconnect.confirm")}</Button>
        </>
      )}
    >
      <p>{t("start.disconnect.text")}</p>
      {unsent > 0 && <p><b>{t("start.disconnect.unsent", { count: unsent })}</b></p>}
      {error && <Alert failure={error} />}
    </Dialog>
  );
}
