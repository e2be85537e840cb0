use std::collections::HashMap;

use proptest::prelude::*;
use serde_json::json;

use super::*;

fn field(id: &str, kind: &str) -> Json {
    json!({ "isRequired": false, "field": { "id": id, "type": kind, "path": format!("p-{id}"), "title": id,
        "selectableValues": [{ "label": "Large", "value": "l" }] } })
}

fn form(fields: &[Json]) -> Json {
    json!({ "sections": [{ "title": "A section is no question", "fields": fields }] })
}

fn posting_with(id: &str, published: &str, form: &Json, surveys: &Json) -> PostingRecord {
    let info = json!({ "id": id, "jobId": "j", "applicationFormDefinition": form, "surveyFormDefinitions": surveys });
    let item = json!({ "id": id, "jobId": "j", "isListed": true, "publishedDate": published });
    PostingRecord::listed(parse(&item), Some(parse(&info)))
}

fn asked(postings: &[PostingRecord]) -> QuestionRows {
    job_questions(&connection(), &"j".into(), postings, &HashMap::new())
}

fn titles(rows: &QuestionRows) -> Vec<&str> {
    rows.questions.iter().map(|row| row.model.title.as_deref().unwrap()).collect()
}

#[test]
fn every_type_of_field_has_its_format() {
    let formats = [
        ("String", json!({ "type": "TEXT", "display_type": "SINGLE_LINE", "max_length": null })),
        ("Phone", json!({ "type": "TEXT", "display_type": "SINGLE_LINE", "max_length": null })),
        ("Email", json!({ "type": "TEXT", "display_type": "EMAIL", "max_length": null })),
        ("Url", json!({ "type": "TEXT", "display_type": "URL", "max_length": null })),
        ("SocialLink", json!({ "type": "TEXT", "display_type": "URL", "max_length": null })),
        ("LongText", json!({ "type": "TEXT", "display_type": "MULTI_LINE", "max_length": null })),
        ("RichText", json!({ "type": "TEXT", "display_type": "MULTI_LINE", "max_length": null })),
        ("Number", json!({ "type": "NUMBER", "display_type": "FIELD", "min": null, "max": null })),
        ("Score", json!({ "type": "NUMBER", "display_type": "SLIDER", "min": 1, "max": 4 })),
        ("Boolean", json!({ "type": "BOOLEAN" })),
        ("Date", json!({ "type": "DATE" })),
        ("File", json!({ "type": "FILE", "accepted_mime_types": null, "max_file_size_bytes": null })),
    ];
    for (kind, wanted) in formats {
        let rows = asked(&[posting_with("a", "2026-01-01", &form(&[field("q", kind)]), &json!([]))]);
        assert_eq!(rows.questions[0].model.format, Some(wanted), "{kind}");
        assert_eq!(rows.questions[0].model.private.field_type.as_deref(), Some(kind));
    }
    for (kind, wanted) in [("ValueSelect", "SINGLE_SELECT"), ("MultiValueSelect", "MULTI_SELECT")] {
        let rows = asked(&[posting_with("a", "2026-01-01", &form(&[field("q", kind)]), &json!([]))]);
        let format = rows.questions[0].model.format.clone().unwrap();
        assert_eq!(format["type"], wanted);
        assert_eq!(
            (&format["options"][0]["remote_id"], &format["options"][0]["name"]),
            (&json!("l"), &json!("Large"))
        );
        assert!(Id::parse(format["options"][0]["id"].as_str().unwrap()).is_some());
    }
    for kind in ["Location", "EducationHistory", "Currency", "Invented"] {
        let rows = asked(&[posting_with("a", "2026-01-01", &form(&[field("q", kind)]), &json!([]))]);
        let format = rows.questions[0].model.format.clone().unwrap();
        assert_eq!((&format["type"], &format["raw_question"]["type"]), (&json!("UNKNOWN"), &json!(kind)));
    }
}

#[test]
fn the_candidates_own_data_is_no_question() {
    let own = ["name", "email", "phone", "resume", "location"].map(|name| {
        json!({ "isRequired": true, "field": { "id": name, "type": "String", "path": format!("_systemfield_{name}") } })
    });
    let other = json!({ "field": { "id": "other", "type": "String", "path": "_systemfield_referral", "title": "Who?" } });
    let mut fields = own.to_vec();
    fields.push(other);
    let rows = asked(&[posting_with("a", "2026-01-01", &form(&fields), &json!([]))]);
    assert_eq!(titles(&rows), ["Who?"]);
    assert_eq!(rows.joins[0].model.required, Some(true), "Ashby's default");
}

#[test]
fn surveys_come_last_and_say_what_they_are_asked_for() {
    let survey = |id: &str, kind: &str| json!({ "id": id, "surveyType": kind, "formDefinition": form(&[field("q", "String")]) });
    let surveys = json!([
        survey("s1", "EEOC"),
        survey("s2", "Diversity"),
        survey("s3", "Questionnaire"),
        survey("s4", "CandidateDataConsent"),
        survey("s5", "CandidateExperience"),
    ]);
    let eeoc =
        json!({ "field": { "id": "e", "type": "String", "path": "_systemfield_eeoc_gender", "title": "e" } });
    let rows = asked(&[posting_with("a", "2026-01-01", &form(&[eeoc, field("q", "String")]), &surveys)]);
    let shown: Vec<_> = rows
        .questions
        .iter()
        .map(|row| {
            let private = &row.model.private;
            let category = row.model.category.map(QuestionCategory::as_str);
            (category, private.form_kind.unwrap().as_str(), private.survey_type.as_deref())
        })
        .collect();
    assert_eq!(
        shown,
        [
            (Some("EEO"), "application", None),
            (None, "application", None),
            (Some("EEO"), "survey", Some("EEOC")),
            (Some("DEMOGRAPHIC"), "survey", Some("Diversity")),
            (None, "survey", Some("Questionnaire")),
            (None, "survey", Some("CandidateDataConsent")),
        ]
    );
    let key = Id::of(&connection(), "ats_screening_questions", "survey:s2:q");
    assert_eq!((&rows.questions[3].id, rows.questions[3].remote_id.as_deref()), (&key, Some("q")));
    assert_eq!(
        rows.joins.iter().map(|join| join.model.index.unwrap()).collect::<Vec<_>>(),
        [0, 1, 2, 3, 4, 5]
    );
}

#[test]
fn the_primary_posting_asks_first_and_the_others_add() {
    let required = |id: &str| {
        let mut field = field(id, "String");
        field["isRequired"] = true.into();
        field
    };
    let later = posting_with("a", "2026-02-01", &form(&[required("q1"), required("q3")]), &json!([]));
    let primary =
        posting_with("b", "2026-01-01", &form(&[field("q2", "String"), field("q1", "String")]), &json!([]));
    let rows = asked(&[later, primary]);
    assert_eq!(titles(&rows), ["q2", "q1", "q3"]);
    assert_eq!(
        rows.joins.iter().map(|join| join.model.required).collect::<Vec<_>>(),
        [false, false, true].map(Some)
    );
    assert_eq!(rows.joins[1].model.private.posting_remote_ids, ["b", "a"]);
    assert!(rows.joins.iter().all(|join| join.model.precondition_question_id.is_none()));
}

#[test]
fn a_survey_that_a_posting_only_names_is_taken_from_the_list() {
    let known: ashby::SurveyForm = parse(
        &json!({ "id": "s1", "surveyType": "Questionnaire", "formDefinition": form(&[field("q", "Date")]) }),
    );
    let posting =
        posting_with("a", "2026-01-01", &form(&[]), &json!([{ "id": "s1", "surveyType": "Questionnaire" }]));
    let rows =
        job_questions(&connection(), &"j".into(), &[posting], &HashMap::from([(known.id.clone(), known)]));
    assert_eq!(rows.questions.len(), 1);
}

proptest! {
    #[test]
    fn questions_are_numbered_without_gaps_and_each_once(fields in prop::collection::vec("[a-e]{1,2}", 0..12), second in prop::collection::vec("[a-e]{1,2}", 0..12)) {
        let of = |ids: &[String]| form(&ids.iter().map(|id| field(id, "String")).collect::<Vec<_>>());
        let postings = [
            posting_with("a", "2026-01-01", &of(&fields), &json!([])),
            posting_with("b", "2026-02-01", &of(&second), &json!([])),
        ];
        let rows = asked(&postings);
        let numbers: Vec<i64> = rows.joins.iter().map(|join| join.model.index.unwrap()).collect();
        prop_assert_eq!(&numbers, &(0..i64::try_from(numbers.len()).unwrap()).collect::<Vec<_>>());
        let ids: std::collections::HashSet<_> = rows.joins.iter().map(|join| join.id.clone()).collect();
        prop_assert_eq!(ids.len(), rows.joins.len());
        prop_assert_eq!(asked(&postings), rows);
    }
}
