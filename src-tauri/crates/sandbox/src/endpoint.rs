//! Every endpoint: the permission it asks for and what it answers.

mod application;
mod candidate;
mod file;
mod job;
mod organisation;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::World;
use crate::arguments::Arguments;
use crate::envelope::{Answer, Refusal, Success};
use crate::paging::{Fixed, Sync, page};

pub(crate) use application::{Move, relocate};
pub(crate) use file::download;

/// A request that has passed the door.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub world: &'a World,
    pub name: &'a str,
    pub arguments: Arguments,
    pub now: DateTime<Utc>,
}

impl<'a> Call<'a> {
    pub fn read(world: &'a World, name: &'a str, body: &[u8], now: DateTime<Utc>) -> Result<Self, Refusal> {
        Ok(Self { world, name, arguments: Arguments::read(body)?, now })
    }

    pub fn now_ms(&self) -> i64 {
        self.now.timestamp_millis()
    }

    /// A paged list of records that may be archived; archived ones come only on request.
    fn archivable(&self, records: &[Value]) -> Answer {
        page(self, Sync::Tokens, &Fixed(self.unarchived(records)?))
    }

    fn unarchived(&self, records: &[Value]) -> Result<Vec<Value>, Refusal> {
        let all = self.arguments.flag("includeArchived")?;
        let archived = |record: &&Value| record.get("isArchived") == Some(&Value::Bool(true));
        Ok(records.iter().filter(|record| all || !archived(record)).cloned().collect())
    }
}

/// The permission an endpoint asks for; `None` when there is no such endpoint.
pub(crate) fn scope(name: &str) -> Option<&'static str> {
    Some(match name {
        "apiKey.info" => "apiKeys:read",
        "application.changeStage" => "candidates:write",
        "application.info"
        | "application.list"
        | "application.listHistory"
        | "candidate.info"
        | "candidate.list"
        | "candidate.listNotes"
        | "candidate.search"
        | "file.info" => "candidates:read",
        "archiveReason.list" | "candidateTag.list" | "customField.list" | "source.list" => {
            "hiringProcessMetadata:read"
        }
        "interviewPlan.list" | "interviewStage.list" => "interviews:read",
        "job.info" | "job.list" | "jobBoard.list" | "jobPosting.info" | "jobPosting.list" => "jobs:read",
        "department.list" | "hiringTeamRole.list" | "location.list" | "user.list" => "organization:read",
        _ => return None,
    })
}

/// Answers a call of a known endpoint.
pub(crate) fn answer(call: &Call) -> Answer {
    let workspace = &call.world.workspace;
    match call.name {
        "apiKey.info" => Ok(organisation::key(call)),
        "user.list" => organisation::users(call),
        "department.list" => call.archivable(&workspace.departments),
        "location.list" => organisation::locations(call),
        "hiringTeamRole.list" => organisation::roles(call),
        "candidateTag.list" => call.archivable(&workspace.tags),
        "customField.list" => call.archivable(&workspace.custom_fields),
        "interviewPlan.list" => call.archivable(&workspace.plans),
        "archiveReason.list" => Ok(Success::of(json!(call.unarchived(&workspace.reasons)?))),
        "source.list" => {
            Ok(Success::of(json!(call.unarchived(&workspace.sources)?))
                .with("moreDataAvailable", json!(false)))
        }
        "interviewStage.list" => organisation::stages(call),
        "jobBoard.list" => job::boards(call),
        "job.list" => job::list(call),
        "job.info" => job::info(call),
        "jobPosting.list" => job::postings(call),
        "jobPosting.info" => job::posting(call),
        "candidate.list" => candidate::list(call),
        "candidate.info" => candidate::info(call),
        "candidate.search" => candidate::search(call),
        "candidate.listNotes" => candidate::notes(call),
        "application.list" => application::list(call),
        "application.info" => application::info(call),
        "application.listHistory" => application::history(call),
        "application.changeStage" => application::change_stage(call),
        "file.info" => file::info(call),
        unknown => Err(Refusal::invalid(format!("{unknown} has a permission and no answer"))),
    }
}
