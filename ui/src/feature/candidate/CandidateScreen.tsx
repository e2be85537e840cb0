import { useEffect, useMemo, useState } from "react";
import { ChevronDown, ChevronLeft, ChevronUp, Ellipsis, ExternalLink, FileText, Printer } from "lucide-react";
import type { ApplicationView, CandidateView } from "../../bindings/types";
import { Age, Button, FailureState, IconButton, MenuButton, Screen, Tabs, useHotkey } from "../../component";
import { platform } from "../../platform";
import { useAct, useCommand } from "../../query";
import { MoveMenu } from "../pipeline/MoveMenu";
import { useMove, useUndoMove } from "../pipeline/useMove";
import { More } from "../act/more/More";
import { MORE_KEYS, type MoreAsk, type MoreKind } from "../act/more/more";
import { RejectDialog } from "../act/RejectDialog";
import { subjectOf } from "../act/subject";
import { useGestures } from "../act/useGestures";
import { AddToJob } from "./act/AddToJob";
import { DropPlace } from "./act/AddFile";
import { ApplicationStrip } from "./ApplicationStrip";
import { ended } from "./bars";
import { CandidateHeader } from "./CandidateHeader";
import { FieldsTab } from "./FieldsTab";
import { NotesColumn } from "./NotesColumn";
import { TemplateDialog } from "./note/TemplateDialog";
import { PacketDialog } from "./packet/PacketDialog";
import { InterviewsTab, OffersTab, RawTab } from "./ProcessTabs";
import { ResumeTab } from "./resume/ResumeTab";
import { AnswersTab } from "./section/AnswersTab";
import { FeedbackTab } from "./section/FeedbackTab";
import { FilesTab } from "./section/FilesTab";
import { TimelineTab } from "./section/TimelineTab";
import { cardOf, leading, useApplications, useTargets } from "./useApplications";
import { useNeighbours } from "./useNeighbours";
import { t } from "../../words";
import { position } from "./words";
import strips from "./Application.module.css";
import css from "./Candidate.module.css";

const TABS = ["resume", "timeline", "answers", "feedback", "interviews", "offers", "files", "fields", "raw"] as const;
export type CandidateTab = (typeof TABS)[number];
type Props = { id: string; tab: CandidateTab; onTab: (tab: CandidateTab) => void; onOpen: (candidate: string) => void; onProject: (project: string) => void; onBack: () => void };

const openLink = (url: string) => { void platform.openLink(url); };

/** One person: who they are, where they are in each process, résumé, fields and notes. */
export function CandidateScreen({ id, tab, onTab, onOpen, onProject, onBack }: Props) {
  const { data: candidate, error, refetch } = useCommand("candidate", { id });
  const notes = useCommand("candidate_notes", { id });
  const { mutate: refresh } = useAct("candidate_refresh");
  const near = useNeighbours(id, onOpen);
  useEffect(() => { refresh({ id }); }, [id, refresh]);
  useHotkey("Escape", onBack, { label: t("candidate.keys.back"), group: t("candidate.keys.group") });
  useHotkey("j", () => near?.step(1), { label: t("candidate.keys.next"), group: t("candidate.keys.group"), enabled: near !== null });
  useHotkey("k", () => near?.step(-1), { label: t("candidate.keys.previous"), group: t("candidate.keys.group"), enabled: near !== null });
  return (
    <Screen
      title={candidate?.name ?? t("candidate.candidate")} parent={{ label: t("candidate.candidates"), onPress: onBack }}
      start={<IconButton size="small" label={t("candidate.back")} onPress={onBack}><ChevronLeft /></IconButton>}
      end={(
        <>
          {near && (
            <>
              <span className={css.position} title={position(near.index, near.total, near.where)}>{position(near.index, near.total, near.where)}</span>
              <span className={css.steps}>
                <IconButton size="small" label={t("candidate.previous")} isDisabled={near.index === 0} onPress={() => { near.step(-1); }}><ChevronUp /></IconButton>
                <IconButton size="small" label={t("candidate.next")} isDisabled={near.index + 1 >= near.total} onPress={() => { near.step(1); }}><ChevronDown /></IconButton>
              </span>
            </>
          )}
          {candidate?.fresh_at != null && <span className={css.asOf}>{t("candidate.asOf")} <Age at={candidate.fresh_at} ago /></span>}
          {candidate?.url != null && <Button onPress={() => { openLink(candidate.url ?? ""); }}><ExternalLink />{t("candidate.openInAshby")}</Button>}
          {candidate && <MoreMenu candidate={candidate} />}
        </>
      )}
    >
      {candidate ? <Person key={id} candidate={candidate} notes={notes.data} notesFailed={notes.isError} tab={tab} onTab={onTab} onOpen={onOpen} onProject={onProject} onForgotten={onBack} />
        : error && <FailureState failure={error} onRetry={() => { void refetch(); }} />}
    </Screen>
  );
}

function Section({ candidate, tab, onForgotten }: { candidate: CandidateView; tab: CandidateTab; onForgotten: () => void }) {
  switch (tab) {
    case "resume": return <ResumeTab candidate={candidate} />;
    case "timeline": return <TimelineTab id={candidate.id} />;
    case "answers": return <AnswersTab id={candidate.id} />;
    case "feedback": return <FeedbackTab id={candidate.id} name={candidate.name} applications={candidate.applications} />;
    case "files": return <FilesTab id={candidate.id} name={candidate.name} />;
    case "interviews": return <InterviewsTab id={candidate.id} name={candidate.name} onLink={openLink} />;
    case "offers": return <OffersTab id={candidate.id} />;
    case "fields": return <FieldsTab candidate={candidate} onLink={openLink} onForgotten={onForgotten} />;
    case "raw": return <RawTab id={candidate.id} />;
  }
}

type PersonProps = { candidate: CandidateView; notes: Parameters<typeof NotesColumn>[0]["list"]; notesFailed: boolean; tab: CandidateTab; onTab: (tab: CandidateTab) => void; onOpen: (candidate: string) => void; onProject: (project: string) => void; onForgotten: () => void };

function Person({ candidate, notes, notesFailed, tab, onTab, onOpen, onProject, onForgotten }: PersonProps) {
  const applications = useApplications(candidate);
  const lead = leading(applications);
  const { next } = useTargets(lead);
  const move = useMove();
  const undo = useUndoMove();
  const { reject } = useGestures();
  const [menu, setMenu] = useState<ApplicationView | null>(null);
  const [rejecting, setRejecting] = useState(false);
  const [more, setMore] = useState<MoreAsk | null>(null);
  const ask = (kind: MoreKind, application: ApplicationView | null) => { setMore({ kind, who: [application ? subjectOf(cardOf(candidate, application)) : { application: "", candidate: candidate.id, name: candidate.name, tags: [] }] }); };
  // With one process the page says which it is; with several the big buttons have to.
  const about = lead?.job != null && applications.filter((one) => !ended(one)).length > 1 ? lead.job : null;
  const onNext = () => { if (lead && next) void move({ card: cardOf(candidate, lead), from: lead.stage, to: next.stage }); };
  useHotkey("l", onNext, { label: t("candidate.keys.move"), group: t("candidate.keys.group"), enabled: next !== null });
  useHotkey("m", () => { if (lead) setMenu(lead); }, { label: t("candidate.keys.menu"), group: t("candidate.keys.group"), enabled: lead !== null });
  useHotkey("r", () => { setRejecting(true); }, { label: t("person.keys.reject"), group: t("candidate.keys.group"), enabled: lead !== null });
  useMoreKeys(applications, lead, ask);
  const anchor = useMemo(() => (menu ? document.querySelector(`[data-strip="${CSS.escape(menu.id)}"]`) : null), [menu]);
  return (
    <DropPlace id={candidate.id} name={candidate.name} className={css.body}>
      {candidate.followed_from !== undefined && <p className={css.merged} role="status">{t("candidate.merged", { name: candidate.name })}</p>}
      <CandidateHeader
        candidate={candidate} next={next} about={about} onNext={onNext} onReject={lead ? () => { setRejecting(true); } : null} onLink={openLink} onProject={onProject} onProjects={() => { ask("project", lead); }} more={<AddToJob candidate={candidate} onOpen={onOpen} />}
      />
      <section className={strips.strips} data-many={applications.length > 3 || undefined} aria-label={t("candidate.applications")}>
        {applications.map((application) => (
          <ApplicationStrip
            key={application.id} application={application} isKeyed={application.id === (lead ?? applications[0])?.id} onMore={ask} onMove={() => { setMenu(application); }}
            onUndo={(one) => { void undo(cardOf(candidate, one)); }}
          />
        ))}
        {applications.length === 0 && <p className={strips.empty}>{t("candidate.noApplications")}</p>}
      </section>
      <Tabs
        label={t("candidate.sections")} selected={tab} onSelect={onTab}
        items={TABS.map((key) => ({ id: key, label: t(`candidate.${key}`), count: countOf(key, candidate) }))}
      />
      {TABS.map((key, index) => <TabKey key={key} stroke={String(index + 1)} name={t(`candidate.${key}`)} onPress={() => { onTab(key); }} />)}
      <div className={css.split}>
        <div className={css.main}>
          <Section candidate={candidate} tab={tab} onForgotten={onForgotten} />
        </div>
        <NotesColumn id={candidate.id} name={candidate.name} job={lead?.job ?? null} list={notes} failed={notesFailed} onLink={openLink} />
      </div>
      {more && <More ask={more} onClose={() => { setMore(null); }} />}
      {menu && (
        <MoveMenu
          application={menu.id} name={candidate.name} anchor={anchor} onClose={() => { setMenu(null); }}
          onPick={(to) => { setMenu(null); void move({ card: cardOf(candidate, menu), from: menu.stage, to }); }}
        />
      )}
      {rejecting && lead && <RejectDialog name={candidate.name} left={about === null ? undefined : t("candidate.actsOn", { job: about })} onClose={() => { setRejecting(false); }} onReject={(reason, note, mail) => { setRejecting(false); void reject([subjectOf(cardOf(candidate, lead))], reason, note, { mail }); }} />}
    </DropPlace>
  );
}

/** The key of one section, by its place. */
function TabKey({ stroke, name, onPress }: { stroke: string; name: string; onPress: () => void }) {
  useHotkey(stroke, onPress, { label: t("candidate.keys.tab", { tab: name }), group: t("candidate.keys.group") });
  return null;
}

/** Keys of the further actions: on the application bare keys act on, or the newest ended one. */
function useMoreKeys(applications: readonly ApplicationView[], lead: ApplicationView | null, ask: (kind: MoreKind, application: ApplicationView | null) => void) {
  const any = lead ?? applications[0] ?? null;
  const archived = applications.find(({ stage }) => stage?.kind === "Archived") ?? null;
  useHotkey(MORE_KEYS.transfer, () => { ask("transfer", lead); }, { label: t("deed.menu.transfer"), enabled: lead !== null });
  useHotkey(MORE_KEYS.source, () => { ask("source", any); }, { label: t("deed.menu.source"), enabled: any !== null });
  useHotkey(MORE_KEYS.project, () => { ask("project", any); }, { label: t("deed.menu.project") });
  useHotkey(MORE_KEYS.reconsider, () => { ask("reconsider", archived); }, { label: t("deed.menu.reconsider"), enabled: archived !== null });
  useHotkey(MORE_KEYS.feedback, () => { ask("feedback", any); }, { label: t("deed.menu.feedback"), enabled: any !== null });
}

function countOf(tab: CandidateTab, { files, resume }: CandidateView): number | undefined {
  const count = tab === "files" ? files.length + (resume !== null && !files.includes(resume.name) ? 1 : 0) : 0;
  return count === 0 ? undefined : count;
}

/** What is done with a person now and then. */
function MoreMenu({ candidate }: { candidate: CandidateView }) {
  const [open, setOpen] = useState<"packet" | "templates" | null>(null);
  useHotkey("Mod+p", () => { setOpen("packet"); }, { label: t("person.keys.print"), group: t("candidate.keys.group") });
  return (
    <>
      <MenuButton
        label={t("person.packet.more")} onAction={setOpen}
        items={[{ id: "packet", label: t("person.packet.button"), icon: <Printer aria-hidden />, kbd: "Mod+p" }, { id: "templates", label: t("person.template.manage"), icon: <FileText aria-hidden /> }]}
      ><Ellipsis /></MenuButton>
      {open === "packet" && <PacketDialog candidate={candidate} onClose={() => { setOpen(null); }} />}
      {open === "templates" && <TemplateDialog onClose={() => { setOpen(null); }} />}
    </>
  );
}
