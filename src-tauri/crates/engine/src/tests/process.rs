use serde_json::json;

use super::{Office, text};

#[tokio::test(start_paused = true)]
async fn interviews_and_offers_stand_on_the_page_of_their_person_and_no_other() {
    let office = Office::of(60).await;
    let candidates: std::collections::HashMap<String, String> = office
        .rows("ats_applications")
        .await
        .iter()
        .map(|row| (text(row, "id"), text(row, "candidate_id")))
        .collect();
    for (table, list) in [("ats_interviews", "interviews"), ("ats_offers", "offers")] {
        let mut expected: Vec<(String, String)> = office
            .rows(table)
            .await
            .iter()
            .map(|row| (candidates[&text(row, "application_id")].clone(), text(row, "id")))
            .collect();
        let mut shown = Vec::new();
        for row in office.rows("ats_candidates").await {
            let process = office.call("candidate_process", json!({ "id": row["id"] })).await;
            assert_eq!(process[format!("{list}_coverage")]["complete"], true);
            for one in process[list].as_array().unwrap() {
                shown.push((text(&row, "id"), text(one, "id")));
                assert!(one["job"].is_string());
                if list == "interviews" {
                    assert!(!one["interviewers"].as_array().unwrap().is_empty(), "{one}");
                }
            }
        }
        expected.sort();
        shown.sort();
        assert!(!shown.is_empty(), "{table} is empty");
        assert_eq!(shown, expected);
    }
}
