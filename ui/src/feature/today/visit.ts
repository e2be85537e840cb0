import { useEffect, useMemo } from "react";
import { useTimed } from "../../component";
import { useAct, useCommand } from "../../query";

const VISIT = "today_visit";
const DAY = 86_400_000;
/** Coming back sooner is the same visit. */
const PAUSE = 4 * 3_600_000;
/** Without an earlier visit, so many days are new. */
const FIRST_DAYS = 7;

export type Visit = { now: number; before: number | null };

/** The visits as kept; nothing where none or something else is kept. */
export function visitOf(kept: string | null | undefined): Visit | null {
  try {
    const value: unknown = JSON.parse(kept ?? "null");
    if (typeof value !== "object" || value === null || !("now" in value) || typeof value.now !== "number") return null;
    return { now: value.now, before: "before" in value && typeof value.before === "number" ? value.before : null };
  } catch {
    return null;
  }
}

/** The visit that begins now, or nothing while the last one goes on. */
export function begun(last: Visit | null, now: number): Visit | null {
  if (last === null) return { now, before: null };
  return now - last.now > PAUSE ? { now, before: last.now } : null;
}

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** Since when something is new: the visit before this one, else a week. `isVisit` tells which. */
export function useSince(): { since: string; isVisit: boolean } | null {
  const { data, isSuccess } = useCommand("setting", { key: VISIT });
  const week = useTimed((now) => new Date(midnight(now) - FIRST_DAYS * DAY).toISOString());
  return useMemo(() => {
    if (!isSuccess) return null;
    const before = visitOf(data)?.before ?? null;
    return { since: before === null ? week : new Date(before).toISOString(), isVisit: before !== null };
  }, [data, isSuccess, week]);
}

/** Notes that one is here. */
export function useVisit(): void {
  const { data, isSuccess } = useCommand("setting", { key: VISIT });
  const { mutate: set } = useAct("set_setting");
  useEffect(() => {
    const next = isSuccess ? begun(visitOf(data), Date.now()) : null;
    if (next) set({ key: VISIT, value: JSON.stringify(next) });
  }, [data, isSuccess, set]);
}

/** The end of the day so many days from now, the same all day long. */
export const useEnd = (days: number): string => useTimed((now) => new Date(midnight(now) + (days + 1) * DAY).toISOString());
