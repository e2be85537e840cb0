import { Button, toast } from "../component";
import { useAct, useCommand } from "../query";
import { t } from "../words";

/** Asks Ashby whether there is something by now, where nothing is here and nothing can be made here. */
export function SyncNow() {
  const { data: sync } = useCommand("sync_status", {});
  const { mutate: start } = useAct("sync_now");
  const run = () => { start({ full: false }, { onError: ({ message, cure }) => { toast({ message, detail: cure, tone: "failed" }); } }); };
  return <Button isDisabled={sync?.running === true} onPress={run}>{t(sync?.running === true ? "frame.truth.syncingNow" : "frame.truth.syncNow")}</Button>;
}
