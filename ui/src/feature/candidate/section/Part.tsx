import type { ReactNode } from "react";
import type { Failure } from "../../../bindings/types";
import { Button, FailureState, SkeletonRows } from "../../../component";
import { t } from "../../../words";
import page from "../../Page.module.css";

type Props = {
  label: string;
  /** Whether anything has been answered yet. */
  isRead: boolean;
  error: Failure | null;
  onRetry: () => void;
  /** How much there is and how complete it is. */
  line: ReactNode;
  /** Why there is nothing, in words. */
  empty: string | null;
  hasMore?: boolean;
  isMore?: boolean;
  onMore?: () => void;
  moreWords?: string;
  /** What can be done here. */
  act?: ReactNode;
  /** What lies in front while it is done. */
  more?: ReactNode;
  children: ReactNode;
};

/** One section of a person's page: what is there, how complete it is, and the rest on demand. */
export function Part({ label, isRead, error, onRetry, line, empty, hasMore = false, isMore = false, onMore, moreWords = t("person.more"), act, more, children }: Props) {
  if (error && !isRead) return <FailureState failure={error} onRetry={onRetry} />;
  if (!isRead) return <SkeletonRows />;
  return (
    <div className={page.page} tabIndex={0} role="region" aria-label={label} data-scroller>
      <div className={page.column}>
        <div className={page.head}><p className={page.meta}>{line}</p>{act !== undefined && <span className={page.end}>{act}</span>}</div>
        {empty === null ? children : <p className={page.quiet}>{empty}</p>}
        {hasMore && <div><Button isDisabled={isMore} onPress={onMore}>{isMore ? t("common.loading") : moreWords}</Button></div>}
      </div>
      {more}
    </div>
  );
}
