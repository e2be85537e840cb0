import { useState } from "react";
import { ChevronLeft, ExternalLink, Plus } from "lucide-react";
import { Button, Coverage, EmptyState, FailureState, IconButton, Mark, Screen, Select, Tabs, ToolRow, useHotkey, useKeyHelp } from "../../component";
import { platform } from "../../platform";
import { useCommand } from "../../query";
import { useCardGap } from "../candidate/table/measure";
import { leaveFrom } from "../candidate/trail";
import { NewDialog } from "../create/NewDialog";
import { JobCharts } from "../job/chart/JobCharts";
import { JobPeople } from "../job/JobPeople";
import { Details, Postings, Questions, Team } from "../job/JobSections";
import { Openings } from "../job/Openings";
import { JobLine } from "../job/JobLine";
import { keepSelection } from "../review/queue";
import { statusOf } from "../job/words";
import type { BoardFilter } from "../../bindings/types";
import { Board } from "./Board";
import { BoardFilters } from "./BoardFilters";
import { t } from "../../words";
import { GROUP, VERBS } from "./verbs";
import css from "./Pipeline.module.css";

const HELP = [
  { keys: "ArrowDown", label: t("pipeline.keys.walk"), group: GROUP }, ...VERBS, { keys: "Shift+ArrowDown", label: t("pipeline.keys.extend"), group: GROUP }, { keys: "Mod+a", label: t("pipeline.keys.column"), group: GROUP },
];

const TABS = ["pipeline", "candidates", "openings", "postings", "questions", "team", "insights", "details"] as const;
export type JobTab = (typeof TABS)[number];

type Props = { jobId: string; tab: JobTab; onTab: (tab: JobTab) => void; plan: string | null; onPlan: (plan: string) => void; filter: BoardFilter | undefined; onFilter: (filter: BoardFilter | undefined) => void; onOpen: (candidate: string) => void; onReview: () => void; onBack: () => void };

/** A job and its pipeline. */
export function PipelineScreen({ jobId, tab, onTab, plan, onPlan, filter, onFilter, onOpen, onReview, onBack }: Props) {
  const { data: board, error, refetch } = useCommand("board", { job_id: jobId, plan, filter }, { keep: true });
  const [creating, setCreating] = useState(false);
  const gap = useCardGap();
  useHotkey("Escape", onBack, { label: t("pipeline.keys.back"), group: t("pipeline.keys.group") });
  useKeyHelp(HELP);
  // Here the key means this job.
  useHotkey("c", () => { setCreating(true); }, { label: t("create.new"), group: GROUP });
  const url = board?.job.url ?? null;
  return (
    <Screen
      title={board?.job.title ?? t("pipeline.pipeline")} parent={{ label: t("job.jobs"), onPress: onBack }}
      start={<IconButton size="small" label={t("pipeline.keys.back")} onPress={onBack}><ChevronLeft /></IconButton>}
      mark={board?.job.status != null && <Mark tone={board.job.status === "OPEN" ? "ok" : "offline"}>{statusOf(board.job.status)}</Mark>}
      end={<><Button kbd="c" onPress={() => { setCreating(true); }}><Plus />{t("create.new")}</Button>{url !== null && <Button aria-label={t("pipeline.openInAshby")} onPress={() => { void platform.openLink(url); }}><ExternalLink /><span className={css.word}>{t("pipeline.openInAshby")}</span></Button>}</>}
    >
      <JobLine id={jobId} />
      <Tabs
        label={t("pipeline.sections")} selected={tab} onSelect={onTab} items={TABS.map((id) => ({ id, label: t(`job.tab.${id}`), count: id === "pipeline" ? board?.unfiltered : undefined }))} />
      {tab === "candidates" && board && <JobPeople job={board.job} onOpen={onOpen} />}
      {tab === "openings" && <Openings jobId={jobId} />}
      {tab === "postings" && <Postings jobId={jobId} />}
      {tab === "questions" && <Questions jobId={jobId} />}
      {tab === "team" && <Team jobId={jobId} />}
      {tab === "insights" && <JobCharts jobId={jobId} plan={plan} />}
      {tab === "details" && <Details jobId={jobId} />}
      {tab === "pipeline" && board && (
        <>
          <ToolRow
            end={
              <span style={{ display: "flex", alignItems: "center", gap: 12 }}>
                <Coverage inline count={filter ? t("pipeline.shownOf", { shown: board.total, total: board.unfiltered }) : t("pipeline.people", { count: board.total })} coverage={board.coverage} />
                {board.plans.length > 1 && <Select label={t("pipeline.plan")} size="small" selected={board.plan?.id ?? null} onSelect={(id) => { onPlan(id); }} items={board.plans.map(({ id, name, count: people }) => ({ id, label: t("pipeline.planOf", { name, people }) }))} />}
              </span>
            }
          >
            <BoardFilters job={jobId} filter={filter} onFilter={onFilter} />
          </ToolRow>
          {board.columns.length === 0 ? <EmptyState text={t("pipeline.noPlan")} /> : filter && board.total === 0 ? <EmptyState text={t("pipeline.noneMatch")} action={<Button onPress={() => { onFilter(undefined); }}>{t("pipeline.clearFilters")}</Button>} /> : (
            <Board
              key={`${jobId} ${board.plan?.id ?? ""}`} board={board} filter={filter} gap={gap} onBack={onBack}
              onReview={(cards) => { keepSelection(board.job.title, cards.map(({ candidate_id, application_id, name }) => ({ candidate: candidate_id, application: application_id, name, company: null }))); onReview(); }}
              onOpen={(card, stage, index, total) => {
                leaveFrom({ kind: "board", input: { job_id: jobId, stage_id: stage.id, filter }, stage: stage.name, job: jobId, index, total, candidate: card.candidate_id });
                onOpen(card.candidate_id);
              }}
            />
          )}
        </>
      )}
      {creating && <NewDialog job={jobId} onClose={() => { setCreating(false); }} onPerson={onOpen} />}
      {error && !board && <FailureState failure={error} onRetry={() => { void refetch(); }} />}
    </Screen>
  );
}
