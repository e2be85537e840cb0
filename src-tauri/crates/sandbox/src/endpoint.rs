//! Every endpoint: the permission it asks for and what it answers.

mod answers;
mod application;
mod candidate;
mod field;
mod file;
mod interview;
mod job;
mod list;
mod metadata;
mod offer;
mod organisation;
mod posting;
mod project;
mod survey;
mod upload;
mod webhook;

use chrono::{DateTime, Utc};

use crate::World;
use crate::arguments::Arguments;
use crate::envelope::{Answer, Refusal};

pub(crate) use application::{Move, relocate, tell_move};
pub(crate) use file::download;
pub(crate) use upload::receive;

/// A request that has passed the door.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub world: &'a World,
    pub name: &'a str,
    pub arguments: Arguments,
    /// The place of the user who acts: the key's own, or whoever it acts for.
    pub actor: usize,
    pub now: DateTime<Utc>,
}

impl<'a> Call<'a> {
    pub fn read(world: &'a World, name: &'a str, body: &[u8], now: DateTime<Utc>) -> Result<Self, Refusal> {
        Ok(Self { world, name, arguments: Arguments::read(body)?, actor: 0, now })
    }

    pub fn now_ms(&self) -> i64 {
        self.now.timestamp_millis()
    }
}

/// What an endpoint asks of the key, and what answers it.
pub(crate) struct Endpoint {
    pub scope: &'static str,
    pub answer: fn(&Call) -> Answer,
}

impl Endpoint {
    pub fn writes(&self) -> bool {
        self.scope.ends_with(":write")
    }
}

/// The endpoint of this name, if there is one.
pub(crate) fn find(name: &str) -> Option<Endpoint> {
    let (resource, method) = name.split_once('.')?;
    let found = match resource {
        "applicationForm" => {
            (method == "submit").then_some(("candidates:write", application::submit as Handler))
        }
        "application" => application::endpoint(method),
        "candidate" => candidate::endpoint(method),
        "file" => file::endpoint(method),
        "job" | "jobInterviewPlan" | "opening" => job::endpoint(name),
        "jobBoard" | "jobPosting" => posting::endpoint(name),
        "interview"
        | "interviewEvent"
        | "interviewSchedule"
        | "interviewPlan"
        | "interviewStage"
        | "interviewStageGroup"
        | "applicationFeedback" => interview::endpoint(name),
        "webhook" => webhook::endpoint(method),
        "offer" => offer::endpoint(method),
        "project" => project::endpoint(method),
        "apiKey"
        | "user"
        | "department"
        | "location"
        | "hiringTeamRole"
        | "applicationHiringTeamRole"
        | "brand" => organisation::endpoint(name),
        _ => metadata::endpoint(name),
    };
    found.map(|(scope, answer)| Endpoint { scope, answer })
}

/// What the modules say of an endpoint.
type Found = Option<(&'static str, Handler)>;
type Handler = fn(&Call) -> Answer;
