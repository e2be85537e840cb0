//! `transfer_application_to_job`, and back from the archive

use samara_store::Reading;
use samara_store::table::application::{ApplicationRow, JobStage, StageRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::intention::Intention;
use super::super::queue::{Asking, Draft, PreImage, TRANSFER, Transfer, resolve, seen, seen_job};
use super::application;
use super::moving::{self, MoveInput, moved_on};
use crate::Failure;

/// Input of `transfer_application_to_job`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TransferInput {
    /// Unified id of the application, or `remote:<Ashby id>`.
    pub application_id: String,
    /// Unified id of the job to move it to, or `remote:<Ashby id>`.
    pub job_id: String,
    /// Unified id of a stage of that job; without it the first one of applications there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub stage_id: Option<String>,
}

/// Input of `unarchive_application`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UnarchiveInput {
    /// Unified id of the application, or `remote:<Ashby id>`.
    pub application_id: String,
    /// Unified id of a stage of its plan; without it the one it was in before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub stage_id: Option<String>,
}

pub(super) fn transfer(
    reading: &Reading<'_>,
    asking: &Asking,
    input: &TransferInput,
) -> Result<Draft, Failure> {
    let application = application(reading, asking, &input.application_id)?;
    let job_id = resolve(&asking.connection, "ats_jobs", &input.job_id);
    let job = reading.job(&job_id)?.zip(reading.job_remote_id(&job_id)?);
    let (job, job_remote) =
        job.ok_or_else(|| Failure::input("This job is not here.", "Choose one of the jobs in the list."))?;
    let from_job_id = seen_job(reading, &application)?.unwrap_or_default();
    if from_job_id == job.id {
        return Err(Failure::input(
            format!("{} is on the job {} already.", application.candidate, job.title),
            "Move the application to another stage instead.",
        ));
    }
    if job.status.as_deref() != Some("OPEN") {
        return Err(Failure::input(
            format!("The job {} takes no applications.", job.title),
            "Choose an open job.",
        ));
    }
    let wanted = input.stage_id.as_ref().map(|id| resolve(&asking.connection, "ats_application_stages", id));
    let to = stage(&reading.job_stages(&job.id)?, wanted.as_deref())?;
    let to_remote = reading.stage(&to.stage.id)?.map(|(_, remote)| remote).unwrap_or_default();
    let (_, place) = PreImage::towards(reading, &application, (&to.stage, to_remote))?;
    let from_job = reading.job(&from_job_id)?.map_or_else(|| "No job".to_owned(), |job| job.title);
    let pre_image = PreImage {
        job_id: Some(job.id),
        transfer: Some(Transfer { job: job_remote, plan: to.plan, from_job_id }),
        ..place
    };
    draft(&application, pre_image, (&from_job, &job.title, &to.stage.name), input)
}

/// The stage asked for among those of the job; without a wish the first one of applications.
fn stage(stages: &[JobStage], wanted: Option<&str>) -> Result<JobStage, Failure> {
    let open = |stage: &&JobStage| !matches!(stage.stage.kind.as_str(), "Archived" | "Hired");
    let found = match wanted {
        Some(id) => stages.iter().filter(open).find(|stage| stage.stage.id == id),
        None => {
            let first = |kind: &str| stages.iter().find(|stage| stage.is_default && stage.stage.kind == kind);
            first("PreInterviewScreen")
                .or_else(|| stages.iter().filter(open).find(|stage| stage.is_default))
                .or_else(|| stages.iter().find(open))
        }
    };
    found.cloned().ok_or_else(|| {
        let names: Vec<&str> = stages.iter().filter(open).map(|stage| stage.stage.name.as_str()).collect();
        Failure::input(
            "This is not a stage the job takes applications in.",
            format!("Choose one of: {}.", names.join(", ")),
        )
    })
}

fn draft(
    application: &ApplicationRow,
    pre_image: PreImage,
    (from, to, stage): (&str, &str, &str),
    input: &TransferInput,
) -> Result<Draft, Failure> {
    let name = &application.candidate;
    Ok(Draft {
        action: TRANSFER,
        title: format!("Move {name} to the job {to}"),
        label: format!("Moved {name} to the job {to}"),
        detail: format!("{from} → {to} · {stage}"),
        candidate_id: application.candidate_id.clone(),
        application_id: Some(application.id.clone()),
        input: serde_json::to_value(input).map_err(|_| Failure::defect("input"))?,
        intention: Intention { place: Some(pre_image), ..Intention::default() },
        undo: true,
        files: Vec::new(),
    })
}

/// Back to the job and the stage it came from.
pub(in crate::outbox) fn back(
    reading: &Reading<'_>,
    asking: &Asking,
    application_id: String,
    done: &PreImage,
) -> Result<Draft, Failure> {
    let Some(transfer_done) = &done.transfer else { return Err(Failure::defect("transfer")) };
    let input = TransferInput {
        application_id,
        job_id: transfer_done.from_job_id.clone(),
        stage_id: Some(done.from_id.clone()),
    };
    let draft = transfer(reading, asking, &input)?;
    match draft.intention.place.as_ref().is_some_and(|place| place.from == done.to) {
        true => Ok(draft),
        false => Err(moved_on("The application")),
    }
}

/// Back into process: a move out of the archive, which clears the rejection.
pub(super) fn unarchive(
    reading: &Reading<'_>,
    asking: &Asking,
    input: &UnarchiveInput,
) -> Result<Draft, Failure> {
    let application = application(reading, asking, &input.application_id)?;
    let (now, _) = seen(reading, &application)?;
    if now.kind != "Archived" {
        return Err(Failure::already(format!("{} is not archived.", application.candidate)));
    }
    let stage_id = match &input.stage_id {
        Some(id) => id.clone(),
        None => before(reading, &application)?.id,
    };
    let input = MoveInput { application_id: application.id, stage_id };
    moving::moved(reading, asking, &input)
}

/// The last stage before the archive that can be gone back to, else the first of the plan.
fn before(reading: &Reading<'_>, application: &ApplicationRow) -> Result<StageRef, Failure> {
    let stages = reading.plan_stages(application.plan.as_deref().unwrap_or_default())?;
    let open = |stage: &&StageRef| !matches!(stage.kind.as_str(), "Archived" | "Hired");
    let history = reading.history(&application.id)?;
    let last = history
        .iter()
        .rev()
        .find_map(|stay| stages.iter().filter(open).find(|stage| stage.id == stay.stage_id));
    let first = || stages.iter().find(|stage| stage.kind == "PreInterviewScreen");
    let found = last.or_else(first).or_else(|| stages.iter().find(open));
    found.cloned().ok_or_else(|| {
        Failure::input(
            "The interview plan of this application has no stage to go back to.",
            "Name a stage, or do it in Ashby.",
        )
    })
}
