import type { ReactNode, Ref } from "react";
import { FieldError, Input, Label, Text, TextField } from "react-aria-components";
import css from "./Field.module.css";

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "password" | "url";
  placeholder?: string;
  description?: string;
  /** The most letters it takes. */
  limit?: number;
  /** Why the value is not taken. */
  error?: string;
  isDisabled?: boolean;
  autoFocus?: boolean;
  mono?: boolean;
  /** Stands inside the field at its end. */
  end?: ReactNode;
  ref?: Ref<HTMLInputElement>;
};

/** A line of text with its name above it. */
export function Field({ label, value, onChange, type = "text", placeholder, description, limit, error, isDisabled, autoFocus, mono, end, ref }: Props) {
  return (
    <TextField className={css.field} value={value} onChange={onChange} type={type} isInvalid={error !== undefined} isDisabled={isDisabled} autoFocus={autoFocus} maxLength={limit} autoComplete="off" autoCorrect="off" spellCheck="false">
      <Label className={css.label}>{label}</Label>
      <span className={css.box}>
        <Input ref={ref} className={css.input} placeholder={placeholder} data-mono={mono || undefined} autoCapitalize="off" />
        {end}
      </span>
      {description !== undefined && error === undefined && <Text slot="description" className={css.help}>{description}</Text>}
      <FieldError className={css.error}>{error}</FieldError>
    </TextField>
  );
}
