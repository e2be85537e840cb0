import { Suspense, lazy, useCallback, useMemo, useState, type RefObject } from "react";
import { useQuery } from "@tanstack/react-query";
import type { CandidateView, Failure } from "../../bindings/types";
import { Button } from "../../component";
import { useCommand } from "../../query";
import { number, t } from "../../words";
import { mark } from "./highlight";
import { groupsOf, KEYWORDS } from "./keywords";
import { resumeQuery } from "./useWarm";
import css from "./Review.module.css";

const PdfPages = lazy(() => import("../candidate/resume/PdfPages"));

type Props = { candidate: CandidateView | undefined; failure: Failure | null; scroller: RefObject<HTMLDivElement | null>; onKeywords: () => void };

/** The résumé with the keywords in it marked. */
export function Paper({ candidate, failure, scroller, onKeywords }: Props) {
  const { data: kept } = useCommand("setting", { key: KEYWORDS });
  const groups = useMemo(() => groupsOf(kept), [kept]);
  const file = candidate?.resume?.name;
  const bytes = useQuery<ArrayBuffer, Failure>({ ...resumeQuery(candidate?.id ?? "", file), enabled: file !== undefined });
  const [counts, setCounts] = useState<ReadonlyMap<number, readonly number[]>>(new Map());
  const [pages, setPages] = useState(0);
  const [page, setPage] = useState(1);
  const [broken, setBroken] = useState<string | null>(null);
  const id = candidate?.id;
  const onText = useCallback((at: number, layer: HTMLElement) => {
    setCounts((old) => new Map(old).set(at, mark(layer, groups, css.hits ?? "")));
  }, [groups]);
  const total = (group: number): number => [...counts.values()].reduce((sum, one) => sum + (one[group] ?? 0), 0);
  const onBroken = useCallback(() => { setBroken(id ?? null); }, [id]);
  const trouble = failure ?? bytes.error;
  return (
    <section className={css.desk} aria-label={t("candidate.resume")}>
      <div className={css.tools}>
        {file !== undefined && <span className={css.file} title={file}>{file}</span>}
        {pages > 0 && <span>· {t("candidate.pageOf", { page, pages })}</span>}
        <span className={css.words}>
          {groups.length === 0 ? <button type="button" className={css.setWords} onClick={onKeywords}>{t("review.setKeywords")}</button> : t("review.keywords")}
          {groups.map(({ name, words }, group) => <button key={name} type="button" className={css.group} data-group={group} title={words.join(", ")} onClick={onKeywords}>{name} <b>{number(total(group))}</b></button>)}
        </span>
      </div>
      <div className={css.pages} ref={scroller} tabIndex={0} role="region" aria-label={file ?? t("candidate.resume")} data-scroller>
        {trouble && <div className={css.trouble} role="status"><p>{`${trouble.message} ${trouble.cure}`}</p><Button onPress={() => { void bytes.refetch(); }}>{t("common.tryAgain")}</Button></div>}
        {candidate && !candidate.resume && <p className={css.trouble}>{t("candidate.noResume", { name: candidate.name })}</p>}
        {broken !== null && broken === id && <p className={css.trouble} role="status">{t("candidate.resumeBroken", { file: file ?? "" })}</p>}
        {bytes.data && broken !== id && <Suspense fallback={null}><PdfPages key={id} bytes={bytes.data} zoom={1} onPages={setPages} onPage={setPage} onBroken={onBroken} onText={onText} /></Suspense>}
      </div>
    </section>
  );
}
