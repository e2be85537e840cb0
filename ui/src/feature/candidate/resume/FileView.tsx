import { Suspense, lazy, useCallback, useDeferredValue, useMemo, useState, type ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, ChevronUp, Download, Minus, Plus, Search, X } from "lucide-react";
import type { Failure } from "../../../bindings/types";
import { Button, IconButton, useHotkey } from "../../../component";
import { platform } from "../../../platform";
import { t } from "../../../words";
import { Blank } from "./Blank";
import { hitAt } from "./find";
import { TextPaper } from "./TextPaper";
import { useSaveFile } from "./useSaveFile";
import css from "./Resume.module.css";

const PdfPages = lazy(() => import("./PdfPages"));
const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];

type Props = {
  candidateId: string;
  /** Ashby's id; null is the résumé, whatever its id. */
  fileId: string | null;
  name: string;
  /** Stands before the name. */
  start?: ReactNode;
  /** Stands at the end of the tools. */
  end?: ReactNode;
};

/** What is drawn as it looks; anything else is shown as its words. */
export const isPdf = (name: string): boolean => !/\.(docx?|odt|rtf|txt|md|html?)$/i.test(name);

/** One file on paper: a PDF as it looks, anything else as its words; with zoom and search. */
export function FileView({ candidateId, fileId, name, start, end }: Props) {
  const [zoom, setZoom] = useState(1);
  const [pages, setPages] = useState(0);
  const [page, setPage] = useState(1);
  const [broken, setBroken] = useState(false);
  const find = useFind();
  const save = useSaveFile();
  const drawn = isPdf(name);
  const bytes = useQuery<ArrayBuffer, Failure>({
    queryKey: ["file", candidateId, fileId, name], queryFn: () => (fileId === null ? platform.resume(candidateId) : platform.file(candidateId, fileId)), enabled: drawn,
    staleTime: Infinity, retry: false, networkMode: "always",
  });
  const onBroken = useCallback(() => { setBroken(true); }, []);
  const step = (by: 1 | -1) => { setZoom((old) => STEPS[STEPS.indexOf(old) + by] ?? old); };
  useHotkey("Mod+f", find.open, { label: t("person.keys.find"), group: t("candidate.keys.group") });
  const failure = bytes.error;
  const asText = !drawn || broken;
  return (
    <section className={css.desk} aria-label={name}>
      <div className={css.tools}>
        {start}
        <span className={css.file} title={name}>{name}</span>
        {pages > 0 && !asText && <><span className={css.dot} aria-hidden="true">·</span><span>{t("candidate.pageOf", { page, pages })}</span></>}
        <span className={css.end}>
          {find.isOpen ? <FindBar find={find} /> : <IconButton size="small" label={t("person.paper.find")} onPress={find.open}><Search /></IconButton>}
          {!asText && pages > 0 && (
            <>
              <IconButton size="small" label={t("candidate.zoomOut")} isDisabled={zoom === STEPS[0]} onPress={() => { step(-1); }}><Minus /></IconButton>
              <span className={css.zoom}>{t("candidate.percent", { percent: Math.round(zoom * 100) })}</span>
              <IconButton size="small" label={t("candidate.zoomIn")} isDisabled={zoom === STEPS.at(-1)} onPress={() => { step(1); }}><Plus /></IconButton>
            </>
          )}
          <IconButton size="small" label={t("person.paper.save")} onPress={() => { save(candidateId, fileId, name); }}><Download /></IconButton>
          {end}
        </span>
      </div>
      {failure && !asText && (
        <div className={css.state} role="status">
          <p>{`${failure.message} ${failure.cure}`}</p>
          <Button onPress={() => { void bytes.refetch(); }}>{t("common.tryAgain")}</Button>
        </div>
      )}
      {broken && drawn && <p className={css.state} role="status">{t("candidate.resumeBroken", { file: name })}</p>}
      {((!failure && !broken) || !drawn) && (
        <div className={css.pages} tabIndex={0} role="region" aria-label={name} data-scroller>
          {!drawn ? <TextPaper candidateId={candidateId} fileId={fileId} name={name} markings={find.markings} onHits={find.onHits} current={find.current} /> : bytes.data === undefined ? <Blank /> : (
            <Suspense fallback={<Blank />}>
              <PdfPages key={`${candidateId} ${fileId ?? ""}`} bytes={bytes.data} zoom={zoom} onPages={setPages} onPage={setPage} onBroken={onBroken} markings={find.markings} onHits={find.onHits} current={find.current} />
            </Suspense>
          )}
        </div>
      )}
    </section>
  );
}

function useFind() {
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const [perPage, setPerPage] = useState<number[]>([]);
  const wanted = useDeferredValue(isOpen ? query.trim() : "");
  const markings = useMemo(() => (wanted === "" ? [] : [{ words: [wanted], tone: 1 }]), [wanted]);
  const onHits = useCallback((hits: number[]) => { setPerPage((old) => (old.join() === hits.join() ? old : hits)); }, []);
  const total = perPage.reduce((sum, hits) => sum + hits, 0);
  const place = total === 0 ? 0 : Math.min(at, total - 1);
  const current = useMemo(() => hitAt(perPage, place), [perPage, place]);
  return {
    isOpen, query, total, place, markings, onHits, current,
    open: () => { setOpen(true); }, close: () => { setOpen(false); setPerPage([]); },
    type: (next: string) => { setQuery(next); setAt(0); },
    step: (by: 1 | -1) => { if (total > 0) setAt((place + by + total) % total); },
  };
}

function FindBar({ find }: { find: ReturnType<typeof useFind> }) {
  return (
    <span className={css.find} role="search">
      <input
        type="text" value={find.query} aria-label={t("person.paper.find")} placeholder={t("person.paper.find")} autoFocus autoComplete="off" spellCheck={false} onChange={(event) => { find.type(event.target.value); }}
        onKeyDown={(event) => {
          if (event.key === "Enter") { event.preventDefault(); find.step(event.shiftKey ? -1 : 1); }
          if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); find.close(); }
        }}
      />
      {find.query.trim() !== "" && <span className={css.hits} role="status">{find.total === 0 ? t("person.paper.notFound") : t("person.paper.found", { at: find.place + 1, of: find.total })}</span>}
      <IconButton size="tiny" label={t("person.paper.previousHit")} isDisabled={find.total === 0} onPress={() => { find.step(-1); }}><ChevronUp /></IconButton>
      <IconButton size="tiny" label={t("person.paper.nextHit")} isDisabled={find.total === 0} onPress={() => { find.step(1); }}><ChevronDown /></IconButton>
      <IconButton size="tiny" label={t("person.paper.close")} onPress={find.close}><X /></IconButton>
    </span>
  );
}
