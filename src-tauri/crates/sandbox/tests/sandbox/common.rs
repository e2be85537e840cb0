//! A world, and a client that speaks to it without a network.

use chrono::{DateTime, TimeDelta, Utc};
use samara_sandbox::{Config, Outcome, Reply, Request, World};
use serde_json::{Value, json};

/// `key:` in Base64.
pub const AUTHORIZATION: &str = "Basic a2V5Og==";

pub fn now() -> DateTime<Utc> {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

pub fn world(candidates: u32) -> World {
    seeded(11, candidates)
}

pub fn seeded(seed: u64, candidates: u32) -> World {
    World::new(Config {
        seed,
        candidates,
        api_key: Some("key".into()),
        now: now(),
        base_url: "http://127.0.0.1:4010".into(),
    })
}

pub fn send(world: &World, endpoint: &str, body: &Value, now: DateTime<Utc>) -> Outcome {
    world.handle(&Request {
        method: "POST",
        path: &format!("/{endpoint}"),
        authorization: Some(AUTHORIZATION),
        acting_user: None,
        body: body.to_string().as_bytes(),
        now,
    })
}

pub fn reply(world: &World, endpoint: &str, body: &Value) -> Reply {
    match send(world, endpoint, body, now()) {
        Outcome::Reply(reply) => reply,
        other => panic!("{endpoint} got no reply but {other:?}"),
    }
}

pub fn json_of(reply: &Reply) -> Value {
    serde_json::from_slice(&reply.body).unwrap()
}

/// The body of an answer of status 200.
pub fn call_at(world: &World, endpoint: &str, body: &Value, days: i64) -> Value {
    match send(world, endpoint, body, now() + TimeDelta::days(days)) {
        Outcome::Reply(reply) if reply.status == 200 => json_of(&reply),
        other => panic!("{endpoint} answered {other:?}"),
    }
}

pub fn call(world: &World, endpoint: &str, body: &Value) -> Value {
    call_at(world, endpoint, body, 0)
}

/// `results` of a success.
pub fn results(world: &World, endpoint: &str, body: &Value) -> Value {
    let answer = call(world, endpoint, body);
    assert_eq!(answer["success"], json!(true), "{endpoint} {body}: {answer}");
    answer["results"].clone()
}

/// The code of a failure.
pub fn refusal(world: &World, endpoint: &str, body: &Value) -> String {
    refusal_at(world, endpoint, body, 0)
}

pub fn refusal_at(world: &World, endpoint: &str, body: &Value, days: i64) -> String {
    let answer = call_at(world, endpoint, body, days);
    assert_eq!(answer["success"], json!(false), "{endpoint} {body} succeeded");
    assert_eq!(answer["errors"], json!([answer["errorInfo"]["code"]]));
    answer["errorInfo"]["code"].as_str().unwrap().to_owned()
}

/// Everything an endpoint lists, and the sync token of its last page.
pub fn listing(world: &World, endpoint: &str, body: &Value) -> (Vec<Value>, Option<String>) {
    let mut records = Vec::new();
    let mut body = body.clone();
    loop {
        let page = call(world, endpoint, &body);
        assert_eq!(page["success"], json!(true), "{endpoint} {body}: {page}");
        records.extend(page["results"].as_array().unwrap().iter().cloned());
        if page["moreDataAvailable"] == json!(false) {
            assert_eq!(page.get("nextCursor"), None);
            return (records, page["syncToken"].as_str().map(str::to_owned));
        }
        assert_eq!(page.get("syncToken"), None, "only the last page has a sync token");
        body["cursor"] = page["nextCursor"].clone();
    }
}

pub fn ids(records: &[Value]) -> Vec<String> {
    records.iter().map(|record| record["id"].as_str().unwrap().to_owned()).collect()
}

pub fn control(world: &World, operation: &Value) -> Value {
    world.control(operation, now()).unwrap()
}
