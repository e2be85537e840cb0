import { useState } from "react";
import { Ellipsis } from "lucide-react";
import type { ApplicationView, CandidateView } from "../../bindings/types";
import { Button, MenuButton, useHotkey } from "../../component";
import { More, moreItems } from "../act/more/More";
import type { MoreAsk } from "../act/more/more";
import { subjectOf } from "../act/subject";
import { MoveMenu } from "../pipeline/MoveMenu";
import { useMove } from "../pipeline/useMove";
import { cardOf, useTargets } from "./useApplications";
import { t } from "../../words";
import css from "./Candidate.module.css";

/** Moves one application on, by button or key: `L` to the next stage, `M` to any. */
export function MoveActions({ candidate, application }: { candidate: CandidateView; application: ApplicationView }) {
  const { next } = useTargets(application);
  const move = useMove();
  const [more, setMore] = useState<MoreAsk | null>(null);
  const [menu, setMenu] = useState(false);
  const [box, setBox] = useState<HTMLSpanElement | null>(null);
  const onNext = () => { if (next) void move({ card: cardOf(candidate, application), from: application.stage, to: next.stage }); };
  useHotkey("l", onNext, { label: t("candidate.keys.move"), group: t("candidate.keys.group") });
  useHotkey("m", () => { setMenu(true); }, { label: t("candidate.keys.menu"), group: t("candidate.keys.group") });
  return (
    <span className={css.actions} ref={setBox}>
      {next && <Button variant="primary" kbd="l" onPress={onNext}><span className={css.cut}>{t("candidate.moveTo", { stage: next.stage.name })}</span></Button>}
      <Button kbd="m" onPress={() => { setMenu(true); }}>{t("candidate.moveMenu")}</Button>
      <MenuButton variant="quiet" label={t("deed.menu.more")} items={moreItems(["transfer", "source", "project", "feedback"], false)} onAction={(kind) => { setMore({ kind, who: [subjectOf(cardOf(candidate, application))] }); }}><Ellipsis /></MenuButton>
      {more && <More ask={more} onClose={() => { setMore(null); }} />}
      {menu && (
        <MoveMenu
          application={application.id} name={candidate.name} anchor={box} onClose={() => { setMenu(false); }}
          onPick={(to) => { setMenu(false); void move({ card: cardOf(candidate, application), from: application.stage, to }); }}
        />
      )}
    </span>
  );
}
