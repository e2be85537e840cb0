import type { KeyboardEvent, Ref } from "react";
import { Label, Text, TextArea as AriaTextArea, TextField } from "react-aria-components";
import css from "./Field.module.css";

type Props = {
  label: string; value: string; onChange: (value: string) => void; rows?: number; placeholder?: string; description?: string; autoFocus?: boolean;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void; ref?: Ref<HTMLTextAreaElement>;
};

/** Several lines of text with their name above. */
export function TextArea({ label, value, onChange, rows = 4, placeholder, description, autoFocus, onKeyDown, ref }: Props) {
  return (
    <TextField className={css.field} value={value} onChange={onChange} autoFocus={autoFocus}>
      <Label className={css.label}>{label}</Label>
      <AriaTextArea ref={ref} className={css.area} rows={rows} placeholder={placeholder} onKeyDown={onKeyDown} />
      {description !== undefined && <Text slot="description" className={css.help}>{description}</Text>}
    </TextField>
  );
}
