import { useSyncExternalStore, type ReactNode } from "react";
import { chosenStroke, keymapNow, onKeymap } from "./keymap";
import { capsOf } from "./keys";
import css from "./Kbd.module.css";

/** A key cap, or the caps of a chord (`keys="Mod+k"`). */
export function Kbd({ children, keys }: { children?: ReactNode; keys?: string }) {
  // Drawn anew when keys are changed: a cap always shows what is to be pressed.
  useSyncExternalStore(onKeymap, keymapNow);
  if (keys === undefined) return <kbd className={css.kbd}>{children}</kbd>;
  const caps = capsOf(chosenStroke(keys));
  return <span className={css.chord}>{caps.map((cap, index) => <kbd key={index} className={css.kbd}>{cap}</kbd>)}</span>;
}
