//! Forms, and surveys whose answers are nobody's to keep.

use serde_json::{Value, json};

use super::{answer, answers, input};
use crate::tests::{Office, text};

#[tokio::test(start_paused = true)]
async fn survey_answers_are_sent_once_and_kept_nowhere() {
    let office = Office::open().await;
    let (job, form) = loop_for_surveys(&office).await;
    let (mut given, mut secrets) = (Vec::new(), Vec::new());
    let surveys = form["surveys"].as_array().unwrap().iter();
    let sensitive: Vec<&Value> =
        surveys.filter(|survey| survey["kind"] == "EEOC" || survey["kind"] == "Diversity").collect();
    for question in sensitive.iter().flat_map(|survey| survey["questions"].as_array().unwrap()) {
        let Some(option) = question["format"]["options"].as_array().and_then(|all| all.last()) else {
            continue;
        };
        secrets.extend([text(option, "id"), text(option, "remote_id")]);
        let one = question["format"]["type"] == "SINGLE_SELECT";
        let answer = if one { option["id"].clone() } else { json!([option["id"]]) };
        given.push(json!({ "question_id": question["id"], "answer": answer }));
    }
    // Words that stand elsewhere, too, prove nothing.
    secrets.retain(|secret| secret.len() > 8);
    assert!(!given.is_empty() && !secrets.is_empty());
    let mut input = input(&job);
    input["screening_question_answers"] = json!(given);
    let intent = office.ask("create_application", &input).await;
    let waiting = everything(&office).await;
    office.send(120).await;
    let intent = office.intent(&intent).await;
    assert_eq!(
        (&intent["state"], office.made("surveys")),
        (&json!("done"), sensitive.len() as u64),
        "{intent}"
    );
    let kept = waiting + &everything(&office).await;
    let files = files(office.place.path());
    assert!(files.len() > 3, "the data folder has its files");
    for secret in &secrets {
        assert!(!kept.contains(secret.as_str()), "an answer is in the journal");
        let found =
            files.iter().any(|bytes| bytes.windows(secret.len()).any(|part| part == secret.as_bytes()));
        assert!(!found, "an answer is in a file");
    }
    // Ashby has them, and tells nobody.
    let report = office.control(&json!({ "op": "requests", "last": 100 })).to_string();
    assert!(secrets.iter().any(|secret| report.contains(secret.as_str())));
}

/// The content of every file below a folder.
fn files(folder: &std::path::Path) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            all.push(std::fs::read(path).unwrap());
        }
    }
    all
}

/// An open job with a survey that is not a mere questionnaire.
async fn loop_for_surveys(office: &Office) -> (String, Value) {
    for posting in office.rows("ats_job_postings").await {
        let id = text(&posting, "job_id");
        let form = office.form(&id).await;
        let surveys = form["surveys"].as_array().unwrap();
        if form["open"] == true
            && surveys.iter().any(|survey| survey["kind"] == "EEOC" || survey["kind"] == "Diversity")
        {
            return (id, form);
        }
    }
    panic!("no job has surveys")
}

/// All that the local file says of intents: input, steps, remarks, failures.
async fn everything(office: &Office) -> String {
    let workspace = office.workspace();
    let states: Vec<_> =
        ["waiting", "sending", "done", "partial", "failed", "unconfirmed", "conflict", "cancelled"]
            .into_iter()
            .map(|word| samara_store::table::intent::State::parse(word).unwrap())
            .collect();
    let intents = workspace.read(move |reading| reading.intents(&states, 0, 1000)).await.unwrap();
    let mut dump = format!("{intents:?}");
    for intent in intents {
        let journal = workspace.read(move |reading| reading.journal(&intent.id)).await.unwrap();
        dump.push_str(&format!("{journal:?}"));
    }
    dump
}

#[tokio::test(start_paused = true)]
async fn a_survey_whose_answer_was_lost_is_left_to_who_gave_it() {
    let office = Office::open().await;
    let (job, form) = loop_for_surveys(&office).await;
    let survey = &form["surveys"].as_array().unwrap()[0];
    let mut input = input(&job);
    input["screening_question_answers"] = json!(answers(&survey["questions"]));
    office.trouble("lost-reply", "surveySubmission.create");
    let intent = office.act("create_application", &input).await;
    assert_eq!((&intent["state"], office.made("surveys")), (&json!("partial"), 1), "{intent}");
    assert!(intent["warnings"].to_string().contains("cannot be read back"), "{intent}");
    office.call("retry", json!({ "intent_id": intent["id"] })).await;
    office.send(60).await;
    assert_eq!(office.made("surveys"), 1, "nothing is sent again by itself");
    let answers = json!(answers(&survey["questions"]));
    office.call("answer_surveys", json!({ "intent_id": intent["id"], "answers": answers })).await;
    office.send(60).await;
    let intent = office.intent(&text(&intent, "id")).await;
    assert_eq!((&intent["state"], office.made("surveys")), (&json!("done"), 2));
    assert_eq!(office.made("applications"), 1);
}

#[tokio::test(start_paused = true)]
async fn a_form_that_is_turned_away_makes_nothing() {
    let office = Office::open().await;
    let (_, input) = office.with_answers().await;
    office.control(&json!({ "op": "block_forms", "on": true }));
    let intent = office.act("create_application", &input).await;
    assert_eq!(intent["state"], "failed", "{intent}");
    assert_eq!(intent["failure"]["code"], "REMOTE.INPUT_INVALID");
    assert_eq!((office.made("candidates"), office.made("applications"), office.made("surveys")), (0, 0, 0));
    assert_eq!(office.listed("Quist").await.len(), 0);
}

#[tokio::test(start_paused = true)]
async fn what_no_form_asks_becomes_a_note_or_is_refused() {
    let office = Office::open().await;
    let (job, form) = office.job_with_form().await;
    let mut short = input(&job);
    let required: Vec<&Value> = form["questions"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|question| question["required"] == true)
        .collect();
    let optional = form["questions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["required"] == false && answer(it).is_some());
    let optional = optional.unwrap();
    short["screening_question_answers"] = json!([{ "question_id": optional["id"], "answer": answer(optional).unwrap() }, { "question_id": "unknown", "answer": 1 }]);
    if !required.is_empty() {
        let refused = office.try_call("create_application", short.clone()).await.unwrap_err();
        assert_eq!(refused.code.as_str(), "PLATFORM.INPUT_INVALID");
        assert!(refused.message.contains(required[0]["title"].as_str().unwrap()), "{refused}");
        office.call("set_setting", json!({ "key": "unanswered_questions", "value": "note" })).await;
        let intent = office.act("create_application", &short).await;
        assert_eq!((&intent["state"], office.made("notes")), (&json!("done"), 1), "{intent}");
        assert!(intent["warnings"].to_string().contains("does not ask that question"), "{intent}");
    }
}
