import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components";
import { Tooltip } from "./Tooltip";
import css from "./Button.module.css";

type Props = Omit<ButtonProps, "children" | "className"> & {
  /** Its name, also shown on hover. */
  label: string;
  children: ReactNode;
  size?: "normal" | "small" | "tiny";
  framed?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

/** A verb whose glyph is known; its name stands in the tooltip. */
export function IconButton({ label, children, size = "normal", framed = false, ...rest }: Props) {
  return (
    <Tooltip text={label}>
      <AriaButton {...rest} aria-label={label} className={css.icon} data-size={size} data-framed={framed || undefined}>{children}</AriaButton>
    </Tooltip>
  );
}
