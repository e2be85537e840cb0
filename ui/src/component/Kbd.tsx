import type { ReactNode } from "react";
import { capsOf } from "./keys";
import css from "./Kbd.module.css";

/** A key cap, or the caps of a chord (`keys="Mod+k"`). */
export function Kbd({ children, keys }: { children?: ReactNode; keys?: string }) {
  if (keys === undefined) return <kbd className={css.kbd}>{children}</kbd>;
  const caps = capsOf(keys);
  return <span className={css.chord}>{caps.map((cap, index) => <kbd key={index} className={css.kbd}>{cap}</kbd>)}</span>;
}
