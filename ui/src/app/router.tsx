import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect, type RouterHistory } from "@tanstack/react-router";
import type { BoardFilter, CandidateSort, JobSort } from "../bindings/types";
import type { CandidateSearch } from "../feature/candidate/list";
import type { CandidateTab } from "../feature/candidate/CandidateScreen";
import type { JobSearch } from "../feature/job/list";
import { VIEWS, type InterviewSearch } from "../feature/interview/list";
import { OFFER_SORTS, type OfferSearch } from "../feature/offer/list";
import type { ActivityTab } from "../feature/activity/ActivityScreen";
import type { SettingsTab } from "../feature/settings/SettingsScreen";
import type { JobTab } from "../feature/pipeline/PipelineScreen";
import { filterOf } from "../feature/pipeline/filter";
import { Gate } from "./Gate";
import { JobsRoute } from "./JobsRoute";

type Search = Record<string, unknown>;
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined);
const texts = (value: unknown): string[] | undefined => (Array.isArray(value) && value.length > 0 ? value.filter((one) => typeof one === "string") : undefined);
const flag = (value: unknown): boolean | undefined => (typeof value === "boolean" ? value : undefined);
const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined => values.find((one) => one === value);

const JOB_SORTS: readonly JobSort[] = ["title", "status", "active", "opened"];
const CANDIDATE_SORTS: readonly CandidateSort[] = ["relevance", "name", "updated", "created"];
const TABS: readonly CandidateTab[] = ["resume", "timeline", "answers", "feedback", "interviews", "offers", "files", "fields", "raw"];
const JOB: readonly JobTab[] = ["pipeline", "candidates", "openings", "postings", "questions", "team", "insights", "details"];
const ACTIVITY: readonly ActivityTab[] = ["writes", "runs", "quality"];
const SETTINGS: readonly SettingsTab[] = ["connection", "sync", "models", "fields", "sources", "privacy", "appearance", "keys", "move", "api", "about"];

// The first screen comes with the app; the others are read while it stands there, so that none is waited for.
const screens = () => import("./screens");
setTimeout(() => { void screens(); }, 1_000);
const screen = (name: keyof Awaited<ReturnType<typeof screens>>) => lazyRouteComponent(screens, name);

const broken = () => import("./Broken");
const Broken = lazyRouteComponent(broken, "Broken");
const NotFound = lazyRouteComponent(broken, "NotFound");

const root = createRootRoute({ component: Gate, notFoundComponent: NotFound, errorComponent: Broken });

const home = createRoute({ getParentRoute: () => root, path: "/", beforeLoad: () => { throw redirect({ to: "/jobs", replace: true }); } });
const jobs = createRoute({
  getParentRoute: () => root, path: "/jobs", component: JobsRoute,
  validateSearch: (search: Search): JobSearch => ({ q: text(search.q), status: text(search.status), sort: oneOf(JOB_SORTS, search.sort), desc: flag(search.desc) }),
});
const pipeline = createRoute({ getParentRoute: () => root, path: "/jobs/$jobId", component: screen("PipelineRoute"), validateSearch: (search: Search): { plan?: string; tab?: JobTab; filter?: BoardFilter } => ({ plan: text(search.plan), tab: oneOf(JOB, search.tab), filter: filterOf(search.filter) }) });
const candidates = createRoute({
  getParentRoute: () => root, path: "/candidates", component: screen("CandidatesRoute"),
  validateSearch: (search: Search): CandidateSearch => ({ q: typeof search.q === "string" ? search.q : text(search.q), sort: oneOf(CANDIDATE_SORTS, search.sort), desc: flag(search.desc), columns: texts(search.columns) }),
});
const candidate = createRoute({ getParentRoute: () => root, path: "/candidates/$candidateId", component: screen("CandidateRoute"), validateSearch: (search: Search): { tab?: CandidateTab } => ({ tab: oneOf(TABS, search.tab) }) });
const interviews = createRoute({
  getParentRoute: () => root, path: "/interviews", component: screen("InterviewsRoute"),
  validateSearch: (search: Search): InterviewSearch => ({ view: oneOf(VIEWS, search.view), on: text(search.on), whose: oneOf(["mine"] as const, search.whose) }),
});
const offers = createRoute({
  getParentRoute: () => root, path: "/offers", component: screen("OffersRoute"),
  validateSearch: (search: Search): OfferSearch => ({ status: text(search.status), sort: oneOf(OFFER_SORTS, search.sort), desc: flag(search.desc) }),
});
const projects = createRoute({ getParentRoute: () => root, path: "/projects", component: screen("ProjectsRoute"), validateSearch: (search: Search): { project?: string } => ({ project: text(search.project) }) });
const duplicates = createRoute({ getParentRoute: () => root, path: "/duplicates", component: screen("DuplicatesRoute") });
const activity = createRoute({ getParentRoute: () => root, path: "/activity", component: screen("ActivityScreen"), validateSearch: (search: Search): { tab?: ActivityTab } => ({ tab: oneOf(ACTIVITY, search.tab) }) });
const settings = createRoute({ getParentRoute: () => root, path: "/settings", component: screen("SettingsScreen"), validateSearch: (search: Search): { tab?: SettingsTab } => ({ tab: oneOf(SETTINGS, search.tab) }) });
const firstSync = createRoute({ getParentRoute: () => root, path: "/first-sync", component: screen("FirstSync") });

// The wizard over an open workspace; the gate shows it in place of the frame.
const connect = createRoute({ getParentRoute: () => root, path: "/connect", component: () => null });

const today = createRoute({ getParentRoute: () => root, path: "/today", component: screen("TodayRoute") });
const review = createRoute({ getParentRoute: () => root, path: "/review", component: screen("ReviewsRoute") });
const queue = createRoute({ getParentRoute: () => root, path: "/review/$kind/$queueId", component: screen("ReviewRoute") });

const tree = root.addChildren([home, today, review, queue, jobs, pipeline, candidates, candidate, projects, duplicates, interviews, offers, activity, settings, firstSync, connect]);

/** The screens and their addresses. In the app they live behind the `#`; tests bring a history of their own. */
export const newRouter = (history: RouterHistory = createHashHistory()) =>
  createRouter({ routeTree: tree, history, defaultErrorComponent: Broken, defaultNotFoundComponent: NotFound, defaultPendingMinMs: 0, scrollRestoration: false });

declare module "@tanstack/react-router" {
  interface Register { router: ReturnType<typeof newRouter> }
}
