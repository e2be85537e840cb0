import { lazy } from "react";
import { Link, useRouterState } from "@tanstack/react-router";
import { ArrowDownUp, Briefcase, CalendarDays, ChevronDown, Clock, FileSignature, Inbox, Settings, Users } from "lucide-react";
import type { WorkspaceState } from "../bindings/types";
import { Badge, Seed } from "../component";
import { useCommand } from "../query";
import { number, t } from "../words";
import { useReviewJobs } from "../feature/review/useReviewJobs";
import { AfterPaint, Opener } from "./AfterPaint";
import { Truth } from "./Truth";
import css from "./Frame.module.css";

const WorkspaceMenu = lazy(async () => ({ default: (await import("./behind")).WorkspaceMenu }));

type Props = { workspace: WorkspaceState; onKeys: () => void };

/** Where one can go, and at its foot how true it all is. */
export function Rail({ workspace, onKeys }: Props) {
  // These two are tabs of Candidates with addresses of their own.
  const isPool = useRouterState({ select: ({ location }) => location.pathname === "/projects" || location.pathname === "/duplicates" });
  return (
    <div className={css.rail}>
      <Workspace workspace={workspace} onKeys={onKeys} />
      <nav className={css.nav} aria-label={t("frame.main")}>
        <Link to="/today" className={css.link} title={t("frame.today")}><Clock aria-hidden /><span className={css.label}>{t("frame.today")}</span></Link>
        <Link to="/review" className={css.link} title={t("frame.review")}><Inbox aria-hidden /><span className={css.label}>{t("frame.review")}</span><AfterPaint><ToReview /></AfterPaint></Link>
        <Link to="/jobs" className={css.link} title={t("frame.jobs")}><Briefcase aria-hidden /><span className={css.label}>{t("frame.jobs")}</span><AfterPaint><OpenJobs /></AfterPaint></Link>
        <Link to="/candidates" className={css.link} aria-current={isPool ? "page" : undefined} title={t("frame.candidates")}><Users aria-hidden /><span className={css.label}>{t("frame.candidates")}</span></Link>
        <Link to="/interviews" className={css.link} title={t("frame.interviews")}><CalendarDays aria-hidden /><span className={css.label}>{t("frame.interviews")}</span></Link>
        <Link to="/offers" className={css.link} title={t("frame.offers")}><FileSignature aria-hidden /><span className={css.label}>{t("frame.offers")}</span></Link>
        <Link to="/activity" className={css.link} title={t("frame.activity")}><ArrowDownUp aria-hidden /><span className={css.label}>{t("frame.activity")}</span><AfterPaint><NeedYou /></AfterPaint></Link>
        <Link to="/settings" className={css.link} title={t("frame.settings")}><Settings aria-hidden /><span className={css.label}>{t("frame.settings")}</span></Link>
      </nav>
      <Truth />
    </div>
  );
}

// Each number asks for itself: an answer draws that number, not the rail.
const Count = ({ of }: { of: number | undefined }) => of !== undefined && of > 0 && <span className={css.count}><Badge>{number(of)}</Badge></span>;

const ToReview = () => <Count of={useReviewJobs().data?.to_review} />;

const OpenJobs = () => <Count of={useCommand("list_jobs", { query: "", statuses: ["OPEN"], sort: "active", desc: true, offset: 0, limit: 1 }).data?.total} />;

function NeedYou() {
  const { data: sync } = useCommand("sync_status", {});
  const { data: checks } = useCommand("quality_checks", {});
  const needs = (sync ? sync.failed + sync.undecided : 0) + (checks?.length ?? 0);
  return needs > 0 && <span className={css.count} data-bad title={t("frame.needYou", { count: needs })}><Badge bad>{number(needs)}</Badge></span>;
}

function Workspace({ workspace, onKeys }: Props) {
  const name = workspace.name ?? t(workspace.kind === "ashby" ? "frame.ashby" : "frame.demo");
  const label = `${t("frame.workspace")}: ${name}`;
  const shown = <><Seed /><span className={css.name}>{name}</span><ChevronDown className={css.chevron} aria-hidden /></>;
  return (
    <div className={css.workspace}>
      <Opener label={label} popup="menu" face={shown}>
        {(isPressed) => <WorkspaceMenu kind={workspace.kind} name={name} label={label} isOpen={isPressed} onKeys={onKeys}>{shown}</WorkspaceMenu>}
      </Opener>
    </div>
  );
}
