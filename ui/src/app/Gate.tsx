import { lazy, Suspense } from "react";
import { Outlet, useLocation, useRouter } from "@tanstack/react-router";
import { useAct, useCommand } from "../query";
import { told } from "../words/failure";
import { Frame } from "./Frame";

const beginnings = () => import("./beginnings");
const Failed = lazy(async () => ({ default: (await beginnings()).Failed }));
const Locked = lazy(async () => ({ default: (await beginnings()).Locked }));
const Start = lazy(async () => ({ default: (await beginnings()).Start }));
const Wizard = lazy(async () => ({ default: (await beginnings()).Wizard }));

/** What stands there once it is known which workspace there is. */
export const Gate = () => <Suspense fallback={null}><Place /></Suspense>;

/** Before the app: no workspace yet, a locked one, or one that cannot be opened. */
function Place() {
  const router = useRouter();
  const { pathname } = useLocation();
  const toFirstSync = () => { void router.navigate({ to: "/first-sync" }); };
  const { data: workspace, error, refetch } = useCommand("workspace_state", {});
  const { mutate: reopen } = useAct("reopen");
  if (!workspace) return error ? <Failed failure={error} vault={null} onRetry={() => { void refetch(); }} /> : null;
  switch (workspace.phase) {
    case "none": return <Start onConnecting={toFirstSync} onDemo={() => { void router.navigate({ to: "/jobs" }); }} />;
    case "locked": return <Locked name={workspace.name} />;
    case "failed": return <Failed failure={told(workspace.failure)} vault={workspace.vault} onRetry={() => { reopen({}); }} />;
    case "ready": return pathname === "/connect" ? <Wizard onCancel={() => { router.history.back(); }} onConnected={toFirstSync} /> : <Frame workspace={workspace} bare={/^\/review\/./.test(pathname)}><Outlet /></Frame>;
  }
}
