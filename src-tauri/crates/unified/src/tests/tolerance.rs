//! Any field may be missing, null or of another type, and mapping still ends with rows.

use super::*;

/// Every way to drop, null or replace one value inside `record`, one at a time.
fn damaged(record: &Json) -> Vec<Json> {
    let mut all = Vec::new();
    for path in paths(record, "") {
        for damage in [None, Some(Json::Null), Some(7.into()), Some("?".into()), Some(Json::Array(vec![]))] {
            let mut copy = record.clone();
            match damage {
                Some(value) => *copy.pointer_mut(&path).unwrap() = value,
                None => drop_at(&mut copy, &path),
            }
            all.push(copy);
        }
    }
    all
}

fn paths(value: &Json, path: &str) -> Vec<String> {
    let children: Vec<(String, &Json)> = match value {
        Json::Object(object) => object.iter().map(|(key, child)| (format!("{path}/{key}"), child)).collect(),
        Json::Array(items) => {
            items.iter().enumerate().map(|(i, child)| (format!("{path}/{i}"), child)).collect()
        }
        _ => Vec::new(),
    };
    let mut all = Vec::new();
    for (path, child) in children {
        all.push(path.clone());
        all.extend(paths(child, &path));
    }
    all
}

fn drop_at(value: &mut Json, path: &str) {
    let (parent, key) = path.rsplit_once('/').unwrap();
    match value.pointer_mut(parent).unwrap() {
        Json::Object(object) => drop(object.remove(key)),
        Json::Array(items) => drop(items.remove(key.parse().unwrap())),
        _ => unreachable!("a path leads through objects and lists"),
    }
}

/// Maps every damaged form of every record that still has its own id; returns how many.
fn survive<T: DeserializeOwned>(records: &Json, map: impl Fn(&T)) -> usize {
    let mut mapped = 0;
    for record in records.as_array().unwrap() {
        for damaged in damaged(record) {
            if let Ok(record) = serde_json::from_value::<T>(damaged) {
                map(&record);
                mapped += 1;
            }
        }
    }
    mapped
}

#[test]
fn candidates_and_applications_survive_any_one_damage() {
    let organisation = Organisation::read();
    let connection = connection();
    let people = survive(&organisation.0["/candidate.list"], |record| {
        let rows = candidate(&connection, record);
        assert_eq!(rows.candidate.model.fields().len(), Candidate::FIELDS.len());
        assert_eq!(rows.candidate.id, Id::of(&connection, Candidate::TABLE, record.id.as_str()));
    });
    let applications = survive(&organisation.0["/application.list"], |record| {
        let rows = application(&connection, record, &ApplicationContext::default());
        let mut row = rows.application.model.fields().into_iter().chain(rows.application.model.private());
        assert!(row.all(|value| !format!("{value:?}").contains("EEO-SECRET-ANSWER")));
    });
    assert!(people > 500 && applications > 1000, "{people} {applications}");
}

#[test]
fn jobs_and_postings_survive_any_one_damage() {
    let organisation = Organisation::read();
    let (connection, context) = (connection(), organisation.context());
    let jobs = survive(&organisation.0["/job.list"], |record| {
        let rows = job(&connection, record, &context);
        assert_eq!(rows.job.remote_id.as_deref(), Some(record.id.as_str()));
    });
    let postings = survive(&organisation.0["/jobPosting.info"], |record: &ashby::JobPostingInfo| {
        let posting = PostingRecord::unlisted(record.clone());
        assert!(crate::posting(&connection, &posting, &now()).remote_id.is_some());
        let mut context = context.clone();
        let of_job = record.job_id.clone().unwrap_or_default();
        let record = ashby::Job { id: of_job.clone(), ..ashby::Job::default() };
        context.postings = [(of_job, vec![posting])].into();
        assert!(job(&connection, &record, &context).primary_posting.is_some());
    });
    assert!(jobs > 500 && postings > 200, "{jobs} {postings}");
}

#[test]
fn interviews_and_offers_survive_any_one_damage() {
    let organisation = Organisation::read();
    let connection = connection();
    let schedules = survive(&organisation.0["/interviewSchedule.list"], |record| {
        assert_eq!(interviews(&connection, record, |_| None).remote_id, record.id.as_str());
    });
    let offers = survive(&organisation.0["/offer.list"], |record| {
        assert!(offer(&connection, record).offer.remote_id.is_some());
    });
    assert!(schedules > 100 && offers > 50, "{schedules} {offers}");
}

#[test]
fn the_small_models_survive_any_one_damage() {
    let organisation = Organisation::read();
    let connection = connection();
    let at = |endpoint: &str| &organisation.0[endpoint];
    let users = survive(at("/user.list"), |record| assert!(user(&connection, record).remote_id.is_some()));
    let tags =
        survive(at("/candidateTag.list"), |record| assert!(tag(&connection, record).remote_id.is_some()));
    let reasons = survive(at("/archiveReason.list"), |record| {
        assert!(rejection_reason(&connection, record).remote_id.is_some());
    });
    let stages = survive(&at("/interviewStage.list")[remote(50)], |record| {
        assert!(stage(&connection, record).remote_id.is_some());
    });
    assert!([users, tags, reasons, stages].iter().all(|mapped| *mapped > 20));
}

#[test]
fn records_with_nothing_but_an_id_are_rows_too() {
    let connection = connection();
    assert_eq!(user(&connection, &ashby::User::default()).model, User::default());
    assert_eq!(tag(&connection, &ashby::Tag::default()).model, Tag::default());
    assert_eq!(stage(&connection, &ashby::Stage::default()).model, Stage::default());
    assert_eq!(candidate(&connection, &ashby::Candidate::default()).candidate.model, Candidate::default());
    let context = JobContext { job_url: None, ..JobContext::default() };
    assert_eq!(job(&connection, &ashby::Job::default(), &context).job.model, Job::default());
    assert_eq!(team_member(&connection, &ashby::HiringTeamMember::default()), None);
}
