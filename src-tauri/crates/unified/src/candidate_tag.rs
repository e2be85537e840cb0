//! Candidate tags: which candidate carries which tag, from `candidate.tags`.

use samara_ashby::model as ashby;

use crate::candidate::candidate_id;
use crate::id::{ConnectionId, Id};
use crate::row::{Model, Row, model};
use crate::tag::tag_id;

model! {
    /// A tag on a candidate.
    pub struct CandidateTag in "ats_join_candidates_tags", also [] {
        /// The candidate.
        candidate_id: Option<Id> => Reference("ats_candidates"),
        /// The tag.
        tag_id: Option<Id> => Reference("ats_tags"),
    }
    /// Private columns of `ats_join_candidates_tags`: none.
    private CandidateTagPrivate {}
}

/// All tags of a candidate, each once. The list is complete: what is missing has been taken off.
#[must_use]
pub fn candidate_tags(connection: &ConnectionId, candidate: &ashby::Candidate) -> Vec<Row<CandidateTag>> {
    let owner = candidate_id(connection, &candidate.id);
    let mut rows: Vec<Row<CandidateTag>> = Vec::with_capacity(candidate.tags.len());
    for tag in &candidate.tags {
        let key = [candidate.id.as_str(), tag.id.as_str()];
        let id = Id::of_parts(connection, CandidateTag::TABLE, &key);
        if rows.iter().any(|row| row.id == id) {
            continue;
        }
        let model = CandidateTag {
            candidate_id: Some(owner.clone()),
            tag_id: Some(tag_id(connection, &tag.id)),
            private: CandidateTagPrivate {},
        };
        rows.push(Row::plain(id, None, model));
    }
    rows
}
