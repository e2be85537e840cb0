import { useCallback, useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from "react";
import { Bold, Code, FileText, Italic, Link2, List, Lock, LockOpen } from "lucide-react";
import { ToggleButton } from "react-aria-components";
import { Button, Dialog, Field, IconButton, Tooltip, Typeahead, useHotkey } from "../../../component";
import { ranked } from "../../../command/rank";
import { t } from "../../../words";
import { useDo } from "../../useDo";
import { TemplateDialog } from "./TemplateDialog";
import { filled, useTemplates } from "./templates";
import { asHtml, writtenIn } from "./written";
import css from "./Note.module.css";

/** What was begun and not sent, by person, for as long as the app runs. */
const drafts = new Map<string, string>();

// The one way to format at the caret that undo, selection and input methods go along with.
const format = (command: string, value?: string) => { document.execCommand(command, false, value); };

type Props = { id: string; name: string; job: string | null };

/** What is pasted comes in as text, without the looks of where it was. */
function onPaste(event: ClipboardEvent) {
  event.preventDefault();
  format("insertHTML", asHtml(event.clipboardData.getData("text/plain")));
}

/** Writes a note on a person, with the formatting Ashby keeps. */
export function NoteComposer({ id, name, job }: Props) {
  const field = useRef<HTMLDivElement>(null);
  const caret = useRef<Range | null>(null);
  const [isEmpty, setEmpty] = useState(true);
  const [isPrivate, setPrivate] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [managing, setManaging] = useState(false);
  const [isSlash, setSlash] = useState(false);
  const { templates } = useTemplates();
  const act = useDo();
  useHotkey("n", () => { field.current?.focus(); }, { label: t("person.keys.note"), group: t("candidate.keys.group") });
  const show = useCallback(() => {
    const place = field.current;
    if (!place) return;
    // What was kept came from this field, cleaned as it is read; it is read again before it is sent.
    place.innerHTML = drafts.get(id) ?? "";
    setEmpty(place.textContent === "");
  }, [id]);
  useEffect(show, [show]);

  const onChange = () => {
    const place = field.current;
    if (!place) return;
    const empty = place.textContent === "" && place.querySelector("li") === null;
    setEmpty(empty);
    setSlash(place.textContent === "/");
    const { content, html } = writtenIn(place);
    if (empty || content === "") drafts.delete(id);
    else drafts.set(id, html ? content : asHtml(content));
  };
  const send = async () => {
    const place = field.current;
    if (!place) return;
    const { content, html } = writtenIn(place);
    if (content === "") return;
    // Out of the field at once: a second press sends nothing, and what is typed from now on is the next note.
    place.replaceChildren();
    setPrivate(false);
    onChange();
    const sent = await act("add_note_to_candidate", { candidate_id: id, content, ...(html && { html }), ...(isPrivate && { private: isPrivate }) }, { done: t("person.note.added") });
    if (sent) return;
    drafts.set(id, [html ? content : asHtml(content), drafts.get(id)].filter(Boolean).join("<br>"));
    setPrivate(isPrivate);
    show();
  };
  const makeTemplate = () => {
    field.current?.replaceChildren();
    onChange();
    setManaging(true);
  };
  const leave = () => { const chosen = getSelection(); caret.current = chosen && chosen.rangeCount > 0 ? chosen.getRangeAt(0) : null; };
  const comeBack = () => {
    field.current?.focus();
    const chosen = getSelection();
    if (!caret.current || !chosen) return;
    chosen.removeAllRanges();
    chosen.addRange(caret.current);
  };
  const insert = (text: string) => {
    comeBack();
    format("insertHTML", asHtml(filled(text, { name, job })));
    onChange();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const mod = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && mod) void send();
    else if (event.key === "/" && field.current?.textContent === "" && templates.length > 0) { leave(); setChoosing(true); }
    else if (event.key === "k" && mod) { leave(); setLink("https://"); }
    else if (event.key === "Escape") field.current?.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const use = (run: () => void) => {
    if (field.current && !field.current.contains(document.activeElement)) comeBack();
    run();
    onChange();
  };
  const setAddress = () => {
    const address = link ?? "";
    setLink(null);
    comeBack();
    if (getSelection()?.isCollapsed) format("insertHTML", `<a href="${asHtml(address)}">${asHtml(address)}</a>`);
    else format("createLink", address);
    onChange();
  };
  return (
    <div className={css.composer}>
      <div
        ref={field} className={css.field} contentEditable suppressContentEditableWarning role="textbox" aria-multiline="true" aria-label={t("person.note.field")} data-empty={isEmpty || undefined} data-hint={t("person.note.hint")}
        onInput={onChange} onBlur={leave} onKeyDown={onKeyDown} onPaste={onPaste}
      />
      {choosing && (
        <div className={css.choosing}>
          <Typeahead
            label={t("person.template.insert")} placeholder={t("person.template.insert")} none={t("person.template.none")} onClose={() => { setChoosing(false); }}
            suggest={(text) => (text.trim() === "" ? templates : ranked(text, templates, (one) => one.name, 8).map(({ item }) => item)).map((one) => ({ id: one.id, label: one.name }))}
            onPick={(chosen) => { setChoosing(false); const template = templates.find((one) => one.id === chosen); if (template) insert(template.text); }}
          />
        </div>
      )}
      {isSlash && templates.length === 0 && <p className={css.lacking} role="status">{t("person.template.none")}<Button size="small" variant="quiet" onPress={makeTemplate}>{t("person.template.make")}</Button></p>}
      <div className={css.tools}>
        <Tool label={t("person.note.bold")} icon={<Bold />} onPress={() => { use(() => { format("bold"); }); }} />
        <Tool label={t("person.note.italic")} icon={<Italic />} onPress={() => { use(() => { format("italic"); }); }} />
        <Tool label={t("person.note.list")} icon={<List />} onPress={() => { use(() => { format("insertUnorderedList"); }); }} />
        <Tool label={t("person.note.code")} icon={<Code />} isRare onPress={() => { use(asCode); }} />
        <Tool label={t("person.note.link")} icon={<Link2 />} onPress={() => { use(() => { leave(); setLink("https://"); }); }} />
        <Tool label={t("person.template.insert")} icon={<FileText />} onPress={() => { use(() => { leave(); if (templates.length > 0) setChoosing(true); else setManaging(true); }); }} />
        <span className={css.end}>
          <Tooltip text={isPrivate ? t("person.note.privateOn") : t("person.note.privateOff")}>
            <ToggleButton className={css.private} isSelected={isPrivate} onChange={setPrivate}>{isPrivate ? <Lock aria-hidden /> : <LockOpen aria-hidden />}{t("person.note.private")}</ToggleButton>
          </Tooltip>
          <Button size="small" isDisabled={isEmpty} onPress={() => { void send(); }}>{t("person.note.add")}</Button>
        </span>
      </div>
      {link !== null && (
        <Dialog isOpen title={t("person.note.link")} onClose={() => { setLink(null); }} footer={<><Button onPress={() => { setLink(null); }}>{t("common.cancel")}</Button><Button variant="primary" isDisabled={!/^(?:https?:\/\/|mailto:|tel:)\S+/.test(link)} onPress={setAddress}>{t("person.note.set")}</Button></>}>
          <Field label={t("person.note.address")} value={link} onChange={setLink} type="url" autoFocus />
        </Dialog>
      )}
      {managing && <TemplateDialog onClose={() => { setManaging(false); }} />}
    </div>
  );
}

/** The caret stays where it is: a tool never takes the focus from the text. */
const Tool = ({ label, icon, isRare = false, onPress }: { label: string; icon: ReactNode; isRare?: boolean; onPress: () => void }) => (
  <span data-rare={isRare || undefined} onMouseDown={(event) => { event.preventDefault(); }}><IconButton size="small" label={label} onPress={onPress}>{icon}</IconButton></span>
);

/** Sets what is selected as code. */
function asCode() {
  const chosen = getSelection()?.toString() ?? "";
  if (chosen !== "") format("insertHTML", `<code>${asHtml(chosen)}</code>`);
}
