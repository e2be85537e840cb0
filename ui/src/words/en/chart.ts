/** What the charts of a job say. */
export const chart = {
  funnel: "How far people come", times: "Time in a stage", sources: "Where people come from", asTable: "As a table", asPicture: "As a picture", percent: "{{n, number}}%",
  all_one: "{{count, number}} application", all_other: "{{count, number}} applications", known_one: "history known of {{known, number}} of {{count, number}} application", known_other: "history known of {{known, number}} of {{count, number}} applications",
  reached: "Came so far", goOn: "Of those before", reachedBy: "{{stage}}: {{count, number}}", timesNote: "median, and the most that nine of ten took", median: "Median", most: "Nine of ten", stays: "Stays", medianOf: "{{stage}}: {{time}}", upTo: "to {{time}}",
  sourcesNote: "applications by month, the last twelve", month: "Month", other: "Other",
} as const;
