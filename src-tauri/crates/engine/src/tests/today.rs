use std::collections::HashSet;

use serde_json::{Value, json};

use super::{Office, text};

const BEFORE_ALL: &str = "2000-01-01T00:00:00.000Z";

async fn review_jobs(office: &Office, mine: bool, since: &str) -> Value {
    office.call("review_jobs", json!({ "mine": mine, "since": since })).await
}

async fn queue(office: &Office, job: &str) -> Vec<Value> {
    let page = office.call("review_queue", json!({ "job_id": job, "offset": 0, "limit": 200 })).await;
    assert_eq!(page["total"], page["rows"].as_array().unwrap().len());
    page["rows"].as_array().unwrap().clone()
}

#[tokio::test(start_paused = true)]
async fn what_waits_for_a_review_is_counted_as_it_is_queued_the_oldest_first() {
    let office = Office::open().await;
    let jobs = review_jobs(&office, false, BEFORE_ALL).await;
    let rows = jobs["jobs"].as_array().unwrap();
    assert!(!rows.is_empty());
    let created: std::collections::HashMap<String, String> = office
        .rows("ats_applications")
        .await
        .iter()
        .map(|row| (text(row, "id"), text(row, "remote_created_at")))
        .collect();
    let known = office.rows("ats_jobs").await;
    let mut sum = 0;
    for job in rows {
        assert_eq!(known.iter().find(|row| row["id"] == job["job_id"]).unwrap()["job_code"], job["code"]);
        let queue = queue(&office, &text(job, "job_id")).await;
        assert_eq!(job["to_review"], queue.len());
        assert_eq!(job["fresh"], job["to_review"], "all came in since the beginning of time");
        let times: Vec<&String> = queue.iter().map(|row| &created[&text(row, "application_id")]).collect();
        assert!(times.is_sorted());
        assert_eq!(job["oldest_at"], *times[0]);
        sum += queue.len();
    }
    assert_eq!(jobs["to_review"], sum);
    let none = review_jobs(&office, false, "2100-01-01T00:00:00.000Z").await;
    assert_eq!((&none["fresh"], &none["to_review"]), (&json!(0), &json!(sum)));
}

#[tokio::test(start_paused = true)]
async fn whoever_was_decided_on_is_not_queued_again() {
    let office = Office::open().await;
    let jobs = review_jobs(&office, false, BEFORE_ALL).await;
    let job = text(&jobs["jobs"][0], "job_id");
    let before = queue(&office, &job).await;
    let application = text(&before[0], "application_id");
    let reasons = office.call("rejection_reasons", json!({})).await;
    let input = json!({ "application_id": application, "rejection_reason_id": reasons[0]["id"] });
    office.call("reject_application", input).await;
    let after = queue(&office, &job).await;
    assert_eq!(after, before[1..]);
    let counted = review_jobs(&office, false, BEFORE_ALL).await;
    assert_eq!(counted["to_review"].as_u64().unwrap() + 1, jobs["to_review"].as_u64().unwrap());
    office.send(60).await;
    assert_eq!(queue(&office, &job).await, after);
}

#[tokio::test(start_paused = true)]
async fn those_who_wait_long_are_told_the_longest_first() {
    let office = Office::open().await;
    let ask = |days: u32| json!({ "mine": false, "days": days, "offset": 0, "limit": 100 });
    let page = office.call("waiting_long", ask(7)).await;
    let rows = page["rows"].as_array().unwrap();
    assert!(rows.len() > 1 && page["total"].as_u64().unwrap() >= rows.len() as u64);
    assert!(rows.iter().map(|row| text(row, "entered_at")).collect::<Vec<_>>().is_sorted());
    assert!(rows.iter().all(|row| row["stage"]["kind"] != "Lead" && row["stage"]["kind"] != "Archived"));
    let longer = office.call("waiting_long", ask(60)).await;
    assert!(longer["total"].as_u64() < page["total"].as_u64());
    let first = text(&rows[0], "application_id");
    let reasons = office.call("rejection_reasons", json!({})).await;
    let input = json!({ "application_id": first, "rejection_reason_id": reasons[0]["id"] });
    office.call("reject_application", input).await;
    let after = office.call("waiting_long", ask(7)).await;
    assert!(after["rows"].as_array().unwrap().iter().all(|row| row["application_id"] != *first));
}

#[tokio::test(start_paused = true)]
async fn my_jobs_are_those_whose_hiring_team_i_am_on() {
    let office = Office::open().await;
    let teams = office.rows("ats_join_jobs_users").await;
    let user = text(&teams[0], "user_id");
    let mine: HashSet<String> =
        teams.iter().filter(|row| row["user_id"] == *user).map(|row| text(row, "job_id")).collect();
    let until = "2100-01-01T00:00:00.000Z";
    let unknown = office.call("today", json!({ "mine": true, "until": until })).await;
    assert!(unknown["me"].is_null(), "nobody has said who they are");
    let all = review_jobs(&office, true, BEFORE_ALL).await;
    assert_eq!(all, review_jobs(&office, false, BEFORE_ALL).await, "and so everything is shown");

    office.call("set_setting", json!({ "key": "acting_user", "value": user })).await;
    let today = office.call("today", json!({ "mine": true, "until": until })).await;
    assert_eq!((&today["me"]["id"], &today["me"]["jobs"]), (&json!(user), &json!(mine.len())));
    let own = review_jobs(&office, true, BEFORE_ALL).await;
    let own: Vec<String> = own["jobs"].as_array().unwrap().iter().map(|job| text(job, "job_id")).collect();
    let expected: Vec<String> = all["jobs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|job| text(job, "job_id"))
        .filter(|job| mine.contains(job))
        .collect();
    assert_eq!(own, expected);
    let waiting = json!({ "mine": true, "days": 1, "offset": 0, "limit": 100 });
    let waiting = office.call("waiting_long", waiting).await;
    assert!(waiting["rows"].as_array().unwrap().iter().all(|row| mine.contains(&text(row, "job_id"))));
}

#[tokio::test(start_paused = true)]
async fn interviews_of_applications_that_are_still_to_come_do_not_hide_the_others() {
    let office = Office::connected();
    let refuse = json!({ "op": "refuse", "endpoint": "application.list", "code": "invalid_input", "paged": true, "times": 9 });
    office.control(&refuse);
    office.sync().await;
    let now = samara_unified::Timestamp::from(samara_ashby::Clock::now(office.clock.as_ref()));
    let mut ahead = office.rows("ats_interviews").await;
    ahead.retain(|row| row["starting_at"].as_str().is_some_and(|at| at >= now.as_str()));
    let known = ahead.iter().filter(|row| row["application_id"].is_string()).count();
    assert!(known > 0 && known < ahead.len(), "{known} of {}", ahead.len());
    let until = "2100-01-01T00:00:00.000Z";
    let today = office.call("today", json!({ "mine": false, "until": until })).await;
    let shown = today["interviews"].as_array().unwrap();
    assert!(shown.len() >= known.min(12), "{} of {known} are shown", shown.len());
    assert!(shown.iter().all(|row| row["candidate_id"] != ""));
}

#[tokio::test(start_paused = true)]
async fn a_day_has_its_interviews_in_order_and_only_offers_that_are_open() {
    let office = Office::open().await;
    let ask = |until: &str| json!({ "mine": false, "until": until });
    let today = office.call("today", ask("2100-01-01T00:00:00.000Z")).await;
    let interviews = today["interviews"].as_array().unwrap();
    assert!(interviews.iter().map(|row| text(row, "starting_at")).collect::<Vec<_>>().is_sorted());
    assert!(today["interviews_total"].as_u64().unwrap() >= interviews.len() as u64);
    let nothing = office.call("today", ask(BEFORE_ALL)).await;
    assert_eq!(nothing["interviews_total"], 0);
    let open = ["SENT", "APPROVED", "DRAFT"];
    assert!(
        today["offers"]
            .as_array()
            .unwrap()
            .iter()
            .all(|offer| open.contains(&text(offer, "status").as_str()))
    );
    assert!(today["interviews_coverage"]["complete"].as_bool().unwrap());
}
