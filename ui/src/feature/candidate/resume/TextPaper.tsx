import { useEffect, useMemo, useRef } from "react";
import { Button, FailureState, SkeletonRows } from "../../../component";
import { t } from "../../../words";
import { useParts } from "../../useParts";
import { bring, runsOf, type Marking } from "./find";
import { linesOf } from "./lines";
import { useSaveFile } from "./useSaveFile";
import css from "./Resume.module.css";

type Props = {
  candidateId: string;
  fileId: string | null;
  name: string;
  markings: readonly Marking[];
  /** Told anew with each change of the text or of `markings`. */
  onHits?: (perPage: number[]) => void;
  current?: { page: number; hit: number } | null;
  /** The text as far as it is read. */
  onText?: (text: string) => void;
};

const REASONS = ["unknown_format", "garbled", "encrypted", "too_large", "no_text", "too_slow", "crashed", "gone"] as const;
/** Why a file's text cannot be read, in the middle of a sentence. */
export function reasonWords(reason: string): string {
  const known = REASONS.find((one) => one === reason);
  return known ? t(`person.reasons.${known}`) : reason.replaceAll("_", " ");
}

/** A file that is no PDF, as the words in it. */
export function TextPaper({ candidateId, fileId, name, markings, onHits, current = null, onText }: Props) {
  const { parts, error, hasMore, isMore, more, again } = useParts("file_text", { candidate_id: candidateId, file_id: fileId });
  const paper = useRef<HTMLDivElement>(null);
  const text = parts.map((part) => part.text).join("");
  const runs = useMemo(() => runsOf(text, markings), [text, markings]);
  const lines = useMemo(() => linesOf(runs), [runs]);
  const save = useSaveFile();
  const hits = runs.filter(({ tone }) => tone !== null).length;
  useEffect(() => { onHits?.(hits === 0 ? [] : [hits]); }, [hits, onHits]);
  const isRead = parts.length > 0;
  useEffect(() => { if (isRead) onText?.(text); }, [isRead, text, onText]);
  useEffect(() => {
    const shown = current ? paper.current?.querySelector(`mark[data-hit="${String(current.hit)}"]`) : undefined;
    if (shown) bring(shown);
  }, [current]);
  if (error && parts.length === 0) return <FailureState failure={error} onRetry={again} />;
  if (parts.length === 0) return <SkeletonRows count={12} />;
  const unreadable = parts.find((part) => part.unreadable !== null)?.unreadable ?? null;
  if (unreadable !== null) {
    return (
      <div className={css.state} role="status">
        <p>{t("person.files.unreadable", { reason: reasonWords(unreadable) })}</p>
        <Button onPress={() => { save(candidateId, fileId, name); }}>{t("person.paper.save")}</Button>
      </div>
    );
  }
  return (
    <div ref={paper} className={css.words} aria-label={t("person.paper.text", { name })}>
      {lines.map(({ kind, apart, pieces }, index) => (
        <p key={index} data-kind={kind} data-apart={apart || undefined}>
          {pieces.map((piece, place) => (piece.tone === null ? piece.text : <mark key={place} data-tone={piece.tone} data-hit={piece.hit} data-current={(current !== null && current.hit === piece.hit) || undefined}>{piece.text}</mark>))}
        </p>
      ))}
      {hasMore && <p data-apart><Button isDisabled={isMore} onPress={more}>{t("person.more")}</Button></p>}
    </div>
  );
}
