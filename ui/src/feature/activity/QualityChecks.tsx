import { useState } from "react";
import type { QualityCheckRow } from "../../bindings/types";
import { Age, Button, Dialog, EmptyState, FailureState, SkeletonRows, StateGlyph, toast } from "../../component";
import { useAct, useCommand } from "../../query";
import { inSentence, t } from "../../words";
import { modelName } from "../settings/SyncModels";
import css from "./Activity.module.css";

/** Deletions that are held back until a person says what became of the rows. */
export function QualityChecks() {
  const { data: checks, error, refetch } = useCommand("quality_checks", {});
  const [deleting, setDeleting] = useState<QualityCheckRow | null>(null);
  const { mutate: decide, isPending } = useAct("decide_quality_check");
  const settle = (check: QualityCheckRow, decision: "delete" | "keep") => {
    decide({ id: check.id, decision }, {
      onSuccess: () => { setDeleting(null); toast({ message: t(decision === "keep" ? "activity.quality.kept" : "activity.quality.deleted") }); },
      onError: ({ message, cure }) => { setDeleting(null); toast({ message, detail: cure, tone: "failed" }); },
    });
  };
  if (error) return <FailureState failure={error} onRetry={() => { void refetch(); }} />;
  if (!checks) return <SkeletonRows row={96} count={3} />;
  if (checks.length === 0) return <EmptyState text={t("activity.quality.none")} />;
  return (
    <div className={css.list} data-scroller>
      <p className={css.intro}>{t("activity.quality.intro")}</p>
      {checks.map((check) => {
        const model = inSentence(modelName(check.model));
        return (
          <article key={check.id} className={css.item} data-quality-check={check.id} aria-label={t("activity.quality.title", { missing: check.missing, live: check.live, model })}>
            <span className={css.glyph}><StateGlyph state="unconfirmed" size={16} /></span>
            <div className={css.body}>
              <b>{t("activity.quality.title", { missing: check.missing, live: check.live, model })}</b>
              <p className={css.why}>{t(`activity.quality.reason.${check.reason}`)}</p>
              <p className={css.meta}>{t("activity.quality.asked")} <Age at={check.at} ago /> · {check.endpoint}</p>
              <div className={css.cards}>
                <section className={css.card}><p className={css.small}>{t("activity.quality.keepWords")}</p><Button isDisabled={isPending} onPress={() => { settle(check, "keep"); }}>{t("activity.quality.keep")}</Button></section>
                <section className={css.card}><p className={css.small}>{t("activity.quality.deleteWords")}</p><Button isDisabled={isPending} onPress={() => { setDeleting(check); }}>{t("activity.quality.delete", { count: check.missing })}</Button></section>
              </div>
            </div>
          </article>
        );
      })}
      {deleting && (
        <Dialog
          isOpen role="alertdialog" title={t("activity.quality.sure", { count: deleting.missing, model: inSentence(modelName(deleting.model)) })} onClose={() => { setDeleting(null); }}
          footer={<><Button onPress={() => { settle(deleting, "keep"); }}>{t("activity.quality.keep")}</Button><Button variant="danger" isDisabled={isPending} onPress={() => { settle(deleting, "delete"); }}>{t("activity.quality.delete", { count: deleting.missing })}</Button></>}
        >
          <p>{t("activity.quality.deleteWords")}</p>
        </Dialog>
      )}
    </div>
  );
}

/** Over the writes: that something else waits for a decision too. */
export function QualityBanner({ onLook }: { onLook: () => void }) {
  const { data: checks } = useCommand("quality_checks", {});
  if (!checks || checks.length === 0) return null;
  return <div className={css.banner} role="status"><StateGlyph state="unconfirmed" size={16} /><span>{t("activity.quality.banner", { count: checks.length })}</span><Button size="small" onPress={onLook}>{t("activity.quality.look")}</Button></div>;
}
