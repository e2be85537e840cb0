import { useId, useState, type KeyboardEvent } from "react";
import { useQuery } from "@tanstack/react-query";
import { Check, Search } from "lucide-react";
import type { Failure, ListPage } from "../../bindings/types";
import { ranked } from "../../command/rank";
import { call } from "../../query";
import { t } from "../../words";
import { text } from "../record";
import { Asking, type Place } from "./Asking";
import css from "./Act.module.css";

const PAGE = 250;
const PAGES = 4;
const SHOWN = 40;

/** The names of all tags, A to Z. */
export function useTagNames(): string[] | undefined {
  const { data } = useQuery<string[], Failure>({
    queryKey: ["list_rows", { all: "ats_tags" }],
    queryFn: async () => {
      const names: string[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < PAGES; page += 1) {
        const answer: ListPage = await call("list_rows", { model: "ats_tags", page_size: PAGE, cursor, filters: {}, embeds: [], updated_after: null, include_deleted: false, ignore_unsupported_filters: false });
        names.push(...answer.results.flatMap((row) => text(row, "name") ?? []));
        cursor = answer.next;
        if (cursor === null) break;
      }
      return [...new Set(names)].sort((a, b) => a.localeCompare(b));
    },
  });
  return data;
}

type Props = {
  /** Who is meant: a name, or how many. */
  name: string;
  /** Tags all of them have. */
  worn: readonly string[];
  place?: Place;
  onTag: (tag: string) => void;
  onUntag: (tag: string) => void;
  onClose: () => void;
};
type Entry = { name: string; made: boolean; worn: boolean };

/** Puts a tag on someone by typing: one that is there already comes off again, one that is nowhere is made. */
export function TagDialog({ name, worn, place = "middle", onTag, onUntag, onClose }: Props) {
  const id = useId();
  const known = useTagNames();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const typed = query.trim();
  const isWorn = (tag: string) => worn.some((one) => one.toLowerCase() === tag.toLowerCase());
  const all = [...worn, ...(known ?? []).filter((tag) => !isWorn(tag))];
  const found = typed === "" ? all.slice(0, SHOWN) : ranked(typed, all, (tag) => tag, SHOWN).map(({ item }) => item);
  const isNew = typed !== "" && !all.some((tag) => tag.toLowerCase() === typed.toLowerCase());
  const shown: Entry[] = [...found.map((tag) => ({ name: tag, made: false, worn: isWorn(tag) })), ...(isNew ? [{ name: typed, made: true, worn: false }] : [])];
  const chosen = Math.min(at, shown.length - 1);
  const take = (entry: Entry | undefined) => {
    if (!entry) return;
    if (entry.worn) onUntag(entry.name);
    else onTag(entry.name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setAt(Math.min(chosen + 1, shown.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(chosen - 1, 0));
    else if (event.key === "Enter") take(shown[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Asking title={t("act.tagWho", { name })} place={place} onClose={onClose}>
      <div className={css.find} data-first>
        <Search aria-hidden />
        <input
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog is this field
          autoFocus role="combobox" aria-expanded aria-controls={id} aria-activedescendant={chosen >= 0 ? `${id}-${String(chosen)}` : undefined} aria-autocomplete="list"
          aria-label={t("act.tagHint")} placeholder={t("act.tagHint")} value={query} onChange={(event) => { setQuery(event.target.value); setAt(0); }} onKeyDown={onKeyDown}
        />
      </div>
      <div className={css.list} role="listbox" id={id} aria-label={t("act.tags")}>
        {shown.map((entry, index) => (
          <div key={`${entry.name} ${String(entry.made)}`} id={`${id}-${String(index)}`} role="option" aria-selected={entry.worn} data-on={index === chosen || undefined} className={css.option} onClick={() => { take(entry); }} onMouseMove={() => { setAt(index); }}>
            {entry.worn ? <Check aria-hidden /> : <i style={{ width: 14 }} />}
            <span>{entry.made ? t("act.makeTag", { name: entry.name }) : entry.name}</span>
            {entry.worn && <span className={css.side}>{index === chosen ? t("act.takeOff") : t("act.worn")}</span>}
          </div>
        ))}
        {known && shown.length === 0 && <p className={css.quiet}>{t("act.noTags")}</p>}
      </div>
    </Asking>
  );
}
