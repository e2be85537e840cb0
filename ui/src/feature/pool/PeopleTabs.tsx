import { useRouter } from "@tanstack/react-router";
import { Tabs } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";

export type Way = "everybody" | "projects" | "duplicates";
const PATHS = { everybody: "/candidates", projects: "/projects", duplicates: "/duplicates" } as const;
const WAYS = ["everybody", "projects", "duplicates"] as const;

/** The three ways to look at people, beside each other. */
export function PeopleTabs({ at }: { at: Way }) {
  const router = useRouter();
  const { data: projects } = useCommand("list_projects", {});
  return (
    <Tabs
      label={t("pool.sections")} selected={at} onSelect={(way) => { void router.navigate({ to: PATHS[way] }); }}
      items={WAYS.map((id) => ({ id, label: t(`pool.${id}`), count: id === "projects" && projects && projects.projects.length > 0 ? projects.projects.length : undefined }))}
    />
  );
}
