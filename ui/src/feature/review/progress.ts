/** What was decided about someone. */
export type Decision = "advanced" | "rejected" | "skipped";
export type Made = { place: number; decision: Decision; /** The write, once the engine has kept it; none for who was skipped. */ intent: string | null; /** Whether a mail goes with it. */ mailed: boolean; /** When it was decided. */ when: number };

/** Where one is in a queue, and what was decided, in order of deciding. */
export type Progress = { at: number; made: readonly Made[]; size: number };
export type Step =
  | { do: "go"; by: 1 | -1 } | { do: "show"; place: number }
  | { do: "decide"; place: number; decision: Decision; when: number; mailed?: boolean }
  | { do: "kept"; place: number; intent: string }
  | { do: "drop"; place: number }
  | { do: "restore"; made: Made };

export const begin = (size: number): Progress => ({ at: 0, made: [], size });

/** What was decided about a place. */
export const madeOf = ({ made }: Progress, place: number): Made | undefined => made.find((one) => one.place === place);
/** Whether something was decided about a place. */
export const isDecided = (progress: Progress, place: number): boolean => madeOf(progress, place) !== undefined;

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
      const now = { ...progress, made: [...made.filter(({ place }) => place !== next.place), { place: next.place, decision: next.decision, intent: null, mailed: next.mailed === true, when: next.when }] };
      return { ...now, at: open(now, next.place) };
    }
    case "kept": return { ...progress, made: made.map((one) => (one.place === next.place ? { ...one, intent: next.intent } : one)) };
    case "drop": return { ...progress, at: next.place, made: made.filter(({ place }) => place !== next.place) };
    case "restore": return isDecided(progress, next.made.place) ? progress : { ...progress, made: [...made, next.made] };
  }
}

export const of = ({ made }: Progress, decision: Decision): Made[] => made.filter((one) => one.decision === decision);
export const done = ({ at, size }: Progress): boolean => at >= size;
