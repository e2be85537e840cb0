//! Whatever is missing, null or odd in a record, the rest of it is read.

use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::*;

/// The ways to every value inside `value`, as JSON pointers.
fn paths(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                let path = format!("{at}/{key}");
                found.push(path.clone());
                paths(inner, &path, found);
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                paths(inner, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

fn without(full: &Value, path: &str) -> Value {
    let (parent, key) = path.rsplit_once('/').unwrap();
    let mut value = full.clone();
    value.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key).unwrap();
    value
}

fn with(full: &Value, path: &str, other: Value) -> Value {
    let mut value = full.clone();
    *value.pointer_mut(path).unwrap() = other;
    value
}

/// Every field of `full` is read, none but `required` is needed, and none spoils the record by being odd.
fn tolerates<T: DeserializeOwned + Debug + PartialEq>(full: &Value, required: &[&str]) {
    let read = |value: &Value| serde_json::from_str::<T>(&value.to_string());
    let whole = read(full).unwrap();
    let mut all = Vec::new();
    paths(full, "", &mut all);
    for path in &all {
        let lacking = [without(full, path), with(full, path, Value::Null)];
        if required.contains(&path.as_str()) {
            assert!(lacking.iter().all(|v| read(v).is_err()), "{path} is not required");
            continue;
        }
        for value in lacking {
            assert_ne!(read(&value).unwrap(), whole, "{path} is not read");
        }
        for odd in [json!(true), json!(7), json!("odd"), json!(["odd"]), json!({"odd": [{}]})] {
            let value = with(full, path, odd);
            assert!(read(&value).is_ok(), "{value}");
        }
        let mut extended = full.clone();
        extended.as_object_mut().unwrap().insert("addedNextYear".into(), json!({"a": [1]}));
        assert_eq!(read(&extended).unwrap(), whole);
    }
}

fn custom_field() -> Value {
    json!({"id": "f1", "title": "Level", "isPrivate": true, "valueLabel": ["Senior"], "value": ["senior"]})
}

fn user() -> Value {
    json!({"id": "u1", "firstName": "Ada", "lastName": "Byron", "email": "ada@example.com",
        "globalRole": "Limited Access", "isEnabled": true, "updatedAt": "2026-01-01T00:00:00.000Z",
        "managerId": "u2", "customFields": [custom_field()]})
}

fn member() -> Value {
    json!({"userId": "u1", "firstName": "Ada", "lastName": "Byron", "email": "ada@example.com", "role": "Recruiter"})
}

fn source() -> Value {
    json!({"id": "s1", "title": "LinkedIn", "isArchived": true,
        "sourceType": {"id": "st1", "title": "Sourced", "isArchived": true}})
}

fn contact() -> Value {
    json!({"value": "ada@example.com", "type": "Personal", "isPrimary": true})
}

fn opening() -> Value {
    json!({"id": "o1", "openedAt": "t", "closedAt": "t", "isArchived": true, "archivedAt": "t", "closeReasonId": "c",
        "openingState": "Open", "latestVersion": {"id": "ov1", "identifier": "R-7", "description": "d",
            "authorId": "u1", "createdAt": "t", "teamId": "t1", "jobIds": ["j1"], "targetHireDate": "d",
            "targetStartDate": "d", "isBackfill": true, "employmentType": "FullTime", "locationIds": ["l1"],
            "hiringTeam": [member()], "customFields": [custom_field()]}})
}

fn component() -> Value {
    json!({"id": "cc1", "compensationType": "Salary", "interval": "1 YEAR", "currencyCode": "EUR", "label": "Base",
        "minValue": 60_000, "maxValue": 80_000.5, "summary": "60-80k"})
}

fn compensation() -> Value {
    json!({"compensationTierSummary": "60-80k", "summaryComponents": [component()],
        "shouldDisplayCompensationOnJobBoard": true,
        "compensationTiers": [{"id": "ct1", "title": "T", "additionalInformation": "i", "tierSummary": "s",
            "components": [component()]}]})
}

fn address() -> Value {
    json!({"postalAddress": {"addressCountry": "DE", "addressRegion": "Berlin", "addressLocality": "Berlin",
        "postalCode": "10115", "streetAddress": "Weg 1"}})
}

fn location() -> Value {
    json!({"id": "l1", "name": "Berlin", "externalName": "HQ", "isArchived": true, "address": address(),
        "isRemote": true, "workplaceType": "Hybrid", "parentLocationId": "l2", "type": "Location",
        "extraData": {"k": "v"}})
}

fn form() -> Value {
    json!({"sections": [{"title": "About", "descriptionHtml": "<b>", "descriptionPlain": "b", "fields": [
        {"isRequired": true, "descriptionHtml": "<i>", "descriptionPlain": "i", "field": {"id": "q1",
            "type": "ValueSelect", "path": "q", "humanReadablePath": "Q", "title": "Where?", "isNullable": true,
            "selectableValues": [{"label": "Here", "value": "here", "isArchived": true}]}}]}]})
}

fn stage() -> Value {
    json!({"id": "s1", "title": "Screen", "type": "PreInterviewScreen", "orderInInterviewPlan": 1006,
        "interviewStageGroupId": "g1", "interviewPlanId": "p1"})
}

fn file() -> Value {
    json!({"id": "file1", "name": "cv.pdf", "handle": "h"})
}

fn posting() -> Value {
    json!({"id": "jp1", "title": "T", "jobId": "j1", "departmentName": "D", "teamName": "T", "locationName": "L",
        "locationIds": {"primaryLocationId": "l1", "secondaryLocationIds": ["l2"]}, "workplaceType": "Remote",
        "employmentType": "FullTime", "status": "Published", "isListed": true, "publishedDate": "2026-01-01",
        "applicationDeadline": "t", "externalLink": "https://x", "applyLink": "https://y", "updatedAt": "t"})
}

#[test]
fn organisation() {
    tolerates::<User>(&user(), &["/id"]);
    tolerates::<HiringTeamMember>(&member(), &[]);
    tolerates::<HiringTeamRole>(&json!({"id": "r1", "title": "Sourcer"}), &[]);
    tolerates::<Department>(
        &json!({"id": "d1", "name": "n", "externalName": "e", "isArchived": true, "parentId": "d2",
            "createdAt": "t", "updatedAt": "t", "extraData": {"k": "v"}}),
        &["/id"],
    );
    tolerates::<Location>(&location(), &["/id"]);
    tolerates::<ApiKeyInfo>(&json!({"title": "K", "createdAt": "t", "scopes": ["jobs:read"]}), &[]);
}

#[test]
fn hiring_process() {
    tolerates::<Tag>(&json!({"id": "t1", "title": "Rust", "isArchived": true}), &["/id"]);
    tolerates::<ArchiveReason>(
        &json!({"id": "r1", "text": "Withdrew", "reasonType": "RejectedByCandidate", "isArchived": true}),
        &["/id"],
    );
    tolerates::<Source>(&source(), &["/id"]);
    tolerates::<CustomFieldValue>(&custom_field(), &["/id"]);
    tolerates::<CustomFieldDefinition>(
        &json!({"id": "f1", "title": "Level", "objectType": "Candidate", "fieldType": "ValueSelect",
            "isPrivate": true, "isArchived": true, "isRequired": true, "isEditableOnlyViaPublicApi": true,
            "selectableValues": [{"label": "Senior", "value": "senior", "isArchived": true}]}),
        &["/id"],
    );
    tolerates::<InterviewPlan>(
        &json!({"id": "p1", "title": "Default", "isArchived": true, "createdAt": "t", "updatedAt": "t"}),
        &["/id"],
    );
    tolerates::<Stage>(&stage(), &["/id"]);
}

#[test]
fn jobs() {
    let job = json!({"id": "j1", "title": "Engineer", "confidential": true, "status": "Open",
        "employmentType": "FullTime", "locationId": "l1", "departmentId": "d1", "defaultInterviewPlanId": "p1",
        "interviewPlanIds": ["p1"], "customFields": [custom_field()], "jobPostingIds": ["jp1"],
        "customRequisitionId": "R-7", "brandId": "b1", "hiringTeam": [member()], "author": user(),
        "createdAt": "t", "updatedAt": "t", "openedAt": "t", "closedAt": "t", "location": location(),
        "openings": [opening()], "compensation": compensation()});
    tolerates::<Job>(&job, &["/id"]);
}

#[test]
fn postings() {
    let mut listed = posting();
    listed["compensationTierSummary"] = json!("60-80k");
    listed["shouldDisplayCompensationOnJobBoard"] = json!(true);
    tolerates::<JobPosting>(&listed, &["/id"]);

    let mut whole = posting();
    let more = json!({"descriptionPlain": "d", "descriptionHtml": "<p>d", "descriptionSocial": "s",
        "descriptionParts": {"descriptionOpening": {"html": "h", "plain": "p"},
            "descriptionBody": {"html": "h", "plain": "p"}, "descriptionClosing": {"html": "h", "plain": "p"}},
        "teamNameHierarchy": ["D", "T"], "linkedData": {"@type": "JobPosting"}, "address": address(),
        "isRemote": true, "suppressDescriptionOpening": true, "suppressDescriptionClosing": true,
        "applicationFormDefinition": form(),
        "surveyFormDefinitions": [{"id": "sf1", "organizationId": "org", "title": "S", "isArchived": true,
            "isDefaultForm": true, "formDefinition": form(), "surveyType": "EEOC"}],
        "applicationLimitCalloutHtml": "<p>", "compensation": compensation()});
    whole.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    tolerates::<JobPostingInfo>(&whole, &["/id"]);
}

#[test]
fn boards_and_plans_of_jobs() {
    tolerates::<JobBoard>(&json!({"id": "b1", "title": "Careers", "isInternal": true}), &["/id"]);
    let interview = json!({"id": "pi1", "title": "Pairing", "interviewId": "i1", "interviewDurationMinutes": 45,
        "isSchedulable": true});
    let activity = json!({"id": "ac1", "title": "Onsite", "interviews": [interview]});
    let stage = json!({"id": "s1", "title": "Onsite", "type": "Active", "orderInInterviewPlan": 3,
        "interviewStageGroupId": "g1", "activities": [activity]});
    tolerates::<JobInterviewPlan>(&json!({"jobId": "j1", "interviewPlanId": "p1", "stages": [stage]}), &[]);
    tolerates::<Opening>(&opening(), &["/id"]);
}

fn interview() -> Value {
    json!({"id": "i1", "title": "Pairing", "externalTitle": "Coding", "isArchived": true, "isDebrief": true,
        "isFeedbackRequired": true, "isFeedbackRequested": true, "instructionsHtml": "<p>", "instructionsPlain": "p",
        "jobId": "j1", "feedbackFormDefinitionId": "ff1"})
}

#[test]
fn interviews() {
    tolerates::<Interview>(&interview(), &["/id"]);
    let interviewer = json!({"id": "u1", "firstName": "Ada", "lastName": "Byron", "email": "ada@example.com",
        "globalRole": "Limited Access", "isEnabled": true, "updatedAt": "t", "trainingRole": "Shadow",
        "interviewerPool": {"id": "po1", "title": "Rust", "isArchived": true}, "isFeedbackRequired": true});
    let event = json!({"id": "e1", "interviewId": "i1", "interviewScheduleId": "is1", "interviewerUserIds": ["u1"],
        "interviewers": [interviewer], "createdAt": "t", "updatedAt": "t", "startTime": "t", "endTime": "t",
        "feedbackLink": "https://f", "location": "Room 1", "meetingLink": "https://m",
        "interviewerCalendarEventId": "cal", "hasSubmittedFeedback": true, "interview": interview(),
        "extraData": {"k": "v"}});
    tolerates::<InterviewEvent>(&event, &["/id"]);
    let schedule = json!({"id": "is1", "status": "Scheduled", "applicationId": "a1", "interviewStageId": "s1",
        "scheduledBy": user(), "createdAt": "t", "updatedAt": "t", "interviewEvents": [event]});
    tolerates::<InterviewSchedule>(&schedule, &["/id"]);
}

#[test]
fn offers() {
    let version = json!({"id": "ov1", "startDate": "2026-12-01", "salary": {"currencyCode": "EUR", "value": 70_000},
        "createdAt": "t", "openingId": "o1", "customFields": [custom_field()], "fileHandles": [file()],
        "author": user(), "approvalStatus": "Approved"});
    let offer = json!({"id": "of1", "decidedAt": "t", "applicationId": "a1", "acceptanceStatus": "Accepted",
        "offerStatus": "CandidateAccepted", "latestVersion": version, "versions": [version],
        "formDefinition": form()});
    tolerates::<Offer>(&offer, &["/id"]);
}

#[test]
fn feedback_and_projects() {
    let feedback = json!({"id": "fb1", "formDefinition": form(), "submittedValues": {"q": "here"},
        "submittedByUser": user(), "interviewId": "i1", "interviewEventId": "e1", "feedbackFormDefinitionId": "ff1",
        "applicationHistoryId": "h1", "applicationId": "a1", "submittedAt": "t"});
    tolerates::<Feedback>(&feedback, &["/id"]);
    let form = json!({"id": "ff1", "organizationId": "org", "title": "Scorecard", "isArchived": true,
        "isDefaultForm": true, "formDefinition": form(), "interviewId": "i1"});
    tolerates::<FeedbackForm>(&form, &["/id"]);
    let project = json!({"id": "pr1", "title": "Rust pool", "description": "d", "isArchived": true,
        "confidential": true, "authorId": "u1", "createdAt": "t", "customFieldEntries": [custom_field()]});
    tolerates::<Project>(&project, &["/id"]);
}

#[test]
fn candidates() {
    let candidate = json!({"id": "c1", "createdAt": "t", "updatedAt": "t", "name": "Ada Byron",
        "primaryEmailAddress": contact(), "emailAddresses": [contact()], "primaryPhoneNumber": contact(),
        "phoneNumbers": [contact()], "socialLinks": [{"type": "GitHub", "url": "https://github.com/ada"}],
        "tags": [{"id": "t1", "title": "Rust", "isArchived": true}], "position": "Engineer", "company": "Analytical",
        "school": "Home", "applicationIds": ["a1"], "resumeFileHandle": file(), "fileHandles": [file()],
        "customFields": [custom_field()], "profileUrl": "https://app", "source": source(), "creditedToUser": user(),
        "timezone": "Europe/London", "fraudStatus": "Unreviewed",
        "location": {"id": "cl1", "locationSummary": "London, UK",
            "locationComponents": [{"type": "City", "name": "London"}]}});
    tolerates::<Candidate>(&candidate, &["/id"]);
    let author = json!({"id": "u1", "firstName": "Ada", "lastName": "Byron", "email": "ada@example.com"});
    tolerates::<Note>(
        &json!({"id": "n1", "createdAt": "t", "isPrivate": true, "content": "<b>", "author": author}),
        &["/id"],
    );
    tolerates::<FileHandle>(&file(), &["/id"]);
    tolerates::<FileInfo>(&json!({"url": "https://files"}), &[]);
}

#[test]
fn applications() {
    let item = json!({"id": "h1", "stageId": "s1", "title": "Screen", "enteredStageAt": "t", "leftStageAt": "t",
        "stageNumber": 0, "allowedActions": ["none"], "actorId": "u1"});
    tolerates::<HistoryItem>(&item, &["/id"]);
    let application = json!({"id": "a1", "createdAt": "t", "updatedAt": "t", "status": "Archived",
        "customFields": [custom_field()], "currentInterviewStage": stage(), "source": source(), "archivedAt": "t",
        "candidate": {"id": "c1", "name": "Ada", "primaryEmailAddress": contact(), "primaryPhoneNumber": contact()},
        "archiveReason": {"id": "r1", "text": "T", "reasonType": "Other", "isArchived": true,
            "customFields": [custom_field()]},
        "job": {"id": "j1", "title": "Engineer", "locationId": "l1", "departmentId": "d1"},
        "creditedToUser": user(), "hiringTeam": [member()], "appliedViaJobPostingId": "jp1",
        "submitterClientIp": "192.0.2.1", "submitterUserAgent": "B", "openings": [opening()],
        "applicationHistory": [item],
        "applicationFormSubmissions": [{"id": "fi1", "formDefinition": form(), "submittedValues": {"q": "here"}}],
        "referrals": [{"user": user(), "referredAt": "t"}], "resumeFileHandle": file()});
    tolerates::<Application>(&application, &["/id"]);
}
