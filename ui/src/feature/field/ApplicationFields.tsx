import type { ApplicationView } from "../../bindings/types";
import { FailureState, SkeletonRows, StateGlyph } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import { CustomFields } from "./CustomFields";
import css from "./Field.module.css";

/** The fields of one application. What waits to be sent is not in the record yet and stands beneath. */
export function ApplicationFields({ application, name }: { application: ApplicationView; name: string }) {
  const { data: filled, error, refetch } = useCommand("record_fields", { model: "ats_applications", id: application.id });
  const { data: open } = useCommand("activity", { filter: "open", offset: 0, limit: 100 });
  const waiting = open?.rows.filter((row) => row.action === "set_application_fields" && row.application_id === application.id) ?? [];
  if (error) return <FailureState failure={error} onRetry={() => { void refetch(); }} />;
  if (!filled) return <SkeletonRows count={2} />;
  return (
    <>
      <CustomFields model="ats_applications" id={application.id} name={name} filled={filled} />
      {waiting.map((row) => <p key={row.id} className={css.waits}><StateGlyph state={row.state} size={14} />{row.detail}: {t(`common.state.${row.state}`)}</p>)}
    </>
  );
}
