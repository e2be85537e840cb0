import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { at, cramped, even, reveal, scrolled, track, visible, type Extent, type Position, type Range } from "./scale";

/** Rows kept ready above and below the screen. */
const OVER = 8;
/** What stands above the list of a screen, px, as a guess. */
const BARS = 160;
/** A scroll has come to rest when nothing moved for so long. */
const REST_MS = 400;

export type Rows = {
  scroller: RefObject<HTMLDivElement | null>;
  range: Range;
  /** Rows that fit on the screen. */
  page: number;
  /** Width there is for columns, px. */
  room: number;
  /** Height of the scrolled track, px. */
  height: number;
  /** Distance from the top of the track to row `index`, px. */
  y: (index: number) => number;
  onScroll: () => void;
  reveal: (index: number) => void;
  go: (top: number) => void;
  /** Distance scrolled now, px in a list of true height. */
  top: () => number;
};

type Frame = Range & { shift: number };

/** Equal-height rows in a scrolling element, `head` px of which a sticky header covers, and `foot` px something that lies over them. */
export function useRows({ rows, row, head, foot, start }: { rows: number; row: number; head: number; foot: number; start: number }): Rows {
  const scroller = useRef<HTMLDivElement>(null);
  const position = useRef<Position>({ bar: 0, top: start });
  // Until it is measured, a list is taken to fill the window below the bars: what it shows is drawn at once, and laid out once.
  const [view, setView] = useState(() => Math.max(0, window.innerHeight - BARS - head));
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY);
  const extent = useRef<Extent>({ rows, row, view, foot });
  const [frame, setFrame] = useState<Frame>(() => ({ ...visible({ rows, row, view, foot }, start, 0), shift: 0 }));
  const settle = useCallback((next: Position) => {
    // Where nothing moved, rows that fill the screen are enough: a list that was just drawn is not laid out once more.
    const least = next.top === position.current.top ? 0 : OVER;
    position.current = next;
    const shift = Math.round(next.bar - next.top);
    const [seen, kept] = [visible(extent.current, next.top, least), visible(extent.current, next.top, OVER)];
    setFrame((old) => (old.shift === shift && old.first >= kept.first && old.first <= seen.first && old.last >= seen.last && old.last <= kept.last ? old : { ...kept, shift }));
  }, []);

  const go = useCallback((top: number) => {
    const next = at(extent.current, top);
    const element = scroller.current;
    if (!element) return;
    if (element.scrollTop !== next.bar) element.scrollTop = next.bar;
    settle({ top: next.top, bar: element.scrollTop });
  }, [settle]);

  // A scroll bar that was pushed in small steps has left its proportion; it is put back at rest.
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onScroll = useCallback(() => {
    const bar = scroller.current?.scrollTop ?? 0;
    if (bar === position.current.bar) return;
    const next = scrolled(extent.current, position.current, bar);
    if (cramped(extent.current, next)) go(next.top);
    else settle(next);
    clearTimeout(rest.current);
    if (!even(extent.current)) rest.current = setTimeout(() => { go(position.current.top); }, REST_MS);
  }, [go, settle]);
  useEffect(() => () => { clearTimeout(rest.current); }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = () => { setView(Math.max(0, element.clientHeight - head)); setRoom(element.clientWidth); };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => { observer.disconnect(); };
  }, [head]);

  useLayoutEffect(() => {
    extent.current = { rows, row, view, foot };
    if (view > 0) go(position.current.top);
  }, [rows, row, view, foot, go]);

  return {
    scroller,
    range: frame,
    page: Math.max(1, Math.floor(view / row)),
    room,
    height: track({ rows, row, view, foot }),
    y: (index) => index * row + frame.shift,
    onScroll,
    // Before the first measure nothing is on screen, and the list stands where it was left.
    reveal: useCallback((index: number) => { if (extent.current.view > 0) go(reveal(extent.current, position.current.top, index)); }, [go]),
    go,
    top: useCallback(() => position.current.top, []),
  };
}
