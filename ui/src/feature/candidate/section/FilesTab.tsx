import { useState } from "react";
import { ChevronLeft, Download, File, FileText } from "lucide-react";
import type { FileRow } from "../../../bindings/types";
import { IconButton } from "../../../component";
import { useCommand } from "../../../query";
import { t } from "../../../words";
import { FileView } from "../resume/FileView";
import { reasonWords } from "../resume/TextPaper";
import { useSaveFile } from "../resume/useSaveFile";
import page from "../../Page.module.css";
import { AddFile } from "../act/AddFile";
import { Part } from "./Part";
import css from "./Section.module.css";

/** All files of a person: read here, kept among the downloads, added to. */
export function FilesTab({ id, name }: { id: string; name: string }) {
  const { data: files, error, refetch } = useCommand("candidate_files", { id });
  const [open, setOpen] = useState<string | null>(null);
  const shown = files?.find((file) => file.id === open);
  if (shown) return <FileView key={shown.id} candidateId={id} fileId={shown.id} name={shown.name} start={<IconButton size="small" label={t("person.files.back")} onPress={() => { setOpen(null); }}><ChevronLeft /></IconButton>} />;
  const here = files?.filter((file) => file.here).length ?? 0;
  const of = files?.length ?? 0;
  return (
    <Part
      label={t("person.files.title")} isRead={files !== undefined} error={error} onRetry={() => { void refetch(); }} empty={null}
      line={<>{t("person.files.of", { count: of })}{of > 0 && <> · {t("person.files.state", { here, of })}</>}</>}
    >
      {of > 0 && <ul>{files?.map((file) => <FileLine key={file.id} candidateId={id} file={file} onOpen={() => { setOpen(file.id); }} />)}</ul>}
      <div className={page.section}>
        {of === 0 && <p className={page.quiet}>{t("person.files.none")}</p>}
        <AddFile id={id} name={name} />
        {of > 0 && <p className={page.quiet}>{t("person.files.droppable")}</p>}
      </div>
    </Part>
  );
}

function FileLine({ candidateId, file, onOpen }: { candidateId: string; file: FileRow; onOpen: () => void }) {
  const save = useSaveFile();
  const kind = file.is_resume ? t("person.files.resume") : file.is_cover_letter ? t("person.files.letter") : null;
  const state = file.unreadable === null ? t(file.here ? "person.files.here" : "person.files.away") : reasonWords(file.unreadable);
  return (
    <li className={css.file}>
      {file.is_resume ? <FileText aria-hidden /> : <File aria-hidden />}
      <button type="button" className={css.fileName} aria-label={t("person.files.open", { name: file.name })} title={file.name} onClick={onOpen}>{file.name}</button>
      <span className={css.fileState}>{kind !== null && `${kind} · `}{state}</span>
      <span className={css.fileActs}><IconButton size="small" label={t("person.files.save", { name: file.name })} onPress={() => { save(candidateId, file.id, file.name); }}><Download /></IconButton></span>
    </li>
  );
}
