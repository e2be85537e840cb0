//! `samara act`

use std::time::Duration;

use samara_engine::{Code, Failure, outbox};
use serde_json::{Value, json};

use crate::arguments::Act;
use crate::host::{Host, field, items, text};
use crate::input;

/// Longest wait for an outcome.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is kept as an intent.
const ACTIONS: &[&str] = &[
    "create_candidate",
    "create_application",
    "move_application_to_stage",
    "reject_application",
    "add_tag_to_candidate",
    "remove_tag_from_candidate",
    "add_note_to_application",
    "add_note_to_candidate",
    "add_result_link_to_application",
    "add_result_link_to_candidate",
    "add_attachment_to_application",
    "add_attachment_to_candidate",
    "reject_application_with_mail",
    "transfer_application_to_job",
    "unarchive_application",
    "change_application_source",
    "set_candidate_fields",
    "set_application_fields",
    "add_candidate_to_project",
    "remove_candidate_from_project",
    "submit_feedback",
];

/// What is answered at once.
const READS: &[&str] = &["get_application_attachments", "get_candidate_attachments"];

/// Keeps the intent and, unless told otherwise, waits for its outcome.
pub async fn run(host: &Host, options: Act) -> Result<(), Failure> {
    let input = input::json(&options.input)?;
    let input = match &options.file {
        Some(_) if !options.action.starts_with("add_attachment_to_") => {
            return Err(Failure::input(
                "Only add_attachment_to_application and add_attachment_to_candidate take a file.",
                "Give the content of other files as base64 in the input.",
            ));
        }
        Some(path) => input::attach(input, path)?,
        None => input,
    };
    let workspace = host.workspace()?;
    if READS.contains(&options.action.as_str()) {
        let data = host.call(&options.action, input).await?;
        host.say(&json!({ "status": "success", "data": data, "warnings": [] }), || data.to_string());
        return Ok(());
    }
    if !ACTIONS.contains(&options.action.as_str()) {
        return Err(Failure::new(
            Code::ActionNotAvailable,
            format!("There is no action {}.", options.action),
            format!("Give one of: {}, {}.", ACTIONS.join(", "), READS.join(", ")),
        ));
    }
    let queued = match host.call(&options.action, input).await {
        // What is so already is a success with a remark.
        Err(failure) if failure.code == Code::AlreadySo => {
            let warning = failure.message;
            host.say(
                &json!({ "status": "success", "data": {}, "warnings": [{ "message": warning }] }),
                || warning.clone(),
            );
            return Ok(());
        }
        outcome => outcome?,
    };
    let id = text(&queued, "intent_id").to_owned();
    if options.queue {
        host.say(&queued, || format!("Kept: {id}"));
        return Ok(());
    }
    if workspace.lead()? {
        outbox::send_until_settled(&workspace, &id, PATIENCE).await?;
    } else {
        outbox::wait_until_settled(&workspace, &id, PATIENCE).await?;
    }
    report(host, &options.action, &id).await
}

/// What the action gives beside its success: of those that make somebody, the row as it is now.
async fn made(host: &Host, action: &str, id: &str) -> Result<Value, Failure> {
    let part = match action {
        "create_candidate" => "candidate",
        "create_application" => "application",
        _ => return Ok(json!({})),
    };
    let created = host.call("created_by", json!({ "intent_id": id })).await?;
    Ok(match field(&created, part) {
        Value::Null => json!({}),
        row => row.clone(),
    })
}

async fn report(host: &Host, action: &str, id: &str) -> Result<(), Failure> {
    let intent = host.call("intent", json!({ "intent_id": id })).await?;
    let state = text(&intent, "state").to_owned();
    if state == "done" || state == "partial" {
        let warnings: Vec<Value> =
            items(&intent, "warnings").iter().map(|text| json!({ "message": text })).collect();
        let data = made(host, action, id).await?;
        host.say(&json!({ "status": "success", "data": data, "warnings": warnings }), || {
            format!("Done: {}", text(&intent, "title"))
        });
        return Ok(());
    }
    let failure =
        serde_json::from_value::<Failure>(field(&intent, "failure").clone()).unwrap_or_else(|_| match state
            .as_str()
        {
            "conflict" => Failure::new(
                Code::RemoteInputInvalid,
                "Somebody moved this application meanwhile; nothing was sent.",
                format!("Decide with: samara outbox decide {id} mine|theirs"),
            ),
            _ => Failure::new(
                Code::TimedOut,
                "There is no outcome yet.",
                "The intent is kept and sent when Ashby can be reached: samara outbox run",
            ),
        });
    let mut error = serde_json::to_value(&failure).unwrap_or_default();
    if action.starts_with("create_")
        && let Some(error) = error.as_object_mut()
    {
        let created = host.call("created_by", json!({ "intent_id": id })).await?;
        error.insert("meta".to_owned(), json!({ "partial": field(&created, "made") }));
    }
    host.say(&json!({ "status": "error", "state": state, "intent_id": id, "error": error }), || {
        format!("Not done ({state}): {}", text(&intent, "title"))
    });
    Err(failure)
}
