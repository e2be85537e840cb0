import type { Card, StageRef } from "../../bindings/types";
import { Button, Kbd } from "../../component";
import { useCommand } from "../../query";
import { CandidatePeek } from "../candidate/CandidatePeek";
import { words as candidateWords } from "../candidate/words";
import type { Focus } from "./focus";
import { onward } from "./targets";
import { words } from "./words";
import css from "./Pipeline.module.css";

type Props = {
  focus: Focus; card: Card; stage: StageRef | null; count: number;
  onStep: (by: 1 | -1) => void; onNext: () => void; onMenu: () => void; onOpen: () => void; onClose: () => void;
};

/** The focused card's person beside the board. */
export function PipelinePeek({ focus, card, stage, count, onStep, onNext, onMenu, onOpen, onClose }: Props) {
  const { data: targets } = useCommand("move_targets", { application_id: card.application_id });
  const next = stage && targets ? onward(targets, stage.id) : null;
  return (
    <CandidatePeek
      id={card.candidate_id} application={card.application_id} position={candidateWords.position(focus.index, count, stage?.name ?? null)}
      onStep={onStep} onOpen={onOpen} onClose={onClose}
      footer={() => (
        <>
          {next && <Button variant="primary" onPress={onNext}><span className={css.cut}>{words.moveTo(next.stage.name)}</span><Kbd>L</Kbd></Button>}
          <Button onPress={onMenu}>{words.moveMenu}<Kbd>M</Kbd></Button>
        </>
      )}
    />
  );
}
