use serde_json::json;

use super::*;

fn stripped(endpoint: &str, mut payload: Json) -> (bool, Json) {
    let any = strip_sensitive(endpoint, &mut payload);
    (any, payload)
}

#[test]
fn no_answer_of_the_fixture_reaches_a_row_or_a_payload() {
    let organisation = Organisation::read();
    let mapped = organisation.application(0).application;
    assert!(!serde_json::to_string(&mapped.model).unwrap().contains("EEO-SECRET"));
    let payload = organisation.0["/application.list"][0].clone();
    assert!(payload.to_string().contains("EEO-SECRET-ANSWER") && may_be_sensitive(&payload.to_string()));
    let (any, kept) = stripped("/application.info", payload);
    assert!(any);
    assert!(!kept.to_string().contains("EEO-SECRET-ANSWER"));
    assert_eq!(kept["applicationFormSubmissions"][0]["submittedValues"]["p-why"], "Because.");
}

#[test]
fn a_payload_without_such_answers_is_not_touched() {
    let organisation = Organisation::read();
    for endpoint in ["/user.list", "/job.list", "/candidate.list", "/jobPosting.list", "/jobPosting.info"] {
        let payload = organisation.0[endpoint].clone();
        let expected = payload.clone();
        assert_eq!(stripped(endpoint, payload), (false, expected), "{endpoint}");
    }
    assert!(!may_be_sensitive(&organisation.0["/candidate.list"].to_string()));
}

#[test]
fn answers_keyed_by_the_id_of_the_field_go_too() {
    let field = json!({ "id": "f1", "path": "_systemfield_eeoc_race", "type": "ValueSelect" });
    let plain = json!({ "id": "f2", "path": "why" });
    let definition = json!({ "sections": [{ "fields": [{ "field": field }, { "field": plain }] }] });
    let form = json!({ "formDefinition": definition, "submittedValues": { "f1": "x", "f2": "y" } });
    let (any, kept) = stripped("/application.info", json!({ "applicationFormSubmissions": [form] }));
    assert!(any);
    assert_eq!(kept["applicationFormSubmissions"][0]["submittedValues"], json!({ "f2": "y" }));
    assert_eq!(kept["applicationFormSubmissions"][0]["formDefinition"], definition);
}

#[test]
fn submissions_as_path_and_value_go_one_by_one() {
    let submissions =
        json!([{ "path": "_systemfield_eeoc_gender", "value": "x" }, { "path": "a", "value": "y" }]);
    let (any, kept) = stripped("/applicationForm.submit", json!({ "fieldSubmissions": submissions }));
    assert!(any);
    assert_eq!(kept, json!({ "fieldSubmissions": [{ "path": "a", "value": "y" }] }));
}

#[test]
fn sensitive_surveys_go_and_others_stay() {
    let survey = |kind: &str| {
        json!({ "id": kind, "surveyType": kind, "submittedAt": "2026-01-01T00:00:00Z",
        "submittedValues": { "a": 1 } })
    };
    for kind in ["EEOC", "Diversity"] {
        assert!(may_be_sensitive(&survey(kind).to_string()));
        assert_eq!(stripped("/surveySubmission.list", survey(kind)), (true, Json::Null));
        let (any, kept) =
            stripped("/webhook", json!({ "data": { "surveySubmission": survey(kind) }, "x": 1 }));
        assert_eq!((any, kept), (true, json!({ "data": {}, "x": 1 })));
        let (any, kept) = stripped("/x", json!([survey(kind), survey("Questionnaire")]));
        assert_eq!((any, kept), (true, json!([survey("Questionnaire")])));
        let form = json!({ "id": "s", "surveyType": kind, "formDefinition": { "sections": [] } });
        let definition = json!({ "surveyFormDefinitions": [form] });
        assert_eq!(stripped("/jobPosting.info", definition.clone()), (false, definition));
    }
    assert_eq!(stripped("/surveySubmission.list", survey("Questionnaire")).1, survey("Questionnaire"));
}

#[test]
fn an_escaped_letter_hides_nothing() {
    let text = r#"{"submittedValues":{"\u005fsystemfield_eeoc_gender":"x"}}"#;
    assert!(may_be_sensitive(text));
    assert_eq!(stripped("/x", serde_json::from_str(text).unwrap()), (true, json!({ "submittedValues": {} })));
    assert!(!may_be_sensitive(r#"{"name":"Ren\u00e9","line":"a\u000ab"}"#));
}
