const SIDE = 16;

/** Scrolls a board sideways until a column stands between its left edge and whatever lies over its right one. */
export function uncover(board: HTMLElement, lane: HTMLElement) {
  const [own, room] = [lane.getBoundingClientRect(), board.getBoundingClientRect()];
  const over = board.parentElement?.querySelector("aside")?.getBoundingClientRect().left ?? room.right;
  const right = Math.min(room.right, over) - SIDE;
  const left = room.left + SIDE;
  if (own.left < left || own.right - own.left > right - left) board.scrollLeft += own.left - left;
  else if (own.right > right) board.scrollLeft += own.right - right;
}
