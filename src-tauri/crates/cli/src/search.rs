//! `samara search`

use samara_engine::Failure;
use serde_json::json;

use crate::arguments::Search;
use crate::host::{Host, items, text};

/// People, best match first.
pub async fn run(host: &Host, options: Search) -> Result<(), Failure> {
    host.desk.open()?;
    let mut offset = 0;
    while offset < options.limit {
        let limit = (options.limit - offset).min(100);
        let input = json!({ "query": options.query, "sort": "relevance", "desc": true, "offset": offset, "limit": limit });
        let page = host.call("list_candidates", input).await?;
        if offset == 0 {
            items(&page, "problems")
                .iter()
                .filter_map(|problem| problem.as_str())
                .for_each(|p| eprintln!("{p}"));
        }
        let rows = items(&page, "rows").to_vec();
        for row in &rows {
            host.say(row, || format!("{}  {}  {}", text(row, "id"), text(row, "name"), text(row, "title")));
        }
        if (rows.len() as u32) < limit {
            break;
        }
        offset += limit;
    }
    Ok(())
}
