import { Check, ChevronDown } from "lucide-react";
import { Button, FieldError, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from "react-aria-components";
import css from "./Select.module.css";

type Props<Id extends string> = {
  label: string;
  selected: Id | null;
  onSelect: (id: Id) => void;
  items: readonly { id: Id; label: string }[];
  size?: "normal" | "small";
  /** Shows the label above; otherwise it is only the control's name. */
  titled?: boolean;
  isDisabled?: boolean;
  /** What stands there while nothing is chosen. */
  placeholder?: string;
  /** Why the choice is not taken. */
  error?: string;
};

/** One of a few. */
export function Select<Id extends string>({ label, selected, onSelect, items, size = "normal", titled = false, isDisabled, placeholder = "", error }: Props<Id>) {
  const pick = (key: unknown) => {
    const item = items.find(({ id }) => id === key);
    if (item) onSelect(item.id);
  };
  return (
    <AriaSelect className={css.select} data-titled={titled || undefined} aria-label={titled ? undefined : label} selectedKey={selected} onSelectionChange={pick} isDisabled={isDisabled} isInvalid={error !== undefined}>
      {titled && <Label className={css.label}>{label}</Label>}
      <Button className={css.button} data-size={size}><SelectValue className={css.value}>{({ selectedText }) => selectedText || placeholder}</SelectValue><ChevronDown aria-hidden /></Button>
      <FieldError className={css.error}>{error}</FieldError>
      <Popover className={css.popover} offset={4}>
        <ListBox className={css.list} items={items}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className={css.item}>
              <span className={css.text}>{item.label}</span>
              {item.id === selected && <Check aria-hidden />}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
