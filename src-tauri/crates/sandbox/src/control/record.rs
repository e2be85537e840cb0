//! Records of every kind: changed, added, archived, deleted.

use serde_json::{Map, Value, json};

use super::edit::candidate;
use super::{Done, Operation};
use crate::World;
use crate::changes::{Gone, Overlay, lay};
use crate::generate::Workspace;
use crate::generate::forms::{FormField, form_field};
use crate::generate::interviews::EVENTS;
use crate::generate::time;
use crate::hooks::{tell, tell_application};
use crate::ids::Kind;
use crate::view::{Expansion, FIRST_WRITTEN_NOTE, View};

const KINDS: &[(&str, Kind)] = &[
    ("application", Kind::Application),
    ("archive_reason", Kind::ArchiveReason),
    ("candidate", Kind::Candidate),
    ("custom_field", Kind::CustomField),
    ("department", Kind::Department),
    ("event", Kind::Event),
    ("feedback", Kind::Feedback),
    ("feedback_form", Kind::FeedbackForm),
    ("interview", Kind::Interview),
    ("job", Kind::Job),
    ("location", Kind::Location),
    ("note", Kind::Note),
    ("offer", Kind::Offer),
    ("opening", Kind::Opening),
    ("plan", Kind::Plan),
    ("pool", Kind::Pool),
    ("posting", Kind::Posting),
    ("project", Kind::Project),
    ("schedule", Kind::Schedule),
    ("source", Kind::Source),
    ("survey_form", Kind::SurveyForm),
    ("tag", Kind::Tag),
    ("template", Kind::Template),
    ("user", Kind::User),
];

fn kind(operation: &Operation) -> Result<(&'static str, Kind), String> {
    let name = operation.needed("kind")?;
    KINDS.iter().find(|(it, _)| *it == name).copied().ok_or_else(|| format!("no such kind: {name}"))
}

/// The record an operation names: its kind, its index, and how it is shown.
fn named(view: &View, operation: &Operation) -> Result<(Kind, u64, Value), String> {
    let (name, kind) = kind(operation)?;
    let id = operation.needed("id")?;
    view.workspace
        .ids
        .index(kind, id)
        .and_then(|index| shown(view, kind, index).map(|record| (kind, index, record)))
        .ok_or_else(|| format!("no such {name}: {id}"))
}

fn shown(view: &View, kind: Kind, index: u64) -> Option<Value> {
    let place = usize::try_from(index).ok()?;
    match kind {
        Kind::Candidate => {
            let candidate = u32::try_from(index).ok().filter(|candidate| view.is_here(*candidate))?;
            Some(view.candidate(candidate))
        }
        Kind::Application => view.application(index).map(|it| view.application_record(index, &it, false)),
        Kind::Job => view.has_job(place).then(|| view.job(place, Expansion::default())),
        Kind::Posting => view.posting_in_full(place).filter(|_| view.has_posting(place)),
        Kind::Opening => view.numbered_opening(index),
        Kind::Schedule => view.schedule(index).map(|it| view.schedule_record(&it)),
        Kind::Event => {
            let events = view.events(&view.schedule(index / EVENTS)?, true);
            events.into_iter().find(|(at, _)| *at == index).map(|(_, event)| event)
        }
        Kind::Offer => view.offer(index).map(|it| view.offer_in_full(&it, true)),
        Kind::Feedback => view.one_feedback(index),
        Kind::Note => view.note(index),
        _ => view.one(kind, index),
    }
}

/// A record, or null when it is gone.
pub(super) fn record(world: &World, operation: &Operation) -> Done {
    let overlay = world.overlay();
    let view = View::whole(&world.workspace, &overlay);
    let (_, kind) = kind(operation)?;
    let index = view.workspace.ids.index(kind, operation.needed("id")?);
    Ok(index.and_then(|index| shown(&view, kind, index)).unwrap_or(Value::Null))
}

pub(super) fn edit(world: &World, operation: &Operation) -> Done {
    let fields = operation.fields.get("fields").and_then(Value::as_object).ok_or("fields is missing")?;
    write(world, operation, fields)
}

pub(super) fn archive(world: &World, operation: &Operation, archived: bool) -> Done {
    let mut fields = Map::new();
    fields.insert("isArchived".into(), json!(archived));
    write(world, operation, &fields)
}

fn write(world: &World, operation: &Operation, fields: &Map<String, Value>) -> Done {
    let workspace = &world.workspace;
    let mut overlay = world.overlay_mut();
    let (kind, index, _) = named(&View::whole(workspace, &overlay), operation)?;
    match kind {
        Kind::Candidate => {
            let candidate = u32::try_from(index).unwrap_or(u32::MAX);
            overlay.write_candidate(candidate, fields, operation.now);
        }
        Kind::Event => edit_event(workspace, &mut overlay, index, Some(fields), operation.now),
        _ if operation.flag("silent") => overlay.amend_silently(kind, index, fields),
        _ => overlay.amend(kind, index, fields.clone(), operation.now),
    }
    if !operation.flag("silent") {
        announce(workspace, &mut overlay, kind, index, fields, operation.now);
    }
    Ok(shown(&View::whole(workspace, &overlay), kind, index).unwrap_or(Value::Null))
}

/// Tells webhooks of an edit, as far as Ashby tells of such edits.
fn announce(
    workspace: &Workspace,
    overlay: &mut Overlay,
    kind: Kind,
    index: u64,
    fields: &Map<String, Value>,
    now: i64,
) {
    let place = usize::try_from(index).unwrap_or(usize::MAX);
    match kind {
        Kind::Application => tell_application(workspace, overlay, index, &["applicationUpdate"], now),
        Kind::Offer => {
            tell(workspace, overlay, "offerUpdate", now, |view| json!({ "offer": shown(view, kind, index) }));
        }
        Kind::Schedule | Kind::Event => {
            let schedule = if kind == Kind::Event { index / EVENTS } else { index };
            tell(
                workspace,
                overlay,
                "interviewScheduleUpdate",
                now,
                |view| json!({ "interviewSchedule": shown(view, Kind::Schedule, schedule) }),
            );
        }
        Kind::Posting => {
            let published = match fields.get("status").and_then(Value::as_str) {
                Some("Published") => Some("jobPostingPublish"),
                Some("Draft") => Some("jobPostingUnpublish"),
                _ => None,
            };
            for action in published.into_iter().chain(["jobPostingUpdate"]) {
                tell(
                    workspace,
                    overlay,
                    action,
                    now,
                    |view| json!({ "jobPosting": view.posting_in_list(place) }),
                );
            }
        }
        _ => {}
    }
}

/// Changes an event within its schedule, or takes it out.
fn edit_event(
    workspace: &Workspace,
    overlay: &mut Overlay,
    event: u64,
    fields: Option<&Map<String, Value>>,
    now: i64,
) {
    let view = View::whole(workspace, overlay);
    let Some(schedule) = view.schedule(event / EVENTS) else { return };
    let events: Vec<Value> = view
        .events(&schedule, false)
        .into_iter()
        .filter_map(|(index, mut record)| match (index == event, fields) {
            (true, None) => None,
            (true, Some(fields)) => {
                lay(fields, record.as_object_mut()?);
                Some(record)
            }
            (false, _) => Some(record),
        })
        .collect();
    let mut patch = Map::new();
    patch.insert("interviewEvents".into(), json!(events));
    overlay.amend(Kind::Schedule, schedule.index, patch, now);
}

pub(super) fn delete(world: &World, operation: &Operation) -> Done {
    let workspace = &world.workspace;
    let mut overlay = world.overlay_mut();
    let (kind, index, record) = named(&View::whole(workspace, &overlay), operation)?;
    match kind {
        Kind::Candidate => {
            let candidate = u32::try_from(index).unwrap_or(u32::MAX);
            overlay.edit(candidate, operation.now).gone = Some(Gone::Deleted);
            tell(
                workspace,
                &mut overlay,
                "candidateDelete",
                operation.now,
                |_| json!({ "candidate": { "id": record.get("id") } }),
            );
        }
        Kind::Offer => {
            overlay.erase(kind, index);
            tell(
                workspace,
                &mut overlay,
                "offerDelete",
                operation.now,
                |_| json!({ "offer": { "id": record.get("id"), "applicationId": record.get("applicationId") } }),
            );
        }
        Kind::Event => edit_event(workspace, &mut overlay, index, None, operation.now),
        _ => overlay.erase(kind, index),
    }
    Ok(json!({ "ok": true }))
}

/// Adds a record to a short list: what is not said is as in the first record of its kind, as it was in the beginning.
pub(super) fn add(world: &World, operation: &Operation) -> Done {
    let fields = operation.fields.get("fields").and_then(Value::as_object).ok_or("fields is missing")?;
    let (name, kind) = kind(operation)?;
    let workspace = &world.workspace;
    let mut overlay = world.overlay_mut();
    let beginning = Overlay::default();
    let model = View::whole(workspace, &beginning).one(kind, 0).filter(|_| kind != Kind::Plan);
    let view = View::whole(workspace, &overlay);
    let mut record = model.ok_or_else(|| format!("a {name} cannot be added"))?;
    let index = view.next_of(kind);
    let id = workspace.ids.id(kind, index);
    if let Some(known) = record.as_object_mut() {
        for moment in ["createdAt", "updatedAt"] {
            if known.contains_key(moment) {
                known.insert(moment.into(), json!(time::iso(operation.now)));
            }
        }
        if known.contains_key("isArchived") {
            known.insert("isArchived".into(), json!(false));
        }
        lay(fields, known);
        known.insert("id".into(), json!(id));
    }
    overlay.add(kind, index, record);
    Ok(View::whole(workspace, &overlay).one(kind, index).unwrap_or(Value::Null))
}

pub(super) fn tag(world: &World, operation: &Operation, on: bool) -> Done {
    let workspace = &world.workspace;
    let mut overlay = world.overlay_mut();
    let view = View::whole(workspace, &overlay);
    let candidate = candidate(&view, operation.needed("candidate_id")?)?;
    let tag = operation.needed("tag_id")?;
    let (tag, _) = view.named(Kind::Tag, tag).ok_or_else(|| format!("no such tag: {tag}"))?;
    let mut tags = view.tag_places(candidate, &view.person(candidate));
    tags.retain(|it| *it != tag);
    if on {
        tags.push(tag);
    }
    overlay.edit(candidate, operation.now).tags = Some(tags);
    Ok(View::whole(workspace, &overlay).candidate(candidate))
}

pub(super) fn add_note(world: &World, operation: &Operation) -> Done {
    let workspace = &world.workspace;
    let mut overlay = world.overlay_mut();
    let view = View::whole(workspace, &overlay);
    let candidate = candidate(&view, operation.needed("candidate_id")?)?;
    let author = match operation.text("user_id") {
        Some(id) => {
            view.named(Kind::User, id).map(|(user, _)| user).ok_or_else(|| format!("no such user: {id}"))?
        }
        None => 0,
    };
    let text = operation.needed("text")?;
    let index = FIRST_WRITTEN_NOTE + overlay.added(Kind::Note);
    let note = view.new_note(index, author, text, false, operation.now);
    overlay.add(Kind::Note, index, note.clone());
    overlay.edit(candidate, operation.now).notes.push(index);
    Ok(note)
}

/// Asks applicants one more question, without a trace in the posting's moments.
pub(super) fn edit_posting_form(world: &World, operation: &Operation) -> Done {
    let workspace = &world.workspace;
    let mut overlay = world.overlay_mut();
    let view = View::whole(workspace, &overlay);
    let id = operation.needed("posting_id")?;
    let posting = workspace
        .ids
        .index(Kind::Posting, id)
        .filter(|index| usize::try_from(*index).is_ok_and(|posting| view.has_posting(posting)));
    let posting = posting.ok_or_else(|| format!("no such posting: {id}"))?;
    let mut form = view.application_form(usize::try_from(posting).unwrap_or(usize::MAX));
    let sections =
        form.get_mut("sections").and_then(Value::as_array_mut).ok_or("the form has no sections")?;
    let fields = sections.last_mut().and_then(|section| section.get_mut("fields")?.as_array_mut());
    let fields = fields.ok_or("the form has no fields")?;
    let field =
        workspace.ids.id(Kind::FormField, 10_000 + posting * 100 + u64::try_from(fields.len()).unwrap_or(0));
    fields.push(form_field(&FormField {
        id: field.clone(),
        path: field,
        title: operation.needed("title")?,
        kind: "String",
        options: &[],
        required: false,
    }));
    let mut patch = Map::new();
    patch.insert("applicationFormDefinition".into(), form.clone());
    overlay.amend_silently(Kind::Posting, posting, &patch);
    Ok(form)
}
