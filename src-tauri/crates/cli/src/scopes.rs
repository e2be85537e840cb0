//! `samara scopes`

use samara_engine::Failure;
use serde_json::{Value, json};

use crate::arguments::Scopes;
use crate::host::{Host, field, items, text};

/// What the key may do and what is here; asks Ashby if it was never asked.
pub async fn run(host: &Host, options: Scopes) -> Result<(), Failure> {
    host.desk.open()?;
    if let Some(model) = options.model {
        let verdict = host.call("test_model", json!({ "model": model })).await?;
        host.say(&verdict, || of_model(&verdict).join("\n"));
        return Ok(());
    }
    let mut report = host.call("scope_report", json!({ "rerun": options.rerun })).await?;
    if report.get("key").is_none_or(Value::is_null) {
        report = host.call("scope_report", json!({ "rerun": true })).await?;
    }
    host.say(&report, || words(&report));
    Ok(())
}

fn words(report: &Value) -> String {
    let key = field(report, "key");
    let modules = items(key, "modules").iter().map(|module| {
        format!(
            "{:<24} read {:<8} write {:<8} {}",
            text(module, "module"),
            text(module, "read"),
            text(module, "write"),
            text(module, "used_for")
        )
    });
    let models = items(report, "models").iter().flat_map(of_model);
    modules.chain(models).map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

fn of_model(model: &Value) -> Vec<String> {
    let failure = field(model, "failure");
    let why = [text(failure, "message"), text(failure, "request_id")].join(" ");
    let head = format!(
        "{:<36} {:<14} {:>9} rows  {}  {}",
        text(model, "model"),
        text(model, "state"),
        field(model, "rows"),
        text(model, "synced_at"),
        why.trim()
    );
    let fields = items(model, "fields").iter().map(|one| {
        let share = format!("{}/{}", field(one, "filled"), field(one, "of"));
        format!(
            "    {:<32} {:<18} {share:>8}  {}",
            text(one, "field"),
            text(one, "state"),
            text(one, "permission")
        )
    });
    std::iter::once(head).chain(fields).map(|line| line.trim_end().to_owned()).collect()
}
