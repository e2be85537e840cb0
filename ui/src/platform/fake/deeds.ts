import type { StageRef } from "../../bindings/types";
import { RECRUITERS } from "./names";
import type { Application, Person } from "./world";

/** What a write does to the demo, and how that is taken back. */
export type Deed = { action: string; person: Person; application: Application | null; title: string; label: string; detail: string; apply: () => void; revert: () => void; /** What was asked for. */ input?: unknown; /** The opposite, where Ashby knows one. */ opposite: (() => Deed) | null };

type Now = () => number;

function stand(application: Application, stage: StageRef, at: number): void {
  application.stage = stage;
  application.history = [...application.history.filter((one) => one.stage.id !== stage.id), { stage, at }];
  application.person.updated = at;
}

/** A move; where it is from is what stands when it is asked for. */
export function moving(application: Application, to: StageRef, now: Now): Deed {
  const [from, { name }] = [application.stage, application.person];
  return {
    action: "move_application_to_stage", input: { application_id: application.id, stage_id: to.id }, person: application.person, application, title: `Move ${name} to ${to.name}`, label: `Moved ${name} to ${to.name}`, detail: `${application.job.title} · ${from.name} → ${to.name}`,
    apply: () => { stand(application, to, now()); }, revert: () => { stand(application, from, now()); }, opposite: () => moving(application, from, now),
  };
}

export function rejecting(application: Application, reason: string, note: string | undefined, now: Now): Deed {
  const to = application.plan.stages.find(({ kind }) => kind === "Archived") ?? application.stage;
  const { from, outcome, ended } = { from: application.stage, outcome: application.outcome, ended: application.ended };
  const { name } = application.person;
  const back = () => { stand(application, from, now()); Object.assign(application, { outcome, ended, reason: null }); };
  return {
    action: "reject_application", person: application.person, application, title: `Reject ${name}`, label: `Rejected ${name}`, detail: `${application.job.title} · ${reason}`,
    apply: () => {
      stand(application, to, now());
      Object.assign(application, { outcome: "DECLINED", ended: now(), reason });
      if (note !== undefined) writing(application.person, note, now).apply();
    },
    revert: back, opposite: () => ({ ...moving(application, from, now), apply: back }),
  };
}

export function tagging(person: Person, tag: string, on: boolean, now: Now): Deed {
  const put = (worn: boolean) => () => { person.tags = worn ? [...person.tags.filter((one) => one !== tag), tag] : person.tags.filter((one) => one !== tag); person.updated = now(); };
  return {
    action: on ? "add_tag_to_candidate" : "remove_tag_from_candidate", person, application: null, title: on ? `Tag ${person.name} ${tag}` : `Take the tag ${tag} off ${person.name}`,
    label: on ? `Tagged ${person.name} ${tag}` : `Untagged ${person.name} ${tag}`, detail: tag, apply: put(on), revert: put(!on), opposite: () => tagging(person, tag, !on, now),
  };
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");

export function writing(person: Person, text: string, now: Now, { html = false, hidden = false }: { html?: boolean; hidden?: boolean } = {}): Deed {
  const note = { id: `${person.id}-written-${String(person.notes.length)}`, author: RECRUITERS[3], at: 0, html: html ? text : `<p>${escaped(text)}</p>`, private: hidden };
  return {
    action: "add_note_to_application", person, application: null, title: `Write a note on ${person.name}`, label: `Wrote a note on ${person.name}`, detail: "Cannot be taken back once sent",
    apply: () => { person.notes = [{ ...note, at: now() }, ...person.notes.filter(({ id }) => id !== note.id)]; person.updated = now(); },
    revert: () => { person.notes = person.notes.filter(({ id }) => id !== note.id); }, opposite: null,
  };
}
