//! `samara export`

use samara_engine::Failure;
use serde_json::{Value, json};

use crate::arguments::Export;
use crate::host::{Host, field, text};
use crate::list;

/// Writes a list to a file.
pub async fn run(host: &Host, options: Export) -> Result<(), Failure> {
    let Export { list: name, format, out, redact, query, sort, desc, which } = options;
    let path = out.to_str().ok_or_else(|| {
        Failure::input("The name of the file is no text.", "Give one of letters that can be written down.")
    })?;
    let list = if name == "people" {
        if !which.is_empty() {
            list::misused("people are chosen by --query, not by filters");
        }
        let sort = sort.unwrap_or_else(|| "relevance".to_owned());
        json!({ "kind": "people", "query": query.unwrap_or_default(), "sort": sort, "desc": desc })
    } else {
        if query.is_some() || sort.is_some() || desc {
            list::misused("only people have --query, --sort and --desc: choose rows by --filter");
        }
        let input = list::input(name, which);
        list::checked(&input)?;
        let mut list = serde_json::to_value(input).unwrap_or(Value::Null);
        if let Some(list) = list.as_object_mut() {
            list.insert("kind".to_owned(), json!("model"));
        }
        list
    };
    host.desk.open()?;
    let input = json!({ "list": list, "format": format, "path": path, "redact": redact });
    let report = host.call("export", input).await?;
    host.say(&report, || {
        format!(
            "{} rows, {} bytes: {}",
            field(&report, "rows"),
            field(&report, "bytes"),
            text(&report, "path")
        )
    });
    Ok(())
}
