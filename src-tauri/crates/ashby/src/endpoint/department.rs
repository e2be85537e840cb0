//! `department.*`

use super::{ArchivedParams, list};
use crate::model::Department;

list! {
    /// Departments and teams.
    DepartmentList = "department.list", "organizationRead", ArchivedParams => Department, paged: true, synced: true
}
