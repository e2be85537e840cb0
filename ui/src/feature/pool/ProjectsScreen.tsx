import { useState } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Lock, UserPlus, X } from "lucide-react";
import type { Failure, ProjectPerson, ProjectRow } from "../../bindings/types";
import { Age, Avatar, Button, EmptyState, FailureState, IconButton, Mark, Screen, SearchField, SkeletonRows } from "../../component";
import { ranked } from "../../command/rank";
import { call, useCommand } from "../../query";
import { number, t } from "../../words";
import { SyncNow } from "../SyncNow";
import { useDo } from "../useDo";
import { AddPerson } from "./AddPerson";
import { PeopleTabs } from "./PeopleTabs";
import css from "./Pool.module.css";

type Props = { project: string | null; onProject: (project: string) => void; onOpen: (candidate: string) => void };

/** Talent pools: which there are, and who is in them as far as that is known here. */
export function ProjectsScreen({ project, onProject, onOpen }: Props) {
  const { data, error, refetch } = useCommand("list_projects", {});
  const [query, setQuery] = useState("");
  if (error && !data) return <Screen title={t("frame.candidates")}><PeopleTabs at="projects" /><FailureState failure={error} onRetry={() => { void refetch(); }} /></Screen>;
  const all = data?.projects ?? [];
  const shown = query.trim() === "" ? all : ranked(query, all, ({ name }) => name, all.length).map(({ item }) => item);
  const open = all.find(({ id }) => id === project) ?? all[0];
  return (
    <Screen title={t("frame.candidates")}>
      <PeopleTabs at="projects" />
      {!data ? <SkeletonRows /> : all.length === 0 ? <EmptyState text={t(data.as_of === null ? "pool.project.unread" : "pool.project.none")} action={<SyncNow />} /> : (
        <div className={css.split}>
          <nav className={css.list} aria-label={t("pool.project.list")}>
            <div className={css.search}><SearchField label={t("pool.project.search")} placeholder={t("pool.project.search")} value={query} onChange={setQuery} /></div>
            <div className={css.names} data-scroller>
              {shown.map((one) => <ProjectItem key={one.id} project={one} isOpen={one.id === open?.id} onOpen={() => { onProject(one.id); }} />)}
              {shown.length === 0 && <p className={css.quiet}>{t("pool.project.noMatch")}</p>}
            </div>
            <p className={css.known} title={t("pool.project.knownWords")}>{t("pool.project.known", { have: data.have, of: data.of })}{data.as_of !== null && <>, {t("candidate.asOf")} <Age at={data.as_of} ago /></>}</p>
          </nav>
          {open && <ProjectPeople key={open.id} project={open} onOpen={onOpen} />}
        </div>
      )}
    </Screen>
  );
}

function ProjectItem({ project: { name, people, archived, confidential }, isOpen, onOpen }: { project: ProjectRow; isOpen: boolean; onOpen: () => void }) {
  return (
    <button type="button" className={css.item} aria-current={isOpen ? "true" : undefined} onClick={onOpen}>
      <span className={css.name} data-archived={archived || undefined}>{name}</span>
      {confidential && <Lock size={12} aria-label={t("pool.project.confidential")} />}
      <span className={css.count}>{number(people)}</span>
    </button>
  );
}

const PART = 100;

function ProjectPeople({ project, onOpen }: { project: ProjectRow; onOpen: (candidate: string) => void }) {
  const { id, name, description, archived, confidential, created_at: made, people } = project;
  const list = useInfiniteQuery<ProjectPerson[], Failure, { pages: ProjectPerson[][] }, readonly unknown[], number>({
    queryKey: ["project_people", { project_id: id }], initialPageParam: 0, queryFn: ({ pageParam }) => call("project_people", { project_id: id, offset: pageParam }),
    getNextPageParam: (last, _all, offset) => (last.length < PART ? undefined : offset + last.length),
  });
  const rows = list.data?.pages.flat() ?? [];
  const [adding, setAdding] = useState(false);
  const act = useDo();
  const change = (action: "add_candidate_to_project" | "remove_candidate_from_project", person: string, who: string) => {
    const done = t(action === "add_candidate_to_project" ? "pool.project.added" : "pool.project.removed", { name: who, project: name });
    void act(action, { candidate_id: person, project_id: id }, { done, failed: t("act.notDone", { what: done }) });
  };
  return (
    <section className={css.side} aria-label={t("pool.project.peopleOf", { name })}>
      <header className={css.head}>
        <h2>{name}</h2>
        {archived && <Mark tone="offline">{t("pool.project.archived")}</Mark>}
        {confidential && <Mark tone="pending">{t("pool.project.confidential")}</Mark>}
        <span className={css.meta}>{t("pool.project.people", { count: people })}{made !== null && <> · {t("pool.project.made")} <Age at={made} ago /></>}</span>
        {!archived && <span className={css.end}><Button size="small" onPress={() => { setAdding(true); }}><UserPlus />{t("pool.project.add")}</Button></span>}
      </header>
      {description !== null && description !== "" && <p className={css.about}>{description}</p>}
      {list.error && rows.length === 0 ? <FailureState failure={list.error} onRetry={() => { void list.refetch(); }} /> : !list.data ? <SkeletonRows /> : (
        <div className={css.people} data-scroller>
          {rows.length === 0 && <EmptyState text={t("pool.project.empty")} />}
          <ul>{rows.map((person) => <PersonItem key={person.id} person={person} project={name} onOpen={() => { onOpen(person.id); }} onRemove={() => { change("remove_candidate_from_project", person.id, person.name); }} />)}</ul>
          {list.hasNextPage && <div className={css.more}><Button isDisabled={list.isFetchingNextPage} onPress={() => { void list.fetchNextPage(); }}>{t("person.more")}</Button></div>}
        </div>
      )}
      {adding && <AddPerson project={name} inside={rows.map((person) => person.id)} onClose={() => { setAdding(false); }} onPick={(person, who) => { setAdding(false); change("add_candidate_to_project", person, who); }} />}
    </section>
  );
}

function PersonItem({ person: { name, headline }, project, onOpen, onRemove }: { person: ProjectPerson; project: string; onOpen: () => void; onRemove: () => void }) {
  return (
    <li className={css.row}>
      <button type="button" className={css.person} onClick={onOpen}><Avatar name={name} size="small" /><b dir="auto" title={name}>{name}</b><span title={headline ?? undefined}>{headline}</span></button>
      <IconButton size="small" label={t("pool.project.remove", { name, project })} onPress={onRemove}><X /></IconButton>
    </li>
  );
}
