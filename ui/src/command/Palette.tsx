import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { ArrowRight, Bookmark, Briefcase, Search, Tag } from "lucide-react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { Age, Avatar, Kbd, announce, type Help, type Offer } from "../component";
import { addressOf } from "../feature/candidate/list";
import { quoted } from "../feature/candidate/search/suggest";
import { commandQuery, useCommand } from "../query";
import { t } from "../words";
import type { Action } from "./actions";
import { choicesOf, type Choice, type Group } from "./choices";
import type { Range } from "./rank";
import { useRecents } from "./recents";
import css from "./Palette.module.css";

/** More of each kind than are shown, so that it can be said that there are more. */
const HITS = 13;

type Props = { actions: readonly Action[]; here: readonly Help[]; offers: readonly Offer[]; onClose: () => void };

/** One field for people, jobs and commands. */
export function Palette(props: Props) {
  return (
    <ModalOverlay className={css.scrim} isOpen isDismissable onOpenChange={(open) => { if (!open) props.onClose(); }}>
      <Modal className={css.modal}><Dialog className={css.palette} aria-label={t("frame.palette.name")}><Inside {...props} /></Dialog></Modal>
    </ModalOverlay>
  );
}

function Inside({ actions, here, offers, onClose }: Props) {
  const router = useRouter();
  const id = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const wanted = query.trim();
  const { data: hits } = useQuery({ ...commandQuery("palette", { query: wanted, limit: HITS }), enabled: wanted !== "", placeholderData: keepPreviousData });
  const { data: views = [] } = useCommand("list_views", {});
  const recents = useRecents();
  const groups = choicesOf({ query: wanted, actions, here, offers, hits: wanted === "" ? [] : (hits ?? []), views, recents, onJobs: () => { void router.navigate({ to: "/jobs", search: { q: wanted, status: "ALL" } }); } });
  const all = groups.flatMap(({ choices }) => choices);
  const index = Math.min(at, Math.max(0, all.length - 1));

  useEffect(() => { field.current?.focus(); }, []);
  useEffect(() => { list.current?.querySelector(`[data-at="${String(index)}"]`)?.scrollIntoView({ block: "nearest" }); }, [index]);
  useEffect(() => { if (wanted !== "") announce(t("frame.palette.results", { count: all.length })); }, [wanted, all.length]);

  const pick = (choice: Choice | undefined) => {
    if (!choice) return;
    onClose();
    // The palette hands the focus back first: what a command opens gives it back to the record then.
    if (choice.kind === "command") requestAnimationFrame(() => { setTimeout(choice.run); });
    else if (choice.kind === "view") void router.navigate({ to: "/candidates", search: addressOf(choice.view) });
    else if (choice.kind === "tag") void router.navigate({ to: "/candidates", search: { q: `tag:${quoted(choice.title)} ` } });
    else if (choice.kind === "candidate") void router.navigate({ to: "/candidates/$candidateId", params: { candidateId: choice.id } });
    else void router.navigate({ to: "/jobs/$jobId", params: { jobId: choice.id } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && all.length > 0) {
      event.preventDefault();
      setAt((index + step + all.length) % all.length);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      pick(all[index]);
    }
  };
  return (
    <>
      <div className={css.field}>
        <Search aria-hidden />
        <input
          ref={field} className={css.input} type="text" role="combobox" aria-label={t("frame.palette.name")} aria-expanded={all.length > 0} aria-controls={`${id}-list`} aria-autocomplete="list"
          aria-activedescendant={all.length > 0 ? `${id}-${String(index)}` : undefined} placeholder={t("frame.palette.placeholder")} value={query} autoComplete="off" autoCorrect="off" spellCheck={false}
          onChange={(event) => { setQuery(event.target.value); setAt(0); }} onKeyDown={onKeyDown}
        />
      </div>
      <div className={css.list} id={`${id}-list`} role="listbox" aria-label={t("frame.palette.name")} ref={list}>
        {groups.map((group, place) => (
          <Section key={group.id} group={group} first={groups.slice(0, place).reduce((sum, { choices }) => sum + choices.length, 0)} chosen={index} id={id} onPick={pick} onPoint={setAt} />
        ))}
        {all.length === 0 && <p className={css.none}>{t("frame.palette.none", { query: wanted })}</p>}
      </div>
      <Foot />
    </>
  );
}

function Foot() {
  const { data: sync } = useCommand("sync_status", {});
  const people = sync?.models.find(({ model }) => model === "candidates")?.rows;
  return (
    <footer className={css.foot}>
      <span><Kbd keys="ArrowUp" /><Kbd keys="ArrowDown" /> {t("frame.palette.choose")}</span>
      <span><Kbd keys="Enter" /> {t("frame.palette.open")}</span>
      {people !== undefined && <span className={css.held}>{t("frame.palette.people", { count: people })} {t("frame.palette.held")}{sync?.synced_at != null && <>, <Age at={sync.synced_at} ago /></>}</span>}
    </footer>
  );
}

type SectionProps = { group: Group; first: number; chosen: number; id: string; onPick: (choice: Choice) => void; onPoint: (at: number) => void };

function Section({ group, first, chosen, id, onPick, onPoint }: SectionProps) {
  return (
    <div role="group" aria-labelledby={`${id}-${group.id}`}>
      <div className={css.group} id={`${id}-${group.id}`}>{group.title}</div>
      {group.choices.map((choice, place) => {
        const at = first + place;
        return (
          <div key={`${choice.kind} ${choice.id}`} id={`${id}-${String(at)}`} className={css.row} role="option" tabIndex={-1} aria-selected={at === chosen} data-at={at} onMouseMove={() => { if (at !== chosen) onPoint(at); }} onClick={() => { onPick(choice); }}>
            {choice.kind === "candidate" ? <Avatar name={choice.title} /> : choice.kind === "job" ? <Briefcase className={css.glyph} aria-hidden /> : choice.kind === "view" ? <Bookmark className={css.glyph} aria-hidden /> : choice.kind === "tag" ? <Tag className={css.glyph} aria-hidden /> : <ArrowRight className={css.glyph} aria-hidden />}
            <span className={css.title}><Marked text={choice.title} ranges={choice.ranges} />{choice.kind === "candidate" && choice.detail !== null && <span className={css.detail}> {choice.detail}</span>}</span>
            {choice.kind === "job" && choice.detail !== null && <span className={css.side}>{choice.detail}</span>}
            {choice.at !== undefined && <span className={css.side}><Age at={new Date(choice.at).toISOString()} ago /></span>}
            {choice.kind === "command" && choice.key !== null && <Kbd keys={choice.key} />}
          </div>
        );
      })}
    </div>
  );
}

function Marked({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  const letters = [...text];
  const parts: { text: string; on: boolean }[] = [];
  let at = 0;
  for (const { from, to } of ranges) {
    if (from > at) parts.push({ text: letters.slice(at, from).join(""), on: false });
    parts.push({ text: letters.slice(Math.max(at, from), to).join(""), on: true });
    at = Math.max(at, to);
  }
  parts.push({ text: letters.slice(at).join(""), on: false });
  return <>{parts.map((part, index) => (part.on ? <b key={index}>{part.text}</b> : part.text))}</>;
}
