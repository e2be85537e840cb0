import { useState, type ReactNode } from "react";
import { useCommand } from "../../../query";
import { t } from "../../../words";
import { text } from "../../record";
import { pieceOf, suggest, type Operator } from "./suggest";
import jobs from "../../job/Jobs.module.css";

const NAMED: Partial<Record<Operator, string>> = { tag: "ats_tags", job: "ats_jobs", stage: "ats_application_stages" };
const MOST = 250;

/** The names the mirror has for an operator; none for those that take free words. */
function useKnown(key: Operator | null): string[] {
  const model = key === null ? undefined : NAMED[key];
  const { data } = useCommand("list_rows", { model: model ?? "", page_size: MOST, cursor: null, filters: {}, embeds: [], updated_after: null, include_deleted: false, ignore_unsupported_filters: false }, { enabled: model !== undefined });
  return model === undefined ? [] : (data?.results ?? []).flatMap((row) => text(row, "name") ?? []).sort((a, b) => a.localeCompare(b));
}

/** How the query could go on, each a press away; what cannot be offered is explained. */
export function Suggestions({ query, problems, onPick, end }: { query: string; problems: readonly string[]; onPick: (query: string) => void; end: ReactNode }) {
  const { key, value } = pieceOf(query);
  const [now] = useState(() => Date.now());
  const offered = suggest(query, useKnown(key), now);
  const hint = key === null ? t("candidate.narrow") : key === "company" || key === "title" || key === "location" || key === "source" ? t("candidate.narrowFree", { key }) : key === "created" || key === "updated" ? t("candidate.narrowDate") : t("candidate.narrowKnown", { key });
  return (
    <div className={jobs.filters} role="group" aria-label={t("candidate.narrowing")}>
      {(offered.length > 0 || key !== null || value === "") && <span className={jobs.hint}>{hint}</span>}
      {offered.map((one) => <button key={one.label} type="button" className={jobs.filter} onClick={() => { onPick(one.query); }}>{one.label}</button>)}
      <span className={jobs.problem} role="status" title={problems.join(" ")}>{problems.join(" ")}</span>
      {end}
    </div>
  );
}
