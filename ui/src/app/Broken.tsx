import "../words/rest";
import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { Button, copyText, EmptyState, Screen } from "../component";
import { failureOf } from "../platform";
import { t } from "../words";

/** A screen that threw: it says so, and the rest of the app goes on. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const { message } = failureOf(error);
  const copy = () => { void copyText(error instanceof Error ? `${message}\n${error.stack ?? ""}` : message); };
  return (
    <Screen title={t("frame.broken.title")}>
      <div role="alert">
        <EmptyState
          text={`${t("frame.broken.text")} (${message})`}
          action={<span style={{ display: "flex", gap: 6 }}><Button variant="primary" onPress={() => { reset(); void router.invalidate(); }}>{t("frame.broken.again")}</Button><Button onPress={copy}>{t("frame.broken.copy")}</Button></span>}
        />
      </div>
    </Screen>
  );
}

export function NotFound() {
  const router = useRouter();
  return (
    <Screen title={t("frame.notFound.title")}>
      <EmptyState text={t("frame.notFound.text")} action={<Button onPress={() => { void router.navigate({ to: "/jobs" }); }}>{t("frame.notFound.go")}</Button>} />
    </Screen>
  );
}
