import type { rest } from "../en/rest";
import type { Words } from "../shape";

/** What the interviews say. */
export const interview = {
  interviews: "Interviews",
  views: "Was gezeigt wird",
  view: { day: "Tag", week: "Woche", owing: "Feedback überfällig" },
  before: { day: "Tag davor", week: "Woche davor" },
  after: { day: "Tag danach", week: "Woche danach" },
  today: "Heute",
  week: "Die Woche, Tag für Tag",
  whose: "Wessen Interviews",
  all: "Alle Interviews", mine: "Meine",
  day: "Tag", time: "Zeit", candidate: "Kandidat", interview: "Interview", job: "Stelle", stage: "Stufe", team: "Interviewer", status: "Status", owing: "Wessen Feedback fehlt", acts: "Aktionen", theirTime: "Ortszeit",
  owingUnknown: "nicht mit Namen bekannt",
  statuses: { Scheduled: "Geplant", WaitingOnFeedback: "Wartet auf Feedback", Complete: "Abgeschlossen", OnHold: "Ruht", Cancelled: "Abgesagt", FeedbackGiven: "Feedback liegt vor" },
  noTime: "Noch ohne Termin", untitled: "Interview", unknown: "Hier nicht vorhandene Person", unnamed: "Jemand ohne Namen",
  theirs: "{{time}} in {{place}}",
  found_one: "{{count, number}} Interview",
  found_other: "{{count, number}} Interviews",
  dueOf_one: "{{count, number}} Interview wartet auf Feedback",
  dueOf_other: "{{count, number}} Interviews warten auf Feedback",
  none: { today: "Heute sind keine Interviews.", otherDay: "An diesem Tag sind keine Interviews.", week: "Diese Woche sind keine Interviews.", otherWeek: "In jener Woche sind keine Interviews." },
  noneMine: { today: "Heute hast du keine Interviews.", otherDay: "An diesem Tag hast du keine Interviews.", week: "Diese Woche hast du keine Interviews.", otherWeek: "In jener Woche hast du keine Interviews." },
  noneOwing: "Es steht kein Feedback aus.",
  noneOwingMine: "Von dir steht kein Feedback aus.",
  unread: "Interviews sind noch nicht gelesen: Der Schlüssel darf sie vielleicht nicht lesen, oder der erste Abgleich läuft noch. Einstellungen → Verbindung sagt, was der Schlüssel kann.",
  join: "Dem Gespräch beitreten", feedback: "Feedback geben", keep: "Zum Kalender hinzufügen", schedule: "In Ashby planen",
  joinOf: "Dem Gespräch mit {{name}} beitreten", feedbackOf: "Feedback zu {{name}} geben", keepOf: "Interview mit {{name}} zum Kalender hinzufügen", scheduleOf: "Interview mit {{name}} in Ashby planen",
  keepAll: "Als .ics speichern",
  saved_one: "{{count, number}} Interview gespeichert",
  saved_other: "{{count, number}} Interviews gespeichert",
  who: {
    title: "Wer bist du hier?", words: "Wähle dich unter den Nutzern dieses Arbeitsbereichs. Das bestimmt, was „meine“ auf diesem Computer heißt, und ändert nichts in Ashby.",
    search: "Nutzer suchen", none: "Niemand heißt so. Nutzer kommen mit dem ersten Abgleich.", change: "Jemand anderes …",
  },
  keys: { before: "Früher", after: "Später", mine: "Meine oder alle" },
} as const satisfies Words<typeof rest.interview>;
