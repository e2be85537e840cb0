//! The recovery code: made once, needed when keychain or passphrase are lost.

use samara_store::vault::RecoveryCode;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::key::key;
use super::workspace::{WorkspaceState, state};
use super::{Info, Nothing, command};
use crate::{Failure, Tag};

/// A code to be written down.
#[derive(Serialize, TS)]
pub struct NewCode {
    /// Five groups of five.
    pub code: String,
}

/// What opens a workspace whose vault is lost.
#[derive(Deserialize, TS)]
pub struct RecoverInput {
    /// The recovery code, however it is typed.
    pub code: String,
    /// An API key of the same Ashby organisation.
    pub api_key: String,
    /// The new passphrase, where the workspace is kept under one.
    pub passphrase: Option<String>,
}

command! {
    /// Makes a recovery code and shows it once.
    NewRecoveryCode, Info::act("new_recovery_code", &[]), |desk, _input: Nothing| -> NewCode {
        let code = desk.new_recovery_code()?;
        Ok(NewCode { code: code.shown() })
    }
}

command! {
    /// Opens a workspace whose vault is lost.
    Recover, Info::act("recover", Tag::ALL), |desk, input: RecoverInput| -> WorkspaceState {
        let code = RecoveryCode::parse(&input.code).ok_or_else(|| {
            Failure::input("This is no recovery code.", "It has five groups of five letters and digits.")
        })?;
        let passphrase = input.passphrase.map(SecretString::from);
        desk.recover(&code, key(&input.api_key)?, passphrase)?;
        Ok(state(desk))
    }
}
