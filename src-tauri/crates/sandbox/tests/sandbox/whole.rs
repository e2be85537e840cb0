//! A workspace of 400 people has everything Ashby can have.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::common::{listing, results, seeded};
use samara_sandbox::World;

/// The texts at a path of fields in all records; arrays on the way are walked.
fn values(records: &[Value], path: &str) -> BTreeSet<String> {
    let mut found: Vec<&Value> = records.iter().collect();
    for step in path.split('.') {
        found = found
            .into_iter()
            .filter_map(|value| value.get(step))
            .flat_map(|value| value.as_array().map_or_else(|| vec![value], |items| items.iter().collect()))
            .collect();
    }
    found.into_iter().filter_map(|value| value.as_str().map(str::to_owned)).collect()
}

fn all(world: &World, endpoint: &str) -> Vec<Value> {
    let body = json!({
        "includeArchived": true, "includeDeactivated": true, "includeNonSharedInterviews": true,
        "includeUnpublishedJobPostingsIds": true, "includeUnpublishedJobPostings": true,
    });
    listing(world, endpoint, &body).0
}

fn jobs(world: &World) -> Vec<Value> {
    let body = json!({
        "status": ["Draft", "Open", "Closed", "Archived"], "includeUnpublishedJobPostingsIds": true,
        "expand": ["location", "openings", "compensation"],
    });
    listing(world, "job.list", &body).0
}

fn expect(records: &[Value], path: &str, wanted: &[&str]) {
    let found = values(records, path);
    for value in wanted {
        assert!(found.contains(*value), "no {path} is {value}: {found:?}");
    }
}

const SEEDS: [u64; 4] = [1, 7, 11, 42];

#[test]
fn every_value_of_every_closed_list_occurs() {
    for seed in SEEDS {
        let world = seeded(seed, 400);
        people(&world);
        work(&world);
        interviews(&world);
    }
}

fn people(world: &World) {
    let users = all(world, "user.list");
    expect(
        &users,
        "globalRole",
        &["Organization Admin", "Elevated Access", "Limited Access", "External Recruiter"],
    );
    assert!(users.iter().any(|user| user["isEnabled"] == json!(false)));
    assert!(users.iter().any(|user| user["customFields"][0].is_object()));
    let candidates = all(world, "candidate.list");
    expect(
        &candidates,
        "socialLinks.type",
        &["LinkedIn", "GitHub", "Twitter", "Medium", "StackOverflow", "YouTube", "CodePen", "Website"],
    );
    for field in ["emailAddresses.type", "phoneNumbers.type"] {
        expect(&candidates, field, &["Personal", "Work", "Other"]);
    }
    let applications = all(world, "application.list");
    expect(&applications, "status", &["Active", "Lead", "Hired", "Archived"]);
    expect(&applications, "archiveReason.reasonType", &["RejectedByOrg", "RejectedByCandidate", "Other"]);
    expect(
        &applications,
        "currentInterviewStage.type",
        &["Lead", "PreInterviewScreen", "Active", "Offer", "Hired", "Archived"],
    );
    let names = values(&candidates, "fileHandles.name");
    for extension in ["_CV.pdf", "_CV.docx", "_letter.pdf", "_certificate.pdf", "_references.txt"] {
        assert!(names.iter().any(|name| name.ends_with(extension)), "no file ends with {extension}");
    }
    let mut projects = BTreeSet::new();
    for candidate in &candidates {
        let body = json!({ "candidateId": candidate["id"] });
        projects.extend(values(results(world, "candidate.listProjects", &body).as_array().unwrap(), "title"));
    }
    assert_eq!(projects, values(&all(world, "project.list"), "title"), "somebody is in each project");
}

fn work(world: &World) {
    let jobs = jobs(world);
    expect(&jobs, "status", &["Draft", "Open", "Closed", "Archived"]);
    expect(&jobs, "employmentType", &["FullTime", "PartTime", "Intern", "Contract", "Temporary"]);
    expect(&jobs, "openings.openingState", &["Approved", "Closed", "Draft", "Filled", "Open"]);
    expect(
        &jobs,
        "hiringTeam.role",
        &[
            "Hiring Manager",
            "Recruiter",
            "Sourcer",
            "Recruiting Coordinator",
            "Interview Panel Lead",
            "Executive Sponsor",
            "Bar Raiser",
        ],
    );
    let parts = "compensation.compensationTiers.components";
    expect(
        &jobs,
        &format!("{parts}.compensationType"),
        &["Salary", "EquityPercentage", "EquityCashValue", "Commission", "Bonus"],
    );
    expect(
        &jobs,
        &format!("{parts}.interval"),
        &[
            "1 YEAR",
            "1 MONTH",
            "2 WEEK",
            "1 WEEK",
            "1 DAY",
            "1 HOUR",
            "0.5 MONTH",
            "2 MONTH",
            "3 MONTH",
            "6 MONTH",
        ],
    );
    assert!(jobs.iter().any(|job| job["confidential"] == json!(true) && job["status"] == json!("Open")));
    let roles = results(world, "hiringTeamRole.list", &json!({}));
    assert!(!roles.as_array().unwrap().contains(&json!("Bar Raiser")), "teams have titles no list has");

    let mut postings = Vec::new();
    for board in all(world, "jobBoard.list") {
        let body = json!({ "jobBoardId": board["id"], "includeUnpublishedJobPostings": true });
        for posting in results(world, "jobPosting.list", &body).as_array().unwrap() {
            let mut posting = posting.clone();
            posting["internal"] = board["isInternal"].clone();
            postings.push(posting);
        }
    }
    expect(&postings, "status", &["Published", "Draft"]);
    expect(&postings, "workplaceType", &["OnSite", "Hybrid", "Remote"]);
    let has = |test: &dyn Fn(&Value) -> bool| {
        postings.iter().any(|it| it["status"] == json!("Published") && test(it))
    };
    assert!(
        has(&|it| it["applicationDeadline"].as_str().is_some_and(|at| at < "2026-11-23")),
        "none expired"
    );
    assert!(has(&|it| it["isListed"] == json!(false) && it["internal"] == json!(false)), "none is unlisted");
    let only_inside = |it: &Value| {
        it["internal"] == json!(true)
            && !postings
                .iter()
                .any(|other| other["jobId"] == it["jobId"] && other["internal"] == json!(false))
    };
    assert!(has(&only_inside), "no job is advertised inside alone");
    let kinds = values(&all(world, "surveyFormDefinition.list"), "surveyType");
    assert_eq!(kinds.len(), 5, "{kinds:?}");
    let fields = all(world, "customField.list");
    expect(
        &fields,
        "objectType",
        &["Application", "Candidate", "Employee", "Job", "Offer", "Opening", "Talent_Project"],
    );
    let kinds = values(&fields, "fieldType");
    assert_eq!(kinds.len(), 10, "{kinds:?}");
}

fn interviews(world: &World) {
    let schedules = all(world, "interviewSchedule.list");
    expect(
        &schedules,
        "status",
        &[
            "NeedsScheduling",
            "WaitingOnCandidateBooking",
            "WaitingOnCandidateAvailability",
            "CandidateAvailabilitySubmitted",
            "Scheduled",
            "WaitingOnFeedback",
            "Complete",
            "Cancelled",
            "OnHold",
            "Unknown",
        ],
    );
    for schedule in &schedules {
        let events = schedule["interviewEvents"].as_array().unwrap();
        let held = ["Scheduled", "WaitingOnFeedback", "Complete"];
        assert_eq!(!events.is_empty(), held.contains(&schedule["status"].as_str().unwrap()));
        let ahead = schedule["status"] == json!("Scheduled");
        for event in events {
            assert_eq!(event["startTime"].as_str() > Some("2026-11-23T09:00"), ahead, "{event}");
            assert!(event["meetingLink"].is_string() != event["location"].is_string());
        }
    }
    expect(&schedules, "interviewEvents.interviewers.trainingRole", &["Shadow", "Reverse-Shadow"]);
    let offers = all(world, "offer.list");
    expect(
        &offers,
        "acceptanceStatus",
        &["Accepted", "Declined", "Pending", "Created", "Cancelled", "WaitingOnResponse"],
    );
    expect(
        &offers,
        "offerStatus",
        &[
            "WaitingOnApprovalStart",
            "WaitingOnOfferApproval",
            "WaitingOnApprovalDefinition",
            "WaitingOnCandidateResponse",
            "CandidateRejected",
            "CandidateAccepted",
            "OfferCancelled",
        ],
    );
    expect(&offers, "latestVersion.approvalStatus", &["Approved", "WaitingOnApprovals", "Declined"]);
    let feedback = all(world, "applicationFeedback.list");
    let held: BTreeSet<String> = values(&schedules, "interviewEvents.id");
    assert!(values(&feedback, "interviewEventId").is_subset(&held));
}

#[test]
fn every_field_is_filled_somewhere() {
    for seed in SEEDS {
        let world = seeded(seed, 400);
        for (endpoint, fields) in FIELDS {
            let records = if *endpoint == "job.list" { jobs(&world) } else { all(&world, endpoint) };
            for field in *fields {
                let filled = records.iter().any(|it| {
                    let value = &it[field];
                    !value.is_null() && value.as_array().is_none_or(|items| !items.is_empty())
                });
                assert!(filled, "no record of {endpoint} has a {field}, seed {seed}");
            }
        }
    }
}

/// Lists and the fields their records can have.
const FIELDS: &[(&str, &[&str])] = &[
    ("user.list", &["email", "managerId", "customFields"]),
    (
        "job.list",
        &[
            "locationId",
            "departmentId",
            "defaultInterviewPlanId",
            "interviewPlanIds",
            "customFields",
            "jobPostingIds",
            "customRequisitionId",
            "hiringTeam",
            "author",
            "openedAt",
            "closedAt",
            "location",
            "openings",
            "compensation",
        ],
    ),
    (
        "candidate.list",
        &[
            "primaryEmailAddress",
            "primaryPhoneNumber",
            "tags",
            "position",
            "company",
            "school",
            "resumeFileHandle",
            "fileHandles",
            "customFields",
            "source",
            "creditedToUser",
            "timezone",
            "location",
            "fraudStatus",
        ],
    ),
    (
        "application.list",
        &[
            "customFields",
            "source",
            "archiveReason",
            "archivedAt",
            "creditedToUser",
            "hiringTeam",
            "appliedViaJobPostingId",
            "submitterClientIp",
            "submitterUserAgent",
        ],
    ),
    ("interviewSchedule.list", &["scheduledBy", "createdAt", "updatedAt", "interviewEvents"]),
    ("offer.list", &["decidedAt", "offerStatus", "latestVersion"]),
    ("interview.list", &["externalTitle", "instructionsHtml", "instructionsPlain", "jobId"]),
    ("opening.list", &["openedAt", "closedAt", "closeReasonId", "latestVersion"]),
    ("project.list", &["description", "authorId", "createdAt", "customFieldEntries"]),
    ("interviewerPool.list", &["trainingPath"]),
    ("department.list", &["externalName", "parentId", "extraData"]),
    ("location.list", &["externalName", "address", "workplaceType", "parentLocationId"]),
];
