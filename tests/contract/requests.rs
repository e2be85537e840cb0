//! Every call the client can make, as it goes over the wire, against Ashby's description of what it takes: the
//! values fit the schema, and no field is sent that the description does not know.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use samara_ashby::{
    BaseUrl, Client, Config, Endpoint, HttpReply, HttpRequest, Lane, ListEndpoint, SystemClock,
    SystemEntropy, Transport, TransportError,
    endpoint::*,
    model::{Cursor, SyncToken},
};
use serde_json::{Value, json};

use crate::openapi::{self, misfits};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

const ID: &str = "f9e52a51-a075-4116-a7b8-484deba69004";

/// What is sent although the description does not allow it, and why.
const EXEMPT: &[(&str, &str, &str)] = &[
    ("job.list", "/expand/2", "compensation: promised for the reply, forgotten for the request"),
    ("jobPosting.list", "/includeUnpublishedJobPostings", "newer than the description"),
    ("jobPosting.info", "/includeUnpublishedJobPostings", "newer than the description"),
    ("location.list", "/cursor", "one half of the description forbids what the other half describes"),
    ("location.list", "/limit", "the same"),
    ("location.list", "/syncToken", "the same"),
    ("application.create", "/interviewStageId", "FirstPreInterviewScreen: told in the words beside the type"),
    (
        "applicationForm.submit",
        "/applicationForm/fieldSubmissions/2/value",
        "a place: told in the words, typed as text",
    ),
    ("applicationForm.submit", "/applicationForm/fieldSubmissions/3/value", "a score: the same"),
    ("applicationForm.submit", "/applicationForm/fieldSubmissions/4/value", "rich text: the same"),
    ("applicationForm.submit", "/applicationForm/fieldSubmissions/5/value", "several options: the same"),
    (
        "application.changeSource",
        "/sourceId",
        "null takes the source away: told in the words, typed as an id",
    ),
    (
        "applicationFeedback.submit",
        "",
        "one of two: what fits the second, with an interview, fits the first too",
    ),
    ("customField.setValues", "/values/0/fieldValue", "one of many: every text fits three of them"),
];

/// Keeps what is sent and answers with an empty success.
#[derive(Default)]
struct Recorder {
    sent: Mutex<Vec<(String, Value)>>,
}

impl Recorder {
    fn sent(&self) -> MutexGuard<'_, Vec<(String, Value)>> {
        self.sent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait::async_trait]
impl Transport for Recorder {
    async fn send(&self, request: HttpRequest) -> Result<HttpReply, TransportError> {
        let endpoint = request.url.rsplit('/').next().unwrap_or_default().to_owned();
        let body =
            serde_json::from_slice(&request.body).map_err(|e| TransportError::NotSent(e.to_string()))?;
        self.sent().push((endpoint, body));
        let body = r#"{"success":true,"results":[]}"#.into();
        Ok(HttpReply { status: 200, headers: Vec::new(), body })
    }
}

struct Caller {
    client: Client,
    recorder: Arc<Recorder>,
}

impl Caller {
    fn new() -> Outcome<Self> {
        let recorder = Arc::new(Recorder::default());
        let config = Config {
            base_url: BaseUrl::parse(BaseUrl::PRODUCTION)?,
            api_key: "key".to_owned().into(),
            acting_user: None,
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy),
        };
        let transport: Arc<dyn Transport> = recorder.clone();
        Ok(Self { client: Client::new(config, transport), recorder })
    }

    /// The first page, a later page, and both with a token.
    async fn list<E: ListEndpoint>(&self, params: &E::Params) -> Outcome<()> {
        let (cursor, token) = (Cursor::from("G8"), SyncToken::from("jYnEBmjzR"));
        for cursor in [None, Some(&cursor)].into_iter().take(1 + usize::from(E::PAGED)) {
            for token in [None, Some(&token)] {
                self.client.page::<E>(Lane::Pull, params, cursor, token).await?;
            }
        }
        Ok(())
    }

    async fn call<E: Endpoint>(&self, params: &E::Params) {
        // The recorder's answer fits no single result; what was sent counts.
        let _ = self.client.call_once::<E>(Lane::Read, params).await;
    }

    async fn lists(&self) -> Outcome<()> {
        self.list::<UserList>(&UserListParams::default()).await?;
        self.list::<DepartmentList>(&ArchivedParams::default()).await?;
        self.list::<LocationList>(&ArchivedParams::default()).await?;
        self.list::<HiringTeamRoleList>(&HiringTeamRoleListParams::default()).await?;
        self.list::<CandidateTagList>(&ArchivedParams::default()).await?;
        self.list::<ArchiveReasonList>(&ArchivedParams::default()).await?;
        self.list::<SourceList>(&ArchivedParams::default()).await?;
        self.list::<CustomFieldList>(&ArchivedParams::default()).await?;
        self.list::<InterviewPlanList>(&ArchivedParams::default()).await?;
        self.list::<InterviewStageList>(&InterviewStageListParams { interview_plan_id: ID.into() }).await?;
        self.list::<JobList>(&JobListParams::default()).await?;
        let later = JobListParams { created_after: Some(1_700_000_000_000), ..JobListParams::default() };
        self.list::<JobList>(&later.without_compensation()).await?;
        self.list::<JobPostingList>(&JobPostingListParams::default()).await?;
        let board = JobPostingListParams { job_board_id: Some(ID.into()), ..JobPostingListParams::default() };
        self.list::<JobPostingList>(&board).await?;
        for created_after in [None, Some(1_700_000_000_000)] {
            self.list::<CandidateList>(&CandidateListParams { created_after }).await?;
            self.list::<ApplicationList>(&ApplicationListParams { created_after }).await?;
        }
        self.list::<JobBoardList>(&NoParams {}).await?;
        self.list::<SurveyFormDefinitionList>(&NoParams {}).await?;
        self.list::<FeedbackFormDefinitionList>(&ArchivedParams::default()).await?;
        self.list::<InterviewList>(&InterviewListParams::default()).await?;
        self.list::<InterviewEventList>(&InterviewEventListParams::new(ID.into())).await?;
        for (created_after, application_id) in [(None, None), (Some(1_700_000_000_000), Some(ID.into()))] {
            let application = || application_id.clone();
            let params = InterviewScheduleListParams { created_after, application_id: application() };
            self.list::<InterviewScheduleList>(&params).await?;
            let params = OfferListParams { created_after, application_id: application() };
            self.list::<OfferList>(&params).await?;
            let params = ApplicationFeedbackListParams { created_after, application_id: application() };
            self.list::<ApplicationFeedbackList>(&params).await?;
            self.list::<OpeningList>(&OpeningListParams { created_after }).await?;
            self.list::<ProjectList>(&ProjectListParams { created_after }).await?;
        }
        self.list::<CandidateProjects>(&CandidateProjectsParams { candidate_id: ID.into() }).await?;
        self.list::<CandidateNotes>(&CandidateNotesParams { candidate_id: ID.into() }).await?;
        self.list::<ApplicationHistory>(&ApplicationHistoryParams { application_id: ID.into() }).await
    }

    /// What makes people and applications.
    async fn creations(&self) {
        let location = WrittenLocation {
            city: Some("Halden".into()),
            region: Some("Østfold".into()),
            country: Some("Norway".into()),
        };
        let person = CandidateCreateParams {
            name: "Ada Quist".into(),
            email: Some("ada@new.example".into()),
            phone_number: Some("+47 22 00 00 00".into()),
            linked_in_url: Some("https://linkedin.com/in/ada".into()),
            github_url: Some("https://github.com/ada".into()),
            website: Some("https://ada.example".into()),
            alternate_email_addresses: vec!["ada@home.example".into()],
            source_id: Some(ID.into()),
            credited_to_user_id: Some(ID.into()),
            location: Some(location.clone()),
            created_at: Some("2026-11-27T00:00:00.000Z".into()),
        };
        self.call::<CandidateCreate>(&person).await;
        let email = Some("ada@new.example".to_owned());
        self.call::<CandidateSearch>(&CandidateSearchParams { email, name: None }).await;
        let changes = json!({
            "phoneNumber": "1", "location": location, "alternateEmail": "ada@home.example",
            "socialLinks": [{ "type": "Website", "url": "https://ada.example" }],
        });
        let changes = changes.as_object().cloned().unwrap_or_default();
        let update = CandidateUpdateParams { candidate_id: ID.into(), send_notifications: false, changes };
        self.call::<CandidateUpdate>(&update).await;
        for stage in [None, Some("FirstPreInterviewScreen".into()), Some(ID.into())] {
            let params = ApplicationCreateParams {
                candidate_id: ID.into(),
                job_id: ID.into(),
                interview_plan_id: stage.is_some().then(|| ID.into()),
                interview_stage_id: stage,
                source_id: Some(ID.into()),
                credited_to_user_id: Some(ID.into()),
            };
            self.call::<ApplicationCreate>(&params).await;
        }
        let update = ApplicationUpdateParams {
            application_id: ID.into(),
            source_id: Some(ID.into()),
            credited_to_user_id: Some(ID.into()),
            send_notifications: false,
        };
        self.call::<ApplicationUpdate>(&update).await;
        self.call::<JobGet>(&JobInfoParams { id: ID.into() }).await;
        let form = ApplicationOfFormParams { submitted_form_instance_id: ID.into() };
        self.call::<ApplicationOfForm>(&form).await;
        let answer = |path: &str, value: Value| FieldSubmission { path: path.into(), value };
        let form = SubmitFormParams {
            job_posting_id: ID.into(),
            application_form: FilledForm {
                field_submissions: vec![
                    answer("_systemfield_name", json!("Ada Quist")),
                    answer("_systemfield_resume", json!("handle")),
                    answer("_systemfield_location", json!(location)),
                    answer("score", json!({ "score": 3 })),
                    answer("text", json!({ "type": "PlainText", "value": "Words" })),
                    answer("several", json!(["a", "b"])),
                ],
            },
        };
        self.call::<ApplicationFormSubmit>(&form).await;
        for file_upload_context in ["ApplicationForm", "CandidateResume", "CandidateFiles"] {
            let (filename, content_type) = ("cv.pdf".into(), "application/pdf".into());
            let params =
                UploadHandleParams { file_upload_context, filename, content_type, content_length: 1 };
            self.call::<FileCreateUploadHandle>(&params).await;
        }
        let survey = SurveySubmissionParams {
            candidate_id: ID.into(),
            application_id: ID.into(),
            survey_form_definition_id: ID.into(),
            submitted_values: json!({ "path": "value" }).as_object().cloned().unwrap_or_default(),
        };
        self.call::<SurveySubmissionCreate>(&survey).await;
    }

    async fn calls(&self) {
        self.call::<ApiKeyGet>(&NoParams {}).await;
        self.call::<CandidateGet>(&CandidateInfoParams { id: ID.into() }).await;
        self.call::<FileGet>(&FileInfoParams { file_handle: "handle".into() }).await;
        for job_board_id in [None, Some(ID.into())] {
            let params = JobPostingInfoParams { job_board_id, ..JobPostingInfoParams::new(ID.into()) };
            self.call::<JobPostingGet>(&params).await;
        }
        self.call::<OfferGet>(&OfferInfoParams::new(ID.into())).await;
        self.call::<JobInterviewPlanGet>(&JobInterviewPlanInfoParams { job_id: ID.into() }).await;
        for expand in [vec![], vec!["applicationFormSubmissions"], vec!["openings", "referrals"]] {
            self.call::<ApplicationGet>(&ApplicationInfoParams { application_id: ID.into(), expand }).await;
        }
        let mail = |send_at: Option<&str>| ArchiveEmail {
            communication_template_id: ID.into(),
            send_at: send_at.map(str::to_owned),
        };
        for (archive_reason_id, archive_email) in [
            (None, None),
            (Some(ID.into()), None),
            (Some(ID.into()), Some(mail(None))),
            (Some(ID.into()), Some(mail(Some("2027-01-04T08:00:00.000Z")))),
        ] {
            let (application_id, interview_stage_id) = (ID.into(), ID.into());
            let params =
                ChangeStageParams { application_id, interview_stage_id, archive_reason_id, archive_email };
            self.call::<ApplicationChangeStage>(&params).await;
        }
        self.application_writes().await;
        self.candidate_writes().await;
    }

    async fn application_writes(&self) {
        self.call::<ApplicationTransfer>(&TransferParams {
            application_id: ID.into(),
            job_id: ID.into(),
            interview_plan_id: ID.into(),
            interview_stage_id: ID.into(),
        })
        .await;
        for source_id in [None, Some(ID.into())] {
            self.call::<ApplicationChangeSource>(&ChangeSourceParams {
                application_id: ID.into(),
                source_id,
            })
            .await;
        }
        for (user_id, interview_event_id) in
            [(None, None), (Some(ID.into()), None), (Some(ID.into()), Some(ID.into()))]
        {
            let answer = FieldSubmission { path: "words".into(), value: json!("Calm") };
            let params = FeedbackSubmitParams {
                feedback_form: FilledForm { field_submissions: vec![answer] },
                form_definition_id: ID.into(),
                application_id: ID.into(),
                user_id,
                interview_event_id,
            };
            self.call::<ApplicationFeedbackSubmit>(&params).await;
        }
    }

    async fn candidate_writes(&self) {
        let tag = CandidateTagParams { candidate_id: ID.into(), tag_id: ID.into() };
        self.call::<CandidateAddTag>(&tag).await;
        self.call::<CandidateRemoveTag>(&tag).await;
        let project = CandidateProjectParams { candidate_id: ID.into(), project_id: ID.into() };
        self.call::<CandidateAddProject>(&project).await;
        self.call::<CandidateRemoveProject>(&project).await;
        for kind in ["text/plain", "text/html"] {
            self.call::<CandidateCreateNote>(&CreateNoteParams {
                candidate_id: ID.into(),
                note: NoteText { r#type: kind, value: "Called".into() },
                send_notifications: false,
                is_private: false,
                created_at: "2026-11-27T01:00:00.000Z".into(),
            })
            .await;
        }
        let handle = "handle".to_owned();
        self.call::<CandidateUploadFile>(&UploadFileParams {
            candidate_id: ID.into(),
            file_handle: handle.clone(),
        })
        .await;
        self.call::<CandidateUploadResume>(&UploadResumeParams {
            candidate_id: ID.into(),
            resume_handle: handle,
        })
        .await;
        self.call::<FileCreateUploadHandle>(&UploadHandleParams {
            file_upload_context: "CandidateResume",
            filename: "cv.pdf".into(),
            content_type: "application/pdf".into(),
            content_length: 7,
        })
        .await;
        self.call::<CandidateTagCreate>(&TagCreateParams { title: "Rust".into() }).await;
        self.call::<CustomFieldCreate>(&CustomFieldCreateParams {
            field_type: "String".into(),
            object_type: "Application".into(),
            title: "Score".into(),
        })
        .await;
        let filled = FilledField { field_id: ID.into(), field_value: json!("91") };
        self.call::<CustomFieldSetValues>(&SetValuesParams {
            object_id: ID.into(),
            object_type: "Application".into(),
            values: vec![filled],
        })
        .await;
    }
}

#[tokio::test]
async fn every_request_the_client_can_send_is_one_that_ashby_takes() {
    let Some(description) = openapi::load() else { return };
    let caller = Caller::new().unwrap();
    caller.lists().await.unwrap();
    caller.calls().await;
    caller.creations().await;
    let sent = caller.recorder.sent().clone();

    let mut validators = BTreeMap::new();
    let mut faults = Vec::new();
    let mut used = BTreeSet::new();
    for (endpoint, body) in &sent {
        for (place, words) in misfits(&description, &mut validators, endpoint, body).unwrap() {
            match EXEMPT.iter().position(|(e, p, _)| e == endpoint && *p == place) {
                Some(index) => drop(used.insert(index)),
                None => faults.push(format!("{endpoint} {place}: {words} in {body}")),
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let stale: Vec<_> = (0..EXEMPT.len()).filter(|index| !used.contains(index)).map(|i| EXEMPT[i]).collect();
    assert!(stale.is_empty(), "exempted without need: {stale:?}");
    assert_eq!(sent.iter().map(|(endpoint, _)| endpoint).collect::<BTreeSet<_>>().len(), 57);
}

#[test]
fn a_body_that_ashby_would_not_take_is_found_out() {
    let Some(description) = openapi::load() else { return };
    let mut validators = BTreeMap::new();
    for (endpoint, body) in [
        ("application.changeStage", json!({"applicationId": ID})),
        ("application.changeStage", json!({"applicationId": "short", "interviewStageId": ID})),
        ("candidate.list", json!({"createdAfter": "2026-01-01T00:00:00Z"})),
        ("job.list", json!({"status": ["Opened"]})),
        ("job.list", json!({"states": ["Open"]})),
        ("candidate.info", json!({"candidateId": ID})),
    ] {
        assert!(
            !misfits(&description, &mut validators, endpoint, &body).unwrap().is_empty(),
            "{endpoint} {body}"
        );
    }
}
