import { useCommand } from "../../query";

/** The setting that says how many days in one stage are long. */
export const STALE = "stale_days";
const USUAL = 7;

/** Days in one stage more than which are long: a card's age is marked then, and Today names it. */
export function useStaleDays(): number {
  const { data } = useCommand("setting", { key: STALE });
  const days = Number(data ?? "");
  return Number.isInteger(days) && days > 0 ? days : USUAL;
}
