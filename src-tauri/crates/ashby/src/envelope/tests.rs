use serde_json::json;

use super::*;
use crate::fake::{http, with_header};
use crate::model::{ApiKeyInfo, Tag};

fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH
}

fn error(status: u16, body: &str) -> Error {
    reply::<ApiKeyInfo>(&http(status, body), now()).map(|_| ()).unwrap_err()
}

fn tags(body: &str) -> Result<Page<Tag>, Error> {
    page(&http(200, body), now(), None)
}

fn refused(code: &str, message: Option<&str>, request_id: Option<&str>) -> Error {
    Error::Refused {
        code: code.into(),
        message: message.map(Into::into),
        request_id: request_id.map(Into::into),
    }
}

#[test]
fn a_success_gives_results_raw_text_and_warnings() {
    let body = r#"{"success":true,"results":{"title":"K","scopes":["jobs:read"],"new":1},"warnings":["w"]}"#;
    let reply = reply::<ApiKeyInfo>(&http(200, body), now()).unwrap();
    assert_eq!(reply.results.scopes, ["jobs:read"]);
    assert_eq!(reply.raw.get(), r#"{"title":"K","scopes":["jobs:read"],"new":1}"#);
    assert_eq!(reply.warnings, ["w"]);
}

#[test]
fn a_failure_is_a_failure_whatever_the_status() {
    let body = json!({"success": false, "errors": ["old_code"], "errorInfo": {
        "code": "application_not_found", "message": "Application not found", "requestId": "01J", "meta": {}}})
    .to_string();
    for status in [200, 400, 404, 409, 422] {
        assert_eq!(
            error(status, &body),
            refused("application_not_found", Some("Application not found"), Some("01J"))
        );
    }
}

#[test]
fn every_shape_of_errors_is_understood() {
    for (body, expected) in [
        (json!({"success": false, "errors": ["invalid_input"]}), refused("invalid_input", None, None)),
        (json!({"success": false, "errors": "invalid_input"}), refused("invalid_input", None, None)),
        (
            json!({"success": false, "errors": ["Something is off."]}),
            refused("unknown_error", Some("Something is off."), None),
        ),
        (
            json!({"success": false, "errors": [{"code": "invalid_input", "message": "no", "parameter": "id"}]}),
            refused("invalid_input", Some("no"), None),
        ),
        (
            json!({"success": false, "errorInfo": {"code": "invalid_input"}}),
            refused("invalid_input", None, None),
        ),
        (
            json!({"success": false, "errors": null, "errorInfo": {"code": "x", "message": null, "requestId": 7}}),
            refused("x", None, None),
        ),
        (json!({"success": false, "errorInfo": "odd"}), refused("unknown_error", None, None)),
        (json!({"success": false, "results": {"odd": 1}}), refused("unknown_error", None, None)),
    ] {
        assert_eq!(error(200, &body.to_string()), expected, "{body}");
        assert_eq!(tags(&body.to_string()).unwrap_err(), expected, "{body}");
    }
}

#[test]
fn wrong_and_weak_keys_are_told_apart() {
    assert_eq!(error(401, "You are not signed in"), Error::Unauthorized);
    assert_eq!(error(403, "<html>no</html>"), Error::Forbidden { permission_missing: false, message: None });
    let body =
        r#"{"success":false,"errorInfo":{"code":"missing_endpoint_permission","message":"candidatesRead"}}"#;
    for status in [200, 403] {
        assert_eq!(
            error(status, body),
            Error::Forbidden { permission_missing: true, message: Some("candidatesRead".into()) }
        );
    }
}

#[test]
fn a_request_to_slow_down_says_how_long_if_ashby_does() {
    let limited = |retry_after, partner_wide| Error::RateLimited { retry_after, partner_wide };
    assert_eq!(error(429, "slow"), limited(None, false));
    let code = r#"{"success":false,"errors":["Too many."],"errorInfo":{"code":"rate_limit_exceeded"}}"#;
    assert_eq!(error(200, code), limited(None, false));
    for (value, expected) in [
        ("7", Some(Duration::from_secs(7))),
        ("Thu, 01 Jan 1970 00:01:30 GMT", Some(Duration::from_secs(90))),
        ("Wed, 31 Dec 1969 00:00:00 GMT", Some(Duration::ZERO)),
        ("soon", None),
    ] {
        let told = with_header(http(429, code), "retry-after", value);
        let told = with_header(told, "x-ratelimit-scope", "integration-partner");
        assert_eq!(reply::<ApiKeyInfo>(&told, now()).map(|_| ()).unwrap_err(), limited(expected, true));
    }
}

#[test]
fn trouble_at_ashbys_end_leaves_the_outcome_open() {
    assert_eq!(error(502, "<html>bad gateway</html>"), Error::Unavailable { status: 502 });
    let body = r#"{"success":false,"errorInfo":{"code":"generic_internal_error"}}"#;
    assert_eq!(error(500, body), Error::Unavailable { status: 500 });
    assert_eq!(error(200, body), Error::Unavailable { status: 200 });
    assert_eq!(error(500, r#"{"success":true,"results":{}}"#), Error::Unavailable { status: 500 });
}

#[test]
fn a_body_that_is_no_reply_is_never_a_success() {
    let whole = r#"{"success":true,"results":{"title":"K"},"moreDataAvailable":false}"#;
    for cut in 0..whole.len() {
        assert!(matches!(error(200, &whole[..cut]), Error::Garbled { .. }), "{cut}");
    }
    for body in ["<html></html>", "[]", "null", r#"{"results":{}}"#, r#"{"success":"yes","results":{}}"#] {
        assert!(matches!(error(200, body), Error::Garbled { .. }), "{body}");
    }
    assert_eq!(error(404, "Not Found"), Error::Unexpected { status: 404 });
    assert_eq!(error(302, ""), Error::Unexpected { status: 302 });
}

#[test]
fn a_page_without_results_is_not_an_empty_page() {
    assert!(tags(r#"{"success":true,"results":[]}"#).unwrap().records.is_empty());
    for body in
        [r#"{"success":true}"#, r#"{"success":true,"results":null}"#, r#"{"success":true,"results":{}}"#]
    {
        assert!(matches!(tags(body).unwrap_err(), Error::Garbled { .. }), "{body}");
    }
}

#[test]
fn a_bad_record_is_reported_without_its_content_and_the_others_stay() {
    let page = tags(
        r#"{"success":true,"results":[{"id":"1","title":"A","x":2},{"title":"Jane Doe"},{"id":["Jane Doe"]},"Jane Doe",{"id":"2"}]}"#,
    )
    .unwrap();
    assert_eq!(page.records.iter().map(|r| r.value.id.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!(page.records[0].raw.get(), r#"{"id":"1","title":"A","x":2}"#);
    assert_eq!(page.malformed.iter().map(|m| m.index).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(page.malformed[0].reason, "the field id is missing");
    assert!(!format!("{:?}", page.malformed).contains("Jane"));
}

#[test]
fn the_token_comes_with_the_last_page_alone() {
    let page =
        tags(r#"{"success":true,"results":[],"moreDataAvailable":true,"nextCursor":"b","syncToken":"t"}"#)
            .unwrap();
    assert_eq!((page.next, page.token), (Some("b".into()), None));
    let page =
        tags(r#"{"success":true,"results":[],"moreDataAvailable":false,"nextCursor":"b","syncToken":"t"}"#)
            .unwrap();
    assert_eq!((page.next, page.token), (None, Some("t".into())));
    for body in [
        r#"{"success":true,"results":[]}"#,
        r#"{"success":true,"results":[],"moreDataAvailable":null,"nextCursor":null,"syncToken":null}"#,
    ] {
        let page = tags(body).unwrap();
        assert_eq!((page.next, page.token, page.bytes), (None, None, body.len()));
    }
}

#[test]
fn a_listing_that_does_not_advance_is_an_error() {
    let stuck = r#"{"success":true,"results":[],"moreDataAvailable":true,"nextCursor":"b"}"#;
    assert_eq!(page::<Tag>(&http(200, stuck), now(), Some(&"b".into())).unwrap_err(), Error::StuckCursor);
    assert!(page::<Tag>(&http(200, stuck), now(), Some(&"a".into())).is_ok());
    for body in [
        r#"{"success":true,"results":[],"moreDataAvailable":true}"#,
        r#"{"success":true,"results":[],"moreDataAvailable":true,"nextCursor":""}"#,
    ] {
        assert_eq!(tags(body).unwrap_err(), Error::StuckCursor);
    }
}

#[test]
fn ashbys_words_are_cut_at_a_bearable_length() {
    let body =
        json!({"success": false, "errorInfo": {"code": "x", "message": "é".repeat(9_000)}}).to_string();
    let Error::Refused { message: Some(message), .. } = error(200, &body) else { panic!("not refused") };
    assert_eq!(message.chars().count(), LONGEST_MESSAGE);
}
