import { useState, type KeyboardEvent } from "react";
import type { Failure, PassthroughReply } from "../../bindings/types";
import { Button, Dialog, FailureState, Field, Mark, TextArea, announce, copyText } from "../../component";
import { useAct } from "../../query";
import { number, t } from "../../words";
import { ConsoleLog } from "./ConsoleLog";
import { bodyOf, formatted } from "./console";
import css from "./Settings.module.css";
import own from "./Console.module.css";

/** Asks one of Ashby's endpoints by hand; what may change something is asked about first. */
export function ConsoleTab() {
  const [path, setPath] = useState("");
  const [body, setBody] = useState("{}");
  const [reply, setReply] = useState<PassthroughReply | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sure, setSure] = useState(false);
  const { mutate: pass, isPending } = useAct("passthrough");
  const read = bodyOf(body);
  const endpoint = path.trim().replace(/^\//, "");
  const blocked = endpoint === "" || "problem" in read || isPending;
  const send = (confirmed: boolean) => {
    if (blocked || "problem" in read) return;
    setSure(false);
    pass({ path: `/${endpoint}`, data: read.value, ...(confirmed ? { confirmed } : {}) }, {
      onSuccess: (answer) => { setReply(answer); setFailure(null); announce(t("prefs.console.answered", { status: answer.status })); },
      // The engine knows which endpoints only read; the rest it refuses until somebody has agreed.
      onError: (thrown) => { if (thrown.code === "PLATFORM.CONFIRMATION_NEEDED") setSure(true); else { setFailure(thrown); setReply(null); } },
    });
  };
  const onKeyDown = (event: KeyboardEvent) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send(false); } };
  return (
    <>
      <section className={css.section} onKeyDown={onKeyDown}>
        <h2>{t("prefs.console.title")}</h2>
        <p className={css.words}>{t("prefs.console.words")}</p>
        <Field label={t("prefs.console.endpoint")} value={path} onChange={setPath} placeholder="candidate.info" description={t("prefs.console.endpointHelp")} mono />
        <TextArea label={t("prefs.console.body")} value={body} onChange={setBody} rows={6} mono error={"problem" in read ? t(`prefs.console.${read.problem}`, { why: read.why }) : undefined} />
        <div className={css.actions}>
          <Button variant="primary" kbd="Mod+Enter" isDisabled={blocked} onPress={() => { send(false); }}>{t(isPending ? "prefs.console.sending" : "prefs.console.send")}</Button>
          <Button isDisabled={"problem" in read} onPress={() => { if ("value" in read) setBody(formatted(read.value)); }}>{t("prefs.console.format")}</Button>
        </div>
        {failure && <FailureState failure={failure} />}
      </section>
      {reply && <Answer reply={reply} />}
      <ConsoleLog onPick={setPath} />
      <Dialog
        isOpen={sure} role="alertdialog" title={t("prefs.console.sure", { endpoint })} onClose={() => { setSure(false); }}
        footer={<><Button autoFocus onPress={() => { setSure(false); }}>{t("common.cancel")}</Button><Button variant="danger" onPress={() => { send(true); }}>{t("prefs.console.confirm")}</Button></>}
      >
        <p>{t("prefs.console.sureWords", { endpoint })}</p>
        <pre className={own.small}>{"value" in read ? formatted(read.value) : body}</pre>
      </Dialog>
    </>
  );
}

/** What Ashby answered, as it came. */
function Answer({ reply: { status, data, headers, warnings } }: { reply: PassthroughReply }) {
  const text = formatted(data);
  const refused = typeof data === "object" && data !== null && "success" in data && data.success === false;
  return (
    <section className={css.section} aria-label={t("prefs.console.answer")}>
      <header className={css.head}>
        <h2>{t("prefs.console.answer")}</h2>
        <span className={own.marks}>
          <Mark tone={status < 300 && !refused ? "ok" : "failed"}>{refused ? t("prefs.console.refused", { status }) : t("prefs.console.status", { status })}</Mark>
          {headers["x-request-id"] !== undefined && <span className={own.quiet}>{t("common.request", { id: headers["x-request-id"] })}</span>}
          <span className={own.quiet}>{t("prefs.console.letters", { size: number(text.length) })}</span>
          <Button size="small" onPress={() => { void copyText(text); }}>{t("common.copy")}</Button>
        </span>
      </header>
      {warnings.map((warning) => <p key={warning} className={css.words}>{warning}</p>)}
      <pre className={own.answer} tabIndex={0} aria-label={t("prefs.console.answer")}>{text}</pre>
    </section>
  );
}
