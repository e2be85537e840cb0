//! `samara outbox`

use std::time::Duration;

use samara_engine::{Failure, outbox};
use serde_json::{Value, json};

use crate::arguments::{Outbox, OutboxVerb};
use crate::host::{Host, field, items, text};
use crate::input;

/// How long `run` keeps trying.
const PATIENCE: Duration = Duration::from_secs(60);

/// Looks at or acts on the outbox.
pub async fn run(host: &Host, options: Outbox) -> Result<(), Failure> {
    host.desk.open()?;
    match options.verb {
        OutboxVerb::List => list(host).await,
        OutboxVerb::Run(options) => {
            if options.until_quiet {
                outbox::wait_until_quiet(&host.workspace()?).await?;
            } else {
                outbox::send_until_quiet(&host.leading().await?, Some(PATIENCE)).await?;
            }
            list(host).await
        }
        OutboxVerb::Undo(intent) => act(host, "undo", json!({ "intent_id": intent.intent_id })).await,
        OutboxVerb::Retry(intent) => act(host, "retry", json!({ "intent_id": intent.intent_id })).await,
        OutboxVerb::Edit(edit) => {
            let input = input::json(&edit.input)?;
            act(host, "edit", json!({ "intent_id": edit.intent_id, "input": input })).await
        }
        OutboxVerb::Discard(intent) => act(host, "discard", json!({ "intent_id": intent.intent_id })).await,
        OutboxVerb::Decide(decide) => {
            act(host, "decide", json!({ "intent_id": decide.intent_id, "choice": decide.choice })).await
        }
    }
}

async fn act(host: &Host, command: &str, input: Value) -> Result<(), Failure> {
    let answer = host.call(command, input).await?;
    host.say(&answer, || {
        field(&answer, "label").as_str().or(field(&answer, "state").as_str()).unwrap_or("Done").to_owned()
    });
    Ok(())
}

async fn list(host: &Host) -> Result<(), Failure> {
    for filter in ["needs_you", "open", "done"] {
        let mut offset = 0;
        loop {
            let page =
                host.call("activity", json!({ "filter": filter, "offset": offset, "limit": 100 })).await?;
            let rows = items(&page, "rows").to_vec();
            for row in &rows {
                host.say(row, || {
                    let said = [text(row, "title"), text(row, "detail")];
                    let said: Vec<&str> = said.into_iter().filter(|words| !words.is_empty()).collect();
                    format!("{}  {:<11} {}", text(row, "id"), text(row, "state"), said.join(" · "))
                });
            }
            if rows.len() < 100 {
                break;
            }
            offset += 100;
        }
    }
    Ok(())
}
