import { useState, type ReactNode } from "react";
import { Button } from "../../../component";
import { t } from "../../../words";
import css from "./Chart.module.css";

export type Cell = string | number | null;
type Props = {
  title: string; note: string;
  /** The same as a table: its heads, and its rows, the first cell of each being its name. */
  heads: readonly string[]; rows: readonly (readonly Cell[])[];
  /** What the picture says in one sentence. */
  says: string;
  /** Draws the picture. */
  children: ReactNode;
};

/** A picture and its table twin, one at a time. */
export function Figure({ title, note, heads, rows, says, children }: Props) {
  const [table, setTable] = useState(false);
  return (
    <figure className={css.figure} aria-label={title}>
      <figcaption className={css.caption}>
        <h2>{title}</h2><span>{note}</span>
        <Button size="small" variant="quiet" aria-pressed={table} onPress={() => { setTable(!table); }}>{t(table ? "chart.asPicture" : "chart.asTable")}</Button>
      </figcaption>
      {table ? (
        <div className={css.scroll} tabIndex={0} role="region" aria-label={title}>
          <table className={css.table}>
            <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
            <tbody>{rows.map(([name, ...cells]) => <tr key={String(name)}><th scope="row">{name}</th>{cells.map((cell, index) => <td key={index}>{cell ?? "–"}</td>)}</tr>)}</tbody>
          </table>
        </div>
      ) : <div role="img" aria-label={says}>{children}</div>}
    </figure>
  );
}
