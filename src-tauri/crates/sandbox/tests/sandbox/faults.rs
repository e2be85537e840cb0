//! Each fault does what its name says, and no more.

use std::time::Duration;

use serde_json::{Value, json};

use crate::common::{control, json_of, listing, now, results, send, world};
use samara_sandbox::{Outcome, Reply, World, parse_fault};

fn stage_move(world: &World) -> Value {
    let (applications, _) = listing(world, "application.list", &json!({ "status": "Active" }));
    let application = &applications[0];
    let current = &application["currentInterviewStage"];
    let stages =
        results(world, "interviewStage.list", &json!({ "interviewPlanId": current["interviewPlanId"] }));
    let target = stages
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["type"] == json!("Offer") && it["id"] != current["id"]);
    let target = target.or_else(|| stages.as_array().unwrap().iter().find(|it| it["type"] == json!("Hired")));
    json!({ "applicationId": application["id"], "interviewStageId": target.unwrap()["id"] })
}

/// Sends a move under one fault; what came of it, and whether it happened.
fn under(fault: &str) -> (Outcome, bool) {
    let world = world(100);
    let body = stage_move(&world);
    world.set_faults(vec![parse_fault(fault).unwrap()]);
    let outcome = send(&world, "application.changeStage", &body, now());
    world.set_faults(Vec::new());
    let after = results(&world, "application.info", &json!({ "applicationId": body["applicationId"] }));
    (outcome, after["currentInterviewStage"]["id"] == body["interviewStageId"])
}

fn replied(outcome: Outcome) -> Reply {
    match outcome {
        Outcome::Reply(reply) => reply,
        other => panic!("no reply but {other:?}"),
    }
}

#[test]
fn rate_limits_come_with_and_without_an_advice_and_before_anything_happens() {
    for (fault, advice) in [("rate-limit", Some("1")), ("rate-limit-bare", None)] {
        let (outcome, happened) = under(fault);
        let reply = replied(outcome);
        let after =
            reply.headers.iter().find(|(name, _)| name == "Retry-After").map(|(_, value)| value.as_str());
        assert_eq!((reply.status, after, happened), (429, advice, false));
        assert_eq!(json_of(&reply)["errorInfo"]["code"], json!("rate_limit_exceeded"));
        assert_ne!(json_of(&reply)["errors"][0], json!("rate_limit_exceeded"), "429 has sentences in errors");
    }
}

#[test]
fn server_errors_come_before_or_after_the_effect() {
    for (fault, expected) in [("server-error", false), ("server-error-after", true)] {
        let (outcome, happened) = under(fault);
        assert_eq!((replied(outcome).status, happened), (500, expected), "{fault}");
    }
}

#[test]
fn connections_close_before_or_after_the_effect() {
    for (fault, expected) in [("reset", false), ("lost-reply", true)] {
        let (outcome, happened) = under(fault);
        assert!(matches!(outcome, Outcome::Closed { committed } if committed == expected), "{fault}");
        assert_eq!(happened, expected, "{fault}");
    }
}

#[test]
fn a_lost_refusal_is_no_commitment() {
    let world = world(100);
    world.set_faults(vec![parse_fault("lost-reply").unwrap()]);
    let outcome = send(&world, "application.changeStage", &json!({}), now());
    assert!(matches!(outcome, Outcome::Closed { committed: false }));
}

#[test]
fn a_truncated_reply_is_not_json_as_far_as_it_comes() {
    let (outcome, happened) = under("truncate");
    let Outcome::Truncated(reply) = outcome else { panic!("not truncated: {outcome:?}") };
    assert!(happened && reply.cut() < reply.body.len());
    assert!(serde_json::from_slice::<Value>(&reply.body[..reply.cut()]).is_err());
}

#[test]
fn latency_and_slowness_only_take_time() {
    let (outcome, happened) = under("latency-250");
    let reply = replied(outcome);
    assert_eq!(
        (reply.status, reply.delay, reply.slow, happened),
        (200, Duration::from_millis(250), false, true)
    );
    let (outcome, _) = under("slow-400");
    let reply = replied(outcome);
    assert_eq!((reply.status, reply.delay, reply.slow), (200, Duration::from_millis(400), true));
}

#[test]
fn faults_by_control_keep_to_their_endpoints_and_count() {
    let world = world(100);
    control(
        &world,
        &json!({ "op": "faults", "faults": ["server-error"], "endpoints": ["job.list"], "times": 2 }),
    );
    assert!(
        matches!(send(&world, "user.list", &json!({}), now()), Outcome::Reply(reply) if reply.status == 200)
    );
    let statuses: Vec<u16> =
        (0..4).map(|_| replied(send(&world, "job.list", &json!({}), now())).status).collect();
    assert_eq!(statuses, [500, 500, 200, 200]);
    control(&world, &json!({ "op": "faults", "faults": [] }));
    assert!(world.control(&json!({ "op": "faults", "faults": ["gremlins"] }), now()).is_err());
}

#[test]
fn the_same_requests_meet_the_same_faults() {
    let run = || {
        let world = world(60);
        world.set_faults(vec![parse_fault("reset:0.3").unwrap(), parse_fault("truncate:0.2").unwrap()]);
        (0..200)
            .map(|_| match send(&world, "department.list", &json!({}), now()) {
                Outcome::Reply(_) => 'r',
                Outcome::Closed { .. } => 'c',
                Outcome::Truncated(_) => 't',
            })
            .collect::<String>()
    };
    let first = run();
    assert_eq!(first, run());
    assert!(first.contains('c') && first.contains('t') && first.contains('r'));
}
