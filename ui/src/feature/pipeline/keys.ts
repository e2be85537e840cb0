import type { Focus } from "./focus";

export type BoardKey =
  | { do: "vertical"; step: (focus: Focus, count: number) => number }
  | { do: "sideways"; by: 1 | -1 }
  | { do: "shift"; by: 1 | -1 }
  | { do: "choose"; side: "theirs" | "mine" }
  | { do: "extend"; by: 1 | -1 }
  | { do: "select" | "column" }
  | { do: "ask"; kind: "reject" | "tag" | "note" }
  | { do: "more"; kind: "transfer" | "source" | "project" }
  | { do: "review" }
  | { do: "menu" | "peek" | "open" | "close" };

type Pressed = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** Cards a page key leaps over. */
const PAGE = 8;

/** What a key means on a focused card. */
export function boardKey({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): BoardKey | null {
  if ((ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === "a") return { do: "column" };
  if (ctrlKey || metaKey || altKey) return null;
  switch (key) {
    case "ArrowRight": return { do: shiftKey ? "shift" : "sideways", by: 1 };
    case "ArrowLeft": return { do: shiftKey ? "shift" : "sideways", by: -1 };
    case "l": case "L": return { do: "shift", by: 1 };
    case "h": case "H": return { do: "shift", by: -1 };
    case "x": case "X": return shiftKey ? { do: "column" } : { do: "select" };
    case "ArrowDown": case "j": if (shiftKey) return { do: "extend", by: 1 }; return { do: "vertical", step: ({ index }) => index + 1 };
    case "ArrowUp": case "k": if (shiftKey) return { do: "extend", by: -1 }; return { do: "vertical", step: ({ index }) => index - 1 };
    case "PageDown": return { do: "vertical", step: ({ index }) => index + PAGE };
    case "PageUp": return { do: "vertical", step: ({ index }) => index - PAGE };
    case "Home": return { do: "vertical", step: () => 0 };
    case "End": return { do: "vertical", step: (_, count) => count - 1 };
    case "m": case "M": return { do: "menu" };
    case "1": return { do: "choose", side: "theirs" };
    case "2": return { do: "choose", side: "mine" };
    case "b": case "B": return { do: "more", kind: "transfer" };
    case "s": case "S": return { do: "more", kind: "source" };
    case "p": case "P": return { do: "more", kind: "project" };
    case "v": case "V": return { do: "review" };
    case "r": case "R": return { do: "ask", kind: "reject" };
    case "t": case "T": return { do: "ask", kind: "tag" };
    case "n": case "N": return { do: "ask", kind: "note" };
    case " ": return { do: "peek" };
    case "Enter": return { do: "open" };
    case "Escape": return { do: "close" };
    default: return null;
  }
}
