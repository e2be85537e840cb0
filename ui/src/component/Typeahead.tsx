import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import css from "./Typeahead.module.css";

export type Suggestion = { id: string; label: string; detail?: string; icon?: ReactNode };

type Props = {
  label: string;
  placeholder?: string;
  /** What fits the text, best first. */
  suggest: (text: string) => readonly Suggestion[];
  onPick: (id: string) => void;
  /** Names what a text that fits nothing would make; without it, or null, only what there is can be picked. */
  make?: (text: string) => string | null;
  onMake?: (text: string) => void;
  /** When it is left, or Escape is pressed. */
  onClose?: () => void;
  /** Told with each key, for what is suggested from elsewhere. */
  onText?: (text: string) => void;
  /** As wide and high as other fields, and not focused at once. */
  isWide?: boolean;
  /** Said when nothing fits and nothing can be made. */
  none: string;
  /** Longest text. */
  longest?: number;
};

const MADE = "make ";

/** A field that offers what fits as one types, and can make what is not there yet. */
export function Typeahead({ label, placeholder, suggest, onPick, make, onMake, onClose, onText, isWide = false, none, longest }: Props) {
  const id = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const fitting = suggest(text);
  const made = text.trim() === "" ? null : (make?.(text.trim()) ?? null);
  const all: readonly Suggestion[] = made === null ? fitting : [...fitting, { id: MADE, label: made }];
  const index = Math.min(at, Math.max(0, all.length - 1));
  useEffect(() => { list.current?.children[index]?.scrollIntoView({ block: "nearest" }); }, [index]);
  const change = (next: string) => { setText(next); setAt(0); onText?.(next); };
  const pick = (one: Suggestion | undefined) => {
    if (!one) return;
    if (one.id === MADE) onMake?.(text.trim());
    else onPick(one.id);
    change("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && all.length > 0) setAt((index + step + all.length) % all.length);
    else if (event.key === "Enter") pick(all[index]);
    else if (event.key === "Escape" && onClose) onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={css.typeahead} onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) onClose?.(); }} data-wide={isWide || undefined}>
      <input
        className={css.input} type="text" role="combobox" aria-label={label} aria-expanded={all.length > 0} aria-controls={`${id}-list`} aria-autocomplete="list" aria-activedescendant={all.length > 0 ? `${id}-${String(index)}` : undefined}
        placeholder={placeholder} value={text} maxLength={longest} autoFocus={!isWide} autoComplete="off" autoCorrect="off" spellCheck={false} onChange={(event) => { change(event.target.value); }} onKeyDown={onKeyDown}
      />
      {(!isWide || text.trim() !== "") && <div className={css.pop}>
        <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className={css.list}>
          {all.map((one, place) => (
            <div
              key={one.id} id={`${id}-${String(place)}`} role="option" aria-selected={place === index} className={css.item} tabIndex={-1}
              onMouseMove={() => { if (place !== index) setAt(place); }} onMouseDown={(event) => { event.preventDefault(); }} onClick={() => { pick(one); }}
            >
              {one.icon}<span className={css.name}>{one.label}</span>{one.detail !== undefined && <span className={css.detail}>{one.detail}</span>}
            </div>
          ))}
        </div>
        {all.length === 0 && <span className={css.none}>{none}</span>}
      </div>}
    </div>
  );
}
