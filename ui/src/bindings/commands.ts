// Generated from the engine's commands by `cargo xtask bindings`. Edit those, not this.

import type {
  ActivityInput,
  ActivityPage,
  AnswerList,
  ApplicationAttachmentInput,
  ApplicationFilesInput,
  ApplicationLinkInput,
  ApplicationNoteInput,
  Attachments,
  Board,
  BoardCardsInput,
  BoardInput,
  CandidateAttachmentInput,
  CandidateFilesInput,
  CandidateInput,
  CandidateLinkInput,
  CandidateListInput,
  CandidateNoteInput,
  CandidatePage,
  CandidateProcess,
  CandidateView,
  CardPage,
  ConnectInput,
  ConnectionInput,
  DecideInput,
  ExportInput,
  ExportReport,
  FeedbackList,
  FileRow,
  FileText,
  FileTextInput,
  IntentInput,
  IntentRow,
  JobListInput,
  JobPage,
  KeyCheckInput,
  KeyReport,
  ListInput,
  ListPage,
  ManyInput,
  MoveInput,
  MoveTarget,
  MoveTargetsInput,
  NewCode,
  NoteList,
  Nothing,
  OpeningRow,
  OpeningsInput,
  PaletteHit,
  PaletteInput,
  PartInput,
  PersonForgotten,
  PersonInput,
  ProjectInput,
  ProjectList,
  ProjectPerson,
  ProjectRow,
  QualityCheckRow,
  QualityDecisionInput,
  Queued,
  Reason,
  RecoverInput,
  RejectInput,
  RemappingText,
  ReorderViewsInput,
  RunRow,
  SaveViewInput,
  ScopeReport,
  ScopeReportInput,
  SettingInput,
  SettingSetInput,
  SyncModeInput,
  SyncNowInput,
  SyncStatus,
  Tag,
  TagInput,
  Timeline,
  TrackInput,
  UnlockInput,
  View,
  ViewInput,
  WorkspaceState,
  FilterNames, JobChart, JobChartInput, JobInput, ReviewJobs, ReviewJobsInput, ReviewQueue, ReviewQueueInput, Today, TodayInput, WaitingInput, WaitingPage,
  Choosable, CreateForm, CreateFormInput, CreateInput, Duplicate, DuplicatesInput,
} from "./types";

export type { Tag };

/** Every command with what it takes and gives. */
export interface Commands {
  workspace_state: { input: Nothing; output: WorkspaceState };
  reopen: { input: Nothing; output: WorkspaceState };
  open_demo: { input: Nothing; output: WorkspaceState };
  check_key: { input: KeyCheckInput; output: KeyReport };
  connect: { input: ConnectInput; output: WorkspaceState };
  unlock: { input: UnlockInput; output: WorkspaceState };
  rebuild_mirror: { input: Nothing; output: WorkspaceState };
  disconnect: { input: Nothing; output: WorkspaceState };
  new_recovery_code: { input: Nothing; output: NewCode };
  recover: { input: RecoverInput; output: WorkspaceState };
  key_report: { input: Nothing; output: KeyReport };
  scope_report: { input: ScopeReportInput; output: ScopeReport };
  sync_status: { input: Nothing; output: SyncStatus };
  sync_now: { input: SyncNowInput; output: SyncStatus };
  sync_runs: { input: Nothing; output: Array<RunRow> };
  set_sync_mode: { input: SyncModeInput; output: SyncStatus };
  track_application: { input: TrackInput; output: SyncStatus };
  set_connection: { input: ConnectionInput; output: SyncStatus };
  quality_checks: { input: Nothing; output: Array<QualityCheckRow> };
  decide_quality_check: { input: QualityDecisionInput; output: Nothing };
  list_jobs: { input: JobListInput; output: JobPage };
  list_rows: { input: ListInput; output: ListPage };
  export: { input: ExportInput; output: ExportReport };
  board: { input: BoardInput; output: Board };
  board_cards: { input: BoardCardsInput; output: CardPage };
  board_filters: { input: JobInput; output: FilterNames };
  today: { input: TodayInput; output: Today };
  review_jobs: { input: ReviewJobsInput; output: ReviewJobs };
  review_queue: { input: ReviewQueueInput; output: ReviewQueue };
  waiting_long: { input: WaitingInput; output: WaitingPage };
  job_chart: { input: JobChartInput; output: JobChart };
  create_form: { input: CreateFormInput; output: CreateForm };
  list_sources: { input: Nothing; output: Array<Choosable> };
  list_users: { input: Nothing; output: Array<Choosable> };
  duplicates_for: { input: DuplicatesInput; output: Array<Duplicate> };
  create_candidate: { input: CreateInput; output: Queued };
  create_application: { input: CreateInput; output: Queued };
  move_targets: { input: MoveTargetsInput; output: Array<MoveTarget> };
  list_candidates: { input: CandidateListInput; output: CandidatePage };
  candidate: { input: CandidateInput; output: CandidateView };
  candidate_notes: { input: CandidateInput; output: NoteList };
  candidate_process: { input: CandidateInput; output: CandidateProcess };
  candidate_answers: { input: PartInput; output: AnswerList };
  candidate_feedback: { input: PartInput; output: FeedbackList };
  candidate_files: { input: CandidateInput; output: Array<FileRow> };
  file_text: { input: FileTextInput; output: FileText };
  candidate_timeline: { input: PartInput; output: Timeline };
  candidate_refresh: { input: CandidateInput; output: Nothing };
  list_projects: { input: Nothing; output: ProjectList };
  project_people: { input: ProjectInput; output: Array<ProjectPerson> };
  candidate_projects: { input: CandidateInput; output: Array<ProjectRow> };
  job_openings: { input: OpeningsInput; output: Array<OpeningRow> };
  palette: { input: PaletteInput; output: Array<PaletteHit> };
  forget_person: { input: PersonInput; output: PersonForgotten };
  remember_person: { input: PersonInput; output: PersonForgotten };
  move_application_to_stage: { input: MoveInput; output: Queued };
  reject_application: { input: RejectInput; output: Queued };
  add_tag_to_candidate: { input: TagInput; output: Queued };
  remove_tag_from_candidate: { input: TagInput; output: Queued };
  add_note_to_application: { input: ApplicationNoteInput; output: Queued };
  add_note_to_candidate: { input: CandidateNoteInput; output: Queued };
  add_result_link_to_application: { input: ApplicationLinkInput; output: Queued };
  add_result_link_to_candidate: { input: CandidateLinkInput; output: Queued };
  add_attachment_to_application: { input: ApplicationAttachmentInput; output: Queued };
  add_attachment_to_candidate: { input: CandidateAttachmentInput; output: Queued };
  act_many: { input: ManyInput; output: Queued };
  get_application_attachments: { input: ApplicationFilesInput; output: Attachments };
  get_candidate_attachments: { input: CandidateFilesInput; output: Attachments };
  rejection_reasons: { input: Nothing; output: Array<Reason> };
  undo: { input: IntentInput; output: Queued };
  undo_last: { input: Nothing; output: Queued | null };
  retry: { input: IntentInput; output: IntentRow };
  discard: { input: IntentInput; output: IntentRow };
  decide: { input: DecideInput; output: IntentRow };
  intent: { input: IntentInput; output: IntentRow };
  activity: { input: ActivityInput; output: ActivityPage };
  list_views: { input: Nothing; output: Array<View> };
  view: { input: ViewInput; output: View };
  save_view: { input: SaveViewInput; output: View };
  delete_view: { input: ViewInput; output: Nothing };
  reorder_views: { input: ReorderViewsInput; output: Nothing };
  setting: { input: SettingInput; output: string | null };
  set_setting: { input: SettingSetInput; output: Nothing };
  remapping: { input: Nothing; output: RemappingText };
  set_remapping: { input: RemappingText; output: Nothing };
}

export type CommandName = keyof Commands;

/** What is declared of a command: its words and key, what it shows, what it makes stale. */
export interface CommandInfo {
  name: CommandName;
  title: string | null;
  key: string | null;
  writes: boolean;
  provides: Tag[];
  invalidates: Tag[];
  permission: string | null;
}

export const catalogue: Record<CommandName, CommandInfo> = {
  workspace_state: {"name":"workspace_state","title":null,"key":null,"writes":false,"provides":["workspace"],"invalidates":[],"permission":null},
  reopen: {"name":"reopen","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  open_demo: {"name":"open_demo","title":"Open the demo workspace","key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  check_key: {"name":"check_key","title":null,"key":null,"writes":false,"provides":[],"invalidates":[],"permission":null},
  connect: {"name":"connect","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  unlock: {"name":"unlock","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  rebuild_mirror: {"name":"rebuild_mirror","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  disconnect: {"name":"disconnect","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  new_recovery_code: {"name":"new_recovery_code","title":null,"key":null,"writes":false,"provides":[],"invalidates":[],"permission":null},
  recover: {"name":"recover","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  key_report: {"name":"key_report","title":null,"key":null,"writes":false,"provides":["workspace"],"invalidates":[],"permission":null},
  scope_report: {"name":"scope_report","title":null,"key":null,"writes":false,"provides":["workspace","sync"],"invalidates":[],"permission":null},
  sync_status: {"name":"sync_status","title":null,"key":null,"writes":false,"provides":["sync"],"invalidates":[],"permission":null},
  sync_now: {"name":"sync_now","title":"Sync now","key":"Mod+R","writes":false,"provides":[],"invalidates":["sync"],"permission":null},
  sync_runs: {"name":"sync_runs","title":null,"key":null,"writes":false,"provides":["sync"],"invalidates":[],"permission":null},
  set_sync_mode: {"name":"set_sync_mode","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  track_application: {"name":"track_application","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  set_connection: {"name":"set_connection","title":null,"key":null,"writes":false,"provides":[],"invalidates":["sync"],"permission":null},
  quality_checks: {"name":"quality_checks","title":null,"key":null,"writes":false,"provides":["sync"],"invalidates":[],"permission":null},
  decide_quality_check: {"name":"decide_quality_check","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  list_jobs: {"name":"list_jobs","title":null,"key":null,"writes":false,"provides":["jobs"],"invalidates":[],"permission":null},
  list_rows: {"name":"list_rows","title":null,"key":null,"writes":false,"provides":["candidates","candidate","jobs","pipeline"],"invalidates":[],"permission":null},
  export: {"name":"export","title":"Export","key":null,"writes":false,"provides":[],"invalidates":[],"permission":null},
  board: {"name":"board","title":null,"key":null,"writes":false,"provides":["pipeline"],"invalidates":[],"permission":null},
  board_cards: {"name":"board_cards","title":null,"key":null,"writes":false,"provides":["pipeline"],"invalidates":[],"permission":null},
  board_filters: {"name":"board_filters","title":null,"key":null,"writes":false,"provides":["pipeline"],"invalidates":[],"permission":null},
  today: {"name":"today","title":null,"key":null,"writes":false,"provides":["candidates","pipeline","settings"],"invalidates":[],"permission":null},
  review_jobs: {"name":"review_jobs","title":null,"key":null,"writes":false,"provides":["pipeline","jobs","settings"],"invalidates":[],"permission":null},
  review_queue: {"name":"review_queue","title":null,"key":null,"writes":false,"provides":["pipeline"],"invalidates":[],"permission":null},
  waiting_long: {"name":"waiting_long","title":null,"key":null,"writes":false,"provides":["pipeline","settings"],"invalidates":[],"permission":null},
  job_chart: {"name":"job_chart","title":null,"key":null,"writes":false,"provides":["pipeline"],"invalidates":[],"permission":null},
  create_form: {"name":"create_form","title":null,"key":null,"writes":false,"provides":["jobs","settings"],"invalidates":[],"permission":null},
  list_sources: {"name":"list_sources","title":null,"key":null,"writes":false,"provides":["settings"],"invalidates":[],"permission":null},
  list_users: {"name":"list_users","title":null,"key":null,"writes":false,"provides":["settings"],"invalidates":[],"permission":null},
  duplicates_for: {"name":"duplicates_for","title":null,"key":null,"writes":false,"provides":["candidates"],"invalidates":[],"permission":null},
  create_candidate: {"name":"create_candidate","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":null},
  create_application: {"name":"create_application","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":null},
  move_targets: {"name":"move_targets","title":null,"key":null,"writes":false,"provides":["pipeline"],"invalidates":[],"permission":null},
  list_candidates: {"name":"list_candidates","title":null,"key":null,"writes":false,"provides":["candidates"],"invalidates":[],"permission":null},
  candidate: {"name":"candidate","title":null,"key":null,"writes":false,"provides":["candidate"],"invalidates":[],"permission":null},
  candidate_notes: {"name":"candidate_notes","title":null,"key":null,"writes":false,"provides":["candidate"],"invalidates":[],"permission":null},
  candidate_process: {"name":"candidate_process","title":null,"key":null,"writes":false,"provides":["candidate"],"invalidates":[],"permission":null},
  candidate_answers: {"name":"candidate_answers","title":null,"key":null,"writes":false,"provides":["candidate"],"invalidates":[],"permission":null},
  candidate_feedback: {"name":"candidate_feedback","title":null,"key":null,"writes":false,"provides":["candidate"],"invalidates":[],"permission":null},
  candidate_files: {"name":"candidate_files","title":null,"key":null,"writes":false,"provides":["candidate"],"invalidates":[],"permission":null},
  file_text: {"name":"file_text","title":null,"key":null,"writes":false,"provides":["candidate"],"invalidates":[],"permission":null},
  candidate_timeline: {"name":"candidate_timeline","title":null,"key":null,"writes":false,"provides":["candidate","activity"],"invalidates":[],"permission":null},
  candidate_refresh: {"name":"candidate_refresh","title":null,"key":null,"writes":false,"provides":[],"invalidates":[],"permission":null},
  list_projects: {"name":"list_projects","title":null,"key":null,"writes":false,"provides":["candidates"],"invalidates":[],"permission":null},
  project_people: {"name":"project_people","title":null,"key":null,"writes":false,"provides":["candidates"],"invalidates":[],"permission":null},
  candidate_projects: {"name":"candidate_projects","title":null,"key":null,"writes":false,"provides":["candidate"],"invalidates":[],"permission":null},
  job_openings: {"name":"job_openings","title":null,"key":null,"writes":false,"provides":["jobs"],"invalidates":[],"permission":null},
  palette: {"name":"palette","title":null,"key":null,"writes":false,"provides":["candidates","jobs"],"invalidates":[],"permission":null},
  forget_person: {"name":"forget_person","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  remember_person: {"name":"remember_person","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  move_application_to_stage: {"name":"move_application_to_stage","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  reject_application: {"name":"reject_application","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  add_tag_to_candidate: {"name":"add_tag_to_candidate","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  remove_tag_from_candidate: {"name":"remove_tag_from_candidate","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  add_note_to_application: {"name":"add_note_to_application","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  add_note_to_candidate: {"name":"add_note_to_candidate","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  add_result_link_to_application: {"name":"add_result_link_to_application","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  add_result_link_to_candidate: {"name":"add_result_link_to_candidate","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  add_attachment_to_application: {"name":"add_attachment_to_application","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  add_attachment_to_candidate: {"name":"add_attachment_to_candidate","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  act_many: {"name":"act_many","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  get_application_attachments: {"name":"get_application_attachments","title":null,"key":null,"writes":false,"provides":["candidate"],"invalidates":[],"permission":null},
  get_candidate_attachments: {"name":"get_candidate_attachments","title":null,"key":null,"writes":false,"provides":["candidate"],"invalidates":[],"permission":null},
  rejection_reasons: {"name":"rejection_reasons","title":null,"key":null,"writes":false,"provides":["settings"],"invalidates":[],"permission":null},
  undo: {"name":"undo","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  undo_last: {"name":"undo_last","title":"Undo","key":"Mod+Z","writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  retry: {"name":"retry","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  discard: {"name":"discard","title":null,"key":null,"writes":false,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":null},
  decide: {"name":"decide","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  intent: {"name":"intent","title":null,"key":null,"writes":false,"provides":["activity"],"invalidates":[],"permission":null},
  activity: {"name":"activity","title":null,"key":null,"writes":false,"provides":["activity"],"invalidates":[],"permission":null},
  list_views: {"name":"list_views","title":null,"key":null,"writes":false,"provides":["views"],"invalidates":[],"permission":null},
  view: {"name":"view","title":null,"key":null,"writes":false,"provides":["views"],"invalidates":[],"permission":null},
  save_view: {"name":"save_view","title":null,"key":null,"writes":false,"provides":[],"invalidates":["views"],"permission":null},
  delete_view: {"name":"delete_view","title":null,"key":null,"writes":false,"provides":[],"invalidates":["views"],"permission":null},
  reorder_views: {"name":"reorder_views","title":null,"key":null,"writes":false,"provides":[],"invalidates":["views"],"permission":null},
  setting: {"name":"setting","title":null,"key":null,"writes":false,"provides":["settings"],"invalidates":[],"permission":null},
  set_setting: {"name":"set_setting","title":null,"key":null,"writes":false,"provides":[],"invalidates":["settings"],"permission":null},
  remapping: {"name":"remapping","title":null,"key":null,"writes":false,"provides":["settings"],"invalidates":[],"permission":null},
  set_remapping: {"name":"set_remapping","title":null,"key":null,"writes":false,"provides":[],"invalidates":["settings"],"permission":null},
};
