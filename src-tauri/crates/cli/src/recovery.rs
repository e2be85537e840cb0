//! `samara recovery`

use samara_engine::Failure;
use serde_json::{Value, json};

use crate::arguments::Recovery;
use crate::host::{Host, text};

/// Makes a code, or opens a workspace by it.
pub async fn run(host: &Host, verb: Recovery) -> Result<(), Failure> {
    match verb {
        Recovery::New => {
            host.workspace()?;
            let made = host.call("new_recovery_code", Value::Null).await?;
            host.say(&made, || text(&made, "code").to_owned());
            Ok(())
        }
        Recovery::Use => recover(host).await,
    }
}

async fn recover(host: &Host) -> Result<(), Failure> {
    let code = std::env::var("SAMARA_RECOVERY_CODE")
        .map_err(|_| Failure::input("The recovery code is missing.", "Set SAMARA_RECOVERY_CODE."))?;
    let api_key = crate::connect::api_key()?;
    let passphrase = std::env::var("SAMARA_PASSPHRASE").ok();
    host.desk.open()?;
    let input = json!({ "code": code, "api_key": api_key, "passphrase": passphrase });
    let state = host.call("recover", input).await?;
    host.say(&state, || {
        "The workspace is open again. What waits to be sent is kept; fetch the rest with: samara sync"
            .to_owned()
    });
    Ok(())
}
