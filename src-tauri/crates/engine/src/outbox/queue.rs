//! Taking an action from the recruiter: checked, kept on disk, shown.

use std::sync::Arc;

use samara_store::table::application::{ApplicationRow, StageRef};
use samara_store::table::intent::{Intent, State};
use samara_store::table::overlay::StageOverlay;
use samara_store::{LocalTx, Reading};
use samara_unified::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::action;
use super::action::{moving, transfer};
use super::intention::Intention;
use super::opposite;
use super::provisional;
use crate::{Code, Failure, Tag, Workspace};

/// The most records one gesture takes.
const MOST: usize = 500;

/// The actions' names in the unified API, or like its own where it has none.
pub(crate) const MOVE: &str = "move_application_to_stage";
pub(crate) const REJECT: &str = "reject_application";
pub(crate) const ADD_TAG: &str = "add_tag_to_candidate";
pub(crate) const REMOVE_TAG: &str = "remove_tag_from_candidate";
pub(crate) const MAIL: &str = "reject_application_with_mail";
pub(crate) const TRANSFER: &str = "transfer_application_to_job";

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
    /// Ashby's id of the reason it was rejected for when the move was last sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_reason: Option<String>,
    /// Ashby's id of the reason, when it is a rejection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The mail that goes with the rejection, if one was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<Mail>,
    /// From which job to which, when it goes to another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Transfer>,
}

/// One of Ashby's mails to the candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// Ashby's id of the template.
    pub template: String,
    /// When it is sent; else Ashby decides.
    pub send_at: Option<String>,
}

/// From one job to another; Ashby's ids, but for `from_job_id`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    /// The job asked for.
    pub job: String,
    /// Its interview plan.
    pub plan: String,
    /// Unified id of the job it was seen on.
    pub from_job_id: String,
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
    /// Ids of the intents it takes back: all that one gesture asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub undoes: Vec<String>,
}

/// Who asks, and when.
pub(super) struct Asking {
    /// The connection ids are made for.
    pub(super) connection: samara_unified::ConnectionId,
    /// Now.
    pub(super) now: Timestamp,
}

/// An intent as it will be kept.
pub(super) struct Draft {
    pub(super) action: &'static str,
    /// What it does, in words: to do, and done.
    pub(super) title: String,
    pub(super) label: String,
    pub(super) detail: String,
    pub(super) candidate_id: String,
    pub(super) application_id: Option<String>,
    pub(super) input: Value,
    pub(super) intention: Intention,
    /// Whether Ashby knows an opposite.
    pub(super) undo: bool,
    /// Files, by the number of the step they are for.
    pub(super) files: Vec<(usize, Vec<u8>)>,
}

/// Keeps the intent to do an action, with its overlay, and wakes the worker.
///
/// # Errors
/// When the input cannot be carried out; nothing is kept or sent then.
pub async fn queue(workspace: &Arc<Workspace>, action: &str, input: Value) -> Result<Queued, Failure> {
    let _turn = workspace.turn().await?;
    queue_next(workspace, action, input, None).await
}

/// The same for who holds the turn.
pub(super) async fn queue_next(
    workspace: &Arc<Workspace>,
    action: &str,
    input: Value,
    undoes: Option<String>,
) -> Result<Queued, Failure> {
    let (asking, wanted) = (asking(workspace), action.to_owned());
    let draft = workspace.read(move |reading| Ok(action::draft(reading, &asking, &wanted, input))).await??;
    if undoes.is_none()
        && let Some(unsent) = opposite::unsent(workspace, &draft).await?
        && super::undo::cancel(workspace, &unsent).await?
    {
        let label = format!("Not sent: {}", unsent.title);
        return Ok(Queued { undoes: vec![unsent.id.clone()], intent_id: unsent.id, label, undo: false });
    }
    keep(workspace, vec![draft], undoes, None).await
}

/// Keeps one action for many: all or none, taken back as one. Those of whom it is so already are left alone.
///
/// # Errors
/// When one of the inputs cannot be carried out, or it is so already of all; nothing is kept or sent then.
pub async fn queue_all(
    workspace: &Arc<Workspace>,
    action: &str,
    inputs: Vec<Value>,
) -> Result<Queued, Failure> {
    if inputs.is_empty() || inputs.len() > MOST {
        return Err(Failure::input(
            format!("One gesture takes 1 to {MOST} records, not {}.", inputs.len()),
            "Do it in parts.",
        ));
    }
    let _turn = workspace.turn().await?;
    let (asking, wanted) = (asking(workspace), action.to_owned());
    let drafts: Vec<Result<Draft, Failure>> = workspace
        .read(move |reading| {
            let drafts = inputs.into_iter().map(|input| action::draft(reading, &asking, &wanted, input));
            Ok(drafts.collect())
        })
        .await?;
    let (mut open, mut already) = (Vec::new(), None);
    for draft in drafts {
        match draft {
            Err(failure) if failure.code == Code::AlreadySo => already = Some(failure),
            draft => open.push(draft?),
        }
    }
    let drafts = match already {
        Some(failure) if open.is_empty() => return Err(failure),
        _ => open,
    };
    let gesture = (drafts.len() > 1).then(|| new_id(workspace));
    keep(workspace, drafts, None, gesture).await
}

pub(super) fn asking(workspace: &Workspace) -> Asking {
    Asking { connection: workspace.mapping.connection.clone(), now: workspace.now() }
}

/// The stage an application is seen in, what is pending included, with Ashby's id of it.
pub(super) fn seen(
    reading: &Reading<'_>,
    application: &ApplicationRow,
) -> Result<(StageRef, String), Failure> {
    let overlay = reading.overlay(&application.id)?;
    let seen = overlay
        .map(|overlay| overlay.stage_id)
        .or_else(|| application.stage.as_ref().map(|stage| stage.id.clone()));
    let seen = seen.map(|seen| reading.stage(&seen)).transpose()?.flatten();
    seen.ok_or_else(|| {
        Failure::input("The present stage of this application is not known yet.", "Sync, then try again.")
    })
}

impl PreImage {
    /// Where an application is seen, and the stage with that Ashby id where it is to go, on the job it is on; with the
    /// stage it is seen in.
    pub(super) fn towards(
        reading: &Reading<'_>,
        application: &ApplicationRow,
        (to, to_remote): (&StageRef, String),
    ) -> Result<(StageRef, Self), Failure> {
        let (from, from_remote) = seen(reading, application)?;
        let place = Self {
            application: application.remote_id.clone(),
            from: from_remote,
            to: to_remote,
            from_id: from.id.clone(),
            to_id: to.id.clone(),
            job_id: seen_job(reading, application)?,
            last_stay: None,
            last_reason: None,
            reason: None,
            mail: None,
            transfer: None,
        };
        Ok((from, place))
    }
}

/// Unified id of the job an application is seen on, what is pending included.
pub(super) fn seen_job(
    reading: &Reading<'_>,
    application: &ApplicationRow,
) -> Result<Option<String>, Failure> {
    let pending = reading.overlay(&application.id)?.and_then(|overlay| overlay.job_id);
    Ok(pending.or_else(|| application.job_id.clone()))
}

pub(super) fn resolve(connection: &samara_unified::ConnectionId, table: &str, id: &str) -> String {
    id.strip_prefix("remote:").map_or_else(
        || id.to_owned(),
        |remote| samara_unified::Id::of(connection, table, remote).as_str().to_owned(),
    )
}

/// Keeps the intent to take a move back.
pub(super) async fn queue_back(workspace: &Arc<Workspace>, of: &Intent) -> Result<Queued, Failure> {
    let done: PreImage = serde_json::from_str(&of.pre_image).map_err(|_| Failure::defect("pre-image"))?;
    let (asking, application) = (asking(workspace), of.application_id.clone().unwrap_or_default());
    let draft = workspace.read(move |reading| {
        Ok(match done.transfer {
            Some(_) => transfer::back(reading, &asking, application, &done),
            None => moving::back(reading, &asking, application, &done),
        })
    });
    keep(workspace, vec![draft.await??], Some(of.id.clone()), None).await
}

/// Keeps intents with their files and overlays in one transaction. The turn is held since they were drafted.
pub(super) async fn keep(
    workspace: &Arc<Workspace>,
    drafts: Vec<Draft>,
    undoes: Option<String>,
    gesture: Option<String>,
) -> Result<Queued, Failure> {
    let many = drafts.len();
    let mut queued = None;
    let mut kept = Vec::with_capacity(many);
    for draft in drafts {
        let intent = intent_of(workspace, &draft, undoes.as_ref(), gesture.as_ref())?;
        queued.get_or_insert(Queued {
            intent_id: intent.id.clone(),
            label: if many > 1 {
                format!("{} and {} more", draft.label, many - 1)
            } else {
                draft.label.clone()
            },
            undo: draft.undo && undoes.is_none(),
            undoes: undoes.iter().cloned().collect(),
        });
        kept.push((intent, draft));
    }
    let makes = kept.iter().any(|(intent, _)| provisional::makes(&intent.action));
    workspace
        .write_local(move |tx| kept.iter().try_for_each(|(intent, draft)| add(tx, intent, draft)))
        .await?;
    if makes {
        provisional::reconcile(workspace).await?;
    }
    workspace.changed(&[Tag::Pipeline, Tag::Candidate, Tag::Candidates, Tag::Activity, Tag::Sync, Tag::Jobs]);
    workspace.send.notify_one();
    queued.ok_or_else(|| Failure::defect("nothing to keep"))
}

fn add(tx: &LocalTx<'_>, intent: &Intent, draft: &Draft) -> samara_store::Result<()> {
    let seq = tx.add_intent(intent)?;
    for (step, bytes) in &draft.files {
        tx.spool(&intent.id, draft.intention.position(*step), bytes)?;
    }
    draft.intention.show(tx, seq, intent)?;
    match &intent.undoes {
        Some(undone) => tx.set_undone_by(undone, Some(&intent.id)),
        None => Ok(()),
    }
}

fn intent_of(
    workspace: &Workspace,
    draft: &Draft,
    undoes: Option<&String>,
    gesture: Option<&String>,
) -> Result<Intent, Failure> {
    let now = workspace.clock.now();
    Ok(Intent {
        seq: 0,
        id: new_id(workspace),
        action: draft.action.to_owned(),
        title: draft.title.clone(),
        detail: draft.detail.clone(),
        candidate_id: draft.candidate_id.clone(),
        application_id: draft.application_id.clone(),
        input: draft.input.to_string(),
        pre_image: serde_json::to_string(&draft.intention).map_err(|_| Failure::defect("intention"))?,
        state: State::Waiting,
        not_before: Timestamp::from(now + workspace.grace).as_str().to_owned(),
        created_at: Timestamp::from(now).as_str().to_owned(),
        settled_at: None,
        attempts: 0,
        failure: None,
        conflict: None,
        warnings: "[]".to_owned(),
        undoes: undoes.cloned(),
        undone_by: None,
        gesture: gesture.cloned(),
    })
}

/// Shows a move while it is on its way.
pub(super) fn lay(
    tx: &LocalTx<'_>,
    seq: i64,
    intent: &Intent,
    pre_image: &PreImage,
) -> samara_store::Result<()> {
    lay_at(tx, seq, intent, &pre_image.to_id, pre_image.job_id.as_deref())
}

/// Shows an intent's application in a stage.
pub(super) fn lay_at(
    tx: &LocalTx<'_>,
    seq: i64,
    intent: &Intent,
    stage_id: &str,
    job_id: Option<&str>,
) -> samara_store::Result<()> {
    let overlay = StageOverlay {
        intent_id: intent.id.clone(),
        state: intent.state.as_str().to_owned(),
        application_id: intent.application_id.clone().unwrap_or_default(),
        candidate_id: intent.candidate_id.clone(),
        job_id: job_id.map(str::to_owned),
        stage_id: stage_id.to_owned(),
        at: intent.created_at.clone(),
    };
    tx.lay_stage(seq, &overlay)
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
