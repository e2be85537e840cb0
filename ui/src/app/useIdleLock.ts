import { useCallback, useEffect } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { call, useCommand } from "../query";

/** Minutes without a key or a click after which the passphrase is asked for again; none, or no number: never. */
export const LOCK_AFTER = "privacy.lock_minutes";
const LOOK_MS = 5_000;
const ACTIVE = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

const forgetters: (() => void)[] = [];

/** Has something the window keeps beside its cache forgotten when the workspace is locked. */
export function onLock(forget: () => void): void {
  forgetters.push(forget);
}

/** Locks the workspace, and forgets what the window had read of it. */
export function useLock(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    const state = await call("lock", {});
    for (const forget of forgetters) forget();
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "workspace_state" });
    client.setQueriesData({ queryKey: ["workspace_state"] }, state);
  }, [client]);
}

/** Locks when nobody has touched the window for as long as is set. */
export function useIdleLock(canLock: boolean): void {
  const lock = useLock();
  const { data } = useCommand("setting", { key: LOCK_AFTER });
  const minutes = Number(data ?? 0);
  useEffect(() => {
    if (!canLock || !(minutes > 0)) return undefined;
    let last = Date.now();
    const touched = () => { last = Date.now(); };
    for (const kind of ACTIVE) window.addEventListener(kind, touched, { passive: true, capture: true });
    // A look now and then also counts the time the computer slept.
    const look = setInterval(() => { if (Date.now() - last >= minutes * 60_000) { touched(); lock().catch(() => undefined); } }, LOOK_MS);
    return () => {
      clearInterval(look);
      for (const kind of ACTIVE) window.removeEventListener(kind, touched, { capture: true });
    };
  }, [canLock, minutes, lock]);
}
