// Generated from the engine's commands by `cargo xtask bindings`. Edit those, not this.

export type Access = "yes" | "no" | "unknown";

export type ActivityFilter = "open" | "needs_you" | "done";

export type ActivityInput = { 
/**
 * Which part.
 */
filter: ActivityFilter, 
/**
 * First row.
 */
offset: number, 
/**
 * Rows, at most 100.
 */
limit: number, };

export type ActivityPage = { 
/**
 * Waiting or being sent.
 */
waiting: number, 
/**
 * A person has to act.
 */
needs_you: number, 
/**
 * Done or cancelled.
 */
done: number, 
/**
 * Rows of the part asked for.
 */
total: number, 
/**
 * The window, newest first.
 */
rows: Array<IntentRow>, };

export type AnswerList = { 
/**
 * The rows.
 */
answers: Array<AnswerRow>, 
/**
 * First row of the next part.
 */
next: number | null, 
/**
 * Applications whose answers were read.
 */
coverage: Extent, };

export type AnswerRow = { 
/**
 * Unified id of the application it was given with.
 */
application_id: string, 
/**
 * That application's job.
 */
job: string | null, 
/**
 * What was asked.
 */
question: string, 
/**
 * TEXT, NUMBER, BOOLEAN, DATE, `SINGLE_SELECT`, `MULTI_SELECT`, UNKNOWN.
 */
kind: string, 
/**
 * What was answered, in words.
 */
answer: string, };

export type ApplicationAttachmentInput = { 
/**
 * Unified id of the application, or `remote:<Ashby id>`.
 */
application_id: string, 
/**
 * The file.
 */
attachment: Attachment, };

export type ApplicationFilesInput = { 
/**
 * Unified id of the application, or `remote:<Ashby id>`.
 */
application_id: string, 
/**
 * Whether files beside the résumé are given too.
 */
all?: boolean, };

export type ApplicationLinkInput = { 
/**
 * Unified id of the application, or `remote:<Ashby id>`.
 */
application_id: string, 
/**
 * What people click on.
 */
label: string, 
/**
 * Where it leads.
 */
url: string, 
/**
 * Details to keep as custom fields.
 */
details?: LinkDetails, };

export type ApplicationNoteInput = { 
/**
 * Unified id of the application, or `remote:<Ashby id>`.
 */
application_id: string, 
/**
 * Plain text.
 */
content: string, };

export type ApplicationView = { 
/**
 * Unified id.
 */
id: string, 
/**
 * Unified id of the job.
 */
job_id: string | null, 
/**
 * The job's title.
 */
job: string | null, 
/**
 * The job's unified status.
 */
job_status: string | null, 
/**
 * PENDING, HIRED, DECLINED.
 */
outcome: string | null, 
/**
 * Stage shown, pending moves included.
 */
stage: StageRef | null, 
/**
 * The stages of its plan, as far as they matter to it.
 */
steps: Array<Step>, 
/**
 * Source.
 */
source: string | null, 
/**
 * Who is credited.
 */
credited_to: string | null, 
/**
 * Created at, UTC.
 */
created_at: string | null, 
/**
 * Ended at, UTC.
 */
ended_at: string | null, 
/**
 * Why it was rejected.
 */
reason: string | null, 
/**
 * Whole days in process.
 */
days: number | null, 
/**
 * What is pending.
 */
pending: Pending | null, 
/**
 * Whether its stage history is here.
 */
history_known: boolean, };

export type Attachment = { 
/**
 * Readable name with extension.
 */
name: string, 
/**
 * MIME type; needed with `data`.
 */
content_type?: string, 
/**
 * The content, base64.
 */
data?: string, 
/**
 * Where to fetch the content at once; https only.
 */
data_url?: string, 
/**
 * What it is.
 */
type: AttachmentKind, };

export type AttachmentKind = "CV" | "COVER_LETTER" | "OTHER";

export type AttachmentRow = { 
/**
 * Unified id.
 */
id: string, 
/**
 * Ashby's id.
 */
remote_id: string, 
/**
 * What it is.
 */
type: AttachmentKind, 
/**
 * Where it can be fetched for a short while.
 */
data_url: string, 
/**
 * File name.
 */
file_name: string | null, 
/**
 * MIME type, from the name.
 */
content_type: string | null, 
/**
 * Ashby does not tell.
 */
remote_created_at: string | null, 
/**
 * Ashby does not tell.
 */
remote_updated_at: string | null, 
/**
 * The application whose résumé it is; of a candidate's files only.
 */
application_id?: string, 
/**
 * The candidate; of a candidate's files only.
 */
candidate_id?: string, };

export type Attachments = { 
/**
 * The files, résumé first.
 */
results: Array<AttachmentRow>, };

export type Attribute = { 
/**
 * Short name.
 */
key: string, 
/**
 * Its value, text.
 */
value: string, };

export type Board = { 
/**
 * The job.
 */
job: BoardJob, 
/**
 * The plan shown.
 */
plan: PlanRef | null, 
/**
 * All plans of the job.
 */
plans: Array<PlanRef>, 
/**
 * Columns in plan order.
 */
columns: Array<BoardColumn>, 
/**
 * Applications in these columns.
 */
total: number, 
/**
 * How complete and how old.
 */
coverage: Coverage,
unfiltered: number,
};

export type BoardCardsInput = { 
/**
 * Unified id of the job.
 */
job_id: string, 
/**
 * Unified id of the stage.
 */
stage_id: string, 
/**
 * First card.
 */
offset: number, 
/**
 * Cards, at most 100.
 */
limit: number,
filter?: BoardFilter,
};

export type BoardColumn = { 
/**
 * The stage.
 */
stage: StageRef, 
/**
 * Applications in it, pending moves counted where they go.
 */
count: number, 
/**
 * Median days in the stage, of those whose arrival is known.
 */
median_days: number | null, 
/**
 * Most days in the stage.
 */
oldest_days: number | null, };

export type BoardInput = { 
/**
 * Unified id of the job.
 */
job_id: string, 
/**
 * Id of one of its plans; `None`: its default.
 */
plan: string | null,
filter?: BoardFilter,
};

export type BoardJob = { 
/**
 * Unified id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Unified status.
 */
status: string | null, 
/**
 * Department.
 */
department: string | null, 
/**
 * Location.
 */
location: string | null, 
/**
 * Its page in Ashby.
 */
url: string | null, };

export type CandidateAttachmentInput = { 
/**
 * Unified id of the candidate, or `remote:<Ashby id>`.
 */
candidate_id: string, 
/**
 * The file.
 */
attachment: Attachment, };

export type CandidateFilesInput = { 
/**
 * Unified id of the candidate, or `remote:<Ashby id>`.
 */
candidate_id: string, 
/**
 * Whether files beside the résumé are given too.
 */
all?: boolean, };

export type CandidateInput = { 
/**
 * Unified id.
 */
id: string, };

export type CandidateInterview = { 
/**
 * Unified id.
 */
id: string, 
/**
 * What kind of interview it is.
 */
title: string | null, 
/**
 * The job's title.
 */
job: string | null, 
/**
 * Name of the stage it is held in.
 */
stage: string | null, 
/**
 * Begin, UTC.
 */
starting_at: string | null, 
/**
 * End, UTC.
 */
ending_at: string | null, 
/**
 * The video call.
 */
url: string | null, 
/**
 * The place.
 */
location: string | null, 
/**
 * Ashby's `Scheduled`, `WaitingOnFeedback`, `Complete`, `OnHold` or another word.
 */
status: string | null, 
/**
 * Whether all feedback is given.
 */
has_feedback: boolean | null, 
/**
 * Where interviewers give feedback.
 */
feedback_link: string | null, 
/**
 * Names of those who hold it.
 */
interviewers: Array<string>, };

export type CandidateLinkInput = { 
/**
 * Unified id of the candidate, or `remote:<Ashby id>`.
 */
candidate_id: string, 
/**
 * What people click on.
 */
label: string, 
/**
 * Where it leads.
 */
url: string, 
/**
 * Details to keep as custom fields.
 */
details?: LinkDetails, };

export type CandidateListInput = { 
/**
 * Words in name, mail, title, company or tags, and operators such as `tag:` or `created:>2026-01-01`.
 */
query: string, 
/**
 * Order.
 */
sort: CandidateSort, 
/**
 * Descending.
 */
desc: boolean, 
/**
 * First row.
 */
offset: number, 
/**
 * Rows, at most 100.
 */
limit: number, };

export type CandidateNoteInput = { 
/**
 * Unified id of the candidate, or `remote:<Ashby id>`.
 */
candidate_id: string, 
/**
 * Plain text.
 */
content: string, };

export type CandidateOffer = { 
/**
 * Unified id.
 */
id: string, 
/**
 * The job's title.
 */
job: string | null, 
/**
 * ACCEPTED, DECLINED, ABANDONED, SENT, APPROVED, DRAFT.
 */
status: string | null, 
/**
 * Ashby's `WaitingOnOfferApproval`, `CandidateAccepted`, … or another word.
 */
offer_status: string | null, 
/**
 * Ashby's `Approved`, `WaitingOnApprovals`, `Declined` or another word.
 */
approval: string | null, 
/**
 * The pay in one line.
 */
salary: string | null, 
/**
 * First day of work.
 */
starts_at: string | null, 
/**
 * When its first version was written, UTC.
 */
created_at: string | null, 
/**
 * When the candidate decided, UTC.
 */
decided_at: string | null, 
/**
 * Name of the user who wrote the latest version.
 */
author: string | null, 
/**
 * How many versions there have been, as far as that is known.
 */
versions: number | null, };

export type CandidatePage = { 
/**
 * Candidates that match.
 */
total: number, 
/**
 * Whether the total is exact, or a lower bound.
 */
exact: boolean, 
/**
 * The window.
 */
rows: Array<CandidateRow>, 
/**
 * Time the query took, in microseconds.
 */
took_us: number, 
/**
 * What of the query was not understood, in sentences; the rest was looked for.
 */
problems: Array<string>, 
/**
 * How complete and how old.
 */
coverage: Coverage, 
/**
 * How much text was looked through; absent before the first sync ended.
 */
text?: TextCoverage, };

export type CandidateProcess = { 
/**
 * Latest first.
 */
interviews: Array<CandidateInterview>, 
/**
 * How complete and how old interviews are.
 */
interviews_coverage: Coverage, 
/**
 * Latest first.
 */
offers: Array<CandidateOffer>, 
/**
 * How complete and how old offers are.
 */
offers_coverage: Coverage, };

export type CandidateRow = { 
/**
 * Unified id.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Job title.
 */
title: string | null, 
/**
 * Company.
 */
company: string | null, 
/**
 * Location.
 */
location: string | null, 
/**
 * Primary mail address.
 */
email: string | null, 
/**
 * Tags.
 */
tags: Array<string>, 
/**
 * Source.
 */
source: string | null, 
/**
 * How many applications.
 */
applications: number, 
/**
 * Job of the newest live application, else of the newest.
 */
job: string | null, 
/**
 * Its stage.
 */
stage: StageRef | null, 
/**
 * Updated at, UTC.
 */
updated_at: string | null, 
/**
 * Created at, UTC.
 */
created_at: string | null, 
/**
 * Whether a write about the candidate is pending.
 */
pending: boolean, 
/**
 * Where the words were found, when not in name, contact, work or tags.
 */
found_in?: FoundIn, };

export type CandidateSort = "relevance" | "name" | "updated" | "created";

export type CandidateView = { 
/**
 * Unified id.
 */
id: string, 
/**
 * The id that was asked for, if Ashby merged that candidate into this one.
 */
followed_from?: string, 
/**
 * Name.
 */
name: string, 
/**
 * Job title.
 */
title: string | null, 
/**
 * Company.
 */
company: string | null, 
/**
 * Location.
 */
location: string | null, 
/**
 * Mail addresses, primary first.
 */
emails: Array<Contact>, 
/**
 * Phone numbers, primary first.
 */
phones: Array<Contact>, 
/**
 * Pages elsewhere.
 */
socials: Array<Social>, 
/**
 * Source.
 */
source: string | null, 
/**
 * Who is credited.
 */
credited_to: string | null, 
/**
 * School.
 */
school: string | null, 
/**
 * Tags.
 */
tags: Array<TagRef>, 
/**
 * Custom fields.
 */
fields: Array<NamedValue>, 
/**
 * Created at, UTC.
 */
created_at: string | null, 
/**
 * Updated at, UTC.
 */
updated_at: string | null, 
/**
 * The page in Ashby.
 */
url: string | null, 
/**
 * The résumé, if there is one.
 */
resume: ResumeRef | null, 
/**
 * Names of all other files.
 */
files: Array<string>, 
/**
 * Applications, live ones first.
 */
applications: Array<ApplicationView>, 
/**
 * When the page was last read from Ashby as a whole, UTC.
 */
fresh_at: string | null, };

export type Card = { 
/**
 * Unified id.
 */
application_id: string, 
/**
 * Unified id of the candidate.
 */
candidate_id: string, 
/**
 * The candidate's name.
 */
name: string, 
/**
 * Title at company.
 */
headline: string | null, 
/**
 * Source of the application.
 */
source: string | null, 
/**
 * Who is credited.
 */
credited_to: string | null, 
/**
 * The candidate's tags.
 */
tags: Array<string>, 
/**
 * Whole days in this stage.
 */
days: number | null, 
/**
 * What is pending.
 */
pending: Pending | null,
next: NextInterview | null,
};

export type CardPage = { 
/**
 * Cards in the column.
 */
total: number, 
/**
 * The window, latest arrivals first.
 */
rows: Array<Card>, };

export type Choice = "mine" | "theirs";

export type Code = "PLATFORM.INPUT_INVALID" | "OUTBOX.ALREADY_SO" | "PLATFORM.TASK_TIMED_OUT" | "PLATFORM.UNKNOWN_ERROR" | "INTEGRATION.AUTHENTICATION_INVALID" | "INTEGRATION.PERMISSION_MISSING" | "INTEGRATION.INACTIVE" | "INTEGRATION.SETUP_INCOMPLETE" | "INTEGRATION.MODEL_NOT_AVAILABLE" | "INTEGRATION.ACTION_NOT_AVAILABLE" | "REMOTE.SERVICE_UNAVAILABLE" | "REMOTE.RATE_LIMIT_EXCEEDED" | "REMOTE.INPUT_INVALID" | "REMOTE.UNKNOWN_HTTP_ERROR" | "VAULT.LOCKED" | "VAULT.ABSENT" | "VAULT.EMPTY" | "VAULT.WRONG_PASSPHRASE" | "VAULT.DAMAGED" | "STORE.DAMAGED" | "STORE.LOCAL_DAMAGED" | "STORE.TOO_NEW" | "STORE.DISK_FULL" | "STORE.BUSY" | "STORE.FILE_REFUSED";

export type Conflict = { 
/**
 * The stage in Ashby.
 */
theirs: StageRef, 
/**
 * The stage asked for.
 */
yours: StageRef, 
/**
 * When Ashby last changed the application, UTC.
 */
at: string | null, };

export type ConnectInput = { 
/**
 * The key.
 */
api_key: string, 
/**
 * Another base URL than Ashby's own.
 */
base_url: string | null, 
/**
 * Where to keep the secrets.
 */
vault: VaultChoice, 
/**
 * What to keep here.
 */
mode: SyncMode, };

export type ConnectionInput = { 
/**
 * On, or switched off.
 */
active: boolean, };

export type ConnectionStatus = "ACTIVE" | "INVALID" | "INACTIVE";

export type Contact = { 
/**
 * The address or number.
 */
value: string, 
/**
 * PERSONAL, WORK, OTHER.
 */
kind: string | null, };

export type Coverage = { 
/**
 * Rows of the whole table.
 */
total: number, 
/**
 * Begin of the last whole pass, UTC.
 */
as_of: string | null, 
/**
 * Whether a whole listing has ended.
 */
complete: boolean, };

export type DecideInput = { 
/**
 * The intent.
 */
intent_id: string, 
/**
 * Whose side wins.
 */
choice: Choice, };

export type DocumentKind = "resume" | "notes" | "feedback";

export type ExportInput = { 
/**
 * Which list.
 */
list: Exported, 
/**
 * Kind of the file.
 */
format: Format, 
/**
 * Where the file is to stand; one that stands there is replaced.
 */
path: string, 
/**
 * Whether names, addresses, numbers, links and what was written freely are masked.
 */
redact: boolean, };

export type ExportReport = { 
/**
 * Where the file stands.
 */
path: string, 
/**
 * Its rows.
 */
rows: number, 
/**
 * Its size.
 */
bytes: number, };

export type Exported = { "kind": "people", 
/**
 * What they were searched by; empty: everybody.
 */
query: string, 
/**
 * Order.
 */
sort: CandidateSort, 
/**
 * Descending.
 */
desc: boolean, } | { "kind": "model" } & ListInput;

export type Extent = { 
/**
 * Records whose part was read.
 */
have: number, 
/**
 * Records there are.
 */
of: number, 
/**
 * When the one read longest ago was read, UTC.
 */
as_of: string | null, };

export type ExtraCoverage = { 
/**
 * history, answers, notes, projects, `resume_text`, `resume_file`, feedback.
 */
kind: string, 
/**
 * Records whose part is here.
 */
have: number, 
/**
 * Records there are.
 */
of: number, 
/**
 * Records whose part cannot be had.
 */
failed: number, 
/**
 * When it was counted, UTC.
 */
as_of: string, };

export type Failure = { 
/**
 * What the UI switches on.
 */
code: Code, 
/**
 * What happened, in one sentence.
 */
message: string, 
/**
 * What to do about it.
 */
cure: string, 
/**
 * Ashby's number of the call, for its support.
 */
request_id: string | null, };

export type FeedbackList = { 
/**
 * The rows.
 */
feedback: Array<FeedbackRow>, 
/**
 * First row of the next part.
 */
next: number | null, 
/**
 * All feedback there is.
 */
total: number, 
/**
 * Until when feedback was read from Ashby, UTC.
 */
as_of: string | null, };

export type FeedbackRow = { 
/**
 * Ashby's id.
 */
id: string, 
/**
 * Unified id of the application.
 */
application_id: string, 
/**
 * Unified id of the interview.
 */
interview_id: string | null, 
/**
 * Who gave it.
 */
author: string, 
/**
 * When, UTC; empty when Ashby does not say.
 */
submitted_at: string, 
/**
 * Its questions in order.
 */
answers: Array<Scored>, };

export type FieldState = "filled" | "unfilled" | "ashby_has_none" | "needs_permission" | "not_fetched";

export type FieldVerdict = { 
/**
 * Its unified name; a part of it after a dot.
 */
field: string, 
/**
 * How it stands.
 */
state: FieldState, 
/**
 * Rows that have it.
 */
filled: number, 
/**
 * Rows looked at.
 */
of: number, 
/**
 * The permission it lacks.
 */
permission: string | null, };

export type FileRow = { 
/**
 * Ashby's id.
 */
id: string, 
/**
 * File name.
 */
name: string, 
/**
 * Whether it is the résumé.
 */
is_resume: boolean, 
/**
 * Whether its bytes are here.
 */
here: boolean, 
/**
 * Whether its text is here.
 */
has_text: boolean, 
/**
 * Why its text cannot be read.
 */
unreadable: string | null, };

export type FileText = { 
/**
 * The text, lines as in the file.
 */
text: string, 
/**
 * First letter of the next part.
 */
next: number | null, 
/**
 * Why there is none.
 */
unreadable: string | null, };

export type FileTextInput = { 
/**
 * Unified id of the candidate.
 */
candidate_id: string, 
/**
 * Ashby's id of the file; the résumé without it.
 */
file_id: string | null, 
/**
 * First letter; 0 without it.
 */
offset: number, };

export type Format = "csv" | "xlsx" | "jsonl";

export type FoundIn = { 
/**
 * Which text.
 */
kind: DocumentKind, 
/**
 * The words around.
 */
snippet: string, };

export type HitKind = "candidate" | "job";

export type IntentInput = { 
/**
 * Its id.
 */
intent_id: string, };

export type IntentRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * The unified action.
 */
action: string, 
/**
 * What it does, in words.
 */
title: string, 
/**
 * Where, from what, to what.
 */
detail: string, 
/**
 * Unified id of the candidate.
 */
candidate_id: string | null, 
/**
 * Unified id of the application.
 */
application_id: string | null, 
/**
 * Where it stands.
 */
state: IntentState, 
/**
 * Asked for at, UTC.
 */
created_at: string, 
/**
 * Ended at, UTC.
 */
settled_at: string | null, 
/**
 * Calls made.
 */
attempts: number, 
/**
 * Why it failed or still waits.
 */
failure: Failure | null, 
/**
 * Both sides of a conflict.
 */
conflict: Conflict | null, 
/**
 * What undoing it would mean; `None`: it cannot be undone.
 */
undo: UndoKind | null, 
/**
 * The intent it takes back.
 */
undoes: string | null, 
/**
 * Remarks.
 */
warnings: Array<string>, };

export type IntentState = "waiting" | "sending" | "done" | "partial" | "failed" | "unconfirmed" | "conflict" | "cancelled";

export type JobListInput = { 
/**
 * Words in title, code, department, location or team.
 */
query: string, 
/**
 * Unified statuses; empty: all.
 */
statuses: Array<string>, 
/**
 * Order.
 */
sort: JobSort, 
/**
 * Descending.
 */
desc: boolean, 
/**
 * First row.
 */
offset: number, 
/**
 * Rows, at most 200.
 */
limit: number, };

export type JobPage = { 
/**
 * Jobs that match.
 */
total: number, 
/**
 * The window.
 */
rows: Array<JobRow>, 
/**
 * Jobs that match the words, by status.
 */
counts: Array<StatusCount>, 
/**
 * How complete and how old.
 */
coverage: Coverage, };

export type JobRow = { 
/**
 * Unified id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Requisition id.
 */
code: string | null, 
/**
 * Unified status.
 */
status: string | null, 
/**
 * Whether it is confidential.
 */
confidential: boolean, 
/**
 * Department.
 */
department: string | null, 
/**
 * Location.
 */
location: string | null, 
/**
 * REMOTE, HYBRID, `ON_SITE`.
 */
remote: string | null, 
/**
 * Names of the hiring team, hiring manager first.
 */
team: Array<string>, 
/**
 * Openings to fill.
 */
openings: number, 
/**
 * Live applications.
 */
active: number, 
/**
 * Live applications by stage type.
 */
stages: Array<StageCount>, 
/**
 * Whether a posting is published.
 */
posted: boolean, 
/**
 * Opened at, UTC.
 */
opened_at: string | null, };

export type JobSort = "title" | "status" | "active" | "opened";

export type KeyCheckInput = { 
/**
 * The key.
 */
api_key: string, 
/**
 * Another base URL than Ashby's own.
 */
base_url: string | null, };

export type KeyReport = { 
/**
 * The key's name in Ashby.
 */
title: string | null, 
/**
 * Whether the key could tell about itself; otherwise reads were tried.
 */
introspected: boolean, 
/**
 * Module by module.
 */
modules: Array<ModuleAccess>, 
/**
 * What will be missing, in sentences.
 */
missing: Array<string>, };

export type LinkDetails = { 
/**
 * What the fields' names begin with.
 */
custom_field_name_prefix: string, 
/**
 * The details.
 */
attributes: Array<Attribute>, };

export type ListInput = { 
/**
 * The model's table name, such as `ats_candidates`.
 */
model: string, 
/**
 * Rows, at most 250; 100 without it.
 */
page_size: number | null, 
/**
 * The last page's `next`.
 */
cursor: string | null, 
/**
 * By name of the filter: what to let through. Several values of one filter are separated by commas.
 */
filters: { [key in string]: string }, 
/**
 * Names of related rows to tell with each.
 */
embeds: Array<string>, 
/**
 * Only rows that changed since, themselves or in what they are read with; a date or a time.
 */
updated_after: string | null, 
/**
 * Rows gone from Ashby too.
 */
include_deleted: boolean, 
/**
 * Leaves out filters on fields that are switched off, instead of letting nothing through.
 */
ignore_unsupported_filters: boolean, };

export type ListPage = { 
/**
 * Where the next page begins; `None` at the end.
 */
next: string | null, 
/**
 * The rows: objects of the unified model.
 */
results: Record<string, unknown>[], };

export type ManyInput = { 
/**
 * The action.
 */
action: string, 
/**
 * Its inputs, 1 to 500.
 */
inputs: Array<unknown>, };

export type ModelProgress = { 
/**
 * The model: users, jobs, `job_postings`, candidates, stages, applications, tags, `rejection_reasons`,
 * organisation, details.
 */
model: string, 
/**
 * Rows in the mirror; for details the calls still owed.
 */
rows: number, 
/**
 * Records received in this run.
 */
fetched: number, 
/**
 * Where it stands.
 */
state: ModelState, 
/**
 * Begin of the last pass that ended, UTC.
 */
synced_at: string | null, 
/**
 * Why it failed.
 */
failure: Failure | null, };

export type ModelStanding = "ok" | "empty" | "no_permission" | "failed" | "not_fetched";

export type ModelState = "waiting" | "running" | "done" | "failed" | "no_permission";

export type ModelVerdict = { 
/**
 * Its table name.
 */
model: string, 
/**
 * How it stands.
 */
state: ModelStanding, 
/**
 * The permissions it is read by.
 */
permissions: Array<string>, 
/**
 * What stands in its way, with Ashby's number of the call.
 */
failure: Failure | null, 
/**
 * Begin of the last whole pass, UTC.
 */
synced_at: string | null, 
/**
 * Rows that are here.
 */
rows: number, 
/**
 * Field by field.
 */
fields: Array<FieldVerdict>, };

export type ModuleAccess = { 
/**
 * Ashby's name of the module.
 */
module: string, 
/**
 * Read.
 */
read: Access, 
/**
 * Write.
 */
write: Access, 
/**
 * What Samara needs it for.
 */
used_for: string, };

export type Moment = { 
/**
 * When, UTC. What is planned lies ahead.
 */
at: string, 
/**
 * `added`, `applied`, `rejected`, `stage`, `note`, `feedback`, `interview`, `offer`, `offer_decided`, `action`.
 */
kind: string, 
/**
 * Unified id of the application it belongs to.
 */
application_id: string | null, 
/**
 * The job's title.
 */
job: string | null, 
/**
 * The stage, the interview, the action.
 */
title: string | null, 
/**
 * The source, the reason, the state, the note as HTML.
 */
detail: string | null, 
/**
 * Who did it.
 */
by: string | null, };

export type MoveInput = { 
/**
 * Unified id of the application, or `remote:<Ashby id>`.
 */
application_id: string, 
/**
 * Unified id of a stage of the application's plan, or `remote:<Ashby id>`.
 */
stage_id: string, };

export type MoveTarget = { 
/**
 * The stage.
 */
stage: StageRef, 
/**
 * Whether it is there now.
 */
current: boolean, 
/**
 * Why it cannot go there.
 */
refusal: string | null, };

export type MoveTargetsInput = { 
/**
 * Unified id.
 */
application_id: string, };

export type NamedValue = { 
/**
 * The field's title.
 */
label: string, 
/**
 * Its value.
 */
value: string, };

export type NewCode = { 
/**
 * Five groups of five.
 */
code: string, };

export type Note = { 
/**
 * Ashby's id.
 */
id: string, 
/**
 * Who wrote it.
 */
author: string, 
/**
 * When, UTC.
 */
created_at: string, 
/**
 * Its text as sanitised HTML.
 */
html: string, 
/**
 * Whether Ashby shows it to people with the right to private fields only.
 */
private: boolean, };

export type NoteList = { 
/**
 * Newest first.
 */
notes: Array<Note>, 
/**
 * When they were read from Ashby, UTC; `None`: not yet.
 */
fetched_at: string | null, };

export type Nothing = Record<symbol, never>;

export type OpeningRow = { 
/**
 * Ashby's id.
 */
id: string, 
/**
 * The organisation's own number.
 */
identifier: string | null, 
/**
 * `Approved`, `Closed`, `Draft`, `Filled`, `Open` or another word.
 */
state: string | null, 
/**
 * Whether it is archived.
 */
archived: boolean, 
/**
 * Free text.
 */
description: string | null, 
/**
 * Opened at, as Ashby writes it.
 */
opened_at: string | null, 
/**
 * Closed at, as Ashby writes it.
 */
closed_at: string | null, 
/**
 * When somebody should be hired.
 */
target_hire_date: string | null, 
/**
 * When that person should start.
 */
target_start_date: string | null, 
/**
 * Whether it replaces somebody who left.
 */
is_backfill: boolean | null, };

export type OpeningsInput = { 
/**
 * Ashby's id of the job.
 */
job_remote_id: string, };

export type PaletteHit = { 
/**
 * What it leads to.
 */
kind: HitKind, 
/**
 * Unified id.
 */
id: string, 
/**
 * Name or title.
 */
title: string, 
/**
 * Title at company; department and location.
 */
subtitle: string | null, };

export type PaletteInput = { 
/**
 * The words.
 */
query: string, 
/**
 * Hits of each kind, at most 50.
 */
limit: number, };

export type PartInput = { 
/**
 * Unified id of the candidate.
 */
id: string, 
/**
 * First row; 0 without it.
 */
offset: number, };

export type Pending = { 
/**
 * The intent.
 */
intent_id: string, 
/**
 * Where it stands.
 */
state: IntentState, 
/**
 * In words.
 */
label: string, };

export type PersonForgotten = { 
/**
 * Whether anything of them was here, or whether they had been forgotten.
 */
found: boolean, 
/**
 * In words.
 */
message: string, };

export type PersonInput = { 
/**
 * Unified id of the candidate, or `remote:` and Ashby's.
 */
candidate_id: string, };

export type PlanRef = { 
/**
 * Ashby's id.
 */
id: string, 
/**
 * Its title.
 */
name: string, 
/**
 * Whether new applications go into it.
 */
is_default: boolean, 
/**
 * Applications in it.
 */
count: number, };

export type ProjectInput = { 
/**
 * Ashby's id of the project.
 */
project_id: string, 
/**
 * First row; 0 without it.
 */
offset: number, };

export type ProjectList = { 
/**
 * By name.
 */
projects: Array<ProjectRow>, 
/**
 * People whose projects are known here.
 */
have: number, 
/**
 * People there are.
 */
of: number, 
/**
 * When that was counted, UTC.
 */
as_of: string | null, };

export type ProjectPerson = { 
/**
 * Unified id.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Title at company.
 */
headline: string | null, };

export type ProjectRow = { 
/**
 * Ashby's id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Free text.
 */
description: string | null, 
/**
 * Whether it is archived.
 */
archived: boolean, 
/**
 * Whether only few may see it.
 */
confidential: boolean, 
/**
 * Created at, as Ashby writes it.
 */
created_at: string | null, 
/**
 * People in it, as far as known here: Ashby tells it person by person.
 */
people: number, };

export type QualityCheckRow = { 
/**
 * Its number.
 */
id: number, 
/**
 * The model: the table's name without `ats_`, or the kind of reference records.
 */
model: string, 
/**
 * Ashby's endpoint.
 */
endpoint: string, 
/**
 * Rows that were alive here when it was asked.
 */
live: number, 
/**
 * Rows still missing.
 */
missing: number, 
/**
 * Why it is asked.
 */
reason: QualityReason, 
/**
 * When it was asked, UTC.
 */
at: string, 
/**
 * The question in words.
 */
message: string, };

export type QualityDecision = "delete" | "keep";

export type QualityDecisionInput = { 
/**
 * The check.
 */
id: number, 
/**
 * What becomes of its rows.
 */
decision: QualityDecision, };

export type QualityReason = "many" | "access" | "confidential";

export type Queued = { 
/**
 * Its id.
 */
intent_id: string, 
/**
 * What was done, in words.
 */
label: string, 
/**
 * Whether it can be taken back.
 */
undo: boolean, };

export type Reason = { 
/**
 * Unified id.
 */
id: string, 
/**
 * Its words.
 */
name: string, };

export type RecoverInput = { 
/**
 * The recovery code, however it is typed.
 */
code: string, 
/**
 * An API key of the same Ashby organisation.
 */
api_key: string, 
/**
 * The new passphrase, where the workspace is kept under one.
 */
passphrase: string | null, };

export type RejectInput = { 
/**
 * Unified id of the application, or `remote:<Ashby id>`.
 */
application_id: string, 
/**
 * Unified id of a rejection reason, or `remote:<Ashby id>`.
 */
rejection_reason_id: string, 
/**
 * A note on the candidate, written when the rejection is through.
 */
note?: string, 
/**
 * Whether somebody hired is meant to be rejected.
 */
force?: boolean, };

export type RemappingText = { 
/**
 * Rules, scopes, custom keys and passthrough, as [`Remapping`] has them; empty where nothing is changed.
 */
remapping: unknown, };

export type ReorderViewsInput = { 
/**
 * Their ids; those not named follow in the order they had.
 */
ids: Array<string>, };

export type ResumeRef = { 
/**
 * File name.
 */
name: string, };

export type RunEndpointRow = { 
/**
 * Ashby's endpoint.
 */
endpoint: string, 
/**
 * Records received.
 */
records: number, 
/**
 * delta, listed, failed, `no_permission`.
 */
outcome: string, 
/**
 * Why it failed.
 */
failure: Failure | null, };

export type RunRow = { 
/**
 * Its number.
 */
id: number, 
/**
 * Begin, UTC.
 */
started_at: string, 
/**
 * End, UTC.
 */
ended_at: string | null, 
/**
 * Whether everything was listed.
 */
full: boolean, 
/**
 * running, succeeded, warnings, failed.
 */
outcome: string, 
/**
 * Endpoint by endpoint.
 */
endpoints: Array<RunEndpointRow>, };

export type SaveViewInput = { 
/**
 * Of a view that is known: it is changed; `None`: a new one.
 */
id: string | null, 
/**
 * Its name, unlike that of any other.
 */
name: string, 
/**
 * The search.
 */
query: string, 
/**
 * Order.
 */
sort: CandidateSort, 
/**
 * Descending.
 */
desc: boolean, 
/**
 * Names of the columns, in order; empty: the usual ones.
 */
columns: Array<string>, };

export type ScopeReport = { 
/**
 * When Ashby was asked, UTC; `None`: not yet.
 */
asked_at: string | null, 
/**
 * Module by module; `None` while Ashby has not been asked.
 */
key: KeyReport | null, 
/**
 * Model by model.
 */
models: Array<ModelVerdict>, };

export type ScopeReportInput = { 
/**
 * Asks Ashby anew, by reads that change nothing; otherwise tells what was found out last.
 */
rerun: boolean, };

export type Scored = { 
/**
 * What was asked.
 */
question: string, 
/**
 * What was answered, in words.
 */
answer: string, };

export type SettingInput = { 
/**
 * Its key.
 */
key: string, };

export type SettingSetInput = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its value.
 */
value: string, };

export type SetupStatus = "INCOMPLETE" | "FINAL_SYNC_PENDING" | "COMPLETED";

export type Social = { 
/**
 * Its address.
 */
url: string, 
/**
 * LINKEDIN, GITHUB, …
 */
kind: string | null, };

export type StageCount = { 
/**
 * Ashby's stage type.
 */
kind: string, 
/**
 * How many.
 */
count: number, };

export type StageRef = { 
/**
 * Unified id.
 */
id: string, 
/**
 * Its title.
 */
name: string, 
/**
 * Ashby's stage type.
 */
kind: string, };

export type StatusCount = { 
/**
 * Unified status.
 */
status: string, 
/**
 * How many.
 */
count: number, };

export type Step = { 
/**
 * The stage.
 */
stage: StageRef, 
/**
 * Where it lies.
 */
state: StepState, 
/**
 * When it was entered last, UTC.
 */
entered_at: string | null, 
/**
 * Whole days spent in it.
 */
days: number | null, };

export type StepState = "past" | "current" | "ahead";

export type SyncMode = { "kind": "all" } | { "kind": "recent", 
/**
 * How many days.
 */
days: number, } | { "kind": "created_only" };

export type SyncModeInput = { 
/**
 * What to keep here.
 */
mode: SyncMode, };

export type SyncNowInput = { 
/**
 * Completely instead of what changed.
 */
full: boolean, };

export type SyncStatus = { 
/**
 * Whether a run is under way in this process.
 */
running: boolean, 
/**
 * Whether the first sync has not ended yet.
 */
first: boolean, 
/**
 * Whether the run lists everything.
 */
full: boolean, 
/**
 * Begin of the run, UTC.
 */
started_at: string | null, 
/**
 * The age of the oldest of the main tables: begin of its last whole pass, UTC.
 */
synced_at: string | null, 
/**
 * Since when Ashby has been out of reach, UTC.
 */
offline_since: string | null, 
/**
 * Why the last run failed as a whole.
 */
failure: Failure | null, 
/**
 * Models that could not be brought up to date.
 */
warnings: number, 
/**
 * Model by model.
 */
models: Array<ModelProgress>, 
/**
 * Whether the key works.
 */
connection: ConnectionStatus, 
/**
 * How far the set-up is.
 */
setup: SetupStatus, 
/**
 * What is kept here: `all`, `recent:<days>` or `created-only`.
 */
mode: string, 
/**
 * Since when what is here is not what the mode promises, UTC; until the next good sync.
 */
data_expired_at: string | null, 
/**
 * Deletions that wait for a person.
 */
quality_checks: number, 
/**
 * Whether a sync was asked for while one was under way: it follows.
 */
already_queued: boolean, 
/**
 * How much is here of what is read record by record, as counted at the end of the last run.
 */
extras?: Array<ExtraCoverage>, 
/**
 * Intents waiting or being sent.
 */
waiting: number, 
/**
 * Intents that failed.
 */
failed: number, 
/**
 * Intents a person has to decide on.
 */
undecided: number, };

export type Tag = "workspace" | "sync" | "jobs" | "pipeline" | "candidates" | "candidate" | "activity" | "views" | "settings";

export type TagInput = { 
/**
 * Unified id of the candidate, or `remote:<Ashby id>`.
 */
candidate_id: string, 
/**
 * The tag.
 */
tag: TagName, };

export type TagName = { 
/**
 * The name; made in Ashby when there is none.
 */
name: string, };

export type TagRef = { 
/**
 * Unified id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What is pending of it.
 */
pending?: Pending, };

export type TextCoverage = { 
/**
 * Résumés whose text was read.
 */
have: number, 
/**
 * Résumés there are.
 */
of: number, 
/**
 * Résumés that cannot be read.
 */
failed: number, 
/**
 * When that was counted, UTC.
 */
as_of: string, };

export type Timeline = { 
/**
 * Newest first.
 */
moments: Array<Moment>, 
/**
 * First row of the next part.
 */
next: number | null, 
/**
 * All of them.
 */
total: number, 
/**
 * When notes were read, UTC; `None`: they are missing here.
 */
notes_as_of: string | null, };

export type TrackInput = { 
/**
 * Ashby's id of the application, `remote:` before it or not.
 */
application_id: string, };

export type UndoKind = "cancel" | "compensate";

export type UnlockInput = { 
/**
 * The passphrase.
 */
passphrase: string, };

export type VaultChoice = { "kind": "keychain" } | { "kind": "passphrase", 
/**
 * The passphrase.
 */
passphrase: string, };

export type VaultKind = "keychain" | "passphrase";

export type View = { 
/**
 * Its id; `samara://view/<id>` opens it.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The search.
 */
query: string, 
/**
 * Order.
 */
sort: CandidateSort, 
/**
 * Descending.
 */
desc: boolean, 
/**
 * Names of the columns, in order; empty: the usual ones.
 */
columns: Array<string>, };

export type ViewInput = { 
/**
 * Its id.
 */
id: string, };

export type WorkspaceKind = "demo" | "ashby";

export type WorkspacePhase = "none" | "locked" | "ready" | "failed";

export type WorkspaceState = { 
/**
 * How the desk stands.
 */
phase: WorkspacePhase, 
/**
 * Demo or Ashby.
 */
kind: WorkspaceKind | null, 
/**
 * What the workspace is called.
 */
name: string | null, 
/**
 * Where its secrets are; the demo has none.
 */
vault: VaultKind | null, 
/**
 * Why it could not be opened.
 */
failure: Failure | null, 
/**
 * Version of the app.
 */
version: string, };

export type BoardFilter = { sources: Array<string>, credited_to: Array<string>, tags: Array<string>, without_tags: Array<string>, min_days: number | null, };
export type NextInterview = { title: string | null, starting_at: string, };
export type JobInput = { job_id: string, };
export type NameCount = { name: string, count: number, };
export type FilterNames = { sources: Array<NameCount>, credited_to: Array<NameCount>, tags: Array<NameCount>, };
export type TodayInput = { mine: boolean, until: string, };
export type UserName = { id: string, name: string, jobs: number, };
export type InterviewRow = { id: string, title: string | null, starting_at: string, ending_at: string | null, url: string | null, location: string | null, candidate_id: string, name: string, job: string | null, interviewers: Array<string>, feedback_link: string | null, };
export type OfferRow = { id: string, candidate_id: string, name: string, job: string | null, status: string, approval: string | null, created_at: string | null, starts_at: string | null, };
export type Today = { me: UserName | null, interviews: Array<InterviewRow>, interviews_total: number, interviews_coverage: Coverage, offers: Array<OfferRow>, offers_total: number, offers_coverage: Coverage, feedback: Array<InterviewRow>, feedback_total: number, };
export type ReviewJobsInput = { mine: boolean, since: string, };
export type ReviewJob = { job_id: string, title: string, fresh: number, to_review: number, oldest_at: string | null, };
export type ReviewJobs = { jobs: Array<ReviewJob>, total: number, fresh: number, to_review: number, };
export type ReviewQueueInput = { job_id: string, offset: number, limit: number, };
export type ReviewItem = { application_id: string, candidate_id: string, name: string, company: string | null, };
export type ReviewQueue = { total: number, rows: Array<ReviewItem>, };
export type WaitingInput = { mine: boolean, days: number, offset: number, limit: number, };
export type WaitingRow = { application_id: string, candidate_id: string, name: string, job_id: string | null, job: string | null, stage: StageRef | null, entered_at: string, };
export type WaitingPage = { total: number, rows: Array<WaitingRow>, };
export type JobChartInput = { job_id: string, plan: string | null, };
export type ChartStage = { stage: StageRef, reached: number, stays: number, median_days: number | null, most_days: number | null, };
export type MonthSource = { month: string, source: string, count: number, };
export type JobChart = { stages: Array<ChartStage>, applications: number, known: number, months: Array<MonthSource>, };
export type Choosable = { id: string, name: string, };
export type FormQuestion = { id: string, title: string, description: string | null, format: Record<string, unknown>, required: boolean, };
export type FormSurvey = { id: string, title: string, kind: string, questions: Array<FormQuestion>, };
export type CreateForm = { job_id: string, job: string, open: boolean, stages: Array<StageRef>, first_stage: string | null, questions: Array<FormQuestion>, resume_required: boolean, surveys: Array<FormSurvey>, sources: Array<Choosable>, default_source: string | null, users: Array<Choosable>, };
export type CreateFormInput = { job_id: string, };
export type DuplicatesInput = { email?: string, name?: string, links?: Array<string>, };
export type Likeness = "email" | "link" | "name";
export type DuplicateApplication = { id: string, job_id: string | null, job: string | null, stage: StageRef | null, outcome: string | null, };
export type Duplicate = { id: string, name: string, title: string | null, company: string | null, email: string | null, because: Array<Likeness>, applications: Array<DuplicateApplication>, pending: boolean, };
export type GivenAnswer = { question_id: string, answer: unknown, };
export type NewPerson = { first_name: string, last_name: string, email_address: string, phone_number?: string, location?: { country: string, city?: string, state?: string, }, social_links?: Array<{ url: string, }>, };
export type CreateInput = { candidate: NewPerson, application?: { job_id?: string, stage_id?: string, }, screening_question_answers?: Array<GivenAnswer>, attachments?: Array<Attachment>, source?: { id?: string, unified_key?: string, name?: string, }, sourced_by?: { user_id: string, }, };
