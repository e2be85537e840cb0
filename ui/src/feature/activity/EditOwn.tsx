import { useState } from "react";
import { FailureState, SkeletonRows } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import { useListed } from "../act/listed";
import { choicesOf, Inputs } from "../field/FieldEditor";
import { again, valueOf, type Draft } from "../field/value";
import { rows, text, type Row } from "../record";
import { write } from "./edit";
import css from "../field/Field.module.css";

type Model = "ats_candidates" | "ats_applications";
type Props = { model: Model; input: unknown; onChange: (input: unknown) => void; /** Whether all that is typed can be sent. */ onFits: (fits: boolean) => void };

/** The organisation's own fields that were to be set, each with the control of its kind. */
export function EditOwn({ model, input, onChange, onFits }: Props) {
  const { data: known, error, refetch } = useCommand("list_fields", { model });
  const { data: definitions, error: unlisted } = useListed("custom_fields", true);
  const [drafts, setDrafts] = useState<ReadonlyMap<number, Draft>>(new Map());
  const failure = error ?? unlisted;
  if (failure) return <FailureState failure={failure} onRetry={() => { void refetch(); }} />;
  if (!known || !definitions) return <SkeletonRows count={2} />;
  const asked = rows(input as Row, "fields").map((one) => {
    const field = known.fields.find(({ key, label }) => key === text(one, "field") || label === text(one, "field"));
    return { raw: one.value, kind: field?.field_type ?? "String", label: field?.label ?? text(one, "field") ?? "", choices: choicesOf(definitions.find((row) => text(row, "id") === field?.key)) };
  });
  const read = asked.map((one, at) => { const draft = drafts.get(at); return draft ? valueOf(one.kind, draft, one.raw) : { value: one.raw }; });
  const change = (at: number, draft: Draft) => {
    setDrafts(new Map(drafts).set(at, draft));
    const { kind, raw } = asked[at] ?? { kind: "String", raw: null };
    const next = valueOf(kind, draft, raw);
    if (!("problem" in next)) onChange(write(input, ["fields", at, "value"], next.value));
    onFits(!("problem" in next) && read.every((other, place) => place === at || !("problem" in other)));
  };
  return (
    <>
      {asked.map(({ kind, raw, label, choices }, at) => {
        const draft = drafts.get(at) ?? again(kind, raw, choices);
        const result = read[at];
        return (
          <div key={at} role="group" aria-label={label}>
            <span className={css.name}>{label}</span>
            <Inputs label={label} kind={kind} draft={draft} choices={choices} onChange={(part) => { change(at, { ...draft, ...part }); }} />
            {result && "problem" in result && <p className={css.problem} role="alert">{t(`deed.field.wrong.${result.problem}`)}</p>}
          </div>
        );
      })}
    </>
  );
}
