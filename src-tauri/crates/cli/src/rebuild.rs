//! `samara rebuild`

use samara_engine::{Code, Failure};
use samara_store::Folder;
use serde_json::Value;

use crate::host::{Host, busy};

/// Throws the mirror away, provided nobody works on it and what is to stay can be opened.
pub async fn run(host: &Host) -> Result<(), Failure> {
    let lease = Folder::open(&host.data_dir)?.try_lease()?.ok_or_else(busy)?;
    host.desk.open()?;
    match host.desk.workspace() {
        Err(failure) if failure.code != Code::MirrorDamaged => return Err(failure),
        _ => {}
    }
    let state = host.call("rebuild_mirror", Value::Null).await?;
    host.desk.workspace()?;
    drop(lease);
    host.say(&state, || "The mirror is empty. Fetch everything with: samara sync".to_owned());
    Ok(())
}
