const MAC = typeof navigator !== "undefined" && /mac/i.test(navigator.userAgent);

const NAMES: Record<string, string> = {
  Mod: MAC ? "⌘" : "Ctrl", Shift: MAC ? "⇧" : "Shift", Alt: MAC ? "⌥" : "Alt",
  ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", Enter: "↵", Escape: "Esc", " ": "Space", Space: "Space",
};

const cap = (key: string): string => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** The caps of a key: `"Mod+k"` → `Ctrl` `K`, `"g j"` → `G` `J`. */
export const capsOf = (keys: string): string[] => (keys === " " || keys === "+" ? [cap(keys)] : keys.split(/[ +]/).filter((part) => part !== "").map(cap));

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** One stroke in the notation of `useHotkey`: `"Mod+k"`, `"Shift+ArrowRight"`, `"l"`, `"?"`. */
export function strokeOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const mod = MAC ? metaKey : ctrlKey;
  const named = key.length > 1;
  // Shift is told by the letter itself; only keys without a letter name it, and chords.
  const shift = shiftKey && (named || mod || altKey) ? "Shift+" : "";
  const letter = named ? key : key.toLowerCase();
  return `${mod ? "Mod+" : ""}${altKey ? "Alt+" : ""}${shift}${letter}`;
}

/** The same notation from how a catalogue or a screen writes a key. */
export const strokesOf = (keys: string): string[] =>
  (keys === " " ? [" "] : keys.split(" ")).map((stroke) => stroke.split("+").map((part) => (part.length === 1 ? part.toLowerCase() : part)).join("+"));
