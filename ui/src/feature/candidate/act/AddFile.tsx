import { useRef, useState, type ReactNode } from "react";
import { Upload } from "lucide-react";
import type { AttachmentKind } from "../../../bindings/types";
import { Button, Dialog, toast } from "../../../component";
import { t } from "../../../words";
import { base64Of, isFiles, refusalOf } from "../../file";
import { useDo } from "../../useDo";
import css from "./Act.module.css";

const say = (message: string) => { toast({ message, tone: "failed" }); };

/** Asks what a file is and sends it to a person; why not, when it is empty or too large. */
export function useAddFile(id: string, name: string): { ask: (file: File | undefined) => void; dialog: ReactNode } {
  const [file, setFile] = useState<File | null>(null);
  const act = useDo();
  const ask = (next: File | undefined) => {
    if (!next) return;
    const refusal = refusalOf(next);
    if (refusal === null) setFile(next);
    else say(refusal);
  };
  const send = (type: AttachmentKind) => {
    if (!file) return;
    setFile(null);
    base64Of(file).then(
      (data) => act("add_attachment_to_candidate", { candidate_id: id, attachment: { name: file.name, content_type: file.type === "" ? undefined : file.type, data, type } }, { done: t("person.files.added", { file: file.name }) }),
      (unread: Error) => { say(unread.message); },
    ).catch(() => undefined);
  };
  const dialog = file && (
    <Dialog
      isOpen title={t("person.files.kind", { file: file.name })} onClose={() => { setFile(null); }}
      footer={<><Button onPress={() => { setFile(null); }}>{t("common.cancel")}</Button><Button onPress={() => { send("OTHER"); }}>{t("person.files.asOther")}</Button><Button onPress={() => { send("COVER_LETTER"); }}>{t("person.files.asLetter")}</Button><Button variant="primary" autoFocus onPress={() => { send("CV"); }}>{t("person.files.asCv")}</Button></>}
    >
      <p>{t("person.files.kindWords", { name })}</p>
    </Dialog>
  );
  return { ask, dialog };
}

/** Chooses a file of this computer for a person. */
export function AddFile({ id, name }: { id: string; name: string }) {
  const field = useRef<HTMLInputElement>(null);
  const { ask, dialog } = useAddFile(id, name);
  return (
    <div>
      <input ref={field} type="file" className="visually-hidden" tabIndex={-1} aria-label={t("person.files.add")} onChange={(event) => { ask(event.target.files?.[0]); event.target.value = ""; }} />
      <Button onPress={() => { field.current?.click(); }}><Upload />{t("person.files.add")}</Button>
      {dialog}
    </div>
  );
}

/** A place where a file can be dropped for a person. */
export function DropPlace({ id, name, className, children }: { id: string; name: string; className?: string; children: ReactNode }) {
  const [over, setOver] = useState(false);
  const { ask, dialog } = useAddFile(id, name);
  return (
    <div
      className={className} onDragOver={(event) => { if (isFiles(event)) { event.preventDefault(); setOver(true); } }}
      onDragLeave={(event) => { if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false); }}
      onDrop={(event) => { if (isFiles(event)) { event.preventDefault(); setOver(false); ask(event.dataTransfer.files[0]); } }}
    >
      {children}
      {over && <div className={css.drop}><span><Upload aria-hidden />{t("person.files.drop", { name })}</span></div>}
      {dialog}
    </div>
  );
}
