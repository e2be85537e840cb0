//! Putting an application into a stage, or onto another job: the one call that decides such an intent.

use std::sync::Arc;

use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_ashby::model as ashby;
use samara_ashby::{Lane, Reply};
use samara_store::table::intent::{Intent, State};
use samara_store::table::journal::StepState;
use samara_unified::Timestamp;

use super::clash::{Clash, Sides};
use super::intention::Intention;
use super::plan::{Decision, Fresh, decide};
use super::queue::PreImage;
use super::worker::forgive;
use crate::{Failure, Workspace, pull};

/// The journal's place of the one call that decides a move.
const CORE: i64 = 1;

/// How it ended.
pub(super) enum Placed {
    /// It stands there.
    Done,
    /// Somebody moved it: nothing was sent.
    Conflict(Clash),
}

const STOOD_THERE: &str = "It already stood there in Ashby.";
const NOT_MAILED: &str = "It already stood there in Ashby, so that no mail was sent.";
const MOVED_ON: &str = "It arrived, and somebody has moved on from there since.";

/// Whether the stage change is done and only what follows it is left.
pub(super) async fn placed(workspace: &Arc<Workspace>, intent: &Intent) -> Result<bool, Failure> {
    let id = intent.id.clone();
    Ok(workspace.read(move |reading| reading.step(&id, CORE)).await? == Some(StepState::Done))
}

/// Looks where it stands, and puts it where it is wanted unless somebody moved it meanwhile.
pub(super) async fn place(
    workspace: &Arc<Workspace>,
    intent: &mut Intent,
    pre_image: &PreImage,
) -> Result<Placed, Failure> {
    let (fresh, reply) = look(workspace, pre_image).await?;
    match decide(&fresh, &pre_image.from, &pre_image.to) {
        Decision::AlreadyThere => {
            let id = intent.id.clone();
            let sent = workspace.read(move |reading| reading.step(&id, CORE)).await?;
            // Our own call whose answer was lost is no remark; somebody else's move to the same stage is.
            let ours = matches!(sent, Some(StepState::Sent | StepState::Unknown | StepState::Done));
            let remark = if pre_image.mail.is_some() { NOT_MAILED } else { STOOD_THERE };
            found(workspace, intent, &reply, (!ours).then_some(remark)).await
        }
        Decision::MovedOn => found(workspace, intent, &reply, Some(MOVED_ON)).await,
        Decision::Conflict => {
            pull::apply_application(workspace, api::ApplicationGet::NAME, &reply, Vec::new()).await?;
            clash(workspace, pre_image, &fresh, &reply.results).await.map(Placed::Conflict)
        }
        Decision::Send => change_stage(workspace, intent, pre_image, &reply.results).await,
    }
}

/// Keeps that it is done by what Ashby shows, with what there is to say of it: in one write, for whoever comes back
/// after a crash finds it done and has nothing to tell any more.
async fn found(
    workspace: &Arc<Workspace>,
    intent: &mut Intent,
    reply: &Reply<ashby::Application>,
    remark: Option<&str>,
) -> Result<Placed, Failure> {
    if let Some(remark) = remark {
        let mut intention = Intention::of(intent).map_err(|_| Failure::defect("intention"))?;
        if !intention.remarks.iter().any(|said| said == remark) {
            intention.remarks.push(remark.to_owned());
        }
        intent.pre_image = serde_json::to_string(&intention).map_err(|_| Failure::defect("intention"))?;
    }
    note_with(workspace, intent, StepState::Done).await?;
    let history = reply.results.application_history.clone();
    pull::apply_application(workspace, api::ApplicationGet::NAME, reply, history).await?;
    Ok(Placed::Done)
}

/// Both sides, where Ashby shows another stage than was seen, or another reason.
async fn clash(
    workspace: &Arc<Workspace>,
    pre_image: &PreImage,
    fresh: &Fresh,
    there: &ashby::Application,
) -> Result<Clash, Failure> {
    let connection = &workspace.mapping.connection;
    let stage = samara_unified::Id::of(connection, "ats_application_stages", &fresh.stage);
    let stays = stays(there);
    let last = stays.last();
    let entered = last.and_then(|stay| stay.entered_stage_at.as_deref());
    let at = entered.or(there.updated_at.as_deref()).and_then(Timestamp::parse);
    let by = match last.and_then(|stay| stay.actor_id.clone()) {
        Some(user) => workspace.read(move |reading| reading.actor_name(user.as_str())).await?,
        None => None,
    };
    let mut clash = Clash {
        theirs: stage.as_str().to_owned(),
        theirs_remote: fresh.stage.clone(),
        at: at.map(|at| at.as_str().to_owned()),
        by,
        words: None,
    };
    // In one and the same stage it is the reasons that differ; who gave theirs, and when, is not told.
    if let Some(reason) = pre_image.reason.as_ref().filter(|_| fresh.stage == pre_image.to) {
        let id = samara_unified::Id::of(connection, "ats_rejection_reasons", reason);
        let yours = workspace.read(move |reading| reading.rejection_reason(id.as_str())).await?;
        let theirs = there.archive_reason.as_ref().and_then(|reason| reason.text.clone());
        clash.words = Some(Sides {
            theirs: theirs.unwrap_or_else(|| "No reason".to_owned()),
            yours: yours.map(|reason| reason.name).unwrap_or_default(),
        });
        (clash.at, clash.by) = (None, None);
    }
    Ok(clash)
}

/// Reads where the application stands now.
async fn look(
    workspace: &Arc<Workspace>,
    pre_image: &PreImage,
) -> Result<(Fresh, Reply<ashby::Application>), Failure> {
    let params = api::ApplicationInfoParams::new(ashby::ApplicationId::from(pre_image.application.as_str()));
    // Once: the worker itself comes back, and meanwhile the line of truth says that it waits.
    let reply = workspace.client.call_once::<api::ApplicationGet>(Lane::Write, &params).await;
    let reply = reply.map_err(|error| Failure::of_call(error, api::ApplicationGet::PERMISSION))?;
    let stage = reply.results.current_interview_stage.as_ref();
    let fresh = Fresh {
        stage: stage.map(|stage| stage.id.as_str().to_owned()).unwrap_or_default(),
        plan: stage.and_then(|stage| stage.interview_plan_id.as_ref()).map(|plan| plan.as_str().to_owned()),
        reasoned: pre_image
            .reason
            .as_ref()
            .is_none_or(|reason| self::reason(&reply.results).as_ref() == Some(reason))
            && pre_image.transfer.as_ref().is_none_or(|transfer| {
                reply.results.job.as_ref().is_some_and(|job| job.id.as_str() == transfer.job)
            }),
        arrived: arrived(&reply.results, pre_image),
        reason_changed: pre_image.last_stay.is_some() && reason(&reply.results) != pre_image.last_reason,
    };
    Ok((fresh, reply))
}

/// Ashby's id of the reason it was rejected for.
fn reason(application: &ashby::Application) -> Option<String> {
    application.archive_reason.as_ref().map(|reason| reason.id.as_str().to_owned())
}

/// The stays of an application, oldest first.
fn stays(application: &ashby::Application) -> Vec<&ashby::HistoryItem> {
    let mut stays: Vec<&ashby::HistoryItem> = application.application_history.iter().collect();
    stays.sort_by_key(|stay| stay.stage_number);
    stays
}

/// Whether a stay at the target began after the last one that was there when the move was sent.
fn arrived(application: &ashby::Application, pre_image: &PreImage) -> bool {
    let Some(last) = pre_image.last_stay.as_deref() else { return false };
    let mut later = stays(application).into_iter().skip_while(|stay| stay.id.as_str() != last).skip(1);
    later.any(|stay| stay.stage_id.as_ref().is_some_and(|stage| stage.as_str() == pre_image.to))
}

/// The endpoint that puts an application where it is wanted.
fn core(pre_image: &PreImage) -> &'static str {
    match pre_image.transfer {
        None => api::ApplicationChangeStage::NAME,
        Some(_) => api::ApplicationTransfer::NAME,
    }
}

/// The endpoint that decides an intent with a stage change.
fn core_of(intent: &Intent) -> &'static str {
    let place = Intention::of(intent).ok().and_then(|intention| intention.place);
    place.as_ref().map_or(api::ApplicationChangeStage::NAME, core)
}

async fn call(
    workspace: &Workspace,
    pre_image: &PreImage,
) -> Result<Reply<ashby::Application>, samara_ashby::Error> {
    let application_id = ashby::ApplicationId::from(pre_image.application.as_str());
    let interview_stage_id = ashby::StageId::from(pre_image.to.as_str());
    if let Some(transfer) = &pre_image.transfer {
        let params = api::TransferParams {
            application_id,
            job_id: ashby::JobId::from(transfer.job.as_str()),
            interview_plan_id: ashby::InterviewPlanId::from(transfer.plan.as_str()),
            interview_stage_id,
        };
        return workspace.client.call_once::<api::ApplicationTransfer>(Lane::Write, &params).await;
    }
    let params = api::ChangeStageParams {
        application_id,
        interview_stage_id,
        archive_reason_id: pre_image.reason.as_deref().map(ashby::ArchiveReasonId::from),
        archive_email: pre_image.mail.as_ref().map(|mail| api::ArchiveEmail {
            communication_template_id: ashby::CommunicationTemplateId::from(mail.template.as_str()),
            send_at: mail.send_at.clone(),
        }),
    };
    workspace.client.call_once::<api::ApplicationChangeStage>(Lane::Write, &params).await
}

async fn change_stage(
    workspace: &Arc<Workspace>,
    intent: &mut Intent,
    pre_image: &PreImage,
    fresh: &ashby::Application,
) -> Result<Placed, Failure> {
    intent.attempts += 1;
    let last_stay = stays(fresh).last().map(|stay| stay.id.as_str().to_owned());
    let mut intention = Intention::of(intent).map_err(|_| Failure::defect("intention"))?;
    intention.place = Some(PreImage { last_stay, last_reason: reason(fresh), ..pre_image.clone() });
    intent.pre_image = serde_json::to_string(&intention).map_err(|_| Failure::defect("intention"))?;
    // The journal says that the call is on its way before it is: whoever finds it so must look before sending again.
    note_with(workspace, intent, StepState::Sent).await?;
    match call(workspace, pre_image).await {
        Ok(reply) => {
            note(workspace, intent, StepState::Done).await?;
            pull::apply_application(workspace, core(pre_image), &reply, Vec::new()).await?;
            // The history of the move comes with the record; if Ashby is gone again, the next sync brings it.
            pull::refresh_application(workspace, &pre_image.application, Lane::Read)
                .await
                .or_else(forgive)?;
            Ok(Placed::Done)
        }
        Err(error) => {
            let state = if error.outcome_unknown() { StepState::Unknown } else { StepState::Failed };
            note(workspace, intent, state).await?;
            Err(Failure::of_call(error, api::ApplicationChangeStage::PERMISSION))
        }
    }
}

async fn note(workspace: &Arc<Workspace>, intent: &Intent, state: StepState) -> Result<(), Failure> {
    let (id, name, now) = (intent.id.clone(), core_of(intent), workspace.now());
    workspace.write_local(move |tx| tx.set_step(&id, CORE, name, state, now.as_str())).await
}

/// The same together with the intent as it is by now.
async fn note_with(workspace: &Arc<Workspace>, intent: &Intent, state: StepState) -> Result<(), Failure> {
    let (intent, now) = (intent.clone(), workspace.now());
    workspace
        .write_local(move |tx| {
            if !tx.advance(&intent, State::Sending)? {
                return Err(samara_store::Error::Unexpected("intent state"));
            }
            tx.set_step(&intent.id, CORE, core_of(&intent), state, now.as_str())
        })
        .await
}
