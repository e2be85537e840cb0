import { useEffect, useState, type ReactNode } from "react";
import css from "./State.module.css";

/** One sentence where the first row would be, and at most one way on. */
export const EmptyState = ({ text, action }: { text: string; action?: ReactNode }) => <div className={css.empty}><p>{text}</p>{action}</div>;

const WAIT_MS = 300;

/** Outlines of rows that take longer than a blink. Nothing moves in them. */
export function SkeletonRows({ count = 8, row = 36 }: { count?: number; row?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => { setLate(true); }, WAIT_MS);
    return () => { clearTimeout(timer); };
  }, []);
  if (!late) return null;
  return <div aria-hidden="true">{Array.from({ length: count }, (_, index) => <div key={index} className={css.row} style={{ height: row }}><span style={{ width: `${String(24 + ((index * 17) % 40))}%` }} /></div>)}</div>;
}
