use serde_json::json;

use super::*;

#[test]
fn an_application_is_mapped_field_by_field() {
    let organisation = Organisation::read();
    let rows = organisation.application(0);
    let mut shown = shown(&rows.application);
    shown["screening_question_answers"] = Json::Null;
    let id = |table: &str, number| Id::of(&connection(), table, &remote(number)).to_string();
    assert_eq!(
        shown,
        json!({
            "outcome": "PENDING", "rejection_reason_name": null, "rejected_at": null,
            "current_stage_id": id("ats_application_stages", 62), "job_id": id("ats_jobs", 100),
            "candidate_id": id("ats_candidates", 400), "screening_question_answers": null,
            "remote_url": "https://app.ashbyhq.com/candidate/x",
            "remote_created_at": "2026-02-01T00:00:00.000Z", "remote_updated_at": "2026-02-03T00:00:00.000Z",
        })
    );
    let private = &rows.application.model.private;
    assert_eq!(private.stage_type.as_deref(), Some("Active"));
    assert_eq!(private.plan_remote_id, Some(remote(50)));
    assert_eq!(private.candidate_name.as_deref(), Some("Łucja  van der Berg"));
    assert_eq!(private.source.as_deref(), Some("Referral"));
    assert_eq!(private.credited_to.as_deref(), Some("Cy Tree"));
    assert_eq!(private.entered_stage_at.as_ref().map(Timestamp::as_str), Some("2026-02-02T00:00:00.000Z"));
    assert_eq!(rows.application.custom_fields, json!({ "rank": "r1" }));
    assert_eq!(rows.stage.unwrap().id.to_string(), id("ats_application_stages", 62));
}

#[test]
fn every_status_has_its_outcome_and_an_unknown_one_none() {
    let organisation = Organisation::read();
    for (index, outcome, live) in [
        (0, Some("PENDING"), Some(true)),
        (1, Some("PENDING"), Some(true)),
        (2, Some("HIRED"), Some(false)),
        (3, Some("DECLINED"), Some(false)),
        (4, None, Some(false)),
    ] {
        let application = organisation.application(index).application.model;
        assert_eq!(application.outcome.map(Outcome::as_str), outcome);
        assert_eq!(application.private.is_live, live);
        assert_eq!(application.screening_question_answers.is_some(), index == 0);
    }
    assert_eq!(organisation.application(4).application.model.private.status.as_deref(), Some("Frozen"));
    let bare = application(&connection(), &ashby::Application::default(), &ApplicationContext::default());
    assert_eq!(bare.application.model.private.is_live, None);
}

#[test]
fn a_reason_holds_only_while_the_application_is_archived() {
    let organisation = Organisation::read();
    let archived = organisation.application(3).application.model;
    assert_eq!(archived.rejection_reason_name.as_deref(), Some("Lacking skills"));
    assert_eq!(archived.rejected_at.as_ref().map(Timestamp::as_str), Some("2026-03-01T00:00:00.000Z"));
    assert_eq!(archived.private.archive_reason_type.as_deref(), Some("RejectedByOrg"));
    let mut record = organisation.list::<ashby::Application>("/application.list").remove(3);
    record.status = Some("Active".to_owned());
    let reopened = application(&connection(), &record, &ApplicationContext::default()).application.model;
    assert_eq!((reopened.rejection_reason_name, reopened.rejected_at), (None, None));
}

#[test]
fn rejection_reasons_keep_their_type() {
    let records: Vec<ashby::ArchiveReason> = Organisation::read().list("/archiveReason.list");
    let rows: Vec<_> = records.iter().map(|record| rejection_reason(&connection(), record)).collect();
    let types: Vec<_> = rows.iter().map(|row| row.model.private.reason_type.as_deref().unwrap()).collect();
    assert_eq!(types, ["RejectedByOrg", "RejectedByCandidate", "Other"]);
    assert_eq!(rows[2].model.private.is_archived, Some(true));
}

#[test]
fn answers_have_the_shape_of_their_question() {
    let rows = Organisation::read().application(0);
    let answers = serde_json::to_value(rows.application.model.screening_question_answers).unwrap();
    let shown: Vec<Json> = answers
        .as_array()
        .unwrap()
        .iter()
        .map(|a| json!([a["question"]["remote_id"], a["question"]["type"], a["answer"]]))
        .collect();
    assert_eq!(
        Json::from(shown),
        json!([
            ["q-why", "TEXT", { "content": "Because." }],
            ["q-rich", "TEXT", { "content": "Rich text" }],
            ["q-site", "TEXT", { "content": "https://lucja.example" }],
            ["q-years", "NUMBER", { "number": 7 }],
            ["q-score", "NUMBER", { "number": 3 }],
            ["q-permit", "BOOLEAN", { "checked": true }],
            ["q-start", "DATE", { "date": "2026-04-01T00:00:00.000Z" }],
            ["q-size", "SINGLE_SELECT", { "choice": "Large" }],
            ["q-langs", "MULTI_SELECT", { "choices": ["German", "xx"] }],
            ["q-edu", "UNKNOWN", { "raw": [{ "school": "TU" }] }],
        ])
    );
    assert_eq!(answers[0]["question"]["title"], "Why?");
}

#[test]
fn a_form_that_was_asked_for_and_is_empty_is_known() {
    let record = &Organisation::read().list::<ashby::Application>("/application.list")[1];
    let asked = ApplicationContext { form: Some(&[]), candidate_url: None };
    let known = application(&connection(), record, &asked).application.model;
    assert_eq!(known.screening_question_answers, Some(Vec::new()));
}

#[test]
fn an_empty_answer_is_null_in_its_shape() {
    let mut form = Organisation::read().list::<ashby::Application>("/application.list").remove(0);
    let submission = &mut form.application_form_submissions[0];
    for value in submission.submitted_values.as_mut().unwrap().values_mut() {
        *value = Json::Null;
    }
    let answers = serde_json::to_value(answers(&form.application_form_submissions)).unwrap();
    let shapes: Vec<Json> = answers.as_array().unwrap().iter().map(|a| a["answer"].clone()).collect();
    let (text, number) = (json!({ "content": null }), json!({ "number": null }));
    assert_eq!(shapes[..5], [text.clone(), text.clone(), text, number.clone(), number]);
    assert_eq!(
        shapes[5..8],
        [json!({ "checked": null }), json!({ "date": null }), json!({ "choice": null })]
    );
    assert_eq!(shapes[8..], [json!({ "choices": [] }), json!({ "raw": null })]);
}

#[test]
fn the_stay_that_lasts_tells_when_the_stage_was_entered() {
    let stay = |stage: &str, entered: &str, left: Option<&str>| ashby::HistoryItem {
        stage_id: Some(stage.into()),
        entered_stage_at: Some(entered.to_owned()),
        left_stage_at: left.map(str::to_owned),
        ..ashby::HistoryItem::default()
    };
    let history = [
        stay("onsite", "2026-01-03", None),
        stay("screen", "2026-01-01", Some("2026-01-02")),
        stay("onsite", "2026-01-02", Some("2026-01-03")),
        stay("screen", "2026-01-02", Some("2026-01-03")),
    ];
    let entered = |stage: &str| entered_stage_at(&history, &stage.into()).map(|at| at.to_string());
    assert_eq!(entered("onsite").as_deref(), Some("2026-01-03T00:00:00.000Z"));
    assert_eq!(entered("screen").as_deref(), Some("2026-01-02T00:00:00.000Z"));
    assert_eq!(entered("offer"), None);
}
