import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { GlobalWorkerOptions, TextLayer, getDocument, type PDFDocumentLoadingTask, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import worker from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import { BundledFiles } from "./binary";
import { Reading, Sheet } from "./Blank";
import { bring, hitsOf, runsOf, type Marking } from "./find";
import css from "./Resume.module.css";

GlobalWorkerOptions.workerSrc = worker;

/** Width in px of a page at 100 %. */
const PAGE = 660;
/** Points of a page that has not been read yet. */
const A4 = { width: 595.28, height: 841.89 };
const NONE: readonly Marking[] = [];

type Props = {
  bytes: ArrayBuffer;
  zoom: number;
  onPages: (pages: number) => void;
  onPage: (page: number) => void;
  onBroken: () => void;
  /** Words that stand out in the text. */
  markings?: readonly Marking[];
  /** How many marked places each page has, told anew with each change of `markings`. */
  onHits?: (perPage: number[]) => void;
  /** The marked place to bring into sight. */
  current?: { page: number; hit: number } | null;
  /** The words of a page lie over it now. */
  onText?: (page: number, layer: HTMLElement) => void;
};

/** Opens a PDF that is here. PDF.js takes the bytes away with it, so it gets a copy and the cache keeps the original. */
export const openPdf = (bytes: ArrayBuffer): PDFDocumentLoadingTask => getDocument({
  data: new Uint8Array(bytes.slice(0)), isEvalSupported: false, useWorkerFetch: false, useWasm: false, enableXfa: false,
  BinaryDataFactory: BundledFiles, cMapUrl: "/", standardFontDataUrl: "/", cMapPacked: true,
});

function watchTheme(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => { observer.disconnect(); };
}

const theme = (): string => document.documentElement.dataset.theme ?? "";

/** The pieces of text of one page, as its text layer has them. */
async function piecesOf(pdf: PDFDocumentProxy, number: number): Promise<string[]> {
  const content = await (await pdf.getPage(number)).getTextContent();
  return content.items.flatMap((item) => ("str" in item ? [item.str] : []));
}

/** The pages of one PDF on paper, each drawn when it comes near the screen, with selectable text. */
export default function PdfPages({ bytes, zoom, onPages, onPage, onBroken, markings = NONE, onHits, current = null, onText }: Props) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  // The one whose first page is drawn: until then the sheet says that it is read, for a blank one reads like an empty résumé.
  const [drawn, setDrawn] = useState<PDFDocumentProxy | null>(null);
  useEffect(() => {
    const task = openPdf(bytes);
    let gone = false;
    task.promise.then(
      (loaded) => { if (!gone) { setPdf(loaded); onPages(loaded.numPages); } },
      () => { if (!gone) onBroken(); },
    );
    return () => { gone = true; setPdf(null); void task.destroy(); };
  }, [bytes, onPages, onBroken]);

  useEffect(() => {
    if (!pdf || !onHits) return undefined;
    let gone = false;
    const count = async () => {
      const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => piecesOf(pdf, index + 1)));
      if (!gone) onHits(pages.map((pieces) => pieces.reduce((sum, piece) => sum + hitsOf(piece, markings), 0)));
    };
    // A document that was closed meanwhile has no hits to tell.
    if (markings.length === 0) onHits([]);
    else count().catch(() => undefined);
    return () => { gone = true; };
  }, [pdf, markings, onHits]);

  return (
    <>
      {(!pdf || drawn !== pdf) && <Reading />}
      {pdf ? Array.from({ length: pdf.numPages }, (_, index) => (
        <Page key={index} pdf={pdf} number={index + 1} zoom={zoom} onDrawn={index === 0 ? setDrawn : undefined} onPage={onPage} onText={onText} markings={markings} current={current?.page === index + 1 ? current.hit : null} />
      )) : <Sheet />}
    </>
  );
}

/** Writes a page's text anew with its marked places; answers them in order. */
function mark(layer: TextLayer, markings: readonly Marking[]): HTMLElement[] {
  const marks: HTMLElement[] = [];
  layer.textDivs.forEach((element, index) => {
    const runs = runsOf(layer.textContentItemsStr[index] ?? "", markings);
    if (runs.every(({ tone }) => tone === null)) {
      if (element.firstElementChild !== null) element.textContent = layer.textContentItemsStr[index] ?? "";
      return;
    }
    element.replaceChildren(...runs.map(({ text, tone }) => {
      if (tone === null) return document.createTextNode(text);
      const made = document.createElement("mark");
      made.textContent = text;
      made.dataset.tone = String(tone);
      marks.push(made);
      return made;
    }));
  });
  return marks;
}

function show(drawn: HTMLCanvasElement, on: HTMLCanvasElement): void {
  on.width = drawn.width;
  on.height = drawn.height;
  on.getContext("2d")?.drawImage(drawn, 0, 0);
}

type PageProps = { pdf: PDFDocumentProxy; number: number; zoom: number; onPage: (page: number) => void; onDrawn: ((pdf: PDFDocumentProxy) => void) | undefined; markings: readonly Marking[]; current: number | null } & Pick<Props, "onText">;

function Page({ pdf, number, zoom, onPage, onDrawn, markings, current, onText }: PageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(number === 1);
  const [size, setSize] = useState(A4);
  const [room, setRoom] = useState(PAGE);
  const [layer, setLayer] = useState<TextLayer | null>(null);
  const width = Math.floor(Math.min(PAGE, room) * zoom);
  const paper = useSyncExternalStore(watchTheme, theme);

  useEffect(() => {
    const element = sheet.current;
    const desk = element?.parentElement;
    if (!element || !desk) return undefined;
    const size = new ResizeObserver(() => { setRoom(Math.max(240, desk.clientWidth - 48)); });
    size.observe(desk);
    const sight = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) setNear(true); }, { root: desk, rootMargin: "600px" });
    sight.observe(element);
    const reading = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) onPage(number); }, { root: desk, rootMargin: "-45% 0px -45% 0px" });
    reading.observe(element);
    return () => { size.disconnect(); sight.disconnect(); reading.disconnect(); };
  }, [number, onPage]);

  useEffect(() => {
    if (!near) return undefined;
    let stop: (() => void) | null = null;
    let gone = false;
    const draw = async () => {
      const page = await pdf.getPage(number);
      const plain = page.getViewport({ scale: 1 });
      const target = canvas.current;
      const holder = text.current;
      if (gone || !target || !holder) return;
      setSize((old) => (old.width === plain.width && old.height === plain.height ? old : { width: plain.width, height: plain.height }));
      const scale = width / plain.width;
      const dense = Math.min(window.devicePixelRatio || 1, 3);
      const viewport = page.getViewport({ scale: scale * dense });
      // Drawn aside and shown whole: half a page reads like a short résumé.
      const aside = document.createElement("canvas");
      aside.width = Math.floor(viewport.width);
      aside.height = Math.floor(viewport.height);
      const drawing = page.render({ canvas: aside, viewport, background: getComputedStyle(holder).getPropertyValue("--bg-paper").trim() || "#fff" });
      holder.replaceChildren();
      const words = new TextLayer({ textContentSource: page.streamTextContent(), container: holder, viewport: page.getViewport({ scale }) });
      stop = () => { drawing.cancel(); words.cancel(); };
      await Promise.allSettled([drawing.promise.finally(() => { if (!gone) { show(aside, target); onDrawn?.(pdf); } }), words.render()]);
      if (gone) return;
      setLayer(words);
      onText?.(number, holder);
    };
    // A page left before it was drawn rejects; there is nothing to draw it on any more.
    draw().catch(() => undefined);
    return () => { gone = true; setLayer(null); stop?.(); };
  }, [pdf, number, width, near, paper, onDrawn, onText]);

  useEffect(() => {
    // A page that was never near has no text yet: bringing it into sight draws it, and then its place is found.
    if (current !== null && !layer && sheet.current) bring(sheet.current);
    if (!layer) return;
    const marks = mark(layer, markings);
    const shown = current === null ? undefined : marks[current];
    if (!shown) return;
    shown.dataset.current = "true";
    bring(shown);
  }, [layer, markings, current]);

  return (
    <div ref={sheet} className={css.paper} style={{ width, height: Math.round((width * size.height) / size.width) }} data-page={number}>
      <canvas ref={canvas} className={css.canvas} aria-hidden="true" />
      <div ref={text} className={css.text} style={{ ["--total-scale-factor" as string]: String(width / size.width) }} />
    </div>
  );
}
