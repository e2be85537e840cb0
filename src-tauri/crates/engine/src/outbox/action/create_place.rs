//! Where a new application goes and where it comes from: job, stage, source, who found the person.

use std::collections::HashMap;

use samara_ashby::model::Source;
use samara_store::Reading;
use samara_store::table::application::StageRef;
use samara_store::table::apply::ApplyJob;
use samara_store::table::reference::Kind;
use samara_unified::fold;

use super::super::making;
use super::super::queue::{Asking, resolve};
use super::create::CreateInput;
use crate::Failure;

/// The setting for applications without a source: Ashby's id of one.
pub(crate) const DEFAULT_SOURCE: &str = "default_source";
/// The setting with short names for sources: an object of Ashby's ids by name.
const SOURCE_KEYS: &str = "source_keys";
/// Ashby's word for the first stage of applications.
const FIRST: &str = "FirstPreInterviewScreen";

/// Where an application begins.
pub(super) struct Start {
    /// Ashby's id of the plan, if it is not the default one.
    pub(super) plan: Option<String>,
    /// Ashby's id of the stage, or its word for the first one.
    pub(super) stage: Option<String>,
    /// Whether the stage was asked for.
    pub(super) asked: bool,
    /// The stage it is shown in meanwhile.
    pub(super) shown: StageRef,
    /// Ashby's id of that stage, and of its plan.
    pub(super) shown_remote: String,
    pub(super) shown_plan: String,
}

/// The job asked for, which has to be open.
pub(super) fn job(reading: &Reading<'_>, asking: &Asking, input: &CreateInput) -> Result<ApplyJob, Failure> {
    let id = input
        .application
        .job_id
        .as_deref()
        .or(input.job_id.as_deref())
        .ok_or_else(|| Failure::input("application.job_id is missing.", "Give the id of an open job."))?;
    let job = reading.apply_job(&resolve(&asking.connection, "ats_jobs", id))?;
    let job = job.ok_or_else(|| {
        Failure::input(
            "This job is not in the mirror.",
            "Sync, then try again with an id from the list of jobs.",
        )
    })?;
    match job.status.as_deref() {
        Some("OPEN") | None => Ok(job),
        Some(status) => Err(making::closed(status)),
    }
}

/// The stage asked for, or the first one.
pub(super) fn start(
    reading: &Reading<'_>,
    asking: &Asking,
    job: &ApplyJob,
    input: &CreateInput,
) -> Result<Start, Failure> {
    let stages = reading.job_stages(&job.id)?;
    let asked = input.application.stage_id.as_deref().or(input.stage_id.as_deref());
    let asked = asked.map(|id| resolve(&asking.connection, "ats_application_stages", id));
    let found = match &asked {
        Some(id) => {
            let found = stages.iter().find(|it| it.stage.id == *id).ok_or_else(|| {
                let names: Vec<&str> = stages.iter().map(|it| it.stage.name.as_str()).collect();
                Failure::input(
                    "This is not a stage of the job.",
                    format!("Choose one of: {}.", names.join(", ")),
                )
            })?;
            if ["Archived", "Hired"].contains(&found.stage.kind.as_str()) {
                return Err(Failure::input(
                    format!("No application can begin at {}.", found.stage.name),
                    "Choose an earlier stage, and move the application from there.",
                ));
            }
            found
        }
        None => {
            let of_default = |kind: &str| stages.iter().find(|it| it.is_default && it.stage.kind == kind);
            let first = of_default("PreInterviewScreen").or_else(|| of_default("Lead"));
            first.or_else(|| stages.iter().find(|it| it.stage.kind != "Archived")).ok_or_else(|| {
                Failure::input("The stages of this job are not known yet.", "Sync, then try again.")
            })?
        }
    };
    let remote = reading.stage(&found.stage.id)?.map(|(_, remote)| remote).unwrap_or_default();
    let has_screen = stages.iter().any(|it| it.is_default && it.stage.kind == "PreInterviewScreen");
    let stage = if asked.is_some() { Some(remote.clone()) } else { has_screen.then(|| FIRST.to_owned()) };
    Ok(Start {
        plan: (!found.is_default && asked.is_some()).then(|| found.plan.clone()),
        stage,
        asked: asked.is_some(),
        shown: found.stage.clone(),
        shown_remote: remote,
        shown_plan: found.plan.clone(),
    })
}

/// Ashby's id and title of the source asked for, else of the one set for this workspace. One that is not found is
/// remarked upon and left out.
pub(super) fn source(
    reading: &Reading<'_>,
    input: &CreateInput,
    remarks: &mut Vec<String>,
) -> Result<Option<(String, String)>, Failure> {
    let sources: Vec<Source> = reading
        .references(Kind::Source)?
        .iter()
        .filter_map(|json| serde_json::from_str::<Source>(json).ok())
        .filter(|source| source.is_archived != Some(true))
        .collect();
    let titled = |source: &Source| (source.id.as_str().to_owned(), source.title.clone().unwrap_or_default());
    let by_id = |id: &str| sources.iter().find(|source| source.id.as_str() == id).map(titled);
    let Some(asked) = &input.source else {
        let Some(set) = reading.setting(DEFAULT_SOURCE)?.filter(|set| !set.is_empty()) else {
            return Ok(None);
        };
        let found = by_id(set.strip_prefix("remote:").unwrap_or(&set));
        if found.is_none() {
            remarks.push(
                "No source was written: the one set for new applications is no longer in use in Ashby. Choose another one in Settings."
                    .to_owned(),
            );
        }
        return Ok(found);
    };
    let found = if let Some(id) = &asked.id {
        by_id(id.strip_prefix("remote:").unwrap_or(id))
    } else if let Some(key) = &asked.unified_key {
        let keys = reading.setting(SOURCE_KEYS)?.unwrap_or_default();
        let keys: HashMap<String, String> = serde_json::from_str(&keys).unwrap_or_default();
        let alike =
            |source: &&Source| source.title.as_deref().is_some_and(|title| plain(title) == plain(key));
        keys.get(key).and_then(|id| by_id(id)).or_else(|| sources.iter().find(alike).map(titled))
    } else if let Some(name) = &asked.name {
        let exact = sources.iter().find(|source| source.title.as_deref() == Some(name));
        let alike = |source: &&Source| {
            source.title.as_deref().is_some_and(|title| title.to_lowercase() == name.to_lowercase())
        };
        exact.or_else(|| sources.iter().find(alike)).map(titled)
    } else {
        None
    };
    if found.is_none() {
        remarks.push("No source was written: Ashby has none like the one given.".to_owned());
    }
    Ok(found)
}

/// Letters and digits alone, to compare short names.
fn plain(text: &str) -> String {
    fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Ashby's id and name of who found the person.
pub(super) fn credited(
    reading: &Reading<'_>,
    asking: &Asking,
    input: &CreateInput,
) -> Result<Option<(String, String)>, Failure> {
    let Some(by) = &input.sourced_by else { return Ok(None) };
    let user = reading.user_choice(&resolve(&asking.connection, "ats_users", &by.user_id))?;
    let user = user.ok_or_else(|| {
        Failure::input("sourced_by.user_id names nobody.", "Give the id of a row of users, or leave it out.")
    })?;
    Ok(Some((user.remote_id, user.name)))
}
