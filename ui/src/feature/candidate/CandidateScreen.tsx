import { useEffect, useMemo, useState } from "react";
import { ChevronDown, ChevronLeft, ChevronUp, ExternalLink } from "lucide-react";
import type { ApplicationView, CandidateView, Failure } from "../../bindings/types";
import { Age, Button, IconButton, Screen, Tabs, useHotkey } from "../../component";
import { platform } from "../../platform";
import { useAct, useCommand } from "../../query";
import { MoveMenu } from "../pipeline/MoveMenu";
import { useMove, useUndoMove } from "../pipeline/useMove";
import { ApplicationStrip } from "./ApplicationStrip";
import { CandidateHeader } from "./CandidateHeader";
import { FieldsTab } from "./FieldsTab";
import { NotesColumn } from "./NotesColumn";
import { ResumeTab } from "./resume/ResumeTab";
import { cardOf, leading, useApplications, useTargets } from "./useApplications";
import { useNeighbours } from "./useNeighbours";
import { words } from "./words";
import strips from "./Application.module.css";
import css from "./Candidate.module.css";

export type CandidateTab = "resume" | "fields";
type Props = { id: string; tab: CandidateTab; onTab: (tab: CandidateTab) => void; onOpen: (candidate: string) => void; onBack: () => void };

const openLink = (url: string) => { void platform.openLink(url); };

/** One person: who they are, where they are in each process, résumé, fields and notes. */
export function CandidateScreen({ id, tab, onTab, onOpen, onBack }: Props) {
  const { data: candidate, error, refetch } = useCommand("candidate", { id });
  const notes = useCommand("candidate_notes", { id });
  const { mutate: refresh } = useAct("candidate_refresh");
  const near = useNeighbours(id, onOpen);
  useEffect(() => { refresh({ id }); }, [id, refresh]);
  useHotkey("Escape", onBack);
  useHotkey("j", () => near?.step(1));
  useHotkey("k", () => near?.step(-1));
  return (
    <Screen
      title={candidate?.name ?? words.candidate} parent={{ label: words.candidates, onPress: onBack }}
      start={<IconButton size="small" label={words.back} onPress={onBack}><ChevronLeft /></IconButton>}
      end={(
        <>
          {near && (
            <>
              <span className={css.position}>{words.position(near.index, near.total, near.where)}</span>
              <IconButton size="small" label={words.previous} isDisabled={near.index === 0} onPress={() => { near.step(-1); }}><ChevronUp /></IconButton>
              <IconButton size="small" label={words.next} isDisabled={near.index + 1 >= near.total} onPress={() => { near.step(1); }}><ChevronDown /></IconButton>
            </>
          )}
          {candidate?.fresh_at != null && <span className={css.position}>{words.asOf} <Age at={candidate.fresh_at} /></span>}
          {candidate?.url != null && <Button onPress={() => { openLink(candidate.url ?? ""); }}><ExternalLink />{words.openInAshby}</Button>}
        </>
      )}
    >
      {candidate ? <Person key={id} candidate={candidate} notes={notes.data} notesFailed={notes.isError} tab={tab} onTab={onTab} />
        : error && <div className={css.state} role="alert"><p>{`${(error as Failure).message} ${(error as Failure).cure}`}</p><Button onPress={() => { void refetch(); }}>{words.tryAgain}</Button></div>}
    </Screen>
  );
}

type PersonProps = { candidate: CandidateView; notes: Parameters<typeof NotesColumn>[0]["list"]; notesFailed: boolean; tab: CandidateTab; onTab: (tab: CandidateTab) => void };

function Person({ candidate, notes, notesFailed, tab, onTab }: PersonProps) {
  const applications = useApplications(candidate);
  const lead = leading(applications);
  const { next } = useTargets(lead);
  const move = useMove();
  const undo = useUndoMove();
  const [menu, setMenu] = useState<ApplicationView | null>(null);
  const onNext = () => { if (lead && next) void move({ card: cardOf(candidate, lead), from: lead.stage, to: next.stage }); };
  useHotkey("l", onNext);
  useHotkey("m", () => { if (lead) setMenu(lead); });
  const anchor = useMemo(() => (menu ? document.querySelector(`[data-strip="${CSS.escape(menu.id)}"]`) : null), [menu]);
  return (
    <>
      <CandidateHeader candidate={candidate} next={next} onNext={onNext} onLink={openLink} />
      <section className={strips.strips} data-many={applications.length > 3 || undefined} aria-label={words.applications}>
        {applications.map((application) => (
          <ApplicationStrip
            key={application.id} application={application} onMove={() => { setMenu(application); }}
            onUndo={(one) => { void undo(cardOf(candidate, one)); }}
          />
        ))}
        {applications.length === 0 && <p className={strips.empty}>{words.noApplications}</p>}
      </section>
      <Tabs
        label={words.sections} selected={tab} onSelect={(key) => { onTab(key as CandidateTab); }}
        items={[{ id: "resume", label: words.resume }, { id: "fields", label: words.fields, count: candidate.fields.length + candidate.files.length }]}
      />
      <div className={css.split}>
        <div className={css.main}>
          {tab === "fields" ? <FieldsTab candidate={candidate} onLink={openLink} /> : <ResumeTab candidate={candidate} />}
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
