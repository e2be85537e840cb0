import type { ReactNode } from "react";
import css from "./Tag.module.css";

/** A tag as it stands in Ashby. */
export const Tag = ({ children }: { children: ReactNode }) => <span className={css.tag}>{children}</span>;

export type Tone = "ok" | "pending" | "unconfirmed" | "failed" | "offline";

/** A verdict or a state in a word. */
export const Mark = ({ tone, children }: { tone: Tone; children: ReactNode }) => <span className={css.mark} data-tone={tone}>{children}</span>;

/** A small number beside a name. */
export const Badge = ({ children, bad = false }: { children: ReactNode; bad?: boolean }) => <span className={css.badge} data-bad={bad || undefined}>{children}</span>;
