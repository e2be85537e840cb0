import { useState } from "react";
import { Button, TextArea } from "../../component";
import { t } from "../../words";
import { Asking, type Place } from "./Asking";
import css from "./Act.module.css";

/** What was being written when a dialog was closed; kept in memory alone. */
const drafts = new Map<string, string>();

/** Keeps a text for the next note on them, unless one was begun. */
export function keepDraft(about: string, text: string) {
  if (text.trim() !== "" && !drafts.has(about)) drafts.set(about, text);
}

type Props = { name: string; /** Whom a draft is kept for. */ about: string; people: number; left?: string; place?: Place; /** Answers whether it was taken. */ onNote: (text: string) => Promise<boolean>; onClose: () => void };

/** Writes a note on one person, or the same on many. */
export function NoteDialog({ name, about, people, left, place = "middle", onNote, onClose }: Props) {
  const [text, setText] = useState(() => drafts.get(about) ?? "");
  const write = (next: string) => {
    setText(next);
    if (next.trim() === "") drafts.delete(about);
    else drafts.set(about, next);
  };
  const send = () => {
    if (text.trim() === "") return;
    drafts.delete(about);
    // What was refused is there again when the dialog is opened anew.
    void onNote(text).then((taken) => { if (!taken) keepDraft(about, text); });
  };
  return (
    <Asking title={t("act.noteWho", { name })} left={left} place={place} onClose={onClose}>
      <div className={css.note}>
        <TextArea
          label={t("act.noteText")} value={text} onChange={write} rows={6} autoFocus description={people > 1 ? `${t("act.noteEach")} ${t("act.noteLasts")}` : t("act.noteLasts")}
          onKeyDown={(event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send(); } }}
        />
      </div>
      <footer className={css.foot}>
        <Button size="small" variant="quiet" onPress={onClose}>{t("common.cancel")}</Button>
        <Button size="small" variant="primary" kbd="Mod+Enter" isDisabled={text.trim() === ""} onPress={send}>{people > 1 ? t("act.writeNotes", { count: people }) : t("act.writeNote")}</Button>
      </footer>
    </Asking>
  );
}
