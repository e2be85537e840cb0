import type { ApplicationFieldsInput, ApplicationNoteInput, CandidateFieldsInput, CandidateNoteInput, FeedbackInput, InProjectInput, MailedRejectInput, ManyInput, MoveInput, Queued, RejectInput, Reason, SourceInput, TagInput, TransferInput, UnarchiveInput } from "../../bindings/types";
import { moving, rejecting, tagging, writing, type Deed } from "./deeds";
import type { Lists } from "./lists";
import type { More } from "./more";
import { REASONS } from "./names";
import { failure, type Outbox } from "./outbox";

/** The actions of the demo, one and many at a time. */
export class Acts {
  constructor(readonly lists: Lists, readonly outbox: Outbox, readonly more: More, readonly now: () => number) {}

  readonly reasons = (): Reason[] => REASONS.map((name, index) => ({ id: `reason-${String(index + 1)}`, name }));

  #person(id: string) {
    const person = this.lists.world.people.find((one) => one.id === id);
    if (!person) throw failure("PLATFORM.INPUT_INVALID", "This person is not on this computer.", "Sync now and try again.");
    return person;
  }

  #deed(action: string, input: unknown): Deed {
    switch (action) {
      case "move_application_to_stage": {
        const { application_id, stage_id } = input as MoveInput;
        const application = this.lists.applicationOf(application_id);
        const target = this.lists.targets(application).find(({ stage }) => stage.id === stage_id);
        if (!target || target.refusal !== null) throw failure("PLATFORM.INPUT_INVALID", target?.refusal ?? "This stage is not part of the plan.", "Choose another stage.");
        return moving(application, target.stage, this.now);
      }
      case "reject_application": case "reject_application_with_mail": {
        const { application_id, rejection_reason_id, note } = input as RejectInput;
        const reason = this.reasons().find(({ id }) => id === rejection_reason_id);
        if (!reason) throw failure("PLATFORM.INPUT_INVALID", "This rejection reason cannot be used.", "Choose one of the reasons that are in use.");
        return action === "reject_application" ? rejecting(this.lists.applicationOf(application_id), reason.name, note, this.now) : this.more.mailed(input as MailedRejectInput, reason.name);
      }
      case "transfer_application_to_job": return this.more.transfer(input as TransferInput);
      case "unarchive_application": return this.more.unarchive(input as UnarchiveInput);
      case "change_application_source": return this.more.source(input as SourceInput);
      case "set_candidate_fields": { const { candidate_id, fields } = input as CandidateFieldsInput; return this.more.fill("Candidate", candidate_id, fields); }
      case "set_application_fields": { const { application_id, fields } = input as ApplicationFieldsInput; return this.more.fill("Application", application_id, fields); }
      case "add_candidate_to_project": case "remove_candidate_from_project": return this.more.project(input as InProjectInput, action === "add_candidate_to_project");
      case "submit_feedback": return this.more.feedback(input as FeedbackInput);
      case "add_tag_to_candidate": case "remove_tag_from_candidate": {
        const { candidate_id, tag } = input as TagInput;
        return tagging(this.#person(candidate_id), tag.name, action === "add_tag_to_candidate", this.now);
      }
      case "add_note_to_application": {
        const { application_id, content } = input as ApplicationNoteInput;
        return writing(this.lists.applicationOf(application_id).person, content, this.now);
      }
      case "add_note_to_candidate": {
        const { candidate_id, content, html, private: hidden } = input as CandidateNoteInput;
        return writing(this.#person(candidate_id), content, this.now, { html, hidden });
      }
      default: throw failure("INTEGRATION.ACTION_NOT_AVAILABLE", `The browser's workspace does not know ${action}.`, "Open it in Samara itself.");
    }
  }

  one(action: string, input: unknown): Queued { return this.outbox.addAll([{ ...this.#deed(action, input), input }]); }

  many({ action, inputs }: ManyInput): Queued { return this.outbox.addAll(inputs.map((input) => ({ ...this.#deed(action, input), action, input }))); }
}
