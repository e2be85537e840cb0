import type { rest } from "../en/rest";
import type { Words } from "../shape";

/** Was „Heute“ sagt. */
export const today = {
  myJobs: "Meine Stellen",
  quiet: "Was in Ashby neu ist, erscheint hier mit jedem Abgleich.",
  newApplications: "Neue Bewerbungen", freshSince: "{{count, number}} seit {{when}}", freshWeek: "{{count, number}} in den letzten 7 Tagen", nothingToReview: "Nichts wartet auf Sichtung.",
  new: "neu", oldest: "älteste", toReview: "{{count, number}} zu sichten", review: "Sichten", reviewJob: "{{job}} sichten",
  waiting: "Wartet zu lange", over: "länger als", overDays: "Tage, die zu lang sind", days_one: "{{count, number}} Tag", days_other: "{{count, number}} Tage", inStage: "in einer Stufe", nobodyWaits_one: "Niemand steht länger als {{count, number}} Tag in einer Stufe.", nobodyWaits_other: "Niemand steht länger als {{count, number}} Tage in einer Stufe.",
  interviewsToday: "Interviews heute", interviewsLater: "An den Tagen danach", noInterviews: "Heute keine weiteren Interviews.", minutes: "{{count, number}} Min.", now: "jetzt", joinOf: "Dem Gespräch mit {{name}} beitreten",
  offers: "Offene Angebote", offer: { sent: "Liegt bei der Person", approved: "Freigegeben, nicht gesendet", draft: "Entwurf", approval: "Entwurf: {{state}}", declined: "Entwurf: Freigabe abgelehnt" },
  feedback: "Feedback überfällig · letzte 30 Tage", still: "noch {{count, number}}", showDay: "Alle von heute zeigen", showAll: "Alle {{count, number}} zeigen", showIn: "Alle unter „{{place}}“ zeigen", bothSides: "{{theirs}} in Ashby, {{yours}} hier.", decide: "Entscheiden", seeWhy: "Warum?",
  keys: { walk: "Durch den Tag gehen", open: "Öffnen", peek: "Hineinsehen" },
} as const satisfies Words<typeof rest.today>;
