import { useEffect, useMemo, useRef } from "react";
import { Button, FailureState, SkeletonRows } from "../../../component";
import { t } from "../../../words";
import { useParts } from "../../useParts";
import { bring, runsOf, type Marking } from "./find";
import css from "./Resume.module.css";

type Props = { candidateId: string; fileId: string | null; name: string; markings: readonly Marking[]; onHits: (perPage: number[]) => void; current: { page: number; hit: number } | null };

const REASONS = ["unknown_format", "garbled", "encrypted", "too_large", "no_text", "too_slow", "crashed", "gone"] as const;
/** Why a file's text cannot be read, in the middle of a sentence. */
export function reasonWords(reason: string): string {
  const known = REASONS.find((one) => one === reason);
  return known ? t(`person.reasons.${known}`) : reason.replaceAll("_", " ");
}

/** A file that is no PDF, as the words in it. */
export function TextPaper({ candidateId, fileId, name, markings, onHits, current }: Props) {
  const { parts, error, hasMore, isMore, more, again } = useParts("file_text", { candidate_id: candidateId, file_id: fileId });
  const paper = useRef<HTMLDivElement>(null);
  const text = parts.map((part) => part.text).join("");
  const runs = useMemo(() => runsOf(text, markings), [text, markings]);
  const places = useMemo(() => runs.flatMap(({ tone }, index) => (tone === null ? [] : [index])), [runs]);
  const hits = places.length;
  useEffect(() => { onHits(hits === 0 ? [] : [hits]); }, [hits, onHits]);
  useEffect(() => {
    const shown = current ? paper.current?.querySelectorAll("mark")[current.hit] : undefined;
    if (shown) bring(shown);
  }, [current]);
  if (error && parts.length === 0) return <FailureState failure={error} onRetry={again} />;
  if (parts.length === 0) return <SkeletonRows count={12} />;
  const unreadable = parts.find((part) => part.unreadable !== null)?.unreadable ?? null;
  if (unreadable !== null) return <p className={css.state} role="status">{t("person.files.unreadable", { reason: reasonWords(unreadable) })}</p>;
  return (
    <div ref={paper} className={css.words} aria-label={t("person.paper.text", { name })}>
      {runs.map((run, index) => (run.tone === null ? run.text : <mark key={index} data-tone={run.tone} data-current={(current !== null && places[current.hit] === index) || undefined}>{run.text}</mark>))}
      {hasMore && <p><Button isDisabled={isMore} onPress={more}>{t("person.more")}</Button></p>}
    </div>
  );
}
