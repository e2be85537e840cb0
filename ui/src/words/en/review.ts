/** What Review says. */
export const review = {
  jobs: "Applications in review", close: "Leave the review", nobody: "Nobody is left to review here.", ofJob: "applications in review, oldest first", ofView: "saved view", ofSelection: "selected people", first: "the first {{count, number}} of {{total, number}}",
  placeOf: "{{place, number}} of {{total, number}}", tally: "{{advanced, number}} advanced · {{rejected, number}} rejected · {{skipped, number}} skipped", advanced: "Advanced", rejected: "Rejected", skipped: "Skipped",
  advance: "Advance", advanceTo: "Advance to {{stage}}", skip: "Skip", next: "Next", previous: "Previous", walk: "Next, previous", page: "Page", pageDown: "A page down", allKeys: "All keys", openPerson: "Open the person", keywords: "Keywords",
  noApplication: "No application of this person can be decided on here.", stillKept: "The last decision is still being kept. Try again in a moment.", back: "{{name}} is open again",
  decided: { advanced: "Advanced by you at {{time}}", rejected: "Rejected by you at {{time}}" }, already: "Undo that first to decide anew.",
  facts: "Facts and answers", applied: "Applied in {{year}}: {{job}}", appliedAt: "Applied", answers: "Answers", upNext: "Next", ready: "résumés ready",
  setKeywords: "Mark keywords…", keywordGroups: "Keywords", keywordWords: "Each group is marked in its colour in every résumé. Words stand between commas; a star at the end takes any ending.", groupName: "Group", groupWords: "Words", addGroup: "Another group", removeGroup: "Remove the group {{name}}", keepKeywords: "Keep the keywords", wordsLacking: "Which words belong to “{{name}}”?",
  summary: "Summary of the review", over_one: "{{count, number}} person reviewed", over_other: "{{count, number}} people reviewed", overWords: "What was decided is on its way to Ashby. Each of it stands in Activity, where it can be taken back.", showSkipped_one: "Review the one skipped", showSkipped_other: "Review the {{count, number}} skipped", undoLast: "Undo the last decision",
} as const;
