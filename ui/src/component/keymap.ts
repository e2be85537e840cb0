import { strokeOf } from "./keys";

/** Keys chosen instead of those Samara comes with: from its own stroke to the chosen one. */
export type Keymap = Readonly<Record<string, string>>;

let keymap: Keymap = {};
let paused = false;
let back: ReadonlyMap<string, string> = new Map();
const listeners = new Set<() => void>();
/** Events made here, which are not looked at again. */
const made = new WeakSet<Event>();

const WRITING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]";

const chosenOf = (stroke: string): string => keymap[stroke.length === 1 ? stroke.toLowerCase() : stroke] ?? stroke;

/** What is to be pressed for one of Samara's own strokes, or for two in a row. */
export const chosenStroke = (keys: string): string => (keys === " " ? chosenOf(keys) : keys.split(" ").map(chosenOf).join(" "));

/** What a pressed stroke stands for: Samara's own stroke, itself, or nothing where its meaning has moved to another key. */
export function meant(stroke: string): string | null {
  const own = back.get(stroke);
  if (own !== undefined) return own;
  return keymap[stroke] === undefined ? stroke : null;
}

/** A stroke as an event has it. */
function pressOf(stroke: string): KeyboardEventInit {
  const parts = stroke === "+" ? ["+"] : stroke.split("+");
  const key = parts.at(-1) ?? "";
  const mac = /mac/i.test(navigator.userAgent);
  const mod = parts.includes("Mod") && parts.length > 1;
  return { key, ctrlKey: mod && !mac, metaKey: mod && mac, altKey: parts.includes("Alt"), shiftKey: parts.includes("Shift"), bubbles: true, cancelable: true, composed: true };
}

function onKeyDown(event: KeyboardEvent) {
  if (paused || made.has(event) || event.isComposing || !(event.target instanceof Element)) return;
  const stroke = strokeOf(event);
  const bare = !stroke.startsWith("Mod+") && !stroke.startsWith("Alt+");
  if (bare && event.target.closest(WRITING)) return;
  const own = meant(stroke);
  if (own === stroke) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (own === null) return;
  // Shift with a letter goes along, for it may mean more of the same; with a sign it is only how the sign is written.
  const more = bare && event.shiftKey && event.key.toLowerCase() !== event.key.toUpperCase();
  const again = new KeyboardEvent("keydown", { ...pressOf(own), ...(more ? { shiftKey: true } : {}) });
  made.add(again);
  event.target.dispatchEvent(again);
}

/** Puts a keymap in force: whoever listens to a key hears Samara's own, whatever is pressed for it. */
export function wearKeymap(next: Keymap): void {
  const was = Object.keys(keymap).length > 0;
  keymap = next;
  back = new Map(Object.entries(next).map(([own, chosen]) => [chosen, own]));
  const is = Object.keys(next).length > 0;
  if (is && !was) window.addEventListener("keydown", onKeyDown, true);
  if (!is && was) window.removeEventListener("keydown", onKeyDown, true);
  for (const listener of listeners) listener();
}

/** Lets keys through as they are pressed, while one is chosen. */
export const pauseKeymap = (on: boolean): void => { paused = on; };

export const keymapNow = (): Keymap => keymap;

export function onKeymap(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** A keymap from a setting; none of a text that is not one. */
export function keymapOf(text: string | null | undefined): Keymap {
  if (text == null) return {};
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== "object" || read === null || Array.isArray(read)) return {};
    return Object.fromEntries(Object.entries(read).filter((pair): pair is [string, string] => typeof pair[1] === "string" && pair[1] !== "" && pair[1] !== pair[0]));
  } catch {
    return {};
  }
}
