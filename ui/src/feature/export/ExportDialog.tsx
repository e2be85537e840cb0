import { useEffect, useState } from "react";
import type { Exported, Failure, Format } from "../../bindings/types";
import { Button, Choices, copyText, Dialog, Field, Switch, toast } from "../../component";
import { platform } from "../../platform";
import { useAct } from "../../query";
import { t } from "../../words";
import css from "./Export.module.css";

type Props = {
  list: Exported;
  /** What is written, in words: "1,284 people". */
  what: string;
  /** The file's name without its ending. */
  name: string;
  onClose: () => void;
};

const FORMATS: readonly Format[] = ["xlsx", "csv", "jsonl"];
const ENDING = /\.(?:xlsx|csv|jsonl)$/;

/** Why nothing was written; of a file the system refuses, the folder instead of what the system calls it. */
const reason = ({ code, message, cure }: Failure, path: string): string => (code === "STORE.FILE_REFUSED" ? t("export.refused", { folder: path.trim().replace(/(?<=.)[/\\][^/\\]*$/, "") }) : `${message} ${cure}`);

/** Writes a list to a file: which kind, where, and whether persons can be told from it. */
export function ExportDialog({ list, what, name, onClose }: Props) {
  const [format, setFormat] = useState<Format>("xlsx");
  const [path, setPath] = useState("");
  const [redact, setRedact] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { mutate: write, isPending } = useAct("export");
  useEffect(() => {
    let gone = false;
    void platform.exportFolder().then((folder) => { if (!gone) setPath((old) => (old === "" ? `${folder}/${name}.xlsx` : old)); }, () => undefined);
    return () => { gone = true; };
  }, [name]);
  const pick = (next: Format) => { setFailure(null); setFormat(next); setPath((old) => old.replace(ENDING, `.${next}`)); };
  const start = () => {
    setFailure(null);
    write({ list, format, path: path.trim(), redact }, {
      onError: setFailure,
      onSuccess: (report) => {
        onClose();
        toast({ message: t("export.done", { count: report.rows }), detail: report.path, action: { label: t("export.copyPath"), run: () => { void copyText(report.path); } } });
      },
    });
  };
  return (
    <Dialog
      isOpen title={t("export.title", { what })} onClose={onClose} width={480}
      footer={<><Button onPress={onClose}>{t("common.cancel")}</Button><Button variant="primary" isDisabled={isPending || path.trim() === ""} onPress={start}>{isPending ? t("export.writing") : t("export.write")}</Button></>}
    >
      <div className={css.form}>
        <Choices label={t("export.format")} selected={format} onSelect={pick} options={FORMATS.map((id) => ({ id, label: t(`export.kind.${id}`), description: t(`export.kindWords.${id}`) }))} />
        <Field label={t("export.path")} value={path} onChange={(next) => { setFailure(null); setPath(next); }} mono description={t("export.pathWords")} error={failure === null ? undefined : reason(failure, path)} />
        <div><Switch isSelected={redact} onChange={(on) => { setFailure(null); setRedact(on); }}>{t("export.redact")}</Switch><p className={css.note}>{t(redact ? "export.redactOn" : "export.redactOff")}</p></div>
      </div>
    </Dialog>
  );
}
