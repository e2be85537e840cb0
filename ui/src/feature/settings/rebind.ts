import type { Keymap } from "../../component";

/** Keys that move, open, leave and write: they mean the same everywhere. */
const FIXED = /^(?:Shift\+|Mod\+|Alt\+)*(?:Arrow\w+|Enter|Escape|Tab|Home|End|PageUp|PageDown|Backspace|Delete|[0-9]|F\d+)$/;
const EDITS = new Set(["Mod+a", "Mod+c", "Mod+v", "Mod+x", "Mod+y"]);

export type Refusal = { kind: "fixed" } | { kind: "taken"; own: string };

/** Why a stroke cannot stand for `own`: it has a fixed meaning, or another key that can be changed means it now. */
export function refusal(stroke: string, own: string, keymap: Keymap, owns: readonly string[], fixed: readonly string[]): Refusal | null {
  const holder = owns.find((one) => one !== own && (keymap[one] ?? one) === stroke);
  if (holder !== undefined) return { kind: "taken", own: holder };
  if (stroke === own) return null;
  if (FIXED.test(stroke) || EDITS.has(stroke) || (fixed.includes(stroke) && !owns.includes(stroke))) return { kind: "fixed" };
  return null;
}

/** The keymap with one key chosen; its own stroke takes the choice back. */
export function withKey(keymap: Keymap, own: string, stroke: string): Keymap {
  const next = Object.fromEntries(Object.entries(keymap).filter(([key]) => key !== own));
  return stroke === own ? next : { ...next, [own]: stroke };
}
