import type { ReactNode } from "react";
import { number } from "../words";
import css from "./Tabs.module.css";

type Item<Id extends string> = { id: Id; label: string; count?: ReactNode };
type Props<Id extends string> = { label: string; selected: Id; onSelect: (id: Id) => void; items: readonly Item<Id>[] };

const shown = (count: ReactNode): ReactNode => (typeof count === "number" ? number(count) : count);

/** The sections of a screen. */
export function Tabs<Id extends string>({ label, selected, onSelect, items }: Props<Id>) {
  return (
    <nav className={css.tabs} aria-label={label}>
      {items.map(({ id, label: name, count }) => (
        <button key={id} type="button" className={css.tab} aria-current={id === selected ? "page" : undefined} onClick={() => { onSelect(id); }}>
          {name}
          {count !== undefined && <span className={css.count}>{shown(count)}</span>}
        </button>
      ))}
    </nav>
  );
}
