import type { Reason } from "../../bindings/types";
import { t } from "../../words";
import type { Place } from "./Asking";
import type { Mail } from "./mail";
import { keepDraft, NoteDialog } from "./NoteDialog";
import { RejectDialog } from "./RejectDialog";
import type { Subject } from "./subject";
import { TagDialog } from "./TagDialog";
import type { Gestures } from "./useGestures";

/** A question about one person or many. */
export type Ask = { kind: "reject" | "tag" | "note"; who: readonly Subject[]; /** Whom it leaves out, in words. */ left?: string };
type Props = { ask: Ask; acts: Pick<Gestures, "reject" | "tag" | "untag" | "note">; place?: Place; onClose: () => void };

/** Asks what an action needs, and does it. */
export function ActDialog({ ask: { kind, who, left }, acts, place, onClose }: Props) {
  const [first] = who;
  if (!first) return null;
  const name = who.length === 1 ? first.name : t("act.people", { count: who.length });
  const shut = async (deed: Promise<unknown>) => {
    onClose();
    return await deed !== null;
  };
  const about = who.map(({ candidate }) => candidate).join(" ");
  // A note that was to go with what is refused is there when one writes on them next.
  const reject = async (reason: Reason, note: string, mail: Mail | null) => { if (!await shut(acts.reject(who, reason, note, { mail }))) keepDraft(about, note); };
  switch (kind) {
    case "reject": return <RejectDialog name={name} people={who.length} left={left} place={place} onClose={onClose} onReject={(...how) => { void reject(...how); }} />;
    case "tag": return (
      <TagDialog
        name={name} worn={first.tags.filter((tag) => who.every(({ tags }) => tags.includes(tag)))} place={place} onClose={onClose}
        onTag={(tag) => { void acts.tag(who, tag); }} onUntag={(tag) => { void acts.untag(who, tag); }}
      />
    );
    case "note": return <NoteDialog name={name} about={about} people={new Set(who.map(({ candidate }) => candidate)).size} left={left} place={place} onClose={onClose} onNote={(text) => shut(acts.note(who, text))} />;
  }
}
