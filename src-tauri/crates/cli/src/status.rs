//! `samara status`

use samara_engine::Failure;
use serde_json::{Value, json};

use crate::host::Host;

/// How complete and how old the mirror is, and what waits.
pub async fn run(host: &Host) -> Result<(), Failure> {
    host.desk.open()?;
    let workspace = host.call("workspace_state", Value::Null).await?;
    let status = host.call("sync_status", Value::Null).await?;
    host.say(&json!({ "workspace": workspace, "sync": status }), || {
        let models = status["models"].as_array().into_iter().flatten().map(|model| {
            format!(
                "{:<18} {:>9}  {}",
                model["model"].as_str().unwrap_or_default(),
                model["rows"],
                model["synced_at"].as_str().unwrap_or("not yet")
            )
        });
        let sends = format!(
            "{} waiting, {} failed, {} to decide",
            status["waiting"], status["failed"], status["undecided"]
        );
        models.chain(std::iter::once(sends)).collect::<Vec<_>>().join("\n")
    });
    Ok(())
}
