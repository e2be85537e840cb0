//! `samara views`

use samara_engine::Failure;
use serde_json::{Value, json};

use crate::arguments::{Views, ViewsVerb};
use crate::host::{Host, text};

fn words(view: &Value) -> String {
    format!("{}  {}  {}", text(view, "id"), text(view, "name"), text(view, "query"))
}

/// Saved views of the list of people.
pub async fn run(host: &Host, options: Views) -> Result<(), Failure> {
    host.desk.open()?;
    match options.verb {
        ViewsVerb::List => {
            let views = host.call("list_views", json!({})).await?;
            for view in views.as_array().into_iter().flatten() {
                host.say(view, || words(view));
            }
        }
        ViewsVerb::Save(view) => {
            let input = json!({ "id": view.id, "name": view.name, "query": view.query, "sort": view.sort,
                "desc": view.desc, "columns": view.columns });
            let view = host.call("save_view", input).await?;
            host.say(&view, || words(&view));
        }
        ViewsVerb::Delete { id } => drop(host.call("delete_view", json!({ "id": id })).await?),
        ViewsVerb::Reorder { ids } => drop(host.call("reorder_views", json!({ "ids": ids })).await?),
    }
    Ok(())
}
