import { FolderOpen, Lock } from "lucide-react";
import { useCommand } from "../../query";
import { t } from "../../words";
import css from "./section/Section.module.css";

/** The projects a person is in, each leading to its people. */
export function ProjectChips({ id, onOpen }: { id: string; onOpen: (project: string) => void }) {
  const { data: projects } = useCommand("candidate_projects", { id });
  if (!projects || projects.length === 0) return null;
  return (
    <span className={css.chips} role="group" aria-label={t("person.projects.title")}>
      {projects.map(({ id: project, name, confidential }) => (
        <button key={project} type="button" className={css.chip} aria-label={t("person.projects.open", { name })} onClick={() => { onOpen(project); }}>{confidential ? <Lock aria-hidden /> : <FolderOpen aria-hidden />}{name}</button>
      ))}
    </span>
  );
}
