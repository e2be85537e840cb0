//! Every answer the sandbox can give, against Ashby's description of it.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use jsonschema::error::{ValidationError, ValidationErrorKind};
use samara_sandbox::{Config, Outcome, Request, World};
use serde_json::{Value, json};

use crate::openapi;

/// The endpoints the sandbox has.
const ENDPOINTS: [&str; 25] = [
    "apiKey.info",
    "application.changeStage",
    "application.info",
    "application.list",
    "application.listHistory",
    "archiveReason.list",
    "candidate.info",
    "candidate.list",
    "candidate.listNotes",
    "candidate.search",
    "candidateTag.list",
    "customField.list",
    "department.list",
    "file.info",
    "hiringTeamRole.list",
    "interviewPlan.list",
    "interviewStage.list",
    "job.info",
    "job.list",
    "jobBoard.list",
    "jobPosting.info",
    "jobPosting.list",
    "location.list",
    "source.list",
    "user.list",
];

/// What the sandbox answers although the description does not allow it, and why. Beside these, a null stands for an
/// absent field everywhere: the description hardly knows null, Ashby's answers do.
fn exempt(error: &ValidationError) -> Option<&'static str> {
    let place = error.instance_path().to_string();
    let steps: Vec<&str> = place.split('/').collect();
    match error.kind() {
        ValidationErrorKind::OneOfMultipleValid { .. }
            if place.ends_with("/value") && steps.contains(&"customFields") =>
        {
            Some("every text fits several alternatives of a custom field's value")
        }
        ValidationErrorKind::Format { .. } if place.ends_with("/customRequisitionId") => {
            Some("a requisition id is free text that the description calls a UUID")
        }
        ValidationErrorKind::Enum { .. }
            if error.instance().as_str() == Some("missing_endpoint_permission") =>
        {
            Some("a permission can be missing anywhere, also where the codes are listed without that one")
        }
        _ => None,
    }
}

/// An answer without its null members.
fn without_null(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let known = fields.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(known.map(|(name, value)| (name, without_null(value))).collect())
        }
        Value::Array(items) => items.into_iter().map(without_null).collect(),
        plain => plain,
    }
}

/// A world that holds every answer it gives against the description.
struct Witness {
    world: World,
    description: Value,
    validators: BTreeMap<(String, bool), jsonschema::Validator>,
    faults: Vec<String>,
    used: BTreeSet<&'static str>,
    answered: BTreeSet<(String, bool)>,
}

fn now() -> DateTime<Utc> {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

impl Witness {
    fn new(seed: u64, description: Value) -> Self {
        let base_url = "http://127.0.0.1:4010".into();
        Self {
            world: World::new(Config { seed, candidates: 400, api_key: None, now: now(), base_url }),
            description,
            validators: BTreeMap::new(),
            faults: Vec::new(),
            used: BTreeSet::new(),
            answered: BTreeSet::new(),
        }
    }

    fn ask(&mut self, endpoint: &str, body: &Value) -> Value {
        let outcome = self.world.handle(&Request {
            method: "POST",
            path: &format!("/{endpoint}"),
            authorization: Some("Basic a2V5Og=="),
            body: body.to_string().as_bytes(),
            now: now(),
        });
        let Outcome::Reply(reply) = outcome else { panic!("{endpoint} did not answer") };
        let answer: Value = serde_json::from_slice(&reply.body).unwrap();
        self.check(endpoint, body, answer.clone());
        answer
    }

    fn check(&mut self, endpoint: &str, body: &Value, answer: Value) {
        let success = answer["success"] == json!(true);
        self.answered.insert((endpoint.to_owned(), success));
        let key = (endpoint.to_owned(), success);
        let description = &self.description;
        let validator = self.validators.entry(key).or_insert_with(|| {
            let schema = openapi::response_schema(description, endpoint, success)
                .unwrap_or_else(|| panic!("{endpoint} is not described"));
            jsonschema::draft202012::options().should_validate_formats(true).build(&schema).unwrap()
        });
        let answer = without_null(answer);
        for error in validator.iter_errors(&answer) {
            match exempt(&error) {
                Some(reason) => drop(self.used.insert(reason)),
                None if self.faults.len() < 20 => {
                    let place = error.instance_path();
                    self.faults.push(format!("{endpoint} {body} at {place}: {error:.300}"));
                }
                None => {}
            }
        }
    }

    /// All pages of a listing.
    fn list(&mut self, endpoint: &str, body: &Value) -> Vec<Value> {
        let mut records = Vec::new();
        let mut body = body.clone();
        loop {
            let page = self.ask(endpoint, &body);
            records.extend(page["results"].as_array().cloned().unwrap_or_default());
            body["cursor"] = page["nextCursor"].clone();
            if !body["cursor"].is_string() {
                break;
            }
        }
        records
    }

    fn small_lists(&mut self) {
        let archived = json!({ "includeArchived": true });
        for endpoint in
            ["candidateTag.list", "archiveReason.list", "source.list", "customField.list", "department.list"]
        {
            self.list(endpoint, &archived);
            self.list(endpoint, &json!({}));
        }
        self.ask("apiKey.info", &json!({}));
        self.list("user.list", &json!({ "includeDeactivated": true }));
        self.list("location.list", &json!({ "includeArchived": true, "includeLocationHierarchy": true }));
        self.ask("hiringTeamRole.list", &json!({}));
        self.ask("hiringTeamRole.list", &json!({ "namesOnly": false }));
        for plan in self.list("interviewPlan.list", &archived) {
            self.ask("interviewStage.list", &json!({ "interviewPlanId": plan["id"] }));
        }
    }

    fn jobs(&mut self) {
        let body = json!({
            "status": ["Draft", "Open", "Closed", "Archived"], "includeUnpublishedJobPostingsIds": true,
            "expand": ["location", "openings", "compensation"],
        });
        self.list("job.list", &json!({}));
        for job in self.list("job.list", &body) {
            self.ask("job.info", &json!({ "id": job["id"], "expand": ["location", "openings"] }));
        }
        for board in self.list("jobBoard.list", &json!({})) {
            let body = json!({ "jobBoardId": board["id"], "includeUnpublishedJobPostings": true });
            for posting in self.ask("jobPosting.list", &body)["results"].as_array().unwrap() {
                let body = json!({
                    "jobPostingId": posting["id"], "jobBoardId": board["id"], "includeUnpublishedJobPostings": true,
                });
                self.ask("jobPosting.info", &body);
            }
        }
    }

    fn people(&mut self) {
        for candidate in self.list("candidate.list", &json!({})) {
            let body = json!({ "candidateId": candidate["id"] });
            self.ask("candidate.info", &json!({ "id": candidate["id"] }));
            self.list("candidate.listNotes", &body);
            for file in candidate["fileHandles"].as_array().unwrap() {
                self.ask("file.info", &json!({ "fileHandle": file["handle"] }));
            }
        }
        self.ask("candidate.search", &json!({ "name": "an" }));
    }

    fn applications(&mut self) {
        let expand = json!(["openings", "applicationFormSubmissions", "referrals"]);
        let reason = self.ask("archiveReason.list", &json!({}))["results"][0]["id"].clone();
        for (number, application) in
            self.list("application.list", &json!({ "expand": ["openings"] })).iter().enumerate()
        {
            let id = &application["id"];
            self.ask("application.info", &json!({ "applicationId": id, "expand": expand }));
            self.list("application.listHistory", &json!({ "applicationId": id }));
            if number % 10 == 0 {
                self.walk(application, &reason);
            }
        }
    }

    /// Moves an application through all stages of its plan.
    fn walk(&mut self, application: &Value, reason: &Value) {
        let plan = &application["currentInterviewStage"]["interviewPlanId"];
        let stages = self.ask("interviewStage.list", &json!({ "interviewPlanId": plan }))["results"].clone();
        for stage in stages.as_array().unwrap() {
            let mut body = json!({ "applicationId": application["id"], "interviewStageId": stage["id"] });
            if stage["type"] == json!("Archived") {
                body["archiveReasonId"] = reason.clone();
            }
            self.ask("application.changeStage", &body);
        }
        self.list("application.listHistory", &json!({ "applicationId": application["id"] }));
    }

    /// Each endpoint once without the permission it needs.
    fn refusals(&mut self) {
        self.world.control(&json!({ "op": "scopes", "scopes": [] }), now()).unwrap();
        for endpoint in ENDPOINTS.into_iter().filter(|endpoint| *endpoint != "hiringTeamRole.list") {
            let answer = self.ask(endpoint, &json!({}));
            assert_eq!(answer["errorInfo"]["code"], json!("missing_endpoint_permission"), "{endpoint}");
        }
        self.world.control(&json!({ "op": "scopes" }), now()).unwrap();
        for (endpoint, body) in [
            ("candidate.list", json!({ "cursor": "G8" })),
            ("application.list", json!({ "syncToken": "jYnEBmjzR" })),
            ("application.changeStage", json!({})),
            ("candidate.info", json!({ "id": "nobody" })),
        ] {
            assert_eq!(self.ask(endpoint, &body)["success"], json!(false), "{endpoint}");
        }
    }
}

#[test]
fn every_answer_of_the_sandbox_is_one_that_ashby_could_give() {
    let Some(description) = openapi::load() else { return };
    let mut witness = Witness::new(11, description);
    witness.small_lists();
    witness.jobs();
    witness.people();
    witness.applications();
    witness.refusals();
    assert!(witness.faults.is_empty(), "{}", witness.faults.join("\n"));
    assert_eq!(witness.used.len(), 3, "exempted without need, all but {:?}", witness.used);
    for endpoint in ENDPOINTS {
        for success in [true, false] {
            let answered = witness.answered.contains(&(endpoint.to_owned(), success));
            assert_eq!(
                answered,
                success || endpoint != "hiringTeamRole.list",
                "{endpoint} success: {success}"
            );
        }
    }
}

#[test]
fn an_answer_that_ashby_would_not_give_is_found_out() {
    let Some(description) = openapi::load() else { return };
    let mut witness = Witness::new(12, description);
    for (endpoint, field) in [("candidate.list", "id"), ("application.list", "job"), ("job.list", "status")] {
        let before = witness.faults.len();
        let operation = json!({ "op": "malform", "endpoint": endpoint, "field": field });
        witness.world.control(&operation, now()).unwrap();
        witness.ask(endpoint, &json!({}));
        assert!(witness.faults.len() > before, "{endpoint} with a broken {field} passed");
    }
}
