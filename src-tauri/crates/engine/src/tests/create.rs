//! Making people and applications: directly and through forms, each step failing, each answer lost, offline, and with
//! answers that are nobody's to keep.

mod form;
mod offline;
mod once;
mod refused;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::{Office, text};

const EMAIL: &str = "ada.quist@new.example";

impl Office {
    /// Unified and Ashby's id of an open job; the one with the most questions.
    async fn open_job(&self) -> (String, String) {
        let postings = self.rows("ats_job_postings").await;
        let jobs = self.rows("ats_jobs").await;
        let open = |id: &Value| jobs.iter().any(|job| job["id"] == *id && job["status"] == "OPEN");
        let mut best: Option<(usize, String)> = None;
        for posting in
            postings.iter().filter(|posting| posting["status"] == "ACTIVE" && open(&posting["job_id"]))
        {
            let id = text(posting, "job_id");
            let form = self.call("create_form", json!({ "job_id": id })).await;
            let count = form["questions"].as_array().unwrap().len();
            if best.as_ref().is_none_or(|(most, _)| count > *most) {
                best = Some((count, id));
            }
        }
        let (_, id) = best.expect("an open job with a posting");
        let remote = jobs.iter().find(|job| job["id"] == *id).map(|job| text(job, "remote_id")).unwrap();
        (id, remote)
    }

    async fn form(&self, job: &str) -> Value {
        self.call("create_form", json!({ "job_id": job })).await
    }

    /// The people in Ashby with an address, with their applications on a job.
    async fn in_ashby(&self, email: &str) -> Vec<Value> {
        let made = self.control(&json!({ "op": "made" }));
        let people = made["made"]["candidates"].as_array().unwrap().clone();
        people.into_iter().filter(|person| person["email"] == *email).collect()
    }

    /// Rows of candidates that are found by a word.
    async fn listed(&self, word: &str) -> Vec<Value> {
        let input = json!({ "query": word, "sort": "name", "desc": false, "offset": 0, "limit": 100 });
        self.call("list_candidates", input).await["rows"].as_array().unwrap().clone()
    }

    /// Cards of a job with a name.
    async fn cards(&self, job: &str, stage: &str, name: &str) -> Vec<Value> {
        let input = json!({ "job_id": job, "stage_id": stage, "offset": 0, "limit": 100 });
        let page = self.call("board_cards", input).await;
        let cards = page["rows"].as_array().unwrap().iter();
        cards.filter(|card| card["name"] == *name).cloned().collect()
    }
}

fn person(email: &str) -> Value {
    json!({
        "first_name": "Ada", "last_name": "Quist", "email_address": email, "phone_number": "+47 22 00 00 00",
        "additional_email_addresses": [{ "email_address": "ada@home.example" }],
        "location": { "country": "NO", "city": "Halden" },
        "social_links": [
            { "url": "https://linkedin.com/in/adaquist" }, { "url": "https://ada.example" },
            { "url": "https://medium.com/@ada" },
        ],
    })
}

fn pdf(name: &str, kind: &str) -> Value {
    json!({ "name": name, "type": kind, "data": BASE64_STANDARD.encode(b"%PDF-1.4\n%%EOF") })
}

fn input(job: &str) -> Value {
    json!({
        "candidate": person(EMAIL), "application": { "job_id": job },
        "attachments": [pdf("cv.pdf", "CV"), pdf("letter.pdf", "COVER_LETTER")],
    })
}

/// An answer of the right shape for a question.
fn answer(question: &Value) -> Option<Value> {
    let format = &question["format"];
    let options = || format["options"].as_array().unwrap();
    Some(match format["type"].as_str().unwrap() {
        "TEXT" => match format["display_type"].as_str().unwrap_or_default() {
            "EMAIL" => json!("reference@work.example"),
            "URL" => json!("https://code.example/ada"),
            _ => json!("Something worth reading"),
        },
        "NUMBER" => json!(3),
        "BOOLEAN" => json!(true),
        "DATE" => json!("2027-03-01T00:00:00Z"),
        "SINGLE_SELECT" => options()[0]["id"].clone(),
        "MULTI_SELECT" => json!([options()[0]["id"], options()[1]["id"]]),
        "FILE" => json!({ "name": "work.pdf", "data": BASE64_STANDARD.encode(b"%PDF-1.4\n%%EOF") }),
        _ => return None,
    })
}

fn answers(questions: &Value) -> Vec<Value> {
    let questions = questions.as_array().unwrap().iter();
    questions
        .filter_map(|question| Some(json!({ "question_id": question["id"], "answer": answer(question)? })))
        .collect()
}

/// Whether a question of the form can be answered at all from here; a job without others is looked for.
fn answerable(form: &Value) -> bool {
    form["questions"].as_array().unwrap().iter().all(|it| it["required"] == false || answer(it).is_some())
}

impl Office {
    /// An open job whose form can be filled in from here.
    async fn job_with_form(&self) -> (String, Value) {
        for posting in self.rows("ats_job_postings").await {
            let id = text(&posting, "job_id");
            let form = self.form(&id).await;
            if form["open"] == true && form["questions"].as_array().unwrap().len() > 2 && answerable(&form) {
                return (id, form);
            }
        }
        panic!("no form can be filled in")
    }

    /// That input with the form answered.
    async fn with_answers(&self) -> (String, Value) {
        let (job, form) = self.job_with_form().await;
        let mut input = input(&job);
        input["screening_question_answers"] = json!(answers(&form["questions"]));
        (job, input)
    }

    /// Exactly one of each is in Ashby.
    async fn once(&self, case: &str) {
        assert_eq!(self.in_ashby(EMAIL).await.len(), 1, "{case}");
        let made = self.control(&json!({ "op": "made" }));
        assert_eq!(made["counts"]["applications"], 1, "{case}: {made}");
        assert!(made["counts"]["files"].as_u64().unwrap() >= 2, "{case}: {made}");
        let id = text(&self.in_ashby(EMAIL).await[0], "id");
        let there = self.control(&json!({ "op": "candidate", "id": id }));
        let names: Vec<String> = there["candidate"]["fileHandles"]
            .as_array()
            .unwrap()
            .iter()
            .map(|file| text(file, "name"))
            .collect();
        let count = |name: &str| names.iter().filter(|known| *known == name).count();
        assert_eq!((count("cv.pdf"), count("letter.pdf")), (1, 1), "{case}: {names:?}");
        assert_eq!(there["candidate"]["socialLinks"].as_array().unwrap().len(), 3, "{case}");
        let rows = self.rows("ats_candidates").await;
        assert_eq!(rows.iter().filter(|row| row["remote_id"] == *id).count(), 1, "{case}");
        assert_eq!(self.listed("Quist").await.len(), 1, "{case}: nobody is shown twice");
    }
}

const DIRECT: [&str; 8] = [
    "job.info",
    "candidate.search",
    "candidate.create",
    "candidate.info",
    "application.create",
    "candidate.update",
    "file.createFileUploadHandle",
    "candidate.uploadResume",
];

const THROUGH_FORM: [&str; 7] = [
    "job.info",
    "candidate.search",
    "file.createFileUploadHandle",
    "applicationForm.submit",
    "application.info",
    "candidate.update",
    "candidate.uploadFile",
];

/// What can go wrong with a call: of one that changes nothing it does not matter when.
fn faults(endpoint: &str) -> &'static [&'static str] {
    if endpoint.ends_with(".create") || endpoint.ends_with(".submit") || endpoint.contains("upload") {
        &["lost-reply", "server-error", "server-error-after", "reset"]
    } else {
        &["lost-reply"]
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_made_is_told_in_the_unified_shape_and_tracked() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    let users = office.call("list_users", json!({})).await;
    let sources = office.call("list_sources", json!({})).await;
    let mut input = input(&job);
    input["sourced_by"] = json!({ "user_id": users[0]["id"] });
    input["source"] = json!({ "name": sources[1]["name"].as_str().unwrap().to_uppercase() });
    input["gdpr_consent"] = json!({ "given": true });
    input["candidate"]["gender"] = json!("FEMALE");
    let intent = office.act("create_candidate", &input).await;
    assert_eq!(intent["state"], "done", "{intent}");
    let created = office.call("created_by", json!({ "intent_id": intent["id"] })).await;
    assert_eq!(created["candidate"]["first_name"], "Ada", "{created}");
    assert_eq!(created["candidate"]["applications"].as_array().unwrap().len(), 1);
    assert_eq!(created["application"]["job"]["id"], *job);
    assert!(created["application"]["current_stage"].is_object());
    let id = text(&created["application"], "remote_id");
    let there = office.control(&json!({ "op": "application", "id": id }));
    assert_eq!(there["source"]["id"], sources[1]["id"], "{there}");
    assert_eq!(there["currentInterviewStage"]["type"], "PreInterviewScreen");
    assert!(there["creditedToUser"].is_object());
    let tracked = office.workspace().read(|reading| reading.tracked()).await.unwrap();
    assert_eq!(tracked, [id]);
    let warnings = intent["warnings"].to_string();
    assert!(warnings.contains("gdpr_consent") && warnings.contains("candidate.gender"), "{warnings}");
}

#[tokio::test(start_paused = true)]
async fn a_source_that_is_set_is_written_with_each_new_application() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    let sources = office.call("list_sources", json!({})).await;
    office.call("set_setting", json!({ "key": "default_source", "value": sources[2]["id"] })).await;
    let intent = office.act("create_application", &input(&job)).await;
    let created = office.call("created_by", json!({ "intent_id": intent["id"] })).await;
    let there = office.control(&json!({ "op": "application", "id": created["application"]["remote_id"] }));
    assert_eq!(there["source"]["id"], sources[2]["id"]);
    office.call("set_setting", json!({ "key": "default_source", "value": "gone" })).await;
    let mut other = input(&job);
    other["candidate"] = person("other@new.example");
    let intent = office.act("create_application", &other).await;
    assert!(intent["warnings"].to_string().contains("No source was written"), "{intent}");
}

#[tokio::test(start_paused = true)]
async fn somebody_known_gets_the_application_and_loses_nothing() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    let rows = office.rows("ats_candidates").await;
    let row = rows.iter().find(|row| {
        row["email_addresses"].as_array().is_some_and(|all| !all.is_empty())
            && row["phone_numbers"].as_array().is_some_and(|all| !all.is_empty())
    });
    let row = row.unwrap();
    let email = text(&row["email_addresses"][0], "email_address");
    let there = office.call("candidate", json!({ "id": row["id"] })).await;
    let on_job = there["applications"].as_array().unwrap().iter().any(|it| it["job_id"] == *job);
    let mut input = input(&job);
    input["candidate"] = person(&email.to_uppercase());
    if on_job {
        let refused = office.try_call("create_application", input).await.unwrap_err();
        assert_eq!(refused.code.as_str(), "ATS.APPLICATION_ALREADY_EXISTS");
        return;
    }
    let before = office.control(&json!({ "op": "candidate", "id": row["remote_id"] }));
    let intent = office.act("create_application", &input).await;
    assert_eq!(intent["state"], "done", "{intent}");
    let after = office.control(&json!({ "op": "candidate", "id": row["remote_id"] }));
    for kept in ["name", "primaryPhoneNumber", "source", "primaryEmailAddress"] {
        assert_eq!(before["candidate"][kept], after["candidate"][kept], "{kept}");
    }
    assert_eq!(office.made("candidates"), 0);
    let again = office.try_call("create_application", input).await.unwrap_err();
    assert_eq!(again.code.as_str(), "ATS.APPLICATION_ALREADY_EXISTS", "{again}");
}

#[tokio::test(start_paused = true)]
async fn an_application_a_colleague_made_meanwhile_is_not_made_twice() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    let first = office.act("create_application", &input(&job)).await;
    assert_eq!(first["state"], "done");
    let created = office.call("created_by", json!({ "intent_id": first["id"] })).await;
    // This mirror forgets them, as if somebody else had made them.
    let id = text(&created["candidate"], "id");
    let now = office.workspace().now();
    office.workspace().write_mirror(move |tx| tx.erase_candidate(&id, &now)).await.unwrap();
    let second = office.act("create_application", &input(&job)).await;
    assert_eq!(second["state"], "failed", "{second}");
    assert_eq!(second["failure"]["code"], "ATS.APPLICATION_ALREADY_EXISTS");
    assert_eq!((office.made("candidates"), office.made("applications")), (1, 1));
}

#[tokio::test(start_paused = true)]
async fn several_people_with_the_address_are_told() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    let rows = office.rows("ats_candidates").await;
    for row in rows.iter().take(2) {
        let params = samara_ashby::endpoint::CandidateUpdateParams {
            candidate_id: text(row, "remote_id").as_str().into(),
            send_notifications: false,
            changes: serde_json::Map::from_iter([("alternateEmail".to_owned(), json!(EMAIL))]),
        };
        let client = &office.workspace().client;
        client
            .call::<samara_ashby::endpoint::CandidateUpdate>(samara_ashby::Lane::Write, &params)
            .await
            .unwrap();
    }
    let intent = office.act("create_application", &input(&job)).await;
    let warnings = intent["warnings"].to_string();
    let exists = intent["failure"]["code"] == "ATS.APPLICATION_ALREADY_EXISTS";
    assert!(exists || warnings.contains("Several people"), "{intent}");
    assert_eq!(office.made("candidates"), 0);
}
