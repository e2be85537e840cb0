//! The first sync when every page takes 100 ms longer, beside downloading the same pages.

use std::path::Path;

use crate::Outcome;
use crate::desk;
use crate::sandbox::Sandbox;
use crate::sync::{LISTED, Then, listings};
use crate::table::Table;

/// Measures both.
pub async fn measure(folder: &Path, sandbox: &Sandbox, table: &mut Table) -> Outcome {
    sandbox.slow(true).await?;
    let desk = desk::connect(&folder.join("slow"), sandbox, false)?;
    let time = listings(&desk, &LISTED, Then::Stop).await?;
    let download = desk.recording.download(desk.recording.pages()).await?;
    sandbox.slow(false).await?;
    table.ratio("First sync, 100 ms a page", time, "download only", download, "≤ 1.15 (1 M: 1.25)");
    Ok(())
}
