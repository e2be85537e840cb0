import type { ReactNode } from "react";
import { ChevronRight } from "lucide-react";
import { createContext, useContext } from "react";
import css from "./Screen.module.css";

/** What the frame puts into the middle of every bar: the field that opens the palette. */
export const BarSlot = createContext<ReactNode>(null);

type Props = {
  title: string;
  /** Where one comes from. */
  parent?: { label: string; onPress: () => void };
  /** Stands before the title. */
  start?: ReactNode;
  /** Stands after the title. */
  mark?: ReactNode;
  /** At most two controls at the right. */
  end?: ReactNode;
  children: ReactNode;
};

/** A screen: its bar, and what stands below it. */
export function Screen({ title, parent, start, mark, end, children }: Props) {
  const middle = useContext(BarSlot);
  return (
    <main className={css.main} id="main" tabIndex={-1}>
      <header className={css.bar}>
        <div className={css.side}>
          {start}
          {parent && (
            <>
              <button type="button" className={css.crumb} onClick={parent.onPress}>{parent.label}</button>
              <ChevronRight className={css.chevron} aria-hidden />
            </>
          )}
          <h1 className={css.title} dir="auto" title={title}>{title}</h1>
          {mark !== undefined && mark !== null && mark !== false && <span className={css.mark}>{mark}</span>}
        </div>
        {middle}
        <div className={css.side} data-end>{end}</div>
      </header>
      {children}
    </main>
  );
}

/** Filters at the left, how much is shown at the right. */
export const ToolRow = ({ children, end }: { children?: ReactNode; end?: ReactNode }) => (
  <div className={css.tools}>{children}{end !== undefined && <div className={css.end}>{end}</div>}</div>
);
