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

export type AgendaFileInput = { 
/**
 * What it is to hold.
 */
calendar: Calendar, 
/**
 * Where it is to stand; one that stands there is replaced.
 */
path: string, };

export type AgendaFileReport = { 
/**
 * Where it stands.
 */
path: string, 
/**
 * How many interviews it holds.
 */
interviews: number, };

export type AgendaInput = { 
/**
 * The bounds of days, UTC, ascending: from the first to the last, the last not included.
 */
bounds: Array<string>, 
/**
 * Only interviews this user holds, by unified id.
 */
user: string | null, 
/**
 * First row.
 */
offset: number, 
/**
 * Rows, at most 100.
 */
limit: number, };

export type AgendaInterview = { 
/**
 * Unified id.
 */
id: string, 
/**
 * Unified id of the candidate.
 */
candidate_id: string | null, 
/**
 * The candidate's name.
 */
candidate: string | null, 
/**
 * The candidate's time zone, as Ashby knows it.
 */
time_zone: string | null, 
/**
 * The candidate's page in Ashby, where interviews are scheduled.
 */
candidate_url: string | null, 
/**
 * The job's title.
 */
job: string | null, 
/**
 * Name of the stage it is held in.
 */
stage: string | null, 
/**
 * Ashby's type of that stage.
 */
stage_type: string | null, 
/**
 * What kind of interview it is.
 */
title: string | null, 
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
 * Who holds it.
 */
interviewers: Array<AgendaInterviewer>, 
/**
 * Names of those whose feedback is missing, as far as that is known here.
 */
owing: Array<string>, };

export type AgendaInterviewer = { 
/**
 * Unified id of the user.
 */
user_id: string, 
/**
 * First and last name.
 */
name: string | null, 
/**
 * Ashby's `Shadow`, `Reverse-Shadow` or another word.
 */
training_role: string | null, 
/**
 * Whether this interviewer has to give feedback.
 */
is_feedback_required: boolean | null, };

export type AgendaPage = { 
/**
 * Interviews between the first and the last bound.
 */
total: number, 
/**
 * How many there are between each two bounds.
 */
days: Array<number>, 
/**
 * The window, by time.
 */
rows: Array<AgendaInterview>, 
/**
 * Interviews that are over and whose feedback is not complete.
 */
owing: number, 
/**
 * How complete and how old.
 */
coverage: Coverage, };

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

export type AnswerSurveysInput = { 
/**
 * The intent that made the application.
 */
intent_id: string, 
/**
 * The answers.
 */
answers: Array<GivenAnswer>, };

export type ApplicationAttachmentInput = { 
/**
 * Unified id of the application, or `remote:<Ashby id>`.
 */
application_id: string, 
/**
 * The file.
 */
attachment: Attachment, };

export type ApplicationFieldsInput = { 
/**
 * Unified id of the application, or `remote:<Ashby id>`.
 */
application_id: string, 
/**
 * The fields.
 */
fields: Array<FieldValue>, };

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
 * Plain text, or HTML if `html` says so.
 */
content: string, 
/**
 * Whether the content is HTML; Ashby keeps `<b> <i> <u> <a> <ul> <ol> <li> <code> <pre>` of it.
 */
html?: boolean, 
/**
 * Whether only people with the right to private fields see it. The key needs that right too.
 */
private?: boolean, };

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
 * Why it was archived.
 */
reason: string | null, 
/**
 * Whose decision that was: Ashby's `RejectedByOrg`, `RejectedByCandidate`, `Other`.
 */
reason_type: string | null, 
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
 * The same without the filter.
 */
unfiltered: number, 
/**
 * How complete and how old.
 */
coverage: Coverage, };

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
/**
 * Which cards are meant.
 */
filter?: BoardFilter, };

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

export type BoardFilter = { 
/**
 * Sources of the application.
 */
sources: Array<string>, 
/**
 * Who is credited for it.
 */
credited_to: Array<string>, 
/**
 * Tags of which the candidate has one.
 */
tags: Array<string>, 
/**
 * Tags of which the candidate has none.
 */
without_tags: Array<string>, 
/**
 * Days in the stage at least.
 */
min_days: number | null, };

export type BoardInput = { 
/**
 * Unified id of the job.
 */
job_id: string, 
/**
 * Id of one of its plans; `None`: its default.
 */
plan: string | null, 
/**
 * Which cards count.
 */
filter?: BoardFilter, };

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

export type Calendar = { "kind": "one", 
/**
 * Unified id.
 */
id: string, } | { "kind": "between", 
/**
 * Begin, UTC.
 */
from: string, 
/**
 * End, UTC, not included.
 */
to: string, 
/**
 * Only interviews this user holds, by unified id.
 */
user: string | null, };

export type CandidateAttachmentInput = { 
/**
 * Unified id of the candidate, or `remote:<Ashby id>`.
 */
candidate_id: string, 
/**
 * The file.
 */
attachment: Attachment, };

export type CandidateFieldsInput = { 
/**
 * Unified id of the candidate, or `remote:<Ashby id>`.
 */
candidate_id: string, 
/**
 * The fields.
 */
fields: Array<FieldValue>, };

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
 * Plain text, or HTML if `html` says so.
 */
content: string, 
/**
 * Whether the content is HTML; Ashby keeps `<b> <i> <u> <a> <ul> <ol> <li> <code> <pre>` of it.
 */
html?: boolean, 
/**
 * Whether only people with the right to private fields see it. The key needs that right too.
 */
private?: boolean, };

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
 * Unified id of the newest live application, else of the newest; to a job that is asked for, where one is.
 */
application: string | null, 
/**
 * Its job.
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
 * The next interview.
 */
next: NextInterview | null, 
/**
 * What is pending.
 */
pending: Pending | null, };

export type CardPage = { 
/**
 * Cards in the column.
 */
total: number, 
/**
 * The window, latest arrivals first.
 */
rows: Array<Card>, };

export type ChartStage = { 
/**
 * The stage.
 */
stage: StageRef, 
/**
 * Applications that came so far, or farther.
 */
reached: number, 
/**
 * Stays that have ended.
 */
stays: number, 
/**
 * Median days of those stays.
 */
median_days: number | null, 
/**
 * Days that nine of ten of those stays took at most.
 */
most_days: number | null, };

export type Choice = "mine" | "theirs";

export type Choosable = { 
/**
 * What to give for it.
 */
id: string, 
/**
 * Its name.
 */
name: string, };

export type Code = "PLATFORM.INPUT_INVALID" | "PLATFORM.CONFIRMATION_NEEDED" | "OUTBOX.ALREADY_SO" | "PLATFORM.TASK_TIMED_OUT" | "PLATFORM.UNKNOWN_ERROR" | "INTEGRATION.AUTHENTICATION_INVALID" | "INTEGRATION.PERMISSION_MISSING" | "INTEGRATION.INACTIVE" | "INTEGRATION.SETUP_INCOMPLETE" | "INTEGRATION.MODEL_NOT_AVAILABLE" | "INTEGRATION.ACTION_NOT_AVAILABLE" | "REMOTE.SERVICE_UNAVAILABLE" | "REMOTE.RATE_LIMIT_EXCEEDED" | "REMOTE.INPUT_INVALID" | "ATS.JOB_CLOSED" | "ATS.APPLICATION_ALREADY_EXISTS" | "REMOTE.UNKNOWN_HTTP_ERROR" | "VAULT.LOCKED" | "VAULT.ABSENT" | "VAULT.EMPTY" | "VAULT.WRONG_PASSPHRASE" | "VAULT.DAMAGED" | "STORE.DAMAGED" | "STORE.LOCAL_DAMAGED" | "STORE.TOO_NEW" | "STORE.DISK_FULL" | "STORE.BUSY" | "STORE.FILE_REFUSED";

export type Conflict = { 
/**
 * The stage in Ashby; without id and kind when it is not about stages: the value, in words.
 */
theirs: StageRef, 
/**
 * The stage asked for, or the value.
 */
yours: StageRef, 
/**
 * When that was changed in Ashby, UTC.
 */
at: string | null, 
/**
 * Who changed it, where Ashby tells.
 */
by: string | null, };

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

export type CreateForm = { 
/**
 * Unified id of the job.
 */
job_id: string, 
/**
 * Its title.
 */
job: string, 
/**
 * Whether it takes applications.
 */
open: boolean, 
/**
 * Where an application can begin, in order.
 */
stages: Array<StageRef>, 
/**
 * Where it begins when nothing is said.
 */
first_stage: string | null, 
/**
 * The questions of the application form, in order. Either all required ones are answered or none.
 */
questions: Array<FormQuestion>, 
/**
 * Whether the form asks for a résumé.
 */
resume_required: boolean, 
/**
 * Surveys, in order.
 */
surveys: Array<FormSurvey>, 
/**
 * Sources in use, by name.
 */
sources: Array<Choosable>, 
/**
 * The source that is written when nothing is said.
 */
default_source: string | null, 
/**
 * Users who can be credited, by name.
 */
users: Array<Choosable>, };

export type CreateFormInput = { 
/**
 * Unified id, or `remote:<Ashby id>`.
 */
job_id: string, };

export type CreateInput = { 
/**
 * The person.
 */
candidate: NewPerson, 
/**
 * What the person applies for.
 */
application?: NewApplication, 
/**
 * The job, where `application` does not say it.
 */
job_id?: string, 
/**
 * The stage, where `application` does not say it.
 */
stage_id?: string, 
/**
 * Answers to questions of the job.
 */
screening_question_answers?: Array<GivenAnswer>, 
/**
 * Files.
 */
attachments?: Array<Attachment>, 
/**
 * Where the person comes from; without it the source set for this workspace.
 */
source?: GivenSource, 
/**
 * Who found the person.
 */
sourced_by?: SourcedBy, };

export type Created = { 
/**
 * The candidate with applications and tags, in the unified shape; absent before Ashby has them.
 */
candidate: Record<string, unknown> | null, 
/**
 * The application with candidate, job and stage, in the unified shape; absent before Ashby has it.
 */
application: Record<string, unknown> | null, 
/**
 * Ashby's ids of what it made there, also where the action failed as a whole.
 */
made: Array<MadeThere>, };

export type CustomKeyInput = { 
/**
 * The model's table name.
 */
model: string, 
/**
 * The key.
 */
key: string, };

export type CustomKeyRow = { 
/**
 * The model's table name.
 */
model: string, 
/**
 * The key.
 */
key: string, 
/**
 * Its name for people.
 */
label: string | null, 
/**
 * What it means.
 */
description: string | null, 
/**
 * The integration field it shows.
 */
integration_field: string, };

export type DecideInput = { 
/**
 * The intent.
 */
intent_id: string, 
/**
 * Whose side wins.
 */
choice: Choice, };

export type DisconnectInput = { 
/**
 * Until when what is here can still be read, a date or a time; without it everything is removed at once.
 */
keep_until?: string, 
/**
 * The passphrase, where the secrets are kept under one and something is to be read on.
 */
passphrase?: string, };

export type DocumentKind = "resume" | "notes" | "feedback";

export type Duplicate = { 
/**
 * Unified id.
 */
id: string, 
/**
 * The name.
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
 * Primary mail address.
 */
email: string | null, 
/**
 * Why, the surest first.
 */
because: Array<Likeness>, 
/**
 * Their applications, live ones first.
 */
applications: Array<DuplicateApplication>, 
/**
 * Whether Ashby does not have them yet.
 */
pending: boolean, };

export type DuplicateApplication = { 
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
 * Its stage.
 */
stage: StageRef | null, 
/**
 * PENDING, HIRED, DECLINED.
 */
outcome: string | null, };

export type DuplicateGroup = { 
/**
 * What they share, the strongest first.
 */
alike: Array<Likeness>, 
/**
 * Who.
 */
people: Array<DuplicatePerson>, };

export type DuplicateList = { 
/**
 * The groups, the likeliest first.
 */
groups: Array<DuplicateGroup>, 
/**
 * How many there are.
 */
total: number, 
/**
 * First group of the next part.
 */
next: number | null, 
/**
 * When the people were compared, UTC.
 */
as_of: string, };

export type DuplicatePerson = { 
/**
 * The page in Ashby, where two can be merged.
 */
url: string | null, 
/**
 * Addresses, numbers and links of theirs that somebody else in the group has too, as Ashby has them.
 */
shared: Array<string>, 
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
 * Unified id of the newest live application, else of the newest; to a job that is asked for, where one is.
 */
application: string | null, 
/**
 * Its job.
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

export type DuplicatesForInput = { 
/**
 * The address.
 */
email?: string, 
/**
 * The name.
 */
name?: string, 
/**
 * Pages elsewhere.
 */
links?: Array<string>, };

export type DuplicatesInput = { 
/**
 * First group; 0 without it.
 */
offset: number, };

export type EditInput = { 
/**
 * The intent.
 */
intent_id: string, 
/**
 * The action's input; a file that is not given anew is kept.
 */
input: unknown, };

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

export type FeedbackInput = { 
/**
 * Unified id of the application, or `remote:<Ashby id>`.
 */
application_id: string, 
/**
 * Ashby's id of the feedback form.
 */
form_id: string, 
/**
 * The answers by the path of their field, in the shape of the field's type.
 */
answers: { [path: string]: unknown }, 
/**
 * Ashby's id of whose feedback it is; without it that of the key's user.
 */
user_id?: string, 
/**
 * Ashby's id of the interview event it is about; needs `user_id`, who must have been there.
 */
interview_event_id?: string, };

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

export type FieldList = { 
/**
 * What can be passed through: the organisation's by name, then Ashby's own.
 */
fields: Array<IntegrationField>, 
/**
 * Keys of one's own.
 */
keys: Array<CustomKeyRow>, };

export type FieldListInput = { 
/**
 * Its table name, such as `ats_candidates`.
 */
model: string, };

export type FieldOrigin = "DEFAULT" | "CUSTOM";

export type FieldPassthroughInput = { 
/**
 * The model's table name.
 */
model: string, 
/**
 * The field's key.
 */
key: string, 
/**
 * Whether rows show it.
 */
enabled: boolean, };

export type FieldState = "filled" | "unfilled" | "ashby_has_none" | "needs_permission" | "not_fetched" | "switched_off";

export type FieldValue = { 
/**
 * Ashby's id of the field, or its exact name.
 */
field: string, 
/**
 * The value in the shape of the field's type; a choice by its label or its value; null empties the field.
 */
value: unknown, };

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
 * Whether it was attached from here as a cover letter; Ashby does not tell.
 */
is_cover_letter: boolean, 
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

export type FilterNames = { 
/**
 * Sources; an empty name: none.
 */
sources: Array<NameCount>, 
/**
 * Who is credited; an empty name: nobody.
 */
credited_to: Array<NameCount>, 
/**
 * Tags.
 */
tags: Array<NameCount>, };

export type FormQuestion = { 
/**
 * Unified id.
 */
id: string, 
/**
 * What is asked.
 */
title: string, 
/**
 * An explanation, HTML safe to show.
 */
description: string | null, 
/**
 * The kind of answer: `{type, options?, …}` of the unified model.
 */
format: Record<string, unknown>, 
/**
 * Whether it has to be answered.
 */
required: boolean, };

export type FormSurvey = { 
/**
 * Ashby's id of the form.
 */
id: string, 
/**
 * Its name.
 */
title: string, 
/**
 * Ashby's `EEOC`, `Diversity`, `Questionnaire`, `CandidateDataConsent` or another word.
 */
kind: string, 
/**
 * Its questions, in order.
 */
questions: Array<FormQuestion>, };

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

export type GivenAnswer = { 
/**
 * Unified id of the question, or `remote:<Ashby id of the field>`.
 */
question_id: string, 
/**
 * The answer in the shape of the question's format: text, id of an option or a list of them, true or false, a
 * number, a date, or a file `{name, content_type?, data | data_url}`.
 */
answer: unknown, };

export type GivenSource = { 
/**
 * Ashby's id.
 */
id?: string, 
/**
 * A short name of your own for it.
 */
unified_key?: string, 
/**
 * What Ashby calls it.
 */
name?: string, };

export type HitKind = "candidate" | "job" | "tag";

export type InProjectInput = { 
/**
 * Unified id of the candidate, or `remote:<Ashby id>`.
 */
candidate_id: string, 
/**
 * Ashby's id of the project.
 */
project_id: string, };

export type IntegrationField = { 
/**
 * The id of a custom field, or where a native one is in the payload.
 */
key: string, 
/**
 * Where it comes from.
 */
type: FieldOrigin, 
/**
 * What people call it.
 */
label: string | null, 
/**
 * Ashby's word for its kind.
 */
field_type: string | null, 
/**
 * Whether only a key with the option for private fields sees it.
 */
is_private: boolean, 
/**
 * Whether Ashby has archived it.
 */
is_archived: boolean, 
/**
 * Whether rows show it.
 */
is_passthrough_enabled: boolean, 
/**
 * The key of `custom_fields` it is offered under.
 */
custom_key: string | null, };

export type IntentCall = { 
/**
 * The endpoint.
 */
endpoint: string, 
/**
 * `pending`, `sent`, `done`, `failed` or `unknown`.
 */
state: string, 
/**
 * Last sent at, UTC.
 */
sent_at: string | null, 
/**
 * Ended at, UTC.
 */
ended_at: string | null, 
/**
 * Ashby's id of what it made or found.
 */
result: string | null, };

export type IntentDetail = { 
/**
 * The action's input, without content of files.
 */
input: unknown, 
/**
 * The calls, in order.
 */
calls: Array<IntentCall>, };

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

export type JobChart = { 
/**
 * The stages of the plan in order, without those for leads and the archived.
 */
stages: Array<ChartStage>, 
/**
 * Applications in the plan.
 */
applications: number, 
/**
 * Those whose history is known; the others count only where they stand.
 */
known: number, 
/**
 * Applications of the last twelve months by month and source.
 */
months: Array<MonthSource>, };

export type JobChartInput = { 
/**
 * Unified id of the job.
 */
job_id: string, 
/**
 * Id of one of its plans; `None`: its default.
 */
plan: string | null, };

export type JobInput = { 
/**
 * Unified id of the job.
 */
job_id: string, };

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

export type KeepInput = { 
/**
 * The model's table name.
 */
model: string, 
/**
 * A unified field of it; without it the whole model is meant.
 */
field?: string, 
/**
 * Whether it is kept.
 */
keep: boolean, };

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

export type Likeness = "email" | "link" | "phone" | "name";

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

export type MadeThere = { 
/**
 * `candidate` or `application`.
 */
kind: string, 
/**
 * Ashby's id.
 */
remote_id: string, };

export type MailedRejectInput = { 
/**
 * Unified id of the application, or `remote:<Ashby id>`.
 */
application_id: string, 
/**
 * Unified id of a rejection reason, or `remote:<Ashby id>`.
 */
rejection_reason_id: string, 
/**
 * Ashby's id of the template of the mail.
 */
template_id: string, 
/**
 * When the mail is sent, ISO 8601 with an offset; without it Ashby takes the next morning.
 */
send_at?: string, 
/**
 * A note on the candidate, written when the rejection is through.
 */
note?: string, 
/**
 * Whether somebody hired is meant to be rejected.
 */
force?: boolean, };

export type ManyInput = { 
/**
 * The action.
 */
action: string, 
/**
 * Its inputs, 1 to 500.
 */
inputs: Array<unknown>, };

export type Meeting = { 
/**
 * Unified id.
 */
id: string, 
/**
 * What kind of interview it is.
 */
title: string | null, 
/**
 * Begin, UTC.
 */
starting_at: string, 
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
 * Unified id of the candidate.
 */
candidate_id: string, 
/**
 * The candidate's name.
 */
name: string, 
/**
 * Title of the job.
 */
job: string | null, 
/**
 * Names of those who hold it.
 */
interviewers: Array<string>, 
/**
 * Where they give feedback.
 */
feedback_link: string | null, };

export type ModelProgress = { 
/**
 * The model: its table without `ats_`, `stages` for that of application stages; `details` for what is read record
 * by record.
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
 * Begin of the last pass that ended, UTC; of the oldest, where several listings fill it.
 */
synced_at: string | null, 
/**
 * Why it failed.
 */
failure: Failure | null, };

export type ModelStanding = "ok" | "empty" | "no_permission" | "failed" | "not_fetched" | "switched_off";

export type ModelState = "waiting" | "running" | "done" | "failed" | "no_permission";

export type ModelTestInput = { 
/**
 * Its table name, such as `ats_offers`.
 */
model: string, };

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
 * When Ashby was last asked for it, by a sync or a test of this model, UTC.
 */
asked_at: string | null, 
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
 * `added`, `applied`, `rejected`, `withdrawn`, `stage`, `note`, `feedback`, `interview`, `offer`, `offer_decided`, `action`.
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

export type MonthSource = { 
/**
 * The month, `2026-11`.
 */
month: string, 
/**
 * The source; empty: none.
 */
source: string, 
/**
 * How many.
 */
count: number, };

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

export type NameCount = { 
/**
 * The name; empty: none.
 */
name: string, 
/**
 * How many.
 */
count: number, };

export type NamedValue = { 
/**
 * The field's title.
 */
label: string, 
/**
 * Its value; empty where an intent clears it.
 */
value: string, 
/**
 * State of the intent that sets or clears it, while Ashby does not show that.
 */
pending?: IntentState, };

export type NewApplication = { 
/**
 * Unified id of the job, or `remote:<Ashby id>`.
 */
job_id?: string, 
/**
 * Unified id of a stage of the job, or `remote:<Ashby id>`; without it the first stage of applications.
 */
stage_id?: string, };

export type NewCode = { 
/**
 * Five groups of five.
 */
code: string, };

export type NewEmail = { 
/**
 * The address.
 */
email_address: string, 
/**
 * PERSONAL, WORK or OTHER; Ashby takes none.
 */
type?: string, };

export type NewLink = { 
/**
 * Its address.
 */
url: string, };

export type NewLocation = { 
/**
 * ISO 3166-1 alpha-2 code.
 */
country: string, 
/**
 * City.
 */
city?: string, 
/**
 * State or region.
 */
state?: string, };

export type NewPerson = { 
/**
 * Given name.
 */
first_name: string, 
/**
 * Family name.
 */
last_name: string, 
/**
 * The primary address.
 */
email_address: string, 
/**
 * Further addresses.
 */
additional_email_addresses?: Array<NewEmail>, 
/**
 * A number to call, as it will be kept.
 */
phone_number?: string, 
/**
 * Where the person lives.
 */
location?: NewLocation, 
/**
 * Pages elsewhere.
 */
social_links?: Array<NewLink>, };

export type NextInterview = { 
/**
 * What kind of interview it is.
 */
title: string | null, 
/**
 * Begin, UTC.
 */
starting_at: string, };

export type NoteList = { 
/**
 * Newest first.
 */
notes: Array<NoteRow>, 
/**
 * When they were read from Ashby, UTC; `None`: not yet.
 */
fetched_at: string | null, };

export type NoteRow = { 
/**
 * What is pending of it; its id is then the intent's.
 */
pending?: Pending, 
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

export type Nothing = Record<symbol, never>;

export type OfferListInput = { 
/**
 * Unified statuses; empty: all.
 */
statuses: Array<string>, 
/**
 * Order.
 */
sort: OfferSort, 
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

export type OfferPage = { 
/**
 * Offers that match.
 */
total: number, 
/**
 * The window.
 */
rows: Array<OfferRow>, 
/**
 * All offers, by status.
 */
counts: Array<StatusCount>, 
/**
 * How complete and how old.
 */
coverage: Coverage, };

export type OfferRow = { 
/**
 * Unified id.
 */
id: string, 
/**
 * Unified id of the candidate.
 */
candidate_id: string | null, 
/**
 * The candidate's name.
 */
candidate: string | null, 
/**
 * The job's title.
 */
job: string | null, 
/**
 * ACCEPTED, DECLINED, ABANDONED, SENT, APPROVED, DRAFT.
 */
status: string | null, 
/**
 * Ashby's own word of where it stands.
 */
offer_status: string | null, 
/**
 * Ashby's word of its approval.
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
author: string | null, };

export type OfferSort = "created" | "starts";

export type OfferWaiting = { 
/**
 * Unified id.
 */
id: string, 
/**
 * Unified id of the candidate.
 */
candidate_id: string, 
/**
 * The candidate's name.
 */
name: string, 
/**
 * Title of the job.
 */
job: string | null, 
/**
 * SENT, APPROVED or DRAFT.
 */
status: string, 
/**
 * Ashby's word for where the approval stands.
 */
approval: string | null, 
/**
 * When its first version was written, UTC.
 */
created_at: string | null, 
/**
 * First day of work.
 */
starts_at: string | null, };

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

export type OverdueInput = { 
/**
 * Only interviews this user holds, by unified id.
 */
user: string | null, 
/**
 * First row.
 */
offset: number, 
/**
 * Rows, at most 100.
 */
limit: number, };

export type OverduePage = { 
/**
 * All of them.
 */
total: number, 
/**
 * The window, those just over first.
 */
rows: Array<AgendaInterview>, 
/**
 * How complete and how old.
 */
coverage: Coverage, };

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
 * Name or title; of a tag, as Ashby has it.
 */
title: string, 
/**
 * Title at company; number, department and location.
 */
subtitle: string | null, 
/**
 * Unified status of a job that is not open.
 */
status?: string, };

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

export type Passed = { 
/**
 * When, UTC.
 */
at: string, 
/**
 * The endpoint.
 */
endpoint: string, 
/**
 * Whether it may have changed something.
 */
writes: boolean, 
/**
 * HTTP status; `None`: no whole reply.
 */
status: number | null, 
/**
 * Why it failed: Ashby's code, or Samara's.
 */
code: string | null, 
/**
 * Ashby's number of the call.
 */
request_id: string | null, 
/**
 * How long it took.
 */
ms: number, 
/**
 * Bytes sent.
 */
sent: number, 
/**
 * Bytes received.
 */
received: number, };

export type PassthroughInput = { 
/**
 * `POST`: Ashby's API knows no other.
 */
method?: string, 
/**
 * The endpoint, such as `/candidate.info`.
 */
path: string, 
/**
 * What to send.
 */
data?: unknown, 
/**
 * Whether a person has agreed that something may be changed; needed for everything that does not only read.
 */
confirmed?: boolean, };

export type PassthroughReply = { 
/**
 * The endpoint's address.
 */
url: string, 
/**
 * HTTP status.
 */
status: number, 
/**
 * Header lines, in small letters.
 */
headers: { [key in string]: string }, 
/**
 * The body; text where it is not JSON.
 */
data: unknown, 
/**
 * Remarks.
 */
warnings: Array<string>, };

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
undo: boolean, 
/**
 * Ids of the intents it takes back: all that one gesture asked for.
 */
undoes?: Array<string>, };

export type Reason = { 
/**
 * Unified id.
 */
id: string, 
/**
 * Its words.
 */
name: string, };

export type RecordFieldsInput = { 
/**
 * The model's table name.
 */
model: string, 
/**
 * The row's unified id.
 */
id: string, };

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

export type ReferenceListInput = { 
/**
 * Its name.
 */
list: ReferenceName, };

export type ReferenceName = "templates" | "feedback_forms" | "custom_fields";

export type ReferenceRecords = { 
/**
 * Each of them.
 */
records: Array<Record<string, unknown>>, };

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

export type ReplaceKeyInput = { 
/**
 * An API key of the same Ashby organisation.
 */
api_key: string, 
/**
 * The passphrase, where the secrets are kept under one.
 */
passphrase?: string, };

export type ResumeRef = { 
/**
 * File name.
 */
name: string, };

export type Retention = { 
/**
 * Days the runs of the sync stay in the log.
 */
runs_days: number, 
/**
 * Days why an endpoint failed stays in the log.
 */
details_days: number, 
/**
 * Megabytes of files kept here; what was looked at longest ago leaves first.
 */
files_mb: number, 
/**
 * Days after which what is gone from Ashby is emptied here; not to be chosen.
 */
deleted_days: number, };

export type RetentionInput = { 
/**
 * Days, 1 to 3650.
 */
runs_days?: number, 
/**
 * Days, 1 to 3650.
 */
details_days?: number, 
/**
 * Megabytes.
 */
files_mb?: number, };

export type ReviewItem = { 
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
 * Where the candidate works.
 */
company: string | null, };

export type ReviewJob = { 
/**
 * Unified id.
 */
job_id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Its number in Ashby, which tells it from others of the same title.
 */
code: string | null, 
/**
 * Applications that came in since the time asked for.
 */
fresh: number, 
/**
 * All that are in review.
 */
to_review: number, 
/**
 * When the oldest of them came in, UTC.
 */
oldest_at: string | null, };

export type ReviewJobs = { 
/**
 * Jobs with the most new applications first, at most 100.
 */
jobs: Array<ReviewJob>, 
/**
 * Jobs in all.
 */
total: number, 
/**
 * New applications of all of them.
 */
fresh: number, 
/**
 * Applications to review of all of them.
 */
to_review: number, };

export type ReviewJobsInput = { 
/**
 * Only one's own jobs.
 */
mine: boolean, 
/**
 * Since when an application is new, UTC.
 */
since: string, };

export type ReviewQueue = { 
/**
 * All of them.
 */
total: number, 
/**
 * The window, oldest first.
 */
rows: Array<ReviewItem>, };

export type ReviewQueueInput = { 
/**
 * Unified id of the job.
 */
job_id: string, 
/**
 * First row.
 */
offset: number, 
/**
 * Rows, at most 200.
 */
limit: number, };

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

export type SourceInput = { 
/**
 * Unified id of the application, or `remote:<Ashby id>`.
 */
application_id: string, 
/**
 * Ashby's id of the source; null takes the source away.
 */
source_id: string | null, };

export type SourcedBy = { 
/**
 * Unified id of the user, or `remote:<Ashby id>`.
 */
user_id: string, };

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

export type Today = { 
/**
 * Whose desk this is; `None`: not said, and so everything is shown.
 */
me: UserName | null, 
/**
 * Interviews from two hours ago on, in order.
 */
interviews: Array<Meeting>, 
/**
 * All of them.
 */
interviews_total: number, 
/**
 * How complete and how old interviews are.
 */
interviews_coverage: Coverage, 
/**
 * Offers that are not decided, the latest first.
 */
offers: Array<OfferWaiting>, 
/**
 * All of them.
 */
offers_total: number, 
/**
 * How complete and how old offers are.
 */
offers_coverage: Coverage, 
/**
 * Interviews without their feedback, the latest first.
 */
feedback: Array<Meeting>, 
/**
 * All of them, as far as a month back.
 */
feedback_total: number, };

export type TodayInput = { 
/**
 * Only what is on one's own jobs, or held by oneself.
 */
mine: boolean, 
/**
 * Interviews until then, UTC.
 */
until: string, };

export type TrackInput = { 
/**
 * Ashby's id of the application, `remote:` before it or not.
 */
application_id: string, };

export type TransferInput = { 
/**
 * Unified id of the application, or `remote:<Ashby id>`.
 */
application_id: string, 
/**
 * Unified id of the job to move it to, or `remote:<Ashby id>`.
 */
job_id: string, 
/**
 * Unified id of a stage of that job; without it the first one of applications there.
 */
stage_id?: string, };

export type UnarchiveInput = { 
/**
 * Unified id of the application, or `remote:<Ashby id>`.
 */
application_id: string, 
/**
 * Unified id of a stage of its plan; without it the one it was in before.
 */
stage_id?: string, };

export type UndoKind = "cancel" | "compensate";

export type UnlockInput = { 
/**
 * The passphrase.
 */
passphrase: string, };

export type UserName = { 
/**
 * Unified id.
 */
id: string, 
/**
 * The name.
 */
name: string, 
/**
 * Jobs whose hiring team they are on.
 */
jobs: number, };

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

export type WaitingInput = { 
/**
 * Only on one's own jobs.
 */
mine: boolean, 
/**
 * Days in the stage more than which is long.
 */
days: number, 
/**
 * First row.
 */
offset: number, 
/**
 * Rows, at most 100.
 */
limit: number, };

export type WaitingPage = { 
/**
 * All of them.
 */
total: number, 
/**
 * The window, the longest waiting first.
 */
rows: Array<WaitingRow>, };

export type WaitingRow = { 
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
 * Unified id of the job.
 */
job_id: string | null, 
/**
 * Title of the job.
 */
job: string | null, 
/**
 * The stage.
 */
stage: StageRef | null, 
/**
 * Since when, UTC.
 */
entered_at: string, };

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
 * When everything of it is removed from this computer, UTC: it was disconnected and is only read until then.
 */
remove_at?: string, 
/**
 * Version of the app.
 */
version: string, };
