import { useLayoutEffect, useState, type RefObject } from "react";

/** Letters of 12 px that fit on the last line of a card as wide as a column at least is. */
export const ROOM = 31;
const LETTER = 6.5;
/** What a column's scroller is wider than the words on its cards, px. */
const EDGES = 30;

/** Letters that fit on the last line of the cards in a column, which grows where the board has room. */
export function useRoom(scroller: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(ROOM);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => { setRoom(Math.max(ROOM, Math.floor((element.clientWidth - EDGES) / LETTER))); });
    observer.observe(element);
    return () => { observer.disconnect(); };
  }, [scroller]);
  return room;
}
