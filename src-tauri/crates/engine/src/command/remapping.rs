//! How unified fields are filled: what people changed about the mapping.

use std::sync::Arc;

use samara_unified::{Fault, Remapping, tables};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::{Info, Nothing, command};
use crate::{Failure, Tag, Workspace, pull};

/// Changes to the mapping.
#[derive(Debug, Serialize, Deserialize, TS)]
pub struct RemappingText {
    /// Rules, scopes, custom keys and passthrough, as [`Remapping`] has them; empty where nothing is changed.
    #[ts(type = "unknown")]
    pub remapping: Value,
}

command! {
    /// What is changed about the mapping.
    RemappingOf, Info::read("remapping", &[Tag::Settings]), |desk, _input: Nothing| -> RemappingText {
        let remapping = in_force(&desk.workspace()?).await?;
        let remapping = serde_json::to_value(remapping).map_err(|_| Failure::defect("remapping"))?;
        Ok(RemappingText { remapping })
    }
}

command! {
    /// Changes the mapping, and projects the rows that are there anew: without a call to Ashby.
    SetRemapping, Info::act("set_remapping", &[Tag::Settings]), |desk, input: RemappingText| -> Nothing {
        let remapping: Remapping = serde_json::from_value(input.remapping).map_err(|error| {
            Failure::input(format!("The mapping does not fit: {error}."), "Correct the part named.")
        })?;
        put_in_force(&desk.workspace()?, &remapping).await?;
        Ok(Nothing {})
    }
}

/// What is changed about the mapping; settings that cannot be read change nothing.
pub(super) async fn in_force(workspace: &Arc<Workspace>) -> Result<Remapping, Failure> {
    let text = workspace.read(|reading| reading.setting(pull::REMAPPING)).await?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// Keeps a mapping and applies it to the rows that are here.
pub(super) async fn put_in_force(workspace: &Arc<Workspace>, remapping: &Remapping) -> Result<(), Failure> {
    if let Some(fault) = remapping.faults(tables()).first() {
        return Err(refused(fault));
    }
    let text = serde_json::to_string(remapping).map_err(|_| Failure::defect("remapping"))?;
    workspace.write_local(move |tx| tx.set_setting(pull::REMAPPING, &text)).await?;
    // Otherwise the process that pulls applies it with its next run.
    if workspace.lead()? && !workspace.progress.with(|inner| inner.running) {
        pull::reproject(workspace).await?;
    }
    Ok(())
}

fn refused(fault: &Fault) -> Failure {
    Failure::input(
        format!("The mapping does not fit at {}: {}.", fault.place, fault.reason),
        "Correct the part named.",
    )
}
