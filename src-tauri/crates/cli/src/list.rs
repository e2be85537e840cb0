//! `samara list`

use clap::CommandFactory as _;
use samara_engine::command::list::{Asked, ListInput};
use samara_engine::{Code, Failure};
use serde_json::Value;

use crate::arguments::{Arguments, List, Which};
use crate::host::{Host, line, text};

/// Rows of a model, in the order of their ids.
pub async fn run(host: &Host, options: List) -> Result<(), Failure> {
    let List { model, limit, cursor, embed, which } = options;
    let input = ListInput { cursor, embeds: embed, ..input(model, which) };
    checked(&input)?;
    let workspace = host.workspace()?;
    let asked = workspace.asked(&input)?;
    if limit == Some(0) {
        return Ok(());
    }
    let json = host.json;
    let next = workspace
        .rows(asked, limit, move |row| if json { line(&row.to_string()) } else { line(&words(&row)) })
        .await?;
    if let Some(cursor) = next {
        eprintln!("More: --cursor {cursor}");
    }
    Ok(())
}

/// What the options ask for.
pub fn input(model: String, which: Which) -> ListInput {
    let mut filters = std::collections::BTreeMap::new();
    for (name, value) in which.filter {
        if filters.insert(name.clone(), value).is_some() {
            misused(&format!("the filter {name} is given twice: separate its values by commas"));
        }
    }
    ListInput {
        model,
        filters,
        updated_after: which.updated_after,
        include_deleted: which.include_deleted,
        ignore_unsupported_filters: which.ignore_unsupported_filters,
        ..ListInput::default()
    }
}

/// Checks it; wrong names and values are wrong usage.
pub fn checked(input: &ListInput) -> Result<(), Failure> {
    match Asked::check(input) {
        Err(failure) if failure.code == Code::InputInvalid => {
            misused(&format!("{} {}", failure.message, failure.cure))
        }
        outcome => outcome,
    }
}

/// Ends the program as wrong options do.
pub fn misused(words: &str) -> ! {
    Arguments::command().error(clap::error::ErrorKind::ValueValidation, words).exit()
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
