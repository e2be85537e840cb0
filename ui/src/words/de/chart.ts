import type { rest } from "../en/rest";
import type { Words } from "../shape";

/** Was die Bilder zu einer Stelle sagen. */
export const chart = {
  funnel: "Wie weit Kandidaten kommen", times: "Zeit in einer Stufe", sources: "Woher Kandidaten kommen", asTable: "Als Tabelle", asPicture: "Als Bild", percent: "{{n, number}} %",
  all_one: "{{count, number}} Bewerbung", all_other: "{{count, number}} Bewerbungen", known_one: "Verlauf bei {{known, number}} von {{count, number}} bekannt", known_other: "Verlauf bei {{known, number}} von {{count, number}} bekannt",
  reached: "So weit gekommen", goOn: "Von denen davor", reachedBy: "{{stage}}: {{count, number}}", timesNote: "Median, und was neun von zehn höchstens brauchten", median: "Median der Tage", most: "Neun von zehn", stays: "Aufenthalte", medianOf: "{{stage}}, {{time}}", upTo: "bis {{time}}",
  sourcesNote: "Bewerbungen je Monat, die letzten zwölf", month: "Monat", other: "Andere",
} as const satisfies Words<typeof rest.chart>;
