//! The one way from the window into the engine.

use std::sync::Arc;

use samara_engine::{Desk, Failure, Tag, command, file};
use serde::Serialize;
use serde_json::Value;
use tauri::ipc::Response;
use tauri::{AppHandle, Emitter as _, State};
use tauri_plugin_opener::OpenerExt as _;

/// The desk as Tauri keeps it.
pub type Shared = Arc<Desk>;

/// Name of the event that tells which cache tags are stale.
const CHANGE: &str = "samara://change";

/// Between two notices to the window, so that a sync does not make it paint without end.
const PAUSE: std::time::Duration = std::time::Duration::from_millis(120);

#[derive(Clone, Serialize)]
struct Change {
    tags: Vec<Tag>,
}

/// Runs a command of the engine.
#[tauri::command]
pub async fn call(desk: State<'_, Shared>, name: String, input: Value) -> Result<Value, Failure> {
    command::call(&desk, &name, input).await
}

/// A candidate's résumé as bytes.
#[tauri::command]
pub async fn resume(desk: State<'_, Shared>, candidate_id: String) -> Result<Response, Failure> {
    Ok(Response::new(file::resume(&desk.workspace()?, &candidate_id).await?))
}

/// Opens a link outside: web pages, mail addresses and phone numbers, nothing else.
#[tauri::command]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands arguments over by value")]
pub fn open_link(app: AppHandle, url: String) -> Result<(), Failure> {
    if !["https://", "mailto:", "tel:"].iter().any(|scheme| url.starts_with(scheme)) {
        return Err(Failure::input(
            "This link is not opened.",
            "Only web pages, mail addresses and phone numbers are.",
        ));
    }
    app.opener().open_url(url, None::<&str>).map_err(|_| Failure::defect("link"))
}

/// Tells the window what changed, for as long as the app runs.
pub async fn tell_changes(app: AppHandle, desk: Shared) {
    loop {
        let tags = desk.notices.next().await;
        if app.emit(CHANGE, Change { tags }).is_err() {
            tracing::warn!("window.not_told");
        }
        tokio::time::sleep(PAUSE).await;
    }
}
