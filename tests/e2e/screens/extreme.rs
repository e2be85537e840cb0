//! What a screen must bear: names without end, in any script, titles like sentences, tags by the dozen, thousands of
//! rows.

use std::collections::BTreeMap;

use samara_tests::{App, Outcome, SandboxServer, css, throw_away};
use serde_json::{Value, json};

use super::{Album, KEY, connected};

const PEOPLE: u32 = 3_000;
/// People who are stretched: those of the largest job who changed last, who stand on top everywhere.
const STRETCHED: usize = 48;
const NAMES: [&str; 8] = [
    "Maximiliane Alexandra Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Cholmondeley",
    "Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu",
    "عبد الرحمن بن عبد العزيز آل الشيخ الأنصاري",
    "אברהם בן־יצחק הלוי־רוזנצוויג",
    "李",
    "Nguyễn Phước Hồng Bảo Trân Công Tằng Tôn Nữ Thị Ngọc Diễm",
    "O",
    "María de los Ángeles Concepción Guadalupe Fernández de Córdoba y Álvarez de Toledo",
];
const TITLE: &str = "Interim Deputy Vice President of Strategic Cross-Functional Robotics Platform Reliability, \
                     Safety Certification and Customer Enablement (Europe, Middle East and Africa)";
const COMPANY: &str =
    "Österreichische Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
const JOB: &str = "Principal Distinguished Staff Robotics Software Engineer, Perception, Planning and Functional \
                   Safety (Night Shift, 32 Hours, Oslo or Remote within UTC ± 2)";
const NOTE: &str = "Spoke for an hour. Wants to know everything: the team, the roadmap, the relocation package, the \
                    parental leave, the salary band, the equity, the on-call, and the name of the office dog.";

pub(super) async fn tour(album: &Album) -> Outcome {
    let data = throw_away()?;
    let ashby = SandboxServer::start(33, PEOPLE, KEY).await?;
    let person = stretch(&ashby)?;
    let app = connected(&ashby, &data.path().join("data")).await?;
    album.screens(&app).await?;
    let job = largest(&app).await?;
    for tab in ["pipeline", "candidates", "openings", "postings", "questions", "team", "insights", "details"]
    {
        album.at(&app, &format!("job-{tab}"), &format!("/jobs/{job}?tab={tab}")).await?;
    }
    app.go(&format!("/review/job/{job}")).await?;
    app.see(&css("[data-testid=review]")).await?;
    album.picture(&app, "bench").await?;
    let query = json!({ "query": person, "sort": "relevance", "desc": false, "offset": 0, "limit": 1 });
    let found = app.call("list_candidates", query).await?;
    let id = text(&found, "/rows/0/id");
    for tab in ["resume", "timeline", "answers", "feedback", "interviews", "offers", "files", "fields"] {
        album.at(&app, &format!("candidate-{tab}"), &format!("/candidates/{id}?tab={tab}")).await?;
    }
    app.press("Control+K").await?;
    app.see(&css("[role=combobox]")).await?;
    app.press_each("ma").await?;
    app.see(&css("[role=option]")).await?;
    album.picture(&app, "palette").await?;
    app.close().await
}

/// Stretches people, a job and the tags; answers a name to find one of those people by.
fn stretch(ashby: &SandboxServer) -> Outcome<&'static str> {
    let live = json!({ "op": "list", "endpoint": "application.list", "body": { "status": "Active" } });
    let live = ashby.control(&live)?;
    let tags = ashby.control(&json!({ "op": "list", "endpoint": "candidateTag.list" }))?;
    let tags: Vec<String> = tags.as_array().into_iter().flatten().map(|tag| text(tag, "/id")).collect();
    for (application, name) in foremost(&live).into_iter().take(STRETCHED).zip(NAMES.iter().cycle()) {
        let id = text(&application, "/candidate/id");
        ashby.control(&json!({ "op": "edit_candidate", "candidate_id": id, "name": name, "title": TITLE, "company": COMPANY }))?;
        for tag in tags.iter().take(18) {
            ashby.control(&json!({ "op": "tag", "candidate_id": id, "tag_id": tag }))?;
        }
        ashby.control(&json!({ "op": "add_note", "candidate_id": id, "text": NOTE }))?;
    }
    let jobs = ashby.control(&json!({ "op": "list", "endpoint": "job.list" }))?;
    for job in jobs.as_array().into_iter().flatten().take(6) {
        let fields = json!({ "title": JOB });
        ashby.control(&json!({ "op": "edit", "kind": "job", "id": text(job, "/id"), "fields": fields }))?;
    }
    Ok("Featherstonehaugh")
}

/// The applications of the job that has most of them, the last changed first.
fn foremost(live: &Value) -> Vec<Value> {
    let mut jobs: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for application in live.as_array().into_iter().flatten() {
        jobs.entry(text(application, "/job/id")).or_default().push(application.clone());
    }
    let mut most = jobs.into_values().max_by_key(Vec::len).unwrap_or_default();
    most.sort_by_key(|application| std::cmp::Reverse(text(application, "/updatedAt")));
    most
}

/// The job with most people under way.
async fn largest(app: &App) -> Outcome<String> {
    let all = json!({ "mine": false, "since": "2000-01-01T00:00:00.000Z" });
    let jobs = app.call("review_jobs", all).await?;
    let jobs = jobs.get("jobs").and_then(Value::as_array).cloned().unwrap_or_default();
    let most = jobs.iter().max_by_key(|job| job.get("to_review").and_then(Value::as_u64).unwrap_or_default());
    Ok(most.map(|job| text(job, "/job_id")).unwrap_or_default())
}

fn text(value: &Value, pointer: &str) -> String {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned()
}
