//! `samara list`

use samara_engine::Failure;
use samara_store::table_info;
use serde_json::Value;

use crate::arguments::List;
use crate::host::{Host, line, text};

/// Rows read at a time, so that any listing needs little memory.
const BATCH: u64 = 250;

/// Rows of a model, in the order of their ids.
pub async fn run(host: &Host, options: List) -> Result<(), Failure> {
    let info = table_info(&options.model).ok_or_else(|| {
        let names: Vec<&str> = samara_engine::command::models();
        Failure::new(
            samara_engine::Code::ModelNotAvailable,
            format!("There is no model {}.", options.model),
            format!("Give one of: {}.", names.join(", ")),
        )
    })?;
    let workspace = host.workspace()?;
    let mut left = options.limit.unwrap_or(u64::MAX);
    let mut cursor = options.cursor;
    while left > 0 {
        let batch = u32::try_from(left.min(BATCH)).unwrap_or(u32::MAX);
        let after = cursor.clone();
        let page = workspace.list(info, after, batch).await?;
        left = left.saturating_sub(page.rows.len() as u64);
        for row in &page.rows {
            if host.json { line(&row.to_string()) } else { line(&words(row)) }
        }
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    if let Some(cursor) = cursor {
        eprintln!("More: --cursor {cursor}");
    }
    Ok(())
}

/// The id and what of the row reads like a name.
fn words(row: &Value) -> String {
    let name = [
        text(row, "name"),
        text(row, "title"),
        text(row, "first_name"),
        text(row, "last_name"),
        text(row, "outcome"),
    ];
    let name: Vec<&str> = name.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}  {}", text(row, "id"), name.join(" "))
}
