import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import { Dialog, EmptyState, FailureState, SearchField, SkeletonRows } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import { text } from "../record";
import css from "./Who.module.css";

/** As many users as one page tells; a workspace with more narrows them by a word of the name. */
const SHOWN = 250;

type Props = { onPick: (id: string) => void; onClose: () => void };

/** Asks who sits at this computer. */
export function WhoDialog({ onPick, onClose }: Props) {
  const [query, setQuery] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const { data, error, refetch } = useCommand("list_rows", { model: "ats_users", page_size: SHOWN, cursor: null, filters: {}, embeds: [], updated_after: null, include_deleted: false, ignore_unsupported_filters: false });
  const people = useMemo(() => (data?.results ?? []).flatMap((row) => {
    const id = text(row, "id");
    const name = [text(row, "first_name"), text(row, "last_name")].filter((part) => part !== null).join(" ");
    return id === null || name === "" ? [] : [{ id, name, mail: text(row, "email") }];
  }).toSorted((one, other) => one.name.localeCompare(other.name)), [data]);
  const wanted = query.trim().toLocaleLowerCase();
  const found = people.filter(({ name, mail }) => `${name} ${mail ?? ""}`.toLocaleLowerCase().includes(wanted));
  const step = (event: KeyboardEvent, by: 1 | -1) => {
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") step(event, 1);
    else if (event.key === "ArrowUp") step(event, -1);
  };
  return (
    <Dialog isOpen title={t("interview.who.title")} onClose={onClose}>
      <div className={css.who} onKeyDown={onKeyDown}>
        <p className={css.words}>{t("interview.who.words")}</p>
        <SearchField label={t("interview.who.search")} placeholder={t("interview.who.search")} value={query} onChange={setQuery} onKeyDown={(event) => { const only = found[0]; if (event.key === "Enter" && only && found.length === 1) onPick(only.id); }} />
        {error ? <FailureState failure={error} onRetry={() => { void refetch(); }} /> : !data ? <SkeletonRows count={6} /> : (
          <ul className={css.list} ref={list}>
            {found.map(({ id, name, mail }) => <li key={id}><button type="button" className={css.person} onClick={() => { onPick(id); }}><b>{name}</b><span>{mail}</span></button></li>)}
          </ul>
        )}
        {data && found.length === 0 && <EmptyState text={t("interview.who.none")} />}
      </div>
    </Dialog>
  );
}
