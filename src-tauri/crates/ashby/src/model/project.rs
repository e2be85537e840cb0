//! Talent pools.

use super::{CustomFieldValue, ProjectId, UserId, record::record};

record! {
    /// A project, from `project.list` or, with those a candidate is in, `candidate.listProjects`.
    Project {
        /// Ashby's id of the project.
        id: ProjectId,
        /// Its name.
        title: Option<String>,
        /// Free text.
        description: Option<String>,
        /// Whether it is archived.
        is_archived: Option<bool>,
        /// Whether only few may see it.
        confidential: Option<bool>,
        /// Who made it.
        author_id: Option<UserId>,
        /// Creation, ISO 8601.
        created_at: Option<String>,
        /// Fields of the organisation.
        custom_field_entries: Vec<CustomFieldValue>,
    }
}
