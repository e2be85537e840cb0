//! Where candidates and applications come from.

use super::{SourceId, SourceTypeId, record::record};

record! {
    /// A source, from `source.list`, on a candidate or on an application.
    Source {
        /// Ashby's id of the source.
        id: SourceId,
        /// Its name.
        title: Option<String>,
        /// Whether it is archived.
        is_archived: Option<bool>,
        /// The kind of source it is.
        source_type: Option<SourceType>,
    }
}

record! {
    /// A kind of source.
    SourceType {
        /// Ashby's id of the kind.
        id: SourceTypeId,
        /// Its name.
        title: Option<String>,
        /// Whether it is archived.
        is_archived: Option<bool>,
    }
}
