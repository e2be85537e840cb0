import { lazy, Suspense, useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { Mail as MailIcon, Search } from "lucide-react";
import type { Reason } from "../../bindings/types";
import { Button, Kbd, TextArea } from "../../component";
import { ranked } from "../../command/rank";
import { useCommand } from "../../query";
import { t } from "../../words";
import { Asking, type Place } from "./Asking";
import type { Mail } from "./mail";
import css from "./Act.module.css";

// Fields of time are large, and most rejections need none.
const MailPart = lazy(() => import("./MailPart").then((module) => ({ default: module.MailPart })));

/** Reasons that have a key of their own. */
const NUMBERED = 9;
const SHOWN = 60;

type Props = {
  /** Who is meant: a name, or how many. */
  name: string;
  people?: number;
  left?: string;
  place?: Place;
  onReject: (reason: Reason, note: string, mail: Mail | null) => void;
  onClose: () => void;
};

/** Asks for the reason of a rejection: a number takes one at once, a note and a mail are optional. Nobody is mailed unless it is said anew each time. */
export function RejectDialog({ name, people = 1, left, place = "middle", onReject, onClose }: Props) {
  const { data: reasons } = useCommand("rejection_reasons", {});
  // In a field a number is a letter.
  const [writing, setWriting] = useState(false);
  return (
    <Asking title={place === "corner" ? t("act.rejectWhy") : t("act.rejectWho", { name })} hint={reasons && reasons.length > 0 && !writing ? t("act.press") : undefined} left={left} place={place} onClose={onClose}>
      {reasons && (reasons.length > 0 ? <Reasons name={name} people={people} reasons={reasons} onReject={onReject} onWriting={setWriting} /> : <p className={css.quiet}>{t("act.noReasons")}</p>)}
    </Asking>
  );
}

type ReasonsProps = { name: string; people: number; reasons: readonly Reason[]; onReject: Props["onReject"]; onWriting: (on: boolean) => void };

function Reasons({ name, people, reasons, onReject, onWriting }: ReasonsProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const [note, setNote] = useState<string | null>(null);
  const [mailing, setMailing] = useState(false);
  const [mail, setMail] = useState<Mail | null>(null);
  useEffect(() => { list.current?.focus(); }, []);
  const shown = query.trim() === "" ? reasons : ranked(query, reasons, (reason) => reason.name, SHOWN).map(({ item }) => item);
  const chosen = Math.min(at, shown.length - 1);
  useEffect(() => { document.getElementById(`${id}-${String(chosen)}`)?.scrollIntoView({ block: "nearest" }); }, [id, chosen]);
  const send = () => {
    const reason = shown[chosen];
    if (reason && (!mailing || mail !== null)) onReject(reason, note ?? "", mailing ? mail : null);
  };
  // A mail is never one key away: then a reason is only chosen.
  const take = (index: number) => {
    const reason = shown[index];
    if (!reason) return;
    if (mailing) setAt(index);
    else onReject(reason, note ?? "", null);
  };
  const toggleMail = () => { setMailing(!mailing); setMail(null); };
  const toList = () => { list.current?.focus(); };

  /** Keys that walk and take, in the list and in the field above it. */
  const walk = (event: KeyboardEvent): boolean => {
    if (event.key === "ArrowDown") setAt(Math.min(chosen + 1, shown.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(chosen - 1, 0));
    else if (event.key === "Enter") take(chosen);
    else return false;
    event.preventDefault();
    return true;
  };
  const onListKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || walk(event)) return;
    const number = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
    if (number > 0) take(number - 1);
    else if (event.key === "/") field.current?.focus();
    else if (event.key === "m") toggleMail();
    else if (event.key === "n") setNote((old) => old ?? "");
    else if (event.key === "Home") setAt(0);
    else if (event.key === "End") setAt(shown.length - 1);
    else return;
    event.preventDefault();
  };
  return (
    <div className={css.reasons} onFocus={({ target }) => { onWriting(target.matches("input, textarea")); }} onKeyDown={(event) => { if (mailing && event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send(); } }}>
      <div ref={list} className={css.list} role="listbox" tabIndex={0} aria-label={t("act.reasons")} aria-activedescendant={chosen >= 0 ? `${id}-${String(chosen)}` : undefined} onKeyDown={onListKey}>
        {shown.map((reason, index) => (
          <div key={reason.id} id={`${id}-${String(index)}`} role="option" aria-selected={index === chosen} data-on={index === chosen || undefined} className={css.option} onClick={() => { take(index); }} onMouseMove={() => { if (!mailing) setAt(index); }}>
            {index < NUMBERED ? <Kbd keys={String(index + 1)} /> : <i className={css.slot} />}
            <span title={reason.name}>{reason.name}</span>
          </div>
        ))}
        {shown.length === 0 && <p className={css.quiet}>{t("act.noSuch")}</p>}
      </div>
      <div className={css.find}>
        {query === "" ? <Kbd keys="/" /> : <Search aria-hidden />}
        <input
          ref={field} aria-label={t("act.findReason")} placeholder={t("act.find", { count: reasons.length })} value={query} onChange={(event) => { setQuery(event.target.value); setAt(0); }}
          onKeyDown={(event) => {
            if (walk(event) || event.key !== "Escape" || query === "") return;
            event.preventDefault();
            event.stopPropagation();
            setQuery("");
            toList();
          }}
        />
      </div>
      {note !== null && (
        <div className={css.note}>
          <TextArea
            label={t("act.noteToo")} value={note} onChange={setNote} rows={3} autoFocus description={t("act.noteHint")}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); take(chosen); }
              else if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); toList(); }
            }}
          />
        </div>
      )}
      {mailing && <Suspense fallback={<p className={css.quiet} role="status">{t("common.loading")}</p>}><MailPart name={name} people={people} mail={mail} onMail={setMail} onSend={send} /></Suspense>}
      <footer className={css.foot} data-ways>
        {!mailing && <span className={css.mailed}><MailIcon aria-hidden />{t("act.noMail")}</span>}
        <Button size="small" variant="quiet" kbd="m" aria-pressed={mailing} onPress={toggleMail}>{t(mailing ? "deed.mail.without" : "deed.mail.add")}</Button>
        <span className={css.last}>
          {note === null ? <Button size="small" variant="quiet" kbd="n" onPress={() => { setNote(""); }}>{t("act.addNote")}</Button>
            : !mailing && <Button size="small" variant="danger" kbd="Mod+Enter" isDisabled={shown.length === 0} onPress={() => { take(chosen); }}>{t("act.reject")}</Button>}
        </span>
      </footer>
    </div>
  );
}
