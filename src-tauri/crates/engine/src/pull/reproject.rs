//! Applying a changed mapping to the rows that are there, from the payloads they came with: without a call.
//!
//! What was applied last is noted in the mirror; a process that dies in between begins again.

use std::sync::Arc;

use samara_ashby::{Record, model as ashby};
use samara_store::{MirrorTx, Payload, Result as StoreResult};
use samara_unified::{self as unified, Remapping, TableInfo, Timestamp};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::mapping::Mapping;
use super::project;
use super::source::{
    ArchiveReasons, MappedApplication, MappedCandidate, MappedOffer, MappedSchedule, Source, Tags, Users,
};
use crate::{Failure, Tag, Workspace};

/// The setting, and the mirror's note of what was applied.
pub(crate) const REMAPPING: &str = "remapping";
/// Rows mapped in one transaction.
const BATCH: u32 = 200;

type Again = fn(&MirrorTx<'_>, &Mapping, &'static str, &[String], &Timestamp) -> StoreResult<()>;

/// Every endpoint whose payloads rows are mapped from, the more detailed after the list.
const PAYLOADS: [(&str, &str, Again); 12] = [
    ("ats_users", "user.list", listed::<Users>),
    ("ats_tags", "candidateTag.list", listed::<Tags>),
    ("ats_rejection_reasons", "archiveReason.list", listed::<ArchiveReasons>),
    ("ats_application_stages", "jobInterviewPlan.info", stages),
    ("ats_application_stages", "interviewStage.list", stages),
    ("ats_candidates", "candidate.list", candidates),
    ("ats_candidates", "candidate.info", candidates),
    ("ats_applications", "application.list", applications),
    ("ats_applications", "application.info", applications),
    ("ats_interviews", "interviewSchedule.list", interviews),
    ("ats_offers", "offer.list", offers),
    ("ats_offers", "offer.info", offers),
];

/// Tables that are made from the payloads of another.
const MADE_FROM: [(&str, &str); 4] = [
    ("ats_roles", "ats_users"),
    ("ats_join_users_roles", "ats_users"),
    ("ats_join_candidates_tags", "ats_candidates"),
    ("ats_join_interviews_users", "ats_interviews"),
];

/// Tables that are projected from several records.
const PROJECTED: [&str; 9] = [
    "ats_jobs",
    "ats_job_postings",
    "ats_screening_questions",
    "ats_roles",
    "ats_join_jobs_application_stages",
    "ats_join_jobs_screening_questions",
    "ats_join_user_job_role_assignments",
    "ats_join_jobs_users",
    "ats_application_stages",
];

fn records<T: DeserializeOwned>(texts: &[String]) -> Vec<Record<T>> {
    let record = |text: &String| {
        let value = serde_json::from_str(text).ok()?;
        Some(Record { value, raw: RawValue::from_string(text.clone()).ok()? })
    };
    texts.iter().filter_map(record).collect()
}

fn listed<S: Source>(
    tx: &MirrorTx<'_>,
    mapping: &Mapping,
    _: &'static str,
    texts: &[String],
    now: &Timestamp,
) -> StoreResult<()> {
    S::write(tx, &S::map(mapping, records(texts)), now).map(drop)
}

fn stages(
    tx: &MirrorTx<'_>,
    mapping: &Mapping,
    endpoint: &'static str,
    texts: &[String],
    now: &Timestamp,
) -> StoreResult<()> {
    for record in records::<ashby::Stage>(texts) {
        let payload = Payload::new(endpoint, record.raw.get());
        tx.upsert(&unified::stage(&mapping.connection, &record.value), &[payload], now)?;
    }
    Ok(())
}

fn candidates(
    tx: &MirrorTx<'_>,
    mapping: &Mapping,
    endpoint: &'static str,
    texts: &[String],
    now: &Timestamp,
) -> StoreResult<()> {
    for record in records(texts) {
        MappedCandidate::of(mapping, endpoint, &record.value, &record.raw).write(tx, endpoint, now)?;
    }
    Ok(())
}

fn applications(
    tx: &MirrorTx<'_>,
    mapping: &Mapping,
    endpoint: &'static str,
    texts: &[String],
    now: &Timestamp,
) -> StoreResult<()> {
    let form = endpoint == "application.info";
    for record in records(texts) {
        MappedApplication::of(mapping, endpoint, &record.value, &record.raw, form)
            .write(tx, endpoint, now)?;
    }
    Ok(())
}

fn interviews(
    tx: &MirrorTx<'_>,
    mapping: &Mapping,
    _: &'static str,
    texts: &[String],
    now: &Timestamp,
) -> StoreResult<()> {
    for record in records(texts) {
        MappedSchedule::of(&mapping.connection, &record.value, &record.raw).write_interviews(tx, now)?;
    }
    Ok(())
}

fn offers(
    tx: &MirrorTx<'_>,
    mapping: &Mapping,
    endpoint: &'static str,
    texts: &[String],
    now: &Timestamp,
) -> StoreResult<()> {
    for record in records(texts) {
        MappedOffer::of(mapping, endpoint, &record.value, &record.raw).write(tx, endpoint, now)?;
    }
    Ok(())
}

/// What a text of settings says; one that cannot be read changes nothing.
fn parsed(text: Option<&str>) -> Remapping {
    text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}

/// Puts the remapping of the settings in force, and applies it to the rows that are there if it is another one.
pub(crate) async fn reproject(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    let (wanted, applied) =
        workspace.read(|reading| Ok((reading.setting(REMAPPING)?, reading.state(REMAPPING)?))).await?;
    let (after, before) = (parsed(wanted.as_deref()), parsed(applied.as_deref()));
    workspace.store.remap(workspace.mapping.connection.clone(), after.clone());
    if after == before {
        return Ok(());
    }
    let concerned: Vec<&'static TableInfo> = unified::tables()
        .iter()
        .filter(|info| before.concerns(info.table) || after.concerns(info.table))
        .collect();
    for info in concerned.iter().filter(|info| !after.keeps_model(info.table)) {
        let now = workspace.now();
        retire(workspace, info, &now).await?;
    }
    for (table, from) in MADE_FROM {
        let toggled = before.keeps_model(table) != after.keeps_model(table);
        if let Some(from) = samara_store::table_info(from).filter(|_| toggled) {
            workspace.write_mirror(move |tx| tx.forget_values(from)).await?;
        }
    }
    for (table, endpoint, again) in PAYLOADS {
        let of = |info: &&TableInfo| info.table == table || MADE_FROM.contains(&(info.table, table));
        if concerned.iter().copied().any(|info| of(&info)) {
            walk(workspace, table, endpoint, again).await?;
        }
    }
    if concerned.iter().any(|info| PROJECTED.contains(&info.table)) {
        workspace.write_mirror(|tx| tx.dirty_all_jobs()).await?;
        project::project(workspace).await?;
    }
    let regained = regained(&before, &after);
    workspace
        .write_mirror(move |tx| {
            if regained {
                // What was not kept has to be fetched.
                tx.forget_tokens()?;
            }
            tx.set_state(REMAPPING, wanted.as_deref())
        })
        .await?;
    workspace.changed(&[Tag::Jobs, Tag::Pipeline, Tag::Candidates, Tag::Candidate, Tag::Sync]);
    Ok(())
}

/// Whether something is kept again that was not.
fn regained(before: &Remapping, after: &Remapping) -> bool {
    unified::tables().iter().any(|info| {
        let table = info.table;
        (!before.keeps_model(table) && after.keeps_model(table))
            || info
                .fields
                .iter()
                .any(|field| !before.keeps_field(table, field.name) && after.keeps_field(table, field.name))
    })
}

async fn retire(
    workspace: &Arc<Workspace>,
    info: &'static TableInfo,
    now: &Timestamp,
) -> Result<(), Failure> {
    loop {
        let now = now.clone();
        if !workspace.write_mirror(move |tx| tx.retire_model(info, BATCH, &now)).await? {
            return Ok(());
        }
    }
}

async fn walk(
    workspace: &Arc<Workspace>,
    table: &'static str,
    endpoint: &'static str,
    again: Again,
) -> Result<(), Failure> {
    let mut place = 0;
    loop {
        let batch =
            workspace.read(move |reading| reading.payloads_after(table, endpoint, place, BATCH)).await?;
        let Some((last, _)) = batch.last() else { return Ok(()) };
        place = *last;
        let (mapping, now) = (workspace.mapping.clone(), workspace.now());
        let texts: Vec<String> = batch.into_iter().map(|(_, text)| text).collect();
        workspace.write_mirror(move |tx| again(tx, &mapping, endpoint, &texts, &now)).await?;
    }
}
