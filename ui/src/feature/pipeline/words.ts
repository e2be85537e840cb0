import type { BoardColumn, Card } from "../../bindings/types";
import { number, t } from "../../words";

export const count = number;

/** Time in a stage. */
export const days = (value: number): string => (value < 1 ? t("pipeline.today") : t("pipeline.days", { days: value }));

const span = (value: number): string => (value < 1 ? t("pipeline.day") : t("pipeline.days", { days: value }));

/** How long people have been in a column. */
export const ages = ({ median_days: median, oldest_days: oldest }: BoardColumn): string =>
  median === null || oldest === null ? "" : t("pipeline.ages", { median: span(median), oldest: span(oldest) });

/** Sentences one after the other; those that are not there are left out. */
export const said = (...sentences: string[]): string => sentences.filter((sentence) => sentence !== "").join(" ");

/** Everything a card shows, as its name. */
export const cardName = ({ name, headline, days: age, pending }: Card, stage: string, selected = false): string =>
  [name, headline, t("pipeline.inStage", { stage }), age === null ? null : days(age), pending?.label ?? null, selected ? t("pipeline.isSelected") : null].filter((part) => part !== null && part !== "").join(", ");
