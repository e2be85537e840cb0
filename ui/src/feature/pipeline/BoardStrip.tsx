import { useDroppable } from "@dnd-kit/core";
import type { BoardColumn } from "../../bindings/types";
import { StageGlyph } from "../../component";
import { t } from "../../words";
import { count } from "./words";
import css from "./Pipeline.module.css";

/** A stage folded to a strip: terminal ones, and those nobody is in. It opens, and takes drops. */
export function BoardStrip({ column, refusal, onOpen }: { column: BoardColumn; refusal: string | null; onOpen: (stage: string) => void }) {
  const { stage } = column;
  const { setNodeRef, isOver } = useDroppable({ id: stage.id });
  const label = t("pipeline.openStage", { stage: stage.name, people: column.count });
  return (
    <button
      type="button" ref={setNodeRef} className={css.strip} data-stage-id={stage.id} aria-label={label} title={isOver && refusal !== null ? refusal : label}
      data-drop={isOver ? (refusal === null ? "over" : "refused") : undefined} onClick={() => { onOpen(stage.id); }}
    >
      <StageGlyph kind={stage.kind} />
      <span className={css.stripCount}>{count(column.count)}</span>
      <span className={css.stripName}>{stage.name}</span>
    </button>
  );
}
