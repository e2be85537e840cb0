use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use serde_json::{Value, json};

use super::{Office, text};
use crate::Failure;
use crate::text::{Here, TextReader, Unreadable};

/// Reads every fourth file, breaks at every fourth, and says of the rest that they are pictures.
#[derive(Default)]
struct Fickle(std::sync::atomic::AtomicUsize);

#[async_trait]
impl TextReader for Fickle {
    async fn read(&self, file: Bytes) -> Result<Result<String, Unreadable>, Failure> {
        match self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed) % 4 {
            0 => Here.read(file).await,
            1 => Err(Failure::defect("reader")),
            _ => Ok(Err(Unreadable::NoText)),
        }
    }
}

fn extra(status: &Value, kind: &str) -> Value {
    let extras = status["extras"].as_array().unwrap();
    extras.iter().find(|part| part["kind"] == kind).unwrap_or_else(|| panic!("no {kind} in {status}")).clone()
}

/// A live candidate of an open job with a résumé.
async fn somebody(office: &Office) -> String {
    office.movable().await.candidate
}

#[tokio::test(start_paused = true)]
async fn live_pipelines_are_read_ahead_and_the_rest_is_counted() {
    let office = Office::open().await;
    let status = office.call("sync_status", json!({})).await;
    for kind in ["notes", "history", "answers", "resume_text", "resume_file"] {
        let part = extra(&status, kind);
        let (have, of) = (part["have"].as_u64().unwrap(), part["of"].as_u64().unwrap());
        assert!(have > 0 && have < of, "{part}");
        assert!(part["as_of"].is_string());
    }
    let feedback = extra(&status, "feedback");
    assert!(feedback["have"].as_u64().unwrap() > 0, "{feedback}");
    assert_eq!(feedback["have"], feedback["of"]);
    let details = status["models"].as_array().unwrap().iter().find(|model| model["model"] == "details");
    assert_eq!(details.unwrap()["rows"], 0, "nothing is owed any more");
}

/// Applications under way on a job whose answers were never read.
async fn unread(office: &Office, job: &Value) -> usize {
    let applications = office.rows("ats_applications").await;
    let of_job = applications.iter().filter(|row| row["job_id"] == job["id"] && row["outcome"] == "PENDING");
    of_job.filter(|row| row["screening_question_answers"].is_null()).count()
}

/// The job with the most applications under way.
async fn busiest(office: &Office) -> Value {
    let id = office.movable().await.job;
    office.rows("ats_jobs").await.into_iter().find(|row| row["id"] == *id).unwrap()
}

#[tokio::test(start_paused = true)]
async fn applications_of_a_job_that_is_opened_again_are_read() {
    let seen = Office::open().await;
    let job = busiest(&seen).await;
    assert_eq!(unread(&seen, &job).await, 0);
    let office = Office::connected();
    let status = |status: &str| {
        let edit =
            json!({ "op": "edit", "kind": "job", "id": job["remote_id"], "fields": { "status": status } });
        office.control(&edit)
    };
    status("Closed");
    assert_eq!(office.sync().await.failures, []);
    assert!(unread(&office, &job).await > 0);
    status("Open");
    assert_eq!(office.sync().await.failures, []);
    assert_eq!(unread(&office, &job).await, 0);
}

#[tokio::test(start_paused = true)]
async fn an_application_hidden_when_it_was_to_be_read_is_read_with_everything() {
    let seen = Office::open().await;
    let asked =
        seen.control(&json!({ "op": "requests", "last": 0 }))["endpoints"]["application.info"]["requests"]
            .clone();
    let office = Office::connected();
    let refuse = json!({ "op": "refuse", "endpoint": "application.info", "code": "application_not_found", "times": asked });
    office.control(&refuse);
    assert_eq!(office.sync().await.failures, []);
    let job = busiest(&office).await;
    assert!(unread(&office, &job).await > 0);
    crate::pull::run(&office.workspace(), true).await.unwrap();
    assert_eq!(unread(&office, &job).await, 0);
}

#[tokio::test(start_paused = true)]
async fn a_file_that_cannot_be_read_has_a_reason_and_a_broken_reader_none() {
    let office = Office::with_reader(Arc::new(Fickle::default()));
    let outcome = office.sync().await;
    assert!(outcome.failures.iter().all(|(endpoint, _)| endpoint == "application.info"), "{outcome:?}");
    let first = extra(&office.call("sync_status", json!({})).await, "resume_text");
    assert!(first["failed"].as_u64().unwrap() > 0 && first["have"].as_u64().unwrap() > 0, "{first}");
    for _ in 0..12 {
        office.sync().await;
    }
    let last = extra(&office.call("sync_status", json!({})).await, "resume_text");
    let known = |part: &Value| part["failed"].as_u64().unwrap() + part["have"].as_u64().unwrap();
    assert!(known(&last) > known(&first), "what the reader broke at is tried again: {first} {last}");
    assert_eq!(office.sync().await.failures, [], "and what has a reason is not");
}

#[tokio::test(start_paused = true)]
async fn a_word_of_a_resume_finds_its_person_and_shows_where() {
    let office = Office::with_reader(Arc::new(Fickle::default()));
    office.sync().await;
    let people = office.rows("ats_candidates").await;
    let mut read = None;
    for person in people {
        let files = office.call("candidate_files", json!({ "id": person["id"] })).await;
        if files.as_array().unwrap().iter().any(|file| file["has_text"] == true) {
            read = Some(text(&person, "id"));
        }
    }
    let id = read.unwrap();
    let paper = office.call("file_text", json!({ "candidate_id": id })).await;
    let page = office.call("candidate", json!({ "id": id })).await;
    let shown = page.to_string().to_lowercase();
    let words = text(&paper, "text");
    let word = words
        .split(|letter: char| !letter.is_ascii_alphabetic())
        .find(|word| word.len() > 7 && !shown.contains(&word.to_lowercase()))
        .unwrap();
    let input = json!({ "query": word, "sort": "relevance", "desc": true, "offset": 0, "limit": 100 });
    let list = office.call("list_candidates", input).await;
    let row = list["rows"].as_array().unwrap().iter().find(|row| row["id"] == *id).unwrap();
    assert_eq!(row["found_in"]["kind"], "resume", "{row}");
    assert!(text(&row["found_in"], "snippet").to_lowercase().contains(&word.to_lowercase()), "{row}");
    assert!(list["text"]["have"].as_u64().unwrap() < list["text"]["of"].as_u64().unwrap());
}

#[tokio::test(start_paused = true)]
async fn an_opened_candidate_tells_all_there_is() {
    let office = Office::open().await;
    let id = somebody(&office).await;
    let input = json!({ "id": id });
    office.call("candidate_refresh", input.clone()).await;
    let answers = office.call("candidate_answers", input.clone()).await;
    assert_eq!(answers["coverage"]["have"], answers["coverage"]["of"], "{answers}");
    let feedback = office.call("candidate_feedback", input.clone()).await;
    assert!(feedback["as_of"].is_string());
    assert_eq!(feedback["feedback"].as_array().unwrap().len() as u64, feedback["total"].as_u64().unwrap());
    let notes = office.call("candidate_notes", input.clone()).await;
    let timeline = office.call("candidate_timeline", input.clone()).await;
    let moments = timeline["moments"].as_array().unwrap();
    let count = |kind: &str| moments.iter().filter(|moment| moment["kind"] == kind).count();
    assert_eq!(count("note"), notes["notes"].as_array().unwrap().len());
    assert_eq!(count("feedback") as u64, feedback["total"].as_u64().unwrap());
    assert!(count("added") == 1 && count("applied") > 0 && count("stage") > 0, "{timeline}");
    let times: Vec<String> = moments.iter().map(|moment| text(moment, "at")).collect();
    assert!(times.is_sorted_by(|one, other| one >= other), "newest first");
    assert_eq!(timeline["total"].as_u64().unwrap(), moments.len() as u64);
    let rest = office.call("candidate_timeline", json!({ "id": id, "offset": 1 })).await;
    assert_eq!(rest["moments"][0], moments[1]);
}

#[tokio::test(start_paused = true)]
async fn nothing_of_equal_opportunity_answers_is_told() {
    let office = Office::open().await;
    for person in office.rows("ats_candidates").await {
        let answers = office.call("candidate_answers", json!({ "id": person["id"] })).await.to_string();
        for word in ["eeoc", "Gender", "Ethnicity", "veteran"] {
            assert!(!answers.contains(word), "{answers}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn projects_name_the_people_known_to_be_in_them() {
    let office = Office::open().await;
    let list = office.call("list_projects", json!({})).await;
    let projects = list["projects"].as_array().unwrap();
    assert!(!projects.is_empty());
    assert!(list["have"].as_u64().unwrap() > 0 && list["have"].as_u64() < list["of"].as_u64(), "{list}");
    for project in projects {
        let people = office.call("project_people", json!({ "project_id": project["id"] })).await;
        assert_eq!(people.as_array().unwrap().len() as u64, project["people"].as_u64().unwrap());
        if let Some(person) = people.as_array().unwrap().first() {
            let mine = office.call("candidate_projects", json!({ "id": person["id"] })).await;
            assert!(mine.as_array().unwrap().iter().any(|own| own["id"] == project["id"]));
        }
    }
    let mut openings = 0;
    for job in office.rows("ats_jobs").await {
        let input = json!({ "job_remote_id": job["remote_id"] });
        openings += office.call("job_openings", input).await.as_array().unwrap().len();
    }
    assert!(openings > 0);
}

#[tokio::test(start_paused = true)]
async fn feedback_on_somebody_forgotten_does_not_come_back() {
    let office = Office::open().await;
    let kept =
        async || extra(&office.call("sync_status", json!({})).await, "feedback")["have"].as_u64().unwrap();
    let (mut id, mut own) = (String::new(), 0);
    for person in office.rows("ats_candidates").await {
        let feedback = office.call("candidate_feedback", json!({ "id": person["id"] })).await;
        if feedback["total"].as_u64().unwrap() > own {
            (id, own) = (text(&person, "id"), feedback["total"].as_u64().unwrap());
        }
    }
    let before = kept().await;
    office.call("forget_person", json!({ "candidate_id": id })).await;
    crate::pull::run(&office.workspace(), true).await.unwrap();
    assert!(own > 0);
    assert_eq!(kept().await, before - own);
}

/// Somebody with that many pieces of feedback at least: their id, and Ashby's ids of the feedback, newest first.
async fn judged(office: &Office, least: usize) -> (String, Vec<String>) {
    for person in office.rows("ats_candidates").await {
        let id = text(&person, "id");
        let asked = id.clone();
        let given = office.workspace().read(move |reading| reading.feedback(&asked)).await.unwrap();
        if given.len() >= least {
            return (id, given.into_iter().map(|given| given.id).collect());
        }
    }
    panic!("nobody has so much feedback")
}

impl Office {
    /// What the search knows of the feedback on somebody.
    async fn feedback_text(&self, id: &str) -> Option<String> {
        let id = id.to_owned();
        let kind = samara_store::table::document::DocumentKind::Feedback;
        self.workspace().read(move |reading| reading.document(&id, kind)).await.unwrap()
    }

    fn withdraw_feedback(&self, ids: &[String]) {
        for id in ids {
            self.control(&json!({ "op": "delete", "kind": "feedback", "id": id }));
        }
    }
}

#[tokio::test(start_paused = true)]
async fn feedback_deleted_in_ashby_goes_with_the_next_complete_listing_of_it() {
    let office = Office::open().await;
    let (id, given) = judged(&office, 2).await;
    let total = async || {
        office.call("candidate_feedback", json!({ "id": id })).await["total"].as_u64().unwrap() as usize
    };
    let before = office.feedback_text(&id).await.unwrap();
    office.withdraw_feedback(&given[..1]);
    office.sync().await;
    assert_eq!(total().await, given.len(), "changes delete nothing");
    crate::pull::run(&office.workspace(), true).await.unwrap();
    assert_eq!(total().await, given.len() - 1);
    let after = office.feedback_text(&id).await.unwrap();
    assert!(after.len() < before.len(), "what it said is not found any more");
    office.withdraw_feedback(&given[1..]);
    crate::pull::run(&office.workspace(), true).await.unwrap();
    assert_eq!((total().await, office.feedback_text(&id).await), (0, None));
    assert_eq!(office.call("quality_checks", json!({})).await, json!([]));
}

#[tokio::test(start_paused = true)]
async fn the_last_feedback_on_somebody_who_is_opened_leaves_the_search_too() {
    let office = Office::open().await;
    let (id, given) = judged(&office, 1).await;
    assert!(office.feedback_text(&id).await.is_some());
    office.withdraw_feedback(&given);
    office.call("candidate_refresh", json!({ "id": id })).await;
    assert_eq!(office.feedback_text(&id).await, None);
}

#[tokio::test(start_paused = true)]
async fn feedback_that_vanishes_in_masses_is_asked_about() {
    let office = Office::of(400).await;
    let mut all = Vec::new();
    for person in office.rows("ats_candidates").await {
        let id = text(&person, "id");
        let given = office.workspace().read(move |reading| reading.feedback(&id)).await.unwrap();
        all.extend(given.into_iter().map(|given| given.id));
    }
    let half = all.len() / 2;
    assert!(half > 20, "{half}");
    office.withdraw_feedback(&all[..half]);
    crate::pull::run(&office.workspace(), true).await.unwrap();
    let checks = office.call("quality_checks", json!({})).await;
    let check = checks.as_array().unwrap().iter().find(|check| check["model"] == "feedback").unwrap();
    assert_eq!((&check["missing"], &check["reason"]), (&json!(half), &json!("many")));
    office.call("decide_quality_check", json!({ "id": check["id"], "decision": "delete" })).await;
    let left = extra_after_sync(&office, "feedback").await;
    assert_eq!(left["have"], all.len() - half);
}

async fn extra_after_sync(office: &Office, kind: &str) -> Value {
    office.sync().await;
    extra(&office.call("sync_status", json!({})).await, kind)
}

#[tokio::test(start_paused = true)]
async fn an_application_tells_its_source_who_is_credited_and_whose_decision_its_end_was() {
    let office = Office::open().await;
    let (mut sourced, mut credited) = (0, 0);
    let mut kinds = std::collections::BTreeSet::new();
    for row in office.rows("ats_applications").await {
        let page = office.call("candidate", json!({ "id": row["candidate_id"] })).await;
        let shown = page["applications"].as_array().unwrap().iter().find(|it| it["id"] == row["id"]).unwrap();
        let listed = &row["remote_data"]["/application.list"];
        assert_eq!(shown["source"], listed["source"]["title"], "{shown}");
        let user = &listed["creditedToUser"];
        let name = format!(
            "{} {}",
            user["firstName"].as_str().unwrap_or(""),
            user["lastName"].as_str().unwrap_or("")
        );
        assert_eq!(shown["credited_to"].as_str().unwrap_or_default(), name.trim(), "{shown}");
        sourced += usize::from(shown["source"].is_string());
        credited += usize::from(shown["credited_to"].is_string());
        assert_eq!(shown["reason_type"], listed["archiveReason"]["reasonType"], "{shown}");
        let Some(kind) = shown["reason_type"].as_str() else { continue };
        kinds.insert(kind.to_owned());
        let timeline = office.call("candidate_timeline", json!({ "id": row["candidate_id"] })).await;
        let ended = if kind == "RejectedByCandidate" { "withdrawn" } else { "rejected" };
        let of_it = |moment: &&Value| moment["application_id"] == row["id"] && moment["kind"] == ended;
        assert!(timeline["moments"].as_array().unwrap().iter().any(|moment| of_it(&moment)), "{timeline}");
    }
    assert!(sourced > 20 && credited > 20 && kinds.len() >= 2, "{sourced} {credited} {kinds:?}");
}
