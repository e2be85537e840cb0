//! `samara search`

use samara_engine::Failure;
use serde_json::json;

use crate::arguments::Search;
use crate::host::Host;

/// People, best match first.
pub async fn run(host: &Host, options: Search) -> Result<(), Failure> {
    host.desk.open()?;
    let mut offset = 0;
    while offset < options.limit {
        let limit = (options.limit - offset).min(100);
        let input = json!({ "query": options.query, "sort": "relevance", "desc": true, "offset": offset, "limit": limit });
        let page = host.call("list_candidates", input).await?;
        let rows = page["rows"].as_array().cloned().unwrap_or_default();
        for row in &rows {
            let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
            host.say(row, || format!("{}  {}  {}", text("id"), text("name"), text("title")));
        }
        if (rows.len() as u32) < limit {
            break;
        }
        offset += limit;
    }
    Ok(())
}
