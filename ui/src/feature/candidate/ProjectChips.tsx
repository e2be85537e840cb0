import { FolderOpen, Lock, Plus } from "lucide-react";
import { useCommand } from "../../query";
import { t } from "../../words";
import css from "./section/Section.module.css";

/** The projects a person is in, each leading to its people, and the way into another. */
export function ProjectChips({ id, onOpen, onAdd }: { id: string; onOpen: (project: string) => void; onAdd: () => void }) {
  const { data: projects = [] } = useCommand("candidate_projects", { id });
  return (
    <span className={css.chips} role="group" aria-label={t("person.projects.title")}>
      {projects.map(({ id: project, name, confidential }) => (
        <button key={project} type="button" className={css.chip} aria-label={t("person.projects.open", { name })} onClick={() => { onOpen(project); }}>{confidential ? <Lock aria-hidden /> : <FolderOpen aria-hidden />}{name}</button>
      ))}
      <button type="button" className={css.addChip} aria-haspopup="dialog" onClick={onAdd}><Plus aria-hidden />{t("deed.project.add")}</button>
    </span>
  );
}
