import type { ReactNode } from "react";
import { Check } from "lucide-react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Button, type Variant } from "./Button";
import { Kbd } from "./Kbd";
import css from "./Menu.module.css";

export type MenuEntry<Id extends string> = { id: Id; label: string; icon?: ReactNode; kbd?: string; detail?: string; isOn?: boolean; danger?: boolean };
type Props<Id extends string> = { label: string; items: readonly MenuEntry<Id>[]; onAction: (id: Id) => void; /** Begins on the first entry, however it was opened. */ first?: boolean };

/** A list of verbs. */
export function Menu<Id extends string>({ label, items, onAction, first = false }: Props<Id>) {
  return (
    <AriaMenu aria-label={label} className={css.menu} autoFocus={first ? "first" : undefined} onAction={(key) => { const item = items.find(({ id }) => id === key); if (item) onAction(item.id); }}>
      {items.map((item) => (
        <MenuItem key={item.id} id={item.id} textValue={item.label} className={css.item} data-danger={item.danger || undefined}>
          {item.icon}
          <span className={css.label}>{item.label}</span>
          {item.detail !== undefined && <span className={css.detail}>{item.detail}</span>}
          {item.isOn && <Check aria-hidden />}
          {item.kbd !== undefined && <Kbd keys={item.kbd} />}
        </MenuItem>
      ))}
    </AriaMenu>
  );
}

type ButtonProps<Id extends string> = Props<Id> & { children: ReactNode; variant?: Variant; size?: "normal" | "small"; /** Where a key opens it too. */ isOpen?: boolean; onOpenChange?: (open: boolean) => void };

/** A button that opens a menu. */
export function MenuButton<Id extends string>({ children, variant, size, label, items, onAction, isOpen, onOpenChange }: ButtonProps<Id>) {
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <Button variant={variant} size={size} aria-label={label}>{children}</Button>
      <Popover className={css.popover} offset={4} placement="bottom start"><Menu label={label} items={items} onAction={onAction} first={isOpen !== undefined} /></Popover>
    </MenuTrigger>
  );
}
