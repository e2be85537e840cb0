//! `location.*`

use super::{ArchivedParams, list};
use crate::model::Location;

list! {
    /// Places of work.
    LocationList = "location.list", "organizationRead", ArchivedParams => Location, paged: true, synced: true
}
