import { lazy, Suspense, useState, type ReactNode } from "react";
import { useRouter } from "@tanstack/react-router";
import { Search } from "lucide-react";
import type { WorkspaceState } from "../bindings/types";
import { PALETTE, useActions } from "../command/actions";
import { BarSlot, Kbd, keysNow, offersNow, useHotkey, type Help, type Offer } from "../component";
import { NewDialog } from "../feature/create/NewDialog";
import { t } from "../words";
import { AfterPaint } from "./AfterPaint";
import { Rail } from "./Rail";
import { useIdleLock } from "./useIdleLock";
import { useLinks } from "./useLinks";
import { useKeptAppearance, useKeptKeys, useKeptLanguage } from "./useSettings";
import css from "./Frame.module.css";

// No first screen shows these: they are read while it stands there, so that the first key finds them.
const overlays = () => import("./overlays");
setTimeout(() => { void overlays(); }, 1_000);
const KeySheet = lazy(async () => ({ default: (await overlays()).KeySheet }));
const Palette = lazy(async () => ({ default: (await overlays()).Palette }));

/** What a screen offers in the palette, with its key and without. */
type Offered = { here: readonly Help[]; offers: readonly Offer[] };

/** The rail, the screen, and what lies in front of both. */
export function Frame({ workspace, bare, children }: { workspace: WorkspaceState; /** The screen takes the whole window. */ bare: boolean; children: ReactNode }) {
  const [palette, setPalette] = useState<Offered | null>(null);
  const [sheet, setSheet] = useState<readonly Help[] | null>(null);
  const openSheet = () => { setSheet(keysNow()); };
  const openPalette = () => { setPalette({ here: keysNow(), offers: offersNow() }); };
  const [creating, setCreating] = useState(false);
  const router = useRouter();
  const actions = useActions(openSheet, () => { setCreating(true); });
  useHotkey(PALETTE.keys, openPalette, PALETTE);
  // Where a screen has nothing of its own to search, everything is searched.
  useHotkey("/", openPalette, { label: PALETTE.label, group: PALETTE.group, yields: true });
  const find = (
    <button type="button" className={css.find} onClick={openPalette} aria-haspopup="dialog">
      <Search aria-hidden /><span className={css.findText}>{t("frame.find")}</span><span className={css.findKeys} aria-hidden="true"><Kbd keys="Mod+k" /></span>
    </button>
  );
  return (
    <BarSlot value={find}>
      <div className={css.app} data-bare={bare || undefined}>
        {!bare && <Rail workspace={workspace} onKeys={openSheet} />}
        {children}
      </div>
      {actions.map(({ id, key, also = [], title, run }) => key !== null && [<Bound key={id} stroke={key} title={title} run={run} />, ...also.map((stroke) => <Bound key={stroke} stroke={stroke} run={run} />)])}
      <AfterPaint><Kept canLock={workspace.vault === "passphrase"} /></AfterPaint>
      {creating && <NewDialog onClose={() => { setCreating(false); }} onPerson={(candidateId) => { void router.navigate({ to: "/candidates/$candidateId", params: { candidateId } }); }} />}
      <Suspense fallback={null}>
        {palette && <Palette actions={actions} {...palette} onClose={() => { setPalette(null); }} />}
        {sheet && <KeySheet keys={sheet} onClose={() => { setSheet(null); }} />}
      </Suspense>
    </BarSlot>
  );
}

/** What the workspace remembers put in force, links from outside followed, the door locked behind who went away. */
function Kept({ canLock }: { canLock: boolean }) {
  useKeptAppearance();
  useKeptLanguage();
  useLinks();
  useKeptKeys();
  useIdleLock(canLock);
  return null;
}

/** The key of one action, wherever one is. */
function Bound({ stroke, title, run }: { stroke: string; title?: string; run: () => void }) {
  useHotkey(stroke, run, title === undefined ? {} : { label: title, group: PALETTE.group });
  return null;
}
