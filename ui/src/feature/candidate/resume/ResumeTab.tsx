import { Suspense, lazy, useCallback, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Minus, Plus } from "lucide-react";
import type { CandidateView, Failure } from "../../../bindings/types";
import { Button, IconButton } from "../../../component";
import { platform } from "../../../platform";
import { t } from "../../../words";
import css from "./Resume.module.css";

const PdfPages = lazy(() => import("./PdfPages"));
const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];

/** The résumé on paper, drawn here without a network; or the reason why there is none to draw. */
export function ResumeTab({ candidate }: { candidate: CandidateView }) {
  const { id, resume } = candidate;
  const [zoom, setZoom] = useState(1);
  const [pages, setPages] = useState(0);
  const [page, setPage] = useState(1);
  const [broken, setBroken] = useState(false);
  const bytes = useQuery<ArrayBuffer, Failure>({
    queryKey: ["resume", id, resume?.name], queryFn: () => platform.resume(id), enabled: resume !== null,
    staleTime: Infinity, retry: false, networkMode: "always",
  });
  const onBroken = useCallback(() => { setBroken(true); }, []);
  const step = (by: 1 | -1) => { setZoom((old) => STEPS[STEPS.indexOf(old) + by] ?? old); };

  if (resume === null) return <div className={css.desk}><p className={css.state}>{t("candidate.noResume", { name: candidate.name })}</p></div>;
  const failure = bytes.error;
  return (
    <section className={css.desk} aria-label={t("candidate.resume")}>
      <div className={css.tools}>
        <span className={css.file} title={resume.name}>{resume.name}</span>
        {pages > 0 && <><span className={css.dot} aria-hidden="true">·</span><span>{t("candidate.pageOf", { page, pages })}</span></>}
        {pages > 0 && (
          <span className={css.end}>
            <IconButton size="small" label={t("candidate.zoomOut")} isDisabled={zoom === STEPS[0]} onPress={() => { step(-1); }}><Minus /></IconButton>
            <span className={css.zoom}>{t("candidate.percent", { percent: Math.round(zoom * 100) })}</span>
            <IconButton size="small" label={t("candidate.zoomIn")} isDisabled={zoom === STEPS.at(-1)} onPress={() => { step(1); }}><Plus /></IconButton>
          </span>
        )}
      </div>
      {failure && (
        <div className={css.state} role="status">
          <p>{`${failure.message} ${failure.cure}`}</p>
          <Button onPress={() => { void bytes.refetch(); }}>{t("common.tryAgain")}</Button>
        </div>
      )}
      {broken && <p className={css.state} role="status">{t("candidate.resumeBroken", { file: resume.name })}</p>}
      {bytes.data && !broken && (
        <div className={css.pages} tabIndex={0} role="region" aria-label={resume.name} data-scroller>
          <Suspense fallback={null}>
            <PdfPages key={id} bytes={bytes.data} zoom={zoom} onPages={setPages} onPage={setPage} onBroken={onBroken} />
          </Suspense>
        </div>
      )}
    </section>
  );
}
