//! `hiringTeamRole.*`

use serde::Serialize;

use super::list;
use crate::model::HiringTeamRole;

list! {
    /// Roles of hiring teams.
    HiringTeamRoleList = "hiringTeamRole.list", "organizationRead", HiringTeamRoleListParams => HiringTeamRole, paged: false, synced: false
}

/// Parameters of `hiringTeamRole.list`; by default ids are asked for, too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HiringTeamRoleListParams {
    /// Whether only titles are listed.
    pub names_only: bool,
}
