import type { Failure } from "../../bindings/types";
import { t } from "../../words";
import css from "./Wizard.module.css";

/** What went wrong, its cure, and what to tell support. */
export const Alert = ({ failure: { message, cure, code, request_id } }: { failure: Failure }) => (
  <div className={css.alert} role="alert"><b>{message}</b>{cure}<span>{code}{request_id !== null && ` · ${t("common.request", { id: request_id })}`}</span></div>
);
