//! Tags for candidates, from `candidateTag.list`.

use samara_ashby::model as ashby;

use crate::id::{ConnectionId, Id};
use crate::row::{Model, Row, model};
use crate::text::owned;

model! {
    /// A tag for candidates.
    pub struct Tag in "ats_tags", also [remote_id, remote_data] {
        /// What it says.
        name: Option<String> => Text,
    }
    /// Private columns of `ats_tags`.
    private TagPrivate {
        /// Archived in Ashby: still readable, not offered.
        is_archived: Option<bool> => Bool,
    }
}

/// A tag, from its list or as met on a candidate.
#[must_use]
pub fn tag(connection: &ConnectionId, tag: &ashby::Tag) -> Row<Tag> {
    let model =
        Tag { name: owned(tag.title.as_deref()), private: TagPrivate { is_archived: tag.is_archived } };
    Row::plain(tag_id(connection, &tag.id), Some(tag.id.as_str().to_owned()), model)
}

pub(crate) fn tag_id(connection: &ConnectionId, id: &ashby::TagId) -> Id {
    Id::of(connection, Tag::TABLE, id.as_str())
}
