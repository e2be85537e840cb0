import { EmptyState, FailureState, Button } from "../../component";
import { t } from "../../words";
import { Bench } from "./Bench";
import { useReview } from "./kept";
import { nameOf, useQueue, type QueueKind } from "./queue";
import css from "./Review.module.css";

type Props = { kind: QueueKind; id: string; onClose: () => void; onPerson: (candidate: string) => void };

/** One queue over the whole window, decided on by key. */
export function ReviewScreen({ kind, id, onClose, onPerson }: Props) {
  const { data: queue, error, refetch } = useQueue(kind, id);
  const name = nameOf(kind, id);
  const review = useReview(name);
  if (queue && review && review.queue.items.length > 0) return <Bench name={name} review={review} onClose={onClose} onPerson={onPerson} />;
  return (
    <main className={css.main} id="main" tabIndex={-1}>
      {error && <FailureState failure={error} onRetry={() => { void refetch(); }}><Button onPress={onClose}>{t("review.close")}</Button></FailureState>}
      {queue?.items.length === 0 && <EmptyState text={t("review.nobody")} action={<Button onPress={onClose}>{t("review.close")}</Button>} />}
    </main>
  );
}
