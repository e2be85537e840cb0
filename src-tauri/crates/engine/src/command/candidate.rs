//! Lists of candidates, one candidate's page, and finding people by name.

mod extras;
mod list;
mod page;
pub mod process;
mod timeline;

use samara_store::Reading;
use samara_store::table::intent::State;
use samara_store::table::note::Note;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::pipeline::Pending;
use super::{Info, Nothing, command};
use crate::{Failure, Tag, pull};

pub use extras::{
    AnswerList, AnswerRow, CandidateAnswers, CandidateFeedback, CandidateFiles, Extent, FeedbackList,
    FeedbackRow, FileRow, FileText, FileTextInput, FileTextOf, PartInput, Scored,
};
pub use list::{
    CandidateListInput, CandidatePage, CandidateRow, CandidateSort, FoundIn, ListCandidates, Searches,
    TextCoverage,
};
pub(super) use list::{order, shown};
pub(super) use page::named;
pub use page::{
    ApplicationView, CandidateView, Contact, NamedValue, ResumeRef, Social, Step, StepState, TagRef,
};
pub use timeline::{CandidateTimeline, Timeline};

/// Which candidate.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CandidateInput {
    /// Unified id.
    pub id: String,
}

/// A note, and whether it is still on its way.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NoteRow {
    /// The note.
    #[serde(flatten)]
    #[ts(flatten)]
    pub note: Note,
    /// What is pending of it; its id is then the intent's.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub pending: Option<Pending>,
}

/// The notes of a candidate.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NoteList {
    /// Newest first.
    pub notes: Vec<NoteRow>,
    /// When they were read from Ashby, UTC; `None`: not yet.
    pub fetched_at: Option<String>,
}

command! {
    /// One candidate.
    CandidateOf, Info::read("candidate", &[Tag::Candidate]), |desk, input: CandidateInput| -> CandidateView {
        let workspace = desk.workspace()?;
        let now = workspace.clock.now();
        workspace
            .read(move |reading| {
                let id = reading.resolve_candidate(&input.id)?;
                let view = page::candidate(reading, &id, now)?;
                // Who was entered here and came to Ashby since was not merged with anybody.
                let merged = id != input.id && !reading.was_provisional(&input.id)?;
                Ok(view.map(|view| CandidateView { followed_from: merged.then_some(input.id), ..view }))
            })
            .await?
            .ok_or_else(|| Failure::input("This candidate is not here.", "It may have been merged or removed in Ashby. Search for the name."))
    }
}

command! {
    /// A candidate's notes.
    CandidateNotes, Info::read("candidate_notes", &[Tag::Candidate]), |desk, input: CandidateInput| -> NoteList {
        desk.workspace()?
            .read(move |reading| {
                let id = reading.resolve_candidate(&input.id)?;
                let mut notes = unsent(reading, &id)?;
                notes.extend(reading.notes(&id)?.into_iter().map(|note| NoteRow { note, pending: None }));
                Ok(NoteList { notes, fetched_at: reading.fresh_at("notes", &id)? })
            })
            .await
    }
}

/// Notes on their way, newest first.
fn unsent(reading: &Reading<'_>, candidate_id: &str) -> samara_store::Result<Vec<NoteRow>> {
    let changes = reading.changes(candidate_id)?.into_iter().rev();
    let notes = changes.filter(|change| change.kind == "note").map(|change| {
        let state = State::parse(&change.state)?;
        let label = if state == State::Sending { "Sending" } else { "Not sent yet" };
        Ok(NoteRow {
            pending: Some(Pending { intent_id: change.intent_id.clone(), state, label: label.to_owned() }),
            note: Note {
                id: change.intent_id,
                author: "You".to_owned(),
                created_at: change.at,
                html: samara_unified::clean_html(&change.value),
                private: false,
            },
        })
    });
    notes.collect()
}

command! {
    /// Reads a candidate from Ashby now.
    CandidateRefresh, Info::act("candidate_refresh", &[]), |desk, input: CandidateInput| -> Nothing {
        let workspace = desk.workspace()?;
        let id = workspace.read(move |reading| reading.resolve_candidate(&input.id)).await?;
        pull::refresh_candidate(&workspace, &id).await?;
        Ok(Nothing {})
    }
}
