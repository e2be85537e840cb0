//! `opening.*`

use serde::Serialize;

use super::list;
use crate::model::Opening;

list! {
    /// Openings.
    OpeningList = "opening.list", "jobsRead", OpeningListParams => Opening, paged: true, synced: true
}

/// Parameters of `opening.list`; by default all openings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OpeningListParams {
    /// Only openings made later, in milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_after: Option<i64>,
}
