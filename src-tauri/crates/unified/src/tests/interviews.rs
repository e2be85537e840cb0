use serde_json::json;

use super::*;

fn schedule(status: &str, events: &Json) -> ashby::InterviewSchedule {
    parse(&json!({ "id": "is", "status": status, "applicationId": "a", "interviewStageId": "s",
        "scheduledBy": { "id": "u9", "firstName": "Cy", "lastName": "Tree", "email": "cy@seed.example", "isEnabled": true },
        "interviewEvents": events }))
}

fn event() -> Json {
    json!({ "id": "e", "interviewId": "i", "startTime": "2026-11-25T10:00:00+01:00", "endTime": "2026-11-25T10:45:00+01:00",
        "meetingLink": " https://meet.example/x ", "location": "Room 1", "feedbackLink": "https://f.example",
        "hasSubmittedFeedback": false, "createdAt": "2026-11-20T00:00:00Z", "updatedAt": "2026-11-21T00:00:00Z",
        "interviewers": [
            { "id": "u1", "firstName": "Ada", "lastName": "Byron", "isEnabled": false, "trainingRole": "Shadow", "isFeedbackRequired": true },
            { "id": "u1" }, { "id": "u2" }] })
}

fn mapped(schedule: &ashby::InterviewSchedule) -> ScheduleRows {
    interviews(&connection(), schedule, |id| (id.as_str() == "i").then(|| "Pairing".to_owned()))
}

#[test]
fn an_interview_is_mapped_field_by_field() {
    let rows = mapped(&schedule("Scheduled", &json!([event()])));
    let interview = &rows.interviews[0].interview;
    assert_eq!(
        shown(interview),
        json!({
            "title": "Pairing", "starting_at": "2026-11-25T09:00:00.000Z", "ending_at": "2026-11-25T09:45:00.000Z",
            "video_conferencing_url": "https://meet.example/x",
            "application_id": Id::of(&connection(), "ats_applications", "a"),
            "stage_id": Id::of(&connection(), "ats_application_stages", "s"),
            "remote_created_at": "2026-11-20T00:00:00.000Z", "remote_updated_at": "2026-11-21T00:00:00.000Z",
        })
    );
    let private = &interview.model.private;
    assert_eq!(private.schedule_status.as_deref(), Some("Scheduled"));
    assert_eq!(private.scheduled_by.as_deref(), Some("Cy Tree"));
    assert_eq!(private.team[0].training_role.as_deref(), Some("Shadow"));
    assert_eq!((private.location.as_deref(), private.has_feedback), (Some("Room 1"), Some(false)));
    assert_eq!(rows.interviews[0].team.len(), 2);
    let statuses: Vec<_> = rows.users.iter().map(|user| user.model.status.map(UserStatus::as_str)).collect();
    assert_eq!(statuses, [Some("ACTIVE"), Some("INACTIVE"), None]);
}

#[test]
fn the_title_comes_from_the_event_else_from_its_kind_else_from_what_candidates_see() {
    let with = |interview: Json, id: &str| {
        let mut event = event();
        event["interview"] = interview;
        event["interviewId"] = id.into();
        mapped(&schedule("Scheduled", &json!([event]))).interviews.remove(0).interview.model.title
    };
    assert_eq!(with(json!({ "id": "i", "title": "Own" }), "i").as_deref(), Some("Own"));
    assert_eq!(with(json!({ "id": "i", "externalTitle": "Seen" }), "i").as_deref(), Some("Pairing"));
    assert_eq!(with(json!({ "id": "x", "externalTitle": "Seen" }), "x").as_deref(), Some("Seen"));
    assert_eq!(with(Json::Null, "x"), None);
}

#[test]
fn a_cancelled_schedule_has_no_interviews() {
    let rows = mapped(&schedule("Cancelled", &json!([event()])));
    assert_eq!((rows.interviews.len(), rows.remote_id.as_str()), (0, "is"));
    assert_eq!(mapped(&schedule("NeedsScheduling", &json!([]))).interviews, []);
}

#[test]
fn the_deprecated_list_of_interviewers_fills_in() {
    let event = json!({ "id": "e", "interviewerUserIds": ["u1", "u1", "", "u2"] });
    let rows = mapped(&schedule("Invented", &json!([event])));
    assert_eq!(rows.interviews[0].team.len(), 2);
    assert_eq!(rows.interviews[0].interview.model.private.schedule_status.as_deref(), Some("Invented"));
}
