import { ExternalLink } from "lucide-react";
import type { DuplicateGroup, DuplicatePerson } from "../../bindings/types";
import { Age, Avatar, Button, EmptyState, FailureState, Mark, Screen, SkeletonRows, StageGlyph } from "../../component";
import { platform } from "../../platform";
import { t } from "../../words";
import { headline } from "../candidate/words";
import { useParts } from "../useParts";
import { PeopleTabs } from "./PeopleTabs";
import css from "./Pool.module.css";

/** Likely doubles, to be looked at beside each other and merged in Ashby. */
export function DuplicatesScreen({ onOpen }: { onOpen: (candidate: string) => void }) {
  const { parts, error, hasMore, isMore, more, again } = useParts("list_duplicates", {});
  const groups = parts.flatMap((part) => part.groups);
  const last = parts.at(-1);
  return (
    <Screen title={t("frame.candidates")}>
      <PeopleTabs at="duplicates" />
      {error && !last ? <FailureState failure={error} onRetry={again} /> : !last ? <SkeletonRows /> : (
        <>
          <p className={css.line}><b>{t("pool.double.groups", { count: last.total })}</b> · {t("pool.double.compared")} <Age at={last.as_of} ago /></p>
          <div className={css.groups} data-scroller>
            {groups.length === 0 ? <EmptyState text={t("pool.double.none")} /> : <p className={css.about}>{t("pool.double.intro")}</p>}
            {groups.map((group) => <Group key={group.people.map(({ id }) => id).join(" ")} group={group} onOpen={onOpen} />)}
            {hasMore && <div className={css.more}><Button isDisabled={isMore} onPress={more}>{t("person.more")}</Button></div>}
          </div>
        </>
      )}
    </Screen>
  );
}

function Group({ group: { alike, people }, onOpen }: { group: DuplicateGroup; onOpen: (candidate: string) => void }) {
  return (
    <section className={css.group} aria-label={people.map(({ name }) => name).join(", ")}>
      <header className={css.alike}>{alike.map((one) => <Mark key={one} tone={one === "name" ? "offline" : "pending"}>{t("pool.double.alike", { what: t(`pool.double.by.${one}`) })}</Mark>)}</header>
      <ul>{people.map((person) => <Double key={person.id} person={person} onOpen={() => { onOpen(person.id); }} />)}</ul>
    </section>
  );
}

function Double({ person, onOpen }: { person: DuplicatePerson; onOpen: () => void }) {
  const { name, title, company, email, shared, stage, job, applications, created_at: made, url } = person;
  // What somebody else here has too is why they are here.
  const contact = shared.length > 0 ? shared.join(" · ") : email;
  return (
    <li className={css.double}>
      <Avatar name={name} size="small" />
      <span className={css.who}><button type="button" dir="auto" aria-label={t("pool.double.open", { name })} onClick={onOpen}>{name}</button><span>{headline(title, company)}</span></span>
      <span className={css.mail}>{contact}</span>
      <span className={css.stage}>{stage && <><StageGlyph kind={stage.kind} /><span className={css.cut} title={job === null ? undefined : `${stage.name} · ${job}`}>{stage.name}{job !== null && ` · ${job}`}</span></>}</span>
      <span className={css.since}>{t("pool.double.applications", { count: applications })}{made !== null && <>, {t("pool.double.added")} <Age at={made} ago /></>}</span>
      {url !== null ? <span className={css.merge}><Button size="small" onPress={() => { void platform.openLink(url); }}><ExternalLink />{t("pool.double.ashby")}</Button></span> : null}
    </li>
  );
}
