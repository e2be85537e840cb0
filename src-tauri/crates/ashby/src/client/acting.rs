//! Writing in the name of a user, where the key may.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Client;
use crate::{Class, Error, model::UserId};

/// In whose name writes are made.
pub(super) struct Acting(Mutex<State>);

#[derive(Default)]
struct State {
    user: Option<UserId>,
    /// Ashby did not take the user, and took the same call without.
    refused: bool,
}

impl Acting {
    pub(super) fn new(user: Option<UserId>) -> Self {
        Self(Mutex::new(State { user, refused: false }))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// In whose name a call is made. Reading goes by what the key may see.
    pub(super) fn for_call(&self, class: Class) -> Option<UserId> {
        let state = self.state();
        state.user.clone().filter(|_| class != Class::Read && !state.refused)
    }

    pub(super) fn refused(&self, user: &UserId) {
        let mut state = self.state();
        state.refused |= state.user.as_ref() == Some(user);
    }
}

/// Whether a call may have been declined for the user it was made for. Such a call was not carried out.
pub(super) fn turned_away(error: &Error) -> bool {
    match error {
        Error::Forbidden { permission_missing, .. } => *permission_missing,
        Error::Refused { message, .. } => {
            message.as_deref().is_some_and(|message| message.to_lowercase().contains("on-behalf-of"))
        }
        _ => false,
    }
}

impl Client {
    /// Writes in the name of this user from here on, as far as the key may; in the key's own name without one.
    pub fn act_as(&self, user: Option<UserId>) {
        let mut state = self.shared.acting.state();
        if state.user != user {
            *state = State { user, refused: false };
        }
    }

    /// Whether Ashby did not take the user that writes were to be made for, and got them in the key's own name.
    #[must_use]
    pub fn acting_refused(&self) -> bool {
        self.shared.acting.state().refused
    }
}
