import { useRef } from "react";
import { Menu, MenuItem, Popover, Text } from "react-aria-components";
import { Check } from "lucide-react";
import type { StageRef } from "../../bindings/types";
import { StageGlyph, announce, toast } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import { said } from "./words";
import css from "./MoveMenu.module.css";

type Props = { application: string; name: string; anchor: Element | null; onPick: (to: StageRef) => void; onClose: () => void };

/** Every stage of the plan; those that refuse stay readable and say why. */
export function MoveMenu({ application, name, anchor, onPick, onClose }: Props) {
  const { data: targets } = useCommand("move_targets", { application_id: application });
  const trigger = useRef(anchor);
  if (!targets) return null;
  const pick = (id: string) => {
    const target = targets.find(({ stage }) => stage.id === id);
    if (!target || target.current) onClose();
    else if (target.refusal === null) onPick(target.stage);
    else {
      toast({ message: t("pipeline.notMoved", { name }), detail: target.refusal });
      announce(said(t("pipeline.notMoved", { name }), target.refusal));
      onClose();
    }
  };
  return (
    <Popover aria-label={t("pipeline.moveOf", { name })} triggerRef={trigger} isOpen onOpenChange={(open) => { if (!open) onClose(); }} placement="bottom start" offset={4} className={css.popover}>
      <Menu aria-label={t("pipeline.moveOf", { name })} autoFocus className={css.menu} selectionMode="single" selectedKeys={targets.filter(({ current }) => current).map(({ stage }) => stage.id)} onAction={(id) => { pick(String(id)); }}>
        {targets.map(({ stage, current, refusal }) => (
          <MenuItem key={stage.id} id={stage.id} textValue={stage.name} className={css.item} data-refused={refusal !== null || undefined}>
            <StageGlyph kind={stage.kind} />
            <Text slot="label" className={css.label}>{stage.name}</Text>
            {current && <span className={css.here}><Check size={14} aria-hidden />{t("pipeline.here")}</span>}
            {refusal !== null && <Text slot="description" className={css.why}>{refusal}</Text>}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
