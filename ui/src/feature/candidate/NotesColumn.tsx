import { Lock } from "lucide-react";
import type { Note, NoteList } from "../../bindings/types";
import { Age, Avatar, RichText } from "../../component";
import { t } from "../../words";
import css from "./Notes.module.css";

/** One note as it was written, its markup cleaned again on this side. */
export function NoteItem({ note, onLink }: { note: Note; onLink: (url: string) => void }) {
  return (
    <article className={css.note}>
      <header className={css.who}>
        <Avatar name={note.author} size="small" />
        <span className={css.author}>{note.author}</span>
        <span className={css.when}><Age at={note.created_at} /></span>
        {note.private && <span className={css.private}><Lock size={12} aria-hidden />{t("candidate.private")}</span>}
      </header>
      <RichText html={note.html} onLink={onLink} />
    </article>
  );
}

/** The notes beside the résumé, newest first, and how old the reading is. */
export function NotesColumn({ list, failed, onLink }: { list: NoteList | undefined; failed: boolean; onLink: (url: string) => void }) {
  return (
    <aside className={css.notes} aria-label={t("candidate.notes")}>
      <header className={css.head}>
        <h2>{t("candidate.notes")}</h2>
        {list && list.notes.length > 0 && <span className={css.count}>{list.notes.length}</span>}
        {list?.fetched_at != null && <span className={css.asOf}>{t("candidate.asOf")} <Age at={list.fetched_at} ago /></span>}
      </header>
      <div className={css.list} tabIndex={0} role="region" aria-label={t("candidate.notes")} data-scroller>
        {list?.notes.map((note) => <NoteItem key={note.id} note={note} onLink={onLink} />)}
        {list?.notes.length === 0 && <p className={css.none}>{list.fetched_at === null ? t("candidate.notesNotRead") : t("candidate.noNotes")}</p>}
        {!list && failed && <p className={css.none}>{t("candidate.notesAway")}</p>}
      </div>
    </aside>
  );
}
