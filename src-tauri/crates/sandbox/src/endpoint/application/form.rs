//! Applications sent in through the form of a posting.

use serde_json::{Map, Value, json};

use super::Call;
use super::write::{Beginning, begin};
use crate::arguments::Arguments;
use crate::changes::Overlay;
use crate::endpoint::candidate::{add, keep, location};
use crate::endpoint::{answers, upload};
use crate::envelope::{Answer, Refusal, Success};
use crate::generate::plans::{PLANS, StageType};
use crate::generate::time;
use crate::ids::Kind;
use crate::view::{File, View};

/// This applicant's form is always found wanting.
const FAILING: &str = "testing-fail-validation@example.com";

/// A posting someone applies through.
struct Advert {
    place: usize,
    job: usize,
    form: Value,
}

fn advert(call: &Call, view: &View) -> Result<Advert, Refusal> {
    let id = call.arguments.id("jobPostingId")?;
    let place = view.workspace.ids.index(Kind::Posting, id).and_then(|place| usize::try_from(place).ok());
    let missing = || Refusal::new("job_posting_not_found", "There is no job posting with this id.");
    let place = place.filter(|place| view.has_posting(*place)).ok_or_else(missing)?;
    if !view.is_published(place) && !call.arguments.flag_or_true("allowSubmissionForUnpublishedJobPosting")? {
        return Err(Refusal::new("job_posting_not_published", "The job posting is not published."));
    }
    let job = view.workspace.postings.all.get(place).map(|posting| posting.job).ok_or_else(missing)?;
    Ok(Advert { place, job, form: view.application_form(place) })
}

pub(super) fn submit(call: &Call) -> Answer {
    let workspace = &call.world.workspace;
    let mut overlay = call.world.overlay_mut();
    let view = View::new(workspace, &overlay);
    let advert = advert(call, &view)?;
    let sent = call.arguments.object("applicationForm")?;
    let sent = sent.ok_or_else(|| Refusal::invalid("applicationForm is required"))?;
    let tags = tags(&view, &call.arguments)?;
    let mut files: Vec<(String, File)> = Vec::new();
    let mut values = answers::read(&advert.form, &sent, |path, value| {
        let named =
            value.as_str().ok_or_else(|| Refusal::invalid("A file is named by its handle or part."))?;
        files.push((path.to_owned(), file(call, &overlay, named)?));
        Ok(value.clone())
    })?;
    let text = |name: &str| values.get(name).and_then(Value::as_str).map(str::to_owned);
    let email = text("_systemfield_email");
    if email.as_deref() == Some(FAILING) {
        return Err(Refusal::invalid("Email is not accepted."));
    }
    if call.world.rules().forms_blocked {
        return Ok(blocked(call, &mut overlay, &advert.form, &values));
    }
    let candidate = match email.as_deref().and_then(|email| owner(&view, email)) {
        Some(candidate) => candidate,
        None => newcomer(call, &mut overlay, &values)?,
    };
    for (path, file) in files {
        let number = keep(call, &mut overlay, candidate, file, path == "_systemfield_resume");
        if let Some(handle) = View::new(workspace, &overlay).uploaded(number) {
            values.insert(path, handle);
        }
    }
    if let Some(tags) = tags {
        let view = View::new(workspace, &overlay);
        let mut all = view.tag_places(candidate, &view.person(candidate));
        all.retain(|tag| !tags.contains(tag));
        all.extend(tags);
        overlay.edit(candidate, call.now_ms()).tags = Some(all);
    }
    let index = apply(call, &mut overlay, &advert, candidate);
    let instance = json!({
        "id": workspace.ids.id(Kind::FormInstance, index), "formDefinition": advert.form, "submittedValues": values,
    });
    overlay.submissions.insert(index, instance.clone());
    Ok(Success::of(json!({ "submittedFormInstance": instance, "formMessages": { "blocked": false } })))
}

fn apply(call: &Call, overlay: &mut Overlay, advert: &Advert, candidate: u32) -> u64 {
    let view = View::new(&call.world.workspace, overlay);
    let plan = view.plans_of(advert.job).first().copied().unwrap_or(0);
    let stages = PLANS.get(plan).map(|plan| plan.stages).unwrap_or_default();
    let stage = stages.iter().position(|(_, kind)| *kind == StageType::PreInterviewScreen).unwrap_or(0);
    let beginning = Beginning {
        candidate,
        job: advert.job,
        plan,
        stage,
        created: call.now_ms(),
        source: Some(0),
        credited: None,
        posting: Some(advert.place),
    };
    begin(call, overlay, &beginning)
}

/// A form that was turned away: it has an id, and no application will ever come of it.
fn blocked(call: &Call, overlay: &mut Overlay, form: &Value, values: &Map<String, Value>) -> Success {
    let number = super::BLOCKED_FORM | overlay.blocked_forms;
    overlay.blocked_forms += 1;
    let id = call.world.workspace.ids.id(Kind::FormInstance, number);
    let instance = json!({ "id": id, "formDefinition": form, "submittedValues": values });
    let message = "<p>You have applied to us a short while ago.</p>";
    Success::of(json!({
        "submittedFormInstance": instance,
        "formMessages": { "blocked": true, "blockMessageForCandidateHtml": message },
    }))
}

/// A file by the name of its part, or by its handle.
fn file(call: &Call, overlay: &Overlay, named: &str) -> Result<File, Refusal> {
    match call.arguments.files.iter().find(|part| part.name == named) {
        Some(part) if part.bytes.is_empty() => Err(Refusal::invalid("The file is empty.")),
        Some(part) => Ok(File {
            name: part.filename.clone().unwrap_or_else(|| named.to_owned()),
            content_type: part.content_type.clone().unwrap_or_else(|| "application/octet-stream".into()),
            bytes: part.bytes.clone(),
        }),
        None => upload::redeem(overlay, named, "ApplicationForm", call.now_ms()),
    }
}

fn tags(view: &View, arguments: &Arguments) -> Result<Option<Vec<u64>>, Refusal> {
    let Some(ids) = arguments.texts("tagIds")? else { return Ok(None) };
    ids.into_iter()
        .map(|id| {
            let found = view.named(Kind::Tag, id).map(|(tag, _)| tag);
            found.ok_or_else(|| {
                Refusal::new("candidate_tag_not_found", "There is no candidate tag with this id.")
            })
        })
        .collect::<Result<Vec<_>, _>>()
        .map(Some)
}

/// Who has this address: an application goes to them, not to a second record of the same person.
fn owner(view: &View, email: &str) -> Option<u32> {
    view.with_address(email).into_iter().next()
}

/// A candidate of whom the form is all that is known.
fn newcomer(call: &Call, overlay: &mut Overlay, values: &Map<String, Value>) -> Result<u32, Refusal> {
    let view = View::new(&call.world.workspace, overlay);
    let text = |name: &str| values.get(name).and_then(Value::as_str);
    let name = text("_systemfield_name").ok_or_else(|| Refusal::invalid("Name is required."))?;
    let mut fields = Map::from_iter([
        ("name".to_owned(), json!(name)),
        ("createdAt".to_owned(), json!(time::iso(call.now_ms()))),
        ("customFields".to_owned(), json!([])),
    ]);
    for (path, list, primary) in [
        ("_systemfield_email", "emailAddresses", "primaryEmailAddress"),
        ("_systemfield_phone", "phoneNumbers", "primaryPhoneNumber"),
    ] {
        if let Some(value) = text(path) {
            let contact = json!({ "value": value, "type": "Personal", "isPrimary": true });
            fields.insert(list.into(), json!([contact]));
            fields.insert(primary.into(), contact);
        }
    }
    if let Some(Value::Object(place)) = values.get("_systemfield_location") {
        let place = Arguments::of(place.clone());
        fields.insert("location".into(), location(&view, &place)?);
    }
    let candidate = view.candidate_count();
    let id = view.candidate_id(candidate);
    add(overlay, candidate, &fields, call.now_ms());
    overlay.made("candidates", json!({ "id": id, "name": name, "email": text("_systemfield_email") }));
    Ok(candidate)
}
