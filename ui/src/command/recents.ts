import { useEffect } from "react";
import type { PaletteHit } from "../bindings/types";
import { call, useAct, useCommand } from "../query";

export type Recent = PaletteHit & { at: number };

/** Kept with the workspace, encrypted as all of it is; never in the web view's own storage. */
const KEY = "recents";
const KEPT = 8;

function isRecent(value: unknown): value is Recent {
  return typeof value === "object" && value !== null && "kind" in value && "id" in value && "title" in value && "at" in value && typeof value.title === "string" && typeof value.at === "number";
}

/** What was opened last, newest first; nothing of a text that is not a list. */
export function recentsOf(text: string | null | undefined): Recent[] {
  if (text == null) return [];
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter(isRecent) : [];
  } catch {
    return [];
  }
}

/** Puts `hit` in front and drops what is too long ago. */
export const withRecent = (list: readonly Recent[], hit: PaletteHit, at: number): Recent[] => [{ ...hit, at }, ...list.filter(({ kind, id }) => kind !== hit.kind || id !== hit.id)].slice(0, KEPT);

export function useRecents(): Recent[] {
  const { data } = useCommand("setting", { key: KEY });
  return recentsOf(data);
}

/** Remembers that this person or job was opened. */
export function useRecent(hit: PaletteHit | null): void {
  const { mutate: keep } = useAct("set_setting");
  const [kind, id, title, subtitle] = [hit?.kind, hit?.id, hit?.title, hit?.subtitle ?? null];
  useEffect(() => {
    if (kind === undefined || id === undefined || title === undefined) return;
    void call("setting", { key: KEY }).then((text) => {
      const list = recentsOf(text);
      if (list[0]?.id !== id) keep({ key: KEY, value: JSON.stringify(withRecent(list, { kind, id, title, subtitle }, Date.now())) });
    }, () => undefined);
  }, [kind, id, title, subtitle, keep]);
}
