import type { ReactElement } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components";
import css from "./Tooltip.module.css";

const DELAY_MS = 600;

type Props = { text: string; children: ReactElement };

/** A name or a reason beside a control. */
export function Tooltip({ text, children }: Props) {
  return (
    <TooltipTrigger delay={DELAY_MS} closeDelay={0}>
      {children}
      <AriaTooltip offset={6} className={css.tooltip}>{text}</AriaTooltip>
    </TooltipTrigger>
  );
}
