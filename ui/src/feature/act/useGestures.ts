import { useMemo } from "react";
import type { CommandName, Commands } from "../../bindings/commands";
import type { Queued, Reason, StageRef } from "../../bindings/types";
import { announce, toast } from "../../component";
import { failureOf } from "../../platform";
import { useAct } from "../../query";
import { t } from "../../words";
import { sentWords, type Mail } from "./mail";
import type { Subject } from "./subject";

type Action = "move_application_to_stage" | "reject_application" | "reject_application_with_mail" | "add_tag_to_candidate" | "remove_tag_from_candidate" | "add_note_to_application";
type Input<Name extends CommandName> = Commands[Name]["input"];
type Said = { done: string; failed: string };
type Options = { /** Says nothing when it worked: the screen itself shows it. */ quiet?: boolean };
export type RejectOptions = Options & { /** Has Ashby write to them. */ mail?: Mail | null };

/** What can be done with one person or many. Each resolves to what was kept, or to nothing when it was refused; why is said. */
export type Gestures = {
  move: (who: readonly Subject[], to: StageRef, options?: Options) => Promise<Queued | null>;
  reject: (who: readonly Subject[], reason: Reason, note: string, options?: RejectOptions) => Promise<Queued | null>;
  tag: (who: readonly Subject[], tag: string, options?: Options) => Promise<Queued | null>;
  untag: (who: readonly Subject[], tag: string, options?: Options) => Promise<Queued | null>;
  note: (who: readonly Subject[], text: string, options?: Options) => Promise<Queued | null>;
  undo: (intent: string, options?: Options) => Promise<Queued | null>;
};

function refused(sentence: string, thrown: unknown) {
  const { message, cure } = failureOf(thrown);
  const detail = [message, cure].filter((part) => part !== "").join(" ");
  toast({ message: sentence, detail, tone: "failed" });
  announce(`${sentence} ${detail}`);
}

/** Actions on one or many, each one gesture with one way back. */
export function useGestures(): Gestures {
  const { mutateAsync: move } = useAct("move_application_to_stage");
  const { mutateAsync: reject } = useAct("reject_application");
  const { mutateAsync: mailed } = useAct("reject_application_with_mail");
  const { mutateAsync: tag } = useAct("add_tag_to_candidate");
  const { mutateAsync: untag } = useAct("remove_tag_from_candidate");
  const { mutateAsync: note } = useAct("add_note_to_application");
  const { mutateAsync: many } = useAct("act_many");
  const { mutateAsync: takeBack } = useAct("undo");
  return useMemo(() => {
    const undo: Gestures["undo"] = async (intent, { quiet = false } = {}) => {
      try {
        const queued = await takeBack({ intent_id: intent });
        announce(queued.label);
        if (!quiet) toast({ message: queued.label });
        return queued;
      } catch (thrown) {
        refused(t("act.notUndone"), thrown);
        return null;
      }
    };
    const act = async <Name extends Action>(name: Name, one: (input: Input<Name>) => Promise<Queued>, inputs: readonly Input<Name>[], said: Said, { quiet = false }: Options = {}) => {
      const [first] = inputs;
      if (first === undefined) return null;
      announce(said.done);
      try {
        const queued = inputs.length === 1 ? await one(first) : await many({ action: name, inputs: [...inputs] });
        // A mail cannot be called back: no way back is offered.
        if (!quiet) toast({ message: said.done, action: name === "reject_application_with_mail" ? undefined : { label: t("common.undo"), run: () => { void undo(queued.intent_id); }, undoes: queued.intent_id } });
        return queued;
      } catch (thrown) {
        refused(said.failed, thrown);
        return null;
      }
    };
    return {
      undo,
      move: (who, to, options) => act("move_application_to_stage", move, who.map(({ application }) => ({ application_id: application, stage_id: to.id })), said(who, (name) => t("act.moved", { name, stage: to.name })), options),
      reject: (who, reason, text, options) => {
        const written = text.trim() === "" ? {} : { note: text.trim() };
        if (options?.mail) {
          const { template, at } = options.mail;
          const sent = sentWords(options.mail);
          const input = { rejection_reason_id: reason.id, template_id: template, ...(at === null ? {} : { send_at: at }), ...written };
          return act("reject_application_with_mail", mailed, who.map(({ application }) => ({ application_id: application, ...input })), said(who, (name) => t("deed.mail.done", { name, reason: reason.name, when: sent })), options);
        }
        return act("reject_application", reject, who.map(({ application }) => ({ application_id: application, rejection_reason_id: reason.id, ...written })), said(who, (name) => t("act.rejected", { name, reason: reason.name })), options);
      },
      tag: (who, name, options) => act("add_tag_to_candidate", tag, persons(who).map((candidate_id) => ({ candidate_id, tag: { name } })), said(who, (person) => t("act.tagged", { name: person, tag: name })), options),
      untag: (who, name, options) => act("remove_tag_from_candidate", untag, persons(who).map((candidate_id) => ({ candidate_id, tag: { name } })), said(who, (person) => t("act.untagged", { name: person, tag: name })), options),
      note: (who, text, options) => act("add_note_to_application", note, oneEach(who).map(({ application }) => ({ application_id: application, content: text.trim() })), said(who, (name) => t("act.noted", { name })), options),
    };
  }, [move, reject, mailed, tag, untag, note, many, takeBack]);
}

/** One application of each person, so that nobody gets the same note twice. */
const oneEach = (who: readonly Subject[]): Subject[] => who.filter(({ candidate }, index) => who.findIndex((other) => other.candidate === candidate) === index);
const persons = (who: readonly Subject[]): string[] => [...new Set(who.map(({ candidate }) => candidate))];

/** What was done, and what was not, in words: by name for one, by number for many. */
function said(who: readonly Subject[], words: (name: string) => string): Said {
  const [first] = who;
  const done = words(who.length === 1 && first ? first.name : t("act.people", { count: who.length }));
  return { done, failed: t("act.notDone", { what: done }) };
}
