import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components";
import { Kbd } from "./Kbd";
import css from "./Button.module.css";

export type Variant = "primary" | "plain" | "danger" | "quiet";

type Props = Omit<ButtonProps, "children" | "className"> & {
  children: ReactNode;
  variant?: Variant;
  size?: "normal" | "small";
  /** The key that does the same, shown after the verb. */
  kbd?: string;
  ref?: Ref<HTMLButtonElement>;
};

/** A verb with its target. One `primary` per region. */
export function Button({ children, variant = "plain", size = "normal", kbd, ...rest }: Props) {
  return (
    <AriaButton {...rest} className={css.button} data-variant={variant} data-size={size}>
      {children}
      {kbd !== undefined && <Kbd keys={kbd} />}
    </AriaButton>
  );
}
