import { ArrowRight, Ban, Ellipsis, FolderPlus, Inbox, NotebookPen, Tag, X } from "lucide-react";
import { Button, IconButton, MenuButton } from "../../component";
import { t } from "../../words";
import type { Ask } from "./ActDialog";
import { moreItems } from "./more/More";
import { MORE_KEYS, type MoreKind } from "./more/more";
import css from "./SelectionBar.module.css";

type Props = {
  count: number;
  /** What is said where no more can be chosen; nothing before. */
  most: string | null;
  /** Whether someone is shown beside the list. */
  peek: boolean;
  /** Further actions, in a menu. */
  more: readonly MoreKind[];
  onMove?: () => void;
  onProject?: () => void;
  onReview: () => void;
  onAsk: (kind: Ask["kind"]) => void;
  onMore: (kind: MoreKind) => void;
  onClear: () => void;
};

/** What can be done with all that is chosen, each by its key. */
export function SelectionBar({ count, most, peek, more, onMove, onProject, onAsk, onMore, onReview, onClear }: Props) {
  return (
    <div className={css.place} data-toasts="high" data-peek={peek || undefined}>
      <div className={css.bar} role="toolbar" aria-label={t("pipeline.selection")}>
        <span className={css.count}>
          <b>{t("pipeline.selected", { count })}</b>
          {most !== null && <span className={css.most} title={most}>{most}</span>}
        </span>
        {onMove && <Button variant="quiet" kbd="m" onPress={onMove}><ArrowRight />{t("pipeline.moveMenu")}</Button>}
        <Button variant="quiet" kbd="t" onPress={() => { onAsk("tag"); }}><Tag />{t("act.tag")}</Button>
        <Button variant="quiet" kbd="n" onPress={() => { onAsk("note"); }}><NotebookPen />{t("act.note")}</Button>
        {onProject && <Button variant="quiet" kbd={MORE_KEYS.project} onPress={onProject}><FolderPlus />{t("deed.project.add")}</Button>}
        <Button variant="quiet" kbd="v" onPress={onReview}><Inbox />{t("today.review")}</Button>
        <span className={css.danger}><Button variant="quiet" kbd="r" onPress={() => { onAsk("reject"); }}><Ban />{t("act.reject")}</Button></span>
        <MenuButton variant="quiet" label={t("deed.menu.more")} items={moreItems(more, true)} onAction={onMore}><Ellipsis /></MenuButton>
        <i className={css.rule} />
        <IconButton label={t("common.clearSelection")} onPress={onClear}><X /></IconButton>
      </div>
    </div>
  );
}
