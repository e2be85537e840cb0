import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { DateField, DateInput, DateSegment, Label } from "react-aria-components";
import { parseDate, type CalendarDate } from "@internationalized/date";
import { Button, Checkbox, FailureState, Field, Select, TextArea } from "../../component";
import { t } from "../../words";
import { useListed } from "../act/listed";
import { flag, rows, text, type Row } from "../record";
import { draftOf, isRange, isSelect, valueOf, type Choice, type Draft, type Problem } from "./value";
import create from "../create/Create.module.css";
import css from "./Field.module.css";

const NONE = "none ";

type Props = { field: string; label: string; kind: string; raw: unknown; shown: string | null; onSave: (value: unknown) => void; onClose: () => void };

/** What can be chosen in a select field, of its definition. */
export const choicesOf = (definition: Row | undefined): Choice[] => (definition ? rows(definition, "selectableValues").filter((one) => !flag(one, "isArchived")).flatMap((one): Choice[] => { const value = text(one, "value"); return value === null ? [] : [{ value, label: text(one, "label") ?? value }]; }) : []);

/** Reads what can be chosen first: Ashby alone lists it. */
export function FieldEditor(props: Props) {
  const { field, kind, onClose } = props;
  const { data, error, refetch } = useListed("custom_fields", isSelect(kind));
  if (!isSelect(kind)) return <Editor {...props} choices={[]} />;
  if (error) return <><FailureState failure={error} onRetry={() => { void refetch(); }} /><Button size="small" onPress={onClose}>{t("common.cancel")}</Button></>;
  if (!data) return <span role="status">{t("common.loading")}</span>;
  return <Editor {...props} choices={choicesOf(data.find((row) => text(row, "id") === field))} />;
}

function Editor({ label, kind, raw, shown, choices, onSave, onClose }: Props & { choices: readonly Choice[] }) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(kind, raw, shown, choices));
  const box = useRef<HTMLDivElement>(null);
  // The hand stays on the keyboard, whatever kind of control this is.
  useEffect(() => { if (box.current?.contains(document.activeElement) !== true) box.current?.querySelector<HTMLElement>("input, textarea, button, [tabindex]")?.focus(); }, []);
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = (part: Partial<Draft>) => { setDraft((old) => ({ ...old, ...part })); setProblem(null); };
  const save = () => {
    const read = valueOf(kind, draft, raw);
    if ("problem" in read) setProblem(read.problem);
    else onSave(read.value);
  };
  // A key pressed on a list or a button belongs to it; the page beneath hears neither.
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const whole = event.ctrlKey || event.metaKey;
    const isLine = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && (whole || isLine)) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={box} className={css.editor} role="group" aria-label={t("deed.field.edit", { field: label })} onKeyDown={onKeyDown}>
      <Inputs label={label} kind={kind} draft={draft} choices={choices} onChange={change} />
      {problem !== null && <p className={css.problem} role="alert">{t(`deed.field.wrong.${problem}`)}</p>}
      <div className={css.acts}>
        <Button size="small" variant="primary" onPress={save}>{t("deed.field.save")}</Button>
        <Button size="small" variant="quiet" onPress={onClose}>{t("common.cancel")}</Button>
        {shown !== null && <Button size="small" variant="quiet" onPress={() => { onSave(null); }}>{t("deed.field.clear")}</Button>}
      </div>
    </div>
  );
}

type InputsProps = { label: string; kind: string; draft: Draft; choices: readonly Choice[]; onChange: (part: Partial<Draft>) => void };

/** The control that fits the kind of the field. */
export function Inputs({ label, kind, draft, choices, onChange }: InputsProps) {
  if (isRange(kind)) {
    return (
      <div className={css.pair}>
        <Field label={t("deed.field.from")} value={draft.text} onChange={(next) => { onChange({ text: next }); }} autoFocus />
        <Field label={t("deed.field.to")} value={draft.to} onChange={(to) => { onChange({ to }); }} />
      </div>
    );
  }
  switch (kind) {
    case "LongText": return <TextArea label={label} value={draft.text} onChange={(next) => { onChange({ text: next }); }} rows={4} autoFocus />;
    case "Boolean": return <Select label={label} selected={draft.text === "" ? NONE : draft.text} onSelect={(id) => { onChange({ text: id === NONE ? "" : id }); }} items={[{ id: NONE, label: t("deed.field.none") }, { id: "yes", label: t("create.yes") }, { id: "no", label: t("create.no") }]} />;
    case "ValueSelect": return <Select label={label} selected={draft.text === "" ? NONE : draft.text} onSelect={(id) => { onChange({ text: id === NONE ? "" : id }); }} items={[{ id: NONE, label: t("deed.field.none") }, ...choices.map(({ value, label: name }) => ({ id: value, label: name }))]} />;
    case "MultiValueSelect": return (
      <div className={css.many}>{choices.map(({ value, label: name }) => <Checkbox key={value} isSelected={draft.many.includes(value)} onChange={(on) => { onChange({ many: on ? [...draft.many, value] : draft.many.filter((one) => one !== value) }); }}>{name}</Checkbox>)}</div>
    );
    case "Date": return (
      <DateField value={dayOf(draft.text)} onChange={(day) => { onChange({ text: day?.toString() ?? "" }); }} granularity="day" autoFocus>
        <Label className={css.hidden}>{label}</Label>
        <DateInput className={create.date}>{(segment) => <DateSegment segment={segment} className={create.segment ?? ""} />}</DateInput>
      </DateField>
    );
    case "Currency": return (
      <div className={css.pair}>
        <Field label={t("deed.field.amount")} value={draft.text} onChange={(next) => { onChange({ text: next }); }} autoFocus />
        <Field label={t("deed.field.currency")} value={draft.code} onChange={(code) => { onChange({ code }); }} placeholder="EUR" />
      </div>
    );
    default: return <Field label={label} value={draft.text} onChange={(next) => { onChange({ text: next }); }} autoFocus type={kind === "Url" ? "url" : "text"} />;
  }
}

function dayOf(text: string): CalendarDate | null {
  try {
    return text === "" ? null : parseDate(text);
  } catch {
    return null;
  }
}
