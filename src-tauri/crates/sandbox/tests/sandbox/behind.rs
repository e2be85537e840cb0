//! What changes behind the client's back, and what complete listings and deltas tell of it.

use serde_json::{Value, json};

use crate::common::{control, ids, listing, now, refusal, results, world};
use samara_sandbox::World;

/// Lists, the kind of their records, and what brings all of them.
const LISTS: &[(&str, &str)] = &[
    ("user.list", "user"),
    ("department.list", "department"),
    ("location.list", "location"),
    ("candidateTag.list", "tag"),
    ("customField.list", "custom_field"),
    ("interviewPlan.list", "plan"),
    ("interview.list", "interview"),
    ("interviewSchedule.list", "schedule"),
    ("feedbackFormDefinition.list", "feedback_form"),
    ("surveyFormDefinition.list", "survey_form"),
    ("applicationFeedback.list", "feedback"),
    ("offer.list", "offer"),
    ("opening.list", "opening"),
    ("project.list", "project"),
    ("job.list", "job"),
    ("candidate.list", "candidate"),
    ("application.list", "application"),
];

fn everything(token: Option<&str>) -> Value {
    json!({ "includeArchived": true, "includeDeactivated": true, "syncToken": token })
}

#[test]
fn what_vanished_is_absent_from_complete_listings_and_deltas_say_nothing() {
    let world = world(200);
    for (endpoint, kind) in LISTS {
        let (before, token) = listing(&world, endpoint, &everything(None));
        let lost = &before[before.len() / 2];
        control(&world, &json!({ "op": "delete", "kind": kind, "id": lost["id"] }));
        let (after, _) = listing(&world, endpoint, &everything(None));
        assert_eq!(after.len() + 1, before.len(), "{endpoint}");
        assert!(!ids(&after).contains(&lost["id"].as_str().unwrap().to_owned()), "{endpoint}");
        let (told, _) = listing(&world, endpoint, &everything(token.as_deref()));
        assert_eq!(told, Vec::<Value>::new(), "{endpoint}");
        let look = json!({ "op": "record", "kind": kind, "id": lost["id"] });
        assert_eq!(control(&world, &look), Value::Null);
    }
}

#[test]
fn an_edit_of_any_kind_comes_with_the_next_delta_and_once() {
    let world = world(200);
    for (endpoint, kind) in LISTS {
        let (before, token) = listing(&world, endpoint, &everything(None));
        let it = &before[before.len() / 2];
        let fields = json!({ "customRemark": "changed" });
        control(&world, &json!({ "op": "edit", "kind": kind, "id": it["id"], "fields": fields }));
        let (told, token) = listing(&world, endpoint, &everything(token.as_deref()));
        assert_eq!(ids(&told), ids(std::slice::from_ref(it)), "{endpoint}");
        assert_eq!(told[0]["customRemark"], json!("changed"), "{endpoint}");
        if it["updatedAt"].is_string() {
            assert!(told[0]["updatedAt"].as_str() >= it["updatedAt"].as_str(), "{endpoint}");
        }
        assert!(listing(&world, endpoint, &everything(token.as_deref())).0.is_empty(), "{endpoint}");
    }
    let (tags, token) = listing(&world, "candidateTag.list", &json!({}));
    control(&world, &json!({ "op": "archive", "kind": "tag", "id": tags[0]["id"] }));
    assert!(listing(&world, "candidateTag.list", &json!({ "syncToken": token })).0.is_empty());
    assert_eq!(listing(&world, "candidateTag.list", &json!({})).0.len() + 1, tags.len());
    let added = control(&world, &json!({ "op": "add", "kind": "tag", "fields": { "title": "Brand new" } }));
    assert_eq!(listing(&world, "candidateTag.list", &json!({})).0.last(), Some(&added));
}

#[test]
fn names_change_wherever_they_are_shown() {
    let world = world(200);
    let (applications, _) = listing(&world, "application.list", &json!({}));
    let it = &applications[0];
    control(
        &world,
        &json!({ "op": "edit", "kind": "job", "id": it["job"]["id"], "fields": { "title": "Renamed" } }),
    );
    let fields = json!({ "name": "Somebody Else" });
    control(
        &world,
        &json!({ "op": "edit", "kind": "candidate", "id": it["candidate"]["id"], "fields": fields }),
    );
    let stage = results(&world, "application.info", &json!({ "applicationId": it["id"] }));
    assert_eq!(stage["job"]["title"], json!("Renamed"));
    assert_eq!(stage["candidate"]["name"], json!("Somebody Else"));
    let found = results(&world, "candidate.search", &json!({ "name": "somebody else" }));
    assert_eq!(found[0]["id"], it["candidate"]["id"]);
}

#[test]
fn what_hangs_on_a_job_or_an_application_goes_with_it() {
    let world = world(300);
    let (schedules, _) = listing(&world, "interviewSchedule.list", &json!({}));
    let application = &schedules[0]["applicationId"];
    control(&world, &json!({ "op": "delete", "kind": "application", "id": application }));
    let body = json!({ "applicationId": application });
    assert_eq!(listing(&world, "interviewSchedule.list", &body).0, Vec::<Value>::new());
    assert_eq!(listing(&world, "applicationFeedback.list", &body).0, Vec::<Value>::new());
    assert_eq!(refusal(&world, "application.info", &body), "application_not_found");

    let (applications, _) = listing(&world, "application.list", &json!({}));
    let job = &applications[0]["job"]["id"];
    let of_job = |it: &&Value| it["job"]["id"] == *job;
    let count = applications.iter().filter(of_job).count();
    control(&world, &json!({ "op": "delete", "kind": "job", "id": job }));
    assert_eq!(listing(&world, "application.list", &json!({})).0.len() + count, applications.len());
    assert_eq!(refusal(&world, "job.info", &json!({ "id": job })), "job_not_found");
}

#[test]
fn confidential_jobs_and_whoever_is_on_them_alone_can_be_hidden() {
    let world = world(400);
    let count = |endpoint: &str| listing(&world, endpoint, &json!({})).0.len();
    let lists = ["job.list", "application.list", "candidate.list", "opening.list", "project.list"];
    let before: Vec<usize> = lists.iter().map(|endpoint| count(endpoint)).collect();
    let confidential = listing(&world, "job.list", &json!({}))
        .0
        .into_iter()
        .find(|job| job["confidential"] == json!(true))
        .unwrap();
    control(&world, &json!({ "op": "confidential", "visible": false }));
    for (endpoint, before) in lists.iter().zip(&before) {
        assert!(count(endpoint) < *before, "{endpoint}");
    }
    assert_eq!(refusal(&world, "job.info", &json!({ "id": confidential["id"] })), "job_not_found");
    for candidate in listing(&world, "candidate.list", &json!({})).0 {
        for application in candidate["applicationIds"].as_array().unwrap() {
            let it = results(&world, "application.info", &json!({ "applicationId": application }));
            assert_ne!(it["job"]["id"], confidential["id"]);
        }
    }
    control(&world, &json!({ "op": "confidential", "visible": true }));
    assert_eq!(lists.iter().map(|endpoint| count(endpoint)).collect::<Vec<_>>(), before);
}

#[test]
fn a_cancelled_schedule_loses_its_events_and_a_moved_one_keeps_them() {
    let world = world(300);
    let (schedules, token) = listing(&world, "interviewSchedule.list", &json!({}));
    let coming = |it: &&Value| it["status"] == json!("Scheduled");
    let [one, other]: [&Value; 2] =
        schedules.iter().filter(coming).take(2).collect::<Vec<_>>().try_into().unwrap();
    control(&world, &json!({ "op": "cancel_schedule", "schedule_id": one["id"] }));
    control(&world, &json!({ "op": "reschedule", "schedule_id": other["id"], "minutes": 45 }));
    let (told, _) = listing(&world, "interviewSchedule.list", &json!({ "syncToken": token }));
    assert_eq!(ids(&told), ids(&[one.clone(), other.clone()]));
    assert_eq!((&told[0]["status"], &told[0]["interviewEvents"]), (&json!("Cancelled"), &json!([])));
    let events =
        |it: &Value| listing(&world, "interviewEvent.list", &json!({ "interviewScheduleId": it["id"] })).0;
    assert!(events(one).is_empty());
    assert_eq!(json!(events(other)), told[1]["interviewEvents"]);
    assert_eq!(ids(&events(other)), ids(other["interviewEvents"].as_array().unwrap()));
    assert!(events(other)[0]["startTime"].as_str() > other["interviewEvents"][0]["startTime"].as_str());
}

#[test]
fn a_job_goes_over_to_another_plan_with_its_applications() {
    let world = world(300);
    let (applications, token) = listing(&world, "application.list", &json!({}));
    let it = applications.iter().find(|it| it["status"] == json!("Active")).unwrap();
    let job = results(&world, "job.info", &json!({ "id": it["job"]["id"] }));
    let (plans, _) = listing(&world, "interviewPlan.list", &json!({}));
    let plan = plans.iter().rev().find(|plan| plan["id"] != job["defaultInterviewPlanId"]).unwrap();
    let done =
        control(&world, &json!({ "op": "transition_plan", "job_id": job["id"], "plan_id": plan["id"] }));
    let (told, _) = listing(&world, "application.list", &json!({ "syncToken": token }));
    assert_eq!(json!(ids(&told)), done["applications"]);
    for moved in &told {
        assert_eq!(moved["currentInterviewStage"]["interviewPlanId"], plan["id"]);
        let before = applications.iter().find(|it| it["id"] == moved["id"]).unwrap();
        assert_eq!(moved["status"], before["status"]);
        let stage = |it: &Value| it["currentInterviewStage"]["id"].clone();
        let mapping = json!({ "fromInterviewStageId": stage(before), "toInterviewStageId": stage(moved) });
        assert!(done["interviewStageMappings"].as_array().unwrap().contains(&mapping));
    }
    let job = results(&world, "job.info", &json!({ "id": job["id"] }));
    assert_eq!(job["defaultInterviewPlanId"], plan["id"]);
    let plan_of_job = results(&world, "jobInterviewPlan.info", &json!({ "jobId": job["id"] }));
    assert_eq!(plan_of_job["interviewPlanId"], plan["id"]);
}

fn first_posting(world: &World) -> Value {
    results(world, "jobPosting.list", &json!({}))[0].clone()
}

#[test]
fn a_form_can_change_without_a_trace() {
    let world = world(100);
    let before = first_posting(&world);
    let body = json!({ "jobPostingId": before["id"] });
    let form = results(&world, "jobPosting.info", &body)["applicationFormDefinition"].clone();
    control(
        &world,
        &json!({ "op": "edit_posting_form", "posting_id": before["id"], "title": "One more thing" }),
    );
    assert_eq!(first_posting(&world), before);
    let after = results(&world, "jobPosting.info", &body);
    assert_eq!(after["updatedAt"], before["updatedAt"]);
    assert_ne!(after["applicationFormDefinition"], form);
    let unpublish =
        json!({ "op": "edit", "kind": "posting", "id": before["id"], "fields": { "status": "Draft" } });
    control(&world, &unpublish);
    assert_ne!(first_posting(&world)["id"], before["id"]);
    assert_eq!(refusal(&world, "jobPosting.info", &body), "job_posting_not_found");
    let body = json!({ "jobPostingId": before["id"], "includeUnpublishedJobPostings": true });
    assert_eq!(results(&world, "jobPosting.info", &body)["status"], json!("Draft"));
}

#[test]
fn drafts_are_listed_only_by_an_ashby_that_knows_how() {
    let world = world(100);
    let body = json!({ "includeUnpublishedJobPostings": true });
    let drafts = |records: &Value| {
        records
            .as_array()
            .unwrap()
            .iter()
            .filter(|it| it["status"] == json!("Draft"))
            .cloned()
            .collect::<Vec<_>>()
    };
    let known = results(&world, "jobPosting.list", &body);
    let draft = drafts(&known)[0].clone();
    control(&world, &json!({ "op": "unpublished_postings", "is": "ignored" }));
    let ignored = results(&world, "jobPosting.list", &body);
    assert_eq!(ignored.as_array().unwrap().len() + drafts(&known).len(), known.as_array().unwrap().len());
    assert!(ignored.as_array().unwrap().iter().all(|it| it.get("status").is_none()));
    let info = results(&world, "jobPosting.info", &json!({ "jobPostingId": draft["id"] }));
    assert_eq!(info["id"], draft["id"]);
    control(&world, &json!({ "op": "unpublished_postings", "is": "refused" }));
    assert_eq!(refusal(&world, "jobPosting.list", &body), "invalid_input");
    assert_eq!(
        results(&world, "jobPosting.list", &json!({})).as_array().unwrap().len(),
        ignored.as_array().unwrap().len()
    );
}

#[test]
fn tags_and_notes_come_and_go() {
    let world = world(100);
    let (candidates, token) = listing(&world, "candidate.list", &json!({}));
    let it = candidates.iter().find(|it| !it["tags"].as_array().unwrap().is_empty()).unwrap();
    let change = |op: &str| {
        control(&world, &json!({ "op": op, "candidate_id": it["id"], "tag_id": it["tags"][0]["id"] }))["tags"]
            .as_array()
            .unwrap()
            .len()
    };
    let before = it["tags"].as_array().unwrap().len();
    assert_eq!((change("untag"), change("tag"), change("tag")), (before - 1, before, before));
    assert_eq!(
        ids(&listing(&world, "candidate.list", &json!({ "syncToken": token })).0),
        ids(std::slice::from_ref(it))
    );
    let body = json!({ "candidateId": it["id"] });
    let (notes, token) = listing(&world, "candidate.listNotes", &body);
    let note =
        control(&world, &json!({ "op": "add_note", "candidate_id": it["id"], "text": "Called back." }));
    let later = json!({ "candidateId": it["id"], "syncToken": token });
    assert_eq!(listing(&world, "candidate.listNotes", &later).0, vec![note.clone()]);
    assert_eq!(listing(&world, "candidate.listNotes", &body).0.len(), notes.len() + 1);
    control(&world, &json!({ "op": "delete", "kind": "note", "id": note["id"] }));
    assert_eq!(listing(&world, "candidate.listNotes", &body).0, notes);
}

#[test]
fn each_of_the_five_codes_can_be_had() {
    let world = world(300);
    let page = results(&world, "candidate.list", &json!({ "limit": 10 }));
    assert_eq!(page.as_array().unwrap().len(), 10);
    let cursor =
        || crate::common::call(&world, "candidate.list", &json!({ "limit": 10 }))["nextCursor"].clone();
    let token = || listing(&world, "candidate.list", &json!({})).1;
    let ask = |body: Value| refusal(&world, "candidate.list", &body);
    for (op, code) in [("expire_tokens", "sync_token_expired"), ("forget_tokens", "sync_token_invalid")] {
        let token = token();
        control(&world, &json!({ "op": op }));
        assert_eq!(ask(json!({ "syncToken": token })), code);
    }
    for (op, code) in [("expire_cursors", "next_cursor_expired"), ("forget_cursors", "invalid_next_cursor")] {
        let cursor = cursor();
        control(&world, &json!({ "op": op }));
        assert_eq!(ask(json!({ "limit": 10, "cursor": cursor })), code);
    }
    let token = token();
    control(&world, &json!({ "op": "touch", "candidates": 3 }));
    control(&world, &json!({ "op": "delta_pages", "pages": 0 }));
    assert_eq!(ask(json!({ "syncToken": token })), "incremental_sync_too_large");
    let refuse =
        json!({ "op": "refuse", "endpoint": "job.list", "code": "sync_token_expired", "paged": true });
    control(&world, &refuse);
    let (_, token) = listing(&world, "job.list", &json!({}));
    assert_eq!(refusal(&world, "job.list", &json!({ "syncToken": token })), "sync_token_expired");
    listing(&world, "job.list", &json!({ "syncToken": token }));
    assert!(world.control(&json!({ "op": "refuse", "endpoint": "job.list", "code": "x" }), now()).is_err());
}
