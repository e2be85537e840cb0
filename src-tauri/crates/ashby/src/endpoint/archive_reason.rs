//! `archiveReason.*`

use super::{ArchivedParams, list};
use crate::model::ArchiveReason;

list! {
    /// Reasons for archiving applications.
    ArchiveReasonList = "archiveReason.list", "hiringProcessMetadataRead", ArchivedParams => ArchiveReason, paged: false, synced: false
}
