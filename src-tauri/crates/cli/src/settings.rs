//! `samara fields`, `remapping`, `retention` and `runs`: how things are kept, and what syncs brought.

use std::io::Read as _;

use samara_engine::Failure;
use serde_json::{Value, json};

use crate::arguments::{FieldsVerb, Remapping, Retention};
use crate::host::{Host, field, items, text};

/// Fields beside the unified ones.
pub async fn fields(host: &Host, verb: FieldsVerb) -> Result<(), Failure> {
    host.workspace()?;
    let (name, input) = match verb {
        FieldsVerb::List { model } => ("list_fields", json!({ "model": model })),
        FieldsVerb::Show { model, key, shown } => {
            ("set_passthrough", json!({ "model": model, "key": key, "enabled": shown == "on" }))
        }
        FieldsVerb::Name { model, key, field, label, description } => (
            "save_custom_key",
            json!({ "model": model, "key": key, "label": label, "description": description, "integration_field": field }),
        ),
        FieldsVerb::Unname { model, key } => ("delete_custom_key", json!({ "model": model, "key": key })),
        FieldsVerb::Keep { model, kept, field } => {
            host.call("keep_model", json!({ "model": model, "field": field, "keep": kept == "on" })).await?;
            host.say(&json!({ "model": model, "kept": kept == "on" }), || match kept.as_str() {
                "on" => "It is kept; the next sync brings it: samara sync".to_owned(),
                _ => "It is not kept any more.".to_owned(),
            });
            return Ok(());
        }
    };
    let list = host.call(name, input).await?;
    host.say(&list, || words(&list));
    Ok(())
}

fn words(list: &Value) -> String {
    let fields = items(list, "fields").iter().map(|one| {
        let shown =
            if field(one, "is_passthrough_enabled") == &Value::Bool(true) { "shown" } else { "hidden" };
        format!(
            "{:<40} {:<8} {shown:<7} {:<28} {}",
            text(one, "key"),
            text(one, "type"),
            text(one, "custom_key"),
            text(one, "label")
        )
    });
    let keys = items(list, "keys").iter().map(|one| {
        format!("{:<40} = {}  {}", text(one, "key"), text(one, "integration_field"), text(one, "label"))
    });
    fields.chain(keys).map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

/// How unified fields are filled.
pub async fn remapping(host: &Host, options: Remapping) -> Result<(), Failure> {
    host.workspace()?;
    if options.set_stdin {
        let refused =
            || Failure::input("This is no JSON.", "Pipe in what `samara remapping` tells, changed.");
        let mut input = String::new();
        std::io::stdin().read_to_string(&mut input).map_err(|_| refused())?;
        let remapping: Value = serde_json::from_str(&input).map_err(|_| refused())?;
        host.call("set_remapping", json!({ "remapping": remapping })).await?;
    }
    let told = host.call("remapping", Value::Null).await?;
    let remapping = field(&told, "remapping");
    host.say(remapping, || serde_json::to_string_pretty(remapping).unwrap_or_default());
    Ok(())
}

/// How long things are kept.
pub async fn retention(host: &Host, options: Retention) -> Result<(), Failure> {
    host.workspace()?;
    let input = json!({
        "runs_days": options.runs_days, "details_days": options.details_days, "files_mb": options.files_mb,
    });
    let changes = input.as_object().is_some_and(|input| input.values().any(|value| !value.is_null()));
    let kept = match changes {
        true => host.call("set_retention", input).await?,
        false => host.call("retention", Value::Null).await?,
    };
    host.say(&kept, || {
        format!(
            "Runs of the sync stay {} days, why endpoints failed {} days.\nFiles take {} MB at most. What is gone from Ashby is emptied after {} days.",
            field(&kept, "runs_days"),
            field(&kept, "details_days"),
            field(&kept, "files_mb"),
            field(&kept, "deleted_days")
        )
    });
    Ok(())
}

/// What the last syncs brought.
pub async fn runs(host: &Host) -> Result<(), Failure> {
    host.workspace()?;
    let runs = host.call("sync_runs", Value::Null).await?;
    for run in runs.as_array().into_iter().flatten() {
        host.say(run, || {
            let endpoints = items(run, "endpoints").iter().map(|part| {
                let failure = field(part, "failure");
                let why = [text(failure, "message"), text(failure, "request_id")].join(" ");
                let line = format!(
                    "    {:<32} {:<14} {:>8}  {}",
                    text(part, "endpoint"),
                    text(part, "outcome"),
                    field(part, "records"),
                    why.trim()
                );
                line.trim_end().to_owned()
            });
            let kind = if field(run, "full") == &Value::Bool(true) { "everything" } else { "changes" };
            let head = format!("{}  {:<10}  {kind}", text(run, "started_at"), text(run, "outcome"));
            std::iter::once(head).chain(endpoints).collect::<Vec<_>>().join("\n")
        });
    }
    Ok(())
}
