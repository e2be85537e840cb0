import { lazy, Suspense, useRef, useState } from "react";
import { Pencil } from "lucide-react";
import type { IntegrationField, NamedValue } from "../../bindings/types";
import { StateGlyph } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import { rows, text } from "../record";
import { useDo } from "../useDo";
import { editable } from "./value";
import css from "./Field.module.css";

const FieldEditor = lazy(() => import("./FieldEditor").then((module) => ({ default: module.FieldEditor })));

type Model = "ats_candidates" | "ats_applications";
type Props = { model: Model; id: string; /** Whose fields these are. */ name: string; /** What is filled, in words, what waits included. */ filled: readonly NamedValue[] };

/** The organisation's own fields of a record, each changed where it stands. */
export function CustomFields({ model, id, name, filled }: Props) {
  const act = useDo();
  const list = useRef<HTMLDListElement>(null);
  const { data } = useCommand("list_fields", { model });
  const [open, setOpen] = useState<string | null>(null);
  const { data: page } = useCommand("list_rows", { model, page_size: 1, cursor: null, filters: { ids: id }, embeds: [], updated_after: null, include_deleted: false, ignore_unsupported_filters: false }, { enabled: open !== null });
  const fields = (data?.fields ?? []).filter((field) => field.type === "CUSTOM" && !field.is_archived && field.label !== null);
  // What is filled and of no known kind is still shown.
  const strange = filled.filter(({ label, value }) => value !== "" && !fields.some((field) => field.label === label));
  const raw = page?.results[0] && rows(page.results[0], "integration_fields");
  const close = (key: string) => {
    setOpen(null);
    requestAnimationFrame(() => { list.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(key)}"]`)?.focus(); });
  };
  const save = (field: IntegrationField, value: unknown) => {
    close(field.key);
    const fill = [{ field: field.key, value }];
    const done = t(value === null ? "deed.field.cleared" : "deed.field.done", { field: field.label ?? field.key, name });
    const said = { done, failed: t("act.notDone", { what: done }) };
    void (model === "ats_candidates" ? act("set_candidate_fields", { candidate_id: id, fields: fill }, said) : act("set_application_fields", { application_id: id, fields: fill }, said));
  };
  if (fields.length + strange.length === 0) return <p>{t("candidate.noFields")}</p>;
  return (
    <dl ref={list} className={css.list}>
      {fields.map((field) => {
        const { value = "", pending } = filled.find(({ label }) => label === field.label) ?? {};
        const shown = value === "" ? null : value;
        return [
          <dt key={`${field.key}:`} title={field.label ?? undefined}>{field.label}</dt>,
          <dd key={field.key} data-open={open === field.key || undefined}>
            {open === field.key && raw ? (
              <Suspense fallback={<span role="status">{t("common.loading")}</span>}>
                <FieldEditor field={field.key} label={field.label ?? field.key} kind={field.field_type ?? "String"} raw={raw.find((one) => text(one, "key") === field.key)?.value ?? null} shown={shown} onSave={(value) => { save(field, value); }} onClose={() => { close(field.key); }} />
              </Suspense>
            ) : <Shown field={field} shown={shown} onOpen={() => { setOpen(field.key); }} />}
            {pending !== undefined && <StateGlyph state={pending} size={14} />}
          </dd>,
        ];
      })}
      {strange.map(({ label, value }) => [<dt key={`${label}:`} title={label}>{label}</dt>, <dd key={label}>{value}</dd>])}
    </dl>
  );
}

function Shown({ field, shown, onOpen }: { field: IntegrationField; shown: string | null; onOpen: () => void }) {
  const label = field.label ?? field.key;
  if (!editable(field.field_type ?? "String")) return <span title={t("deed.field.inAshby")}>{shown ?? t("deed.field.empty")}</span>;
  return (
    <button type="button" className={css.value} data-field={field.key} data-empty={shown === null || undefined} aria-label={t("deed.field.change", { field: label, value: shown ?? t("deed.field.empty") })} onClick={onOpen}>
      {shown ?? t("deed.field.empty")}<Pencil aria-hidden />
    </button>
  );
}
