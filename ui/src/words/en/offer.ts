/** What the offers say. */
export const offer = {
  offers: "Offers",
  filters: "Status",
  all: "All",
  candidate: "Candidate", job: "Job", status: "Status", state: "State in Ashby", salary: "Pay", starts: "First day", decided: "Decided", author: "Written by", created: "Written",
  statuses: { DRAFT: "Draft", APPROVED: "Approved", SENT: "Sent", ACCEPTED: "Accepted", DECLINED: "Declined", ABANDONED: "Abandoned" },
  unknown: "Someone not kept here",
  found_one: "{{count, number}} offer",
  found_other: "{{count, number}} offers",
  none: "No offer has been made. Offers are written in Ashby.",
  noneOf: "No offer is “{{status}}”.",
  clear: "Show all offers",
  unread: "Offers are not read yet: the key may not read them, or the first sync is still on its way. Settings → Connection tells what the key can do.",
} as const;
