import type { Failure, IntentRow } from "../../bindings/types";
import { announce, toast } from "../../component";
import { useAct } from "../../query";
import { t } from "../../words";

export type IntentActs = { undo: (row: IntentRow) => void; retry: (row: IntentRow) => void; discard: (row: IntentRow) => void; decide: (row: IntentRow, choice: "mine" | "theirs") => void };

const onError = ({ message, cure }: Failure) => { toast({ message, detail: cure, tone: "failed" }); };

/** What can be done with a write from here, each said when it is done. */
export function useIntentActs(): IntentActs {
  const { mutate: undo } = useAct("undo");
  const { mutate: retry } = useAct("retry");
  const { mutate: discard } = useAct("discard");
  const { mutate: decide } = useAct("decide");
  return {
    undo: ({ id }) => { undo({ intent_id: id }, { onSuccess: ({ label }) => { toast({ message: label }); announce(label); }, onError }); },
    retry: ({ id, title }) => { announce(title); retry({ intent_id: id }, { onError }); },
    discard: ({ id, title }) => { discard({ intent_id: id }, { onSuccess: () => { announce(`${t("activity.discardedToast")}: ${title}`); }, onError }); },
    decide: ({ id, conflict }, choice) => {
      decide({ intent_id: id, choice }, { onSuccess: () => { announce(choice === "theirs" ? t("activity.keep", { stage: conflict?.theirs.name ?? "" }) : t("activity.moveOn", { stage: conflict?.yours.name ?? "" })); }, onError });
    },
  };
}
