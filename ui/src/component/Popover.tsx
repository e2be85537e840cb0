import type { ReactElement, ReactNode } from "react";
import { Dialog, DialogTrigger, Popover as AriaPopover, type PopoverProps } from "react-aria-components";
import css from "./Dialog.module.css";

type Props = { label: string; trigger: ReactElement; children: ReactNode | ((close: () => void) => ReactNode); placement?: PopoverProps["placement"]; width?: number; /** Stands open from the start. */ defaultOpen?: boolean };

/** A small surface beside the control that opens it. */
export function Popover({ label, trigger, children, placement = "bottom start", width, defaultOpen }: Props) {
  return (
    <DialogTrigger defaultOpen={defaultOpen}>
      {trigger}
      <AriaPopover className={css.popover} placement={placement} offset={6} style={{ width }}>
        <Dialog aria-label={label} className={css.popoverDialog}>{({ close }) => (typeof children === "function" ? children(close) : children)}</Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
