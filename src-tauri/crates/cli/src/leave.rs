//! `samara disconnect` and `samara key`: leaving a workspace, and going on with another key.

use samara_engine::Failure;
use serde_json::{Value, json};

use crate::arguments::{Disconnect, Key};
use crate::connect::api_key;
use crate::host::{Host, field, text};

/// Leaves the workspace.
pub async fn disconnect(host: &Host, options: Disconnect) -> Result<(), Failure> {
    host.desk.open()?;
    let mut input = json!({});
    if let (Some(until), Value::Object(input)) = (options.keep_until, &mut input) {
        input.insert("keep_until".to_owned(), until.into());
    }
    let state = host.call("disconnect", input).await?;
    host.say(&state, || match field(&state, "remove_at") {
        Value::Null => "Everything of the workspace was removed from this computer.".to_owned(),
        _ => format!(
            "The key was removed. What is here can be read until {}; then it is removed, too.",
            text(&state, "remove_at")
        ),
    });
    Ok(())
}

/// Goes on with another key.
pub async fn key(host: &Host, _: Key) -> Result<(), Failure> {
    host.workspace()?;
    let state = host.call("replace_key", json!({ "api_key": api_key()? })).await?;
    host.say(&state, || "Samara goes on with this key: samara sync".to_owned());
    Ok(())
}
