import { Field, Select, TextArea } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import { useListed } from "../act/listed";
import { useOpenJobs } from "../job/useOpenJobs";
import { text, words } from "../record";
import type { EditKind, EditPart } from "./edit";

type Item = { id: string; label: string };
const NONE = "none ";
const named = (list: readonly { id: string; name: string }[] | undefined): Item[] => (list ?? []).map(({ id, name }) => ({ id, label: name }));

/** What can be chosen for a part; null for parts that are typed. */
function useItems(kind: EditKind, application: string | null): Item[] | null {
  const { data: targets } = useCommand("move_targets", { application_id: application ?? "" }, { enabled: kind === "stage" && application !== null });
  const { data: reasons } = useCommand("rejection_reasons", {}, { enabled: kind === "reason" });
  const { data: sources } = useCommand("list_sources", {}, { enabled: kind === "source" });
  const { data: projects } = useCommand("list_projects", {}, { enabled: kind === "project" });
  const { data: templates } = useListed("templates", kind === "template");
  const jobs = useOpenJobs();
  switch (kind) {
    case "stage": return (targets ?? []).filter(({ stage }) => stage.kind !== "Archived" && stage.kind !== "Hired").map(({ stage }) => ({ id: stage.id, label: stage.name }));
    case "reason": return named(reasons);
    case "source": return named(sources);
    case "project": return named(projects?.projects.filter(({ archived }) => !archived));
    case "template": return (templates ?? []).flatMap((row) => { const id = text(row, "id"); return id !== null && words(row, "intendedTypes").includes("email") ? [{ id, label: text(row, "title") ?? id }] : []; });
    case "job": return jobs;
    default: return null;
  }
}

type Props = { part: EditPart; application: string | null; value: string; onChange: (value: string) => void };

/** One part of a write, typed or chosen. */
export function EditField({ part, application, value, onChange }: Props) {
  const items = useItems(part.kind, application);
  const label = t(`activity.edit.part.${part.label}`);
  if (items) {
    const shown = [...(part.optional === true ? [{ id: NONE, label: t("activity.edit.unsaid") }] : []), ...items, ...(value !== "" && !items.some(({ id }) => id === value) ? [{ id: value, label: t("activity.edit.asBefore") }] : [])];
    return <Select label={label} titled selected={value === "" ? (part.optional === true ? NONE : null) : value} onSelect={(id) => { onChange(id === NONE ? "" : id); }} items={shown} />;
  }
  return part.kind === "area" ? <TextArea label={label} value={value} onChange={onChange} rows={4} /> : <Field label={label} value={value} onChange={onChange} type={part.kind === "url" ? "url" : "text"} />;
}
