//! Writes, taking them back, and what became of them.

use samara_store::Reading;
use samara_store::table::application::StageRef;
use samara_store::table::intent::{Intent, State};
use samara_store::table::journal::IntentCall;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Info, Nothing, command};
use crate::outbox::{self, Clash, PreImage, Queued};
use crate::{Failure, Tag, Workspace};

/// Which intent.
#[derive(Debug, Deserialize, TS)]
pub struct IntentInput {
    /// Its id.
    pub intent_id: String,
}

/// Whose side wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum Choice {
    /// Send it all the same.
    Mine,
    /// Leave Ashby as it is.
    Theirs,
}

/// A decision on a conflict.
#[derive(Debug, Deserialize, TS)]
pub struct DecideInput {
    /// The intent.
    pub intent_id: String,
    /// Whose side wins.
    pub choice: Choice,
}

/// Both sides of a conflict.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Conflict {
    /// The stage in Ashby; without id and kind when it is not about stages: the value, in words.
    pub theirs: StageRef,
    /// The stage asked for, or the value.
    pub yours: StageRef,
    /// When that was changed in Ashby, UTC.
    pub at: Option<String>,
    /// Who changed it, where Ashby tells.
    pub by: Option<String>,
}

/// What undoing an intent means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum UndoKind {
    /// It is not sent.
    Cancel,
    /// The opposite is sent.
    Compensate,
}

/// An intent as Activity shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct IntentRow {
    /// Its id.
    pub id: String,
    /// The unified action.
    pub action: String,
    /// What it does, in words.
    pub title: String,
    /// Where, from what, to what.
    pub detail: String,
    /// Unified id of the candidate.
    pub candidate_id: Option<String>,
    /// Unified id of the application.
    pub application_id: Option<String>,
    /// Where it stands.
    pub state: State,
    /// Asked for at, UTC.
    pub created_at: String,
    /// Ended at, UTC.
    pub settled_at: Option<String>,
    /// Calls made.
    pub attempts: i64,
    /// Why it failed or still waits.
    pub failure: Option<Failure>,
    /// Both sides of a conflict.
    pub conflict: Option<Conflict>,
    /// What undoing it would mean; `None`: it cannot be undone.
    pub undo: Option<UndoKind>,
    /// The intent it takes back.
    pub undoes: Option<String>,
    /// Remarks.
    pub warnings: Vec<String>,
}

/// Which part of the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum ActivityFilter {
    /// Waiting or being sent.
    Open,
    /// A person has to act.
    NeedsYou,
    /// Done or cancelled.
    Done,
}

/// A window of the outbox.
#[derive(Debug, Deserialize, TS)]
pub struct ActivityInput {
    /// Which part.
    pub filter: ActivityFilter,
    /// First row.
    pub offset: u32,
    /// Rows, at most 100.
    pub limit: u32,
}

/// A window of the outbox with the size of each part.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ActivityPage {
    /// Waiting or being sent.
    pub waiting: u64,
    /// A person has to act.
    pub needs_you: u64,
    /// Done or cancelled.
    pub done: u64,
    /// Rows of the part asked for.
    pub total: u64,
    /// The window, newest first.
    pub rows: Vec<IntentRow>,
}

fn row(reading: &Reading<'_>, intent: Intent) -> samara_store::Result<IntentRow> {
    let conflict = match &intent.conflict {
        Some(clash) => conflict(reading, clash, &intent.pre_image)?,
        None => None,
    };
    let open = intent.undone_by.is_none() && intent.undoes.is_none();
    let undo = match intent.state {
        State::Waiting if intent.attempts == 0 => Some(UndoKind::Cancel),
        State::Waiting | State::Sending | State::Done | State::Partial
            if open && outbox::has_opposite(&intent.action) =>
        {
            Some(UndoKind::Compensate)
        }
        _ => None,
    };
    Ok(IntentRow {
        id: intent.id,
        action: intent.action,
        title: intent.title,
        detail: intent.detail,
        candidate_id: Some(intent.candidate_id),
        application_id: intent.application_id,
        state: intent.state,
        created_at: intent.created_at,
        settled_at: intent.settled_at,
        attempts: intent.attempts,
        failure: intent.failure.and_then(|text| serde_json::from_str(&text).ok()),
        conflict,
        undo,
        undoes: intent.undoes,
        warnings: serde_json::from_str(&intent.warnings).unwrap_or_default(),
    })
}

fn conflict(reading: &Reading<'_>, clash: &str, pre_image: &str) -> samara_store::Result<Option<Conflict>> {
    let clash: Clash = serde_json::from_str(clash)?;
    let (at, by) = (clash.at, clash.by);
    if let Some(words) = clash.words {
        let said = |name| StageRef { id: String::new(), name, kind: String::new() };
        return Ok(Some(Conflict { theirs: said(words.theirs), yours: said(words.yours), at, by }));
    }
    let pre_image: PreImage = serde_json::from_str(pre_image)?;
    let named = |id: &str| -> samara_store::Result<StageRef> {
        let known = reading.stage(id)?.map(|(stage, _)| stage);
        Ok(known.unwrap_or_else(|| StageRef {
            id: id.to_owned(),
            name: "another stage".to_owned(),
            kind: String::new(),
        }))
    };
    Ok(Some(Conflict { theirs: named(&clash.theirs)?, yours: named(&pre_image.to_id)?, at, by }))
}

/// One intent as Activity shows it.
async fn intent_row(workspace: &std::sync::Arc<Workspace>, id: String) -> Result<IntentRow, Failure> {
    workspace
        .read(move |reading| reading.intent(&id)?.map(|intent| row(reading, intent)).transpose())
        .await?
        .ok_or_else(|| Failure::input("This action is not in the list any more.", "Look it up in Activity."))
}

/// The states of a part of the outbox.
fn states(filter: ActivityFilter) -> &'static [State] {
    match filter {
        ActivityFilter::Open => &[State::Waiting, State::Sending],
        ActivityFilter::NeedsYou => &[State::Failed, State::Partial, State::Unconfirmed, State::Conflict],
        ActivityFilter::Done => &[State::Done, State::Cancelled],
    }
}

fn page(reading: &Reading<'_>, input: &ActivityInput) -> samara_store::Result<ActivityPage> {
    let tally = reading.tally()?;
    let needs_you = tally.failed + tally.undecided;
    let intents = reading.intents(states(input.filter), input.offset, input.limit.min(100))?;
    Ok(ActivityPage {
        waiting: tally.waiting,
        needs_you,
        done: tally.done,
        total: match input.filter {
            ActivityFilter::Open => tally.waiting,
            ActivityFilter::NeedsYou => needs_you,
            ActivityFilter::Done => tally.done,
        },
        rows: intents.into_iter().map(|intent| row(reading, intent)).collect::<Result<_, _>>()?,
    })
}

pub(super) const WRITES: &[Tag] =
    &[Tag::Pipeline, Tag::Candidate, Tag::Candidates, Tag::Activity, Tag::Sync, Tag::Jobs];

command! {
    /// Takes an intent back.
    Undo, Info::write("undo", WRITES, "candidatesWrite"), |desk, input: IntentInput| -> Queued {
        outbox::undo(&desk.workspace()?, &input.intent_id).await
    }
}

command! {
    /// Takes the newest intent back.
    UndoLast, Info::write("undo_last", WRITES, "candidatesWrite").titled("Undo", Some("Mod+Z")), |desk, _input: Nothing| -> Option<Queued> {
        outbox::undo_last(&desk.workspace()?).await
    }
}

command! {
    /// Sends a failed intent again.
    Retry, Info::write("retry", WRITES, "candidatesWrite"), |desk, input: IntentInput| -> IntentRow {
        let workspace = desk.workspace()?;
        outbox::retry(&workspace, &input.intent_id).await?;
        intent_row(&workspace, input.intent_id).await
    }
}

/// A failed intent and what to ask for instead.
#[derive(Debug, Deserialize, TS)]
pub struct EditInput {
    /// The intent.
    pub intent_id: String,
    /// The action's input; a file that is not given anew is kept.
    #[ts(type = "unknown")]
    pub input: serde_json::Value,
}

/// What was asked for, and every call made for it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct IntentDetail {
    /// The action's input, without content of files.
    #[ts(type = "unknown")]
    pub input: serde_json::Value,
    /// The calls, in order.
    pub calls: Vec<IntentCall>,
}

command! {
    /// Asks for a failed action with another input, and gives the failed one up.
    Edit, Info::write("edit", WRITES, "candidatesWrite"), |desk, input: EditInput| -> Queued {
        outbox::edit(&desk.workspace()?, &input.intent_id, input.input).await
    }
}

command! {
    /// What an intent asked for, and every call made for it.
    IntentDetailOf, Info::read("intent_detail", &[Tag::Activity]), |desk, input: IntentInput| -> IntentDetail {
        desk.workspace()?
            .read(move |reading| {
                let Some(intent) = reading.intent(&input.intent_id)? else { return Ok(None) };
                let calls = reading.calls(&intent.id)?;
                Ok(Some(IntentDetail { input: serde_json::from_str(&intent.input)?, calls }))
            })
            .await?
            .ok_or_else(|| Failure::input("This action is not in the list any more.", "Look it up in Activity."))
    }
}

command! {
    /// Gives an intent up.
    Discard, Info::act("discard", WRITES), |desk, input: IntentInput| -> IntentRow {
        let workspace = desk.workspace()?;
        outbox::discard(&workspace, &input.intent_id).await?;
        intent_row(&workspace, input.intent_id).await
    }
}

command! {
    /// Decides a conflict.
    Decide, Info::write("decide", WRITES, "candidatesWrite"), |desk, input: DecideInput| -> IntentRow {
        let workspace = desk.workspace()?;
        outbox::decide_conflict(&workspace, &input.intent_id, input.choice == Choice::Mine).await?;
        intent_row(&workspace, input.intent_id).await
    }
}

command! {
    /// One intent.
    IntentOf, Info::read("intent", &[Tag::Activity]), |desk, input: IntentInput| -> IntentRow {
        intent_row(&desk.workspace()?, input.intent_id).await
    }
}

command! {
    /// A window of the outbox.
    Activity, Info::read("activity", &[Tag::Activity]), |desk, input: ActivityInput| -> ActivityPage {
        desk.workspace()?.read(move |reading| page(reading, &input)).await
    }
}
