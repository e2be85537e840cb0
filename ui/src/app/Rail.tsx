import { Link, useRouter, useRouterState } from "@tanstack/react-router";
import { ArrowDownUp, Briefcase, CalendarDays, ChevronDown, Clock, FileSignature, Inbox, Keyboard, Plug, Settings, Users } from "lucide-react";
import { Button, MenuTrigger, Popover } from "react-aria-components";
import type { WorkspaceState } from "../bindings/types";
import { Badge, Menu, Seed } from "../component";
import menu from "../component/Menu.module.css";
import { useCommand } from "../query";
import { number, t } from "../words";
import { useReviewJobs } from "../feature/review/useReviewJobs";
import { Truth } from "./Truth";
import css from "./Frame.module.css";

type Props = { workspace: WorkspaceState; onKeys: () => void };

/** Where one can go, and at its foot how true it all is. */
export function Rail({ workspace, onKeys }: Props) {
  const { data: jobs } = useCommand("list_jobs", { query: "", statuses: ["OPEN"], sort: "active", desc: true, offset: 0, limit: 1 });
  const { data: sync } = useCommand("sync_status", {});
  const { data: reviews } = useReviewJobs();
  const { data: checks } = useCommand("quality_checks", {});
  // These two are tabs of Candidates with addresses of their own.
  const isPool = useRouterState({ select: ({ location }) => location.pathname === "/projects" || location.pathname === "/duplicates" });
  const needs = (sync ? sync.failed + sync.undecided : 0) + (checks?.length ?? 0);
  return (
    <div className={css.rail}>
      <Workspace workspace={workspace} onKeys={onKeys} />
      <nav className={css.nav} aria-label={t("frame.main")}>
        <Link to="/today" className={css.link} title={t("today.title")}><Clock aria-hidden /><span className={css.label}>{t("today.title")}</span></Link>
        <Link to="/review" className={css.link} title={t("review.title")}><Inbox aria-hidden /><span className={css.label}>{t("review.title")}</span>{reviews && reviews.to_review > 0 && <span className={css.count}><Badge>{number(reviews.to_review)}</Badge></span>}</Link>
        <Link to="/jobs" className={css.link} title={t("frame.jobs")}><Briefcase aria-hidden /><span className={css.label}>{t("frame.jobs")}</span>{jobs && jobs.total > 0 && <span className={css.count}><Badge>{number(jobs.total)}</Badge></span>}</Link>
        <Link to="/candidates" className={css.link} aria-current={isPool ? "page" : undefined} title={t("frame.candidates")}><Users aria-hidden /><span className={css.label}>{t("frame.candidates")}</span></Link>
        <Link to="/interviews" className={css.link} title={t("frame.interviews")}><CalendarDays aria-hidden /><span className={css.label}>{t("frame.interviews")}</span></Link>
        <Link to="/offers" className={css.link} title={t("frame.offers")}><FileSignature aria-hidden /><span className={css.label}>{t("frame.offers")}</span></Link>
        <Link to="/activity" className={css.link} title={t("frame.activity")}>
          <ArrowDownUp aria-hidden /><span className={css.label}>{t("frame.activity")}</span>
          {needs > 0 && <span className={css.count} data-bad title={t("frame.needYou", { count: needs })}><Badge bad>{number(needs)}</Badge></span>}
        </Link>
        <Link to="/settings" className={css.link} title={t("frame.settings")}><Settings aria-hidden /><span className={css.label}>{t("frame.settings")}</span></Link>
      </nav>
      <Truth />
    </div>
  );
}

function Workspace({ workspace, onKeys }: Props) {
  const router = useRouter();
  const name = workspace.name ?? t(workspace.kind === "ashby" ? "frame.ashby" : "frame.demo");
  const act = (id: "connection" | "settings" | "keys") => {
    if (id === "keys") onKeys();
    else void router.navigate({ to: "/settings", search: id === "connection" ? { tab: "connection" } : {} });
  };
  return (
    <div className={css.workspace}>
      <MenuTrigger>
        <Button aria-label={`${t("frame.workspace")}: ${name}`}><Seed /><span className={css.name}>{name}</span><ChevronDown className={css.chevron} aria-hidden /></Button>
        <Popover className={menu.popover} offset={4} placement="bottom start">
          <Menu
            label={t("frame.workspace")} onAction={act}
            items={[
              { id: "connection", label: workspace.kind === "demo" ? t("frame.connectAshby") : name, icon: <Plug aria-hidden />, detail: workspace.kind === "demo" ? undefined : "Ashby" },
              { id: "settings", label: t("frame.settings"), icon: <Settings aria-hidden />, kbd: "Mod+," },
              { id: "keys", label: t("frame.keys.title"), icon: <Keyboard aria-hidden />, kbd: "?" },
            ]}
          />
        </Popover>
      </MenuTrigger>
    </div>
  );
}
