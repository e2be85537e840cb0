import type { ReactNode } from "react";
import type { Failure } from "../bindings/types";
import { t } from "../words";
import { Button } from "./Button";
import css from "./State.module.css";

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
