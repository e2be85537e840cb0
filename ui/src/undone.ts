type Listener = (intents: readonly string[]) => void;

const listeners = new Set<Listener>();

/** Hears what was taken back, whatever took it back. */
export function onUndone(listener: Listener): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** Tells everyone who shows what was done that it was taken back. */
export function tellUndone(intents: readonly string[]) {
  for (const listener of listeners) listener(intents);
}
