import type { KeyboardEvent, Ref } from "react";
import { Search } from "lucide-react";
import css from "./Field.module.css";

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  size?: "normal" | "large";
  /** A word at the end, such as the key that clears. */
  hint?: string;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  ref?: Ref<HTMLInputElement>;
};

/** Searches what stands below it with each key; Escape clears it first and is the caller's only when it is empty. */
export function SearchField({ label, value, onChange, placeholder, size = "normal", hint, onKeyDown, ref }: Props) {
  return (
    <div className={css.search} data-size={size} role="search">
      <Search aria-hidden />
      <input
        ref={ref} type="search" aria-label={label} value={value} placeholder={placeholder} autoComplete="off" autoCorrect="off" spellCheck={false}
        onChange={(event) => { onChange(event.target.value); }}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (event.key !== "Escape" || event.defaultPrevented || value === "") return;
          event.preventDefault();
          event.stopPropagation();
          onChange("");
        }}
      />
      {hint !== undefined && <span className={css.hint}>{hint}</span>}
    </div>
  );
}
