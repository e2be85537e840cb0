import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { zoom } from "../app/theme";
import { useChoose, useSpeak } from "../app/useSettings";
import { catalogue, type CommandName, type Commands } from "../bindings/commands";
import type { Failure } from "../bindings/types";
import { announce, toast, undoShown } from "../component";
import { useAct, writesSettled } from "../query";
import { t } from "../words";

export type Action = { id: string; title: string; key: string | null; /** The same key where another keyboard has it. */ also?: readonly string[]; run: () => void };

/** The key of the palette itself, which is not an action in it. */
export const PALETTE = { keys: "Mod+k", label: t("frame.command.palette"), group: "everywhere" } as const;

/** Commands of the catalogue that need nothing but to be said. */
const BARE = { sync_now: { full: false }, undo_last: {} } as const satisfies { [Name in CommandName]?: Commands[Name]["input"] };
export type Bare = keyof typeof BARE;

const say = (message: string) => { toast({ message }); announce(message); };
const failed = ({ message, cure }: Failure) => { toast({ message, detail: cure, tone: "failed" }); };

/** Everything that can be said in the palette, wherever one is. */
export function useActions(onKeys: () => void, onNew: () => void): Action[] {
  const router = useRouter();
  const choose = useChoose();
  const speak = useSpeak();
  const { mutate: sync } = useAct("sync_now");
  const { mutate: undo } = useAct("undo_last");
  const client = useQueryClient();
  /** What a message still offers to take back goes first: it is what one sees, and may be nothing the engine knows of. */
  const undoNewest = async () => {
    if (!await writesSettled(client)) say(t("frame.nothingToUndo"));
    else if (!undoShown()) undo(BARE.undo_last, { onSuccess: (queued) => { say(queued?.label ?? t("frame.nothingToUndo")); }, onError: failed });
  };
  const runs: Record<Bare, () => void> = {
    sync_now: () => { sync(BARE.sync_now, { onSuccess: () => { say(t("frame.syncStarted")); }, onError: failed }); },
    undo_last: () => { void undoNewest(); },
  };
  const titles: Record<Bare, string> = { sync_now: t("frame.truth.syncNow"), undo_last: t("common.undo") };
  const bare = (name: Bare): Action => ({ id: name, title: titles[name], key: catalogue[name].key, run: runs[name] });
  const screen = (to: "/today" | "/review" | "/jobs" | "/candidates" | "/projects" | "/duplicates" | "/interviews" | "/offers" | "/activity" | "/settings", title: string, key: string | null): Action => ({ id: to, title, key, run: () => { void router.navigate({ to }); } });
  const look = (id: string, title: string, change: Parameters<typeof choose>[0]): Action => ({ id, title, key: null, run: () => { choose(change); } });
  return [
    { id: "new", title: t("frame.command.newPerson"), key: "c", run: onNew }, bare("sync_now"), bare("undo_last"),
    screen("/today", t("frame.command.goToday"), "g t"), screen("/review", t("frame.command.goReview"), "g r"), screen("/jobs", t("frame.command.goJobs"), "g j"), screen("/candidates", t("frame.command.goCandidates"), "g c"), screen("/projects", t("frame.command.goProjects"), "g p"), screen("/duplicates", t("frame.command.goDuplicates"), null), screen("/interviews", t("frame.command.goInterviews"), "g i"), screen("/offers", t("frame.command.goOffers"), "g o"), screen("/activity", t("frame.command.goActivity"), "g a"), screen("/settings", t("frame.command.goSettings"), "Mod+,"),
    look("light", t("frame.command.light"), { theme: "light" }), look("dark", t("frame.command.dark"), { theme: "dark" }), look("system", t("frame.command.system"), { theme: "system" }),
    look("comfortable", t("frame.command.comfortable"), { density: "comfortable" }), look("compact", t("frame.command.compact"), { density: "compact" }),
    { id: "larger", title: t("frame.command.larger"), key: "Mod+=", also: ["Mod++", "Mod+Shift++"], run: () => { zoom(1); } }, { id: "smaller", title: t("frame.command.smaller"), key: "Mod+-", run: () => { zoom(-1); } }, { id: "plain", title: t("frame.command.plain"), key: "Mod+0", run: () => { zoom(0); } },
    { id: "english", title: t("frame.command.english"), key: null, run: () => { speak("en"); } }, { id: "german", title: t("frame.command.german"), key: null, run: () => { speak("de"); } },
    { id: "goKeys", title: t("frame.command.goKeys"), key: null, run: () => { void router.navigate({ to: "/settings", search: { tab: "keys" } }); } },
    { id: "keys", title: t("frame.command.keys"), key: "?", run: onKeys },
  ];
}
