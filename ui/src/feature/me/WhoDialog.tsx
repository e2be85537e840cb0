import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Dialog, EmptyState, FailureState, SearchField, SkeletonRows } from "../../component";
import { t } from "../../words";
import { useUsers } from "./useUsers";
import css from "./Who.module.css";

/** As many stand there at once; the rest is found by a word of the name. */
const SHOWN = 100;

type Props = { /** What is asked, where it is not who sits at this computer. */ title?: string; onPick: (id: string) => void; onClose: () => void };

/** Asks for one of the users of the workspace: who sits at this computer, unless something else is asked. */
export function WhoDialog({ title, onPick, onClose }: Props) {
  const [query, setQuery] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { data: users, error, refetch } = useUsers();
  // A list that led here takes the focus back as it closes: the field has it after that.
  useEffect(() => {
    let next: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => { next = setTimeout(() => { field.current?.focus(); }); });
    return () => { cancelAnimationFrame(frame); clearTimeout(next); };
  }, []);
  const wanted = query.trim().toLocaleLowerCase();
  const found = (users ?? []).filter(({ name, mail }) => `${name} ${mail ?? ""}`.toLocaleLowerCase().includes(wanted));
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
    <Dialog isOpen title={title ?? t("me.title")} onClose={onClose}>
      <div className={css.who} onKeyDown={onKeyDown}>
        {title === undefined && <p className={css.words}>{t("me.words")}</p>}
        <SearchField ref={field} label={t("me.search")} placeholder={t("me.search")} value={query} onChange={setQuery} onKeyDown={(event) => { const only = found[0]; if (event.key === "Enter" && only && found.length === 1) onPick(only.id); }} />
        {error ? <FailureState failure={error} onRetry={() => { void refetch(); }} /> : !users ? <SkeletonRows count={6} /> : (
          <ul className={css.list} ref={list}>
            {found.slice(0, SHOWN).map(({ id, name, mail }) => <li key={id}><button type="button" className={css.person} onClick={() => { onPick(id); }}><b>{name}</b><span>{mail}</span></button></li>)}
          </ul>
        )}
        {found.length > SHOWN && <p className={css.words}>{t("me.more", { count: found.length - SHOWN })}</p>}
        {users && found.length === 0 && <EmptyState text={t(users.length === 0 ? "me.soon" : "me.none")} />}
      </div>
    </Dialog>
  );
}
