//! Taking a move from the recruiter: checked, kept on disk, shown.

use std::sync::Arc;

use samara_store::table::application::ApplicationRow;
use samara_store::table::intent::{Intent, State};
use samara_store::table::overlay::StageOverlay;
use samara_unified::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Failure, Tag, Workspace};

/// The action's name in the unified API.
pub(crate) const MOVE: &str = "move_application_to_stage";

/// Input of `move_application_to_stage`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveInput {
    /// Unified id of the application, or `remote:<Ashby id>`.
    pub application_id: String,
    /// Unified id of a stage of the application's plan, or `remote:<Ashby id>`.
    pub stage_id: String,
}

/// What the mirror showed when the move was asked for, and what the call needs; Ashby's ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreImage {
    /// The application.
    pub application: String,
    /// The stage it was seen in.
    pub from: String,
    /// The stage asked for.
    pub to: String,
    /// Unified id of the stage it was seen in.
    pub from_id: String,
    /// Unified id of the stage asked for.
    pub to_id: String,
    /// Unified id of the job.
    pub job_id: Option<String>,
    /// Ashby's id of the last stay its history had when the move was last sent.
    #[serde(default)]
    pub last_stay: Option<String>,
}

/// A kept intent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Queued {
    /// Its id.
    pub intent_id: String,
    /// What was done, in words.
    pub label: String,
    /// Whether it can be taken back.
    pub undo: bool,
}

struct Checked {
    application: ApplicationRow,
    pre_image: PreImage,
    from: String,
    to: String,
}

/// Keeps the intent to move an application, with its overlay, and wakes the worker.
///
/// # Errors
/// When the input cannot be carried out; nothing is kept or sent then.
pub async fn queue_move(workspace: &Arc<Workspace>, input: MoveInput) -> Result<Queued, Failure> {
    let wanted = input.clone();
    let connection = workspace.mapping.connection.clone();
    let checked = workspace.read(move |reading| Ok(check(reading, &connection, &wanted))).await??;
    let stands = checked.pre_image.from_id == checked.pre_image.to_id;
    if stands {
        return Err(Failure::input(
            format!("{} already stands at {}.", checked.application.candidate, checked.to),
            "Choose another stage.",
        ));
    }
    let label = format!("Moved {} to {}", checked.application.candidate, checked.to);
    let title = format!("Move {} to {}", checked.application.candidate, checked.to);
    let intent_id = keep(workspace, &checked, &input, title, None).await?;
    Ok(Queued { intent_id, label, undo: true })
}

/// Resolves and validates a move against the mirror and what is pending.
fn check(
    reading: &samara_store::Reading<'_>,
    connection: &samara_unified::ConnectionId,
    input: &MoveInput,
) -> Result<Checked, Failure> {
    let id = resolve(connection, "ats_applications", &input.application_id);
    let stage_id = resolve(connection, "ats_application_stages", &input.stage_id);
    let application = reading.application(&id)?.ok_or_else(|| {
        Failure::input(
            "This application is not in the mirror.",
            "Sync, then try again with an id from the list of applications.",
        )
    })?;
    let (to, to_remote) = reading.stage(&stage_id)?.ok_or_else(|| {
        Failure::input(
            "This stage is not in the mirror.",
            "Choose one of the stages of the application's interview plan.",
        )
    })?;
    let plan = application.plan.clone().unwrap_or_default();
    let stages = reading.plan_stages(&plan)?;
    if !stages.iter().any(|stage| stage.id == to.id) {
        let names: Vec<&str> = stages.iter().map(|stage| stage.name.as_str()).collect();
        return Err(Failure::input(
            format!("{} is not a stage of this application's interview plan.", to.name),
            format!("Choose one of: {}.", names.join(", ")),
        ));
    }
    if to.kind == "Archived" {
        return Err(Failure::input(
            "A move to an archived stage needs a reason.",
            "Use reject instead: Ashby does not archive without a reason.",
        ));
    }
    let overlay = reading.overlay(&id)?;
    let seen = overlay
        .map(|overlay| overlay.stage_id)
        .or_else(|| application.stage.as_ref().map(|stage| stage.id.clone()));
    let Some((from, from_remote)) = seen.map(|seen| reading.stage(&seen)).transpose()?.flatten() else {
        return Err(Failure::input(
            "The present stage of this application is not known yet.",
            "Sync, then try again.",
        ));
    };
    let pre_image = PreImage {
        application: application.remote_id.clone(),
        from: from_remote,
        to: to_remote,
        from_id: from.id,
        to_id: to.id,
        job_id: application.job_id.clone(),
        last_stay: None,
    };
    Ok(Checked { application, pre_image, from: from.name, to: to.name })
}

fn resolve(connection: &samara_unified::ConnectionId, table: &str, id: &str) -> String {
    id.strip_prefix("remote:").map_or_else(
        || id.to_owned(),
        |remote| samara_unified::Id::of(connection, table, remote).as_str().to_owned(),
    )
}

/// Keeps the intent to take a move back.
pub(super) async fn queue_back(workspace: &Arc<Workspace>, of: &Intent) -> Result<Queued, Failure> {
    let done: PreImage = serde_json::from_str(&of.pre_image).map_err(|_| Failure::defect("pre-image"))?;
    let input = MoveInput {
        application_id: of.application_id.clone().unwrap_or_default(),
        stage_id: done.from_id.clone(),
    };
    let wanted = input.clone();
    let connection = workspace.mapping.connection.clone();
    let checked = workspace.read(move |reading| Ok(check(reading, &connection, &wanted))).await??;
    if checked.pre_image.from != done.to {
        return Err(Failure::input(
            format!("{} was moved on since.", checked.application.candidate),
            "Take back the later move first, or move the card where it belongs.",
        ));
    }
    let label = format!("Moved {} back to {}", checked.application.candidate, checked.to);
    let title = format!("Move {} back to {}", checked.application.candidate, checked.to);
    let intent_id = keep(workspace, &checked, &input, title, Some(of.id.clone())).await?;
    Ok(Queued { intent_id, label, undo: false })
}

async fn keep(
    workspace: &Arc<Workspace>,
    checked: &Checked,
    input: &MoveInput,
    title: String,
    undoes: Option<String>,
) -> Result<String, Failure> {
    let now = workspace.clock.now();
    let application = &checked.application;
    let job = application.job.as_deref().unwrap_or("No job");
    let intent = Intent {
        seq: 0,
        id: new_id(workspace),
        action: MOVE.to_owned(),
        title,
        detail: format!("{job} · {} → {}", checked.from, checked.to),
        candidate_id: application.candidate_id.clone(),
        application_id: Some(application.id.clone()),
        input: serde_json::to_string(input).map_err(|_| Failure::defect("input"))?,
        pre_image: serde_json::to_string(&checked.pre_image).map_err(|_| Failure::defect("pre-image"))?,
        state: State::Waiting,
        not_before: Timestamp::from(now + workspace.grace).as_str().to_owned(),
        created_at: Timestamp::from(now).as_str().to_owned(),
        settled_at: None,
        attempts: 0,
        failure: None,
        conflict: None,
        warnings: "[]".to_owned(),
        undoes: undoes.clone(),
        undone_by: None,
    };
    let id = intent.id.clone();
    let job_id = application.job_id.clone();
    let pre_image = checked.pre_image.clone();
    workspace
        .write_local(move |tx| {
            let seq = tx.add_intent(&intent)?;
            lay(tx, seq, &intent, &pre_image, job_id.as_deref())?;
            if let Some(undone) = undoes {
                tx.set_undone_by(&undone, Some(&intent.id))?;
            }
            Ok(())
        })
        .await?;
    workspace.changed(&[Tag::Pipeline, Tag::Candidate, Tag::Candidates, Tag::Activity, Tag::Sync, Tag::Jobs]);
    workspace.send.notify_one();
    Ok(id)
}

/// Shows a move while it is on its way.
pub(super) fn lay(
    tx: &samara_store::LocalTx<'_>,
    seq: i64,
    intent: &Intent,
    pre_image: &PreImage,
    job_id: Option<&str>,
) -> samara_store::Result<()> {
    let overlay = StageOverlay {
        intent_id: intent.id.clone(),
        state: intent.state.as_str().to_owned(),
        application_id: intent.application_id.clone().unwrap_or_default(),
        candidate_id: intent.candidate_id.clone(),
        stage_id: pre_image.to_id.clone(),
        at: intent.created_at.clone(),
    };
    tx.lay_stage(seq, job_id, &overlay)
}

/// A time-ordered UUID (version 7) from the injected clock and entropy.
pub(crate) fn new_id(workspace: &Workspace) -> String {
    let millis = u64::try_from(workspace.clock.now().timestamp_millis()).unwrap_or(0);
    let (high, low) = (workspace.entropy.next_u64(), workspace.entropy.next_u64());
    let random: Vec<u8> = high.to_le_bytes().into_iter().chain(low.to_le_bytes()).take(10).collect();
    let mut bytes = [0_u8; 10];
    for (slot, byte) in bytes.iter_mut().zip(random) {
        *slot = byte;
    }
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid().to_string()
}
