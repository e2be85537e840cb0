import type { ApplicationNoteInput, CandidateNoteInput, ManyInput, MoveInput, Queued, RejectInput, Reason, TagInput } from "../../bindings/types";
import { moving, rejecting, tagging, writing, type Deed } from "./deeds";
import type { Lists } from "./lists";
import { REASONS } from "./names";
import { failure, type Outbox } from "./outbox";

/** The actions of the demo, one and many at a time. */
export class Acts {
  constructor(readonly lists: Lists, readonly outbox: Outbox, readonly now: () => number) {}

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
      case "reject_application": {
        const { application_id, rejection_reason_id, note } = input as RejectInput;
        const reason = this.reasons().find(({ id }) => id === rejection_reason_id);
        if (!reason) throw failure("PLATFORM.INPUT_INVALID", "This rejection reason cannot be used.", "Choose one of the reasons that are in use.");
        return rejecting(this.lists.applicationOf(application_id), reason.name, note, this.now);
      }
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

  one(action: string, input: unknown): Queued { return this.outbox.addAll([this.#deed(action, input)]); }

  many({ action, inputs }: ManyInput): Queued { return this.outbox.addAll(inputs.map((input) => this.#deed(action, input))); }
}
