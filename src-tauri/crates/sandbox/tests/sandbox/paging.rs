//! Listings: every record once, deltas exactly, and the five codes that say "start over".

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::common::{call, call_at, control, ids, listing, refusal, refusal_at, results, world};

/// Every endpoint that pages, with what it needs.
fn paged() -> Vec<(&'static str, Value)> {
    vec![
        ("user.list", json!({ "includeDeactivated": true })),
        ("department.list", json!({ "includeArchived": true })),
        ("location.list", json!({ "includeArchived": true, "includeLocationHierarchy": true })),
        ("candidateTag.list", json!({ "includeArchived": true })),
        ("customField.list", json!({ "includeArchived": true })),
        ("interviewPlan.list", json!({ "includeArchived": true })),
        ("job.list", json!({ "status": ["Draft", "Open", "Closed", "Archived"] })),
        ("candidate.list", json!({})),
        ("application.list", json!({})),
    ]
}

#[test]
fn every_record_comes_exactly_once_whatever_the_page_size() {
    for candidates in [50, 51, 57, 400] {
        let world = world(candidates);
        let counts = control(&world, &json!({ "op": "counts" }));
        for (endpoint, body) in paged() {
            let whole = ids(&listing(&world, endpoint, &body).0);
            let unique: BTreeSet<&String> = whole.iter().collect();
            assert_eq!(unique.len(), whole.len(), "{endpoint} repeats a record");
            for limit in [1, 7, 99] {
                let mut body = body.clone();
                body["limit"] = json!(limit);
                assert_eq!(ids(&listing(&world, endpoint, &body).0), whole, "{endpoint} at {limit} a page");
            }
        }
        assert_eq!(listing(&world, "candidate.list", &json!({})).0.len(), candidates as usize);
        assert_eq!(json!(listing(&world, "application.list", &json!({})).0.len()), counts["applications"]);
        assert_eq!(counts["candidates"], json!(candidates));
    }
}

#[test]
fn candidates_and_applications_name_each_other() {
    let world = world(400);
    let (candidates, _) = listing(&world, "candidate.list", &json!({}));
    let (applications, _) = listing(&world, "application.list", &json!({}));
    let mut claimed: Vec<(String, String)> = candidates
        .iter()
        .flat_map(|candidate| {
            let id = candidate["id"].as_str().unwrap();
            candidate["applicationIds"]
                .as_array()
                .unwrap()
                .iter()
                .map(move |it| (it.as_str().unwrap().into(), id.into()))
        })
        .collect();
    let mut held: Vec<(String, String)> = applications
        .iter()
        .map(|it| (it["id"].as_str().unwrap().into(), it["candidate"]["id"].as_str().unwrap().into()))
        .collect();
    claimed.sort();
    held.sort();
    assert_eq!(claimed, held);
}

#[test]
fn a_listing_stands_still_while_the_world_moves() {
    let world = world(300);
    let first = call(&world, "candidate.list", &json!({}));
    let served = ids(first["results"].as_array().unwrap());
    let (all, _) = listing(&world, "candidate.list", &json!({}));
    let (seen, unseen) = (&served[3], ids(&all)[250].clone());
    control(&world, &json!({ "op": "delete_candidate", "candidate_id": seen }));
    control(&world, &json!({ "op": "delete_candidate", "candidate_id": unseen }));
    let added = control(&world, &json!({ "op": "add_candidate", "name": "Late Comer" }));
    let mut rest = Vec::new();
    let mut cursor = first["nextCursor"].clone();
    while cursor.is_string() {
        let page = call(&world, "candidate.list", &json!({ "cursor": cursor }));
        rest.extend(ids(page["results"].as_array().unwrap()));
        cursor = page["nextCursor"].clone();
    }
    let expected: Vec<String> = ids(&all)[100..].iter().filter(|id| **id != unseen).cloned().collect();
    assert_eq!(rest[..rest.len() - 1], expected[..]);
    assert_eq!(rest.last().map(String::as_str), added["candidate"]["id"].as_str());
}

#[test]
fn a_delta_holds_exactly_what_changed_in_its_present_state() {
    let world = world(500);
    let (_, token) = listing(&world, "candidate.list", &json!({}));
    let body = json!({ "syncToken": token });
    let (nothing, quiet) = listing(&world, "candidate.list", &body);
    assert!(nothing.is_empty() && quiet.is_some());

    let touched = control(&world, &json!({ "op": "touch", "candidates": 230 }));
    let wanted: BTreeSet<String> =
        touched["candidates"].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect();
    assert_eq!(wanted.len(), 230);
    let renamed = wanted.iter().next().unwrap();
    control(&world, &json!({ "op": "edit_candidate", "candidate_id": renamed, "name": "Renamed Twice" }));
    control(&world, &json!({ "op": "edit_candidate", "candidate_id": renamed, "name": "Renamed Thrice" }));

    let (changed, next) = listing(&world, "candidate.list", &body);
    assert_eq!(changed.len(), 230);
    assert_eq!(ids(&changed).into_iter().collect::<BTreeSet<_>>(), wanted);
    assert!(changed.iter().any(|it| it["name"] == json!("Renamed Thrice")));
    for record in &changed {
        assert_eq!(*record, results(&world, "candidate.info", &json!({ "id": record["id"] })));
    }
    assert!(listing(&world, "candidate.list", &json!({ "syncToken": next })).0.is_empty());
}

#[test]
fn what_changes_during_a_delta_comes_with_the_next() {
    let world = world(200);
    let (_, token) = listing(&world, "candidate.list", &json!({}));
    control(&world, &json!({ "op": "touch", "candidates": 20 }));
    let first = call(&world, "candidate.list", &json!({ "syncToken": token, "limit": 10 }));
    let (mut seen, again) = (ids(first["results"].as_array().unwrap()), first["results"][0]["id"].clone());
    control(&world, &json!({ "op": "edit_candidate", "candidate_id": again, "name": "Changed Meanwhile" }));
    let last = call(&world, "candidate.list", &json!({ "cursor": first["nextCursor"], "limit": 10 }));
    seen.extend(ids(last["results"].as_array().unwrap()));
    assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), 20);
    let (next, _) = listing(&world, "candidate.list", &json!({ "syncToken": last["syncToken"] }));
    assert_eq!(next.len(), 1);
    assert_eq!((&next[0]["id"], &next[0]["name"]), (&again, &json!("Changed Meanwhile")));
}

#[test]
fn the_deleted_leave_no_trace_in_deltas() {
    let world = world(100);
    let (all, token) = listing(&world, "application.list", &json!({}));
    let gone = all[0]["candidate"]["id"].clone();
    control(&world, &json!({ "op": "delete_candidate", "candidate_id": gone }));
    assert!(listing(&world, "application.list", &json!({ "syncToken": token })).0.is_empty());
    let left = listing(&world, "application.list", &json!({})).0;
    assert!(left.len() < all.len() && left.iter().all(|it| it["candidate"]["id"] != gone));
}

#[test]
fn filters_select_and_tokens_belong_to_their_filters() {
    let world = world(400);
    let (all, token) = listing(&world, "application.list", &json!({}));
    let (leads, leads_token) = listing(&world, "application.list", &json!({ "status": "Lead" }));
    assert!(!leads.is_empty() && leads.iter().all(|it| it["status"] == json!("Lead")));
    let job = &all[0]["job"]["id"];
    let (of_job, _) = listing(&world, "application.list", &json!({ "jobId": job }));
    assert_eq!(of_job.len(), all.iter().filter(|it| it["job"]["id"] == *job).count());
    let bound = 1_792_000_000_000_i64;
    let (young, _) = listing(&world, "candidate.list", &json!({ "createdAfter": bound }));
    let later = |it: &&Value| {
        let created: chrono::DateTime<chrono::Utc> = it["createdAt"].as_str().unwrap().parse().unwrap();
        created.timestamp_millis() > bound
    };
    let everyone = listing(&world, "candidate.list", &json!({})).0;
    assert_eq!(young.len(), everyone.iter().filter(later).count());
    assert!(!young.is_empty() && young.len() < everyone.len());

    assert_eq!(
        refusal(&world, "application.list", &json!({ "status": "Lead", "syncToken": token })),
        "sync_token_invalid"
    );
    assert_eq!(refusal(&world, "candidate.list", &json!({ "syncToken": leads_token })), "sync_token_invalid");
}

#[test]
fn each_recovery_code_comes_when_it_should() {
    let world = world(400);
    let (_, token) = listing(&world, "candidate.list", &json!({}));
    let cursor = call(&world, "candidate.list", &json!({}))["nextCursor"].clone();
    let with_token = json!({ "syncToken": token });
    let with_cursor = json!({ "cursor": cursor });

    assert_eq!(refusal(&world, "candidate.list", &json!({ "syncToken": "jYnEBmjzR" })), "sync_token_invalid");
    assert_eq!(refusal(&world, "candidate.list", &json!({ "syncToken": cursor })), "sync_token_invalid");
    assert_eq!(refusal(&world, "candidate.list", &json!({ "cursor": "G8" })), "invalid_next_cursor");
    assert_eq!(refusal(&world, "application.list", &with_cursor), "invalid_next_cursor");

    assert_eq!(call_at(&world, "candidate.list", &with_token, 14)["success"], json!(true));
    assert_eq!(refusal_at(&world, "candidate.list", &with_token, 15), "sync_token_expired");
    assert_eq!(refusal_at(&world, "candidate.list", &with_cursor, 2), "next_cursor_expired");

    control(&world, &json!({ "op": "delta_pages", "pages": 2 }));
    control(&world, &json!({ "op": "touch", "candidates": 201 }));
    assert_eq!(refusal(&world, "candidate.list", &with_token), "incremental_sync_too_large");

    control(&world, &json!({ "op": "expire_tokens" }));
    assert_eq!(refusal(&world, "candidate.list", &with_token), "sync_token_expired");
    control(&world, &json!({ "op": "expire_cursors" }));
    assert_eq!(refusal(&world, "candidate.list", &with_cursor), "next_cursor_expired");
    let (_, fresh) = listing(&world, "candidate.list", &json!({}));
    assert_eq!(call(&world, "candidate.list", &json!({ "syncToken": fresh }))["success"], json!(true));
}

#[test]
fn a_clock_that_jumps_expires_tokens_too() {
    let world = world(60);
    let (_, token) = listing(&world, "candidate.list", &json!({}));
    control(&world, &json!({ "op": "clock", "advance_seconds": 15 * 86_400 }));
    assert_eq!(refusal(&world, "candidate.list", &json!({ "syncToken": token })), "sync_token_expired");
}

#[test]
fn another_world_does_not_know_these_tokens() {
    let (_, token) = listing(&world(60), "candidate.list", &json!({}));
    let body = json!({ "syncToken": token });
    assert_eq!(refusal(&world(61), "candidate.list", &body), "sync_token_invalid");
    assert_eq!(refusal(&crate::common::seeded(12, 60), "candidate.list", &body), "sync_token_invalid");
}

#[test]
fn limits_and_types_are_checked_and_null_is_absent() {
    let world = world(60);
    for limit in [json!(0), json!(101), json!(-1), json!("x"), json!(1.5)] {
        assert_eq!(refusal(&world, "candidate.list", &json!({ "limit": limit })), "invalid_input");
    }
    assert_eq!(refusal(&world, "application.list", &json!({ "status": "Rejected" })), "invalid_input");
    assert_eq!(refusal(&world, "job.list", &json!({ "status": "Open" })), "invalid_input");
    let page = call(&world, "user.list", &json!({ "cursor": null, "syncToken": null, "limit": "5" }));
    assert_eq!(page["results"].as_array().unwrap().len(), 5);
    let unpaged = call(&world, "archiveReason.list", &json!({}));
    assert!(unpaged.get("nextCursor").is_none() && unpaged.get("moreDataAvailable").is_none());
}

#[test]
fn a_million_candidates_are_there_at_once() {
    let world = world(1_000_000);
    let first = call(&world, "candidate.list", &json!({}));
    assert_eq!(first["results"].as_array().unwrap().len(), 100);
    assert_eq!(first["moreDataAvailable"], json!(true));
    // The way to the end leads over the last candidate's record, not over a million others.
    let (added, _) = (control(&world, &json!({ "op": "add_candidate" })), ());
    let id = &added["candidate"]["id"];
    assert_eq!(results(&world, "candidate.info", &json!({ "id": id }))["id"], *id);
    let live = control(&world, &json!({ "op": "touch", "applications": 50 }));
    assert_eq!(live["applications"].as_array().unwrap().len(), 50);
    let moved = results(&world, "application.info", &json!({ "applicationId": live["applications"][0] }));
    assert!(moved["applicationHistory"].as_array().unwrap().len() >= 2);
}
