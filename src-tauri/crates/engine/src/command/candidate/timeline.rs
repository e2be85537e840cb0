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

/// One thing that happened.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MomentRow {
    /// When, UTC. What is planned lies ahead.
    pub at: String,
    /// added, applied, rejected, stage, note, feedback, interview, offer, `offer_decided`, action.
    pub kind: String,
    /// Unified id of the application it belongs to.
    pub application_id: Option<String>,
    /// The job's title.
    pub job: Option<String>,
    /// The stage, the interview, the action.
    pub title: Option<String>,
    /// The source, the reason, the state, the beginning of the note.
    pub detail: Option<String>,
    /// Who did it.
    pub by: Option<String>,
}

/// A part of a candidate's timeline.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Timeline {
    /// Newest first.
    pub moments: Vec<MomentRow>,
    /// First row of the next part.
    pub next: Option<u32>,
    /// All of them.
    pub total: u64,
    /// When notes were read, UTC; `None`: they are missing here.
    pub notes_as_of: Option<String>,
}

fn shown(moment: Moment) -> MomentRow {
    let is_note = moment.kind == "note";
    let detail = moment.detail.map(|detail| if is_note { plain_text(&detail) } else { detail });
    MomentRow {
        at: moment.at,
        kind: moment.kind,
        application_id: moment.application_id,
        job: moment.job,
        title: moment.title,
        detail: detail.map(|detail| cut(&detail, SHOWN)),
        by: moment.by,
    }
}

command! {
    /// What happened with a candidate.
    CandidateTimeline, Info::read("candidate_timeline", &[Tag::Candidate, Tag::Activity]), |desk, input: PartInput| -> Timeline {
        desk.workspace()?
            .read(move |reading| {
                let total = reading.timeline_length(&input.id)?;
                let moments = reading.timeline(&input.id, input.offset, LIMIT)?;
                let rows: Vec<MomentRow> = moments.into_iter().map(shown).collect();
                let (moments, cut_at) = part(rows, 0);
                let end = u64::from(input.offset) + moments.len() as u64;
                let next = (cut_at.is_some() || end < total).then(|| u32::try_from(end).unwrap_or(u32::MAX));
                Ok(Timeline { moments, next, total, notes_as_of: reading.fresh_at("notes", &input.id)? })
            })
            .await
    }
}
