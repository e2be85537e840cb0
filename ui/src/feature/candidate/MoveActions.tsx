import { useState } from "react";
import type { ApplicationView, CandidateView } from "../../bindings/types";
import { Button, useHotkey } from "../../component";
import { MoveMenu } from "../pipeline/MoveMenu";
import { useMove } from "../pipeline/useMove";
import { cardOf, useTargets } from "./useApplications";
import { t } from "../../words";
import css from "./Candidate.module.css";

/** Moves one application on, by button or key: `L` to the next stage, `M` to any. */
export function MoveActions({ candidate, application }: { candidate: CandidateView; application: ApplicationView }) {
  const { next } = useTargets(application);
  const move = useMove();
  const [menu, setMenu] = useState(false);
  const [box, setBox] = useState<HTMLSpanElement | null>(null);
  const onNext = () => { if (next) void move({ card: cardOf(candidate, application), from: application.stage, to: next.stage }); };
  useHotkey("l", onNext, { label: t("candidate.keys.move"), group: t("candidate.keys.group") });
  useHotkey("m", () => { setMenu(true); }, { label: t("candidate.keys.menu"), group: t("candidate.keys.group") });
  return (
    <span className={css.actions} ref={setBox}>
      {next && <Button variant="primary" kbd="l" onPress={onNext}><span className={css.cut}>{t("candidate.moveTo", { stage: next.stage.name })}</span></Button>}
      <Button kbd="m" onPress={() => { setMenu(true); }}>{t("candidate.moveMenu")}</Button>
      {menu && (
        <MoveMenu
          application={application.id} name={candidate.name} anchor={box} onClose={() => { setMenu(false); }}
          onPick={(to) => { setMenu(false); void move({ card: cardOf(candidate, application), from: application.stage, to }); }}
        />
      )}
    </span>
  );
}
