/** What the host shows of the last time, before this page has drawn itself; see `picture.rs`. */
const ID = "picture";
/** A row of the first screen. */
const ROW = "[data-job-id]";

/** What the style of a page looks at beside its classes. */
export const WORN = ["data-theme", "data-density", "data-system"] as const;

/** The size a picture was taken at, as an attribute says it. */
export const sizeNow = (): string => `${String(innerWidth)}x${String(innerHeight)}`;

/** Tells once, when the first rows stand in `place` and before they are painted; returns the way to stop waiting. */
export function onRows(place: HTMLElement, tell: () => void): () => void {
  const watch = new MutationObserver(() => {
    if (!place.querySelector(ROW)) return;
    watch.disconnect();
    tell();
  });
  watch.observe(place, { childList: true, subtree: true });
  return () => { watch.disconnect(); };
}

/** A window that nobody sees has no frames: the page is read all the same. */
const UNSEEN_MS = 500;

/** Has the rest of the page, which the picture names, be read once that is seen. One of another size, in other colours or in another language is taken away before it is. */
export function showPicture(locale: string): void {
  const picture = document.getElementById(ID);
  if (!picture) return;
  const read = () => { clearTimeout(unseen); void import(/* @vite-ignore */ new URL(picture.dataset.script ?? "", document.baseURI).href); };
  const unseen = setTimeout(read, UNSEEN_MS);
  const page = document.documentElement;
  const fits = picture.lang === locale && picture.dataset.size === sizeNow() && WORN.every((name) => picture.getAttribute(name) === page.getAttribute(name));
  if (!fits) { picture.remove(); read(); return; }
  requestAnimationFrame(() => {
    setTimeout(() => {
      performance.mark("pictured");
      // A page is a module: read twice it is run once.
      read();
    });
  });
}

/** How long rows are waited for that are nowhere to be seen, since something else is shown. */
const PATIENCE_MS = 1_500;

/** Takes the picture away in the same frame in which the page's own rows take its place. */
export function takePlace(place: HTMLElement): void {
  const picture = document.getElementById(ID);
  if (!picture) return;
  const drop = () => { stop(); picture.remove(); };
  const stop = onRows(place, drop);
  setTimeout(drop, PATIENCE_MS);
}
