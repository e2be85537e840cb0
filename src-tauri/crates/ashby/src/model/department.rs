//! Departments and teams.

use serde_json::{Map, Value};

use super::{DepartmentId, record::record};

record! {
    /// A department, or a team when it has a parent; from `department.list`.
    Department {
        /// Ashby's id of the department.
        id: DepartmentId,
        /// Name inside the organisation.
        name: Option<String>,
        /// Name on job boards.
        external_name: Option<String>,
        /// Whether it is archived.
        is_archived: Option<bool>,
        /// The department this one belongs to.
        parent_id: Option<DepartmentId>,
        /// Creation, ISO 8601.
        created_at: Option<String>,
        /// Last change, ISO 8601.
        updated_at: Option<String>,
        /// Text values set by integrations.
        extra_data: Option<Map<String, Value>>,
    }
}
