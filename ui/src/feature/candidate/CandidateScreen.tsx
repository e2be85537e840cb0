import { useEffect, useMemo, useState } from "react";
import { ChevronDown, ChevronLeft, ChevronUp, ExternalLink } from "lucide-react";
import type { ApplicationView, CandidateView } from "../../bindings/types";
import { Age, Button, FailureState, IconButton, Screen, Tabs, useHotkey } from "../../component";
import { platform } from "../../platform";
import { useAct, useCommand } from "../../query";
import { MoveMenu } from "../pipeline/MoveMenu";
import { useMove, useUndoMove } from "../pipeline/useMove";
import { ApplicationStrip } from "./ApplicationStrip";
import { CandidateHeader } from "./CandidateHeader";
import { FieldsTab } from "./FieldsTab";
import { NotesColumn } from "./NotesColumn";
import { InterviewsTab, OffersTab, RawTab } from "./ProcessTabs";
import { ResumeTab } from "./resume/ResumeTab";
import { cardOf, leading, useApplications, useTargets } from "./useApplications";
import { useNeighbours } from "./useNeighbours";
import { t } from "../../words";
import { position } from "./words";
import strips from "./Application.module.css";
import css from "./Candidate.module.css";

const TABS = ["resume", "interviews", "offers", "fields", "raw"] as const;
export type CandidateTab = (typeof TABS)[number];
type Props = { id: string; tab: CandidateTab; onTab: (tab: CandidateTab) => void; onOpen: (candidate: string) => void; onBack: () => void };

const openLink = (url: string) => { void platform.openLink(url); };

/** One person: who they are, where they are in each process, résumé, fields and notes. */
export function CandidateScreen({ id, tab, onTab, onOpen, onBack }: Props) {
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
              <span className={css.position}>{position(near.index, near.total, near.where)}</span>
              <IconButton size="small" label={t("candidate.previous")} isDisabled={near.index === 0} onPress={() => { near.step(-1); }}><ChevronUp /></IconButton>
              <IconButton size="small" label={t("candidate.next")} isDisabled={near.index + 1 >= near.total} onPress={() => { near.step(1); }}><ChevronDown /></IconButton>
            </>
          )}
          {candidate?.fresh_at != null && <span className={css.asOf}>{t("candidate.asOf")} <Age at={candidate.fresh_at} ago /></span>}
          {candidate?.url != null && <Button onPress={() => { openLink(candidate.url ?? ""); }}><ExternalLink />{t("candidate.openInAshby")}</Button>}
        </>
      )}
    >
      {candidate ? <Person key={id} candidate={candidate} notes={notes.data} notesFailed={notes.isError} tab={tab} onTab={onTab} onForgotten={onBack} />
        : error && <FailureState failure={error} onRetry={() => { void refetch(); }} />}
    </Screen>
  );
}

function Section({ candidate, tab, onForgotten }: { candidate: CandidateView; tab: CandidateTab; onForgotten: () => void }) {
  switch (tab) {
    case "resume": return <ResumeTab candidate={candidate} />;
    case "interviews": return <InterviewsTab id={candidate.id} onLink={openLink} />;
    case "offers": return <OffersTab id={candidate.id} />;
    case "fields": return <FieldsTab candidate={candidate} onLink={openLink} onForgotten={onForgotten} />;
    case "raw": return <RawTab id={candidate.id} />;
  }
}

type PersonProps = { candidate: CandidateView; notes: Parameters<typeof NotesColumn>[0]["list"]; notesFailed: boolean; tab: CandidateTab; onTab: (tab: CandidateTab) => void; onForgotten: () => void };

function Person({ candidate, notes, notesFailed, tab, onTab, onForgotten }: PersonProps) {
  const applications = useApplications(candidate);
  const lead = leading(applications);
  const { next } = useTargets(lead);
  const move = useMove();
  const undo = useUndoMove();
  const [menu, setMenu] = useState<ApplicationView | null>(null);
  const onNext = () => { if (lead && next) void move({ card: cardOf(candidate, lead), from: lead.stage, to: next.stage }); };
  useHotkey("l", onNext, { label: t("candidate.keys.move"), group: t("candidate.keys.group"), enabled: next !== null });
  useHotkey("m", () => { if (lead) setMenu(lead); }, { label: t("candidate.keys.menu"), group: t("candidate.keys.group"), enabled: lead !== null });
  const anchor = useMemo(() => (menu ? document.querySelector(`[data-strip="${CSS.escape(menu.id)}"]`) : null), [menu]);
  return (
    <>
      {candidate.followed_from !== undefined && <p className={css.merged} role="status">{t("candidate.merged", { name: candidate.name })}</p>}
      <CandidateHeader candidate={candidate} next={next} onNext={onNext} onLink={openLink} />
      <section className={strips.strips} data-many={applications.length > 3 || undefined} aria-label={t("candidate.applications")}>
        {applications.map((application) => (
          <ApplicationStrip
            key={application.id} application={application} onMove={() => { setMenu(application); }}
            onUndo={(one) => { void undo(cardOf(candidate, one)); }}
          />
        ))}
        {applications.length === 0 && <p className={strips.empty}>{t("candidate.noApplications")}</p>}
      </section>
      <Tabs
        label={t("candidate.sections")} selected={tab} onSelect={onTab}
        items={TABS.map((key) => ({ id: key, label: t(`candidate.${key}`), count: key === "fields" ? candidate.fields.length + candidate.files.length : undefined }))}
      />
      <div className={css.split}>
        <div className={css.main}>
          <Section candidate={candidate} tab={tab} onForgotten={onForgotten} />
        </div>
        <NotesColumn list={notes} failed={notesFailed} onLink={openLink} />
      </div>
      {menu && (
        <MoveMenu
          application={menu.id} name={candidate.name} anchor={anchor} onClose={() => { setMenu(null); }}
          onPick={(to) => { setMenu(null); void move({ card: cardOf(candidate, menu), from: menu.stage, to }); }}
        />
      )}
    </>
  );
}
