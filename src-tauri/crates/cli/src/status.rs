//! `samara status`

use samara_engine::Failure;
use serde_json::{Value, json};

use crate::host::{Host, field, items, text};

/// How complete and how old the mirror is, and what waits.
pub async fn run(host: &Host) -> Result<(), Failure> {
    host.desk.open()?;
    let workspace = host.call("workspace_state", Value::Null).await?;
    let status = host.call("sync_status", Value::Null).await?;
    host.say(&json!({ "workspace": workspace, "sync": status }), || {
        let models = items(&status, "models").iter().map(|model| {
            format!(
                "{:<30} {:>9}  {}",
                text(model, "model"),
                field(model, "rows"),
                field(model, "synced_at").as_str().unwrap_or("not yet")
            )
        });
        let sends = format!(
            "{} waiting, {} failed, {} to decide",
            field(&status, "waiting"),
            field(&status, "failed"),
            field(&status, "undecided")
        );
        models.chain(std::iter::once(sends)).collect::<Vec<_>>().join("\n")
    });
    Ok(())
}
