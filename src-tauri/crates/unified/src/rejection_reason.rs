//! Rejection reasons, from `archiveReason.list`.

use samara_ashby::model as ashby;

use crate::id::{ConnectionId, Id};
use crate::row::{Model, Row, model};
use crate::text::owned;

model! {
    /// A reason for ending an application.
    pub struct RejectionReason in "ats_rejection_reasons", also [remote_id, remote_data] {
        /// What it says.
        name: Option<String> => Text,
    }
    /// Private columns of `ats_rejection_reasons`.
    private RejectionReasonPrivate {
        /// Archived in Ashby: still readable, not offered.
        is_archived: Option<bool> => Bool,
        /// Ashby's `RejectedByOrg`, `RejectedByCandidate`, `Other` or another word.
        reason_type: Option<String> => Text,
    }
}

/// A rejection reason.
#[must_use]
pub fn rejection_reason(connection: &ConnectionId, reason: &ashby::ArchiveReason) -> Row<RejectionReason> {
    let model = RejectionReason {
        name: owned(reason.text.as_deref()),
        private: RejectionReasonPrivate {
            is_archived: reason.is_archived,
            reason_type: owned(reason.reason_type.as_deref()),
        },
    };
    let remote_id = reason.id.as_str();
    Row::plain(Id::of(connection, RejectionReason::TABLE, remote_id), Some(remote_id.to_owned()), model)
}
