//! How long the engine waits for what does not come.

use samara_engine::pull;
use serde_json::json;

use crate::life::{Life, rows};
use crate::promise::Broken;

/// An endpoint that fails however it is asked is given up after about a minute; the others come in.
pub async fn one_endpoint_fails(life: &Life, faults: &[&str]) -> Result<(), Broken> {
    let endpoints = ["candidate.list"];
    let operation = json!({ "op": "faults", "faults": faults, "endpoints": endpoints });
    life.world.control(&operation, life.clock.time()).unwrap();
    let workspace = life.workspace().unwrap();
    let began = life.clock.time();
    let outcome = pull::run(&workspace, false).await.unwrap();
    let took = (life.clock.time() - began).num_seconds();
    assert!(took <= 90, "{faults:?} held the run up for {took} s");
    let failed: Vec<&str> = outcome.failures.iter().map(|(endpoint, _)| endpoint.as_str()).collect();
    assert_eq!(failed, endpoints, "{faults:?}");
    assert!(!rows(&workspace, "ats_applications").await.unwrap().is_empty());
    assert!(rows(&workspace, "ats_candidates").await.unwrap().is_empty());

    life.world.control(&json!({ "op": "faults", "faults": [] }), life.clock.time()).unwrap();
    let outcome = pull::run(&workspace, false).await.unwrap();
    assert_eq!(outcome.failures, [], "{faults:?}");
    assert!(!rows(&workspace, "ats_candidates").await.unwrap().is_empty());
    Ok(())
}

/// So is all of Ashby.
pub async fn everything_fails(life: &Life, fault: &str) -> Result<(), Broken> {
    life.world.control(&json!({ "op": "faults", "faults": [fault] }), life.clock.time()).unwrap();
    let workspace = life.workspace().unwrap();
    let began = life.clock.time();
    let outcome = pull::run(&workspace, false).await.unwrap();
    let took = (life.clock.time() - began).num_seconds();
    assert!(took <= 180, "{fault} held the run up for {took} s");
    assert!(outcome.is_failure());
    Ok(())
}
