import { PALETTE, useActions } from "../../command/actions";
import { KeyGroup } from "../../command/KeySheet";
import type { Help } from "../../component";
import { t } from "../../words";
import css from "./Settings.module.css";

const LISTS: readonly Help[] = [
  { keys: "ArrowUp", label: t("settings.shortcut.up") }, { keys: "Enter", label: t("settings.shortcut.open") }, { keys: "Space", label: t("settings.shortcut.peek") }, { keys: "/", label: t("settings.shortcut.search") }, { keys: "Escape", label: t("settings.shortcut.back") },
];
const BOARD: readonly Help[] = [
  { keys: "ArrowRight", label: t("settings.shortcut.columns") }, { keys: "L", label: t("settings.shortcut.moveOn") }, { keys: "H", label: t("settings.shortcut.moveBack") }, { keys: "M", label: t("settings.shortcut.moveTo") },
  { keys: "Space", label: t("settings.shortcut.peek") }, { keys: "Enter", label: t("settings.shortcut.open") },
];
const PERSON: readonly Help[] = [{ keys: "J", label: t("settings.shortcut.nextPerson") }, { keys: "L", label: t("settings.shortcut.moveOn") }, { keys: "M", label: t("settings.shortcut.moveTo") }, { keys: "Escape", label: t("settings.shortcut.back") }];
const ACTIVITY: readonly Help[] = [{ keys: "U", label: t("activity.keys.undo") }, { keys: "R", label: t("activity.keys.retry") }, { keys: "D", label: t("activity.keys.discard") }, { keys: "1", label: t("activity.keys.theirs") }, { keys: "2", label: t("activity.keys.mine") }];

const nothing = () => undefined;

/** Every key, by the screen where it works. */
export function KeysTab() {
  const actions = useActions(nothing, nothing);
  const everywhere: Help[] = [PALETTE, ...actions.flatMap(({ key, title }) => (key === null ? [] : [{ keys: key, label: title }]))];
  return (
    <>
      <p className={css.words}>{t("settings.keys.intro")}</p>
      <div className={css.keys}>
        <KeyGroup title={t("frame.keys.everywhere")} keys={everywhere} />
        <KeyGroup title={t("settings.keys.lists")} keys={LISTS} />
        <KeyGroup title={t("settings.keys.board")} keys={BOARD} />
        <KeyGroup title={t("settings.keys.person")} keys={PERSON} />
        <KeyGroup title={t("settings.keys.activity")} keys={ACTIVITY} />
      </div>
    </>
  );
}
