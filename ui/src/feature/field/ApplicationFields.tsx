import type { ApplicationView } from "../../bindings/types";
import { FailureState, SkeletonRows } from "../../component";
import { useCommand } from "../../query";
import { CustomFields } from "./CustomFields";

/** The fields of one application. */
export function ApplicationFields({ application, name }: { application: ApplicationView; name: string }) {
  const { data: filled, error, refetch } = useCommand("record_fields", { model: "ats_applications", id: application.id });
  if (error) return <FailureState failure={error} onRetry={() => { void refetch(); }} />;
  if (!filled) return <SkeletonRows count={2} />;
  return <CustomFields model="ats_applications" id={application.id} name={name} filled={filled} />;
}
