// Generated from the engine's commands by `cargo xtask bindings`. Edit those, not this.

import type {
  ActivityInput,
  ActivityPage,
  AgendaFileInput,
  AgendaFileReport,
  AgendaInput,
  AgendaPage,
  AnswerList,
  AnswerSurveysInput,
  ApplicationAttachmentInput,
  ApplicationFieldsInput,
  ApplicationFilesInput,
  ApplicationLinkInput,
  ApplicationNoteInput,
  Attachments,
  Board,
  BoardCardsInput,
  BoardInput,
  CandidateAttachmentInput,
  CandidateFieldsInput,
  CandidateFilesInput,
  CandidateInput,
  CandidateLinkInput,
  CandidateListInput,
  CandidateNoteInput,
  CandidatePage,
  CandidateProcess,
  CandidateView,
  CardPage,
  Choosable,
  ConnectInput,
  ConnectionInput,
  CreateForm,
  CreateFormInput,
  CreateInput,
  Created,
  CustomKeyInput,
  CustomKeyRow,
  DecideInput,
  DisconnectInput,
  Duplicate,
  DuplicateList,
  DuplicatesForInput,
  DuplicatesInput,
  EditInput,
  ExportInput,
  ExportReport,
  FeedbackInput,
  FeedbackList,
  FieldList,
  FieldListInput,
  FieldPassthroughInput,
  FileRow,
  FileText,
  FileTextInput,
  FilterNames,
  InProjectInput,
  IntentDetail,
  IntentInput,
  IntentRow,
  JobChart,
  JobChartInput,
  JobInput,
  JobListInput,
  JobPage,
  KeepInput,
  KeyCheckInput,
  KeyReport,
  ListInput,
  ListPage,
  MailedRejectInput,
  ManyInput,
  ModelTestInput,
  ModelVerdict,
  MoveInput,
  MoveTarget,
  MoveTargetsInput,
  NamedValue,
  NewCode,
  NoteList,
  Nothing,
  OfferListInput,
  OfferPage,
  OpeningRow,
  OpeningsInput,
  OverdueInput,
  OverduePage,
  PaletteHit,
  PaletteInput,
  PartInput,
  Passed,
  PassthroughInput,
  PassthroughReply,
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
  RecordFieldsInput,
  RecoverInput,
  ReferenceListInput,
  ReferenceRecords,
  RejectInput,
  RemappingText,
  ReorderViewsInput,
  ReplaceKeyInput,
  Retention,
  RetentionInput,
  ReviewJobs,
  ReviewJobsInput,
  ReviewQueue,
  ReviewQueueInput,
  RunRow,
  SaveViewInput,
  ScopeReport,
  ScopeReportInput,
  SettingInput,
  SettingSetInput,
  SourceInput,
  SyncModeInput,
  SyncNowInput,
  SyncStatus,
  Tag,
  TagInput,
  Timeline,
  Today,
  TodayInput,
  TrackInput,
  TransferInput,
  UnarchiveInput,
  UnlockInput,
  View,
  ViewInput,
  WaitingInput,
  WaitingPage,
  WorkspaceState,
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
  lock: { input: Nothing; output: WorkspaceState };
  rebuild_mirror: { input: Nothing; output: WorkspaceState };
  disconnect: { input: DisconnectInput; output: WorkspaceState };
  replace_key: { input: ReplaceKeyInput; output: WorkspaceState };
  new_recovery_code: { input: Nothing; output: NewCode };
  recover: { input: RecoverInput; output: WorkspaceState };
  key_report: { input: Nothing; output: KeyReport };
  scope_report: { input: ScopeReportInput; output: ScopeReport };
  test_model: { input: ModelTestInput; output: ModelVerdict };
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
  move_targets: { input: MoveTargetsInput; output: Array<MoveTarget> };
  today: { input: TodayInput; output: Today };
  review_jobs: { input: ReviewJobsInput; output: ReviewJobs };
  review_queue: { input: ReviewQueueInput; output: ReviewQueue };
  waiting_long: { input: WaitingInput; output: WaitingPage };
  job_chart: { input: JobChartInput; output: JobChart };
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
  agenda: { input: AgendaInput; output: AgendaPage };
  overdue_feedback: { input: OverdueInput; output: OverduePage };
  agenda_file: { input: AgendaFileInput; output: AgendaFileReport };
  list_offers: { input: OfferListInput; output: OfferPage };
  list_projects: { input: Nothing; output: ProjectList };
  project_people: { input: ProjectInput; output: Array<ProjectPerson> };
  candidate_projects: { input: CandidateInput; output: Array<ProjectRow> };
  job_openings: { input: OpeningsInput; output: Array<OpeningRow> };
  palette: { input: PaletteInput; output: Array<PaletteHit> };
  list_duplicates: { input: DuplicatesInput; output: DuplicateList };
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
  reject_application_with_mail: { input: MailedRejectInput; output: Queued };
  transfer_application_to_job: { input: TransferInput; output: Queued };
  unarchive_application: { input: UnarchiveInput; output: Queued };
  change_application_source: { input: SourceInput; output: Queued };
  set_candidate_fields: { input: CandidateFieldsInput; output: Queued };
  set_application_fields: { input: ApplicationFieldsInput; output: Queued };
  add_candidate_to_project: { input: InProjectInput; output: Queued };
  remove_candidate_from_project: { input: InProjectInput; output: Queued };
  submit_feedback: { input: FeedbackInput; output: Queued };
  create_candidate: { input: CreateInput; output: Queued };
  create_application: { input: CreateInput; output: Queued };
  create_form: { input: CreateFormInput; output: CreateForm };
  list_sources: { input: Nothing; output: Array<Choosable> };
  list_users: { input: Nothing; output: Array<Choosable> };
  duplicates_for: { input: DuplicatesForInput; output: Array<Duplicate> };
  created_by: { input: IntentInput; output: Created };
  answer_surveys: { input: AnswerSurveysInput; output: Nothing };
  add_attachment_to_application: { input: ApplicationAttachmentInput; output: Queued };
  add_attachment_to_candidate: { input: CandidateAttachmentInput; output: Queued };
  act_many: { input: ManyInput; output: Queued };
  get_application_attachments: { input: ApplicationFilesInput; output: Attachments };
  get_candidate_attachments: { input: CandidateFilesInput; output: Attachments };
  rejection_reasons: { input: Nothing; output: Array<Reason> };
  reference_list: { input: ReferenceListInput; output: ReferenceRecords };
  undo: { input: IntentInput; output: Queued };
  undo_last: { input: Nothing; output: Queued | null };
  retry: { input: IntentInput; output: IntentRow };
  edit: { input: EditInput; output: Queued };
  intent_detail: { input: IntentInput; output: IntentDetail };
  discard: { input: IntentInput; output: IntentRow };
  decide: { input: DecideInput; output: IntentRow };
  intent: { input: IntentInput; output: IntentRow };
  activity: { input: ActivityInput; output: ActivityPage };
  passthrough: { input: PassthroughInput; output: PassthroughReply };
  passthrough_log: { input: Nothing; output: Array<Passed> };
  list_views: { input: Nothing; output: Array<View> };
  view: { input: ViewInput; output: View };
  save_view: { input: SaveViewInput; output: View };
  delete_view: { input: ViewInput; output: Nothing };
  reorder_views: { input: ReorderViewsInput; output: Nothing };
  setting: { input: SettingInput; output: string | null };
  set_setting: { input: SettingSetInput; output: Nothing };
  remapping: { input: Nothing; output: RemappingText };
  set_remapping: { input: RemappingText; output: Nothing };
  list_fields: { input: FieldListInput; output: FieldList };
  record_fields: { input: RecordFieldsInput; output: Array<NamedValue> };
  set_passthrough: { input: FieldPassthroughInput; output: FieldList };
  save_custom_key: { input: CustomKeyRow; output: FieldList };
  delete_custom_key: { input: CustomKeyInput; output: FieldList };
  keep_model: { input: KeepInput; output: Nothing };
  retention: { input: Nothing; output: Retention };
  set_retention: { input: RetentionInput; output: Retention };
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
  lock: {"name":"lock","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  rebuild_mirror: {"name":"rebuild_mirror","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  disconnect: {"name":"disconnect","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  replace_key: {"name":"replace_key","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  new_recovery_code: {"name":"new_recovery_code","title":null,"key":null,"writes":false,"provides":[],"invalidates":[],"permission":null},
  recover: {"name":"recover","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  key_report: {"name":"key_report","title":null,"key":null,"writes":false,"provides":["workspace"],"invalidates":[],"permission":null},
  scope_report: {"name":"scope_report","title":null,"key":null,"writes":false,"provides":["workspace","sync"],"invalidates":[],"permission":null},
  test_model: {"name":"test_model","title":null,"key":null,"writes":false,"provides":[],"invalidates":[],"permission":null},
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
  move_targets: {"name":"move_targets","title":null,"key":null,"writes":false,"provides":["pipeline"],"invalidates":[],"permission":null},
  today: {"name":"today","title":null,"key":null,"writes":false,"provides":["candidates","pipeline","settings"],"invalidates":[],"permission":null},
  review_jobs: {"name":"review_jobs","title":null,"key":null,"writes":false,"provides":["pipeline","jobs","settings"],"invalidates":[],"permission":null},
  review_queue: {"name":"review_queue","title":null,"key":null,"writes":false,"provides":["pipeline"],"invalidates":[],"permission":null},
  waiting_long: {"name":"waiting_long","title":null,"key":null,"writes":false,"provides":["pipeline","settings"],"invalidates":[],"permission":null},
  job_chart: {"name":"job_chart","title":null,"key":null,"writes":false,"provides":["pipeline"],"invalidates":[],"permission":null},
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
  agenda: {"name":"agenda","title":null,"key":null,"writes":false,"provides":["candidate","pipeline"],"invalidates":[],"permission":null},
  overdue_feedback: {"name":"overdue_feedback","title":null,"key":null,"writes":false,"provides":["candidate","pipeline"],"invalidates":[],"permission":null},
  agenda_file: {"name":"agenda_file","title":null,"key":null,"writes":false,"provides":[],"invalidates":[],"permission":null},
  list_offers: {"name":"list_offers","title":null,"key":null,"writes":false,"provides":["candidate"],"invalidates":[],"permission":null},
  list_projects: {"name":"list_projects","title":null,"key":null,"writes":false,"provides":["candidates"],"invalidates":[],"permission":null},
  project_people: {"name":"project_people","title":null,"key":null,"writes":false,"provides":["candidates"],"invalidates":[],"permission":null},
  candidate_projects: {"name":"candidate_projects","title":null,"key":null,"writes":false,"provides":["candidate"],"invalidates":[],"permission":null},
  job_openings: {"name":"job_openings","title":null,"key":null,"writes":false,"provides":["jobs"],"invalidates":[],"permission":null},
  palette: {"name":"palette","title":null,"key":null,"writes":false,"provides":["candidates","jobs"],"invalidates":[],"permission":null},
  list_duplicates: {"name":"list_duplicates","title":null,"key":null,"writes":false,"provides":["candidates"],"invalidates":[],"permission":null},
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
  reject_application_with_mail: {"name":"reject_application_with_mail","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  transfer_application_to_job: {"name":"transfer_application_to_job","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  unarchive_application: {"name":"unarchive_application","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  change_application_source: {"name":"change_application_source","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  set_candidate_fields: {"name":"set_candidate_fields","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  set_application_fields: {"name":"set_application_fields","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  add_candidate_to_project: {"name":"add_candidate_to_project","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  remove_candidate_from_project: {"name":"remove_candidate_from_project","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  submit_feedback: {"name":"submit_feedback","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  create_candidate: {"name":"create_candidate","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  create_application: {"name":"create_application","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  create_form: {"name":"create_form","title":null,"key":null,"writes":false,"provides":["jobs","settings"],"invalidates":[],"permission":null},
  list_sources: {"name":"list_sources","title":null,"key":null,"writes":false,"provides":["settings"],"invalidates":[],"permission":null},
  list_users: {"name":"list_users","title":null,"key":null,"writes":false,"provides":["settings"],"invalidates":[],"permission":null},
  duplicates_for: {"name":"duplicates_for","title":null,"key":null,"writes":false,"provides":["candidates"],"invalidates":[],"permission":null},
  created_by: {"name":"created_by","title":null,"key":null,"writes":false,"provides":["activity","candidate"],"invalidates":[],"permission":null},
  answer_surveys: {"name":"answer_surveys","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  add_attachment_to_application: {"name":"add_attachment_to_application","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  add_attachment_to_candidate: {"name":"add_attachment_to_candidate","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  act_many: {"name":"act_many","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  get_application_attachments: {"name":"get_application_attachments","title":null,"key":null,"writes":false,"provides":["candidate"],"invalidates":[],"permission":null},
  get_candidate_attachments: {"name":"get_candidate_attachments","title":null,"key":null,"writes":false,"provides":["candidate"],"invalidates":[],"permission":null},
  rejection_reasons: {"name":"rejection_reasons","title":null,"key":null,"writes":false,"provides":["settings"],"invalidates":[],"permission":null},
  reference_list: {"name":"reference_list","title":null,"key":null,"writes":false,"provides":["settings"],"invalidates":[],"permission":null},
  undo: {"name":"undo","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  undo_last: {"name":"undo_last","title":"Undo","key":"Mod+Z","writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  retry: {"name":"retry","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  edit: {"name":"edit","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  intent_detail: {"name":"intent_detail","title":null,"key":null,"writes":false,"provides":["activity"],"invalidates":[],"permission":null},
  discard: {"name":"discard","title":null,"key":null,"writes":false,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":null},
  decide: {"name":"decide","title":null,"key":null,"writes":true,"provides":[],"invalidates":["pipeline","candidate","candidates","activity","sync","jobs"],"permission":"candidatesWrite"},
  intent: {"name":"intent","title":null,"key":null,"writes":false,"provides":["activity"],"invalidates":[],"permission":null},
  activity: {"name":"activity","title":null,"key":null,"writes":false,"provides":["activity"],"invalidates":[],"permission":null},
  passthrough: {"name":"passthrough","title":null,"key":null,"writes":false,"provides":[],"invalidates":["activity"],"permission":null},
  passthrough_log: {"name":"passthrough_log","title":null,"key":null,"writes":false,"provides":["activity"],"invalidates":[],"permission":null},
  list_views: {"name":"list_views","title":null,"key":null,"writes":false,"provides":["views"],"invalidates":[],"permission":null},
  view: {"name":"view","title":null,"key":null,"writes":false,"provides":["views"],"invalidates":[],"permission":null},
  save_view: {"name":"save_view","title":null,"key":null,"writes":false,"provides":[],"invalidates":["views"],"permission":null},
  delete_view: {"name":"delete_view","title":null,"key":null,"writes":false,"provides":[],"invalidates":["views"],"permission":null},
  reorder_views: {"name":"reorder_views","title":null,"key":null,"writes":false,"provides":[],"invalidates":["views"],"permission":null},
  setting: {"name":"setting","title":null,"key":null,"writes":false,"provides":["settings"],"invalidates":[],"permission":null},
  set_setting: {"name":"set_setting","title":null,"key":null,"writes":false,"provides":[],"invalidates":["settings"],"permission":null},
  remapping: {"name":"remapping","title":null,"key":null,"writes":false,"provides":["settings"],"invalidates":[],"permission":null},
  set_remapping: {"name":"set_remapping","title":null,"key":null,"writes":false,"provides":[],"invalidates":["settings"],"permission":null},
  list_fields: {"name":"list_fields","title":null,"key":null,"writes":false,"provides":["settings","sync"],"invalidates":[],"permission":null},
  record_fields: {"name":"record_fields","title":null,"key":null,"writes":false,"provides":["jobs","candidate","pipeline"],"invalidates":[],"permission":null},
  set_passthrough: {"name":"set_passthrough","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  save_custom_key: {"name":"save_custom_key","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  delete_custom_key: {"name":"delete_custom_key","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  keep_model: {"name":"keep_model","title":null,"key":null,"writes":false,"provides":[],"invalidates":["workspace","sync","jobs","pipeline","candidates","candidate","activity","views","settings"],"permission":null},
  retention: {"name":"retention","title":null,"key":null,"writes":false,"provides":["settings"],"invalidates":[],"permission":null},
  set_retention: {"name":"set_retention","title":null,"key":null,"writes":false,"provides":[],"invalidates":["settings"],"permission":null},
};
