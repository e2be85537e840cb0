import { useState } from "react";
import { useCommand } from "../../../query";
import { t } from "../../../words";
import { text } from "../../record";
import { pieceOf, suggest, type Operator } from "./suggest";
import jobs from "../../job/Jobs.module.css";
import css from "../Candidates.module.css";

const NAMED: Partial<Record<Operator, string>> = { tag: "ats_tags", job: "ats_jobs", stage: "ats_application_stages" };
const MOST = 250;

/** The names the mirror has for an operator; none for those that take free words. */
function useKnown(key: Operator | null): string[] {
  const model = key === null ? undefined : NAMED[key];
  const { data } = useCommand("list_rows", { model: model ?? "", page_size: MOST, cursor: null, filters: {}, embeds: [], updated_after: null, include_deleted: false, ignore_unsupported_filters: false }, { enabled: model !== undefined });
  return model === undefined ? [] : (data?.results ?? []).flatMap((row) => text(row, "name") ?? []).sort((a, b) => a.localeCompare(b));
}

/** How the query could go on, each a press away, below the field while one writes in it; what cannot be offered is explained, and nothing stands there where there is neither. */
export function Suggestions({ query, onPick }: { query: string; onPick: (query: string) => void }) {
  const { key } = pieceOf(query);
  const [now] = useState(() => Date.now());
  const offered = suggest(query, useKnown(key), now);
  const isFree = key === "company" || key === "title" || key === "location" || key === "source";
  const isDate = key === "created" || key === "updated";
  if (offered.length === 0 && !isFree && !isDate) return null;
  const hint = key === null ? t("candidate.narrow") : isFree ? t("candidate.narrowFree", { key }) : isDate ? t("candidate.narrowDate") : t("candidate.narrowKnown", { key });
  return (
    // A press takes no focus: WebKit gives buttons none, and without it this would be gone before the click.
    <div className={css.narrow} role="group" aria-label={t("candidate.narrowing")} onMouseDown={(event) => { event.preventDefault(); }}>
      <span className={jobs.hint}>{hint}</span>
      {offered.map((one) => <button key={one.label} type="button" className={jobs.filter} onClick={() => { onPick(one.query); }}>{one.label}</button>)}
    </div>
  );
}
