import { Checkbox as AriaCheckbox, CheckboxGroup, DateField, DateInput, DateSegment, FileTrigger, Label, NumberField, Input, Radio, RadioGroup } from "react-aria-components";
import { parseDate } from "@internationalized/date";
import { Check, Paperclip, X } from "lucide-react";
import type { FormQuestion } from "../../bindings/types";
import { Button, Field, IconButton, Select, TextArea, toast } from "../../component";
import { locale, t } from "../../words";
import { refusalOf } from "../file";
import { formatOf, type Given } from "./draft";
import css from "./Create.module.css";
import field from "../../component/Field.module.css";

/** So many options stand open; more are chosen from a list. */
const OPEN = 5;

type Props = { question: FormQuestion; value: Given | undefined; onChange: (value: Given | undefined) => void; error?: string | undefined };

/** One question in the way its answer is given. */
export function AnswerField({ question, value, onChange, error }: Props) {
  const { type, display, options, min, max } = formatOf(question);
  const label = question.required ? `${question.title} *` : question.title;
  const said = typeof value === "string" ? value : "";
  switch (type) {
    case "NUMBER": return (
      <NumberField className={field.field} value={said === "" ? Number.NaN : Number(said)} onChange={(next) => { onChange(Number.isNaN(next) ? undefined : String(next)); }} minValue={min ?? undefined} maxValue={max ?? undefined}>
        <Label className={field.label}>{label}</Label><span className={field.box}><Input className={field.input} /></span>
      </NumberField>
    );
    case "BOOLEAN": return (
      <Some label={label} value={value === true ? "yes" : value === false ? "no" : ""} onChange={(next) => { onChange(next === "yes"); }} options={[{ id: "yes", name: t("create.yes") }, { id: "no", name: t("create.no") }]} />
    );
    case "DATE": return (
      <DateField className={field.field} value={said === "" ? null : parseDate(said)} onChange={(next) => { onChange(next?.toString()); }} granularity="day">
        <Label className={field.label}>{label}</Label>
        <DateInput className={css.date}>{(segment) => <DateSegment segment={segment} className={css.segment ?? ""} />}</DateInput>
      </DateField>
    );
    case "SINGLE_SELECT": return options.length <= OPEN ? <Some label={label} value={said} onChange={onChange} options={options} /> : <Select label={label} titled selected={said === "" ? null : said} onSelect={onChange} items={options.map(({ id, name }) => ({ id, label: name }))} />;
    case "MULTI_SELECT": return (
      <CheckboxGroup className={css.group} value={Array.isArray(value) ? [...value] as string[] : []} onChange={onChange}>
        <Label className={field.label}>{label}</Label>
        {options.map(({ id, name }) => <AriaCheckbox key={id} value={id} className={css.check}><span className={css.box}><Check aria-hidden /></span>{name}</AriaCheckbox>)}
      </CheckboxGroup>
    );
    case "FILE": return <FileField label={label} file={value instanceof File ? value : null} onFile={(file) => { onChange(file ?? undefined); }} />;
    default: return display === "MULTI_LINE" ? <TextArea label={label} value={said} onChange={onChange} rows={3} /> : <Field label={label} value={said} onChange={onChange} type={display === "URL" ? "url" : "text"} error={error} />;
  }
}

function Some({ label, value, onChange, options }: { label: string; value: string; onChange: (id: string) => void; options: readonly { id: string; name: string }[] }) {
  return (
    // Nothing chosen is null: with an empty word no choice would take the focus, and keys could not choose.
    <RadioGroup className={css.group} value={value === "" ? null : value} onChange={onChange}>
      <Label className={field.label}>{label}</Label>
      {options.map(({ id, name }) => <Radio key={id} value={id} className={css.check}><span className={css.dot} />{name}</Radio>)}
    </RadioGroup>
  );
}

const size = new Intl.NumberFormat(locale, { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 });

/** A file, chosen or dropped elsewhere on the dialog. */
export function FileField({ label, file, onFile, hint }: { label: string; file: File | null; onFile: (file: File | null) => void; hint?: string }) {
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    const refusal = refusalOf(chosen);
    if (refusal === null) onFile(chosen);
    else toast({ message: refusal, tone: "failed" });
  };
  return (
    <div className={field.field}>
      <span className={field.label}>{label}</span>
      <div className={css.file}>
        {file === null ? (
          <>
            <FileTrigger onSelect={(files) => { choose(files?.[0]); }}><Button size="small"><Paperclip />{t("create.chooseFile")}</Button></FileTrigger>
            {hint !== undefined && <span>{hint}</span>}
          </>
        ) : (
          <><Paperclip aria-hidden /><b title={file.name}>{file.name}</b><span>{size.format(Math.max(1, Math.round(file.size / 1_000)))}</span><IconButton size="small" label={t("create.removeFile", { file: file.name })} onPress={() => { onFile(null); }}><X /></IconButton></>
        )}
      </div>
    </div>
  );
}
