import { ArrowDown, Check, Lock } from "lucide-react";
import type { ModelProgress, SyncStatus } from "../../bindings/types";
import { Age, StateGlyph } from "../../component";
import { number, t } from "../../words";
import { told } from "../../words/failure";
import css from "./SyncModels.module.css";

const MODELS = ["users", "jobs", "job_postings", "candidates", "stages", "applications", "tags", "rejection_reasons", "details",
  "organisation", "application_stages", "screening_questions", "interviews", "offers", "roles", "join_candidates_tags", "join_jobs_application_stages", "join_jobs_screening_questions",
  "join_jobs_users", "join_user_job_role_assignments", "join_users_roles", "join_interviews_users",
] as const;

/** A model's name in people's words. */
export function modelName(model: string): string {
  const known = MODELS.find((one) => one === model);
  return known ? t(`frame.model.${known}`) : model.replaceAll("_", " ");
}

const Glyph = ({ state }: Pick<ModelProgress, "state">) => {
  switch (state) {
    case "done": return <Check className={css.ok} aria-hidden />;
    case "failed": return <StateGlyph state="failed" size={14} label={t("frame.modelState.failed")} />;
    case "no_permission": return <Lock className={css.muted} aria-hidden />;
    case "running": return <ArrowDown className={css.muted} aria-hidden />;
    case "waiting": return <StateGlyph state="waiting" size={14} label={t("frame.modelState.waiting")} />;
  }
};

/** The details are a debt, not a table: what counts is how many are still owed. */
const paid = ({ model, rows, state }: ModelProgress): boolean => model === "details" && rows === 0 && state !== "failed" && state !== "no_permission";
const owed = ({ model, rows, state }: ModelProgress): boolean => model === "details" && rows > 0 && state === "done";
const stateOf = (one: ModelProgress): ModelProgress["state"] => (paid(one) ? "done" : owed(one) ? "waiting" : one.state);

function Standing({ one }: { one: ModelProgress }) {
  if (paid(one)) return <>{t("frame.modelState.complete")}</>;
  if (stateOf(one) === "done" && one.synced_at !== null) return <Age at={one.synced_at} ago />;
  return <>{t(`frame.modelState.${stateOf(one)}`)}</>;
}

/** Each model of the mirror: how many rows, how old, and how far the run is. */
export function SyncModels({ sync, roomy = false }: { sync: SyncStatus; roomy?: boolean }) {
  return (
    <ul className={css.list} data-roomy={roomy || undefined}>
      {sync.models.map((one) => (
        <li key={one.model} className={css.row} data-state={one.state}>
          <Glyph state={stateOf(one)} />
          <span className={css.name}>{modelName(one.model)}{one.failure !== null && <span className={css.why}>{told(one.failure).message} {told(one.failure).cure}</span>}</span>
          <span className={css.rows}>{number(one.rows)}</span>
          <span className={css.age}><Standing one={one} /></span>
        </li>
      ))}
    </ul>
  );
}
