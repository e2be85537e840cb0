import { ArrowRight, Ban, Ellipsis, Inbox, NotebookPen, Tag, X } from "lucide-react";
import { Button, IconButton, MenuButton } from "../../component";
import { t } from "../../words";
import type { Ask } from "../act/ActDialog";
import { moreItems } from "../act/more/More";
import type { MoreKind } from "../act/more/more";
import { MOST } from "../act/subject";
import css from "./SelectionBar.module.css";

type Props = { count: number; /** Whether someone is shown beside the board. */ peek: boolean; onMove: () => void; onReview: () => void; onAsk: (kind: Ask["kind"]) => void; onMore: (kind: MoreKind) => void; onClear: () => void };

/** What can be done with all that is chosen, each by its key. */
export function SelectionBar({ count, peek, onMove, onAsk, onMore, onReview, onClear }: Props) {
  return (
    <div className={css.bar} data-peek={peek || undefined} role="toolbar" aria-label={t("pipeline.selection")}>
      <b>{t("pipeline.selected", { count })}</b>
      {count >= MOST && <span className={css.most}>{t("pipeline.most")}</span>}
      <Button variant="quiet" kbd="m" onPress={onMove}><ArrowRight />{t("pipeline.moveMenu")}</Button>
      <Button variant="quiet" kbd="t" onPress={() => { onAsk("tag"); }}><Tag />{t("act.tag")}</Button>
      <Button variant="quiet" kbd="n" onPress={() => { onAsk("note"); }}><NotebookPen />{t("act.note")}</Button>
      <Button variant="quiet" kbd="v" onPress={onReview}><Inbox />{t("today.review")}</Button>
      <span className={css.danger}><Button variant="quiet" kbd="r" onPress={() => { onAsk("reject"); }}><Ban />{t("act.reject")}</Button></span>
      <MenuButton variant="quiet" label={t("deed.menu.more")} items={moreItems(["transfer", "source", "project"], true)} onAction={onMore}><Ellipsis /></MenuButton>
      <i className={css.rule} />
      <IconButton label={t("pipeline.clearSelection")} onPress={onClear}><X /></IconButton>
    </div>
  );
}
