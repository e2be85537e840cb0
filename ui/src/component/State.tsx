import { useEffect, useState, type ReactNode } from "react";
import type { Failure } from "../bindings/types";
import { t } from "../words";
import { Button } from "./Button";
import css from "./State.module.css";

/** One sentence where the first row would be, and at most one way on. */
export const EmptyState = ({ text, action }: { text: string; action?: ReactNode }) => <div className={css.empty}><p>{text}</p>{action}</div>;

/** A failure: what happened, what to do, and what to tell support. */
export function FailureState({ failure, onRetry, children }: { failure: Failure; onRetry?: () => void; children?: ReactNode }) {
  return (
    <div className={css.empty} role="alert">
      <p>{failure.message} {failure.cure}</p>
      <p className={css.code}>{failure.code}{failure.request_id !== null && ` · ${t("common.request", { id: failure.request_id })}`}</p>
      <div className={css.actions}>{children}{onRetry && <Button onPress={onRetry}>{t("common.tryAgain")}</Button>}</div>
    </div>
  );
}

const WAIT_MS = 300;

/** Outlines of rows that take longer than a blink. Nothing moves in them. */
export function SkeletonRows({ count = 8, row = 36 }: { count?: number; row?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => { setLate(true); }, WAIT_MS);
    return () => { clearTimeout(timer); };
  }, []);
  if (!late) return null;
  return <div aria-hidden="true">{Array.from({ length: count }, (_, index) => <div key={index} className={css.row} style={{ height: row }}><span style={{ width: `${String(24 + ((index * 17) % 40))}%` }} /></div>)}</div>;
}
