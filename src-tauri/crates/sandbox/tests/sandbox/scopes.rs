//! Who is let in, and to what.

use serde_json::json;

use crate::common::{AUTHORIZATION, call, control, json_of, now, reply, results, world};
use samara_sandbox::{Config, Outcome, Reply, Request, World};

fn knock(world: &World, method: &str, path: &str, authorization: Option<&str>) -> Reply {
    let request = Request { method, path, authorization, acting_user: None, body: b"{}", now: now() };
    match world.handle(&request) {
        Outcome::Reply(reply) => reply,
        other => panic!("{path} got no reply but {other:?}"),
    }
}

fn content_type(reply: &Reply) -> &str {
    reply.headers.iter().find(|(name, _)| name == "Content-Type").map(|(_, value)| value.as_str()).unwrap()
}

#[test]
fn without_a_key_or_with_a_wrong_one_nobody_gets_in() {
    let world = world(50);
    for absent in [None, Some("Basic"), Some("Bearer a2V5Og=="), Some("Basic Og=="), Some("Basic %%")] {
        let reply = knock(&world, "POST", "/user.list", absent);
        assert_eq!((reply.status, content_type(&reply)), (401, "text/plain; charset=utf-8"), "{absent:?}");
    }
    // `other:`
    assert_eq!(knock(&world, "POST", "/user.list", Some("Basic b3RoZXI6")).status, 403);
    assert_eq!(knock(&world, "POST", "/user.list", Some(AUTHORIZATION)).status, 200);
    control(&world, &json!({ "op": "revoke_key" }));
    assert_eq!(knock(&world, "POST", "/user.list", Some(AUTHORIZATION)).status, 403);
    control(&world, &json!({ "op": "restore_key" }));
    assert_eq!(knock(&world, "POST", "/user.list", Some(AUTHORIZATION)).status, 200);
}

#[test]
fn a_world_without_a_key_lets_any_key_in() {
    let config = Config { seed: 1, candidates: 50, api_key: None, now: now(), base_url: String::new() };
    let world = World::new(config);
    assert_eq!(knock(&world, "POST", "/user.list", Some("Basic b3RoZXI6")).status, 200);
    assert_eq!(knock(&world, "POST", "/user.list", None).status, 401);
}

#[test]
fn unknown_endpoints_are_not_found_and_every_reply_names_its_version() {
    let world = world(50);
    assert_eq!(knock(&world, "POST", "/candidate.explode", Some(AUTHORIZATION)).status, 404);
    assert_eq!(knock(&world, "GET", "/candidate.list", Some(AUTHORIZATION)).status, 404);
    for path in ["/user.list", "/candidate.explode"] {
        let reply = knock(&world, "POST", path, Some(AUTHORIZATION));
        for (name, value) in [("Ashby-Version", "2026-01-01"), ("Ashby-Version-Status", "active")] {
            assert!(reply.headers.contains(&(name.into(), value.into())), "{path} lacks {name}");
        }
    }
}

#[test]
fn each_endpoint_asks_for_its_own_permission() {
    let world = world(50);
    for (scope, endpoints) in [
        ("apiKeys:read", &["apiKey.info"][..]),
        ("organization:read", &["user.list", "department.list", "location.list", "hiringTeamRole.list"]),
        (
            "hiringProcessMetadata:read",
            &["candidateTag.list", "archiveReason.list", "source.list", "customField.list"],
        ),
        ("interviews:read", &["interviewPlan.list", "interviewStage.list"]),
        ("jobs:read", &["job.list", "job.info", "jobBoard.list", "jobPosting.list", "jobPosting.info"]),
        (
            "candidates:read",
            &[
                "candidate.list",
                "candidate.info",
                "candidate.search",
                "candidate.listNotes",
                "application.list",
                "application.info",
                "application.listHistory",
                "file.info",
            ],
        ),
        ("candidates:write", &["application.changeStage"]),
    ] {
        control(&world, &json!({ "op": "scopes", "withdraw": [scope] }));
        for endpoint in endpoints {
            let answer = reply(&world, endpoint, &json!({}));
            assert_eq!(answer.status, 403, "{endpoint} without {scope}");
            assert_eq!(json_of(&answer)["errorInfo"]["code"], json!("missing_endpoint_permission"));
        }
        control(&world, &json!({ "op": "scopes", "restore": [scope] }));
        for endpoint in endpoints {
            assert_eq!(reply(&world, endpoint, &json!({})).status, 200, "{endpoint} with {scope}");
        }
    }
}

#[test]
fn a_key_knows_its_scopes() {
    let world = world(50);
    assert!(
        results(&world, "apiKey.info", &json!({}))["scopes"]
            .as_array()
            .unwrap()
            .contains(&json!("candidates:write"))
    );
    control(&world, &json!({ "op": "scopes", "scopes": ["apiKeys:read", "jobs:read"] }));
    let info = call(&world, "apiKey.info", &json!({}));
    assert_eq!(info["results"]["scopes"], json!(["apiKeys:read", "jobs:read"]));
    assert_eq!(reply(&world, "candidate.list", &json!({})).status, 403);
    control(&world, &json!({ "op": "scopes" }));
    assert_eq!(reply(&world, "candidate.list", &json!({})).status, 200);
    assert!(world.control(&json!({ "op": "scopes", "scopes": ["candidates:fly"] }), now()).is_err());
}
