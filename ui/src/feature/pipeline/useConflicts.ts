import { useMemo } from "react";
import type { Card, IntentRow } from "../../bindings/types";
import { useCommand } from "../../query";
import { t } from "../../words";

const MOST = 100;
export type Conflicts = ReadonlyMap<string, IntentRow>;

/** Moves that met another one in Ashby and wait for a choice, by application. */
export function useConflicts(): Conflicts {
  const { data } = useCommand("activity", { filter: "needs_you", offset: 0, limit: MOST });
  return useMemo(() => new Map((data?.rows ?? []).flatMap((row) => (row.state === "conflict" && row.conflict !== null && row.application_id !== null ? [[row.application_id, row] as const] : []))), [data]);
}

/** The card with the choice at its foot. */
export function withConflict(card: Card | undefined, conflicts: Conflicts): Card | undefined {
  const row = card && conflicts.get(card.application_id);
  if (!card || !row?.conflict) return card;
  return { ...card, pending: { intent_id: row.id, state: "conflict", label: t("pipeline.bothSides", { theirs: row.conflict.theirs.name, yours: row.conflict.yours.name }) } };
}
