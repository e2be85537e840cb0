import { Outlet, useLocation, useRouter } from "@tanstack/react-router";
import { Start } from "../feature/start/Start";
import { Failed } from "../feature/start/Failed";
import { Locked } from "../feature/start/Locked";
import { Wizard } from "../feature/start/Wizard";
import { useAct, useCommand } from "../query";
import { Frame } from "./Frame";

/** Before the app: no workspace yet, a locked one, or one that cannot be opened. */
export function Gate() {
  const router = useRouter();
  const { pathname } = useLocation();
  const toFirstSync = () => { void router.navigate({ to: "/first-sync" }); };
  const { data: workspace, error, refetch } = useCommand("workspace_state", {});
  const { mutate: reopen } = useAct("reopen");
  if (!workspace) return error ? <Failed failure={error} vault={null} onRetry={() => { void refetch(); }} /> : null;
  switch (workspace.phase) {
    case "none": return <Start onConnecting={toFirstSync} onDemo={() => { void router.navigate({ to: "/jobs" }); }} />;
    case "locked": return <Locked name={workspace.name} />;
    case "failed": return <Failed failure={workspace.failure} vault={workspace.vault} onRetry={() => { reopen({}); }} />;
    case "ready": return pathname === "/connect" ? <Wizard onCancel={() => { router.history.back(); }} onConnected={toFirstSync} /> : <Frame workspace={workspace} bare={/^\/review\/./.test(pathname)}><Outlet /></Frame>;
  }
}
