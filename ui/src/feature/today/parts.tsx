import { useState, type ReactNode } from "react";
import { number } from "../../words";
import css from "./Today.module.css";

type Props = { title: string; count?: number; note?: ReactNode; children: ReactNode };

/** One part of the day: its name, how many, and its rows in a frame. */
export function Part({ title, count, note, children }: Props) {
  return (
    <section className={css.part} aria-label={title}>
      <header className={css.partHead}><h2>{title}</h2>{count !== undefined && <span>{number(count)}</span>}{note !== undefined && <span>{note}</span>}</header>
      {children}
    </section>
  );
}

/** Rows in a frame, or one quiet sentence. */
export const Rows = ({ empty, children }: { empty: string | null; children?: ReactNode }) => (empty === null ? <div className={css.rows}>{children}</div> : <p className={css.empty}>{empty}</p>);

/** A job by its title, and by the number that tells it from others of that title. */
export const Numbered = ({ title, code }: { title: string; code: string | null }) => (
  <span className={css.numbered}><span className={css.cut} title={title}>{title}</span>{code !== null && <span className={css.code}> {code}</span>}</span>
);

/** From this width on, px, what is ahead stands beside the rest, and is as long as this many rows. */
const BESIDE = 1100;
const LONG = 12;

/** Rows of a part that are shown before the rest is asked for: few where another part waits below. */
export const useShown = (few: number): number => useState(() => (window.innerWidth > BESIDE ? LONG : few))[0];

/** What more there is. */
export const More = ({ label, onMore }: { label: string; onMore: () => void }) => <button type="button" data-row className={css.more} onClick={onMore}>{label}</button>;

/** Takes the row after or before the one in hand into hand, and answers which that is. */
export function walk(place: HTMLElement | null, by: 1 | -1): HTMLElement | undefined {
  const rows = [...(place?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  const at = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
  const next = rows[at < 0 ? 0 : at + by];
  next?.focus();
  return next;
}
