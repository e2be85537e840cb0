//! What the lists and details of short kinds have in common.

use serde_json::{Value, json};

use super::Call;
use crate::envelope::{Answer, Refusal, Success};
use crate::ids::Kind;
use crate::paging::{Sync, page};
use crate::view::View;

fn archived(record: &Value) -> bool {
    record.get("isArchived") == Some(&Value::Bool(true))
}

/// A paged list with sync tokens of records that may be archived; archived ones come only on request.
pub(super) fn archivable(call: &Call, kind: Kind) -> Answer {
    let all = call.arguments.flag("includeArchived")?;
    listed(call, kind, |record| all || !archived(record))
}

/// A paged list with sync tokens of the records that pass.
pub(super) fn listed(call: &Call, kind: Kind, admits: impl Fn(&Value) -> bool) -> Answer {
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    page(call, Sync::Tokens, &view.listing(kind, admits))
}

/// A list that always comes whole.
pub(super) fn unpaged(call: &Call, kind: Kind) -> Result<Success, Refusal> {
    let all = call.arguments.flag("includeArchived")?;
    let overlay = call.world.overlay();
    let records = View::new(&call.world.workspace, &overlay).few(kind);
    Ok(Success::of(records.into_values().filter(|record| all || !archived(record)).collect()))
}

/// One record, its id in the field `name`.
pub(super) fn info(call: &Call, kind: Kind, name: &str, missing: &'static str) -> Answer {
    let id = call.arguments.id(name)?;
    let overlay = call.world.overlay();
    let found = View::new(&call.world.workspace, &overlay).named(kind, id);
    let message = "There is nothing with this id, or the key may not see it.";
    found.map(|(_, record)| Success::of(record)).ok_or_else(|| Refusal::new(missing, message))
}

/// Records whose text in `field` contains what is asked for, a hundred at most.
pub(super) fn matching(records: impl Iterator<Item = Value>, field: &str, text: &str) -> Success {
    let text = text.to_lowercase();
    let found: Vec<Value> = records
        .filter(|record| {
            let value = record.get(field).and_then(Value::as_str).unwrap_or_default();
            value.to_lowercase().contains(&text)
        })
        .take(100)
        .collect();
    Success::of(json!(found))
}
