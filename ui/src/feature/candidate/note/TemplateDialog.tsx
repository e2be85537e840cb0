import { useState } from "react";
import { Plus, Trash2 } from "lucide-react";
import { Button, Dialog, Field, IconButton, TextArea, toast } from "../../../component";
import { t } from "../../../words";
import { useTemplates, withTemplate, type Template } from "./templates";
import css from "./Note.module.css";

/** One's own texts for notes: made, changed, given up. */
export function TemplateDialog({ onClose }: { onClose: () => void }) {
  const { templates, change } = useTemplates();
  const [open, setOpen] = useState<Template | null>(templates.length === 0 ? { id: "", name: "", text: "" } : null);
  const giveUp = (one: Template) => {
    change((now) => now.filter(({ id }) => id !== one.id), () => {
      toast({ message: t("person.template.removed", { name: one.name }), action: { label: t("common.undo"), run: () => { change((now) => withTemplate(now, one)); }, undoes: one.id } });
    });
  };
  const taken = open !== null && templates.some((one) => one.id !== open.id && one.name.toLowerCase() === open.name.trim().toLowerCase());
  const save = () => {
    if (!open) return;
    const one = { ...open, id: open.id === "" ? crypto.randomUUID() : open.id, name: open.name.trim() };
    change((now) => withTemplate(now, one), () => { setOpen(null); });
  };
  return (
    <Dialog
      isOpen title={t("person.template.title")} width={520} onClose={onClose}
      footer={open ? <><Button onPress={() => { setOpen(null); }}>{t("common.cancel")}</Button><Button variant="primary" isDisabled={taken || open.name.trim() === "" || open.text.trim() === ""} onPress={save}>{t("person.template.save")}</Button></> : <Button onPress={onClose}>{t("common.close")}</Button>}
    >
      <p className={css.about}>{t("person.template.words")}</p>
      {open ? (
        <div className={css.form}>
          <Field label={t("person.template.name")} value={open.name} onChange={(name) => { setOpen({ ...open, name }); }} autoFocus error={taken ? t("person.template.taken") : undefined} />
          <TextArea label={t("person.template.text")} value={open.text} onChange={(text) => { setOpen({ ...open, text }); }} rows={6} />
        </div>
      ) : (
        <>
          <ul className={css.templates}>
            {templates.map((one) => (
              <li key={one.id}>
                <button type="button" aria-label={t("person.template.edit", { name: one.name })} onClick={() => { setOpen(one); }}><b>{one.name}</b><span>{one.text}</span></button>
                <IconButton size="small" label={t("person.template.remove", { name: one.name })} onPress={() => { giveUp(one); }}><Trash2 /></IconButton>
              </li>
            ))}
            {templates.length === 0 && <li>{t("person.template.none")}</li>}
          </ul>
          <Button onPress={() => { setOpen({ id: "", name: "", text: "" }); }}><Plus />{t("person.template.add")}</Button>
        </>
      )}
    </Dialog>
  );
}
