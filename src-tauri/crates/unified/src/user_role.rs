//! User roles: which role a user has in the whole organisation, from `user.globalRole`.

use samara_ashby::model as ashby;

use crate::id::{ConnectionId, Id};
use crate::role::{Role, system_role};
use crate::row::{Model, Row, model};
use crate::user::user_id;

model! {
    /// A role of a user.
    pub struct UserRole in "ats_join_users_roles", also [] {
        /// The user.
        user_id: Option<Id> => Reference("ats_users"),
        /// The role.
        role_id: Option<Id> => Reference("ats_roles"),
    }
    /// Private columns of `ats_join_users_roles`: none.
    private UserRolePrivate {}
}

/// The role of a user with the role itself; [`None`] if Ashby tells none.
#[must_use]
pub fn user_role(connection: &ConnectionId, user: &ashby::User) -> Option<(Row<UserRole>, Row<Role>)> {
    let name = user.global_role.as_deref()?.trim();
    let role = system_role(connection, name)?;
    let model = UserRole {
        user_id: Some(user_id(connection, &user.id)),
        role_id: Some(role.id.clone()),
        private: UserRolePrivate {},
    };
    let key = [user.id.as_str(), &format!("SYSTEM:{name}")];
    Some((Row::plain(Id::of_parts(connection, UserRole::TABLE, &key), None, model), role))
}
