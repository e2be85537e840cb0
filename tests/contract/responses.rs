//! Every answer the sandbox can give, against Ashby's description of it.

#![cfg(test)]

use serde_json::{Value, json};

mod writes;

use crate::openapi;
use crate::witness::{Witness, now};

/// The endpoints that read.
const READS: &[&str] = &[
    "apiKey.info",
    "application.info",
    "application.list",
    "application.listHistory",
    "applicationFeedback.list",
    "applicationHiringTeamRole.list",
    "archiveReason.list",
    "brand.list",
    "candidate.info",
    "candidate.list",
    "candidate.listNotes",
    "candidate.listProjects",
    "candidate.search",
    "candidateTag.list",
    "closeReason.list",
    "communicationTemplate.list",
    "customField.info",
    "customField.list",
    "department.info",
    "department.list",
    "feedbackFormDefinition.info",
    "feedbackFormDefinition.list",
    "file.info",
    "hiringTeamRole.list",
    "interview.info",
    "interview.list",
    "interviewEvent.list",
    "interviewPlan.list",
    "interviewSchedule.list",
    "interviewStage.info",
    "interviewStage.list",
    "interviewStageGroup.list",
    "interviewerPool.info",
    "interviewerPool.list",
    "job.info",
    "job.list",
    "job.search",
    "jobBoard.list",
    "jobInterviewPlan.info",
    "jobPosting.info",
    "jobPosting.list",
    "location.info",
    "location.list",
    "offer.info",
    "offer.list",
    "opening.info",
    "opening.list",
    "opening.search",
    "project.info",
    "project.list",
    "project.search",
    "source.list",
    "surveyFormDefinition.info",
    "surveyFormDefinition.list",
    "surveySubmission.list",
    "user.info",
    "user.list",
    "user.search",
    "webhook.info",
];

/// The endpoints that write.
const WRITES: &[&str] = &[
    "application.addHiringTeamMember",
    "application.changeSource",
    "application.changeStage",
    "application.create",
    "application.removeHiringTeamMember",
    "application.transfer",
    "application.update",
    "applicationFeedback.submit",
    "applicationForm.submit",
    "candidate.addProject",
    "candidate.addTag",
    "candidate.create",
    "candidate.createNote",
    "candidate.removeProject",
    "candidate.removeTag",
    "candidate.update",
    "candidate.uploadFile",
    "candidate.uploadResume",
    "candidateTag.archive",
    "candidateTag.create",
    "customField.create",
    "customField.setValue",
    "customField.setValues",
    "file.createFileUploadHandle",
    "surveySubmission.create",
    "webhook.create",
    "webhook.delete",
    "webhook.update",
];

fn endpoints() -> impl Iterator<Item = &'static str> {
    READS.iter().chain(WRITES).copied()
}

/// `hiringTeamRole.list` describes two kinds of success and no failure.
const NEVER_FAILS: &str = "hiringTeamRole.list";

/// Lists of records that are also told one by one, and the name of the id there.
const DETAILED: &[(&str, &str, &str)] = &[
    ("customField.list", "customField.info", "customFieldId"),
    ("department.list", "department.info", "departmentId"),
    ("location.list", "location.info", "locationId"),
    ("user.list", "user.info", "userId"),
    ("feedbackFormDefinition.list", "feedbackFormDefinition.info", "feedbackFormDefinitionId"),
    ("surveyFormDefinition.list", "surveyFormDefinition.info", "surveyFormDefinitionId"),
    ("interviewerPool.list", "interviewerPool.info", "interviewerPoolId"),
    ("interview.list", "interview.info", "id"),
    ("opening.list", "opening.info", "openingId"),
    ("offer.list", "offer.info", "offerId"),
    ("project.list", "project.info", "projectId"),
];

impl Witness {
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

    fn details(&mut self) {
        let all = json!({
            "includeArchived": true, "includeDeactivated": true, "includeNonSharedInterviews": true,
            "includeArchivedPools": true,
        });
        for (list, info, id) in DETAILED {
            let records = self.list(list, &all);
            assert!(!records.is_empty(), "{list} is empty");
            for record in records {
                self.ask(info, &json!({ *id: record["id"] }));
            }
        }
        for endpoint in [
            "applicationHiringTeamRole.list",
            "brand.list",
            "closeReason.list",
            "communicationTemplate.list",
            "interviewStageGroup.list",
        ] {
            assert!(!self.list(endpoint, &all).is_empty(), "{endpoint} is empty");
        }
        let user = self.ask("user.list", &json!({}))["results"][0].clone();
        let opening = self.ask("opening.list", &json!({}))["results"][0].clone();
        for (endpoint, body) in [
            ("user.search", json!({ "email": user["email"] })),
            ("job.search", json!({ "title": "engineer" })),
            ("project.search", json!({ "title": "a" })),
            ("opening.search", json!({ "identifier": opening["latestVersion"]["identifier"] })),
        ] {
            assert!(!self.list(endpoint, &body).is_empty(), "{endpoint} finds nothing");
        }
    }

    fn interviews(&mut self) {
        for schedule in self.list("interviewSchedule.list", &json!({})) {
            let id = &schedule["id"];
            let body = json!({ "interviewScheduleId": id, "expand": ["interview"] });
            let events = self.list("interviewEvent.list", &body);
            assert_eq!(events.len(), schedule["interviewEvents"].as_array().unwrap().len());
            self.ask("interviewStage.info", &json!({ "interviewStageId": schedule["interviewStageId"] }));
        }
        assert!(self.list("applicationFeedback.list", &json!({})).len() > 20);
    }

    fn jobs(&mut self) {
        let body = json!({
            "status": ["Draft", "Open", "Closed", "Archived"], "includeUnpublishedJobPostingsIds": true,
            "expand": ["location", "openings", "compensation"],
        });
        self.list("job.list", &json!({}));
        for job in self.list("job.list", &body) {
            self.ask("job.info", &json!({ "id": job["id"], "expand": ["location", "openings"] }));
            self.ask("jobInterviewPlan.info", &json!({ "jobId": job["id"] }));
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
            self.list("candidate.listProjects", &body);
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
        for endpoint in endpoints().filter(|endpoint| *endpoint != NEVER_FAILS) {
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
    witness.details();
    witness.interviews();
    witness.jobs();
    witness.people();
    witness.applications();
    witness.writes();
    witness.refusals();
    assert!(witness.faults.is_empty(), "{}", witness.faults.join("\n"));
    assert_eq!(witness.used.len(), 5, "exempted without need, all but {:?}", witness.used);
    for endpoint in endpoints() {
        for success in [true, false] {
            let answered = witness.answered.contains(&(endpoint.to_owned(), success));
            assert_eq!(answered, success || endpoint != NEVER_FAILS, "{endpoint} success: {success}");
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
