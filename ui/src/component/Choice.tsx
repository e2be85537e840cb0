import type { ReactNode } from "react";
import { Check } from "lucide-react";
import { Checkbox as AriaCheckbox, Label, Radio, RadioGroup, Switch as AriaSwitch } from "react-aria-components";
import css from "./Choice.module.css";

type BoxProps = { children: ReactNode; isSelected: boolean; onChange: (selected: boolean) => void; isDisabled?: boolean };

export const Checkbox = ({ children, ...rest }: BoxProps) => (
  <AriaCheckbox {...rest} className={css.choice}><span className={css.box}><Check aria-hidden /></span><span>{children}</span></AriaCheckbox>
);

export const Switch = ({ children, ...rest }: BoxProps) => (
  <AriaSwitch {...rest} className={css.choice}><span className={css.switch} /><span>{children}</span></AriaSwitch>
);

type Option<Id extends string> = { id: Id; label: string; description?: string; more?: ReactNode };
type RadioProps<Id extends string> = { label: string; hidden?: boolean; selected: Id; onSelect: (id: Id) => void; options: readonly Option<Id>[] };

/** One of a few, each with a sentence of its own. */
export function Choices<Id extends string>({ label, hidden = false, selected, onSelect, options }: RadioProps<Id>) {
  const pick = (value: string) => {
    const option = options.find(({ id }) => id === value);
    if (option) onSelect(option.id);
  };
  return (
    <RadioGroup className={css.group} value={selected} onChange={pick} aria-label={hidden ? label : undefined}>
      {!hidden && <Label className={css.label}>{label}</Label>}
      {options.map(({ id, label: name, description, more }) => (
        <div key={id} className={css.option} data-on={id === selected || undefined}>
          <Radio value={id} className={css.radio}>
            <span className={css.dot} />
            <span className={css.words}><span className={css.name}>{name}</span>{description !== undefined && <span className={css.description}>{description}</span>}</span>
          </Radio>
          {id === selected && more !== undefined && <div className={css.more}>{more}</div>}
        </div>
      ))}
    </RadioGroup>
  );
}
