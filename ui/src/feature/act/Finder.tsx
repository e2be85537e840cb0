import { useEffect, useId, useState, type KeyboardEvent } from "react";
import { Check, Search } from "lucide-react";
import { ranked } from "../../command/rank";
import { t } from "../../words";
import css from "./Act.module.css";

const SHOWN = 60;

export type Found = { id: string; label: string; /** It is so already. */ isOn?: boolean; /** What picking it does where that is not plain. */ side?: string; /** The same while the hand is on it. */ inHand?: string };
type Props = {
  label: string;
  items: readonly Found[] | undefined;
  none: string;
  onPick: (id: string) => void;
  /** Told with each key, where what fits is found elsewhere. */
  onQuery?: (query: string) => void;
  /** What can be picked besides for what is typed. */
  besides?: (typed: string) => Found | null;
  /** Stays for more, and forgets what was typed with each pick. */
  stays?: boolean;
};

/** In hand before anything was typed: the first, but never one that is so already, which picking would undo. */
const inHand = (items: readonly Found[]): number => (items.some(({ isOn }) => isOn === true) ? -1 : 0);

/** One of many, found by a few letters: arrows walk, Enter takes. */
export function Finder({ label, items, none, onPick, onQuery, besides, stays = false }: Props) {
  const id = useId();
  const [query, setQuery] = useState("");
  const [walked, setWalked] = useState<number | null>(null);
  const all = items ?? [];
  const typed = query.trim();
  const found = typed === "" || onQuery ? all.slice(0, SHOWN) : ranked(typed, all, (one) => one.label, SHOWN).map(({ item }) => item);
  const other = typed === "" ? null : besides?.(typed);
  const shown = other ? [...found, other] : found;
  const chosen = Math.min(walked ?? (typed === "" ? inHand(shown) : 0), shown.length - 1);
  useEffect(() => { document.getElementById(`${id}-${String(chosen)}`)?.scrollIntoView({ block: "nearest" }); }, [id, chosen]);
  const type = (next: string) => { setQuery(next); setWalked(null); onQuery?.(next); };
  const take = (one: Found | undefined) => {
    if (!one) return;
    onPick(one.id);
    if (stays) type("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setWalked(Math.min(chosen + 1, shown.length - 1));
    else if (event.key === "ArrowUp") setWalked(Math.max(chosen - 1, 0));
    else if (event.key === "Enter") take(shown[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={css.find} data-first>
        <Search aria-hidden />
        <input
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog is this field
          autoFocus role="combobox" aria-expanded aria-controls={id} aria-activedescendant={chosen >= 0 ? `${id}-${String(chosen)}` : undefined} aria-autocomplete="list" aria-label={label} placeholder={label}
          value={query} onChange={(event) => { type(event.target.value); }} onKeyDown={onKeyDown}
        />
      </div>
      <div className={css.list} role="listbox" id={id} aria-label={label}>
        {shown.map((one, index) => (
          <div key={one.id} id={`${id}-${String(index)}`} role="option" aria-selected={one.isOn === true} data-on={index === chosen || undefined} className={css.option} onClick={() => { take(one); }} onMouseMove={() => { setWalked(index); }}>
            {one.isOn === true ? <Check aria-hidden /> : <i style={{ width: 14 }} />}
            <span title={one.label}>{one.label}</span>
            {one.side !== undefined && <span className={css.side}>{(index === chosen ? one.inHand : undefined) ?? one.side}</span>}
          </div>
        ))}
        {items === undefined ? <p className={css.quiet} role="status">{t("common.loading")}</p> : shown.length === 0 && <p className={css.quiet}>{none}</p>}
      </div>
    </>
  );
}
