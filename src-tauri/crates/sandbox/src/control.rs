//! The hand behind the scenes: changes the world without its API, and tells what happened in it.
//!
//! An operation is a JSON object with `op`:
//!
//! | op | takes | does |
//! |---|---|---|
//! | `faults` | `faults: ["reset:0.05"]`, `endpoints?`, `times?` | replaces the faults in force |
//! | `scopes` | `scopes: [..]`, or `withdraw: [..]` / `restore: [..]` | what the key may do; none of them restores all |
//! | `revoke_key`, `restore_key` | | every key is turned away, or let in again |
//! | `expire_tokens`, `expire_cursors` | | all handed out so far |
//! | `delta_pages` | `pages` | deltas of more pages are refused as too large |
//! | `page_size` | `records` | pages hold no more, whatever is asked for |
//! | `clock` | `advance_seconds` | lets the world's clock jump |
//! | `malform` | `endpoint`, `field?` = `id` | breaks that field in one record of the next page |
//! | `accept` | | takes back what `refuse` still has to come |
//! | `refuse` | `endpoint`, `code`, `times?` = 1, `paged?` | refuses those calls; `paged`: only with a cursor or token |
//! | `forget_tokens`, `forget_cursors` | | all handed out so far can no longer be read |
//! | `unpublished_postings` | `is`: `known`, `ignored` or `refused` | what becomes of `includeUnpublishedJobPostings` |
//! | `acting` | `allowed` | whether the key may act on behalf of users |
//! | `block_forms` | `on` | `applicationForm.submit` turns every form away |
//! | `confidential` | `visible` | whether the key sees confidential jobs and projects, and who is on those jobs alone |
//! | `move_application` | `application_id`, `stage_id`, `archive_reason_id?`, `actor_id?` | moves it |
//! | `edit_candidate` | `candidate_id`, `name?`, `title?`, `company?` | |
//! | `touch` | `candidates?`, `applications?` | changes that many at random; returns their ids |
//! | `delete_candidate` | `candidate_id` | with their applications |
//! | `merge_candidates` | `from`, `into` | `from` disappears, its applications go to `into` |
//! | `add_candidate` | `name?`, `job_id?` | with an application to that job, or to the first open one |
//! | `edit` | `kind`, `id`, `fields`, `silent?` | puts fields over a record, as Ashby shows them |
//! | `archive`, `restore` | `kind`, `id` | the same for `isArchived` |
//! | `delete` | `kind`, `id` | with what hangs on it; complete listings lack it, deltas say nothing |
//! | `add` | `kind`, `fields` | a record like the first of its kind, with these fields |
//! | `tag`, `untag` | `candidate_id`, `tag_id` | |
//! | `add_note` | `candidate_id`, `text`, `user_id?` | |
//! | `edit_posting_form` | `posting_id`, `title` | asks one more question; the posting's `updatedAt` stays |
//! | `cancel_schedule` | `schedule_id` | its events vanish |
//! | `reschedule` | `schedule_id`, `minutes` | its events begin that much later |
//! | `transition_plan` | `job_id`, `plan_id` | the job and its applications go over to another interview plan |
//! | `application`, `candidate` | `id` | the record in full |
//! | `record` | `kind`, `id` | a record as the key would see it without limits, or null |
//! | `list` | `endpoint`, `body?` | all that a list endpoint has, past key and faults |
//! | `made` | | how much the API made, by what it is, and each of it |
//! | `counts` | | candidates and applications, by status |
//! | `requests` | `last?` = 100 | requests by endpoint and the last writes |
//!
//! What webhooks are for is told to them, whoever changed it.
//!
//! Kinds: `application`, `archive_reason`, `candidate`, `custom_field`, `department`, `event`, `feedback`,
//! `feedback_form`, `interview`, `job`, `location`, `note`, `offer`, `opening`, `plan`, `pool`, `posting`, `project`,
//! `schedule`, `source`, `survey_form`, `tag`, `template`, `user`. Short lists alone take `add`: neither people and
//! their applications nor jobs, postings, interviews and offers.

mod edit;
mod look;
mod pipeline;
mod record;
mod rule;

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::World;

type Done = Result<Value, String>;

/// One operation and its fields.
#[derive(Debug, Clone, Copy)]
struct Operation<'a> {
    fields: &'a Value,
    now: i64,
}

impl<'a> Operation<'a> {
    fn text(&self, name: &str) -> Option<&'a str> {
        self.fields.get(name).and_then(Value::as_str)
    }

    fn needed(&self, name: &str) -> Result<&'a str, String> {
        self.text(name).ok_or_else(|| format!("{name} is missing"))
    }

    fn number(&self, name: &str) -> Option<u64> {
        self.fields.get(name).and_then(Value::as_u64)
    }

    fn flag(&self, name: &str) -> bool {
        self.fields.get(name).and_then(Value::as_bool).unwrap_or(false)
    }

    fn texts(&self, name: &str) -> Option<Vec<&'a str>> {
        Some(self.fields.get(name)?.as_array()?.iter().filter_map(Value::as_str).collect())
    }
}

pub(crate) fn run(world: &World, fields: &Value, now: DateTime<Utc>) -> Done {
    let operation = Operation { fields, now: now.timestamp_millis() };
    let name = operation.needed("op")?;
    rule::run(world, name, &operation)
        .or_else(|| change(world, name, &operation))
        .or_else(|| look::run(world, name, &operation))
        .unwrap_or_else(|| Err(format!("no such operation: {name}")))
}

/// Changes behind the client's back; `None` for other operations.
fn change(world: &World, name: &str, operation: &Operation) -> Option<Done> {
    Some(match name {
        "move_application" => edit::move_application(world, operation),
        "edit_candidate" => edit::edit_candidate(world, operation),
        "touch" => edit::touch(world, operation),
        "delete_candidate" => edit::delete_candidate(world, operation),
        "merge_candidates" => edit::merge_candidates(world, operation),
        "add_candidate" => edit::add_candidate(world, operation),
        "edit" => record::edit(world, operation),
        "archive" => record::archive(world, operation, true),
        "restore" => record::archive(world, operation, false),
        "delete" => record::delete(world, operation),
        "add" => record::add(world, operation),
        "tag" => record::tag(world, operation, true),
        "untag" => record::tag(world, operation, false),
        "add_note" => record::add_note(world, operation),
        "edit_posting_form" => record::edit_posting_form(world, operation),
        "cancel_schedule" => pipeline::cancel_schedule(world, operation),
        "reschedule" => pipeline::reschedule(world, operation),
        "transition_plan" => pipeline::transition_plan(world, operation),
        _ => return None,
    })
}
