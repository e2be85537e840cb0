import { useState, type ReactNode } from "react";
import type { CandidateRow } from "../../../bindings/types";
import { announce, toast, useKeyHelp, useVerbs, type Verb } from "../../../component";
import { t } from "../../../words";
import { ActDialog, type Ask } from "../../act/ActDialog";
import { More } from "../../act/more/More";
import { MORE_KEYS, type MoreAsk, type MoreKind } from "../../act/more/more";
import { SelectionBar } from "../../act/SelectionBar";
import { MOST } from "../../act/subject";
import { useGestures } from "../../act/useGestures";
import { keepSelection } from "../../review/queue";
import { fitting, subjectOfRow, type Need } from "./fit";
import type { Choosing } from "./useChosen";

const GROUP = t("candidate.keys.group");
const HELP = [
  { keys: "x", label: t("pipeline.keys.select"), group: GROUP }, { keys: "Shift+ArrowDown", label: t("pipeline.keys.extend"), group: GROUP }, { keys: "Mod+a", label: t("common.chooseAll"), group: GROUP },
];
const FURTHER = ["source"] as const;
const NEEDS: Record<Ask["kind"], Need> = { reject: "live", note: "application", tag: "nothing" };

type Props = {
  choosing: Choosing;
  /** The person in hand, acted on where nobody is chosen. */
  person: CandidateRow | undefined;
  /** Rows as they are now, some of which may have been chosen as they were. */
  rows: ReadonlyMap<number, CandidateRow>;
  /** How many were found, in words; nothing where all of them can be chosen. */
  found: string | null;
  peek: boolean;
  /** What is reviewed, in words. */
  title: string;
  onReview: () => void;
  /** Back to the list, where the hand was. */
  onList: () => void;
};

/** Acts on everyone chosen, else on the person in hand: by key, by the menu of a row, and from a bar where somebody is chosen. */
export function useMany({ choosing: { chosen, drop, clear }, person, rows, found, peek, title, onReview, onList }: Props): { verbs: readonly Verb[]; bar: ReactNode } {
  const gestures = useGestures();
  const [ask, setAsk] = useState<Ask | null>(null);
  const [more, setMore] = useState<MoreAsk | null>(null);
  const acting = (): CandidateRow[] => {
    if (chosen.size === 0) return person ? [person] : [];
    const current = new Map([...rows.values()].map((row) => [row.id, row]));
    return [...chosen.values()].map((row) => current.get(row.id) ?? row);
  };
  /** Those a deed is about, and whom it leaves out; says why where that is everybody. */
  const about = (need: Need): { fit: CandidateRow[]; left: string | undefined } | null => {
    const all = acting();
    const { fit, left } = fitting(need, all);
    if (left === 0 || need === "nothing") return fit.length === 0 ? null : { fit, left: undefined };
    if (fit.length > 0) {
      const said = t(`candidate.many.left.${need}`, { count: left });
      announce(said);
      return { fit, left: said };
    }
    const message = t(`candidate.many.none.${need}`, { count: left, name: all[0]?.name ?? "" });
    const detail = t(`candidate.many.cure.${need}`);
    toast({ message, detail });
    announce(`${message} ${detail}`);
    return null;
  };
  const askAbout = (kind: Ask["kind"]) => { const who = about(NEEDS[kind]); if (who) setAsk({ kind, who: who.fit.map(subjectOfRow), left: who.left }); };
  const askMore = (kind: MoreKind) => { const who = about(kind === "project" ? "nothing" : "live"); if (who) setMore({ kind, who: who.fit.map(subjectOfRow), left: who.left }); };
  const review = () => {
    const who = about("live");
    if (!who) return;
    if (who.left !== undefined) toast({ message: who.left });
    keepSelection(title, who.fit.map(({ id, application, name, company }) => ({ candidate: id, application, name, company })));
    onReview();
  };

  const enabled = chosen.size > 0 || person !== undefined;
  useKeyHelp(HELP);
  const verbs: readonly Verb[] = [
    { keys: "v", label: t(chosen.size > 0 ? "pipeline.keys.review" : "today.review"), run: review, enabled },
    { keys: "r", label: t("pipeline.keys.reject"), run: () => { askAbout("reject"); }, danger: true, enabled },
    { keys: "t", label: t("pipeline.keys.tag"), run: () => { askAbout("tag"); }, enabled },
    { keys: "n", label: t("pipeline.keys.note"), run: () => { askAbout("note"); }, enabled },
    { keys: MORE_KEYS.source, label: t("deed.menu.source"), run: () => { askMore("source"); }, enabled },
    { keys: MORE_KEYS.project, label: t("deed.menu.project"), run: () => { askMore("project"); }, enabled },
  ];
  useVerbs(verbs, GROUP);
  const bar = (
    <>
      {chosen.size > 0 && (
        <SelectionBar
          count={chosen.size} most={chosen.size < MOST ? null : found === null ? t("pipeline.most") : t("candidate.many.most", { found })} peek={peek} more={FURTHER}
          onAsk={askAbout} onMore={askMore} onProject={() => { askMore("project"); }} onReview={review} onClear={() => { clear(); onList(); }}
        />
      )}
      {more && <More ask={more} onClose={() => { setMore(null); onList(); }} />}
      {ask && (
        <ActDialog
          ask={ask} onClose={() => { setAsk(null); onList(); }}
          acts={{ ...gestures, reject: (who, ...how) => { drop(who.map(({ candidate }) => candidate)); return gestures.reject(who, ...how); } }}
        />
      )}
    </>
  );
  return { verbs, bar };
}
