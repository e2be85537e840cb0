//! Candidates and their notes.

mod attach;
mod write;

use serde_json::{Value, json};

use super::{Call, Found};
use crate::changes::ChangeLog;
use crate::envelope::{Answer, Refusal, Success};
use crate::ids::Kind;
use crate::paging::{Few, Fixed, Records, Sync, page};
use crate::view::View;

pub(crate) use attach::keep;
pub(crate) use write::{add, is_address, location};

const READ: &str = "candidates:read";
const WRITE: &str = "candidates:write";

pub(super) fn endpoint(method: &str) -> Found {
    Some(match method {
        "list" => (READ, list),
        "info" => (READ, info),
        "search" => (READ, search),
        "listNotes" => (READ, notes),
        "listProjects" => (READ, projects),
        "create" => (WRITE, write::create),
        "update" => (WRITE, write::update),
        "addTag" => (WRITE, |call| write::tag(call, true)),
        "removeTag" => (WRITE, |call| write::tag(call, false)),
        "addProject" => (WRITE, |call| write::project(call, true)),
        "removeProject" => (WRITE, |call| write::project(call, false)),
        "createNote" => (WRITE, attach::note),
        "uploadFile" => (WRITE, |call| attach::file(call, "file", "fileHandle", "CandidateFiles", false)),
        "uploadResume" => {
            (WRITE, |call| attach::file(call, "resume", "resumeHandle", "CandidateResume", true))
        }
        _ => return None,
    })
}

struct Candidates<'a> {
    view: View<'a>,
    created_after: Option<i64>,
}

fn position(index: u64) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

impl Records for Candidates<'_> {
    fn count(&self) -> u64 {
        u64::from(self.view.candidate_count())
    }

    fn admits(&self, index: u64) -> bool {
        let candidate = position(index);
        self.view.is_here(candidate)
            && self.created_after.is_none_or(|after| {
                let applications: Vec<_> =
                    self.view.applications(candidate).into_iter().map(|(_, it)| it).collect();
                self.view.moments(candidate, &applications).0 > after
            })
    }

    fn render(&self, index: u64) -> Value {
        self.view.candidate(position(index))
    }

    fn changes(&self) -> (u64, Option<&ChangeLog>) {
        (self.view.overlay.sequence, Some(&self.view.overlay.candidate_log))
    }
}

fn list(call: &Call) -> Answer {
    let created_after = call.arguments.integer("createdAfter")?;
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    page(call, Sync::Tokens, &Candidates { view, created_after })
}

/// The candidate an id names, if they can be found.
pub(crate) fn find(call: &Call, view: &View, name: &str) -> Result<u32, Refusal> {
    let id = call.arguments.id(name)?;
    let index = call.world.workspace.ids.index(Kind::Candidate, id).map(position);
    index.filter(|candidate| view.is_here(*candidate)).ok_or_else(not_found)
}

fn not_found() -> Refusal {
    Refusal::new("candidate_not_found", "There is no candidate with this id.")
}

fn info(call: &Call) -> Answer {
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    if call.arguments.text("id")?.is_none() && call.arguments.text("externalMappingId")?.is_some() {
        // Nobody here has been mapped to an HRIS.
        return Err(not_found());
    }
    Ok(Success::of(view.candidate(find(call, &view, "id")?)))
}

fn search(call: &Call) -> Answer {
    let email = call.arguments.text("email")?.map(str::to_lowercase);
    let name = call.arguments.text("name")?.map(str::to_lowercase);
    if email.is_none() && name.is_none() {
        return Err(Refusal::invalid("email or name is required"));
    }
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    let everyone: Box<dyn Iterator<Item = u32>> = match &email {
        Some(email) => Box::new(view.with_address(email).into_iter()),
        None => Box::new((0..view.candidate_count()).filter(|candidate| view.is_here(*candidate))),
    };
    let found: Vec<Value> = everyone
        .filter(|candidate| {
            name.as_ref().is_none_or(|name| view.name(*candidate).to_lowercase().contains(name))
        })
        .take(100)
        .map(|candidate| view.candidate(candidate))
        .collect();
    Ok(Success::of(json!(found)))
}

fn notes(call: &Call) -> Answer {
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    let candidate = find(call, &view, "candidateId")?;
    let records = view.notes(candidate).into_iter().collect();
    page(call, Sync::Tokens, &Few { records, sequence: overlay.sequence, log: view.log(Kind::Note) })
}

fn projects(call: &Call) -> Answer {
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    let candidate = find(call, &view, "candidateId")?;
    let projects = view.projects_of(candidate);
    let projects = projects.into_iter().filter_map(|project| view.one(Kind::Project, project)).collect();
    page(call, Sync::PagesOnly, &Fixed(projects))
}
