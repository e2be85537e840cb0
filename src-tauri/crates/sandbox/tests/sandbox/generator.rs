//! The workspace itself: the same from the same seed, and believable.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::common::{listing, now, reply, results, seeded, world};

fn everything(seed: u64) -> Vec<Vec<u8>> {
    let world = seeded(seed, 120);
    let (candidates, _) = listing(&world, "candidate.list", &json!({}));
    ["candidate.list", "application.list", "job.list", "jobPosting.list", "user.list", "candidateTag.list"]
        .into_iter()
        .map(|endpoint| reply(&world, endpoint, &json!({})).body)
        .chain(
            candidates
                .iter()
                .map(|it| reply(&world, "candidate.listNotes", &json!({ "candidateId": it["id"] })).body),
        )
        .collect()
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    assert_eq!(everything(3), everything(3));
    assert_ne!(everything(3), everything(4));
}

fn moment(value: &Value) -> chrono::DateTime<chrono::Utc> {
    value.as_str().unwrap().parse().unwrap()
}

#[test]
fn histories_are_consistent() {
    let world = world(400);
    let (applications, _) = listing(&world, "application.list", &json!({}));
    let jobs: BTreeMap<String, Value> = listing(&world, "job.list", &json!({}))
        .0
        .into_iter()
        .map(|job| (job["id"].as_str().unwrap().to_owned(), job))
        .collect();
    for it in applications {
        let full = results(&world, "application.info", &json!({ "applicationId": it["id"] }));
        let history = full["applicationHistory"].as_array().unwrap();
        let job = &jobs[it["job"]["id"].as_str().unwrap()];
        assert_eq!(history[0]["enteredStageAt"], it["createdAt"]);
        assert!(moment(&job["openedAt"]) <= moment(&it["createdAt"]), "applied before the job opened");
        assert!(moment(&it["updatedAt"]) < now());
        for pair in history.windows(2) {
            assert!(moment(&pair[0]["enteredStageAt"]) < moment(&pair[1]["enteredStageAt"]));
            assert_eq!(pair[0]["leftStageAt"], pair[1]["enteredStageAt"]);
        }
        let last = history.last().unwrap();
        let stage = &it["currentInterviewStage"];
        assert_eq!((&last["stageId"], &last["title"]), (&stage["id"], &stage["title"]));
        assert!(last["leftStageAt"].is_null());
        let status = match stage["type"].as_str().unwrap() {
            "Lead" => "Lead",
            "Hired" => "Hired",
            "Archived" => "Archived",
            _ => "Active",
        };
        assert_eq!(it["status"], json!(status));
        assert_eq!(it["archiveReason"].is_object(), status == "Archived");
        assert_eq!(it["archivedAt"].is_string(), status == "Archived");
        if matches!(status, "Lead" | "Active") {
            assert_eq!(job["status"], json!("Open"));
            assert!(now() - moment(&last["enteredStageAt"]) <= chrono::TimeDelta::days(30));
        }
    }
}

#[test]
fn the_demo_has_one_pipeline_worth_looking_at() {
    let world = world(400);
    let (applications, _) = listing(&world, "application.list", &json!({}));
    let mut live: BTreeMap<&str, usize> = BTreeMap::new();
    let mut columns: BTreeMap<u64, usize> = BTreeMap::new();
    for it in applications.iter().filter(|it| matches!(it["status"].as_str(), Some("Active" | "Lead"))) {
        *live.entry(it["job"]["id"].as_str().unwrap()).or_default() += 1;
    }
    let (biggest, count) = live.iter().max_by_key(|(_, count)| **count).unwrap();
    assert!(*count >= 140, "only {count} are under way");
    for it in applications.iter().filter(|it| it["job"]["id"] == json!(biggest)) {
        *columns.entry(it["currentInterviewStage"]["orderInInterviewPlan"].as_u64().unwrap()).or_default() +=
            1;
    }
    assert!(columns.len() >= 7, "{columns:?}");
    assert!(columns[&1] > columns[&3] && columns[&3] > columns[&4], "pipelines narrow: {columns:?}");
    let (jobs, _) =
        listing(&world, "job.list", &json!({ "status": ["Draft", "Open", "Closed", "Archived"] }));
    assert_eq!(jobs.len(), 24);
}

#[test]
fn large_workspaces_are_mostly_history() {
    let world = world(30_000);
    let mut live = 0;
    let mut body = json!({});
    for _ in 0..20 {
        let page: Value = crate::common::call(&world, "application.list", &body);
        let records = page["results"].as_array().unwrap();
        live += records.iter().filter(|it| matches!(it["status"].as_str(), Some("Active" | "Lead"))).count();
        body["cursor"] = page["nextCursor"].clone();
    }
    assert!((100..=220).contains(&live), "{live} of 2,000 are under way");
}

#[test]
fn gaps_come_as_null_and_as_silence() {
    let world = world(2_000);
    let (candidates, _) = listing(&world, "candidate.list", &json!({}));
    for field in [
        "primaryEmailAddress",
        "position",
        "company",
        "location",
        "source",
        "resumeFileHandle",
        "customFields",
    ] {
        let null = candidates.iter().filter(|it| it.get(field) == Some(&Value::Null)).count();
        let absent = candidates.iter().filter(|it| it.get(field).is_none()).count();
        assert!(null > 0 && absent > 0, "{field}: {null} null, {absent} absent");
        assert!(null + absent < 1_600, "{field} is hardly ever there");
    }
    let (applications, _) = listing(&world, "application.list", &json!({}));
    assert!(applications.iter().any(|it| it.get("source").is_none()));
    assert!(applications.iter().any(|it| it.get("source") == Some(&Value::Null)));
}

#[test]
fn people_are_many_and_their_addresses_their_own() {
    let world = world(2_000);
    let (candidates, _) = listing(&world, "candidate.list", &json!({}));
    let names: BTreeSet<&str> = candidates.iter().map(|it| it["name"].as_str().unwrap()).collect();
    assert!(names.len() > 1_800, "{} names", names.len());
    assert!(names.iter().any(|name| !name.contains(' ')), "somebody has one name");
    assert!(names.iter().any(|name| name.chars().count() > 60), "somebody has a very long one");
    assert!(
        names.iter().any(|name| name.chars().all(|it| !it.is_ascii_alphabetic())),
        "somebody has no Latin one"
    );
    let addresses: Vec<&str> =
        candidates.iter().filter_map(|it| it["primaryEmailAddress"]["value"].as_str()).collect();
    assert!(
        addresses.iter().all(|it| it.ends_with(".example") && it.is_ascii()),
        "all addresses are invented"
    );
    assert_eq!(addresses.iter().collect::<BTreeSet<_>>().len(), addresses.len());
}

#[test]
fn people_are_found_by_name_and_address() {
    let world = world(1_500);
    let (candidates, _) = listing(&world, "candidate.list", &json!({}));
    for candidate in candidates.iter().filter(|it| it["primaryEmailAddress"].is_object()).step_by(97) {
        let address = candidate["primaryEmailAddress"]["value"].as_str().unwrap().to_uppercase();
        assert_eq!(results(&world, "candidate.search", &json!({ "email": address })), json!([candidate]));
        let body = json!({ "email": address, "name": "nobody of this name" });
        assert_eq!(results(&world, "candidate.search", &body), json!([]));
    }
    let found = results(&world, "candidate.search", &json!({ "name": "a" }));
    assert_eq!(found.as_array().unwrap().len(), 100, "a search shows a hundred at most");
    assert_eq!(results(&world, "candidate.search", &json!({ "email": "nobody@mail.example" })), json!([]));
}

#[test]
fn forms_ask_every_kind_of_question_and_surveys_keep_their_answers() {
    let world = world(400);
    let mut kinds: BTreeSet<String> = BTreeSet::new();
    let mut surveys: BTreeSet<String> = BTreeSet::new();
    for board in results(&world, "jobBoard.list", &json!({})).as_array().unwrap() {
        for posting in
            results(&world, "jobPosting.list", &json!({ "jobBoardId": board["id"] })).as_array().unwrap()
        {
            let body = json!({ "jobPostingId": posting["id"], "jobBoardId": board["id"] });
            let full = results(&world, "jobPosting.info", &body);
            assert_eq!(board["isInternal"], json!(full["externalLink"].is_null()));
            for section in full["applicationFormDefinition"]["sections"].as_array().unwrap() {
                for field in section["fields"].as_array().unwrap() {
                    kinds.insert(field["field"]["type"].as_str().unwrap().to_owned());
                }
            }
            for survey in full["surveyFormDefinitions"].as_array().unwrap() {
                surveys.insert(survey["surveyType"].as_str().unwrap().to_owned());
            }
        }
    }
    for kind in [
        "String",
        "Phone",
        "Email",
        "Url",
        "SocialLink",
        "LongText",
        "RichText",
        "Number",
        "Score",
        "Boolean",
        "Date",
        "ValueSelect",
        "MultiValueSelect",
        "File",
        "Location",
        "EducationHistory",
        "Currency",
        "UUID",
    ] {
        assert!(kinds.contains(kind), "no form asks for a {kind}");
    }
    assert!(surveys.contains("EEOC") && surveys.contains("Diversity"));

    let (applications, _) = listing(&world, "application.list", &json!({}));
    let submitted: Vec<Value> = applications
        .iter()
        .filter(|it| it["appliedViaJobPostingId"].is_string())
        .map(|it| {
            let body = json!({ "applicationId": it["id"], "expand": ["applicationFormSubmissions"] });
            results(&world, "application.info", &body)["applicationFormSubmissions"][0].clone()
        })
        .collect();
    assert!(submitted.len() > 50);
    for submission in &submitted {
        let values = submission["submittedValues"].as_object().unwrap();
        assert!(values.contains_key("_systemfield_name"));
        assert!(values.keys().all(|path| !path.contains("eeoc")));
    }
    let by_form = json!({ "submittedFormInstanceId": submitted[0]["id"] });
    assert!(results(&world, "application.info", &by_form)["id"].is_string());
}

#[test]
fn jobs_carry_what_a_recruiter_looks_for() {
    let world = world(400);
    let body = json!({
        "status": ["Draft", "Open", "Closed", "Archived"], "includeUnpublishedJobPostingsIds": true,
        "expand": ["location", "openings", "compensation"],
    });
    let (jobs, _) = listing(&world, "job.list", &body);
    let has = |test: &dyn Fn(&Value) -> bool| jobs.iter().any(test);
    assert!(has(&|job| job["confidential"] == json!(true)));
    assert!(has(&|job| job["interviewPlanIds"].as_array().unwrap().len() == 2));
    assert!(has(&|job| job["location"]["address"]["postalAddress"]["addressLocality"].is_string()));
    assert!(has(&|job| job["openings"][0]["openingState"] == json!("Open")));
    assert!(has(&|job| job["compensation"]["compensationTiers"][0]["components"][0]["minValue"].is_number()));
    assert!(has(&|job| job["customRequisitionId"].as_str().is_some_and(|it| it.starts_with("HR-"))));
    let roles: BTreeSet<&str> = jobs
        .iter()
        .flat_map(|job| job["hiringTeam"].as_array().unwrap().iter().map(|it| it["role"].as_str().unwrap()))
        .collect();
    assert!(roles.is_superset(&BTreeSet::from([
        "Hiring Manager",
        "Recruiter",
        "Sourcer",
        "Recruiting Coordinator"
    ])));
    let draft = jobs.iter().find(|job| job["status"] == json!("Draft")).unwrap();
    let posting = &draft["jobPostingIds"][0];
    let body = json!({ "jobPostingId": posting, "includeUnpublishedJobPostings": true });
    assert_eq!(results(&world, "jobPosting.info", &body)["status"], json!("Draft"));
}
