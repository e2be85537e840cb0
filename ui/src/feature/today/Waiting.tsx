import { useState } from "react";
import { Select, StageGlyph, useTimed } from "../../component";
import type { WaitingRow } from "../../bindings/types";
import { useCommand } from "../../query";
import { t } from "../../words";
import { STALE, useStaleDays } from "../pipeline/stale";
import { useMine } from "../me/me";
import { useKeep } from "../useKeep";
import { More, Part, Rows, useShown } from "./parts";
import { daysSince } from "./time";
import css from "./Today.module.css";

const FEW = 5;
const PAGE = 50;
const CHOICES = [3, 5, 7, 10, 14, 21, 30];

/** Who stands in a stage for too long; how long that is can be said here. */
export function Waiting({ onPerson }: { onPerson: (candidate: string) => void }) {
  const days = useStaleDays();
  const mine = useMine();
  const few = useShown(FEW);
  const [limit, setLimit] = useState(few);
  const { data } = useCommand("waiting_long", { mine, days, offset: 0, limit }, { keep: true });
  const keep = useKeep();
  if (!data) return null;
  const choices = [...new Set([...CHOICES, days])].sort((a, b) => a - b);
  return (
    <Part
      title={t("today.waiting")} count={data.total}
      note={<span className={css.over}>{t("today.over")} <Select label={t("today.overDays")} size="small" selected={String(days)} onSelect={(value) => { keep(STALE, value); }} items={choices.map((one) => ({ id: String(one), label: t("today.days", { count: one }) }))} /> {t("today.inStage")}</span>}
    >
      <Rows empty={data.total === 0 ? t("today.nobodyWaits", { count: days }) : null}>
        {data.rows.map((row) => <Row key={row.application_id} row={row} onPerson={onPerson} />)}
        {data.total > data.rows.length && data.rows.length < 100 && <More label={t("today.showAll", { count: data.total })} onMore={() => { setLimit(limit === few ? PAGE : 100); }} />}
      </Rows>
    </Part>
  );
}

function Row({ row: { candidate_id, name, stage, job, entered_at }, onPerson }: { row: WaitingRow; onPerson: (candidate: string) => void }) {
  const days = useTimed((now) => t("pipeline.days", { days: daysSince(entered_at, now) }));
  return (
    <button type="button" className={css.waits} data-row data-candidate-id={candidate_id} onClick={() => { onPerson(candidate_id); }}>
      <span className={css.cut} dir="auto">{name}</span>
      <span className={css.stage}>{stage && <><StageGlyph kind={stage.kind} /><span className={css.cut}>{stage.name}</span></>}</span>
      <span className={css.job}>{job}</span>
      <span className={css.stale}>{days}</span>
    </button>
  );
}
