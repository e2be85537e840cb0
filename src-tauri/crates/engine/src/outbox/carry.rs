//! Taking the steps of an intent, each once, from wherever the journal says it stands.

use std::sync::Arc;

use samara_ashby::Lane;
use samara_store::table::intent::{Intent, State};
use samara_store::table::journal::StepState;

use super::clash::{self, Clash, Outlook};
use super::intention::{Intention, Step};
use super::perform::{self, Call, Proof, Refused};
use super::provisional::{self, Made, is_provisional};
use super::worker::{forgive, may_pass};
use super::{feedback, making, upload};
use crate::{Failure, Workspace, pull};

/// What the steps came to.
#[derive(Debug, Default)]
pub(super) struct Carried {
    /// Remarks for the recruiter.
    pub(super) warnings: Vec<String>,
    /// Whether a follow-up is left to be finished.
    pub(super) partial: bool,
    /// What somebody else changed meanwhile: nothing more was sent.
    pub(super) clash: Option<Clash>,
}

/// Takes every step that is not done. A failure is that of the core, or one that passes by waiting.
pub(super) async fn carry(
    workspace: &Arc<Workspace>,
    intent: &mut Intent,
    intention: &mut Intention,
) -> Result<Carried, Failure> {
    let mut carried = Carried { warnings: intention.remarks.clone(), ..Carried::default() };
    let id = intent.id.clone();
    let journal = workspace.read(move |reading| reading.journal(&id)).await?;
    let mut given: Vec<Option<String>> = Vec::new();
    for index in 0..intention.steps.len() {
        let position = intention.position(index);
        let known = journal.get(&position);
        if let Some(done) = known.filter(|known| known.state == StepState::Done) {
            given.push(done.result.clone());
            continue;
        }
        provisional::bind(workspace, intention).await?;
        let doubt = known.filter(|known| matches!(known.state, StepState::Sent | StepState::Unknown));
        let sent_at = doubt.and_then(|doubt| doubt.sent_at.as_deref());
        // What several intents may need is made by one of them, and found by the others.
        let alone = match intention.steps.get(index) {
            Some(step) if step.shared() => Some(workspace.making.lock().await),
            _ => None,
        };
        let taken = match settled(workspace, intention, index, doubt.is_some(), sent_at).await {
            Ok(Some(result)) => {
                done(workspace, intent, intention, index, result.clone()).await?;
                Ok(result)
            }
            Ok(None) => match outlook(workspace, intention, index).await {
                Ok(Outlook::Clear) => {
                    if doubt.is_some() {
                        absent(workspace, intent, intention, index).await?;
                    }
                    take(workspace, intent, intention, index, &given).await
                }
                Ok(Outlook::Already) => {
                    done(workspace, intent, intention, index, None).await?;
                    // Our own call whose answer was lost is no remark.
                    carried.warnings.extend(doubt.is_none().then(|| WAS_SO.to_owned()));
                    Ok(None)
                }
                Ok(Outlook::Moved(clash)) => {
                    carried.clash = Some(clash);
                    return Ok(carried);
                }
                Err(failure) => Err(failure),
            },
            Err(failure) => Err(failure),
        };
        drop(alone);
        match taken {
            Ok(result) => given.push(result),
            Err(failure) if may_pass(&failure) || position <= intention.decisive() => return Err(failure),
            Err(failure) => {
                carried.partial = true;
                carried.warnings.push(format!("{} {}", failure.message, failure.cure));
                given.push(None);
            }
        }
    }
    // Some remarks are made on the way.
    for remark in &intention.remarks {
        if !carried.warnings.contains(remark) {
            carried.warnings.push(remark.clone());
        }
    }
    if workspace.client.acting_refused() {
        carried.warnings.push(super::acting::REFUSED.to_owned());
    }
    if !intention.steps.is_empty() {
        provisional::bind(workspace, intention).await?;
        refresh(workspace, intention).await?;
    }
    Ok(carried)
}

const WAS_SO: &str = "It was so in Ashby already.";

async fn outlook(
    workspace: &Arc<Workspace>,
    intention: &Intention,
    index: usize,
) -> Result<Outlook, Failure> {
    match intention.steps.get(index) {
        Some(step) => clash::look(workspace, intention, step).await,
        None => Ok(Outlook::Clear),
    }
}

/// What is known of a call whose answer was lost, or of something another intent may have made: its result when it
/// is there.
async fn settled(
    workspace: &Arc<Workspace>,
    intention: &Intention,
    index: usize,
    doubt: bool,
    sent_at: Option<&str>,
) -> Result<Option<Option<String>>, Failure> {
    let looks = |step: &&Step| (doubt || step.shared()) && !step.repeatable();
    let Some(step) = intention.steps.get(index).filter(looks) else {
        return Ok(None);
    };
    Ok(match perform::look(workspace, step, sent_at).await? {
        Proof::Happened(result) => Some(result),
        Proof::Absent => None,
    })
}

/// Notes that a call provably did not arrive: what stops the next attempt leaves no doubt about it.
async fn absent(
    workspace: &Arc<Workspace>,
    intent: &Intent,
    intention: &Intention,
    index: usize,
) -> Result<(), Failure> {
    let name = intention.steps.get(index).map_or("", Step::name);
    let (id, position, now) = (intent.id.clone(), intention.position(index), workspace.now());
    workspace.write_local(move |tx| tx.set_step(&id, position, name, StepState::Failed, now.as_str())).await
}

/// Notes that the call is on its way, makes it, and notes what came of it.
async fn take(
    workspace: &Arc<Workspace>,
    intent: &mut Intent,
    intention: &mut Intention,
    index: usize,
    given: &[Option<String>],
) -> Result<Option<String>, Failure> {
    provisional::bound(&intention.steps.get(index))?;
    remember(workspace, intention, index).await?;
    making::prepare(workspace, intention, index).await?;
    let Some(step) = intention.steps.get(index).cloned() else { return Ok(None) };
    let (position, name) = (intention.position(index), step.name());
    intent.attempts += 1;
    intent.pre_image = serde_json::to_string(intention).map_err(|_| Failure::defect("steps"))?;
    let (sent, now) = (intent.clone(), workspace.now());
    workspace
        .write_local(move |tx| {
            if !tx.advance(&sent, State::Sending)? {
                return Err(samara_store::Error::Unexpected("intent state"));
            }
            tx.set_step(&sent.id, position, name, StepState::Sent, now.as_str())
        })
        .await?;
    let call = Call { intent_id: &intent.id, position, given };
    match perform::perform(workspace, &call, &step).await {
        Ok(result) => {
            done(workspace, intent, intention, index, result.clone()).await?;
            Ok(result)
        }
        Err(Refused { failure, unknown }) => {
            let state = if unknown { StepState::Unknown } else { StepState::Failed };
            let (id, now) = (intent.id.clone(), workspace.now());
            workspace.write_local(move |tx| tx.set_step(&id, position, name, state, now.as_str())).await?;
            Err(failure)
        }
    }
}

/// A file, or feedback, is recognised by not having been there before.
async fn remember(
    workspace: &Arc<Workspace>,
    intention: &mut Intention,
    index: usize,
) -> Result<(), Failure> {
    match intention.steps.get_mut(index) {
        Some(Step::PutFile { candidate, before, .. }) if before.is_none() => {
            let files = upload::files(workspace, candidate).await?;
            *before = Some(files.into_iter().map(|file| file.id.as_str().to_owned()).collect());
        }
        Some(Step::GiveFeedback { application, before, .. }) if before.is_none() => {
            *before = Some(feedback::ids(workspace, application).await?);
        }
        _ => {}
    }
    Ok(())
}

async fn done(
    workspace: &Arc<Workspace>,
    intent: &Intent,
    intention: &Intention,
    index: usize,
    result: Option<String>,
) -> Result<(), Failure> {
    let name = intention.steps.get(index).map_or("", Step::name);
    let (id, position, now) = (intent.id.clone(), intention.position(index), workspace.now());
    let step = intention.steps.get(index);
    let made = step.and_then(|step| Made::of(&workspace.mapping.connection, step, result.as_deref()));
    let (makes, files) = (made.is_some(), step.map(Step::form_files).unwrap_or_default());
    let letter =
        matches!(step, Some(Step::PutFile { cover_letter: true, .. })).then(|| result.clone()).flatten();
    workspace
        .write_local(move |tx| {
            tx.step_done(&id, position, name, result.as_deref(), now.as_str())?;
            files.iter().try_for_each(|place| tx.drop_spooled(&id, *place))?;
            letter.iter().try_for_each(|file| tx.keep_cover_letter(file, now.as_str()))?;
            made.map_or(Ok(()), |made| made.keep(tx, now.as_str()))
        })
        .await?;
    if makes {
        workspace.load_scope().await?;
        provisional::reconcile(workspace).await?;
    }
    Ok(())
}

/// Reads what was touched, so that the mirror shows it when the overlay goes. While Ashby is out of reach the intent
/// waits with all its steps done; what the key may not read is left to the recruiter's eyes in Ashby.
async fn refresh(workspace: &Arc<Workspace>, intention: &Intention) -> Result<(), Failure> {
    let passed = |outcome: Result<(), Failure>| match outcome {
        Err(failure) if failure.is_transient() => Err(failure),
        Err(failure) => forgive(failure),
        Ok(()) => Ok(()),
    };
    if let Some(application) = intention.touched.as_ref().filter(|id| !is_provisional(id)) {
        passed(pull::refresh_application(workspace, application, Lane::Read).await)?;
    }
    if let Some(candidate) = intention.candidate.as_ref().filter(|id| !is_provisional(id)) {
        passed(pull::refresh_candidate_alone(workspace, candidate, Lane::Read).await)?;
        if intention.steps.iter().any(|step| matches!(step, Step::WriteNote { .. })) {
            passed(pull::refresh_notes(workspace, candidate, Lane::Read).await)?;
        }
        if intention.steps.iter().any(|step| matches!(step, Step::Project { .. })) {
            passed(pull::refresh_projects(workspace, candidate, Lane::Read).await)?;
        }
    }
    for step in &intention.steps {
        if let Step::GiveFeedback { application, .. } = step {
            passed(pull::refresh_feedback(workspace, application, Lane::Read).await)?;
        }
    }
    Ok(())
}
