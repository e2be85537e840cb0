import { lazy, Suspense } from "react";
import { ArrowRightLeft, ClipboardPen, FolderPlus, RotateCcw, Waypoints } from "lucide-react";
import type { MenuEntry } from "../../../component";
import { t } from "../../../words";
import { MORE_KEYS, type MoreAsk, type MoreKind } from "./more";

const MoreDialog = lazy(() => import("./MoreDialog").then((module) => ({ default: module.MoreDialog })));

/** The dialog of a further action, read from the disk when it is first asked for. */
export const More = (props: { ask: MoreAsk; onClose: () => void }) => <Suspense fallback={null}><MoreDialog {...props} /></Suspense>;

const ICONS: Record<MoreKind, React.ReactNode> = { transfer: <ArrowRightLeft aria-hidden />, source: <Waypoints aria-hidden />, project: <FolderPlus aria-hidden />, reconsider: <RotateCcw aria-hidden />, feedback: <ClipboardPen aria-hidden /> };

/** Entries of a menu for further actions; keys are named where they work. */
export const moreItems = (kinds: readonly MoreKind[], keyed: boolean): MenuEntry<MoreKind>[] =>
  kinds.map((kind) => ({ id: kind, label: t(`deed.menu.${kind}`), icon: ICONS[kind], ...(keyed ? { kbd: MORE_KEYS[kind] } : {}) }));
