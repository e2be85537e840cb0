//! Making people and applications: directly and through forms, each step failing, each answer lost, offline, and with
//! answers that are nobody's to keep.

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
async fn a_person_is_made_once_whichever_answer_is_lost_or_refused_for_a_while() {
    for endpoint in DIRECT {
        for fault in faults(endpoint) {
            let office = Office::of(50).await;
            let (job, _) = office.open_job().await;
            office.trouble(fault, endpoint);
            let intent = office.act("create_candidate", &input(&job)).await;
            let case = format!("{fault} at {endpoint}: {intent}");
            assert_eq!(intent["state"], "done", "{case}");
            office.once(&case).await;
        }
    }
}

#[tokio::test(start_paused = true)]
async fn what_ashby_refuses_of_a_new_person_or_a_form_is_finished_by_a_retry() {
    let direct = DIRECT.iter().filter(|call| !call.ends_with(".info")).map(|call| (call, false));
    let through_form = THROUGH_FORM.iter().filter(|call| !call.ends_with(".info")).map(|call| (call, true));
    for (endpoint, form) in direct.chain(through_form) {
        let office = Office::of(50).await;
        let (action, input) = if form {
            ("create_application", office.with_answers().await.1)
        } else {
            ("create_candidate", input(&office.open_job().await.0))
        };
        office.control(&json!({ "op": "refuse", "endpoint": endpoint, "code": "invalid_input" }));
        let intent = office.act(action, &input).await;
        let case = format!("{action}, {endpoint} refused: {intent}");
        let state = intent["state"].as_str().unwrap();
        assert!(state == "failed" || state == "partial", "{case}");
        office.call("retry", json!({ "intent_id": intent["id"] })).await;
        office.send(120).await;
        let intent = office.intent(&text(&intent, "id")).await;
        assert_eq!(intent["state"], "done", "{case}, then {intent}");
        office.once(&case).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_form_is_sent_in_once_whichever_answer_is_lost_or_refused_for_a_while() {
    for endpoint in THROUGH_FORM {
        for fault in faults(endpoint) {
            let office = Office::of(50).await;
            let (_, input) = office.with_answers().await;
            office.trouble(fault, endpoint);
            let intent = office.act("create_application", &input).await;
            let case = format!("{fault} at {endpoint}: {intent}");
            assert_eq!(intent["state"], "done", "{case}");
            assert_eq!(office.effects("applicationForm.submit"), 1, "{case}");
            assert_eq!(
                office.effects("candidate.create") + office.effects("application.create"),
                0,
                "{case}"
            );
            office.once(&case).await;
        }
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

#[tokio::test(start_paused = true)]
async fn somebody_entered_offline_is_seen_found_tagged_moved_and_becomes_the_real_one() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    let form = office.form(&job).await;
    let (first, next) =
        (text(&form, "first_stage"), form["stages"].as_array().unwrap().last().unwrap()["id"].clone());
    office.control(&json!({ "op": "faults", "faults": ["reset"] }));
    let intent = office.ask("create_candidate", &input(&job)).await;
    office.send(5).await;
    let rows = office.listed("Quist").await;
    assert_eq!((rows.len(), &rows[0]["pending"]), (1, &json!(true)), "{rows:?}");
    let id = text(&rows[0], "id");
    let page = office.call("candidate", json!({ "id": id })).await;
    assert_eq!(page["name"], "Ada Quist");
    let application = &page["applications"][0];
    assert_eq!((&application["job_id"], &application["pending"]["intent_id"]), (&json!(job), &json!(intent)));
    assert_eq!(office.cards(&job, &first, "Ada Quist").await.len(), 1);
    office.call("candidate_refresh", json!({ "id": id })).await;
    assert!(
        office.rows("ats_candidates").await.iter().all(|row| row["id"] != *id),
        "reads tell of Ashby alone"
    );

    let application = text(application, "id");
    office.ask("add_tag_to_candidate", &json!({ "candidate_id": id, "tag": { "name": "Never seen" } })).await;
    office.ask("add_note_to_candidate", &json!({ "candidate_id": id, "content": "Met at the fair" })).await;
    office
        .ask(
            "add_attachment_to_candidate",
            &json!({ "candidate_id": id, "attachment": pdf("talk.pdf", "OTHER") }),
        )
        .await;
    let moved = office.start_move(&application, next.as_str().unwrap()).await;
    assert_eq!(office.cards(&job, next.as_str().unwrap(), "Ada Quist").await.len(), 1);

    office.control(&json!({ "op": "faults", "faults": [] }));
    office.send(600).await;
    for id in [&intent, &moved] {
        let intent = office.intent(id).await;
        assert_eq!(intent["state"], "done", "{intent}");
    }
    office.once("offline").await;
    let led = office.call("candidate", json!({ "id": id })).await;
    assert_ne!(led["id"], *id);
    assert!(led.get("followed_from").is_none(), "nobody was merged");
    assert_eq!(led["tags"][0]["name"], "Never seen");
    assert_eq!(led["applications"][0]["stage"]["id"], next);
    assert_eq!(office.made("notes"), 1);
    assert_eq!(office.listed("Quist").await[0]["pending"], false);
}

#[tokio::test(start_paused = true)]
async fn two_people_entered_offline_with_one_address_are_one() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    let jobs = office.rows("ats_jobs").await;
    let other = jobs.iter().find(|row| row["status"] == "OPEN" && row["id"] != *job).unwrap();
    let first = office.ask("create_candidate", &input(&job)).await;
    let mut again = input(&text(other, "id"));
    again["candidate"] = person(&EMAIL.to_uppercase());
    let second = office.ask("create_application", &again).await;
    assert_eq!(office.listed("Quist").await.len(), 1);
    let refused = office.try_call("create_application", input(&job)).await.unwrap_err();
    assert_eq!(refused.code.as_str(), "ATS.APPLICATION_ALREADY_EXISTS");
    office.send(120).await;
    for id in [first, second] {
        assert_eq!(office.intent(&id).await["state"], "done");
    }
    assert_eq!((office.made("candidates"), office.made("applications")), (1, 2));
}

#[tokio::test(start_paused = true)]
async fn somebody_called_off_before_sending_is_gone_everywhere() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    let intent = office.ask("create_candidate", &input(&job)).await;
    let found = office.listed("Quist").await;
    assert_eq!(found.len(), 1);
    let note = json!({ "candidate_id": found[0]["id"], "content": "Hello" });
    let note = office.ask("add_note_to_candidate", &note).await;
    office.call("undo", json!({ "intent_id": intent })).await;
    assert_eq!(office.listed("Quist").await.len(), 0);
    assert_eq!(office.intent(&note).await["state"], "cancelled");
    office.send(60).await;
    assert_eq!(office.made("candidates"), 0);
}

#[tokio::test(start_paused = true)]
async fn what_waits_for_somebody_who_never_came_says_so() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    let intent = office.ask("create_candidate", &input(&job)).await;
    let id = text(&office.listed("Quist").await[0], "id");
    let tag =
        office.ask("add_tag_to_candidate", &json!({ "candidate_id": id, "tag": { "name": "x" } })).await;
    office.control(&json!({ "op": "scopes", "withdraw": ["candidates:write"] }));
    office.send(60).await;
    assert_eq!(office.intent(&intent).await["failure"]["code"], "INTEGRATION.PERMISSION_MISSING");
    let tag = office.intent(&tag).await;
    assert!(tag["failure"]["message"].as_str().unwrap().contains("has not come to Ashby"), "{tag}");
    office.control(&json!({ "op": "scopes", "restore": ["candidates:write"] }));
    for id in [&intent, &text(&tag, "id")] {
        office.call("retry", json!({ "intent_id": id })).await;
        office.send(60).await;
        assert_eq!(office.intent(id).await["state"], "done");
    }
    office.once("retried").await;
}

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

#[tokio::test(start_paused = true)]
async fn a_job_that_closed_meanwhile_gets_nobody() {
    let office = Office::open().await;
    let (job, remote) = office.open_job().await;
    office.control(&json!({ "op": "edit", "kind": "job", "id": remote, "fields": { "status": "Closed" } }));
    let intent = office.act("create_candidate", &input(&job)).await;
    assert_eq!((&intent["state"], &intent["failure"]["code"]), (&json!("failed"), &json!("ATS.JOB_CLOSED")));
    assert_eq!(office.made("candidates"), 0, "nobody is left behind");
    let jobs = office.rows("ats_jobs").await;
    let closed = jobs.iter().find(|row| row["status"] == "CLOSED").unwrap();
    let refused = office.try_call("create_candidate", input(&text(closed, "id"))).await.unwrap_err();
    assert_eq!(refused.code.as_str(), "ATS.JOB_CLOSED");
}

#[tokio::test(start_paused = true)]
async fn an_application_that_is_refused_leaves_a_person_to_go_on_with() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    office.control(&json!({ "op": "refuse", "endpoint": "application.create", "code": "invalid_input" }));
    let intent = office.act("create_candidate", &input(&job)).await;
    assert_eq!((&intent["state"], office.made("candidates")), (&json!("failed"), 1), "{intent}");
    office.call("retry", json!({ "intent_id": intent["id"] })).await;
    office.send(60).await;
    office.once("retried").await;
}

#[tokio::test(start_paused = true)]
async fn a_missing_permission_names_the_module() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    office.control(&json!({ "op": "scopes", "withdraw": ["candidates:write"] }));
    let intent = office.act("create_candidate", &input(&job)).await;
    assert_eq!(intent["failure"]["code"], "INTEGRATION.PERMISSION_MISSING");
    assert!(intent["failure"]["message"].as_str().unwrap().contains("candidatesWrite"), "{intent}");
}

#[tokio::test(start_paused = true)]
async fn writes_are_a_users_where_the_key_allows_and_else_the_keys_own_with_a_remark() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    let users = office.call("list_users", json!({})).await;
    let user = users.as_array().unwrap().last().unwrap();
    office.call("set_setting", json!({ "key": "acting_user", "value": user["id"] })).await;
    let intent = office.act("create_candidate", &input(&job)).await;
    assert_eq!((&intent["state"], &intent["warnings"]), (&json!("done"), &json!([])), "{intent}");
    office.control(&json!({ "op": "acting", "allowed": false }));
    let id = text(&office.listed("Quist").await[0], "id");
    let note = office.act("add_note_to_candidate", &json!({ "candidate_id": id, "content": "Hello" })).await;
    assert_eq!(note["state"], "done", "{note}");
    assert!(note["warnings"].to_string().contains("act on behalf"), "{note}");
    assert_eq!(office.made("notes"), 1);
}

#[tokio::test(start_paused = true)]
async fn wrong_input_is_refused_before_any_call() {
    let office = Office::open().await;
    let (job, form) = office.job_with_form().await;
    let before = office.control(&json!({ "op": "requests" }))["total"].clone();
    let with = |path: &str, value: Value| {
        let mut input = input(&job);
        *input.pointer_mut(path).unwrap_or_else(|| panic!("{path}")) = value;
        input
    };
    let mut cases = vec![
        with("/candidate/first_name", json!("  ")),
        with("/candidate/last_name", json!("")),
        with("/candidate/email_address", json!("nobody")),
        with("/candidate/additional_email_addresses/0/email_address", json!("@x")),
        with("/candidate/location/country", json!("no")),
        with("/candidate/location/country", json!("ZZ")),
        with("/candidate/social_links/0/url", json!("javascript:alert(1)")),
        with("/application/job_id", json!("nowhere")),
        with("/attachments/0/data", json!("not base64!")),
        with("/attachments/0/data", json!("")),
        with("/attachments/0/name", json!(" ")),
        with("/candidate", json!({ "first_name": "Ada" })),
    ];
    let mut two = input(&job);
    two["attachments"][0]["data_url"] = json!("https://files.example/cv.pdf");
    cases.push(two);
    let mut by = input(&job);
    by["sourced_by"] = json!({ "user_id": "nobody" });
    cases.push(by);
    let mut none = input(&job);
    none["application"] = json!({});
    cases.push(none);
    for stage in ["Archived", "Hired"] {
        let rows = office.rows("ats_join_jobs_application_stages").await;
        let of_job: Vec<String> =
            rows.iter().filter(|row| row["job_id"] == *job).map(|row| text(row, "stage_id")).collect();
        let stages = office.rows("ats_application_stages").await;
        let named = stages.iter().find(|row| {
            of_job.contains(&text(row, "id")) && row["name"].as_str().is_some_and(|name| name.contains(stage))
        });
        if let Some(found) = named {
            let mut input = input(&job);
            input["stage_id"] = found["id"].clone();
            cases.push(input);
        }
    }
    for question in form["questions"].as_array().unwrap() {
        if answer(question).is_some() {
            let mut input = input(&job);
            input["screening_question_answers"] =
                json!([{ "question_id": question["id"], "answer": { "odd": true } }]);
            cases.push(input);
        }
    }
    for input in cases {
        let refused = office.try_call("create_candidate", input.clone()).await.unwrap_err();
        assert_eq!(refused.code.as_str(), "PLATFORM.INPUT_INVALID", "{refused} for {input}");
    }
    assert_eq!(office.control(&json!({ "op": "requests" }))["total"], before);
    let queued = office.call("activity", json!({ "filter": "open", "offset": 0, "limit": 10 })).await;
    assert_eq!(queued["total"], 0);
}

#[tokio::test(start_paused = true)]
async fn people_who_may_be_the_same_are_told_while_typing() {
    let office = Office::open().await;
    let rows = office.rows("ats_candidates").await;
    let row =
        rows.iter().find(|row| row["email_addresses"].as_array().is_some_and(|all| !all.is_empty())).unwrap();
    let email = text(&row["email_addresses"][0], "email_address").to_uppercase();
    let by_mail = office.call("duplicates_for", json!({ "email": email })).await;
    assert_eq!((&by_mail[0]["id"], &by_mail[0]["because"]), (&row["id"], &json!(["email"])), "{by_mail}");
    assert!(by_mail[0]["applications"].is_array());
    let name = format!("{} {}", text(row, "first_name"), text(row, "last_name"));
    let by_name = office.call("duplicates_for", json!({ "name": name })).await;
    assert!(by_name.as_array().unwrap().iter().any(|found| found["id"] == row["id"]), "{by_name}");
    let linked = rows.iter().find(|row| {
        row["social_media"].as_array().is_some_and(|all| all.iter().any(|it| !it["username"].is_null()))
    });
    let linked = linked.unwrap();
    let link =
        linked["social_media"].as_array().unwrap().iter().find(|it| !it["username"].is_null()).unwrap();
    let by_link = office.call("duplicates_for", json!({ "links": [text(link, "link")] })).await;
    assert_eq!((&by_link[0]["id"], &by_link[0]["because"]), (&linked["id"], &json!(["link"])), "{by_link}");
    let nobody = office.call("duplicates_for", json!({ "email": "no", "name": "Ada", "links": ["x"] })).await;
    assert_eq!(nobody, json!([]));
}
