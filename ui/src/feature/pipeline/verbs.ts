import { t } from "../../words";

export const GROUP = t("pipeline.keys.group");

/** What can be done with the card in hand, with the key that does it on the board. */
export const VERBS = [
  { keys: "Enter", label: t("pipeline.keys.open"), group: GROUP }, { keys: " ", label: t("pipeline.keys.peek"), group: GROUP },
  { keys: "l", label: t("pipeline.keys.next"), group: GROUP }, { keys: "h", label: t("pipeline.keys.previous"), group: GROUP }, { keys: "m", label: t("pipeline.keys.menu"), group: GROUP },
  { keys: "r", label: t("pipeline.keys.reject"), group: GROUP }, { keys: "t", label: t("pipeline.keys.tag"), group: GROUP }, { keys: "n", label: t("pipeline.keys.note"), group: GROUP },
  { keys: "b", label: t("deed.menu.transfer"), group: GROUP }, { keys: "s", label: t("deed.menu.source"), group: GROUP }, { keys: "p", label: t("deed.menu.project"), group: GROUP },
  { keys: "v", label: t("pipeline.keys.review"), group: GROUP }, { keys: "x", label: t("pipeline.keys.select"), group: GROUP },
] as const;
