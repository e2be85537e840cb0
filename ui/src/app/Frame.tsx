import { useState, type ReactNode } from "react";
import { useRouter } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { catalogue } from "../bindings/commands";
import type { WorkspaceState } from "../bindings/types";
import { KeySheet } from "../command/KeySheet";
import { Palette } from "../command/Palette";
import { useActions } from "../command/actions";
import { BarSlot, Kbd, keysNow, useHotkey, type Help } from "../component";
import { t } from "../words";
import { Rail } from "./Rail";
import { useKeptAppearance } from "./useSettings";
import css from "./Frame.module.css";

/** The rail, the screen, and what lies in front of both. */
export function Frame({ workspace, children }: { workspace: WorkspaceState; children: ReactNode }) {
  const router = useRouter();
  const [palette, setPalette] = useState<readonly Help[] | null>(null);
  const [sheet, setSheet] = useState<readonly Help[] | null>(null);
  const openSheet = () => { setSheet(keysNow()); };
  const openPalette = () => { setPalette(keysNow()); };
  const actions = useActions(openSheet);
  const run = (id: string) => { actions.find((action) => action.id === id)?.run(); };
  useKeptAppearance();
  const everywhere = { group: "everywhere" };
  useHotkey("Mod+k", openPalette, { ...everywhere, label: t("frame.command.palette") });
  useHotkey("?", openSheet, { ...everywhere, label: t("frame.command.keys") });
  useHotkey(catalogue.undo_last.key ?? "", () => { run("undo_last"); }, { ...everywhere, label: catalogue.undo_last.title ?? undefined });
  useHotkey(catalogue.sync_now.key ?? "", () => { run("sync_now"); }, { ...everywhere, label: catalogue.sync_now.title ?? undefined });
  useHotkey("Mod+,", () => { void router.navigate({ to: "/settings" }); }, { ...everywhere, label: t("frame.command.goSettings") });
  useHotkey("g j", () => { void router.navigate({ to: "/jobs" }); }, { ...everywhere, label: t("frame.command.goJobs") });
  useHotkey("g c", () => { void router.navigate({ to: "/candidates" }); }, { ...everywhere, label: t("frame.command.goCandidates") });
  useHotkey("g a", () => { void router.navigate({ to: "/activity" }); }, { ...everywhere, label: t("frame.command.goActivity") });
  const find = (
    <button type="button" className={css.find} onClick={openPalette} aria-haspopup="dialog">
      <Search aria-hidden /><span className={css.findText}>{t("frame.find")}</span><span className={css.findKeys} aria-hidden="true"><Kbd keys="Mod+k" /></span>
    </button>
  );
  return (
    <BarSlot value={find}>
      <div className={css.app}>
        <Rail workspace={workspace} onKeys={openSheet} />
        {children}
      </div>
      {palette && <Palette actions={actions} here={palette} onClose={() => { setPalette(null); }} />}
      {sheet && <KeySheet keys={sheet} onClose={() => { setSheet(null); }} />}
    </BarSlot>
  );
}
