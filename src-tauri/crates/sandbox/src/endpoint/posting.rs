//! Job boards and postings.

use serde_json::{Value, json};

use super::{Call, Found};
use crate::envelope::{Answer, Refusal, Success};
use crate::ids::Kind;
use crate::paging::{Fixed, Sync, page};
use crate::view::{Expansion, View};
use crate::world::Unpublished;

pub(super) fn endpoint(name: &str) -> Found {
    Some(match name {
        "jobBoard.list" => ("jobs:read", boards),
        "jobPosting.list" => ("jobs:read", postings),
        "jobPosting.info" => ("jobs:read", posting),
        _ => return None,
    })
}

fn boards(call: &Call) -> Answer {
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    page(call, Sync::PagesOnly, &Fixed(view.boards()))
}

/// Whether postings of the internal board are asked for; the external one is meant when nothing is said.
fn internal(call: &Call) -> Result<Option<bool>, Refusal> {
    let Some(id) = call.arguments.id_if_any("jobBoardId")? else { return Ok(None) };
    match call.world.workspace.ids.index(Kind::Board, id) {
        Some(board @ (0 | 1)) => Ok(Some(board == 1)),
        _ => Err(Refusal::new("job_board_not_found", "There is no job board with this id.")),
    }
}

/// Whether drafts are asked for, as far as this Ashby knows the question.
fn drafts(call: &Call) -> Result<bool, Refusal> {
    let asked = call.arguments.flag("includeUnpublishedJobPostings")?;
    match call.world.rules().unpublished {
        Unpublished::Known => Ok(asked),
        Unpublished::Ignored => Ok(false),
        Unpublished::Refused if asked => Err(Refusal::invalid("includeUnpublishedJobPostings is not known")),
        Unpublished::Refused => Ok(false),
    }
}

/// An Ashby that does not know drafts in lists does not tell a posting's status either.
fn without_status(call: &Call, mut record: Value) -> Value {
    if call.world.rules().unpublished != Unpublished::Known
        && let Some(fields) = record.as_object_mut()
    {
        fields.remove("status");
    }
    record
}

fn postings(call: &Call) -> Answer {
    let arguments = &call.arguments;
    let internal = internal(call)?.unwrap_or(false);
    let listed_only = arguments.flag("listedOnly")?;
    let drafts = drafts(call)?;
    let location = arguments.text("location")?;
    let department = arguments.text("department")?;
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    let on_board = |index: usize| {
        let posting = view.workspace.postings.all.get(index);
        let shown = if view.is_published(index) {
            posting.is_some_and(|posting| posting.internal == internal)
        } else {
            drafts
        };
        view.has_posting(index) && shown && (view.is_listed(index) || !listed_only)
    };
    let is = |record: &Value, field: &str, name: Option<&str>| {
        name.is_none_or(|name| record.get(field).and_then(Value::as_str) == Some(name))
    };
    let records: Vec<Value> = (0..view.workspace.postings.all.len())
        .filter(|index| on_board(*index))
        .filter_map(|index| view.posting_in_list(index))
        .filter(|record| is(record, "locationName", location) && is(record, "departmentName", department))
        .map(|record| without_status(call, record))
        .collect();
    Ok(Success::of(json!(records)))
}

fn posting(call: &Call) -> Answer {
    let missing = || Refusal::new("job_posting_not_found", "There is no such job posting on this board.");
    let id = call.arguments.id("jobPostingId")?;
    let board = internal(call)?;
    let expand = call.arguments.words("expand", &["job"])?.unwrap_or_default();
    let drafts = drafts(call)?;
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    let index = view.workspace.ids.index(Kind::Posting, id).and_then(|index| usize::try_from(index).ok());
    let index = index.filter(|index| view.has_posting(*index)).ok_or_else(missing)?;
    let posting = view.workspace.postings.all.get(index).ok_or_else(missing)?;
    // Drafts must be asked for where that is known, and internal postings are found through their board.
    let hidden = if view.is_published(index) {
        posting.internal != board.unwrap_or(false)
    } else {
        !drafts && call.world.rules().unpublished == Unpublished::Known
    };
    if hidden {
        return Err(missing());
    }
    let mut record = view.posting_in_full(index).ok_or_else(missing)?;
    if let (true, Some(fields)) = (expand.contains(&"job"), record.as_object_mut()) {
        fields.insert("job".into(), view.job(posting.job, Expansion::default()));
    }
    Ok(Success::of(without_status(call, record)))
}
