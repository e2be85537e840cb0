//! The whole unified model from one workspace: checks 1 to 4 of what shows that the model is kept.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::Office;

/// Fields Ashby has nothing for: offers have no time of their own, and forms no conditions.
const ASHBY_HAS_NONE: [&str; 2] = [
    "ats_join_jobs_screening_questions.precondition_question_id",
    "ats_join_jobs_screening_questions.precondition_options",
];

/// Every value of every enum that Ashby can produce.
const WORDS: [(&str, &str, &[&str]); 13] = [
    ("ats_users", "status", &["ACTIVE", "INACTIVE"]),
    ("ats_jobs", "status", &["OPEN", "CLOSED", "DRAFT", "ARCHIVED"]),
    ("ats_jobs", "employment_type", &["FULL_TIME", "PART_TIME", "INTERNSHIP", "CONTRACT", "Temporary"]),
    ("ats_jobs", "visibility", &["CONFIDENTIAL", "PUBLIC", "UNLISTED", "INTERNAL"]),
    ("ats_jobs", "remote_work_status", &["REMOTE", "HYBRID", "ON_SITE"]),
    ("ats_job_postings", "status", &["ACTIVE", "INACTIVE", "DRAFT"]),
    ("ats_job_postings", "visibility", &["PUBLIC", "INTERNAL", "UNLISTED"]),
    ("ats_applications", "outcome", &["PENDING", "HIRED", "DECLINED"]),
    ("ats_screening_questions", "category", &["EEO", "DEMOGRAPHIC"]),
    ("ats_offers", "status", &["ACCEPTED", "DECLINED", "ABANDONED", "SENT", "APPROVED", "DRAFT"]),
    ("ats_roles", "scope", &["SYSTEM", "JOB"]),
    ("ats_roles", "unified_type", &["ADMIN", "RECRUITER", "COORDINATOR", "HIRING_MANAGER", "SOURCER"]),
    ("ats_jobs", "salary_period", &["YEAR", "MONTH", "HOUR"]),
];

/// All rows of all tables.
async fn mirror(office: &Office) -> BTreeMap<&'static str, Vec<Value>> {
    let mut mirror = BTreeMap::new();
    for info in samara_unified::tables() {
        mirror.insert(info.table, office.rows(info.table).await);
    }
    mirror
}

fn is_filled(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
        _ => true,
    }
}

#[tokio::test(start_paused = true)]
async fn every_field_of_every_table_is_filled_and_every_word_occurs() {
    let office = Office::of(400).await;
    let mirror = mirror(&office).await;
    let mut empty = BTreeSet::new();
    for info in samara_unified::tables() {
        let rows = &mirror[info.table];
        let mut fields: Vec<&str> = info.fields.iter().map(|field| field.name).collect();
        fields.extend(info.has_remote_id.then_some("remote_id"));
        fields.extend(info.has_remote_data.then_some("remote_data"));
        if info.has_custom_fields {
            fields.extend(["custom_fields", "integration_fields"]);
        }
        for field in fields {
            if !rows.iter().any(|row| is_filled(&row[field])) {
                empty.insert(format!("{}.{field}", info.table));
            }
        }
    }
    assert_eq!(empty, ASHBY_HAS_NONE.map(str::to_owned).into());

    for (table, field, words) in WORDS {
        let met: BTreeSet<&str> = mirror[table].iter().filter_map(|row| row[field].as_str()).collect();
        for word in words {
            assert!(met.contains(word), "{table}.{field} is never {word}, only {met:?}");
        }
    }
    let of = |table: &str, part: fn(&Value) -> Vec<String>| -> BTreeSet<String> {
        mirror[table].iter().flat_map(part).collect()
    };
    let kinds = of("ats_screening_questions", |row| {
        row["format"]["type"].as_str().map(str::to_owned).into_iter().collect()
    });
    for kind in ["TEXT", "NUMBER", "BOOLEAN", "DATE", "SINGLE_SELECT", "MULTI_SELECT", "FILE", "UNKNOWN"] {
        assert!(kinds.contains(kind), "no question is {kind}, only {kinds:?}");
    }
    let types = |key: &'static str| {
        mirror["ats_candidates"]
            .iter()
            .flat_map(|row| row[key].as_array().into_iter().flatten())
            .filter_map(|item| item["type"].as_str())
            .collect::<BTreeSet<_>>()
    };
    for word in ["PERSONAL", "WORK", "OTHER"] {
        assert!(types("email_addresses").contains(word) || types("phone_numbers").contains(word), "{word}");
    }
    for word in ["LINKEDIN", "GITHUB", "TWITTER", "MEDIUM", "STACKOVERFLOW", "YOUTUBE", "CODEPEN", "WEBSITE"]
    {
        assert!(types("social_media").contains(word), "{word} of {:?}", types("social_media"));
    }
}

#[tokio::test(start_paused = true)]
async fn rebuilding_gives_the_same_rows_and_an_unchanged_run_moves_none() {
    let (one, other) = (Office::open().await, Office::open().await);
    let before = mirror(&one).await;
    let without_time = |mirror: &BTreeMap<&'static str, Vec<Value>>| {
        let mut mirror = mirror.clone();
        for row in mirror.values_mut().flatten() {
            row.as_object_mut().unwrap().remove("changed_at");
        }
        mirror
    };
    assert_eq!(without_time(&before), without_time(&mirror(&other).await));
    one.sync().await;
    assert_eq!(mirror(&one).await, before, "after a delta");
    crate::pull::run(&one.workspace(), true).await.unwrap();
    assert_eq!(mirror(&one).await, before, "after listing everything anew");
}

#[tokio::test(start_paused = true)]
async fn a_postings_new_title_moves_the_posting_alone() {
    let office = Office::open().await;
    let postings = office.rows("ats_job_postings").await;
    let posting = postings.iter().find(|row| row["status"] == "ACTIVE" && row["job_id"].is_string()).unwrap();
    let find = |rows: Vec<Value>, id: &Value| rows.into_iter().find(|row| row["id"] == *id).unwrap();
    let job = find(office.rows("ats_jobs").await, &posting["job_id"]);
    tokio::time::sleep(std::time::Duration::from_secs(3_600)).await;
    let fields = json!({ "title": "Renamed" });
    office.control(&json!({ "op": "edit", "kind": "posting", "id": posting["remote_id"], "fields": fields }));
    office.sync().await;
    let moved = find(office.rows("ats_job_postings").await, &posting["id"]);
    assert_eq!(moved["title"], "Renamed");
    assert_ne!(moved["changed_at"], posting["changed_at"]);
    let same = find(office.rows("ats_jobs").await, &posting["job_id"]);
    assert_eq!(same["changed_at"], job["changed_at"]);
}
