/** What was written: plain text, or HTML where it has formatting that Ashby keeps. */
export type Written = { content: string; html: boolean };

/** Elements by what Ashby knows them as. */
const KEPT: Record<string, string> = { B: "b", STRONG: "b", I: "i", EM: "i", U: "u", UL: "ul", OL: "ol", LI: "li", CODE: "code", PRE: "pre" };
const BLOCKS = new Set(["DIV", "P", "H1", "H2", "H3", "BLOCKQUOTE"]);
const OUTSIDE = /^(?:https?|mailto|tel):/i;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

type Told = { html: string; text: string; formatted: boolean };

/** A new line before a block, unless nothing or a line end stands before it. */
const onNewLine = (so: Told): Told => (so.text === "" || so.text.endsWith("\n") ? so : { ...so, html: `${so.html}<br>`, text: `${so.text}\n` });

function add(so: Told, node: Node): Told {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = (node.textContent ?? "").replaceAll("\u00A0", " ");
    return { ...so, html: so.html + escaped(text), text: so.text + text };
  }
  if (!(node instanceof Element)) return so;
  const { tagName } = node;
  if (tagName === "BR") return { ...so, html: `${so.html}<br>`, text: `${so.text}\n` };
  const inside = (from: Told): Told => [...node.childNodes].reduce(add, from);
  const href = tagName === "A" ? node.getAttribute("href") : null;
  const tag = KEPT[tagName];
  if (href !== null && OUTSIDE.test(href)) {
    const within = inside({ html: "", text: "", formatted: false });
    return { html: `${so.html}<a href="${escaped(href)}">${within.html}</a>`, text: so.text + within.text, formatted: true };
  }
  if (tag !== undefined) {
    const before = tagName === "LI" ? { ...so, text: so.text === "" || so.text.endsWith("\n") ? so.text : `${so.text}\n` } : so;
    const within = inside({ html: "", text: "", formatted: false });
    // An empty element formats nothing; browsers leave them behind.
    if (within.text.trim() === "") return { ...before, html: before.html + within.html, text: before.text + within.text };
    return { html: `${before.html}<${tag}>${within.html}</${tag}>`, text: before.text + within.text, formatted: true };
  }
  return inside(BLOCKS.has(tagName) ? onNewLine(so) : so);
}

/** Reads what stands in a field for formatted text. */
export function writtenIn(root: Node): Written {
  const told = [...root.childNodes].reduce(add, { html: "", text: "", formatted: false });
  if (told.text.trim() === "") return { content: "", html: false };
  return told.formatted ? { content: told.html.replace(/^(?:<br>)+|(?:<br>)+$/g, ""), html: true } : { content: told.text.trim(), html: false };
}

/** Text as it is put into such a field, its lines kept. */
export const asHtml = (text: string): string => escaped(text).replaceAll("\n", "<br>");
