//! `candidateTag.*`

use super::{ArchivedParams, list};
use crate::model::Tag;

list! {
    /// Tags for candidates.
    CandidateTagList = "candidateTag.list", "hiringProcessMetadataRead", ArchivedParams => Tag, paged: true, synced: true
}
