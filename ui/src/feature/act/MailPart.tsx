import { useState } from "react";
import { DateField, DateInput, DateSegment, Label } from "react-aria-components";
import { getLocalTimeZone, now, toCalendarDateTime, type CalendarDateTime } from "@internationalized/date";
import { TriangleAlert } from "lucide-react";
import { Button, FailureState, Select } from "../../component";
import { t } from "../../words";
import { text, words } from "../record";
import { useListed } from "./listed";
import { sentWords, type Mail } from "./mail";
import css from "./Mail.module.css";

const NONE = "";
const aheadOf = (zone: string): CalendarDateTime => toCalendarDateTime(now(zone).add({ hours: 1 }).set({ second: 0, millisecond: 0 }));

type Props = { name: string; people: number; mail: Mail | null; onMail: (mail: Mail | null) => void; onSend: () => void };

/** Which mail goes with a rejection and when; what is not complete cannot be sent. */
export function MailPart({ name, people, mail, onMail, onSend }: Props) {
  const zone = getLocalTimeZone();
  const { data, error, refetch } = useListed("templates");
  const [template, setTemplate] = useState(NONE);
  const [own, setOwn] = useState<CalendarDateTime | null>(null);
  const [past, setPast] = useState(false);
  const templates = (data ?? []).flatMap((row) => { const id = text(row, "id"); return id !== null && words(row, "intendedTypes").includes("email") ? [{ id, label: text(row, "title") ?? t("deed.mail.untitled") }] : []; });
  const tell = (id: string, time: CalendarDateTime | null) => {
    const title = templates.find((one) => one.id === id)?.label;
    const late = time !== null && time.compare(toCalendarDateTime(now(zone))) <= 0;
    setPast(late);
    onMail(title === undefined || late ? null : { template: id, title, at: time === null ? null : time.toDate(zone).toISOString() });
  };
  if (error) return <div className={css.mail}><FailureState failure={error} onRetry={() => { void refetch(); }} /></div>;
  if (!data) return <p className={css.mail} role="status">{t("common.loading")}</p>;
  if (templates.length === 0) return <p className={css.mail}>{t("deed.mail.none")}</p>;
  return (
    <section className={css.mail} aria-label={t("deed.mail.title")}>
      <Select label={t("deed.mail.template")} titled selected={template} onSelect={(id) => { setTemplate(id); tell(id, own); }} items={[...(template === NONE ? [{ id: NONE, label: t("deed.mail.choose") }] : []), ...templates]} />
      <div className={css.when}>
        <Select
          label={t("deed.mail.when")} titled selected={own === null ? "morning" : "own"} items={[{ id: "morning", label: t("deed.mail.morning") }, { id: "own", label: t("deed.mail.own") }]}
          onSelect={(id) => { const next = id === "own" ? aheadOf(zone) : null; setOwn(next); tell(template, next); }}
        />
        {own !== null && (
          <DateField className={css.time} granularity="minute" hourCycle={24} value={own} isInvalid={past} onChange={(next) => { if (next) { setOwn(next); tell(template, next); } }}>
            <Label>{t("deed.mail.time")}</Label>
            <DateInput className={css.date}>{(segment) => <DateSegment segment={segment} className={css.segment} />}</DateInput>
          </DateField>
        )}
      </div>
      {past && <p className={css.past} role="alert">{t("deed.mail.past")}</p>}
      <p className={css.final}><TriangleAlert aria-hidden />{mail === null ? t("deed.mail.final") : t(people > 1 ? "deed.mail.goesMany" : "deed.mail.goes", { name, template: mail.title, when: sentWords(mail) })}</p>
      <div className={css.send}><Button variant="danger" kbd="Mod+Enter" isDisabled={mail === null} onPress={onSend}>{t("deed.mail.send")}</Button></div>
    </section>
  );
}
