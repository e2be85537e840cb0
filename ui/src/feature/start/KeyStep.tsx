import { useState } from "react";
import { ChevronRight, Eye, EyeOff } from "lucide-react";
import { Button as AriaButton, Disclosure, DisclosurePanel } from "react-aria-components";
import type { KeyReport } from "../../bindings/types";
import { Button, Field, IconButton, announce } from "../../component";
import { useAct } from "../../query";
import { t } from "../../words";
import { Alert } from "./Alert";
import { Guide } from "./Guide";
import { Page, type Entry } from "./Wizard";
import css from "./Wizard.module.css";

type Props = { entry: Entry; onEntry: (entry: Entry) => void; onBack: () => void; onChecked: (report: KeyReport) => void };

/** An address left empty is Ashby itself. */
export const baseUrlOf = ({ baseUrl }: Entry): string | null => (baseUrl.trim() === "" ? null : baseUrl.trim());

/** The guide at the left, the key at the right. */
export function KeyStep({ entry, onEntry, onBack, onChecked }: Props) {
  const { mutateAsync: check, isPending, error, reset } = useAct("check_key");
  const [shown, setShown] = useState(false);
  const empty = entry.key.trim() === "";
  const submit = () => {
    if (empty || isPending) return;
    void check({ api_key: entry.key.trim(), base_url: baseUrlOf(entry) }).then(onChecked, () => undefined);
  };
  const write = (next: Partial<Entry>) => { reset(); onEntry({ ...entry, ...next }); };
  return (
    <Page
      title={t("start.key.title")} intro={t("start.key.intro")} onSubmit={submit}
      footer={(
        <>
          <Button variant="quiet" onPress={onBack}>{t("start.back")}</Button>
          <span className={css.end}><Button variant="primary" type="submit" isDisabled={empty || isPending} kbd="Enter">{isPending ? t("start.key.checking") : t("start.key.check")}</Button></span>
        </>
      )}
    >
      <div className={css.columns}>
        <Guide />
        <section className={css.card} aria-label={t("start.key.paste")}>
          <h2>{t("start.key.paste")}</h2>
          <Field
            label={t("start.key.label")} value={entry.key} onChange={(key) => { write({ key }); }} type={shown ? "text" : "password"} mono autoFocus
            end={<IconButton size="small" label={shown ? t("start.key.hide") : t("start.key.show")} onPress={() => { setShown(!shown); announce(shown ? t("start.key.hide") : t("start.key.show")); }}>{shown ? <EyeOff /> : <Eye />}</IconButton>}
          />
          {error && <Alert failure={error} />}
          <Disclosure className={css.advanced}>
            <AriaButton slot="trigger"><ChevronRight aria-hidden />{t("start.key.advanced")}</AriaButton>
            <DisclosurePanel><Field label={t("start.key.baseUrl")} value={entry.baseUrl} onChange={(baseUrl) => { write({ baseUrl }); }} type="url" mono placeholder="https://api.ashbyhq.com" description={t("start.key.baseUrlWords")} /></DisclosurePanel>
          </Disclosure>
        </section>
      </div>
    </Page>
  );
}
