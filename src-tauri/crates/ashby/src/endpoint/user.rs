//! `user.*`

use serde::Serialize;

use super::list;
use crate::model::User;

list! {
    /// Members of the organisation.
    UserList = "user.list", "organizationRead", UserListParams => User, paged: true, synced: true
}

/// Parameters of `user.list`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UserListParams {
    /// Whether users who can not sign in any more are listed; without them they would look deleted.
    pub include_deactivated: bool,
}

impl Default for UserListParams {
    fn default() -> Self {
        Self { include_deactivated: true }
    }
}
