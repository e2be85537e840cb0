import { Suspense, lazy, useCallback, useMemo, useState, type RefObject } from "react";
import { useQuery } from "@tanstack/react-query";
import type { CandidateView, Failure } from "../../bindings/types";
import { Button } from "../../component";
import { useCommand } from "../../query";
import { number, t } from "../../words";
import { Blank } from "../candidate/resume/Blank";
import { isPdf } from "../candidate/resume/FileView";
import { TextPaper } from "../candidate/resume/TextPaper";
import { useSaveFile } from "../candidate/resume/useSaveFile";
import { mark } from "./highlight";
import { counted, groupsOf, KEYWORDS, markingsOf, type Group } from "./keywords";
import { resumeQuery } from "./useWarm";
import css from "./Review.module.css";

const PdfPages = lazy(() => import("../candidate/resume/PdfPages"));

type Props = { candidate: CandidateView | undefined; failure: Failure | null; scroller: RefObject<HTMLDivElement | null>; onKeywords: () => void };

/** The résumé with the keywords in it marked. */
export function Paper({ candidate, failure, scroller, onKeywords }: Props) {
  const { data: kept } = useCommand("setting", { key: KEYWORDS });
  const groups = useMemo(() => groupsOf(kept), [kept]);
  const markings = useMemo(() => markingsOf(groups), [groups]);
  const file = candidate?.resume?.name;
  const drawn = file !== undefined && isPdf(file);
  const bytes = useQuery<ArrayBuffer, Failure>({ ...resumeQuery(candidate?.id ?? "", file), enabled: drawn });
  const { tell, countOf } = useCounts(groups);
  const save = useSaveFile();
  const [pages, setPages] = useState(0);
  const [page, setPage] = useState(1);
  const [broken, setBroken] = useState<string | null>(null);
  const id = candidate?.id;
  const onPage = useCallback((at: number, layer: HTMLElement) => { tell(at, mark(layer, groups, css.hits ?? "")); }, [tell, groups]);
  const onText = useCallback((text: string) => { tell(1, counted(text, groups)); }, [tell, groups]);
  const onBroken = useCallback(() => { setBroken(id ?? null); }, [id]);
  const trouble = failure ?? bytes.error;
  const isBroken = broken !== null && broken === id;
  const sheets = trouble || isBroken || file === undefined ? 0 : drawn && pages === 0 ? Infinity : Math.max(pages, 1);
  return (
    <section className={css.desk} aria-label={t("candidate.resume")}>
      <div className={css.tools}>
        {file !== undefined && <span className={css.file} title={file}>{file}</span>}
        {pages > 0 && <span>· {t("candidate.pageOf", { page, pages })}</span>}
        <span className={css.words}>
          {groups.length === 0 ? <button type="button" className={css.setWords} onClick={onKeywords}>{t("review.setKeywords")}</button> : t("review.keywords")}
          {groups.map(({ name, words }, group) => <button key={name} type="button" className={css.group} data-group={group} title={words.join(", ")} onClick={onKeywords}>{name} <b>{countOf(group, sheets)}</b></button>)}
        </span>
      </div>
      <div className={css.pages} ref={scroller} tabIndex={0} role="region" aria-label={file ?? t("candidate.resume")} data-scroller>
        {trouble && <div className={css.trouble} role="status"><p>{`${trouble.message} ${trouble.cure}`}</p><Button onPress={() => { void bytes.refetch(); }}>{t("common.tryAgain")}</Button></div>}
        {candidate && !candidate.resume && <p className={css.trouble}>{t("candidate.noResume", { name: candidate.name })}</p>}
        {isBroken && file !== undefined && <div className={css.trouble} role="status"><p>{t("candidate.resumeBroken", { file })}</p><Button onPress={() => { save(broken, null, file); }}>{t("person.paper.save")}</Button></div>}
        {drawn && !bytes.data && !trouble && <Blank />}
        {drawn && bytes.data && !isBroken && <Suspense fallback={<Blank />}><PdfPages key={id} bytes={bytes.data} zoom={1} onPages={setPages} onPage={setPage} onBroken={onBroken} onText={onPage} /></Suspense>}
        {id !== undefined && file !== undefined && !drawn && <TextPaper key={id} candidateId={id} fileId={null} name={file} markings={markings} onText={onText} />}
      </div>
    </section>
  );
}

/** How often each group stands on the pages read so far; what was counted for other words no longer counts. */
function useCounts(groups: readonly Group[]) {
  const [told, setTold] = useState<{ groups: readonly Group[]; pages: ReadonlyMap<number, readonly number[]> }>({ groups, pages: new Map() });
  const tell = useCallback((page: number, counts: readonly number[]) => { setTold((old) => ({ groups, pages: new Map(old.groups === groups ? old.pages : []).set(page, counts) })); }, [groups]);
  const pages = told.groups === groups ? [...told.pages.values()] : [];
  const countOf = (group: number, of: number): string => {
    const total = pages.reduce((sum, one) => sum + (one[group] ?? 0), 0);
    if (pages.length >= of) return number(total);
    return total === 0 ? "…" : `${number(total)}+`;
  };
  return { tell, countOf };
}
