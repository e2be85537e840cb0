import type { ReactNode } from "react";
import type { IntentState } from "../bindings/types";
import { t } from "../words";
import css from "./Glyph.module.css";

const RING = <circle cx="7" cy="7" r="5.25" />;
const STAGES: Record<string, { tone: string | undefined; shape: ReactNode; word: "Lead" | "PreInterviewScreen" | "Active" | "Offer" | "Hired" | "Archived" }> = {
  Lead: { tone: css.lead, word: "Lead", shape: <circle cx="7" cy="7" r="5.25" strokeDasharray="2 1.7" /> },
  PreInterviewScreen: { tone: css.pre, word: "PreInterviewScreen", shape: <>{RING}<path d="M7 7V3.7A3.3 3.3 0 0 1 10.3 7z" fill="currentColor" stroke="none" /></> },
  Active: { tone: css.active, word: "Active", shape: <>{RING}<path d="M7 3.7a3.3 3.3 0 0 1 0 6.6z" fill="currentColor" stroke="none" /></> },
  Offer: { tone: css.offer, word: "Offer", shape: <>{RING}<path d="M7 7V3.7A3.3 3.3 0 1 1 3.7 7z" fill="currentColor" stroke="none" /></> },
  Hired: { tone: css.hired, word: "Hired", shape: <><circle cx="7" cy="7" r="6" fill="currentColor" stroke="none" /><path d="m4.5 7.2 1.8 1.8 3.3-3.8" stroke="var(--bg-surface)" /></> },
  Archived: { tone: css.archived, word: "Archived", shape: <>{RING}<path d="M4.7 7h4.6" /></> },
};

/** The shape of a stage type. Its name always stands beside it; a type Ashby adds later is a bare ring. */
export function StageGlyph({ kind, label }: { kind: string; label?: string }) {
  const stage = STAGES[kind];
  return (
    <svg className={`${css.glyph ?? ""} ${stage?.tone ?? ""}`} width="14" height="14" viewBox="0 0 14 14" strokeWidth="1.5" role="img" aria-label={label ?? t(`common.stage.${stage?.word ?? "other"}`)}>
      {stage?.shape ?? RING}
    </svg>
  );
}

const STATES: Record<IntentState, { tone: string | undefined; shape: ReactNode }> = {
  waiting: { tone: css.pending, shape: <><circle cx="8" cy="8" r="5.75" strokeDasharray="2.2 1.8" /><path d="M8 5.2V8l1.8 1.2" /></> },
  sending: { tone: css.pending, shape: <path d="M8 13V3.5M4.5 7 8 3.5 11.5 7" /> },
  done: { tone: css.ok, shape: <path d="m3.5 8.5 3 3 6-7" /> },
  partial: { tone: css.unconfirmed, shape: <><path d="m3.5 8.5 3 3 3-3.4" /><path d="M12.5 8.4v3.5M12.5 14v.1" /></> },
  failed: { tone: css.failed, shape: <><circle cx="8" cy="8" r="5.75" /><path d="M8 5v3.5M8 10.8v.1" /></> },
  unconfirmed: { tone: css.unconfirmed, shape: <><circle cx="8" cy="8" r="5.75" strokeDasharray="3 1.5" /><path d="M6.4 6.5c.1-1 .8-1.5 1.6-1.5s1.6.5 1.6 1.4c0 1.1-1.5 1.2-1.5 2.4M8.1 10.9v.1" /></> },
  conflict: { tone: css.pending, shape: <path d="M8 13.5V10L4 6V3M8 10l4-4V3M2.5 4.5 4 3l1.5 1.5M10.5 4.5 12 3l1.5 1.5" /> },
  cancelled: { tone: css.muted, shape: <path d="M5.5 3.5 2.8 6.2l2.7 2.7M3 6.2h6.5a3.5 3.5 0 0 1 0 7H7" /> },
};

/** The shape of where a write stands. */
export function StateGlyph({ state, label, size = 16 }: { state: IntentState; label?: string; size?: number }) {
  const { tone, shape } = STATES[state];
  return (
    <svg className={`${css.glyph ?? ""} ${tone ?? ""}`} width={size} height={size} viewBox="0 0 16 16" strokeWidth="1.4" role="img" aria-label={label ?? t(`common.state.${state}`)}>
      {shape}
    </svg>
  );
}

/** The winged seed, one colour. */
export const Seed = ({ size = 18 }: { size?: number }) => (
  <svg className={css.seed} width={size} height={size} viewBox="0 0 64 64" aria-hidden="true">
    <g transform="rotate(40 32 32)">
      <path fill="currentColor" fillRule="evenodd" d="M33 2c10 5.5 12 16.5 10.5 28C42 40 38 49 34 55.5V62h-4v-6.5C26 49 22 40 20.5 30 19.2 18 23 6.5 33 2ZM32 30c-3 0-4.8 4-4.8 9.5S29 49 32 49s4.8-4 4.8-9.5S35 30 32 30Z" />
    </g>
  </svg>
);

/** The struck cloud of the foot line. */
export const OfflineGlyph = () => (
  <svg className={`${css.glyph ?? ""} ${css.offline ?? ""}`} width="16" height="16" viewBox="0 0 16 16" strokeWidth="1.4" aria-hidden="true">
    <path d="M2.5 2.5l11 11M4.5 6.2A3 3 0 0 0 5 12.2h6M7 4.2a4 4 0 0 1 4.7 3.2A2.5 2.5 0 0 1 13.3 11" />
  </svg>
);
