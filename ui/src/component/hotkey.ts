import { useEffect, useRef } from "react";
import { strokeOf, strokesOf } from "./keys";

export type Help = { keys: string; label: string; group?: string; run?: () => void };
export type Offer = { label: string; run: () => void };
type Options = {
  /** What it does, for the sheet of keys. */
  label?: string;
  group?: string;
  enabled?: boolean;
  /** Gives way to any other binding of the key, whenever that was mounted. */
  yields?: boolean;
};
type Binding = { strokes: string[]; keys: string; run: () => void; options: Options };

const SEQUENCE_MS = 1_000;
const bindings: Binding[] = [];
const helps: Help[] = [];
const offers: Offer[] = [];
let pending: { stroke: string; at: number } | null = null;

const WRITING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]";
const OVERLAY = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/** Bare keys belong to the text being written and to what lies in front; chords reach through a field. */
function taken(target: EventTarget | null, stroke: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(OVERLAY)) return true;
  return target.closest(WRITING) !== null && !stroke.startsWith("Mod+") && !stroke.startsWith("Alt+");
}

/** A chord that edits text stays with the text. */
const EDITS = new Set(["Mod+z", "Mod+Shift+z", "Mod+y", "Mod+a", "Mod+c", "Mod+v", "Mod+x"]);

const newest = (): Binding[] => bindings.toReversed().filter(({ options }) => options.enabled !== false);
const isModifier = (key: string): boolean => ["Control", "Shift", "Alt", "Meta"].includes(key);

/** The second of two strokes is heard before anything else on the screen, for a list has single keys of its own. */
function onSecond(event: KeyboardEvent) {
  if (isModifier(event.key)) return;
  const first = pending;
  pending = null;
  if (first === null || event.timeStamp - first.at >= SEQUENCE_MS || event.isComposing) return;
  const stroke = strokeOf(event);
  if (taken(event.target, stroke)) return;
  const found = newest().find(({ strokes }) => strokes.length === 2 && strokes[0] === first.stroke && strokes[1] === stroke);
  if (!found) return;
  event.preventDefault();
  event.stopPropagation();
  found.run();
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return;
  const stroke = strokeOf(event);
  if (taken(event.target, stroke)) return;
  if (EDITS.has(stroke) && event.target instanceof Element && event.target.closest(WRITING)) return;
  const single = newest().find(({ strokes }) => strokes.length === 1 && strokes[0] === stroke);
  if (single) {
    event.preventDefault();
    single.run();
  } else if (newest().some(({ strokes }) => strokes.length === 2 && strokes[0] === stroke)) pending = { stroke, at: event.timeStamp };
}

function listen() {
  document.addEventListener("keydown", onSecond, true);
  document.addEventListener("keydown", onKeyDown);
}

function deafen() {
  document.removeEventListener("keydown", onSecond, true);
  document.removeEventListener("keydown", onKeyDown);
}

function add(binding: Binding): () => void {
  if (bindings.length === 0) listen();
  if (binding.options.yields === true) bindings.unshift(binding);
  else bindings.push(binding);
  return () => {
    bindings.splice(bindings.indexOf(binding), 1);
    if (bindings.length === 0) deafen();
  };
}

/**
 * Runs `handler` when `keys` are pressed: `"l"`, `"Mod+k"`, `"Shift+ArrowRight"`, `"?"`, or two strokes `"g j"`.
 * The binding mounted last wins. Bare keys are left to fields, menus and dialogs.
 */
export function useHotkey(keys: string, handler: () => void, options: Options = {}): void {
  const latest = useRef(handler);
  const { label, group, enabled, yields } = options;
  useEffect(() => { latest.current = handler; });
  useEffect(() => add({ strokes: strokesOf(keys), keys, run: () => { latest.current(); }, options: { label, group, enabled, yields } }), [keys, label, group, enabled, yields]);
}

/** What can be done with the record in hand: by its key, from the menu of the record, and from the palette. */
export type Verb = { label: string; run: () => void; keys?: string; danger?: boolean; /** Whether it makes sense now; it does where nothing is said. */ enabled?: boolean };

/** Has verbs run by their keys. */
export function useVerbs(verbs: readonly Verb[], group: string): void {
  const latest = useRef(verbs);
  useEffect(() => { latest.current = verbs; });
  const bound = JSON.stringify(verbs.map(({ keys, label, enabled }) => [keys, label, enabled]));
  useEffect(() => {
    const ends = latest.current.map(({ keys, label, enabled }, index) => (keys === undefined ? undefined : add({ strokes: strokesOf(keys), keys, run: () => { latest.current[index]?.run(); }, options: { label, group, enabled } })));
    return () => { for (const end of ends) end?.(); };
  }, [bound, group]);
}

/** Has the palette offer what a screen does without a key. */
export function useOffer(label: string, run: () => void, enabled = true): void {
  const latest = useRef(run);
  useEffect(() => { latest.current = run; });
  useEffect(() => {
    if (!enabled) return undefined;
    const offer = { label, run: () => { latest.current(); } };
    offers.push(offer);
    return () => { offers.splice(offers.indexOf(offer), 1); };
  }, [label, enabled]);
}

/** What the screen offers without a key now. */
export const offersNow = (): Offer[] => [...offers];

/** Names keys that a screen handles itself, for the sheet of keys; what has a way to run is offered by the palette too. */
export function useKeyHelp(list: readonly Help[]): void {
  useEffect(() => {
    helps.push(...list);
    return () => { for (const one of list) helps.splice(helps.indexOf(one), 1); };
  }, [list]);
}

/** The keys that work now, those a screen handles itself first. Of one key bound twice the newest is told. */
export function keysNow(): Help[] {
  const bound = bindings.flatMap(({ keys, run, options: { label, group, enabled } }): Help[] => (label === undefined || enabled === false ? [] : [{ keys, label, group, run }]));
  const all = [...helps, ...bound];
  return all.filter((one, index) => all.findLastIndex(({ keys }) => keys === one.keys) === index);
}
