//! `customField.*`

use super::{ArchivedParams, list};
use crate::model::CustomFieldDefinition;

list! {
    /// Fields the organisation added.
    CustomFieldList = "customField.list", "hiringProcessMetadataRead", ArchivedParams => CustomFieldDefinition, paged: true, synced: true
}
