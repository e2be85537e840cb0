import { FailureState } from "../../../component";
import { useCommand } from "../../../query";
import { t } from "../../../words";
import { Asking } from "../Asking";
import { Finder } from "../Finder";
import type { About } from "./more";
import { useDeal } from "./useDeal";

const NONE = "none ";

/** Says where applications came from: one pick does it, and it can be taken back. */
export function SourceDialog({ who, name, left, onClose }: About) {
  const deal = useDeal();
  const [first] = who;
  const { data: sources, error, refetch } = useCommand("list_sources", {});
  const { data: candidate } = useCommand("candidate", { id: first?.candidate ?? "" }, { enabled: who.length === 1 });
  const now = who.length === 1 ? (candidate?.applications.find(({ id }) => id === first?.application)?.source ?? null) : null;
  const items = sources && [...sources.map((one) => ({ id: one.id, label: one.name, isOn: one.name === now, ...(one.name === now ? { side: t("deed.source.now") } : {}) })), { id: NONE, label: t("deed.source.none") }];
  const pick = (id: string) => {
    onClose();
    const source = sources?.find((one) => one.id === id);
    const done = source ? t("deed.source.done", { name, source: source.name }) : t("deed.source.gone", { name });
    void deal("change_application_source", who.map(({ application }) => ({ application_id: application, source_id: source?.id ?? null })), { done, failed: t("act.notDone", { what: done }) });
  };
  return (
    <Asking title={t("deed.source.title", { name })} left={left} place="middle" onClose={onClose}>
      {error ? <FailureState failure={error} onRetry={() => { void refetch(); }} /> : <Finder label={t("deed.source.find")} items={items} none={t("deed.source.noSuch")} onPick={pick} />}
    </Asking>
  );
}
