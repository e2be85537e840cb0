import "../../../words/rest";
import { ContextMenu, type Spot, type Verb } from "../../../component";
import { t } from "../../../words";

type Props = { spot: Spot; name: string; isChosen: boolean; verbs: readonly Verb[]; onOpen: () => void; onPeek?: () => void; onChoose?: () => void; onClose: () => void };

/** What can be done with a row, where it was pointed at: what its keys do, and no more. */
export function RowMenu({ spot, name, isChosen, verbs, onOpen, onPeek, onChoose, onClose }: Props) {
  const all: Verb[] = [
    { keys: "Enter", label: t("common.shortcut.open"), run: onOpen },
    ...(onPeek ? [{ keys: " ", label: t("pipeline.keys.peek"), run: onPeek }] : []),
    ...verbs.filter(({ enabled }) => enabled !== false),
    ...(onChoose ? [{ keys: "x", label: t("pipeline.keys.select"), run: onChoose }] : []),
  ];
  return <ContextMenu spot={spot} label={isChosen ? t("pipeline.selection") : name} items={all.map(({ label, keys, danger }, index) => ({ id: String(index), label, kbd: keys, danger }))} onAction={(id) => { all[Number(id)]?.run(); }} onClose={onClose} />;
}
