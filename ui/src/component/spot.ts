import type { MouseEvent } from "react";

/** A point of the window. */
export type Spot = { x: number; y: number };

/** Where a menu about an element belongs: at the pointer, or beneath the element where a key asked for it. */
export function spotOf({ clientX, clientY, button }: MouseEvent, about: Element): Spot {
  const { left, top, right, bottom } = about.getBoundingClientRect();
  const inside = button === 2 && clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  return inside ? { x: clientX, y: clientY } : { x: left + 16, y: bottom - 8 };
}
