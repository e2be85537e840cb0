import type { Tone } from "./bars";

const number = new Intl.NumberFormat("en");
export const count = (value: number): string => number.format(value);
const span = (days: number): string => (days < 1 ? "under 1 d" : `${count(days)} d`);
const month = new Intl.DateTimeFormat("en", { month: "short", year: "numeric" });
const monthOf = (at: string): string => month.format(new Date(at));
const joined = (...parts: string[]): string => parts.filter((part) => part !== "").join(", ");

/** What the candidate screens say. */
export const words = {
  candidates: "Candidates", candidate: "Candidate", sections: "About this person",
  name: "Name", headlineHead: "Title and company", stage: "Stage", job: "Job", tags: "Tags", source: "Source", location: "Location",
  applications: "Applications",
  jobs: (job: string | null, applications: number): string => joined(job ?? "", applications === 1 ? "" : `${count(applications)} applications`),
  updated: "Updated", created: "Added",
  search: "Search people", searchHint: "Name, company, title, tag, note or mail", clears: "Esc clears",
  people: (total: number, exact: boolean): string => `${count(total)}${exact ? "" : "+"} ${total === 1 && exact ? "person" : "people"}`,
  found: (query: string): string => `Nobody matches “${query}”.`,
  clear: "Clear the search",
  emptyMirror: "Nobody is here yet. People appear as the first sync reads them.",
  took: (us: number): string => (us < 1000 ? "under 1 ms" : `${count(Math.round(us / 1000))} ms`),
  pendingMove: "A move of this person is not sent yet",
  best: "Best match",

  headline: (title: string | null, company: string | null): string =>
    title !== null && company !== null ? `${title} at ${company}` : (title ?? company ?? ""),
  origin: (source: string | null, credited: string | null): string =>
    credited === null ? (source ?? "") : source === null ? `Credited to ${credited}` : `${source}, credited to ${credited}`,
  peek: "Peek", inProcess: (days: number | null): string => (days === null ? "" : `${span(days)} in process`),
  openInAshby: "Open in Ashby",
  copy: (what: string): string => `Copy ${what}`,
  copied: (what: string): string => `Copied ${what}`,
  back: "Back", previous: "Previous", next: "Next", openFull: "Open", close: "Close",
  position: (index: number, total: number, where: string | null): string => `${count(index + 1)} of ${count(total)}${where === null ? "" : ` in ${where}`}`,
  moveTo: (stage: string): string => `Move to ${stage}`,
  moveMenu: "Move to…", undo: "Undo",
  moveMenuOf: (job: string): string => `Move in ${job} to…`,
  noJob: "No job",

  stepTime: (tone: Tone, days: number | null): string => {
    switch (tone) {
      case "lost": return days === null ? "ended here" : `ended here, ${span(days)}`;
      case "now": return days === null ? "" : `${span(days)} so far`;
      case "ahead": return "";
      default: return days === null ? "" : span(days);
    }
  },
  stagesOf: (job: string): string => `Stages of ${job}`,
  standing: (process: number | null, stage: number | null): string =>
    joined(process === null ? "" : `${span(process)} in process`, stage === null ? "" : `${span(stage)} in this stage`),
  archived: (at: string | null, reason: string | null): string => joined(at === null ? "Archived" : `Archived ${monthOf(at)}`, reason?.toLowerCase() ?? ""),
  hired: (at: string | null): string => (at === null ? "Hired" : `Hired ${monthOf(at)}`),
  past: (job: string, reached: string | null, end: string): string => joined(job, reached === null ? "" : `reached ${reached}`, end.charAt(0).toLowerCase() + end.slice(1)),
  other: (job: string, stage: string): string => joined(job, stage),
  historyUnknown: "stage history not read yet",
  noApplications: "No applications.",

  resume: "Résumé", fields: "Fields", notes: "Notes", facts: "Facts", files: "Files", latestNotes: "Latest notes", school: "School", mail: "Mail", phone: "Phone", links: "Links",
  inAll: (value: number): string => `${count(value)} in all`,
  noResume: (name: string): string => `${name} has no résumé in Ashby.`,
  resumeAway: (message: string, cure: string): string => [message, cure].map((part) => part.trim()).filter((part) => part !== "").join(" "),
  resumeBroken: (file: string): string => `${file} cannot be drawn here. It is a kind of file or a damaged one that only Ashby can open.`,
  tryAgain: "Try again",
  pageOf: (page: number, pages: number): string => `page ${count(page)} of ${count(pages)}`,
  percent: (value: number): string => `${String(Math.round(value * 100))} %`,
  zoomIn: "Zoom in", zoomOut: "Zoom out",
  private: "Private",
  asOf: "as of",
  noNotes: "No notes yet.",
  notesNotRead: "Notes are not read yet. They come with the next connection to Ashby.",
  notesAway: "Notes cannot be read now.",
  noFields: "No custom fields are filled in.",
  noFiles: "No files.",
  gone: "This person is no longer here.",
} as const;
