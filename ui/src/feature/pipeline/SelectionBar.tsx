import { ArrowRight, Ban, NotebookPen, Tag, X } from "lucide-react";
import { Button, IconButton } from "../../component";
import { t } from "../../words";
import type { Ask } from "../act/ActDialog";
import { MOST } from "../act/subject";
import css from "./SelectionBar.module.css";

type Props = { count: number; onMove: () => void; onAsk: (kind: Ask["kind"]) => void; onClear: () => void };

/** What can be done with all that is chosen, each by its key. */
export function SelectionBar({ count, onMove, onAsk, onClear }: Props) {
  return (
    <div className={css.bar} role="toolbar" aria-label={t("pipeline.selection")}>
      <b>{t("pipeline.selected", { count })}</b>
      {count >= MOST && <span className={css.most}>{t("pipeline.most")}</span>}
      <Button variant="quiet" kbd="m" onPress={onMove}><ArrowRight />{t("pipeline.moveMenu")}</Button>
      <Button variant="quiet" kbd="t" onPress={() => { onAsk("tag"); }}><Tag />{t("act.tag")}</Button>
      <Button variant="quiet" kbd="n" onPress={() => { onAsk("note"); }}><NotebookPen />{t("act.note")}</Button>
      <span className={css.danger}><Button variant="quiet" kbd="r" onPress={() => { onAsk("reject"); }}><Ban />{t("act.reject")}</Button></span>
      <i className={css.rule} />
      <IconButton label={t("pipeline.clearSelection")} onPress={onClear}><X /></IconButton>
    </div>
  );
}
