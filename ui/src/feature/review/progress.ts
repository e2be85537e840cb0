/** What was decided about someone. */
export type Decision = "advanced" | "rejected" | "skipped";
export type Made = { place: number; decision: Decision; /** The write, once the engine has kept it; none for who was skipped. */ intent: string | null; /** Whether a mail goes with it. */ mailed: boolean };

/** Where one is in a queue, and what was decided, in order of deciding. */
export type Progress = { at: number; made: readonly Made[]; size: number };
export type Step =
  | { do: "go"; by: 1 | -1 } | { do: "show"; place: number }
  | { do: "decide"; place: number; decision: Decision; mailed?: boolean }
  | { do: "kept"; place: number; intent: string }
  | { do: "drop"; place: number };

export const begin = (size: number): Progress => ({ at: 0, made: [], size });

/** Whether something was decided about a place. */
export const isDecided = ({ made }: Progress, place: number): boolean => made.some((one) => one.place === place);

/** The next place nothing was decided about yet, from `from` on and then from the top; `size` when there is none. */
export function open(progress: Progress, from: number): number {
  const { size } = progress;
  for (let step = 0; step < size; step += 1) {
    const place = (from + step) % size;
    if (!isDecided(progress, place)) return place;
  }
  return size;
}

export function step(progress: Progress, next: Step): Progress {
  const { at, made, size } = progress;
  switch (next.do) {
    case "go": return { ...progress, at: Math.min(Math.max(at + next.by, 0), Math.max(size - 1, 0)) };
    case "show": return { ...progress, at: next.place };
    case "decide": {
      const now = { ...progress, made: [...made.filter(({ place }) => place !== next.place), { place: next.place, decision: next.decision, intent: null, mailed: next.mailed === true }] };
      return { ...now, at: open(now, next.place) };
    }
    case "kept": return { ...progress, made: made.map((one) => (one.place === next.place ? { ...one, intent: next.intent } : one)) };
    case "drop": return { ...progress, at: next.place, made: made.filter(({ place }) => place !== next.place) };
  }
}

export const of = ({ made }: Progress, decision: Decision): Made[] => made.filter((one) => one.decision === decision);
export const done = ({ at, size }: Progress): boolean => at >= size;
