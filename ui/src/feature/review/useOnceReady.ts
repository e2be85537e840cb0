import { useEffect, useRef } from "react";

/** A key struck before the person stands there is not lost: it does what it does once they do, unless one has gone on. */
export function useOnceReady<Key extends string>(ready: boolean, place: number, runs: Record<Key, () => void>): (key: Key) => void {
  const struck = useRef<{ place: number; key: Key } | null>(null);
  const latest = useRef(runs);
  useEffect(() => { latest.current = runs; });
  useEffect(() => {
    if (!ready) return;
    const held = struck.current;
    struck.current = null;
    if (held?.place === place) latest.current[held.key]();
  }, [ready, place]);
  return (key) => {
    if (ready) runs[key]();
    else struck.current = { place, key };
  };
}
