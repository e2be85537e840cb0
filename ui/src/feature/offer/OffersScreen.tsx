import { useMemo, useState } from "react";
import type { OfferSort } from "../../bindings/types";
import { Button, Coverage, EmptyState, FailureState, Screen, SkeletonRows, useHotkey } from "../../component";
import { number, t } from "../../words";
import { CandidateListPeek } from "../candidate/CandidateListPeek";
import { useRowHeight } from "../candidate/table/measure";
import { Table } from "../candidate/table/Table";
import { useListing } from "../candidate/table/useListing";
import { position } from "../candidate/words";
import { SyncNow } from "../SyncNow";
import { asked, ordered, turned, type OfferSearch } from "./list";
import { columns, statusOf } from "./OfferColumns";
import css from "./Offers.module.css";

type Props = { search: OfferSearch; onSearch: (search: OfferSearch) => void; onOpen: (candidate: string) => void };

/** Every offer by where it stands, with its first day of work. */
export function OffersScreen({ search, onSearch, onOpen }: Props) {
  const { status, sort, desc } = search;
  const wanted = useMemo(() => asked({ status, sort, desc }), [status, sort, desc]);
  const list = useListing("list_offers", wanted);
  const { page, total, focused, handle } = list;
  const [peek, setPeek] = useState(false);
  const height = useRowHeight();
  const order = { by: wanted.sort, desc: wanted.desc };
  useHotkey("Escape", () => { setPeek(false); }, { enabled: peek });
  const open = (index: number) => {
    const candidate = list.at(index)?.candidate_id;
    if (candidate != null) onOpen(candidate);
  };
  const person = list.at(focused)?.candidate_id ?? null;
  const all = () => { onSearch({ ...search, status: undefined }); };
  return (
    <Screen title={t("offer.offers")}>
      <div className={css.screen}>
        {page && (
          <>
            <div className={css.filters} role="group" aria-label={t("offer.filters")}>
              <Chip label={t("offer.all")} value={page.coverage.total} on={status === undefined} onPress={all} />
              {ordered(page.counts).map((one) => <Chip key={one.status} label={statusOf(one.status)} value={one.count} on={one.status === status} onPress={() => { onSearch({ ...search, status: one.status === status ? undefined : one.status }); }} />)}
            </div>
            <Coverage count={t("offer.found", { count: page.total })} coverage={page.coverage} filtered={status !== undefined} />
          </>
        )}
        <div className={css.split}>
          <div className={css.list}>
            {total > 0 ? (
              <Table
                label={t("offer.offers")} columns={columns()} total={total} at={list.at} name={(row) => [row.candidate, row.job].filter((part) => part !== null).join(", ")} data={(row) => ({ "data-offer-id": row.id })} row={height}
                order={order} onOrder={(by: OfferSort) => { const next = turned(order, by); onSearch({ ...search, sort: next.by, desc: next.desc }); }}
                onRange={list.onRange} focused={focused} onFocused={list.onFocused} selected={peek ? focused : -1} onOpen={open} onPeek={() => { setPeek((old) => !old); }} onPick={() => { setPeek(true); }}
                start={list.start} handle={handle}
              />
            ) : list.failure ? <FailureState failure={list.failure} onRetry={list.retry} /> : page === undefined ? <SkeletonRows count={8} />
              : page.coverage.as_of === null ? <EmptyState text={t("offer.unread")} /> : status === undefined ? <EmptyState text={t("offer.none")} action={<SyncNow />} />
                : <EmptyState text={t("offer.noneOf", { status: statusOf(status) })} action={<Button onPress={all}>{t("offer.clear")}</Button>} />}
          </div>
          {peek && person !== null && (
            <CandidateListPeek id={person} position={position(focused, total, null)} onStep={(by) => { handle.current?.move(by); }} onOpen={() => { open(focused); }} onClose={() => { setPeek(false); handle.current?.focus(); }} />
          )}
        </div>
      </div>
    </Screen>
  );
}

const Chip = ({ label, value, on, onPress }: { label: string; value: number; on: boolean; onPress: () => void }) => (
  <button type="button" className={css.filter} aria-pressed={on} onClick={onPress}>{label}<span>{number(value)}</span></button>
);
