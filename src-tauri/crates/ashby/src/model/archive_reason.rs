//! Reasons for archiving an application.

use super::{ArchiveReasonId, record::record};

record! {
    /// A reason, from `archiveReason.list`.
    ArchiveReason {
        /// Ashby's id of the reason.
        id: ArchiveReasonId,
        /// What it says.
        text: Option<String>,
        /// `RejectedByCandidate`, `RejectedByOrg`, `Other` or another value.
        reason_type: Option<String>,
        /// Whether it is archived.
        is_archived: Option<bool>,
    }
}
