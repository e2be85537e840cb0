import { useRef, useState } from "react";
import { Menu, MenuItem, Popover, Text } from "react-aria-components";
import { Check } from "lucide-react";
import type { MoveTarget, StageRef } from "../../bindings/types";
import { StageGlyph, announce, toast } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import { RejectDialog } from "../act/RejectDialog";
import { useGestures } from "../act/useGestures";
import { said } from "./words";
import css from "./MoveMenu.module.css";

type Props = { application: string; name: string; /** The stages to choose from; without them those of the application. */ targets?: readonly MoveTarget[]; anchor: Element | null; onPick: (to: StageRef) => void; /** The archived stage was picked, which needs a reason; without this it is asked for here. */ onReject?: () => void; onClose: () => void };

/** Every stage of the plan; those that refuse stay readable and say why. */
export function MoveMenu({ application, name, targets: given, anchor, onPick, onReject, onClose }: Props) {
  const { data } = useCommand("move_targets", { application_id: application }, { enabled: given === undefined });
  const targets = given ?? data;
  const trigger = useRef(anchor);
  const [rejecting, setRejecting] = useState(false);
  /** The menu closes itself after a pick; what follows from the pick decides when this ends. */
  const picked = useRef(false);
  const { reject } = useGestures();
  if (!targets) return null;
  if (rejecting) return <RejectDialog name={name} onClose={onClose} onReject={(reason, note, mail) => { onClose(); void reject([{ application, candidate: "", name, tags: [] }], reason, note, { mail }); }} />;
  const pick = (id: string) => {
    picked.current = true;
    const target = targets.find(({ stage }) => stage.id === id);
    if (!target || target.current) onClose();
    else if (target.stage.kind === "Archived") { if (onReject) onReject(); else setRejecting(true); }
    else if (target.refusal === null) onPick(target.stage);
    else {
      toast({ message: t("pipeline.notMoved", { name }), detail: target.refusal });
      announce(said(t("pipeline.notMoved", { name }), target.refusal));
      onClose();
    }
  };
  return (
    <Popover aria-label={t("pipeline.moveOf", { name })} triggerRef={trigger} isOpen onOpenChange={(open) => { if (!open && !picked.current) onClose(); }} placement="bottom start" offset={4} className={css.popover}>
      <Menu aria-label={t("pipeline.moveOf", { name })} autoFocus className={css.menu} selectionMode="single" selectedKeys={targets.filter(({ current }) => current).map(({ stage }) => stage.id)} onAction={(id) => { pick(String(id)); }}>
        {targets.map(({ stage, current, refusal: refused }) => ({ stage, current, refusal: stage.kind === "Archived" ? null : refused })).map(({ stage, current, refusal }) => (
          <MenuItem key={stage.id} id={stage.id} textValue={stage.name} className={css.item} data-refused={refusal !== null || undefined}>
            <StageGlyph kind={stage.kind} />
            <Text slot="label" className={css.label}>{stage.name}</Text>
            {stage.kind === "Archived" && !current && <span className={css.here}>{t("pipeline.withReason")}</span>}
            {current && <span className={css.here}><Check size={14} aria-hidden />{t("pipeline.here")}</span>}
            {refusal !== null && <Text slot="description" className={css.why}>{refusal}</Text>}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
