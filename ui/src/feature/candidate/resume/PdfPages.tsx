import { useEffect, useRef, useState } from "react";
import { GlobalWorkerOptions, TextLayer, getDocument, type PDFDocumentLoadingTask, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import worker from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import { BundledFiles } from "./binary";
import css from "./Resume.module.css";

GlobalWorkerOptions.workerSrc = worker;

/** Width in px of a page at 100 %. */
const PAGE = 660;
/** Points of a page that has not been read yet. */
const A4 = { width: 595.28, height: 841.89 };

type Props = {
  bytes: ArrayBuffer;
  zoom: number;
  onPages: (pages: number) => void;
  onPage: (page: number) => void;
  onBroken: () => void;
  /** The words of a page lie over it now. */
  onText?: (page: number, layer: HTMLElement) => void;
};

/** The pages of one PDF on paper, each drawn when it comes near the screen, with selectable text. */
export default function PdfPages({ bytes, zoom, onPages, onPage, onBroken, onText }: Props) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  useEffect(() => {
    // PDF.js takes the bytes away with it, so it gets a copy and the cache keeps the original.
    const task: PDFDocumentLoadingTask = getDocument({
      data: new Uint8Array(bytes.slice(0)), isEvalSupported: false, useWorkerFetch: false, useWasm: false, enableXfa: false,
      BinaryDataFactory: BundledFiles, cMapUrl: "/", standardFontDataUrl: "/", cMapPacked: true,
    });
    let gone = false;
    task.promise.then(
      (loaded) => { if (!gone) { setPdf(loaded); onPages(loaded.numPages); } },
      () => { if (!gone) onBroken(); },
    );
    return () => { gone = true; setPdf(null); void task.destroy(); };
  }, [bytes, onPages, onBroken]);

  if (!pdf) return null;
  return Array.from({ length: pdf.numPages }, (_, index) => <Page key={index} pdf={pdf} number={index + 1} zoom={zoom} onPage={onPage} onText={onText} />);
}

function Page({ pdf, number, zoom, onPage, onText }: { pdf: PDFDocumentProxy; number: number; zoom: number } & Pick<Props, "onPage" | "onText">) {
  const sheet = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(number === 1);
  const [size, setSize] = useState(A4);
  const [room, setRoom] = useState(PAGE);
  const width = Math.floor(Math.min(PAGE, room) * zoom);

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
      const layer = text.current;
      if (gone || !target || !layer) return;
      setSize((old) => (old.width === plain.width && old.height === plain.height ? old : { width: plain.width, height: plain.height }));
      const scale = width / plain.width;
      const dense = Math.min(window.devicePixelRatio || 1, 3);
      const viewport = page.getViewport({ scale: scale * dense });
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      const drawing = page.render({ canvas: target, viewport, background: getComputedStyle(layer).getPropertyValue("--bg-paper").trim() || "#fff" });
      layer.replaceChildren();
      const words = new TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport: page.getViewport({ scale }) });
      stop = () => { drawing.cancel(); words.cancel(); };
      await Promise.allSettled([drawing.promise, words.render()]);
      if (!gone) onText?.(number, layer);
    };
    // A page left before it was drawn rejects; there is nothing to draw it on any more.
    draw().catch(() => undefined);
    return () => { gone = true; stop?.(); };
  }, [pdf, number, width, near, onText]);

  return (
    <div ref={sheet} className={css.paper} style={{ width, height: Math.round((width * size.height) / size.width) }} data-page={number}>
      <canvas ref={canvas} className={css.canvas} aria-hidden="true" />
      <div ref={text} className={css.text} style={{ ["--total-scale-factor" as string]: String(width / size.width) }} />
    </div>
  );
}
