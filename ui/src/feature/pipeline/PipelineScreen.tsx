import { ExternalLink } from "lucide-react";
import type { Failure } from "../../bindings/types";
import { Button, Coverage, Mark, Screen, Select, Tabs, ToolRow, useHotkey } from "../../component";
import { platform } from "../../platform";
import { useCommand } from "../../query";
import { useCardGap } from "../candidate/table/measure";
import { leaveFrom } from "../candidate/trail";
import { words as jobWords } from "../job/words";
import { Board } from "./Board";
import { count, words } from "./words";
import css from "./Pipeline.module.css";

type Props = { jobId: string; plan: string | null; onPlan: (plan: string) => void; onOpen: (candidate: string) => void; onBack: () => void };

/** A job and its pipeline. */
export function PipelineScreen({ jobId, plan, onPlan, onOpen, onBack }: Props) {
  const { data: board, error, refetch } = useCommand("board", { job_id: jobId, plan });
  const gap = useCardGap();
  useHotkey("Escape", onBack);
  const failure = error as Failure | null;
  const url = board?.job.url ?? null;
  return (
    <Screen
      title={board?.job.title ?? words.pipeline} parent={{ label: jobWords.jobs, onPress: onBack }}
      mark={board?.job.status != null && <Mark tone={board.job.status === "OPEN" ? "ok" : "offline"}>{jobWords.statusOf(board.job.status)}</Mark>}
      end={url !== null && <Button onPress={() => { void platform.openLink(url); }}><ExternalLink />{words.openInAshby}</Button>}
    >
      <Tabs label={words.sections} selected="pipeline" onSelect={() => undefined} items={[{ id: "pipeline", label: words.pipeline, count: board?.total }]} />
      {board && (
        <>
          <ToolRow end={<Coverage inline count={words.shown(board.total)} coverage={board.coverage} />}>
            {board.plans.length > 1 && (
              <Select label={words.plan} size="small" selected={board.plan?.id ?? null} onSelect={(id) => { onPlan(id); }} items={board.plans.map(({ id, name, count: people }) => ({ id, label: `${name}, ${count(people)}` }))} />
            )}
          </ToolRow>
          {board.columns.length === 0 ? <p className={css.state}>{words.noPlan}</p> : (
            <Board
              key={`${jobId} ${board.plan?.id ?? ""}`} board={board} gap={gap} onBack={onBack}
              onOpen={(card, stage, index, total) => {
                leaveFrom({ kind: "board", input: { job_id: jobId, stage_id: stage.id }, stage: stage.name, job: jobId, index, total, candidate: card.candidate_id });
                onOpen(card.candidate_id);
              }}
            />
          )}
        </>
      )}
      {failure && !board && <div className={css.state} role="alert"><p>{`${failure.message} ${failure.cure}`}</p><Button onPress={() => { void refetch(); }}>{words.tryAgain}</Button></div>}
    </Screen>
  );
}
