type Listener = (intents: readonly string[], last: boolean) => void;

const listeners = new Set<Listener>();

/** Hears what was taken back, whatever took it back. The last thing done may come without its own id: Ashby had it already, and a new write takes it back. */
export function onUndone(listener: Listener): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** Tells everyone who shows what was done that it was taken back. */
export function tellUndone(intents: readonly string[], last: boolean) {
  for (const listener of listeners) listener(intents, last);
}
