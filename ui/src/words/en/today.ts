/** What Today says. */
export const today = {
  myJobs: "My jobs",
  quiet: "What is new in Ashby shows up here with each sync.",
  newApplications: "New applications", freshSince: "{{count, number}} since {{when}}", freshWeek: "{{count, number}} in the last 7 days", nothingToReview: "Nothing waits for a review.",
  new: "new", oldest: "oldest", toReview: "{{count, number}} to review", review: "Review", reviewJob: "Review {{job}}",
  waiting: "Waiting too long", over: "over", overDays: "Days that are too long", days_one: "{{count, number}} day", days_other: "{{count, number}} days", inStage: "in a stage", nobodyWaits_one: "Nobody stands in a stage for more than {{count, number}} day.", nobodyWaits_other: "Nobody stands in a stage for more than {{count, number}} days.",
  interviewsToday: "Interviews today", interviewsLater: "In the days after", noInterviews: "No more interviews today.", minutes: "{{count, number}} min", now: "now", joinOf: "Join the call with {{name}}",
  offers: "Offers waiting", offer: { sent: "With the candidate", approved: "Approved, not sent", draft: "Draft", approval: "Draft: {{state}}", declined: "Draft: approval declined" },
  feedback: "Feedback overdue · last 30 days", still: "{{count, number}} still to come", showDay: "Show all of today", showAll: "Show all {{count, number}}", showIn: "Show all in {{place}}", bothSides: "{{theirs}} in Ashby, {{yours}} here.", decide: "Decide", seeWhy: "See why",
  keys: { walk: "Walk over the day", open: "Open", peek: "Peek" },
} as const;
