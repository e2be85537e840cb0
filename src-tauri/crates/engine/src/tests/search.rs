use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Office, text};

impl Office {
    /// All people a query finds, window by window.
    async fn found(&self, query: &str, sort: &str) -> Vec<Value> {
        let (mut rows, mut offset) = (Vec::new(), 0);
        loop {
            let input = json!({ "query": query, "sort": sort, "desc": false, "offset": offset, "limit": 20 });
            let page = self.call("list_candidates", input).await;
            assert_eq!(page["problems"], json!([]), "{query}");
            let window = page["rows"].as_array().unwrap().clone();
            if window.is_empty() {
                assert_eq!((&page["total"], &page["exact"]), (&json!(rows.len()), &json!(true)), "{query}");
                return rows;
            }
            offset += window.len();
            rows.extend(window);
        }
    }
}

fn ids(rows: &[Value]) -> BTreeSet<String> {
    rows.iter().map(|row| text(row, "id")).collect()
}

/// Ids of those rows of the whole list that fit.
fn fitting(all: &[Value], fits: impl Fn(&Value) -> bool) -> BTreeSet<String> {
    ids(&all.iter().filter(|row| fits(row)).cloned().collect::<Vec<_>>())
}

#[tokio::test(start_paused = true)]
async fn operators_narrow_the_list_of_people() {
    let office = Office::open().await;
    let all = office.found("", "name").await;
    assert_eq!(all.len(), 150);
    let tag = all.iter().find_map(|row| row["tags"][0].as_str()).unwrap();
    let tagged = office.found(&format!("tag:\"{tag}\""), "name").await;
    let has = |row: &Value| row["tags"].as_array().unwrap().iter().any(|name| name == tag);
    assert!(fitting(&all, has).is_subset(&ids(&tagged)) && tagged.len() < all.len());
    let others = office.found(&format!("-tag:\"{tag}\""), "name").await;
    assert_eq!(tagged.len() + others.len(), all.len());

    let source = all.iter().find_map(|row| row["source"].as_str()).unwrap();
    let from = office.found(&format!("source:\"{source}\""), "updated").await;
    assert!(fitting(&all, |row| row["source"] == *source).is_subset(&ids(&from)));

    let live = office.found("status:live", "created").await;
    let outcomes = office.rows("ats_applications").await;
    let in_process: BTreeSet<String> = outcomes
        .iter()
        .filter(|row| row["outcome"] == "PENDING")
        .map(|row| text(row, "candidate_id"))
        .collect();
    assert_eq!(ids(&live), in_process);
    for (status, outcome) in [("hired", "HIRED"), ("archived", "DECLINED")] {
        let found = office.found(&format!("status:{status}"), "name").await;
        let naive: BTreeSet<String> = outcomes
            .iter()
            .filter(|row| row["outcome"] == outcome)
            .map(|row| text(row, "candidate_id"))
            .collect();
        assert_eq!(ids(&found), naive, "{status}");
    }
    let day = &text(&all[40], "created_at")[..10];
    let made = office.found(&format!("created:>={day}"), "created").await;
    assert_eq!(ids(&made), fitting(&all, |row| text(row, "created_at").as_str() >= day));
}

#[tokio::test(start_paused = true)]
async fn a_job_is_asked_for_by_its_id_and_the_stage_told_is_the_one_there() {
    let office = Office::open().await;
    let applications = office.rows("ats_applications").await;
    let mut of_several = 0;
    for job in office.rows("ats_jobs").await {
        let on = applications.iter().filter(|row| row["job_id"] == job["id"]);
        let wanted: BTreeSet<String> = on.clone().map(|row| text(row, "candidate_id")).collect();
        let found = office.found(&format!("job:{}", text(&job, "id")), "name").await;
        assert_eq!(ids(&found), wanted, "no other job of that title");
        for row in found {
            let own =
                on.clone().find(|own| own["id"] == row["application"]).expect("an application to this job");
            assert_eq!((&row["stage"]["id"], &row["job"]), (&own["current_stage_id"], &job["name"]));
            of_several += usize::from(row["applications"].as_u64() > Some(1));
        }
    }
    assert!(of_several > 0, "somebody has applied to several jobs");
}

#[tokio::test(start_paused = true)]
async fn a_pending_move_is_found_where_it_leads_to() {
    let office = Office::open().await;
    let moved = office.movable().await;
    let stages = office.rows("ats_application_stages").await;
    let jobs = office.rows("ats_jobs").await;
    let name = |rows: &[Value], id: &str| text(rows.iter().find(|row| row["id"] == *id).unwrap(), "name");
    let query = format!("job:\"{}\" stage:\"{}\"", name(&jobs, &moved.job), name(&stages, &moved.to[1]));
    let before = ids(&office.found(&query, "name").await);
    office.start_move(&moved.id, &moved.to[1]).await;
    let mut after = ids(&office.found(&query, "name").await);
    assert!(after.contains(&moved.candidate));
    after.extend(before.clone());
    assert!(after.len() <= before.len() + 1);
}

#[tokio::test(start_paused = true)]
async fn what_is_not_understood_is_told_and_the_rest_is_looked_for() {
    let office = Office::open().await;
    let input = json!({ "query": "colour:red created:soon status:live", "sort": "name", "desc": false,
        "offset": 0, "limit": 100 });
    let page = office.call("list_candidates", input).await;
    assert_eq!(page["problems"].as_array().unwrap().len(), 2);
    assert_eq!(page["total"], json!(office.found("status:live", "name").await.len()));
}
