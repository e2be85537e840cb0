//! People and applications before Ashby has them.
//!
//! What makes them carries what they will look like. As long as it is on its way the mirror has rows of it under
//! provisional ids, so that they are seen, found, tagged, noted and moved like everybody else. When Ashby has given an
//! id, the alias leads from the one to the other: steps of later intents that name the provisional one are bound to the
//! real one before they are taken.

use std::collections::BTreeSet;
use std::sync::Arc;

use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_store::table::alias::Merge;
use samara_store::table::intent::Intent;
use samara_store::table::journal::StepState;
use samara_store::table::provisional::{PREFIX, Real};
use samara_store::{LocalTx, Reading};
use samara_unified::{ConnectionId, Id};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use super::intention::{Intention, Step};
use super::making::{Making, merge};
use crate::{Failure, Workspace, pull};

/// The actions that make somebody or an application.
pub(crate) const CANDIDATE: &str = "create_candidate";
pub(crate) const APPLICATION: &str = "create_application";

/// What somebody and their application look like before Ashby has them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Provisional {
    /// The person as Ashby would tell; absent when the mirror has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidate: Option<Value>,
    /// The application as Ashby would tell.
    pub application: Value,
    /// Unified id of the job.
    pub job_id: String,
    /// Unified id of the stage it is shown in.
    pub stage_id: String,
}

/// Whether an action makes somebody or an application.
pub(crate) fn makes(action: &str) -> bool {
    [CANDIDATE, APPLICATION].contains(&action)
}

/// Whether this is an id that Ashby did not give.
pub(crate) fn is_provisional(remote_id: &str) -> bool {
    remote_id.strip_prefix(PREFIX).is_some_and(|id| Id::parse(id).is_some())
}

/// What a step that is done has made.
pub(super) enum Made {
    Person(Merge),
    Application { old_id: String, real: Real },
}

impl Made {
    pub(super) fn of(connection: &ConnectionId, step: &Step, result: Option<&str>) -> Option<Self> {
        let Step::Make(making) = step else { return None };
        match (making, result) {
            (Making::Person { key, .. }, Some(id)) => Some(Self::Person(merge(connection, key, id))),
            (Making::Application { key, .. } | Making::Follow { key, .. }, Some(id)) => {
                let table = "ats_applications";
                let old = Id::of(connection, table, &format!("{PREFIX}{key}"));
                Some(Self::Application {
                    old_id: old.as_str().to_owned(),
                    real: Real {
                        id: Id::of(connection, table, id).as_str().to_owned(),
                        remote_id: id.to_owned(),
                    },
                })
            }
            _ => None,
        }
    }

    /// Leads whoever has the provisional id to the real one. What was made from here is tracked.
    pub(super) fn keep(&self, tx: &LocalTx<'_>, at: &str) -> samara_store::Result<()> {
        match self {
            Self::Person(merge) => tx.keep_merge(merge, at),
            Self::Application { old_id, real } => {
                tx.keep_application_alias(old_id, real, at)?;
                tx.track(&real.remote_id, true, at).map(drop)
            }
        }
    }
}

/// Puts real ids in the place of provisional ones, and who is left in the place of who was merged, as far as it is
/// known by now.
pub(super) async fn bind(workspace: &Arc<Workspace>, intention: &mut Intention) -> Result<(), Failure> {
    let mut named = BTreeSet::new();
    let mut whole = serde_json::to_value(&*intention).map_err(|_| Failure::defect("intention"))?;
    // What is shown keeps its own ids.
    let shown = whole.as_object_mut().and_then(|whole| whole.remove("provisional"));
    walk(&mut whole, &mut |text| {
        if is_provisional(text) {
            named.insert(text.clone());
        }
    });
    named.extend(intention.candidate.clone());
    if named.is_empty() {
        return Ok(());
    }
    let connection = workspace.mapping.connection.clone();
    let known = workspace
        .read(move |reading| {
            let mut known = std::collections::HashMap::new();
            for old in named {
                for table in samara_store::table::provisional::TABLES {
                    let id = Id::of(&connection, table, &old);
                    if let Some(real) = reading.real(table, id.as_str())?.filter(|real| real.remote_id != old)
                    {
                        known.insert(old.clone(), real.remote_id);
                    }
                }
            }
            Ok(known)
        })
        .await?;
    walk(&mut whole, &mut |text| {
        if let Some(real) = known.get(text) {
            text.clone_from(real);
        }
    });
    let mut bound: Intention = serde_json::from_value(whole).map_err(|_| Failure::defect("intention"))?;
    bound.provisional = shown.and_then(|shown| serde_json::from_value(shown).ok());
    *intention = bound;
    Ok(())
}

fn walk(value: &mut Value, each: &mut impl FnMut(&mut String)) {
    match value {
        Value::String(text) => each(text),
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, each)),
        Value::Object(fields) => fields.values_mut().for_each(|field| walk(field, each)),
        _ => {}
    }
}

/// Fails when something still names somebody or an application that Ashby does not have.
pub(super) fn bound(part: &impl Serialize) -> Result<(), Failure> {
    let mut whole = serde_json::to_value(part).map_err(|_| Failure::defect("step"))?;
    let mut unbound = false;
    walk(&mut whole, &mut |text| unbound |= is_provisional(text));
    if unbound {
        return Err(Failure::input(
            "The person or application this is about has not come to Ashby.",
            "Retry what was to make them in Activity, then retry this.",
        ));
    }
    Ok(())
}

/// Brings the mirror's provisional rows in line with what is on its way, as every host does that begins to work: a
/// process may have died between keeping an intent and showing it.
///
/// # Errors
/// When one of the files cannot be read or written.
pub async fn reconcile(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    let connection = workspace.mapping.connection.clone();
    let (wanted, there) = workspace
        .read(move |reading| {
            let mut there = Vec::new();
            for table in samara_store::table::provisional::TABLES {
                there.extend(reading.provisional_rows(table)?.into_iter().map(|id| (table, id)));
            }
            Ok((wanted(reading, &connection)?, there))
        })
        .await?;
    let names = |(table, id): &(&'static str, String)| (*table, id.clone());
    let missing: Vec<Shown> =
        wanted.iter().filter(|shown| !there.contains(&(shown.table, shown.id.clone()))).cloned().collect();
    let stale: Vec<(&'static str, String)> = there
        .iter()
        .filter(|(table, id)| !wanted.iter().any(|shown| shown.table == *table && shown.id == *id))
        .map(names)
        .collect();
    if missing.is_empty() && stale.is_empty() {
        return Ok(());
    }
    let (mapping, now) = (workspace.mapping.clone(), workspace.now());
    workspace
        .write_mirror(move |tx| {
            for (table, id) in &stale {
                tx.erase_row(table, id, &now)?;
            }
            for shown in &missing {
                let raw = RawValue::from_string(shown.record.to_string())?;
                if shown.table == "ats_candidates" {
                    let record = serde_json::from_value(shown.record.clone())?;
                    pull::write_candidate(tx, &mapping, api::CandidateGet::NAME, (&record, &raw), &now)?;
                } else {
                    let record = serde_json::from_value(shown.record.clone())?;
                    pull::write_application(tx, &mapping, api::ApplicationList::NAME, (&record, &raw), &now)?;
                }
            }
            Ok(())
        })
        .await
}

#[derive(Debug, Clone)]
struct Shown {
    table: &'static str,
    id: String,
    record: Value,
}

/// The rows that what is on its way asks for.
fn wanted(reading: &Reading<'_>, connection: &ConnectionId) -> samara_store::Result<Vec<Shown>> {
    let mut wanted: Vec<Shown> = Vec::new();
    for intent in reading.creations()? {
        let Ok(intention) = Intention::of(&intent) else { continue };
        let Some(provisional) = &intention.provisional else { continue };
        let (person, application) = made(reading, &intent, &intention)?;
        let candidate = provisional.candidate.as_ref().filter(|_| !person);
        let application = Some(&provisional.application).filter(|_| !application);
        for (table, record) in [("ats_candidates", candidate), ("ats_applications", application)] {
            let Some(record) = record else { continue };
            let remote_id = record.get("id").and_then(Value::as_str).unwrap_or_default();
            let id = Id::of(connection, table, remote_id).as_str().to_owned();
            if !wanted.iter().any(|shown| shown.id == id) {
                wanted.push(Shown { table, id, record: record.clone() });
            }
        }
    }
    Ok(wanted)
}

/// What an intent made in Ashby: its kind, and Ashby's id.
pub(crate) fn made_there(
    reading: &Reading<'_>,
    intent: &Intent,
) -> samara_store::Result<Vec<(&'static str, String)>> {
    let Ok(intention) = Intention::of(intent) else { return Ok(Vec::new()) };
    let journal = reading.journal(&intent.id)?;
    let mut made = Vec::new();
    for (index, step) in intention.steps.iter().enumerate() {
        let kind = match step {
            Step::Make(Making::Person { found: None, .. }) => "candidate",
            Step::Make(Making::Application { .. } | Making::Follow { .. }) => "application",
            _ => continue,
        };
        let known = journal.get(&intention.position(index)).filter(|known| known.state == StepState::Done);
        made.extend(known.and_then(|known| known.result.clone()).map(|id| (kind, id)));
    }
    Ok(made)
}

/// Whether Ashby has the person by now, and the application.
fn made(reading: &Reading<'_>, intent: &Intent, intention: &Intention) -> samara_store::Result<(bool, bool)> {
    let journal = reading.journal(&intent.id)?;
    let (mut person, mut application) = (false, false);
    for (index, step) in intention.steps.iter().enumerate() {
        let known = journal.get(&intention.position(index));
        let done = known.is_some_and(|known| known.state == StepState::Done);
        match step {
            Step::Make(Making::Person { .. }) => person |= done,
            Step::Make(Making::Application { .. }) => application |= done,
            Step::Make(Making::Follow { .. }) => {
                person |= done;
                application |= done;
            }
            _ => {}
        }
    }
    Ok((person, application))
}
