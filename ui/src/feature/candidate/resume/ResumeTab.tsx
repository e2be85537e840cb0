import type { ReactNode } from "react";
import type { CandidateView } from "../../../bindings/types";
import { t } from "../../../words";
import { AddFile } from "../act/AddFile";
import { FileView } from "./FileView";
import css from "./Resume.module.css";

/** The résumé on paper, drawn here without a network; or the reason why there is none to draw. */
export function ResumeTab({ candidate, tools }: { candidate: CandidateView; tools?: ReactNode }) {
  const { id, resume, name } = candidate;
  if (resume === null) return <div className={css.desk}><div className={css.state}><p>{t("candidate.noResume", { name })}</p><AddFile id={id} name={name} /></div></div>;
  return <FileView key={`${id} ${resume.name}`} candidateId={id} fileId={null} name={resume.name} end={tools} />;
}
