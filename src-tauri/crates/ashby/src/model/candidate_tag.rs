//! Tags for candidates.

use super::{TagId, record::record};

record! {
    /// A tag, from `candidateTag.list` or on a candidate.
    Tag {
        /// Ashby's id of the tag.
        id: TagId,
        /// What it says.
        title: Option<String>,
        /// Whether it is archived; archived tags stay on candidates.
        is_archived: Option<bool>,
    }
}
