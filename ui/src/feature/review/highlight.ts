import { finder, found, type Group } from "./keywords";

/** The text of a layer as one string, and where each of its nodes begins in it. */
function textOf(layer: HTMLElement): { text: string; nodes: { node: Text; from: number }[] } {
  const nodes: { node: Text; from: number }[] = [];
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes.push({ node: node as Text, from: text.length });
    text += `${node.textContent ?? ""} `;
  }
  return { text, nodes };
}

/** Marks the words of each group beneath the words of a page; returns how often each group was found. */
export function mark(layer: HTMLElement, groups: readonly Group[], className: string): number[] {
  const page = layer.parentElement;
  page?.querySelector("[data-hits]")?.remove();
  if (!page) return groups.map(() => 0);
  const { text, nodes } = textOf(layer);
  const hits = document.createElement("div");
  hits.dataset.hits = "";
  hits.className = className;
  const origin = page.getBoundingClientRect();
  const placeOf = (at: number): [Text, number] | null => {
    const entry = nodes.findLast(({ from }) => from <= at);
    return entry ? [entry.node, Math.min(at - entry.from, entry.node.length)] : null;
  };
  const counts = groups.map(({ words }, group) => {
    const pattern = finder(words);
    const places = pattern === null ? [] : found(text, pattern);
    for (const { from, to } of places) {
      const [start, end] = [placeOf(from), placeOf(to)];
      if (!start || !end) continue;
      const range = document.createRange();
      range.setStart(...start);
      range.setEnd(...end);
      for (const { left, top, width, height } of range.getClientRects()) {
        const box = document.createElement("i");
        box.dataset.group = String(group);
        Object.assign(box.style, { left: `${String(left - origin.left)}px`, top: `${String(top - origin.top)}px`, width: `${String(width)}px`, height: `${String(height)}px` });
        hits.append(box);
      }
    }
    return places.length;
  });
  page.append(hits);
  return counts;
}
