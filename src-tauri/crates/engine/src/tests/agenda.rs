use std::collections::BTreeSet;

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use samara_ashby::Clock as _;
use serde_json::{Value, json};

use super::{Office, text};

fn stamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Bounds of days around now.
fn days(office: &Office, from: i64, to: i64) -> Vec<String> {
    (from..=to).map(|day| stamp(office.clock.now() + TimeDelta::days(day))).collect()
}

async fn agenda(office: &Office, bounds: &[String], user: Option<&str>) -> (Value, Vec<Value>) {
    let mut rows = Vec::new();
    loop {
        let input = json!({ "bounds": bounds, "user": user, "offset": rows.len(), "limit": 7 });
        let page = office.call("agenda", input).await;
        let window = page["rows"].as_array().unwrap().clone();
        if window.is_empty() {
            return (page, rows);
        }
        rows.extend(window);
    }
}

#[tokio::test(start_paused = true)]
async fn the_calendar_holds_each_interview_of_its_days_once_and_in_order() {
    let office = Office::of(400).await;
    let bounds = days(&office, -20, 20);
    let (page, rows) = agenda(&office, &bounds, None).await;
    let within: BTreeSet<String> = office
        .rows("ats_interviews")
        .await
        .iter()
        .filter(|row| {
            row["starting_at"].as_str().is_some_and(|at| {
                let at = DateTime::parse_from_rfc3339(at).unwrap().to_utc();
                (at - office.clock.now()).abs() < TimeDelta::days(20)
            })
        })
        .map(|row| text(row, "id"))
        .collect();
    let shown: Vec<String> = rows.iter().map(|row| text(row, "id")).collect();
    assert!(within.len() > 20, "only {} interviews", within.len());
    assert_eq!(shown.iter().cloned().collect::<BTreeSet<_>>(), within);
    assert_eq!(shown.len(), within.len());
    assert!(rows.is_sorted_by_key(|row| text(row, "starting_at")));
    assert_eq!(page["total"], json!(rows.len()));
    assert_eq!(page["days"].as_array().unwrap().len(), 40);
    assert!(rows.iter().all(|row| row["candidate"].is_string() && row["job"].is_string()), "{rows:?}");
    assert!(rows.iter().any(|row| row["time_zone"].is_string()), "no time zone is known");
}

#[tokio::test(start_paused = true)]
async fn the_calendar_of_one_person_holds_what_they_hold_and_nothing_else() {
    let office = Office::of(400).await;
    let bounds = days(&office, -20, 20);
    let (_, all) = agenda(&office, &bounds, None).await;
    let holds = |row: &Value, user: &str| {
        row["interviewers"].as_array().unwrap().iter().any(|one| one["user_id"] == *user)
    };
    let user = text(&all.iter().find_map(|row| row["interviewers"].get(0).cloned()).unwrap(), "user_id");
    let (_, mine) = agenda(&office, &bounds, Some(&user)).await;
    let expected: Vec<&Value> = all.iter().filter(|row| holds(row, &user)).collect();
    assert!(!mine.is_empty() && mine.len() < all.len());
    assert_eq!(mine.iter().collect::<Vec<_>>(), expected);
}

#[tokio::test(start_paused = true)]
async fn feedback_is_owed_for_what_is_over_by_those_who_have_not_given_it() {
    let office = Office::of(400).await;
    let page = office.call("overdue_feedback", json!({ "user": null, "offset": 0, "limit": 100 })).await;
    let rows = page["rows"].as_array().unwrap();
    assert!(!rows.is_empty());
    for row in rows {
        assert!(text(row, "ending_at").as_str() < stamp(office.clock.now()).as_str(), "{row}");
        assert_eq!(row["has_feedback"], false);
        let names: Vec<&Value> =
            row["interviewers"].as_array().unwrap().iter().map(|one| &one["name"]).collect();
        assert!(row["owing"].as_array().unwrap().iter().all(|name| names.contains(&name)), "{row}");
    }
    assert!(rows.iter().any(|row| !row["owing"].as_array().unwrap().is_empty()));
    let (calendar, _) = agenda(&office, &days(&office, 0, 1), None).await;
    assert_eq!(calendar["owing"], page["total"]);
}

#[tokio::test(start_paused = true)]
async fn days_that_do_not_rise_are_refused() {
    let office = Office::of(20).await;
    let [today, tomorrow] = [days(&office, 0, 0).remove(0), days(&office, 1, 1).remove(0)];
    for bounds in [vec![], vec![&today], vec![&tomorrow, &today], vec![&today, &today]] {
        let input = json!({ "bounds": bounds, "user": null, "offset": 0, "limit": 10 });
        assert!(office.try_call("agenda", input).await.is_err());
    }
}

#[tokio::test(start_paused = true)]
async fn a_calendar_file_replaces_the_one_before_and_holds_what_was_chosen() {
    let office = Office::of(400).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("interviews.ics").display().to_string();
    std::fs::write(&path, "an old one").unwrap();
    let bounds = days(&office, -20, 20);
    let calendar =
        json!({ "kind": "between", "from": bounds[0], "to": bounds.last().unwrap(), "user": null });
    let (page, rows) = agenda(&office, &bounds, None).await;
    let report = office.call("agenda_file", json!({ "calendar": calendar, "path": path })).await;
    assert_eq!(report["interviews"], page["total"]);
    let text_of = |path: &str| std::fs::read_to_string(path).unwrap();
    assert_eq!(text_of(&path).matches("BEGIN:VEVENT").count(), rows.len());

    let one = json!({ "kind": "one", "id": rows[0]["id"] });
    office.call("agenda_file", json!({ "calendar": one, "path": path })).await;
    assert_eq!(text_of(&path).matches("BEGIN:VEVENT").count(), 1);
    let nobody = json!({ "kind": "one", "id": "00000000-0000-0000-0000-000000000000" });
    assert!(office.try_call("agenda_file", json!({ "calendar": nobody, "path": path })).await.is_err());
    assert_eq!(text_of(&path).matches("BEGIN:VEVENT").count(), 1, "what was there stays");
}

#[tokio::test(start_paused = true)]
async fn offers_are_listed_by_status_and_by_their_days() {
    let office = Office::of(900).await;
    let all = office.rows("ats_offers").await;
    let list = async |statuses: Value, sort: &str, desc: bool| {
        let input = json!({ "statuses": statuses, "sort": sort, "desc": desc, "offset": 0, "limit": 100 });
        office.call("list_offers", input).await
    };
    let page = list(json!([]), "created", true).await;
    assert!(all.len() > 3);
    assert_eq!(page["total"], json!(all.len()));
    let rows = page["rows"].as_array().unwrap();
    assert!(rows.is_sorted_by(|one, other| text(one, "created_at") >= text(other, "created_at")));
    for count in page["counts"].as_array().unwrap() {
        let some = list(json!([count["status"]]), "starts", false).await;
        assert_eq!(some["total"], count["count"]);
        let rows = some["rows"].as_array().unwrap();
        assert_eq!(json!(rows.len()), count["count"]);
        assert!(rows.iter().all(|row| row["status"] == count["status"]));
        let starts: Vec<Option<&str>> = rows.iter().map(|row| row["starts_at"].as_str()).collect();
        assert!(starts.is_sorted_by_key(|at| (at.is_none(), *at)), "{starts:?}");
    }
}
