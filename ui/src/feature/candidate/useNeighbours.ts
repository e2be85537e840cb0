import { useCallback } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { commandQuery } from "../../query";
import { leaveFrom, useTrail, type Trail } from "./trail";

export type Neighbours = { index: number; total: number; where: string | null; step: (by: 1 | -1) => void };

const WINDOW = 100;

/** Previous and next in the list this candidate was opened from, or nothing when there is none. */
export function useNeighbours(candidate: string, onOpen: (candidate: string) => void): Neighbours | null {
  const client = useQueryClient();
  const trail = useTrail(candidate);
  const step = useCallback((by: 1 | -1) => {
    if (!trail) return;
    const index = trail.index + by;
    if (index < 0 || index >= trail.total) return;
    void at(client, trail, index).then((found) => {
      if (found === null) return;
      leaveFrom({ ...trail, index, candidate: found });
      onOpen(found);
    });
  }, [client, trail, onOpen]);
  return trail && { index: trail.index, total: trail.total, where: trail.kind === "board" ? trail.stage : null, step };
}

async function at(client: ReturnType<typeof useQueryClient>, trail: Trail, index: number): Promise<string | null> {
  if (trail.kind === "list") {
    const offset = Math.floor(index / WINDOW) * WINDOW;
    const page = await client.fetchQuery({ ...commandQuery("list_candidates", { ...trail.input, offset, limit: WINDOW }), staleTime: 60_000 });
    return page.rows[index - offset]?.id ?? null;
  }
  const page = await client.fetchQuery({ ...commandQuery("board_cards", { ...trail.input, offset: index, limit: 1 }), staleTime: 0 });
  return page.rows[0]?.candidate_id ?? null;
}
