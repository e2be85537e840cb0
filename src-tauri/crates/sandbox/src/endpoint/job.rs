//! Jobs, postings and boards.

use serde_json::{Value, json};

use super::Call;
use crate::envelope::{Answer, Refusal, Success};
use crate::generate::jobs::Job;
use crate::generate::postings::Posting;
use crate::ids::Kind;
use crate::paging::{Fixed, Records, Sync, page};
use crate::view::Expansion;
use crate::view::View;

struct Jobs<'a> {
    view: View<'a>,
    statuses: Vec<&'a str>,
    spans: Spans,
    expansion: Expansion,
}

/// Bounds on when a job was created, opened and closed, in milliseconds.
#[derive(Debug, Clone, Copy)]
struct Spans {
    created_after: Option<i64>,
    opened_after: Option<i64>,
    opened_before: Option<i64>,
    closed_after: Option<i64>,
    closed_before: Option<i64>,
}

impl Spans {
    fn admit(&self, job: &Job) -> bool {
        let later =
            |moment: Option<i64>, bound: Option<i64>| bound.is_none_or(|it| moment.is_some_and(|at| at > it));
        let earlier =
            |moment: Option<i64>, bound: Option<i64>| bound.is_none_or(|it| moment.is_some_and(|at| at < it));
        later(Some(job.created), self.created_after)
            && later(job.opened, self.opened_after)
            && earlier(job.opened, self.opened_before)
            && later(job.closed, self.closed_after)
            && earlier(job.closed, self.closed_before)
    }
}

impl Records for Jobs<'_> {
    fn count(&self) -> u64 {
        u64::try_from(self.view.workspace.jobs.len()).unwrap_or(0)
    }

    fn admits(&self, index: u64) -> bool {
        let job = usize::try_from(index).ok().and_then(|index| self.view.workspace.jobs.get(index));
        job.is_some_and(|job| self.statuses.contains(&job.status.name()) && self.spans.admit(job))
    }

    fn render(&self, index: u64) -> Value {
        usize::try_from(index).map_or(Value::Null, |index| self.view.job(index, self.expansion))
    }
}

fn expansion(call: &Call) -> Result<Expansion, Refusal> {
    let expand =
        call.arguments.words("expand", &["location", "openings", "compensation"])?.unwrap_or_default();
    Ok(Expansion {
        location: expand.contains(&"location"),
        openings: expand.contains(&"openings"),
        compensation: expand.contains(&"compensation"),
        unpublished: call.arguments.flag("includeUnpublishedJobPostingsIds")?,
    })
}

pub(super) fn list(call: &Call) -> Answer {
    let arguments = &call.arguments;
    let statuses = arguments.words("status", &["Draft", "Open", "Closed", "Archived"])?;
    let spans = Spans {
        created_after: arguments.integer("createdAfter")?,
        opened_after: arguments.integer("openedAfter")?,
        opened_before: arguments.integer("openedBefore")?,
        closed_after: arguments.integer("closedAfter")?,
        closed_before: arguments.integer("closedBefore")?,
    };
    let overlay = call.world.overlay();
    let view = View { workspace: &call.world.workspace, overlay: &overlay };
    let statuses = statuses.unwrap_or_else(|| vec!["Open", "Closed", "Archived"]);
    page(call, Sync::Tokens, &Jobs { view, statuses, spans, expansion: expansion(call)? })
}

fn find(call: &Call, kind: Kind, name: &str, count: usize) -> Result<Option<usize>, Refusal> {
    let index = call.world.workspace.ids.index(kind, call.arguments.id(name)?);
    Ok(index.and_then(|index| usize::try_from(index).ok()).filter(|index| *index < count))
}

pub(super) fn info(call: &Call) -> Answer {
    let workspace = &call.world.workspace;
    let expansion = expansion(call)?;
    let Some(job) = find(call, Kind::Job, "id", workspace.jobs.len())? else {
        return Err(Refusal::new("job_not_found", "There is no job with this id."));
    };
    let overlay = call.world.overlay();
    Ok(Success::of(View { workspace, overlay: &overlay }.job(job, expansion)))
}

pub(super) fn boards(call: &Call) -> Answer {
    let overlay = call.world.overlay();
    let view = View { workspace: &call.world.workspace, overlay: &overlay };
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

pub(super) fn postings(call: &Call) -> Answer {
    let arguments = &call.arguments;
    let internal = internal(call)?.unwrap_or(false);
    let listed_only = arguments.flag("listedOnly")?;
    let drafts = arguments.flag("includeUnpublishedJobPostings")?;
    let location = arguments.text("location")?;
    let department = arguments.text("department")?;
    let overlay = call.world.overlay();
    let view = View { workspace: &call.world.workspace, overlay: &overlay };
    let wanted = |posting: &Posting| {
        let shown = if posting.published.is_some() { posting.internal == internal } else { drafts };
        shown && (posting.listed || !listed_only)
    };
    let is = |record: &Value, field: &str, name: Option<&str>| {
        name.is_none_or(|name| record.get(field).and_then(Value::as_str) == Some(name))
    };
    let records: Vec<Value> = (0..)
        .zip(&view.workspace.postings.all)
        .filter(|(_, posting)| wanted(posting))
        .filter_map(|(index, _)| view.posting_in_list(index))
        .filter(|record| is(record, "locationName", location) && is(record, "departmentName", department))
        .collect();
    Ok(Success::of(json!(records)))
}

pub(super) fn posting(call: &Call) -> Answer {
    let workspace = &call.world.workspace;
    let missing = || Refusal::new("job_posting_not_found", "There is no such job posting on this board.");
    let index =
        find(call, Kind::Posting, "jobPostingId", workspace.postings.all.len())?.ok_or_else(missing)?;
    let posting = workspace.postings.all.get(index).ok_or_else(missing)?;
    let board = internal(call)?;
    let expand = call.arguments.words("expand", &["job"])?.unwrap_or_default();
    // Drafts must be asked for, and internal postings are found through their board.
    let draft = posting.published.is_none();
    let hidden = if draft {
        !call.arguments.flag("includeUnpublishedJobPostings")?
    } else {
        posting.internal != board.unwrap_or(false)
    };
    if hidden {
        return Err(missing());
    }
    let overlay = call.world.overlay();
    let view = View { workspace, overlay: &overlay };
    let mut record = view.posting_in_full(index).ok_or_else(missing)?;
    if let (true, Some(fields)) = (expand.contains(&"job"), record.as_object_mut()) {
        fields.insert("job".into(), view.job(posting.job, Expansion::default()));
    }
    Ok(Success::of(record))
}
