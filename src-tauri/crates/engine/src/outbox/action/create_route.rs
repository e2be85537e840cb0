//! The two ways to make an application: through the form of a posting, or directly.

use std::collections::HashMap;

use samara_ashby::model::{FormDefinition, JobPostingInfo};
use samara_store::Reading;
use samara_store::table::reference::Kind;
use serde_json::{Map, Value, json};

use super::super::intention::Step;
use super::super::making::{self, FormFile, Kept, Making as Made};
use super::AttachmentKind;
use super::attachment::{Content, content_of};
use super::create::CreateInput;
use super::create_answers::{Answered, Given};
use super::create_draft::{Wanted, step};
use super::note::escaped;
use crate::Failure;

/// The setting for forms with required questions that were not answered: `note` makes the application directly and
/// writes the answers as a note; else the application is refused.
const UNANSWERED: &str = "unanswered_questions";
/// The setting for answers that no form takes: `drop` leaves them out; else they become a note.
const LEFTOVER: &str = "leftover_answers";
/// Where the files of a form are spooled: behind all steps.
const FORM_FILES: usize = 1_000;

/// The steps of a route.
#[derive(Default)]
pub(super) struct Making {
    pub(super) steps: Vec<Step>,
    pub(super) core: usize,
    pub(super) files: Vec<(usize, Vec<u8>)>,
    pub(super) remarks: Vec<String>,
}

/// A posting with its form.
struct Posting {
    id: String,
    form: FormDefinition,
}

/// Decides the route and lays its steps.
pub(super) fn choose(
    reading: &Reading<'_>,
    wanted: &Wanted,
    input: &CreateInput,
    answered: Vec<Answered>,
    withheld: Map<String, Value>,
    held: &mut Kept,
) -> Result<Making, Failure> {
    let mut files: Vec<(AttachmentKind, Content)> = Vec::new();
    for attachment in &input.attachments {
        files.push((attachment.r#type, content_of(attachment)?));
    }
    let mut route = Making::default();
    let posting =
        if answered.is_empty() && withheld.is_empty() { None } else { posting(reading, wanted, &answered)? };
    let left = match posting {
        Some(posting) => {
            let missing = missing(&posting.form, wanted, &answered, &withheld, &files);
            if missing.is_empty() {
                held.form = withheld;
                through_form(wanted, posting, answered, &mut files, held, &mut route)
            } else if reading.setting(UNANSWERED)?.as_deref() == Some("note") {
                directly(wanted, &mut route);
                route
                    .remarks
                    .push(format!("The form was not used: it also asks for {}.", missing.join(", ")));
                answered
            } else {
                return Err(Failure::input(
                    format!("The form of this job has to be answered in full: {}.", missing.join(", ")),
                    "Answer these questions as well, or leave all answers out.",
                ));
            }
        }
        None => {
            directly(wanted, &mut route);
            if !withheld.is_empty() {
                route.remarks.push("Some answers were left out: no form of this job takes them.".to_owned());
            }
            answered
        }
    };
    attach(wanted, files, &mut route);
    for form in held.surveys.keys() {
        let key = bare(&wanted.application_key);
        let (candidate, application) = (wanted.person_key.clone(), wanted.application_key.clone());
        route.steps.push(step(Made::Survey { key, candidate, application, form: form.clone() }));
    }
    leftover(reading, wanted, left, &mut route)?;
    Ok(route)
}

/// A provisional id without its prefix, which steps are not bound by.
fn bare(key: &str) -> String {
    key.strip_prefix(samara_store::table::provisional::PREFIX).unwrap_or(key).to_owned()
}

/// The posting of the job whose form takes most of the answers; of those that take as many, the first published.
fn posting(
    reading: &Reading<'_>,
    wanted: &Wanted,
    answered: &[Answered],
) -> Result<Option<Posting>, Failure> {
    let mut best: Option<(usize, Posting)> = None;
    for id in &wanted.job.postings {
        let takes = answered.iter().filter(|answer| answer.question.postings.contains(id)).count();
        if best.as_ref().is_some_and(|(most, _)| takes <= *most) || (takes == 0 && !answered.is_empty()) {
            continue;
        }
        let Some(json) = reading.reference(Kind::JobPostingInfo, id)? else { continue };
        let Ok(info) = serde_json::from_str::<JobPostingInfo>(&json) else { continue };
        if let Some(form) = info.application_form_definition {
            best = Some((takes, Posting { id: id.clone(), form }));
        }
    }
    Ok(best.map(|(_, posting)| posting))
}

/// What the form asks for by path, with titles and whether it has to be given.
fn asked(form: &FormDefinition) -> Vec<(&str, &str, bool)> {
    let entries = form.sections.iter().flat_map(|section| &section.fields);
    entries
        .filter_map(|entry| {
            let field = entry.field.as_ref()?;
            let path = field.path.as_deref()?;
            Some((path, field.title.as_deref().unwrap_or(path), entry.is_required.unwrap_or(true)))
        })
        .collect()
}

/// Whether the form of a posting asks for a résumé.
pub(crate) fn asks_for_resume(reading: &Reading<'_>, posting: &str) -> samara_store::Result<bool> {
    let info = reading.reference(Kind::JobPostingInfo, posting)?;
    let info = info.and_then(|json| serde_json::from_str::<JobPostingInfo>(&json).ok());
    let form = info.and_then(|info| info.application_form_definition);
    Ok(form.is_some_and(|form| asked(&form).iter().any(|(path, _, required)| *path == RESUME && *required)))
}

/// The person's own fields of a form, as far as they are known.
fn own(wanted: &Wanted) -> HashMap<&'static str, Value> {
    let person = &wanted.person;
    let mut own = HashMap::from([
        ("_systemfield_name", json!(person.name)),
        ("_systemfield_email", json!(person.email)),
    ]);
    if let Some(phone) = &person.phone {
        own.insert("_systemfield_phone", json!(phone));
    }
    if let Some(place) = making::location(person) {
        own.insert("_systemfield_location", json!(place));
    }
    own
}

const RESUME: &str = "_systemfield_resume";

/// Titles of what has to be given and is not.
fn missing(
    form: &FormDefinition,
    wanted: &Wanted,
    answered: &[Answered],
    withheld: &Map<String, Value>,
    files: &[(AttachmentKind, Content)],
) -> Vec<String> {
    let own = own(wanted);
    let has_resume = files.iter().any(|(kind, _)| *kind == AttachmentKind::Cv);
    let given = |path: &str| {
        own.contains_key(path)
            || withheld.contains_key(path)
            || (path == RESUME && has_resume)
            || answered.iter().any(|answer| answer.question.path == path)
    };
    let asked = asked(form).into_iter().filter(|(path, _, required)| *required && !given(path));
    asked.map(|(_, title, _)| title.to_owned()).collect()
}

/// Route F; gives the answers that the form does not take.
fn through_form(
    wanted: &Wanted,
    posting: Posting,
    answered: Vec<Answered>,
    files: &mut Vec<(AttachmentKind, Content)>,
    held: &mut Kept,
    route: &mut Making,
) -> Vec<Answered> {
    let paths: Vec<&str> = asked(&posting.form).into_iter().map(|(path, ..)| path).collect();
    let takes = |path: &str| paths.contains(&path);
    let own = own(wanted);
    let mut fields: Vec<(String, Value)> =
        paths.iter().filter_map(|path| Some(((*path).to_owned(), own.get(path)?.clone()))).collect();
    let (mut form_files, mut left) = (Vec::new(), Vec::new());
    let mut spool = |path: String, content: Content, route: &mut Making| {
        let number = FORM_FILES + form_files.len();
        let place = i64::try_from(number).unwrap_or(i64::MAX).saturating_add(1);
        form_files.push(FormFile { path, name: content.name, content_type: content.content_type, place });
        route.files.push((number, content.bytes));
    };
    if takes(RESUME)
        && let Some(place) = files.iter().position(|(kind, _)| *kind == AttachmentKind::Cv)
    {
        let (_, content) = files.remove(place);
        spool(RESUME.to_owned(), content, route);
    }
    for answer in answered {
        if !takes(&answer.question.path) {
            left.push(answer);
            continue;
        }
        match answer.value {
            Given::Value(value) => fields.push((answer.question.path, value)),
            Given::File(content) => spool(answer.question.path, content, route),
        }
    }
    let before = held.form.len();
    held.form.retain(|path, _| takes(path));
    if held.form.len() < before {
        route.remarks.push("Some answers were left out: no form of this job takes them.".to_owned());
    }
    let withheld = held.form.len();
    lay_form(wanted, posting.id, (fields, form_files, withheld), route);
    left
}

/// The form, and what follows it.
fn lay_form(
    wanted: &Wanted,
    posting: String,
    (fields, files, withheld): (Vec<(String, Value)>, Vec<FormFile>, usize),
    route: &mut Making,
) {
    let key = bare(&wanted.application_key);
    let (job, email) = (wanted.job.remote_id.clone(), wanted.person.email.clone());
    let form = Made::Form { key: key.clone(), job, posting, email, fields, files, withheld, before: None };
    route.steps.push(step(form));
    route.steps.push(step(Made::Follow { form: 0, person: bare(&wanted.person_key), key }));
    fill(wanted, route);
    let (source, credited) = (wanted.person.source.clone(), wanted.person.credited.clone());
    if source.is_some() || credited.is_some() {
        let application = wanted.application_key.clone();
        route.steps.push(step(Made::Credit { application, source, credited }));
    }
    if let Some(stage) = wanted.start.stage.clone().filter(|_| wanted.start.asked) {
        route.steps.push(step(Made::Place { application: wanted.application_key.clone(), stage }));
    }
}

/// Route C.
fn directly(wanted: &Wanted, route: &mut Making) {
    route.steps.push(step(Made::Person {
        key: bare(&wanted.person_key),
        job: wanted.job.remote_id.clone(),
        person: Box::new(wanted.person.clone()),
        at: wanted.at.clone(),
        found: None,
    }));
    route.steps.push(step(Made::Application {
        key: bare(&wanted.application_key),
        candidate: wanted.person_key.clone(),
        job: wanted.job.remote_id.clone(),
        plan: wanted.start.plan.clone(),
        stage: wanted.start.stage.clone(),
        source: wanted.person.source.clone(),
        credited: wanted.person.credited.clone(),
        before: None,
    }));
    route.core = 1;
    fill(wanted, route);
}

/// Somebody who was there may lack what is known now.
fn fill(wanted: &Wanted, route: &mut Making) {
    let person = &wanted.person;
    let something = person.phone.is_some()
        || person.country.is_some()
        || !person.links.is_empty()
        || !person.alternates.is_empty();
    if something {
        let candidate = wanted.person_key.clone();
        route.steps.push(step(Made::Fill { candidate, person: Box::new(person.clone()) }));
    }
}

/// Files that went with no form: the first résumé becomes the person's, others are plain files.
fn attach(wanted: &Wanted, files: Vec<(AttachmentKind, Content)>, route: &mut Making) {
    let by_form = route.steps.iter().flat_map(Step::form_paths).any(|path| path == RESUME);
    let mut resume = !by_form;
    for (kind, content) in files {
        if content.content_type == "application/octet-stream" {
            route.remarks.push(format!("The kind of {} is not known; Ashby may not show it.", content.name));
        }
        let is_resume = kind == AttachmentKind::Cv && resume;
        if is_resume {
            resume = false;
        } else if kind == AttachmentKind::Cv {
            route
                .remarks
                .push(format!("{} is stored as a plain file: only one résumé counts.", content.name));
        }
        route.files.push((route.steps.len(), content.bytes));
        route.steps.push(Step::PutFile {
            candidate: wanted.person_key.clone(),
            resume: is_resume,
            cover_letter: kind == AttachmentKind::CoverLetter,
            name: content.name,
            content_type: content.content_type,
            before: None,
        });
    }
}

/// Answers that no form takes.
fn leftover(
    reading: &Reading<'_>,
    wanted: &Wanted,
    left: Vec<Answered>,
    route: &mut Making,
) -> Result<(), Failure> {
    if left.is_empty() {
        return Ok(());
    }
    let titles: Vec<&str> = left.iter().map(|answer| answer.question.title.as_str()).collect();
    if reading.setting(LEFTOVER)?.as_deref() == Some("drop") {
        route
            .remarks
            .push(format!("No form takes these answers; they were left out: {}.", titles.join(", ")));
        return Ok(());
    }
    route
        .remarks
        .push(format!("No form takes these answers; they were written as a note: {}.", titles.join(", ")));
    let mut items = String::new();
    for answer in &left {
        items.push_str(&format!(
            "<li><b>{}</b>: {}</li>",
            escaped(&answer.question.title),
            escaped(&answer.words)
        ));
    }
    route.steps.push(Step::WriteNote {
        candidate: wanted.person_key.clone(),
        html: true,
        private: false,
        text: format!("{}<ul>{items}</ul>", escaped(&wanted.job.title)),
        at: wanted.at.clone(),
    });
    for answer in left {
        // The note names the file; its content goes along.
        if let Given::File(content) = answer.value {
            route.files.push((route.steps.len(), content.bytes));
            route.steps.push(Step::PutFile {
                candidate: wanted.person_key.clone(),
                resume: false,
                cover_letter: false,
                name: content.name,
                content_type: content.content_type,
                before: None,
            });
        }
    }
    Ok(())
}
