//! A world that holds every answer it gives against Ashby's description.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use jsonschema::error::{ValidationError, ValidationErrorKind};
use samara_sandbox::{Config, Outcome, Request, World};
use serde_json::{Value, json};

use crate::openapi;

/// What the sandbox answers although the description does not allow it, and why. Beside these, a null stands for an
/// absent field everywhere: the description hardly knows null, Ashby's answers do.
fn exempt(error: &ValidationError) -> Option<&'static str> {
    let place = error.instance_path().to_string();
    match error.kind() {
        ValidationErrorKind::OneOfMultipleValid { .. } if place.ends_with("/value") => {
            Some("every text fits several alternatives of a custom field's value")
        }
        ValidationErrorKind::Format { .. } if place.ends_with("/customRequisitionId") => {
            Some("a requisition id is free text that the description calls a UUID")
        }
        ValidationErrorKind::Format { .. } if place.ends_with("/startDate") => {
            Some("an offer's start has been seen as a plain date")
        }
        ValidationErrorKind::Required { property } if property.as_str() == Some("trainingRole") => {
            Some("an interviewer who is qualified has no training role")
        }
        ValidationErrorKind::Enum { .. }
            if error.instance().as_str() == Some("missing_endpoint_permission") =>
        {
            Some("a permission can be missing anywhere, also where the codes are listed without that one")
        }
        _ => None,
    }
}

/// An answer without its null members.
fn without_null(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            // This one is described as null where there is none.
            let known =
                fields.into_iter().filter(|(name, value)| !value.is_null() || name == "interviewerPool");
            Value::Object(known.map(|(name, value)| (name, without_null(value))).collect())
        }
        Value::Array(items) => items.into_iter().map(without_null).collect(),
        plain => plain,
    }
}

/// A world that holds every answer it gives against the description.
pub struct Witness {
    pub world: World,
    description: Value,
    validators: BTreeMap<(String, bool), jsonschema::Validator>,
    pub faults: Vec<String>,
    pub used: BTreeSet<&'static str>,
    pub answered: BTreeSet<(String, bool)>,
}

pub fn now() -> DateTime<Utc> {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

impl Witness {
    pub fn new(seed: u64, description: Value) -> Self {
        let base_url = "http://127.0.0.1:4010".into();
        Self {
            world: World::new(Config { seed, candidates: 400, api_key: None, now: now(), base_url }),
            description,
            validators: BTreeMap::new(),
            faults: Vec::new(),
            used: BTreeSet::new(),
            answered: BTreeSet::new(),
        }
    }

    pub fn ask(&mut self, endpoint: &str, body: &Value) -> Value {
        let outcome = self.world.handle(&Request {
            method: "POST",
            path: &format!("/{endpoint}"),
            authorization: Some("Basic a2V5Og=="),
            acting_user: None,
            body: body.to_string().as_bytes(),
            now: now(),
        });
        let Outcome::Reply(reply) = outcome else { panic!("{endpoint} did not answer") };
        let answer: Value = serde_json::from_slice(&reply.body).unwrap();
        self.check(endpoint, body, answer.clone());
        answer
    }

    fn check(&mut self, endpoint: &str, body: &Value, answer: Value) {
        let success = answer["success"] == json!(true);
        self.answered.insert((endpoint.to_owned(), success));
        let key = (endpoint.to_owned(), success);
        let description = &self.description;
        let validator = self.validators.entry(key).or_insert_with(|| {
            let schema = openapi::response_schema(description, endpoint, success)
                .unwrap_or_else(|| panic!("{endpoint} is not described"));
            jsonschema::draft202012::options().should_validate_formats(true).build(&schema).unwrap()
        });
        let answer = without_null(answer);
        for error in validator.iter_errors(&answer) {
            match exempt(&error) {
                Some(reason) => drop(self.used.insert(reason)),
                None if self.faults.len() < 20 => {
                    let place = error.instance_path();
                    self.faults.push(format!("{endpoint} {body} at {place}: {error:.300}"));
                }
                None => {}
            }
        }
    }

    /// All pages of a listing.
    pub fn list(&mut self, endpoint: &str, body: &Value) -> Vec<Value> {
        let mut records = Vec::new();
        let mut body = body.clone();
        loop {
            let page = self.ask(endpoint, &body);
            records.extend(page["results"].as_array().cloned().unwrap_or_default());
            body["cursor"] = page["nextCursor"].clone();
            if !body["cursor"].is_string() {
                break;
            }
        }
        records
    }
}
