//! Settings of the workspace.

use serde::Deserialize;
use ts_rs::TS;

use super::{Info, Nothing, command};
use crate::Tag;
use crate::workspace::DELTA_EVERY;

/// Which setting.
#[derive(Debug, Deserialize, TS)]
pub struct SettingInput {
    /// Its key.
    pub key: String,
}

/// A setting's new value.
#[derive(Debug, Deserialize, TS)]
pub struct SettingSetInput {
    /// Its key.
    pub key: String,
    /// Its value.
    pub value: String,
}

command! {
    /// Reads a setting; without a workspace none is set.
    SettingOf, Info::read("setting", &[Tag::Settings]), |desk, input: SettingInput| -> Option<String> {
        match desk.workspace() {
            Ok(workspace) => workspace.read(move |reading| reading.setting(&input.key)).await,
            Err(_) => Ok(None),
        }
    }
}

command! {
    /// Changes a setting.
    SetSetting, Info::act("set_setting", &[Tag::Settings]), |desk, input: SettingSetInput| -> Nothing {
        let workspace = desk.workspace()?;
        let wakes = input.key == DELTA_EVERY;
        workspace.write_local(move |tx| tx.set_setting(&input.key, &input.value)).await?;
        if wakes {
            // Who waits for the old time to pass would not hear of the new one before.
            workspace.sync_now(false);
        }
        Ok(Nothing {})
    }
}
