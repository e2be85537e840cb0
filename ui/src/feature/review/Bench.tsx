import { useMemo, useRef, useState } from "react";
import type { ApplicationView, CandidateView, StageRef } from "../../bindings/types";
import { announce, clockTime, useHotkey, useTimed } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import { ActDialog, type Ask } from "../act/ActDialog";
import type { Subject } from "../act/subject";
import { useGestures } from "../act/useGestures";
import { ended } from "../candidate/bars";
import { onward } from "../pipeline/targets";
import { MoveMenu } from "../pipeline/MoveMenu";
import { Facts } from "./Facts";
import { Foot } from "./Foot";
import { Head } from "./Head";
import { advanceTo, forget, type Review } from "./kept";
import { KeywordsDialog } from "./KeywordsDialog";
import { Paper } from "./Paper";
import { done, madeOf } from "./progress";
import type { Item } from "./queue";
import { Summary } from "./Summary";
import { useDecisions } from "./useDecisions";
import { useOnceReady } from "./useOnceReady";
import { useWarm, WARM } from "./useWarm";
import css from "./Review.module.css";

const GROUP = t("frame.review");

/** The application that is decided on: the one of the queue, else the first that still moves. */
function meant(candidate: CandidateView | undefined, item: Item | undefined): ApplicationView | null {
  if (!candidate || !item) return null;
  return candidate.applications.find(({ id }) => id === item.application) ?? candidate.applications.find((one) => !ended(one)) ?? null;
}

type Props = { name: string; review: Review; onClose: () => void; onPerson: (candidate: string) => void };

/** Person after person of a queue: the résumé, the facts, and a key for each decision. */
export function Bench({ name, review, onClose, onPerson }: Props) {
  const { queue, progress } = review;
  const { items } = queue;
  const [ask, setAsk] = useState<Ask["kind"] | null>(null);
  const [menu, setMenu] = useState(false);
  const [words, setWords] = useState(false);
  const paper = useRef<HTMLDivElement>(null);
  const [foot, setFoot] = useState<HTMLElement | null>(null);
  const gestures = useGestures();
  const { decide, undo, said, tell } = useDecisions(name, review, gestures.undo);
  const made = madeOf(progress, progress.at);
  const time = useTimed((now) => (made ? clockTime(new Date(made.when).toISOString(), now) : ""));
  // Who was skipped can still be decided on.
  const decided = made && made.decision !== "skipped" ? t(`review.decided.${made.decision}`, { time }) : null;
  const undecided = (run: () => void) => () => { if (decided === null) run(); else tell(t("review.already")); };
  const go = (by: 1 | -1) => { advanceTo(name, { do: "go", by }); };
  const { at } = progress;
  const item = items[at];
  const over = done(progress);
  const next = useMemo(() => upcoming(items, at), [items, at]);
  useWarm(next);
  const { data: candidate, error } = useCommand("candidate", { id: item?.candidate ?? "" }, { enabled: item !== undefined });
  const application = meant(candidate, item);
  const { data: targets, error: adrift } = useCommand("move_targets", { application_id: application?.id ?? "" }, { enabled: application !== null });
  const to = targets && application?.stage ? onward(targets, application.stage.id) : null;
  const who: readonly Subject[] = candidate ? [{ application: application?.id ?? "", candidate: candidate.id, name: candidate.name, tags: candidate.tags.map(({ name }) => name) }] : [];

  const moveTo = (stage: StageRef) => { decide("advanced", gestures.move(who, stage, { quiet: true }), { words: t("act.moved", { name: candidate?.name ?? "", stage: stage.name }) }); };
  const advance = undecided(() => {
    if (!candidate || !application) announce(t("review.noApplication"));
    else if (!to) setMenu(true);
    else moveTo(to.stage);
  });
  const skip = undecided(() => { decide("skipped", null); });
  // One that is through begins anew the next time.
  const close = () => { onClose(); if (over) forget(name); };
  const page = (by: 1 | -1) => { paper.current?.scrollBy({ top: by * paper.current.clientHeight * 0.85 }); };
  const free = !over && ask === null && !menu && !words;
  const key = (label: string, enabled = free) => ({ label, group: GROUP, enabled });
  const about = (kind: "reject" | "note") => { if (application) setAsk(kind); else announce(t("review.noApplication")); };
  const ready = error !== null || (candidate !== undefined && (application === null || targets !== undefined || adrift !== null));
  const press = useOnceReady(ready, at, { advance, reject: undecided(() => { about("reject"); }), tag: () => { setAsk("tag"); }, note: () => { about("note"); } });
  useHotkey("a", () => { press("advance"); }, key(t("review.advance")));
  useHotkey("r", () => { press("reject"); }, key(t("act.reject")));
  useHotkey("t", () => { press("tag"); }, key(t("act.tag")));
  useHotkey("n", () => { press("note"); }, key(t("act.note")));
  useHotkey("s", skip, key(t("review.skip")));
  useHotkey("m", undecided(() => { if (application) setMenu(true); }), key(t("candidate.keys.menu")));
  useHotkey("u", undo, key(t("common.undo"), ask === null && !menu && !words));
  useHotkey("Mod+z", undo, { enabled: ask === null && !menu && !words });
  useHotkey("j", () => { go(1); }, key(t("review.next")));
  useHotkey("k", () => { go(-1); }, key(t("review.previous")));
  useHotkey("ArrowDown", () => { paper.current?.scrollBy({ top: 80 }); }, key(t("review.page")));
  useHotkey("ArrowUp", () => { paper.current?.scrollBy({ top: -80 }); }, { enabled: free });
  useHotkey(" ", () => { page(1); }, key(t("review.pageDown")));
  useHotkey("w", () => { setWords(true); }, key(t("review.keywords")));
  useHotkey("o", () => { if (item) onPerson(item.candidate); }, key(t("review.openPerson")));
  useHotkey("Escape", close, key(t("review.close"), ask === null && !menu && !words));

  if (over) return <Summary queue={queue} progress={progress} onClose={close} onPerson={onPerson} onUndo={undo} onShow={(place) => { advanceTo(name, { do: "show", place }); }} />;
  return (
    <main className={css.main} id="main" tabIndex={-1} data-testid="review" data-place={at}>
      <Head queue={queue} progress={progress} onClose={close} />
      <div className={css.bench}>
        <Paper key={item?.candidate} candidate={candidate} failure={error} scroller={paper} onKeywords={() => { setWords(true); }} />
        <Facts candidate={candidate} application={application} next={next} />
      </div>
      <Foot ref={setFoot} decided={decided} to={to?.stage ?? null} asking={ask} said={said} canUndo={progress.made.length > 0} onAdvance={() => { press("advance"); }} onAsk={press} onSkip={skip} onUndo={undo} onGo={go} onKeywords={() => { setWords(true); }} />
      {ask !== null && who.length > 0 && (
        <ActDialog
          ask={{ kind: ask, who }} place="corner" onClose={() => { setAsk(null); }}
          acts={{
            reject: (subjects, reason, note, options) => {
              const write = gestures.reject(subjects, reason, note, { ...options, quiet: true });
              decide("rejected", write, { words: t("act.rejected", { name: candidate?.name ?? "", reason: reason.name }), mailed: options?.mail != null });
              return write;
            },
            tag: gestures.tag, untag: gestures.untag, note: gestures.note,
          }}
        />
      )}
      {menu && application && (
        <MoveMenu
          application={application.id} name={candidate?.name ?? ""} anchor={foot} onClose={() => { setMenu(false); }} onReject={() => { setMenu(false); setAsk("reject"); }}
          onPick={(stage) => { setMenu(false); moveTo(stage); }}
        />
      )}
      {words && <KeywordsDialog onClose={() => { setWords(false); }} />}
    </main>
  );
}

/** Who comes next. */
const upcoming = (items: readonly Item[], at: number): Item[] => items.slice(at + 1, at + 1 + WARM);

