import { useRef } from "react";
import { Popover } from "react-aria-components";
import { Menu, type MenuEntry } from "./Menu";
import type { Spot } from "./spot";
import css from "./Menu.module.css";

type Props<Id extends string> = { spot: Spot; label: string; items: readonly MenuEntry<Id>[]; onAction: (id: Id) => void; onClose: () => void };

/** What can be done with a record, where it was pointed at. */
export function ContextMenu<Id extends string>({ spot, label, items, onAction, onClose }: Props<Id>) {
  const place = useRef<HTMLDivElement>(null);
  const done = useRef(false);
  return (
    <>
      <div ref={place} aria-hidden className={css.spot} style={{ left: spot.x, top: spot.y }} />
      <Popover className={css.popover} triggerRef={place} isOpen placement="bottom start" offset={0} aria-label={label} onOpenChange={(open) => { if (!open && !done.current) onClose(); }}>
        <Menu label={label} items={items} first onAction={(id) => { done.current = true; onClose(); onAction(id); }} />
      </Popover>
    </>
  );
}
