import { useMemo } from "react";
import DOMPurify from "dompurify";
import css from "./RichText.module.css";

/** Words, their emphasis, lists and links; nothing that loads, runs or styles. */
const KEPT = {
  ALLOWED_TAGS: ["p", "br", "b", "strong", "i", "em", "u", "s", "ul", "ol", "li", "a", "code", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "div", "span"],
  ALLOWED_ATTR: ["href"], ALLOWED_URI_REGEXP: /^(?:https?|mailto|tel):/i,
};

/** Markup from Ashby, cleaned on this side too. Links leave the app by `onLink`. */
export function RichText({ html, onLink }: { html: string; onLink: (url: string) => void }) {
  const clean = useMemo(() => DOMPurify.sanitize(html, KEPT), [html]);
  return (
    <div
      className={css.text} dangerouslySetInnerHTML={{ __html: clean }}
      onClick={(event) => {
        const link = event.target instanceof Element ? event.target.closest("a") : null;
        if (!link) return;
        event.preventDefault();
        if (link.href !== "") onLink(link.href);
      }}
    />
  );
}
