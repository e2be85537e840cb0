import { useCallback, useEffect, useState } from "react";
import { announce, toast } from "../../component";
import { t } from "../../words";
import type { Gestures } from "../act/useGestures";
import { advanceTo, restore, settle, type Review } from "./kept";
import { madeOf, type Decision } from "./progress";

const SAID_MS = 7_000;

type Made = { words?: string; mailed?: boolean };

/** Decides on who is shown and takes back, and says for a while what was done to whom. */
export function useDecisions(name: string, { queue: { items }, progress }: Review, takeBack: Gestures["undo"]) {
  const [said, setSaid] = useState<string | null>(null);
  const { at, made } = progress;
  const item = items[at];
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => { setSaid(null); }, SAID_MS);
    return () => { clearTimeout(timer); };
  }, [said]);

  /** A decision counts at once; one the engine refuses is dropped, and the person is shown again. */
  const decide = useCallback((decision: Decision, write: Promise<{ intent_id: string } | null> | null, { words, mailed = false }: Made = {}) => {
    if (!item) return;
    advanceTo(name, { do: "decide", place: at, decision, when: Date.now(), mailed });
    setSaid(words ?? null);
    void write?.then((queued) => {
      settle(name, item, queued?.intent_id ?? null);
      if (!queued) setSaid(null);
    });
  }, [name, item, at]);

  const undo = () => {
    // Who is looked at again is meant, not who was decided on since.
    const last = madeOf(progress, at) ?? made.at(-1);
    if (!last) { announce(t("frame.nothingToUndo")); return; }
    if (last.decision !== "skipped" && last.intent === null) { announce(t("review.stillKept")); return; }
    // What goes with a mail is not taken back by a key.
    if (last.mailed) { toast({ message: t("deed.mail.gone"), detail: t("deed.mail.goneCure") }); announce(`${t("deed.mail.gone")} ${t("deed.mail.goneCure")}`); return; }
    advanceTo(name, { do: "drop", place: last.place });
    setSaid(null);
    const who = items[last.place];
    if (last.intent !== null) void takeBack(last.intent, { quiet: true }).then((queued) => { if (!queued && who) restore(name, who, last); });
    else announce(t("review.back", { name: who?.name ?? "" }));
  };
  const tell = (words: string) => { setSaid(words); announce(words); };
  return { decide, undo, said, tell };
}
