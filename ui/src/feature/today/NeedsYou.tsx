import type { IntentRow } from "../../bindings/types";
import { Age, Button, StateGlyph } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import { useIntentActs } from "../activity/useIntentActs";
import { More, Part, Rows } from "./parts";
import css from "./Today.module.css";

const SHOWN = 4;

/** Writes that only a person can settle. Nothing is said where there are none. */
export function NeedsYou({ onActivity }: { onActivity: () => void }) {
  const { data } = useCommand("activity", { filter: "needs_you", offset: 0, limit: SHOWN });
  if (!data || data.total === 0) return null;
  return (
    <Part title={t("activity.needsYou")} count={data.total}>
      <Rows empty={null}>
        {data.rows.map((row) => <Needs key={row.id} row={row} onActivity={onActivity} />)}
        {data.total > data.rows.length && <More label={t("today.showAll", { count: data.total })} onMore={onActivity} />}
      </Rows>
    </Part>
  );
}

function Needs({ row, onActivity }: { row: IntentRow; onActivity: () => void }) {
  const acts = useIntentActs();
  const { state, title, failure, conflict, created_at } = row;
  const what = state === "unconfirmed" ? t("activity.mayHave") : state === "conflict" ? t("activity.wasMoved") : t("activity.refused");
  return (
    <div className={css.need} data-row data-state={state} tabIndex={-1} onKeyDown={(event) => { if (event.key === "Enter" && event.target === event.currentTarget) onActivity(); }}>
      <StateGlyph state={state} />
      <div className={css.grow}>
        <p className={css.cut}><b>{title}</b> {what}</p>
        <p className={css.meta}>
          {conflict ? t("today.bothSides", { theirs: conflict.theirs.name, yours: conflict.yours.name }) : failure?.cure ?? ""} <Age at={created_at} ago />
        </p>
      </div>
      {state === "unconfirmed" ? <Button size="small" onPress={() => { acts.retry(row); }}>{t("activity.check")}</Button>
        : <Button size="small" onPress={onActivity}>{t(state === "conflict" ? "today.decide" : "today.seeWhy")}</Button>}
    </div>
  );
}
