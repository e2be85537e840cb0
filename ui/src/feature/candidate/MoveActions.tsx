import { useRef, useState } from "react";
import type { ApplicationView, CandidateView } from "../../bindings/types";
import { Button, Kbd, useHotkey } from "../../component";
import { MoveMenu } from "../pipeline/MoveMenu";
import { useMove } from "../pipeline/useMove";
import { cardOf, useTargets } from "./useApplications";
import { words } from "./words";
import css from "./Candidate.module.css";

/** Moves one application on, by button or key: `L` to the next stage, `M` to any. */
export function MoveActions({ candidate, application }: { candidate: CandidateView; application: ApplicationView }) {
  const { next } = useTargets(application);
  const move = useMove();
  const [menu, setMenu] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const onNext = () => { if (next) void move({ card: cardOf(candidate, application), from: application.stage, to: next.stage }); };
  useHotkey("l", onNext);
  useHotkey("m", () => { setMenu(true); });
  return (
    <span className={css.actions} ref={box}>
      {next && <Button variant="primary" onPress={onNext}><span className={css.cut}>{words.moveTo(next.stage.name)}</span><Kbd>L</Kbd></Button>}
      <Button onPress={() => { setMenu(true); }}>{words.moveMenu}<Kbd>M</Kbd></Button>
      {menu && (
        <MoveMenu
          application={application.id} name={candidate.name} anchor={box.current} onClose={() => { setMenu(false); }}
          onPick={(to) => { setMenu(false); void move({ card: cardOf(candidate, application), from: application.stage, to }); }}
        />
      )}
    </span>
  );
}
