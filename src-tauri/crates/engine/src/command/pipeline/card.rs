//! The cards of one column, with what is pending laid over them.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use samara_store::Reading;
use samara_store::table::board::CardRow;
use samara_store::table::intent::State;
use samara_store::table::overlay::{ChangeOverlay, StageOverlay};
use samara_unified::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::filter::BoardFilter;
use super::{Placed, days_since, headline, placed};
use crate::command::{Info, command};
use crate::{Failure, Tag, outbox};

/// Which cards.
#[derive(Debug, Deserialize, TS)]
pub struct BoardCardsInput {
    /// Unified id of the job.
    pub job_id: String,
    /// Unified id of the stage.
    pub stage_id: String,
    /// First card.
    pub offset: u32,
    /// Cards, at most 100.
    pub limit: u32,
    /// Which cards are meant.
    #[serde(default)]
    #[ts(optional, as = "Option<BoardFilter>")]
    pub filter: BoardFilter,
}

/// A write not in the mirror yet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Pending {
    /// The intent.
    pub intent_id: String,
    /// Where it stands.
    pub state: State,
    /// In words.
    pub label: String,
}

/// An interview that is still to come.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NextInterview {
    /// What kind of interview it is.
    pub title: Option<String>,
    /// Begin, UTC.
    pub starting_at: String,
}

/// One application on a board.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Card {
    /// Unified id.
    pub application_id: String,
    /// Unified id of the candidate.
    pub candidate_id: String,
    /// The candidate's name.
    pub name: String,
    /// Title at company.
    pub headline: Option<String>,
    /// Source of the application.
    pub source: Option<String>,
    /// Who is credited.
    pub credited_to: Option<String>,
    /// The candidate's tags.
    pub tags: Vec<String>,
    /// Whole days in this stage.
    pub days: Option<i64>,
    /// The next interview.
    pub next: Option<NextInterview>,
    /// What is pending.
    pub pending: Option<Pending>,
}

/// A window of cards.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CardPage {
    /// Cards in the column.
    pub total: u64,
    /// The window, latest arrivals first.
    pub rows: Vec<Card>,
}

/// How a pending move is shown.
pub(crate) fn pending(overlay: &StageOverlay) -> samara_store::Result<Pending> {
    let state = State::parse(&overlay.state)?;
    let label = match state {
        State::Sending => "Moved here, sending now",
        State::Unconfirmed => "Moved here, may not have arrived",
        _ => "Moved here, not sent yet",
    };
    Ok(Pending { intent_id: overlay.intent_id.clone(), state, label: label.to_owned() })
}

fn cards(reading: &Reading<'_>, input: &BoardCardsInput, now: DateTime<Utc>) -> Result<CardPage, Failure> {
    let sieve = input.filter.sieve(now);
    let at = Timestamp::from(now);
    let counts = reading.stage_counts(&input.job_id, &sieve)?;
    let Placed { counts, moved, hidden, .. } = placed(reading, &input.job_id, &sieve, counts)?;
    let hidden: Vec<&str> = hidden.iter().map(String::as_str).collect();
    let arrived: Vec<&StageOverlay> =
        moved.iter().filter(|overlay| overlay.stage_id == input.stage_id).collect();
    let limit = input.limit.min(100);
    let changed = reading.overlaid_candidates()?;
    let mut rows = Vec::new();
    for overlay in arrived.iter().rev().skip(input.offset as usize).take(limit as usize) {
        if let Some(row) = reading.card(&overlay.application_id, at.as_str())? {
            let entered = Some(overlay.at.clone());
            let shown = card(reading, CardRow { entered_at: entered, ..row }, &changed, now)?;
            rows.push(Card { pending: Some(pending(overlay)?), ..shown });
        }
    }
    let left = limit.saturating_sub(u32::try_from(rows.len()).unwrap_or(limit));
    let skip = u64::from(input.offset).saturating_sub(arrived.len() as u64);
    let total = counts.get(&input.stage_id).copied().unwrap_or(0);
    if left > 0 {
        let column = (input.job_id.as_str(), input.stage_id.as_str());
        let window = (skip, left, total.saturating_sub(arrived.len() as u64));
        for row in reading.cards(column, &sieve, &hidden, window, at.as_str())? {
            rows.push(card(reading, row, &changed, now)?);
        }
    }
    Ok(CardPage { total, rows })
}

/// A card with what is pending about its person laid over it.
fn card(
    reading: &Reading<'_>,
    row: CardRow,
    changed: &HashSet<String>,
    now: DateTime<Utc>,
) -> samara_store::Result<Card> {
    let changes =
        if changed.contains(&row.candidate_id) { reading.changes(&row.candidate_id)? } else { Vec::new() };
    let tags = if changes.is_empty() { row.tags } else { reading.seen_tags(&row.candidate_id, row.tags)? };
    let source = outbox::aside(&changes, "source", Some(&row.application_id), "");
    Ok(Card {
        headline: headline(row.title.as_deref(), row.company.as_deref()),
        days: days_since(row.entered_at.as_deref(), now),
        application_id: row.application_id,
        candidate_id: row.candidate_id,
        name: row.name,
        source: source.map_or(row.source, |aside| aside.words),
        credited_to: row.credited_to,
        tags,
        next: row.next.map(|(title, starting_at)| NextInterview { title, starting_at }),
        pending: changes.last().map(change).transpose()?,
    })
}

/// How a pending tag or note is shown.
fn change(overlay: &ChangeOverlay) -> samara_store::Result<Pending> {
    let state = State::parse(&overlay.state)?;
    let label = match overlay.kind.as_str() {
        "tag" => format!("Tagged {}, not sent yet", overlay.value),
        "untag" => format!("Tag {} taken off, not sent yet", overlay.value),
        "project" | "unproject" => "Project changed, not sent yet".to_owned(),
        "source" => "Source changed, not sent yet".to_owned(),
        "field" => "Fields changed, not sent yet".to_owned(),
        _ => "Note written, not sent yet".to_owned(),
    };
    Ok(Pending { intent_id: overlay.intent_id.clone(), state, label })
}

command! {
    /// Cards of one column.
    BoardCards, Info::read("board_cards", &[Tag::Pipeline]), |desk, input: BoardCardsInput| -> CardPage {
        let workspace = desk.workspace()?;
        let now = workspace.clock.now();
        workspace.read(move |reading| Ok(cards(reading, &input, now))).await?
    }
}
