use serde_json::{Value, json};

use super::{Office, text};

fn wanted(query: &str, statuses: &[&str], sort: &str, desc: bool) -> Value {
    json!({ "query": query, "statuses": statuses, "sort": sort, "desc": desc, "offset": 0, "limit": 200 })
}

async fn rows(office: &Office, input: Value) -> Vec<Value> {
    office.call("list_jobs", input).await["rows"].as_array().unwrap().clone()
}

#[tokio::test(start_paused = true)]
async fn jobs_are_chosen_by_status_and_words_and_counted_by_status() {
    let office = Office::open().await;
    let all = office.call("list_jobs", wanted("", &[], "title", false)).await;
    let total = office.rows("ats_jobs").await.len() as u64;
    assert_eq!(all["total"], total);
    assert_eq!(all["coverage"]["complete"], true);
    let counted: u64 =
        all["counts"].as_array().unwrap().iter().filter_map(|count| count["count"].as_u64()).sum();
    assert_eq!(counted, total);

    let open = office.call("list_jobs", wanted("", &["OPEN"], "title", false)).await;
    assert!(open["rows"].as_array().unwrap().iter().all(|row| row["status"] == "OPEN"));
    assert_eq!(open["counts"], all["counts"], "the words alone narrow the counts");

    let title = text(&all["rows"][0], "title");
    let word = title.split(' ').next().unwrap().to_uppercase();
    let found = rows(&office, wanted(&word, &[], "title", false)).await;
    assert!(found.iter().any(|row| row["title"] == *title));
    assert_eq!(rows(&office, wanted("no such job", &[], "title", false)).await, Vec::<Value>::new());
}

#[tokio::test(start_paused = true)]
async fn the_palette_finds_jobs_by_title_and_number_those_that_begin_so_first() {
    let office = Office::open().await;
    let found = async |query: &str| -> Vec<String> {
        let hits = office.call("palette", json!({ "query": query, "limit": 50 })).await;
        let jobs = hits.as_array().unwrap().iter().filter(|hit| hit["kind"] == "job");
        jobs.map(|job| samara_unified::fold(&text(job, "title"))).collect()
    };
    let jobs = office.rows("ats_jobs").await;
    let (code, title) = (text(&jobs[0], "job_code"), samara_unified::fold(&text(&jobs[0], "name")));
    assert!(found(&code.to_lowercase()).await.contains(&title), "{code}");
    let begins = samara_unified::fold(&text(&jobs[0], "name")).split(' ').next().unwrap().to_owned();
    let titles = found(&begins).await;
    assert!(titles.contains(&title));
    let other = titles.iter().position(|title| !title.starts_with(&begins)).unwrap_or(titles.len());
    assert!(titles[other..].iter().all(|title| !title.starts_with(&begins)), "{titles:?}");
    for job in &jobs {
        let hits = office.call("palette", json!({ "query": job["job_code"], "limit": 50 })).await;
        let hit = hits.as_array().unwrap().iter().find(|hit| hit["id"] == job["id"]);
        let open = job["status"] == "OPEN";
        assert_eq!(hit.unwrap()["status"], if open { json!(null) } else { job["status"].clone() });
    }
}

#[tokio::test(start_paused = true)]
async fn the_palette_finds_tags_and_forgives_a_slip() {
    let office = Office::open().await;
    let found = async |query: &str| -> Vec<(String, String)> {
        let hits = office.call("palette", json!({ "query": query, "limit": 50 })).await;
        hits.as_array().unwrap().iter().map(|hit| (text(hit, "kind"), text(hit, "id"))).collect()
    };
    let tags = office.rows("ats_tags").await;
    let tag = tags.iter().find(|tag| text(tag, "name").len() > 5).unwrap();
    let (id, name) = (text(tag, "id"), text(tag, "name"));
    assert!(found(&name).await.contains(&("tag".to_owned(), id.clone())), "{name}");
    for (kind, table, field) in [
        ("tag", "ats_tags", "name"),
        ("job", "ats_jobs", "name"),
        ("candidate", "ats_candidates", "last_name"),
    ] {
        let rows = office.rows(table).await;
        let long = |word: &&str| word.chars().count() > 6 && word.chars().all(char::is_alphabetic);
        let (row, word) = rows
            .iter()
            .find_map(|row| Some((row, row[field].as_str()?.split(' ').find(long)?)))
            .expect("a long word");
        let mut letters: Vec<char> = word.chars().collect();
        letters.insert(4, 'q');
        let slip: String = letters.into_iter().collect();
        let hits = found(&slip).await;
        assert!(hits.contains(&(kind.to_owned(), text(row, "id"))), "{slip}: {hits:?}");
    }
    assert_eq!(found("qqqqqqq").await, []);
}

#[tokio::test(start_paused = true)]
async fn every_order_is_kept_both_ways() {
    let office = Office::open().await;
    let key = |sort: &str, row: &Value| match sort {
        "active" => format!("{:06}", row["active"].as_u64().unwrap()),
        "opened" => row["opened_at"].as_str().unwrap_or_default().to_owned(),
        "status" => {
            let order = ["OPEN", "DRAFT", "CLOSED", "ARCHIVED"];
            order.iter().position(|status| row["status"] == **status).unwrap_or(4).to_string()
        }
        _ => samara_unified::fold(row["title"].as_str().unwrap()),
    };
    for sort in ["title", "status", "active", "opened"] {
        for desc in [false, true] {
            let rows = rows(&office, wanted("", &[], sort, desc)).await;
            let mut keys: Vec<String> = rows.iter().map(|row| key(sort, row)).collect();
            if desc {
                keys.reverse();
            }
            assert!(keys.is_sorted(), "{sort} {desc}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn live_applications_are_counted_by_the_type_of_their_stage() {
    let office = Office::open().await;
    let applications = office.rows("ats_applications").await;
    for job in rows(&office, wanted("", &[], "active", true)).await {
        let live = applications
            .iter()
            .filter(|row| row["job_id"] == job["id"] && row["outcome"] == "PENDING")
            .count();
        assert_eq!(job["active"], live, "{}", job["id"]);
        let parts: u64 =
            job["stages"].as_array().unwrap().iter().filter_map(|part| part["count"].as_u64()).sum();
        assert_eq!(job["active"], parts);
    }
}
