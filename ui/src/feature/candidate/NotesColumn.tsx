import { Lock } from "lucide-react";
import type { NoteList, NoteRow } from "../../bindings/types";
import { Age, Avatar, RichText, StateGlyph } from "../../component";
import { t } from "../../words";
import { useDo } from "../useDo";
import { NoteComposer } from "./note/NoteComposer";
import css from "./Notes.module.css";

/** One note as it was written, its markup cleaned again on this side; its way back while it is still here. */
export function NoteItem({ note, onLink, onUndo }: { note: NoteRow; onLink: (url: string) => void; onUndo?: (intent: string) => void }) {
  const { author, created_at: created, private: isPrivate, html, pending } = note;
  return (
    <article className={css.note}>
      <header className={css.who}>
        <Avatar name={author} size="small" />
        <span className={css.author} dir="auto">{author}</span>
        <span className={css.when}><Age at={created} /></span>
        {isPrivate && <span className={css.private}><Lock size={12} aria-hidden />{t("candidate.private")}</span>}
        {pending && (
          <span className={css.pending}>
            <StateGlyph state={pending.state} size={14} />{t(`common.state.${pending.state}`)}
            {onUndo && pending.state === "waiting" && <button type="button" onClick={() => { onUndo(pending.intent_id); }}>{t("common.undo")}</button>}
          </span>
        )}
      </header>
      <RichText html={html} onLink={onLink} />
    </article>
  );
}

type Props = { id: string; name: string; job: string | null; list: NoteList | undefined; failed: boolean; onLink: (url: string) => void };

/** The notes beside the résumé, newest first, and how old the reading is. */
export function NotesColumn({ id, name, job, list, failed, onLink }: Props) {
  const act = useDo();
  const undo = (intent: string) => { void act("undo", { intent_id: intent }); };
  return (
    <aside className={css.notes} aria-label={t("candidate.notes")}>
      <header className={css.head}>
        <h2>{t("candidate.notes")}</h2>
        {list && list.notes.length > 0 && <span className={css.count}>{list.notes.length}</span>}
        {list?.fetched_at != null && <span className={css.asOf}>{t("candidate.asOf")} <Age at={list.fetched_at} ago /></span>}
      </header>
      <div className={css.list} tabIndex={0} role="region" aria-label={t("candidate.notes")} data-scroller>
        <NoteComposer key={id} id={id} name={name} job={job} />
        {list?.notes.map((note) => <NoteItem key={note.id} note={note} onLink={onLink} onUndo={undo} />)}
        {list?.notes.length === 0 && <p className={css.none}>{list.fetched_at === null ? t("candidate.notesNotRead") : t("candidate.noNotes")}</p>}
        {!list && failed && <p className={css.none}>{t("candidate.notesAway")}</p>}
      </div>
    </aside>
  );
}
