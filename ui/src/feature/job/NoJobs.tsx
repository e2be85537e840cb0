import type { Failure } from "../../bindings/types";
import { Button, EmptyState, FailureState } from "../../component";
import { t } from "../../words";
import { statusOf } from "./words";

/** What stands in the place of the jobs. */
export function NoJobs({ failure, total, status, onClear, onRetry }: { failure: Failure | null; /** Jobs that are left out. */ total: number; /** The only thing that leaves them out. */ status: string | null; onClear: () => void; onRetry: () => void }) {
  if (failure) return <FailureState failure={failure} onRetry={onRetry} />;
  if (total > 0 && status !== null) return <EmptyState text={t("job.noneOf", { status: statusOf(status) })} action={<Button onPress={onClear}>{t("job.showAll", { count: total })}</Button>} />;
  if (total > 0) return <EmptyState text={t("job.noMatch")} action={<Button onPress={onClear}>{t("job.clear")}</Button>} />;
  return <EmptyState text={t("job.empty")} />;
}
