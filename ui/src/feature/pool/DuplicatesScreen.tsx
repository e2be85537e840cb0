import { useRef, useState, type KeyboardEvent } from "react";
import { ExternalLink } from "lucide-react";
import type { DuplicateGroup, DuplicatePerson } from "../../bindings/types";
import { Age, Avatar, Button, EmptyState, FailureState, Mark, Screen, SkeletonRows, StageGlyph, useHotkey, useKeyHelp } from "../../component";
import { platform } from "../../platform";
import { t } from "../../words";
import { CandidateListPeek } from "../candidate/CandidateListPeek";
import { headline } from "../candidate/words";
import { walk } from "../today/parts";
import { useParts } from "../useParts";
import { PeopleTabs } from "./PeopleTabs";
import css from "./Pool.module.css";

const KEYS = [{ keys: "ArrowDown", label: t("common.shortcut.up") }, { keys: "Enter", label: t("common.shortcut.open") }, { keys: " ", label: t("candidate.peek") }];

/** Likely doubles, to be looked at beside each other and merged in Ashby. */
export function DuplicatesScreen({ onOpen }: { onOpen: (candidate: string) => void }) {
  const { parts, error, hasMore, isMore, more, again } = useParts("list_duplicates", {});
  const groups = parts.flatMap((part) => part.groups);
  const last = parts.at(-1);
  const place = useRef<HTMLDivElement>(null);
  const [peek, setPeek] = useState<string | null>(null);
  useKeyHelp(KEYS);
  const step = (by: 1 | -1) => {
    const candidate = walk(place.current, by)?.dataset.candidateId;
    if (peek !== null && candidate !== undefined) setPeek(candidate);
  };
  useHotkey("ArrowDown", () => { step(1); });
  useHotkey("ArrowUp", () => { step(-1); });
  useHotkey("j", () => { step(1); });
  useHotkey("k", () => { step(-1); });
  useHotkey("Escape", () => { setPeek(null); }, { enabled: peek !== null });
  const onKeyDown = (event: KeyboardEvent) => {
    const candidate = event.target instanceof HTMLElement ? event.target.dataset.candidateId : undefined;
    if (candidate === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") onOpen(candidate);
    else if (event.key === " ") setPeek((old) => (old === candidate ? null : candidate));
    else return;
    event.preventDefault();
  };
  return (
    <Screen title={t("frame.candidates")}>
      <PeopleTabs at="duplicates" />
      {error && !last ? <FailureState failure={error} onRetry={again} /> : !last ? <SkeletonRows /> : (
        <>
          <p className={css.line}><b>{t("pool.double.groups", { count: last.total })}</b> · {t("pool.double.compared")} <Age at={last.as_of} ago /></p>
          <div className={css.beside}>
            <div ref={place} className={css.groups} onKeyDown={onKeyDown} data-scroller>
              {groups.length === 0 ? <EmptyState text={t("pool.double.none")} /> : <p className={css.about}>{t("pool.double.intro")}</p>}
              {groups.map((group) => <Group key={group.people.map(({ id }) => id).join(" ")} group={group} onOpen={onOpen} />)}
              {hasMore && <div className={css.more}><Button isDisabled={isMore} onPress={more}>{t("person.more")}</Button></div>}
            </div>
            {peek !== null && <CandidateListPeek id={peek} position="" onStep={step} onOpen={() => { onOpen(peek); }} onClose={() => { setPeek(null); }} />}
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
    <li className={css.double} data-row data-candidate-id={person.id} tabIndex={-1}>
      <Avatar name={name} size="small" />
      <span className={css.who}><button type="button" dir="auto" aria-label={t("pool.double.open", { name })} onClick={onOpen}>{name}</button><span>{headline(title, company)}</span></span>
      <span className={css.mail}>{contact}</span>
      <span className={css.stage}>{stage && <><StageGlyph kind={stage.kind} /><span className={css.cut} title={job === null ? undefined : `${stage.name} · ${job}`}>{stage.name}{job !== null && ` · ${job}`}</span></>}</span>
      <span className={css.since}>{t("pool.double.applications", { count: applications })}{made !== null && <>, {t("pool.double.added")} <Age at={made} ago /></>}</span>
      {url !== null ? <span className={css.merge}><Button size="small" onPress={() => { void platform.openLink(url); }}><ExternalLink />{t("pool.double.ashby")}</Button></span> : null}
    </li>
  );
}
