//! Interviews follow their schedules and kinds; what Ashby does not know is asked for in another way.

use serde_json::{Value, json};

use super::Office;
use crate::Code;

async fn later(office: &Office) {
    tokio::time::sleep(std::time::Duration::from_secs(60)).await;
    assert_eq!(office.sync().await.failures, []);
}

fn schedule_of(row: &Value) -> &Value {
    &row["remote_data"]["/interviewSchedule.list"]
}

#[tokio::test(start_paused = true)]
async fn a_cancelled_schedule_takes_its_interviews_and_their_teams_along() {
    let office = Office::open().await;
    let interviews = office.rows("ats_interviews").await;
    let one = interviews.iter().find(|row| schedule_of(row)["status"] == "Scheduled").unwrap();
    let schedule = &schedule_of(one)["id"];
    office.control(&json!({ "op": "cancel_schedule", "schedule_id": schedule }));
    later(&office).await;
    let left = office.rows("ats_interviews").await;
    assert!(left.len() < interviews.len());
    assert!(left.iter().all(|row| schedule_of(row)["id"] != *schedule));
    let of_team = |rows: &[Value]| rows.iter().filter(|row| row["interview_id"] == one["id"]).count();
    assert_eq!(of_team(&office.rows("ats_join_interviews_users").await), 0);
    for row in &left {
        let before = interviews.iter().find(|before| before["id"] == row["id"]).unwrap();
        assert_eq!(row, before, "no other interview moved");
    }
}

#[tokio::test(start_paused = true)]
async fn a_renamed_kind_of_interview_renames_its_interviews() {
    let office = Office::open().await;
    let interviews = office.rows("ats_interviews").await;
    let kind = &schedule_of(&interviews[0])["interviewEvents"][0]["interviewId"];
    let fields = json!({ "title": "Renamed" });
    office.control(&json!({ "op": "edit", "kind": "interview", "id": kind, "fields": fields }));
    later(&office).await;
    for (row, before) in office.rows("ats_interviews").await.iter().zip(&interviews) {
        let of_kind = schedule_of(row)["interviewEvents"][0]["interviewId"] == *kind;
        let title = if of_kind { &fields["title"] } else { &before["title"] };
        assert_eq!(&row["title"], title);
    }
}

#[tokio::test(start_paused = true)]
async fn what_ashby_refuses_to_expand_is_left_out_until_everything_is_listed() {
    let office = Office::connected();
    office.control(&json!({ "op": "refuse", "endpoint": "job.list", "code": "invalid_input" }));
    assert_eq!(office.sync().await.failures, []);
    let jobs = office.rows("ats_jobs").await;
    assert!(!jobs.is_empty());
    assert!(jobs.iter().any(|job| job["salary_amount_from"].is_number()), "postings tell the pay, too");
    later(&office).await;
    let params =
        office.workspace().read(|reading| reading.endpoint("job.list")).await.unwrap().unwrap().params;
    assert!(!params.contains("compensation"), "{params}");
    crate::pull::run(&office.workspace(), true).await.unwrap();
    let params =
        office.workspace().read(|reading| reading.endpoint("job.list")).await.unwrap().unwrap().params;
    assert!(params.contains("compensation"), "{params}");
}

#[tokio::test(start_paused = true)]
async fn a_list_whose_place_is_lost_twice_is_asked_for_whole_again() {
    let office = Office::connected();
    office.control(
        &json!({ "op": "refuse", "endpoint": "job.list", "code": "invalid_next_cursor", "times": 2 }),
    );
    let failures = office.sync().await.failures;
    assert_eq!(failures.len(), 1);
    assert_eq!(failures[0].1.code, Code::Unavailable);
    assert_eq!(office.sync().await.failures, []);
    let params =
        office.workspace().read(|reading| reading.endpoint("job.list")).await.unwrap().unwrap().params;
    assert!(params.contains("compensation"), "{params}");
}

#[tokio::test(start_paused = true)]
async fn drafts_are_found_with_and_without_the_flag_for_them() {
    let known = Office::open().await.rows("ats_job_postings").await;
    assert!(known.iter().any(|row| row["status"] == "DRAFT"));
    for state in ["ignored", "refused"] {
        let office = Office::connected();
        office.control(&json!({ "op": "unpublished_postings", "is": state }));
        assert_eq!(office.sync().await.failures, [], "{state}");
        let rows = office.rows("ats_job_postings").await;
        assert!(rows.iter().any(|row| row["status"] == "ACTIVE"), "{state}");
        assert!(rows.len() <= known.len(), "{state}");
    }
}
