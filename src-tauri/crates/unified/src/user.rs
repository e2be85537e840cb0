//! Users: members of the organisation, from `user.list`, and those only met inside other records.

use samara_ashby::model as ashby;

use crate::contact::is_email;
use crate::id::{ConnectionId, Id};
use crate::person_name::whole_name;
use crate::row::{Model, Row, model};
use crate::text::owned;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Whether a user can sign in.
    pub enum UserStatus, derived {
        /// Can sign in.
        Active = "ACTIVE",
        /// Deactivated.
        Inactive = "INACTIVE",
    }
}

model! {
    /// A member of the organisation.
    pub struct User in "ats_users", also [remote_id, remote_data] {
        /// Given name.
        first_name: Option<String> => Text,
        /// Family name.
        last_name: Option<String> => Text,
        /// E-mail address, if it is a valid one.
        email: Option<String> => Text,
        /// Whether the user can sign in; NULL while only met inside other records.
        status: Option<UserStatus> => Text,
    }
    /// Private columns of `ats_users`.
    private UserPrivate {
        /// First and last name in one.
        name: Option<String> => Text,
    }
}

/// A user, whole from `user.list` or as far as another record tells.
#[must_use]
pub fn user(connection: &ConnectionId, user: &ashby::User) -> Row<User> {
    let status = user.is_enabled.map(|on| if on { UserStatus::Active } else { UserStatus::Inactive });
    let (first, last) = (user.first_name.as_deref(), user.last_name.as_deref());
    row(connection, &user.id, first, last, user.email.as_deref(), status)
}

/// A stub of the user named by a hiring team: to be kept only where the user is not known otherwise.
/// [`None`] if the team names nobody.
#[must_use]
pub fn team_member(connection: &ConnectionId, member: &ashby::HiringTeamMember) -> Option<Row<User>> {
    let id = member.user_id.as_ref().filter(|id| !id.is_empty())?;
    let (first, last) = (member.first_name.as_deref(), member.last_name.as_deref());
    Some(row(connection, id, first, last, member.email.as_deref(), None))
}

fn row(
    connection: &ConnectionId,
    id: &ashby::UserId,
    first: Option<&str>,
    last: Option<&str>,
    email: Option<&str>,
    status: Option<UserStatus>,
) -> Row<User> {
    let model = User {
        first_name: owned(first),
        last_name: owned(last),
        email: owned(email).filter(|email| is_email(email)),
        status,
        private: UserPrivate { name: whole_name(first, last) },
    };
    Row::plain(user_id(connection, id), Some(id.as_str().to_owned()), model)
}

pub(crate) fn user_id(connection: &ConnectionId, id: &ashby::UserId) -> Id {
    Id::of(connection, User::TABLE, id.as_str())
}

/// Adds a stub unless the user is there already.
pub(crate) fn add_stub(stubs: &mut Vec<Row<User>>, stub: Row<User>) {
    if stubs.iter().all(|known| known.id != stub.id) {
        stubs.push(stub);
    }
}
