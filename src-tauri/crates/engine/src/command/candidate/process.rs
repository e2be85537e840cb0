//! A candidate's interviews and offers.

use samara_store::table::process::{CandidateInterview, CandidateOffer};
use serde::Serialize;
use ts_rs::TS;

use super::CandidateInput;
use crate::Tag;
use crate::command::job::{Coverage, coverage};
use crate::command::{Info, command};

/// Interviews and offers of one candidate.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CandidateProcess {
    /// Latest first.
    pub interviews: Vec<CandidateInterview>,
    /// How complete and how old interviews are.
    pub interviews_coverage: Coverage,
    /// Latest first.
    pub offers: Vec<CandidateOffer>,
    /// How complete and how old offers are.
    pub offers_coverage: Coverage,
}

command! {
    /// A candidate's interviews and offers.
    CandidateProcessOf, Info::read("candidate_process", &[Tag::Candidate]), |desk, input: CandidateInput| -> CandidateProcess {
        desk.workspace()?
            .read(move |reading| {
                Ok(CandidateProcess {
                    interviews: reading.interviews_of(&input.id)?,
                    interviews_coverage: coverage(reading, "ats_interviews", "interviewSchedule.list")?,
                    offers: reading.offers_of(&input.id)?,
                    offers_coverage: coverage(reading, "ats_offers", "offer.list")?,
                })
            })
            .await
    }
}
