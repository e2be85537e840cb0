import { useCallback, useEffect, useRef } from "react";
import { useCommand } from "../../../query";
import { useKeep } from "../../useKeep";

/** A text of one's own for notes. */
export type Template = { id: string; name: string; text: string };

/** Kept with the workspace, and moved with it to another computer. */
export const TEMPLATES = "note_templates";

const isTemplate = (value: unknown): value is Template =>
  typeof value === "object" && value !== null && "id" in value && "name" in value && "text" in value && typeof value.id === "string" && typeof value.name === "string" && typeof value.text === "string";

/** The templates a setting holds; none of a text that is not a list of them. */
export function templatesOf(text: string | null | undefined): Template[] {
  if (text == null) return [];
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter(isTemplate) : [];
  } catch {
    return [];
  }
}

/** A template with the person's own words in its places; what is not known is left as it stands. */
export function filled(text: string, { name, job }: { name: string; job: string | null }): string {
  const words: Record<string, string | null> = { name, first: name.split(" ")[0] ?? name, job };
  return text.replaceAll(/\{(?<key>name|first|job)\}/g, (place, key: string) => words[key] ?? place);
}

/** One template put in, or another's place taken by it; by name. */
export const withTemplate = (list: readonly Template[], one: Template): Template[] => [...list.filter(({ id }) => id !== one.id), one].sort((a, b) => a.name.localeCompare(b.name));

type Change = (now: readonly Template[]) => readonly Template[];

/** The templates, and a way to change those there are then; `kept` follows once they are. */
export function useTemplates(): { templates: Template[]; change: (change: Change, kept?: () => void) => void } {
  const { data } = useCommand("setting", { key: TEMPLATES });
  const keep = useKeep();
  const latest = useRef(data);
  useEffect(() => { latest.current = data; });
  const change = useCallback((change: Change, kept?: () => void) => { keep(TEMPLATES, JSON.stringify(change(templatesOf(latest.current))), kept); }, [keep]);
  return { templates: templatesOf(data), change };
}
