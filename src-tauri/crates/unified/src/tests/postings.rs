use serde_json::json;

use super::*;

fn item(id: &str, status: Option<&str>, is_listed: Option<bool>, published: Option<&str>) -> PostingRecord {
    let item = ashby::JobPosting {
        id: id.into(),
        status: status.map(str::to_owned),
        is_listed,
        published_date: published.map(str::to_owned),
        external_link: Some(format!("https://jobs.example/{id}")),
        ..ashby::JobPosting::default()
    };
    PostingRecord::listed(item, None)
}

fn on(boards: &[bool], mut posting: PostingRecord) -> PostingRecord {
    let board = |(index, is_internal): (usize, &bool)| Board {
        remote_id: format!("board {index}"),
        is_internal: *is_internal,
    };
    posting.boards = boards.iter().enumerate().map(board).collect();
    posting
}

fn state(posting: &PostingRecord) -> Json {
    let row = crate::posting(&connection(), posting, &now());
    let shown = shown(&row);
    json!([shown["status"], shown["visibility"], shown["url"]])
}

#[test]
fn status_visibility_and_address_follow_the_boards() {
    let published = || item("p", Some("Published"), Some(true), None);
    let draft = || item("p", Some("Draft"), Some(true), None);
    let url = "https://jobs.example/p";
    assert_eq!(state(&published()), json!(["ACTIVE", "PUBLIC", url]));
    assert_eq!(state(&on(&[false], published())), json!(["ACTIVE", "PUBLIC", url]));
    assert_eq!(state(&on(&[true, false], published())), json!(["ACTIVE", "PUBLIC", url]));
    assert_eq!(state(&on(&[true], published())), json!(["ACTIVE", "INTERNAL", null]));
    assert_eq!(state(&item("p", Some("Published"), Some(false), None)), json!(["ACTIVE", "UNLISTED", url]));
    assert_eq!(state(&item("p", Some("Published"), None, None)), json!(["ACTIVE", null, url]));
    assert_eq!(state(&draft()), json!(["DRAFT", null, null]));
    assert_eq!(state(&on(&[false], draft())), json!(["DRAFT", "PUBLIC", null]));
    assert_eq!(state(&PostingRecord { was_published: true, ..draft() }), json!(["INACTIVE", null, null]));
    assert_eq!(state(&item("p", None, Some(true), None)), json!(["ACTIVE", "PUBLIC", url]));
    assert_eq!(state(&item("p", Some("Scheduled"), Some(true), None)), json!([null, null, null]));
}

#[test]
fn a_passed_deadline_ends_a_posting() {
    for (deadline, status) in [
        ("2026-03-31T23:59:59Z", "INACTIVE"),
        ("2026-04-01T00:00:00Z", "ACTIVE"),
        ("2026-04-02T00:00:00+02:00", "ACTIVE"),
    ] {
        let mut posting = item("p", Some("Published"), Some(true), None);
        posting.item.application_deadline = Some(deadline.to_owned());
        assert_eq!(state(&posting)[0], status, "{deadline}");
    }
}

#[test]
fn a_posting_remembers_that_it_was_published() {
    let private = |posting: &PostingRecord| crate::posting(&connection(), posting, &now()).model.private;
    assert!(private(&item("p", Some("Published"), None, None)).was_published);
    assert!(!private(&item("p", Some("Draft"), None, None)).was_published);
    let later = PostingRecord { was_published: true, ..item("p", Some("Draft"), None, None) };
    assert!(private(&later).was_published);
}

#[test]
fn a_posting_known_by_its_info_alone_is_no_published_one() {
    let info = ashby::JobPostingInfo {
        id: "p".into(),
        title: Some("Gardener".to_owned()),
        job_id: Some("j".into()),
        is_listed: Some(true),
        ..ashby::JobPostingInfo::default()
    };
    let row = crate::posting(&connection(), &PostingRecord::unlisted(info.clone()), &now());
    assert_eq!(row.model.status, Some(PostingStatus::Draft));
    assert_eq!(row.model.title.as_deref(), Some("Gardener"));
    assert_eq!(row.model.job_id, Some(Id::of(&connection(), "ats_jobs", "j")));
    let published = ashby::JobPostingInfo { status: Some("Published".to_owned()), ..info };
    let row = crate::posting(&connection(), &PostingRecord::unlisted(published), &now());
    assert_eq!(row.model.status, Some(PostingStatus::Active));
}

#[test]
fn the_primary_posting_is_the_most_public_then_the_oldest() {
    let listed_late = item("d", Some("Published"), Some(true), Some("2026-02-01"));
    let listed = item("c", Some("Published"), Some(true), Some("2026-01-01"));
    let listed_twin = item("b", Some("Published"), Some(true), Some("2026-01-01"));
    let unlisted = item("a", Some("Published"), Some(false), Some("2020-01-01"));
    let internal = on(&[true], item("a", Some("Published"), Some(true), Some("2019-01-01")));
    let draft = item("0", Some("Draft"), Some(true), Some("2018-01-01"));
    let undated = item("9", Some("Draft"), Some(true), None);
    let by_rank = [&listed_twin, &listed, &listed_late, &unlisted, &internal, &draft, &undated];
    for (rank, first) in by_rank.iter().enumerate() {
        let mut rest: Vec<PostingRecord> = by_rank[rank..].iter().map(|posting| (*posting).clone()).collect();
        assert_eq!(primary_posting(&rest), Some(*first));
        rest.reverse();
        assert_eq!(primary_posting(&rest), Some(*first));
    }
    assert_eq!(primary_posting(&[]), None);
}
