import css from "./Avatar.module.css";

/** First letters of the first and the last name. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  const first = parts[0] ?? "";
  const last = parts.length > 1 ? (parts.at(-1) ?? "") : "";
  return `${[...first][0] ?? ""}${[...last][0] ?? ""}`.toUpperCase();
}

/** A person's initials; the name itself always stands beside them. */
export const Avatar = ({ name, size = "normal" }: { name: string; size?: "small" | "normal" | "medium" | "large" }) => (
  <span className={css.avatar} data-size={size} aria-hidden="true">{initials(name)}</span>
);
