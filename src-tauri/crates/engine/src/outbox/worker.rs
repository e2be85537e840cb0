//! The worker: sends what waits, candidate by candidate in order.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use futures_util::stream::FuturesUnordered;
use futures_util::{FutureExt as _, StreamExt as _, stream};
use samara_store::table::intent::{Intent, State};
use samara_store::table::journal::StepState;
use samara_unified::Timestamp;

use super::carry::{Carried, carry};
use super::clash::Clash;
use super::intention::Intention;
use super::placing::{Placed, place, placed};
use super::provisional;
use crate::{Code, Failure, Tag, Workspace, connection};

/// Candidates whose intents are sent at the same time.
const AT_ONCE: usize = 4;
/// How often other processes' intents are looked for.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Pause before looking again at what is not due yet.
const LOOK_AGAIN: Duration = Duration::from_millis(200);
/// Longest pause between attempts while Ashby is out of reach.
const LONGEST_PAUSE: u64 = 30;
/// The same with some room.
const LONGEST_DELAY: Duration = Duration::from_secs(2 * LONGEST_PAUSE);

/// Sends for as long as it is polled. A slow call holds up its own candidate alone.
pub(crate) async fn send_forever(workspace: &Arc<Workspace>) {
    let mut busy = HashSet::new();
    let mut sends = FuturesUnordered::new();
    loop {
        for intent in due(workspace).await.unwrap_or_default() {
            if sends.len() < AT_ONCE && busy.insert(intent.candidate_id.clone()) {
                sends.push(async {
                    let candidate = intent.candidate_id.clone();
                    let outcome = send(workspace, intent).await;
                    (candidate, outcome)
                });
            }
        }
        tokio::select! {
            Some((candidate, outcome)) = sends.next(), if !sends.is_empty() => {
                busy.remove(&candidate);
                if outcome.is_err() {
                    // The disk refuses: it stands in the journal as it was, and is looked at again.
                    workspace.clock.sleep(LOOK_EVERY).await;
                }
            }
            () = workspace.send.notified() => {}
            () = workspace.clock.sleep(LOOK_EVERY) => {}
        }
    }
}

/// Sends until nothing waits any more, or patience ends; for the command line and tests.
///
/// # Errors
/// When the outbox cannot be read.
pub async fn send_until_quiet(workspace: &Arc<Workspace>, patience: Option<Duration>) -> Result<(), Failure> {
    let mut end = patience.map(|patience| timer(workspace, patience));
    loop {
        if connection::is_off(workspace).await? {
            return Ok(());
        }
        let sent = send_due(workspace).await?;
        if end.as_mut().is_some_and(is_over) || quiet(workspace).await? {
            return Ok(());
        }
        if sent == 0 {
            workspace.clock.sleep(LOOK_AGAIN).await;
        }
    }
}

/// Waits until nothing waits any more, sending as soon as no other process does.
///
/// # Errors
/// When the outbox cannot be read.
pub async fn wait_until_quiet(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    while !quiet(workspace).await? {
        if workspace.lead()? {
            return send_until_quiet(workspace, None).await;
        }
        workspace.clock.sleep(LOOK_AGAIN).await;
    }
    Ok(())
}

/// Ends when that much time has passed, whatever the clock is set to meanwhile.
fn timer(workspace: &Arc<Workspace>, patience: Duration) -> BoxFuture<'_, ()> {
    Box::pin(workspace.clock.sleep(patience))
}

/// Whether a timer has ended; it is not asked again then.
fn is_over(timer: &mut BoxFuture<'_, ()>) -> bool {
    timer.now_or_never().is_some()
}

async fn quiet(workspace: &Arc<Workspace>) -> Result<bool, Failure> {
    Ok(workspace.read(|reading| reading.tally()).await?.waiting == 0)
}

/// Sends until one intent has reached an end.
///
/// # Errors
/// When the outbox cannot be read.
pub async fn send_until_settled(
    workspace: &Arc<Workspace>,
    id: &str,
    patience: Duration,
) -> Result<(), Failure> {
    let mut end = timer(workspace, patience);
    while open(workspace, id).await? && !is_over(&mut end) {
        if connection::is_off(workspace).await? {
            return Ok(());
        }
        if send_due(workspace).await? == 0 {
            workspace.clock.sleep(LOOK_AGAIN).await;
        }
    }
    Ok(())
}

/// Waits until another process has brought one intent to an end, or sends it when that process is gone.
///
/// # Errors
/// When the outbox cannot be read.
pub async fn wait_until_settled(
    workspace: &Arc<Workspace>,
    id: &str,
    patience: Duration,
) -> Result<(), Failure> {
    let mut end = timer(workspace, patience);
    while open(workspace, id).await? && !is_over(&mut end) {
        if workspace.lead()? {
            return send_until_settled(workspace, id, patience).await;
        }
        workspace.clock.sleep(LOOK_AGAIN).await;
    }
    Ok(())
}

async fn open(workspace: &Arc<Workspace>, id: &str) -> Result<bool, Failure> {
    let id = id.to_owned();
    let intent = workspace.read(move |reading| reading.intent(&id)).await?;
    Ok(intent.is_some_and(|intent| matches!(intent.state, State::Waiting | State::Sending)))
}

/// Sends what is due once, and tells how many intents moved on.
async fn send_due(workspace: &Arc<Workspace>) -> Result<usize, Failure> {
    let due = due(workspace).await?;
    let mut sends =
        stream::iter(due.into_iter().map(|intent| send(workspace, intent))).buffer_unordered(AT_ONCE);
    let mut moved = 0;
    while let Some(outcome) = sends.next().await {
        moved += usize::from(outcome?);
    }
    Ok(moved)
}

/// The next intent of each candidate whose time has come, in order of asking.
async fn due(workspace: &Arc<Workspace>) -> Result<Vec<Intent>, Failure> {
    if connection::is_off(workspace).await? {
        return Ok(Vec::new());
    }
    let now = workspace.now();
    let mut due = workspace.read(|reading| reading.due_intents()).await?;
    // Nothing is put off for longer than this: what lies further ahead was put off by a clock that was wrong.
    let latest = Timestamp::from(workspace.clock.now() + workspace.grace + LONGEST_DELAY);
    due.retain(|intent| {
        let at = intent.not_before.as_str();
        intent.state == State::Sending || at <= now.as_str() || at > latest.as_str()
    });
    Ok(due)
}

/// Takes one intent as far as it goes now. An intent found `sending` was left so by a process that died.
async fn send(workspace: &Arc<Workspace>, mut intent: Intent) -> Result<bool, Failure> {
    let expected = intent.state;
    intent.state = State::Sending;
    if !advance(workspace, &intent, expected).await? {
        return Ok(false);
    }
    let outcome = carry_out(workspace, &mut intent).await;
    let ended = end(workspace, intent, outcome).await?;
    workspace.changed(&[Tag::Activity, Tag::Sync, Tag::Pipeline, Tag::Candidate, Tag::Candidates, Tag::Jobs]);
    Ok(ended)
}

/// What cannot be understood is parked, so that what waits behind it goes on.
fn unreadable() -> Failure {
    Failure::input(
        "What this action was to do cannot be read.",
        "Discard it in Activity and ask for it again.",
    )
}

enum End {
    Done(Carried),
    Conflict(Clash),
}

async fn carry_out(workspace: &Arc<Workspace>, intent: &mut Intent) -> Result<End, Failure> {
    super::acting::apply(workspace).await?;
    let mut intention = Intention::of(intent).map_err(|_| unreadable())?;
    provisional::bind(workspace, &mut intention).await?;
    provisional::bound(&intention.place)?;
    intent.pre_image = serde_json::to_string(&intention).map_err(|_| Failure::defect("intention"))?;
    if let Some(pre_image) = intention.place.clone()
        && (intention.steps.is_empty() || !placed(workspace, intent).await?)
    {
        match place(workspace, intent, &pre_image).await? {
            Placed::Done => {}
            Placed::Conflict(clash) => return Ok(End::Conflict(clash)),
        }
        // The stage change may have noted where the history stood, and what there is to say.
        intention = Intention::of(intent).map_err(|_| Failure::defect("intention"))?;
    }
    let carried = carry(workspace, intent, &mut intention).await?;
    if let Some(clash) = carried.clash {
        return Ok(End::Conflict(clash));
    }
    Ok(End::Done(carried))
}

/// A read after the fact may fail: what it would have shown comes with the next sync.
pub(super) fn forgive(failure: Failure) -> Result<(), Failure> {
    match failure.code {
        Code::Unavailable
        | Code::RateLimited
        | Code::TimedOut
        | Code::PermissionMissing
        | Code::RemoteUnknown => Ok(()),
        _ => Err(failure),
    }
}

async fn advance(workspace: &Arc<Workspace>, intent: &Intent, expected: State) -> Result<bool, Failure> {
    let intent = intent.clone();
    workspace.write_local(move |tx| tx.advance(&intent, expected)).await
}

/// Writes how the attempt ended, and lifts the overlay where the mirror shows the truth now.
async fn end(
    workspace: &Arc<Workspace>,
    mut intent: Intent,
    outcome: Result<End, Failure>,
) -> Result<bool, Failure> {
    let now = workspace.now();
    let mut lift = true;
    intent.settled_at = Some(now.as_str().to_owned());
    intent.failure = None;
    match outcome {
        Ok(End::Done(carried)) => {
            intent.state = if carried.partial { State::Partial } else { State::Done };
            intent.warnings = serde_json::to_string(&carried.warnings).unwrap_or_default();
            workspace.progress.reached(None, &now);
        }
        Ok(End::Conflict(clash)) => {
            workspace.progress.reached(None, &now);
            intent.state = State::Conflict;
            intent.conflict = serde_json::to_string(&clash).ok();
        }
        Err(failure) => {
            workspace.progress.reached(Some(&failure), &now);
            intent.failure = serde_json::to_string(&failure).ok();
            if may_pass(&failure) {
                lift = false;
                intent.state = State::Waiting;
                intent.settled_at = None;
                intent.not_before =
                    Timestamp::from(workspace.clock.now() + pause(&intent)).as_str().to_owned();
            } else if unanswered(workspace, &intent).await? {
                lift = false;
                intent.state = State::Unconfirmed;
            } else {
                intent.state = State::Failed;
            }
        }
    }
    let ended = intent.state != State::Waiting;
    let makes = provisional::makes(&intent.action);
    let id = intent.id.clone();
    workspace
        .write_local(move |tx| {
            if tx.advance(&intent, State::Sending)? && lift {
                tx.lift(&id)?;
                if makes {
                    tx.lead_on(&intent)?;
                }
            }
            Ok(())
        })
        .await?;
    if makes {
        provisional::reconcile(workspace).await?;
    }
    Ok(ended)
}

/// Whether the attempt is worth repeating: Ashby was out of reach, or this computer failed, which says nothing about
/// what Ashby would say.
pub(super) fn may_pass(failure: &Failure) -> bool {
    failure.is_transient()
        || matches!(
            failure.code,
            Code::Unknown | Code::DiskFull | Code::FileRefused | Code::MirrorDamaged | Code::LocalDamaged
        )
}

/// Whether a call was made for it whose outcome nobody knows.
async fn unanswered(workspace: &Arc<Workspace>, intent: &Intent) -> Result<bool, Failure> {
    let id = intent.id.clone();
    let journal = workspace.read(move |reading| reading.journal(&id)).await?;
    Ok(journal.values().any(|step| matches!(step.state, StepState::Sent | StepState::Unknown)))
}

/// Grows with the time the intent has been waiting: 1 s at first, at most half a minute.
fn pause(intent: &Intent) -> Duration {
    let at = |text: &str| Timestamp::parse(text).and_then(|at| at.to_utc());
    let waited = at(&intent.not_before).zip(at(&intent.created_at)).map(|(before, created)| before - created);
    let seconds = waited.and_then(|waited| u64::try_from(waited.num_seconds()).ok()).unwrap_or(0);
    Duration::from_secs((seconds / 2).clamp(1, LONGEST_PAUSE))
}
