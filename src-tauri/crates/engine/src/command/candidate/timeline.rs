//! All that happened with a candidate, newest first.

use samara_store::table::timeline::Moment;
use samara_unified::plain_text;
use serde::Serialize;
use ts_rs::TS;

use super::extras::{PartInput, cut, part};
use crate::Tag;
use crate::command::{Info, command};

/// Letters of a note that are shown.
const SHOWN: usize = 300;
/// Moments looked at for one reply.
const LIMIT: u32 = 200;

/// A part of a candidate's timeline.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Timeline {
    /// Newest first.
    pub moments: Vec<Moment>,
    /// First row of the next part.
    pub next: Option<u32>,
    /// All of them.
    pub total: u64,
    /// When notes were read, UTC; `None`: they are missing here.
    pub notes_as_of: Option<String>,
}

fn shown(mut moment: Moment) -> Moment {
    let is_note = moment.kind == "note";
    let told = moment.detail.map(|detail| if is_note { plain_text(&detail) } else { detail });
    moment.detail = told.map(|detail| cut(&detail, SHOWN));
    moment
}

command! {
    /// What happened with a candidate.
    CandidateTimeline, Info::read("candidate_timeline", &[Tag::Candidate, Tag::Activity]), |desk, input: PartInput| -> Timeline {
        desk.workspace()?
            .read(move |reading| {
                let total = reading.timeline_length(&input.id)?;
                let moments = reading.timeline(&input.id, input.offset, LIMIT)?;
                let rows: Vec<Moment> = moments.into_iter().map(shown).collect();
                let (moments, cut_at) = part(rows, 0);
                let end = u64::from(input.offset) + moments.len() as u64;
                let next = (cut_at.is_some() || end < total).then(|| u32::try_from(end).unwrap_or(u32::MAX));
                Ok(Timeline { moments, next, total, notes_as_of: reading.fresh_at("notes", &input.id)? })
            })
            .await
    }
}
