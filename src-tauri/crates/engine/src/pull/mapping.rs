//! From a page of records to rows.

use std::borrow::Cow;

use samara_unified::{ConnectionId, may_be_sensitive, strip_sensitive};
use serde_json::value::RawValue;

/// What mapping needs besides the record.
#[derive(Debug, Clone)]
pub(crate) struct Mapping {
    /// The connection all ids belong to.
    pub(crate) connection: ConnectionId,
}

/// A payload as it may be kept: equal-opportunity and demographic answers removed.
pub(crate) fn kept_payload<'a>(endpoint: &str, raw: &'a RawValue) -> Cow<'a, str> {
    if !may_be_sensitive(raw.get()) {
        return Cow::Borrowed(raw.get());
    }
    let Ok(mut payload) = serde_json::from_str(raw.get()) else { return Cow::Borrowed("null") };
    if strip_sensitive(endpoint, &mut payload) { Cow::Owned(payload.to_string()) } else { Cow::Borrowed(raw.get()) }
}
