import { useRef, useState, type KeyboardEvent } from "react";
import { Screen, useHotkey, useKeyHelp, useTimed } from "../../component";
import { dates, t } from "../../words";
import { CandidateListPeek } from "../candidate/CandidateListPeek";
import { leaveFrom } from "../candidate/trail";
import { Interviews, Offers, Feedback } from "./Ahead";
import { MyJobs } from "./lens";
import { NeedsYou } from "./NeedsYou";
import { NewApplications } from "./NewApplications";
import { walk } from "./parts";
import { Quiet } from "./Quiet";
import { useVisit } from "./visit";
import { Waiting } from "./Waiting";
import css from "./Today.module.css";

const today = dates({ weekday: "long", day: "numeric", month: "long" });
const GROUP = t("frame.today");
const HELP = [
  { keys: "ArrowDown", label: t("today.keys.walk"), group: GROUP }, { keys: "Enter", label: t("today.keys.open"), group: GROUP }, { keys: " ", label: t("today.keys.peek"), group: GROUP },
];

type Props = { onPerson: (candidate: string) => void; onReview: (job: string) => void; onActivity: () => void; onInterviews: () => void; onOffers: () => void; onOwing: () => void };

/** What the day begins with: what needs one, what is new, who waits, what is ahead. */
export function TodayScreen({ onPerson, onReview, onActivity, onInterviews, onOffers, onOwing }: Props) {
  const board = useRef<HTMLDivElement>(null);
  const [peek, setPeek] = useState<string | null>(null);
  useVisit();
  const date = useTimed((now) => today.format(now));
  useKeyHelp(HELP);
  const step = (by: 1 | -1) => {
    const next = walk(board.current, by);
    const candidate = next?.dataset.candidateId;
    if (peek !== null && candidate !== undefined) setPeek(candidate);
  };
  const open = (candidate: string) => { leaveFrom(null); onPerson(candidate); };
  useHotkey("ArrowDown", () => { step(1); }, {});
  useHotkey("ArrowUp", () => { step(-1); }, {});
  useHotkey("Escape", () => { setPeek(null); }, { enabled: peek !== null });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const row = event.target.dataset.row === undefined ? null : event.target;
    const candidate = row?.dataset.candidateId;
    if (event.key === " " && candidate !== undefined) setPeek((old) => (old === candidate ? null : candidate));
    else return;
    event.preventDefault();
  };
  const focusRow = (by: 1 | -1) => { step(by); };
  return (
    <Screen title={t("frame.today")} mark={<span className={css.date}>{date}</span>} end={<MyJobs />}>
      <div className={css.split}>
        <div className={css.scroll} ref={board} onKeyDown={onKeyDown} data-scroller>
          <div className={css.day}>
            <div className={css.main}>
              <NeedsYou onActivity={onActivity} />
              <NewApplications onReview={onReview} />
              <Waiting onPerson={open} />
              <Quiet />
            </div>
            <div className={css.side}>
              <Interviews onPerson={open} onDay={onInterviews} />
              <Offers onPerson={open} onAll={onOffers} />
              <Feedback onPerson={open} onAll={onOwing} />
            </div>
          </div>
        </div>
        {peek !== null && <CandidateListPeek id={peek} position="" onStep={focusRow} onOpen={() => { open(peek); }} onClose={() => { setPeek(null); }} />}
      </div>
    </Screen>
  );
}
