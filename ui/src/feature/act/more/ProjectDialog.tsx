import { FailureState } from "../../../component";
import { useCommand } from "../../../query";
import { t } from "../../../words";
import { Asking } from "../Asking";
import { Finder } from "../Finder";
import type { About } from "./more";
import { useDeal } from "./useDeal";

/** Puts people into a project; one person who is in it comes out again. */
export function ProjectDialog({ who, name, onClose }: About) {
  const deal = useDeal();
  const people = [...new Set(who.map(({ candidate }) => candidate))];
  const [first] = people;
  const { data, error, refetch } = useCommand("list_projects", {});
  const { data: own } = useCommand("candidate_projects", { id: first ?? "" }, { enabled: people.length === 1 });
  const inside = (id: string): boolean => people.length === 1 && (own ?? []).some((one) => one.id === id);
  // An archived project takes nobody in, but who is in it may leave.
  const usable = data?.projects.filter(({ id, archived }) => !archived || inside(id));
  const items = usable?.map(({ id, name: label }) => ({ id, label, isOn: inside(id), ...(inside(id) ? { side: t("deed.project.out") } : {}) }));
  const pick = (id: string) => {
    onClose();
    const project = usable?.find((one) => one.id === id)?.name ?? "";
    const out = inside(id);
    const done = t(out ? "pool.project.removed" : "pool.project.added", { name, project });
    void deal(out ? "remove_candidate_from_project" : "add_candidate_to_project", people.map((candidate) => ({ candidate_id: candidate, project_id: id })), { done, failed: t("act.notDone", { what: done }) });
  };
  return (
    <Asking title={t("deed.project.title", { name })} place="middle" onClose={onClose}>
      {error ? <FailureState failure={error} onRetry={() => { void refetch(); }} /> : <Finder label={t("pool.project.search")} items={items} none={data?.projects.length === 0 ? t("pool.project.none") : t("pool.project.noMatch")} onPick={pick} />}
    </Asking>
  );
}
