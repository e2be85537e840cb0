//! `source.*`

use super::{ArchivedParams, list};
use crate::model::Source;

list! {
    /// Where candidates and applications come from.
    SourceList = "source.list", "hiringProcessMetadataRead", ArchivedParams => Source, paged: false, synced: false
}
