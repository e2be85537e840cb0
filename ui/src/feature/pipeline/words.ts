/** What the pipeline says. */
const number = new Intl.NumberFormat("en");
export const count = (value: number): string => number.format(value);
export const days = (value: number): string => (value < 1 ? "today" : `${count(value)} d`);

export const words = {
  board: "Pipeline board", pipeline: "Pipeline", sections: "About this job", plan: "Interview plan", openInAshby: "Open in Ashby", tryAgain: "Try again",
  shown: (people: number): string => `${count(people)} in process`,
  noPlan: "This job has no interview plan, so it has no stages.",
  pendingLabel: "Moved here, not sent yet",
  undo: "Undo",
  ages: (median: number | null, oldest: number | null): string =>
    median === null || oldest === null ? "" : `median ${count(median)} d, oldest ${count(oldest)} d`,
  none: "no one here",
  here: "here now",
  moveMenuOf: (name: string): string => `Move ${name} to`,
  moveTo: (stage: string): string => `Move to ${stage}`,
  moveMenu: "Move to…",
  moved: (name: string, stage: string): string => `Moved ${name} to ${stage}`,
  movedBack: (name: string, stage: string): string => `Undone: ${name} is back in ${stage}`,
  undone: (name: string): string => `Undone: ${name}`,
  notMoved: (name: string): string => `${name} was not moved.`,
  noNext: (name: string, stage: string): string => `${name} is in the last stage, ${stage}.`,
  noPrevious: (name: string, stage: string): string => `${name} is in the first stage, ${stage}.`,
  openStage: (stage: string, cards: number): string => `Open ${stage}, ${count(cards)}`,
  foldStage: (stage: string): string => `Fold ${stage}`,
  card: (name: string, headline: string | null, stage: string, age: string | null, pending: string | null): string =>
    [name, headline, `in ${stage}`, age, pending].filter((part) => part !== null && part !== "").join(", "),
} as const;
