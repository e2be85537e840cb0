import { useEffect, useState, useSyncExternalStore } from "react";
import { PALETTE, useActions } from "../../command/actions";
import { KeyGroup } from "../../command/KeySheet";
import { KEYMAP } from "../../app/useSettings";
import { Button, Dialog, Kbd, Tag, capsOf, keymapNow, onKeymap, pauseKeymap, strokeOf, toast, type Help, type Keymap } from "../../component";
import { useKeep } from "../useKeep";
import { t } from "../../words";
import type { prefs as words } from "../../words/en/prefs";
import { refusal, withKey } from "./rebind";
import settings from "./Settings.module.css";
import css from "./Keys.module.css";

/** Keys that can be changed, by Samara's own stroke, and what they do. */
const ROWS = {
  l: "l", h: "h", m: "m", x: "x", v: "v", r: "r", t: "t", n: "n", c: "c", a: "a", b: "b", s: "s", p: "p", f: "f", e: "e", j: "j", k: "k", u: "u", d: "d", w: "w", o: "o", "/": "search", " ": "peek", "Mod+k": "palette", "Mod+r": "sync", "Mod+z": "undo", "Mod+,": "settings", "Mod+f": "find", "Mod+p": "print",
} as const satisfies Record<string, keyof typeof words.keys.rows>;
type Own = keyof typeof ROWS;
const OWN = Object.keys(ROWS) as Own[];
const nameOf = (own: string): string => { const known = OWN.find((one) => one === own); return known ? t(`prefs.keys.rows.${ROWS[known]}`) : own; };

const FIXED: readonly Help[] = [
  { keys: "ArrowUp ArrowDown", label: t("common.shortcut.up") }, { keys: "Home", label: t("common.shortcut.first") }, { keys: "End", label: t("common.shortcut.last") }, { keys: "ArrowLeft ArrowRight", label: t("common.shortcut.columns") }, { keys: "Enter", label: t("common.shortcut.open") }, { keys: "Escape", label: t("common.shortcut.back") },
  { keys: "1", label: t("activity.keys.theirs") }, { keys: "2", label: t("activity.keys.mine") },
];
const nothing = () => undefined;

/** Every key, and another one for those that may have one. */
export function KeysTab() {
  const actions = useActions(nothing, nothing);
  const keymap = useSyncExternalStore(onKeymap, keymapNow);
  const kept = useKeep();
  const [choosing, setChoosing] = useState<Own | null>(null);
  const keep = (next: Keymap, said: string) => { kept(KEYMAP, JSON.stringify(next), () => { toast({ message: said }); }); };
  const sequences: Help[] = actions.flatMap(({ key, title }) => (key === null || !key.includes(" ") ? [] : [{ keys: key, label: title }]));
  return (
    <>
      <section className={settings.section}>
        <header className={settings.head}><h2>{t("prefs.keys.title")}</h2>{Object.keys(keymap).length > 0 && <Button size="small" onPress={() => { keep({}, t("prefs.keys.resetDone")); }}>{t("prefs.keys.reset")}</Button>}</header>
        <p className={settings.words}>{t("settings.keys.intro")}</p>
        <ul className={settings.panel}>
          {OWN.map((own) => (
            <li key={own} className={css.row} data-own-key={own}>
              <span className={css.name}>{nameOf(own)}</span>
              {keymap[own] !== undefined && <Tag>{t("prefs.keys.yours")}</Tag>}
              <Kbd keys={own} />
              {keymap[own] === undefined ? null : <Button size="small" variant="quiet" onPress={() => { keep(withKey(keymap, own, own), t("prefs.keys.changed")); }}>{t("prefs.keys.back", { key: capsOf(own).join(" ") })}</Button>}
              <Button size="small" aria-label={t("prefs.keys.changeOf", { what: nameOf(own) })} onPress={() => { setChoosing(own); }}>{t("prefs.keys.change")}</Button>
            </li>
          ))}
        </ul>
      </section>
      <div className={settings.keys}>
        <KeyGroup title={t("frame.keys.everywhere")} keys={[{ keys: "?", label: t("frame.command.keys") }, ...sequences]} />
        <KeyGroup title={t("settings.keys.lists")} keys={FIXED} />
      </div>
      {choosing !== null && <Recorder own={choosing} keymap={keymap} onClose={() => { setChoosing(null); }} onKey={(stroke) => { setChoosing(null); keep(withKey(keymap, choosing, stroke), t("prefs.keys.changed")); }} />}
    </>
  );
}

type Props = { own: Own; keymap: Keymap; onKey: (stroke: string) => void; onClose: () => void };

/** Waits for a key, and says what it does already if it is taken. */
function Recorder({ own, keymap, onKey, onClose }: Props) {
  const [why, setWhy] = useState<string | null>(null);
  useEffect(() => {
    pauseKeymap(true);
    const onKeyDown = (event: KeyboardEvent) => {
      if (["Control", "Shift", "Alt", "Meta", "Tab"].includes(event.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const stroke = strokeOf(event);
      if (stroke === "Escape") { onClose(); return; }
      const refused = refusal(stroke, own, keymap, OWN, ["g", "?", PALETTE.keys]);
      if (refused === null) onKey(stroke);
      else setWhy(refused.kind === "fixed" ? t("prefs.keys.fixed", { key: capsOf(stroke).join(" ") }) : t("prefs.keys.taken", { key: capsOf(stroke).join(" "), what: nameOf(refused.own) }));
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => { pauseKeymap(false); window.removeEventListener("keydown", onKeyDown, true); };
  }, [own, keymap, onKey, onClose]);
  return (
    <Dialog isOpen title={t("prefs.keys.press", { what: nameOf(own) })} onClose={onClose} footer={<Button onPress={onClose}>{t("common.cancel")}</Button>}>
      <p>{t("prefs.keys.pressWords")}</p>
      {why !== null && <p className={css.why} role="alert">{why}</p>}
    </Dialog>
  );
}
