const number = new Intl.NumberFormat("en");
export const count = (value: number): string => number.format(value);

/** What the job screens say. */
export const words = {
  jobs: "Jobs",
  title: "Title", status: "Status", department: "Department", location: "Location", team: "Team", openings: "Openings", active: "Active", posted: "Posted", opened: "Opened",
  all: "All",
  statusOf: (status: string | null): string => {
    switch (status) {
      case "OPEN": return "Open";
      case "CLOSED": return "Closed";
      case "DRAFT": return "Draft";
      case "ARCHIVED": return "Archived";
      case null: return "";
      default: return status.charAt(0) + status.slice(1).toLowerCase().replaceAll("_", " ");
    }
  },
  remote: (remote: string | null): string => {
    switch (remote) {
      case "REMOTE": return "Remote";
      case "HYBRID": return "Hybrid";
      case "ON_SITE": return "On site";
      default: return "";
    }
  },
  where: (location: string | null, remote: string): string => [location ?? "", remote].filter((part) => part !== "").join(" · "),
  search: "Search jobs", searchHint: "Title, department, team or place", clears: "Esc clears",
  found: (total: number): string => `${count(total)} ${total === 1 ? "job" : "jobs"}`,
  filters: "Status",
  confidential: "Confidential",
  postedYes: "Posted", postedNo: "Not posted",
  nobody: "no one",
  stagesLabel: (parts: string): string => `In process: ${parts}`,
  inStage: (kind: string, value: number): string => `${count(value)} ${kind}`,
  kindOf: (kind: string): string => {
    switch (kind) {
      case "PreInterviewScreen": return "in review";
      case "Lead": return "leads";
      case "Active": return "interviewing";
      case "Offer": return "offers";
      case "Hired": return "hired";
      case "Archived": return "archived";
      default: return kind.toLowerCase();
    }
  },
  empty: "No jobs are here yet. They appear as the first sync reads them.",
  noMatch: "No job matches.",
  clear: "Clear search and filters",
  tryAgain: "Try again",
} as const;
