import { useRef, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { Download, Upload } from "lucide-react";
import { Button, Dialog, toast } from "../../component";
import { failureOf, platform } from "../../platform";
import { invalidate } from "../../query";
import { t } from "../../words";
import { luggageOf, packed, Refused, unpack, type Luggage } from "./moving";
import css from "./Settings.module.css";

const failed = (thrown: unknown) => {
  if (thrown instanceof Refused) { toast({ message: t(`prefs.move.${thrown.why}`), tone: "failed" }); return; }
  const { message, cure } = failureOf(thrown);
  toast({ message, detail: cure, tone: "failed" });
};

async function save() {
  const path = await platform.saveText("samara-settings.json", `${JSON.stringify(await packed(), null, 2)}\n`);
  toast({ message: t("prefs.move.saved"), detail: path });
}

/** What is one's own here, as a file for another computer. */
export function MoveTab() {
  const client = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const [luggage, setLuggage] = useState<Luggage | null>(null);
  const take = async () => {
    if (!luggage) return;
    setLuggage(null);
    const whole = await unpack(luggage);
    await invalidate(client, ["settings", "views"]);
    toast(whole ? { message: t("prefs.move.taken") } : { message: t("prefs.move.taken"), detail: t("prefs.move.failedViews"), tone: "failed" });
  };
  return (
    <section className={css.section}>
      <h2>{t("prefs.move.title")}</h2>
      <p className={css.words}>{t("prefs.move.words")}</p>
      <input ref={field} type="file" accept="application/json,.json" className="visually-hidden" tabIndex={-1} aria-label={t("prefs.move.take")} onChange={(event) => { void event.target.files?.[0]?.text().then((text) => { setLuggage(luggageOf(text)); }).catch(failed); event.target.value = ""; }} />
      <div className={css.actions}>
        <Button variant="primary" onPress={() => { save().catch(failed); }}><Download />{t("prefs.move.save")}</Button>
        <Button onPress={() => { field.current?.click(); }}><Upload />{t("prefs.move.take")}</Button>
      </div>
      {luggage && (
        <Dialog isOpen title={t("prefs.move.sure")} onClose={() => { setLuggage(null); }} footer={<><Button onPress={() => { setLuggage(null); }}>{t("common.cancel")}</Button><Button variant="primary" autoFocus onPress={() => { take().catch(failed); }}>{t("prefs.move.go")}</Button></>}>
          <p>{t("prefs.move.sureWords", { views: t("prefs.move.what", { count: luggage.views.length }), settings: t("prefs.move.settings", { count: Object.keys(luggage.settings).length }) })}</p>
        </Dialog>
      )}
    </section>
  );
}
