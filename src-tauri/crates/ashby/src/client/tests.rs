use serde_json::json;

use super::*;
use crate::{
    endpoint::*,
    fake::{self, KEY, TestClock, client, config, http, with_header},
    model::{ApplicationId, StageId},
};

const EMPTY: &str = r#"{"success":true,"results":[],"moreDataAvailable":false}"#;
const DONE: &str = r#"{"success":true,"results":{"id":"a1"}}"#;

fn lost() -> Result<HttpReply, TransportError> {
    Err(TransportError::Lost("reset".into()))
}

fn not_sent() -> Result<HttpReply, TransportError> {
    Err(TransportError::NotSent("refused".into()))
}

fn limited() -> Result<HttpReply, TransportError> {
    Ok(http(429, ""))
}

/// A create-like endpoint; there is none yet among the real ones.
struct CreateNote;

impl Endpoint for CreateNote {
    const NAME: &'static str = "candidate.createNote";
    const CLASS: Class = Class::CreateLike;
    const PERMISSION: &'static str = "candidatesWrite";
    type Params = NoParams;
    type Results = serde_json::Value;
}

fn move_to_stage() -> ChangeStageParams {
    ChangeStageParams {
        application_id: ApplicationId::from("a1"),
        interview_stage_id: StageId::from("s1"),
        archive_reason_id: None,
        archive_email: None,
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_carries_the_headers_ashby_needs() {
    let (client, transport, _) = client([Ok(http(200, r#"{"success":true,"results":{}}"#))]);
    client.call::<ApiKeyGet>(Lane::Read, &NoParams {}).await.unwrap();
    let requests = transport.requests.lock().unwrap();
    let request = &requests[0];
    assert_eq!((request.method, request.url.as_str()), (Method::Post, "https://api.ashbyhq.com/apiKey.info"));
    assert_eq!(&request.body[..], b"{}");
    assert_eq!(request.timeout, READ_TIMEOUT);
    let authorization = format!("Basic {}", BASE64_STANDARD.encode(format!("{KEY}:")));
    let version = concat!("samara/", env!("CARGO_PKG_VERSION"));
    let expected = [
        ("Authorization", authorization.as_str()),
        ("Content-Type", "application/json"),
        ("Accept", "application/json; version=1"),
        ("Ashby-Version", "2026-01-01"),
        ("User-Agent", version),
    ];
    assert_eq!(request.headers.iter().map(|(n, v)| (*n, v.as_str())).collect::<Vec<_>>(), expected);
}

fn tagged() -> CandidateTagParams {
    CandidateTagParams { candidate_id: "c".into(), tag_id: "t".into() }
}

/// In whose name each call was made.
fn names(transport: &fake::FakeTransport) -> Vec<Option<String>> {
    let requests = transport.requests.lock().unwrap();
    let named = |request: &HttpRequest| {
        request.headers.iter().find(|(name, _)| *name == "X-On-Behalf-Of").map(|(_, user)| user.clone())
    };
    requests.iter().map(named).collect()
}

#[tokio::test(start_paused = true)]
async fn writes_are_made_in_the_name_of_a_user_and_reads_are_the_keys_own() {
    let person = r#"{"success":true,"results":{"id":"c"}}"#;
    let (client, transport, _) = client([Ok(http(200, person)), Ok(http(200, person))]);
    client.act_as(Some("u1".into()));
    client.call::<CandidateAddTag>(Lane::Write, &tagged()).await.unwrap();
    client.call::<CandidateGet>(Lane::Read, &CandidateInfoParams { id: "c".into() }).await.unwrap();
    assert_eq!(names(&transport), [Some("u1".to_owned()), None]);
    assert!(!client.acting_refused());
}

#[tokio::test(start_paused = true)]
async fn a_key_that_may_not_act_for_a_user_writes_in_its_own_name_from_then_on() {
    let person = r#"{"success":true,"results":{"id":"c"}}"#;
    let forbidden = r#"{"success":false,"errorInfo":{"code":"missing_endpoint_permission"}}"#;
    let (client, transport, _) =
        client([Ok(http(403, forbidden)), Ok(http(200, person)), Ok(http(200, person))]);
    client.act_as(Some("u1".into()));
    for _ in 0..2 {
        client.call_once::<CandidateAddTag>(Lane::Write, &tagged()).await.unwrap();
    }
    assert_eq!(names(&transport), [Some("u1".to_owned()), None, None]);
    assert!(client.acting_refused());
    client.act_as(Some("u2".into()));
    assert!(!client.acting_refused(), "another user is another question");
}

#[tokio::test(start_paused = true)]
async fn a_permission_the_key_lacks_is_not_blamed_on_the_user() {
    let forbidden = r#"{"success":false,"errorInfo":{"code":"missing_endpoint_permission"}}"#;
    let (client, transport, _) = client([Ok(http(403, forbidden)), Ok(http(403, forbidden))]);
    client.act_as(Some("u1".into()));
    let error = client.call_once::<CandidateAddTag>(Lane::Write, &tagged()).await.unwrap_err();
    assert!(matches!(error, Error::Forbidden { permission_missing: true, .. }));
    assert_eq!((transport.sent(), client.acting_refused()), (2, false));
}

#[tokio::test(start_paused = true)]
async fn a_read_is_asked_again_after_every_passing_trouble() {
    let troubles = [
        lost(),
        not_sent(),
        Err(TransportError::TimedOut),
        limited(),
        Ok(http(503, "")),
        Ok(http(200, r#"{"success":tr"#)),
    ];
    for trouble in troubles {
        let (client, transport, _) = client([trouble, Ok(http(200, EMPTY))]);
        client.page::<UserList>(Lane::Pull, &UserListParams::default(), None, None).await.unwrap();
        assert_eq!(transport.sent(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn what_will_not_pass_is_not_asked_again() {
    for body in [r#"{"success":false,"errorInfo":{"code":"sync_token_expired"}}"#] {
        let (client, transport, _) = client([Ok(http(200, body))]);
        let error =
            client.page::<UserList>(Lane::Pull, &UserListParams::default(), None, None).await.unwrap_err();
        assert!(error.recovery());
        assert_eq!(transport.sent(), 1);
    }
    let (client, transport, _) = client([Ok(http(401, ""))]);
    assert_eq!(client.call::<ApiKeyGet>(Lane::Read, &NoParams {}).await.unwrap_err(), Error::Unauthorized);
    assert_eq!(transport.sent(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_read_is_given_up_after_five_attempts_with_growing_waits() {
    let (client, transport, clock) = client((0..5).map(|_| lost()));
    let error =
        client.page::<UserList>(Lane::Pull, &UserListParams::default(), None, None).await.unwrap_err();
    assert!(matches!(error, Error::Lost { .. }));
    assert_eq!(transport.sent(), 5);
    assert_eq!(clock.elapsed().as_millis(), 500 + 1_000 + 2_000 + 4_000);
}

#[tokio::test(start_paused = true)]
async fn a_read_is_given_up_when_a_minute_would_not_be_enough() {
    let slow = || Ok(with_header(http(429, ""), "Retry-After", "25"));
    let (client, transport, clock) = client([slow(), slow(), slow(), slow()]);
    let error =
        client.page::<UserList>(Lane::Pull, &UserListParams::default(), None, None).await.unwrap_err();
    assert!(matches!(error, Error::RateLimited { .. }));
    assert_eq!(transport.sent(), 3);
    assert!(clock.elapsed() <= Duration::from_secs(60));
}

#[tokio::test(start_paused = true)]
async fn nobody_waits_for_a_pause_longer_than_a_minute() {
    let (client, transport, clock) = client([Ok(with_header(http(429, ""), "Retry-After", "600"))]);
    let long = Error::RateLimited { retry_after: Some(Duration::from_secs(600)), partner_wide: false };
    for _ in 0..2 {
        let error = client.call::<ApplicationChangeStage>(Lane::Write, &move_to_stage()).await.unwrap_err();
        assert_eq!(error, long);
    }
    assert_eq!((transport.sent(), clock.elapsed()), (1, Duration::ZERO));
}

#[tokio::test(start_paused = true)]
async fn a_move_is_repeated_freely_because_twice_is_once() {
    let (client, transport, _) = client([lost(), Ok(http(500, "")), Ok(http(200, DONE))]);
    client.call::<ApplicationChangeStage>(Lane::Write, &move_to_stage()).await.unwrap();
    assert_eq!(transport.sent(), 3);
    assert_eq!(transport.body(2), json!({"applicationId": "a1", "interviewStageId": "s1"}));
    assert_eq!(transport.requests.lock().unwrap()[0].timeout, WRITE_TIMEOUT);
}

#[tokio::test(start_paused = true)]
async fn a_creation_is_never_repeated_when_it_may_have_happened() {
    let open =
        [lost(), Err(TransportError::TimedOut), Ok(http(500, "")), Ok(http(200, "{")), Ok(http(502, "x"))];
    for trouble in open {
        let (client, transport, _) = client([trouble]);
        let error = client.call::<CreateNote>(Lane::Write, &NoParams {}).await.unwrap_err();
        assert!(error.outcome_unknown());
        assert_eq!(transport.sent(), 1);
    }
    let (client, transport, _) = client([not_sent(), limited(), Ok(http(200, DONE))]);
    client.call::<CreateNote>(Lane::Write, &NoParams {}).await.unwrap();
    assert_eq!(transport.sent(), 3);
}

#[tokio::test(start_paused = true)]
async fn once_is_once() {
    for trouble in [lost(), not_sent(), limited(), Ok(http(500, ""))] {
        let (client, transport, _) = client([trouble]);
        client.call_once::<ApplicationChangeStage>(Lane::Write, &move_to_stage()).await.unwrap_err();
        assert_eq!(transport.sent(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn token_and_cursor_go_with_the_same_parameters_on_every_page() {
    let first = r#"{"success":true,"results":[{"id":"1"}],"moreDataAvailable":true,"nextCursor":"p2"}"#;
    let last = r#"{"success":true,"results":[{"id":"2"}],"moreDataAvailable":false,"syncToken":"t2"}"#;
    let (client, transport, _) = client([Ok(http(200, first)), Ok(http(200, last))]);
    let token = SyncToken::from("t1");
    let params = UserListParams::default();
    let page = client.page::<UserList>(Lane::Pull, &params, None, Some(&token)).await.unwrap();
    let page = client.page::<UserList>(Lane::Pull, &params, page.next.as_ref(), Some(&token)).await.unwrap();
    assert_eq!(page.token, Some("t2".into()));
    assert_eq!(transport.body(0), json!({"includeDeactivated": true, "limit": 100, "syncToken": "t1"}));
    assert_eq!(
        transport.body(1),
        json!({"includeDeactivated": true, "limit": 100, "syncToken": "t1", "cursor": "p2"})
    );
}

#[tokio::test(start_paused = true)]
async fn a_listing_that_runs_in_a_circle_stops() {
    let circle = r#"{"success":true,"results":[],"moreDataAvailable":true,"nextCursor":"p2"}"#;
    let (client, transport, _) = client([Ok(http(200, circle))]);
    let cursor = Cursor::from("p2");
    let error = client
        .page::<UserList>(Lane::Pull, &UserListParams::default(), Some(&cursor), None)
        .await
        .unwrap_err();
    assert_eq!((error, transport.sent()), (Error::StuckCursor, 1));
}

#[tokio::test(start_paused = true)]
async fn endpoints_without_pages_and_tokens_are_asked_without() {
    let (client, transport, _) = client([Ok(http(200, EMPTY)), Ok(http(200, EMPTY))]);
    let token = SyncToken::from("t");
    client.page::<SourceList>(Lane::Pull, &ArchivedParams::default(), None, Some(&token)).await.unwrap();
    assert_eq!(transport.body(0), json!({"includeArchived": true}));
    let params = ApplicationHistoryParams { application_id: "a1".into() };
    client.page::<ApplicationHistory>(Lane::Read, &params, None, Some(&token)).await.unwrap();
    assert_eq!(transport.body(1), json!({"applicationId": "a1", "limit": 100}));
}

#[tokio::test(start_paused = true)]
async fn a_mirror_asks_for_everything() {
    let (client, transport, _) = client((0..4).map(|_| Ok(http(200, EMPTY))));
    client.page::<JobList>(Lane::Pull, &JobListParams::default(), None, None).await.unwrap();
    client.page::<CandidateList>(Lane::Pull, &CandidateListParams::default(), None, None).await.unwrap();
    client
        .page::<HiringTeamRoleList>(Lane::Pull, &HiringTeamRoleListParams::default(), None, None)
        .await
        .unwrap();
    let params = JobListParams::default().without_compensation();
    client.page::<JobList>(Lane::Pull, &params, None, None).await.unwrap();
    assert_eq!(
        transport.body(0),
        json!({"status": ["Draft", "Open", "Closed", "Archived"], "includeUnpublishedJobPostingsIds": true,
            "expand": ["location", "openings", "compensation"], "limit": 100})
    );
    assert_eq!(transport.body(1), json!({"limit": 100}));
    assert_eq!(transport.body(2), json!({"namesOnly": false}));
    assert_eq!(transport.body(3)["expand"], json!(["location", "openings"]));
}

#[tokio::test(start_paused = true)]
async fn a_refusal_to_go_on_slows_all_calls_down() {
    let (client, _, _) = client([limited(), Ok(http(200, EMPTY))]);
    client.page::<UserList>(Lane::Pull, &UserListParams::default(), None, None).await.unwrap();
    let snapshot = client.limiter().snapshot();
    assert_eq!((snapshot.window, snapshot.in_flight), (4, 0));
}

#[tokio::test(start_paused = true)]
async fn a_file_is_fetched_without_the_key() {
    let (client, transport, _) =
        client([lost(), Ok(http(200, "%PDF")), Ok(http(200, "%PDF")), Ok(http(403, "old"))]);
    let url = "https://files.example/1?signature=s3cret";
    assert_eq!(&client.download(url, 10).await.unwrap()[..], b"%PDF");
    assert_eq!(client.download(url, 3).await.unwrap_err(), Error::TooLarge { limit: 3 });
    assert_eq!(client.download(url, 3).await.unwrap_err(), Error::Unexpected { status: 403 });
    let requests = transport.requests.lock().unwrap();
    assert_eq!(requests[0].headers.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["User-Agent"]);
    assert_eq!(requests[0].method, Method::Get);
    assert!(!format!("{:?}", requests[0]).contains("s3cret"));
}

#[tokio::test(start_paused = true)]
async fn a_file_is_fetched_from_nowhere_odd() {
    let (client, transport, _) = client([]);
    for url in ["http://files.example/1", "file:///etc/passwd", "http://127.0.0.1/x"] {
        assert!(matches!(client.download(url, 10).await.unwrap_err(), Error::NotSent { .. }), "{url}");
    }
    assert_eq!(transport.sent(), 0);
}

#[tokio::test(start_paused = true)]
async fn nothing_that_can_be_printed_shows_key_or_body() {
    let (client, transport, _) =
        client([Ok(http(200, r#"{"success":true,"results":"Jane Doe"}"#)), lost(), lost()]);
    let error = client.call_once::<ApplicationChangeStage>(Lane::Write, &move_to_stage()).await.unwrap_err();
    let encoded = BASE64_STANDARD.encode(format!("{KEY}:"));
    let printed = [
        format!("{:?}", config(TestClock::new())),
        format!("{client:?}"),
        format!("{:?}", transport.requests.lock().unwrap()),
        format!("{:?}", http(200, "Jane Doe")),
        format!("{error:?} {error}"),
    ];
    for text in printed {
        for secret in [KEY, encoded.as_str(), "Jane", "applicationId"] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
    }
}
