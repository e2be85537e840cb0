// The types of the IPC contract.

// ---------- errors ----------
export type Code = string; // "PLATFORM.INPUT_INVALID", "INTEGRATION.AUTHENTICATION_INVALID", "INTEGRATION.PERMISSION_MISSING",
// "REMOTE.SERVICE_UNAVAILABLE", "REMOTE.RATE_LIMIT_EXCEEDED", "REMOTE.INPUT_INVALID", "REMOTE.UNKNOWN_HTTP_ERROR",
// "PLATFORM.TASK_TIMED_OUT", "PLATFORM.UNKNOWN_ERROR", "INTEGRATION.SETUP_INCOMPLETE",
// and local ones: "VAULT.LOCKED", "VAULT.ABSENT", "VAULT.WRONG_PASSPHRASE", "STORE.DAMAGED", "STORE.WRONG_KEY",
// "STORE.DISK_FULL", "STORE.TOO_NEW", "STORE.BUSY"
export type Failure = { code: Code; message: string; cure: string; request_id: string | null };

// ---------- workspace ----------
export type WorkspaceKind = "demo" | "ashby";
export type VaultKind = "keychain" | "passphrase";
export type WorkspacePhase = "none" | "locked" | "ready" | "failed"; // none: first run; failed: see failure
export type WorkspaceState = {
  phase: WorkspacePhase; kind: WorkspaceKind | null; name: string | null; // name: shown in the switcher
  vault: VaultKind | null; failure: Failure | null; version: string;
};
export type SyncMode = { kind: "all" } | { kind: "recent"; days: number } | { kind: "created_only" };
export type VaultChoice = { kind: "keychain" } | { kind: "passphrase"; passphrase: string };
export type Access = "yes" | "no" | "unknown";
export type ModuleAccess = { module: string; read: Access; write: Access; used_for: string }; // "candidates", "jobs", …; used_for in words
export type KeyReport = { title: string | null; introspected: boolean; modules: ModuleAccess[]; missing: string[] /* sentences */ };
export type KeyCheckInput = { api_key: string; base_url: string | null };
export type ConnectInput = { api_key: string; base_url: string | null; vault: VaultChoice; mode: SyncMode };
export type UnlockInput = { passphrase: string };

// ---------- sync ----------
export type ModelState = "waiting" | "running" | "done" | "failed" | "no_permission";
export type ModelProgress = {
  model: string;          // "users","jobs","job_postings","candidates","stages","applications","tags","rejection_reasons", "details"
  rows: number;           // in the mirror now
  fetched: number;        // records received in this run
  state: ModelState; synced_at: string | null; failure: Failure | null;
};
export type SyncStatus = {
  running: boolean; first: boolean /* the first sync has not finished yet */; full: boolean;
  started_at: string | null; synced_at: string | null; offline_since: string | null;
  failure: Failure | null; warnings: number; models: ModelProgress[];
  waiting: number; failed: number; undecided: number; // outbox: waiting/sending; failed; unconfirmed + conflict
};
export type SyncNowInput = { full: boolean };

// ---------- shared ----------
export type StageType = string; // Lead | PreInterviewScreen | Active | Offer | Hired | Archived, open
export type StageRef = { id: string; name: string; kind: StageType };
export type Coverage = { total: number; as_of: string | null; complete: boolean }; // of the whole mirror table
export type Pending = { intent_id: string; state: IntentState; label: string }; // label: "Moved here, not sent yet"

// ---------- jobs ----------
export type JobSort = "title" | "status" | "active" | "opened";
export type JobListInput = { query: string; statuses: string[] /* OPEN CLOSED DRAFT ARCHIVED; empty = all */; sort: JobSort; desc: boolean; offset: number; limit: number };
export type StageCount = { kind: StageType; count: number };
export type JobRow = {
  id: string; title: string; code: string | null; status: string | null; confidential: boolean;
  department: string | null; location: string | null; remote: string | null /* REMOTE HYBRID ON_SITE */;
  team: string[] /* names, hiring manager first */; openings: number; active: number; stages: StageCount[];
  posted: boolean; opened_at: string | null;
};
export type JobPage = { total: number; rows: JobRow[]; counts: { status: string; count: number }[]; coverage: Coverage };

// ---------- pipeline ----------
export type BoardInput = { job_id: string; plan: string | null /* plan id; null = default */ };
export type BoardColumn = { stage: StageRef; count: number; median_days: number | null; oldest_days: number | null };
export type PlanRef = { id: string; name: string; is_default: boolean; count: number };
export type Board = {
  job: { id: string; title: string; status: string | null; department: string | null; location: string | null; url: string | null };
  plan: PlanRef | null; plans: PlanRef[]; columns: BoardColumn[]; // in plan order; Hired and Archived last
  total: number; coverage: Coverage;
};
export type BoardCardsInput = { job_id: string; stage_id: string; offset: number; limit: number /* ≤ 100 */ };
export type Card = {
  application_id: string; candidate_id: string; name: string; headline: string | null; source: string | null;
  credited_to: string | null; tags: string[]; days: number | null /* in this stage */; pending: Pending | null;
};
export type CardPage = { total: number; rows: Card[] };
export type MoveTargetsInput = { application_id: string };
export type MoveTarget = { stage: StageRef; current: boolean; refusal: string | null };

// ---------- candidates ----------
export type CandidateSort = "relevance" | "name" | "updated" | "created";
export type CandidateListInput = { query: string; sort: CandidateSort; desc: boolean; offset: number; limit: number /* ≤ 100 */ };
export type CandidateRow = {
  id: string; name: string; title: string | null; company: string | null; location: string | null; email: string | null;
  tags: string[]; source: string | null; applications: number;
  job: string | null; stage: StageRef | null; // of the newest live application, else the newest
  updated_at: string | null; created_at: string | null; pending: boolean;
};
export type CandidatePage = { total: number; exact: boolean /* false: "10,000+" */; rows: CandidateRow[]; took_us: number; coverage: Coverage };

export type CandidateInput = { id: string };
export type Contact = { value: string; kind: string | null };
export type Social = { url: string; kind: string | null };
export type NamedValue = { label: string; value: string };
export type Step = { stage: StageRef; state: "past" | "current" | "ahead"; entered_at: string | null; days: number | null };
export type ApplicationView = {
  id: string; job_id: string | null; job: string | null; job_status: string | null; outcome: string | null; // PENDING HIRED DECLINED
  stage: StageRef | null; steps: Step[]; source: string | null; credited_to: string | null;
  created_at: string | null; ended_at: string | null; reason: string | null; days: number | null /* in process */;
  pending: Pending | null; history_known: boolean;
};
export type CandidateView = {
  id: string; name: string; title: string | null; company: string | null; location: string | null;
  emails: Contact[]; phones: Contact[]; socials: Social[]; source: string | null; credited_to: string | null; school: string | null;
  tags: { id: string; name: string }[]; fields: NamedValue[]; created_at: string | null; updated_at: string | null;
  url: string | null; resume: { name: string } | null; files: string[]; applications: ApplicationView[]; fresh_at: string | null;
};
export type Note = { id: string; author: string; created_at: string; html: string /* already sanitised */; private: boolean };
export type NoteList = { notes: Note[]; fetched_at: string | null };
// candidate_refresh fetches info, notes and stage history now (interactive lane); results arrive by change notice.

// ---------- writes ----------
export type MoveInput = { application_id: string; stage_id: string };
export type IntentState = "waiting" | "sending" | "done" | "failed" | "unconfirmed" | "conflict" | "cancelled";
export type Queued = { intent_id: string; label: string /* "Moved Leila Farrokhzad to Onsite" */; undo: boolean };
export type IntentInput = { intent_id: string };
export type DecideInput = { intent_id: string; choice: "mine" | "theirs" };
export type Conflict = { theirs: StageRef; yours: StageRef; at: string | null };
export type IntentRow = {
  id: string; action: string /* move_application_to_stage */; title: string /* "Move Leila Farrokhzad to Onsite" */; detail: string /* job · from → to */;
  candidate_id: string | null; application_id: string | null; state: IntentState; created_at: string; settled_at: string | null;
  attempts: number; failure: Failure | null; conflict: Conflict | null; undo: "cancel" | "compensate" | null; undoes: string | null; warnings: string[];
};
export type ActivityInput = { filter: "open" | "needs_you" | "done"; offset: number; limit: number };
export type ActivityPage = { waiting: number; needs_you: number; done: number; total: number; rows: IntentRow[] };
export type RunRow = { id: number; started_at: string; ended_at: string | null; full: boolean; outcome: string; endpoints: { endpoint: string; records: number; outcome: string; failure: Failure | null }[] };

// ---------- palette, settings ----------
export type PaletteInput = { query: string; limit: number };
export type PaletteHit = { kind: "candidate" | "job"; id: string; title: string; subtitle: string | null };
export type SettingInput = { key: string };
export type SettingSetInput = { key: string; value: string };
