import type { KeyboardEvent, Ref } from "react";
import { FieldError, Label, Text, TextArea as AriaTextArea, TextField } from "react-aria-components";
import css from "./Field.module.css";

type Props = {
  label: string; value: string; onChange: (value: string) => void; rows?: number; placeholder?: string; description?: string; autoFocus?: boolean; mono?: boolean;
  /** Why the text is not taken. */
  error?: string;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void; ref?: Ref<HTMLTextAreaElement>;
};

/** Several lines of text with their name above. */
export function TextArea({ label, value, onChange, rows = 4, placeholder, description, autoFocus, mono, error, onKeyDown, ref }: Props) {
  return (
    <TextField className={css.field} value={value} onChange={onChange} autoFocus={autoFocus} isInvalid={error !== undefined} spellCheck={mono ? "false" : undefined}>
      <Label className={css.label}>{label}</Label>
      <AriaTextArea ref={ref} className={css.area} rows={rows} placeholder={placeholder} data-mono={mono || undefined} onKeyDown={onKeyDown} />
      {description !== undefined && error === undefined && <Text slot="description" className={css.help}>{description}</Text>}
      <FieldError className={css.error}>{error}</FieldError>
    </TextField>
  );
}
