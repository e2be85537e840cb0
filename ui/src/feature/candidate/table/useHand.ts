import { useRef, type FocusEvent, type KeyboardEvent, type MouseEvent } from "react";
import { spotOf, type Spot } from "../../../component";
import type { Choice } from "./Table";
import type { Rows } from "./useRows";

type Hand<Row> = {
  rows: Rows;
  total: number;
  focused: number;
  at: (index: number) => Row | undefined;
  move: (index: number) => void;
  onFocused: (index: number) => void;
  onOpen: (index: number) => void;
  onPeek?: (index: number) => void;
  onPick: (index: number) => void;
  /** Asked for the menu of the row, where it belongs. */
  onMenu: (spot: Spot) => void;
  choice?: Choice<Row>;
};

/** What keys and presses mean on the rows of a grid. */
export function useHand<Row>(hand: Hand<Row>) {
  const { focused, at, move, onFocused, onOpen, onPick, onMenu, choice } = hand;
  /** Where the hand was before a press moved it. */
  const before = useRef<number | null>(null);
  /** Whether the press asked for a menu: letting go of it is no click then. */
  const menued = useRef(false);
  return {
    onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
      if (!(event.target instanceof HTMLElement) || !event.target.dataset.index) return;
      if (!(choice && chooses(event, choice, hand)) && !walks(event, hand)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onPointerDownCapture: () => { before.current = focused; menued.current = false; },
    onClick: (event: MouseEvent<HTMLDivElement>) => {
      const index = indexOf(event.target);
      if (index === null || menued.current) return;
      const from = before.current ?? focused;
      before.current = null;
      move(index);
      if (choice && event.shiftKey) choice.onSpan(from, index);
      else if (choice && isChoosing(event)) choice.onToggle(index);
      else onPick(index);
    },
    onDoubleClick: (event: MouseEvent<HTMLDivElement>) => {
      const index = indexOf(event.target);
      if (index !== null && !(choice && isChoosing(event))) onOpen(index);
    },
    onContextMenu: (event: MouseEvent<HTMLDivElement>) => {
      const index = indexOf(event.target);
      const row = index === null ? undefined : at(index);
      if (index === null || row === undefined) return;
      event.preventDefault();
      menued.current = event.button === 2 || event.ctrlKey;
      // What is pointed at is meant, unless it is one of those chosen.
      if (choice && !choice.has(row)) choice.onNone();
      move(index);
      onMenu(spotOf(event, rowOf(event.target) ?? event.currentTarget));
    },
    onFocus: (event: FocusEvent<HTMLDivElement>) => {
      const index = indexOf(event.target);
      if (index !== null && index !== focused) onFocused(index);
    },
  };
}

/** Keys that choose rows; answers whether this was one. */
function chooses<Row>({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent, choice: Choice<Row>, { focused, total, move }: Hand<Row>): boolean {
  const letter = key.toLowerCase();
  if (altKey) return false;
  if (ctrlKey || metaKey) {
    if (shiftKey || letter !== "a") return false;
    choice.onAll();
    return true;
  }
  if (letter === "x") {
    if (shiftKey) choice.onAll();
    else choice.onToggle(focused);
    return true;
  }
  const by = letter === "arrowdown" || letter === "j" ? 1 : letter === "arrowup" || letter === "k" ? -1 : 0;
  if (!shiftKey || by === 0) return false;
  const to = Math.min(Math.max(focused + by, 0), total - 1);
  choice.onSpan(focused, to);
  move(to);
  return true;
}

/** Keys that walk and open; answers whether this was one. */
function walks<Row>({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, { rows, total, focused, move, onOpen, onPeek }: Hand<Row>): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  const step = steps(key, focused, rows, total);
  if (step !== null) move(step);
  else if (key === "Enter") onOpen(focused);
  else if (key === " " && onPeek) onPeek(focused);
  else return false;
  return true;
}

function steps(key: string, focused: number, rows: Rows, total: number): number | null {
  switch (key) {
    case "ArrowDown": case "j": return focused + 1;
    case "ArrowUp": case "k": return focused - 1;
    case "PageDown": return focused + rows.page;
    case "PageUp": return focused - rows.page;
    case "Home": return 0;
    case "End": return total - 1;
    default: return null;
  }
}

/** The row something happened in. */
const rowOf = (target: EventTarget): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>("[data-index]") : null);

function indexOf(target: EventTarget): number | null {
  const index = rowOf(target)?.dataset.index;
  return index === undefined ? null : Number(index);
}

/** Whether a press chooses a row instead of showing it. */
const isChoosing = ({ target, shiftKey, ctrlKey, metaKey }: MouseEvent): boolean => shiftKey || ctrlKey || metaKey || (target instanceof Element && target.closest("[data-check]") !== null);
