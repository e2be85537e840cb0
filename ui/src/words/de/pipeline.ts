import type { en } from "../en";
import type { Words } from "../shape";

/** What the pipeline says. */
export const pipeline = {
  board: "Pipeline-Tafel",
  pipeline: "Pipeline",
  sections: "Über diese Stelle",
  plan: "Interviewplan",
  planOf: "{{name}}, {{people, number}}",
  openInAshby: "In Ashby öffnen",
  people_one: "{{count, number}} Person",
  people_other: "{{count, number}} Personen",
  noPlan: "Diese Stelle hat keinen Interviewplan und darum keine Stufen.",
  pending: "Hierher verschoben, noch nicht gesendet",
  undo: "Rückgängig",
  today: "heute",
  days: "{{days, number}} T",
  day: "< 1 T",
  ages: "Median {{median}}, längste {{oldest}}",
  none: "niemand hier",
  here: "jetzt hier", withReason: "mit Grund",
  inStage: "in {{stage}}",
  moveOf: "{{name}} verschieben nach",
  moveTo: "Nach {{stage}} verschieben",
  moveMenu: "Verschieben nach …",
  moved: "{{name}} nach {{stage}} verschoben",
  movedBack: "Rückgängig gemacht: {{name}} ist wieder in {{stage}}",
  undone: "Rückgängig gemacht: {{name}}",
  notUndone: "Das Verschieben wurde nicht rückgängig gemacht.",
  notMoved: "{{name}} wurde nicht verschoben.",
  noNext: "{{name}} ist in der letzten Stufe, {{stage}}.",
  noPrevious: "{{name}} ist in der ersten Stufe, {{stage}}.",
  openStage: "{{stage}} aufklappen, {{people, number}}",
  foldStage: "{{stage}} zuklappen",
  keys: {
    group: "Pipeline", walk: "Über die Karten gehen", next: "In die nächste Stufe verschieben", previous: "In die vorige Stufe verschieben", menu: "In eine beliebige Stufe verschieben", reject: "Ablehnen", tag: "Tag vergeben", note: "Notiz schreiben", peek: "Hineinsehen", open: "Person öffnen", back: "Zurück zu den Stellen",
  },
} as const satisfies Words<typeof en.pipeline>;
