import "../words/rest";
import { getRouteApi, useCanGoBack, useRouter } from "@tanstack/react-router";
import { CandidateScreen } from "../feature/candidate/CandidateScreen";
import { CandidatesScreen } from "../feature/candidate/CandidatesScreen";
import { InterviewsScreen } from "../feature/interview/InterviewsScreen";
import { OffersScreen } from "../feature/offer/OffersScreen";
import { PipelineScreen } from "../feature/pipeline/PipelineScreen";
import { DuplicatesScreen } from "../feature/pool/DuplicatesScreen";
import { ProjectsScreen } from "../feature/pool/ProjectsScreen";
import { PeopleTabs } from "../feature/pool/PeopleTabs";
import { ReviewScreen } from "../feature/review/ReviewScreen";
import { ReviewsScreen } from "../feature/review/ReviewsScreen";
import { TodayScreen } from "../feature/today/TodayScreen";
import { useRecent } from "../command/recents";
import { useCommand } from "../query";

/** Back to where one was, with its scroll and selection; to the list when one came from outside. */
function useBack(to: "/jobs" | "/candidates" | "/review"): () => void {
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return () => {
    if (canGoBack) router.history.back();
    else void router.navigate({ to });
  };
}

const pipeline = getRouteApi("/jobs/$jobId");
export function PipelineRoute() {
  const router = useRouter();
  const onBack = useBack("/jobs");
  const { jobId } = pipeline.useParams();
  const { plan, tab, filter } = pipeline.useSearch();
  const { data: board } = useCommand("board", { job_id: jobId, plan: plan ?? null });
  useRecent(board ? { kind: "job", id: jobId, title: board.job.title, subtitle: board.job.department } : null);
  return (
    <PipelineScreen
      key={jobId} jobId={jobId} plan={plan ?? null} onBack={onBack} onPlan={(next) => { void router.navigate({ to: "/jobs/$jobId", params: { jobId }, search: { plan: next, tab, filter }, replace: true }); }}
      tab={tab ?? "pipeline"} onTab={(next) => { void router.navigate({ to: "/jobs/$jobId", params: { jobId }, search: { plan, filter, tab: next === "pipeline" ? undefined : next }, replace: true }); }}
      onReview={() => { void router.navigate({ to: "/review/$kind/$queueId", params: { kind: "selection", queueId: "now" } }); }}
      filter={filter} onFilter={(next) => { void router.navigate({ to: "/jobs/$jobId", params: { jobId }, search: { plan, tab, filter: next }, replace: true }); }}
      onOpen={(candidateId) => { void router.navigate({ to: "/candidates/$candidateId", params: { candidateId } }); }}
    />
  );
}

export function TodayRoute() {
  const router = useRouter();
  return (
    <TodayScreen
      onPerson={(candidateId) => { void router.navigate({ to: "/candidates/$candidateId", params: { candidateId } }); }} onActivity={() => { void router.navigate({ to: "/activity" }); }}
      onInterviews={() => { void router.navigate({ to: "/interviews", search: { whose: undefined } }); }} onOwing={() => { void router.navigate({ to: "/interviews", search: { view: "owing" } }); }} onOffers={() => { void router.navigate({ to: "/offers" }); }}
      onReview={(queueId) => { void router.navigate({ to: "/review/$kind/$queueId", params: { kind: "job", queueId } }); }}
    />
  );
}

export function ReviewsRoute() {
  const router = useRouter();
  return <ReviewsScreen onReview={(kind, queueId) => { void router.navigate({ to: "/review/$kind/$queueId", params: { kind, queueId } }); }} />;
}

const review = getRouteApi("/review/$kind/$queueId");
export function ReviewRoute() {
  const router = useRouter();
  const onClose = useBack("/review");
  const { kind, queueId } = review.useParams();
  return <ReviewScreen key={`${kind} ${queueId}`} kind={kind === "view" || kind === "selection" ? kind : "job"} id={queueId} onClose={onClose} onPerson={(candidateId) => { void router.navigate({ to: "/candidates/$candidateId", params: { candidateId } }); }} />;
}

const candidates = getRouteApi("/candidates");
export function CandidatesRoute() {
  const router = useRouter();
  const search = candidates.useSearch();
  return (
    <CandidatesScreen
      tabs={<PeopleTabs at="everybody" />} search={search} onSearch={(next) => { void router.navigate({ to: "/candidates", search: next, replace: true }); }}
      onReview={() => { void router.navigate({ to: "/review/$kind/$queueId", params: { kind: "selection", queueId: "now" } }); }}
      onOpen={(candidateId) => { void router.navigate({ to: "/candidates/$candidateId", params: { candidateId } }); }}
    />
  );
}

const candidate = getRouteApi("/candidates/$candidateId");
export function CandidateRoute() {
  const router = useRouter();
  const onBack = useBack("/candidates");
  const { candidateId } = candidate.useParams();
  const { tab } = candidate.useSearch();
  const { data: person } = useCommand("candidate", { id: candidateId });
  useRecent(person ? { kind: "candidate", id: candidateId, title: person.name, subtitle: person.title } : null);
  return (
    <CandidateScreen
      id={candidateId} tab={tab ?? "resume"} onBack={onBack} onTab={(next) => { void router.navigate({ to: "/candidates/$candidateId", params: { candidateId }, search: { tab: next }, replace: true }); }}
      onProject={(project) => { void router.navigate({ to: "/projects", search: { project } }); }}
      onOpen={(next) => { void router.navigate({ to: "/candidates/$candidateId", params: { candidateId: next }, search: { tab }, replace: true }); }}
    />
  );
}

const interviews = getRouteApi("/interviews");
export function InterviewsRoute() {
  const router = useRouter();
  return (
    <InterviewsScreen
      search={interviews.useSearch()} onSearch={(next) => { void router.navigate({ to: "/interviews", search: next, replace: true }); }}
      onOpen={(candidateId) => { void router.navigate({ to: "/candidates/$candidateId", params: { candidateId } }); }}
    />
  );
}

const offers = getRouteApi("/offers");
export function OffersRoute() {
  const router = useRouter();
  return (
    <OffersScreen
      search={offers.useSearch()} onSearch={(next) => { void router.navigate({ to: "/offers", search: next, replace: true }); }}
      onOpen={(candidateId) => { void router.navigate({ to: "/candidates/$candidateId", params: { candidateId } }); }}
    />
  );
}

const projects = getRouteApi("/projects");
export function ProjectsRoute() {
  const router = useRouter();
  const { project } = projects.useSearch();
  return <ProjectsScreen project={project ?? null} onProject={(next) => { void router.navigate({ to: "/projects", search: { project: next }, replace: true }); }} onOpen={(candidateId) => { void router.navigate({ to: "/candidates/$candidateId", params: { candidateId } }); }} />;
}

export function DuplicatesRoute() {
  const router = useRouter();
  return <DuplicatesScreen onOpen={(candidateId) => { void router.navigate({ to: "/candidates/$candidateId", params: { candidateId } }); }} />;
}

export { ActivityScreen } from "../feature/activity/ActivityScreen";
export { SettingsScreen } from "../feature/settings/SettingsScreen";
export { FirstSync } from "../feature/start/FirstSync";
