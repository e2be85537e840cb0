//! `create_candidate` and `create_application`: what they will do, decided from the mirror alone.

use samara_store::Reading;
use samara_store::table::apply::{Alike, ApplyJob};
use samara_store::table::provisional::PREFIX;
use samara_unified::{country_name, is_email};
use serde_json::{Value, json};

use super::super::intention::{Intention, Step};
use super::super::making::{self, Kept, Making, Person};
use super::super::provisional::{CANDIDATE, Provisional, is_provisional};
use super::super::queue::{Asking, Draft, resolve};
use super::create::{CreateInput, GivenAnswer, NewPerson};
use super::create_answers::{Answers, application_key, is_web_address, person_key, sorted};
use super::create_place::{self, Start};
use super::create_route::{self, Making as Route};
use super::said;
use crate::{Code, Failure};

/// Of several candidates with an address, how many are looked at.
const ALIKE: u32 = 50;

/// Everything that is decided before a route is.
pub(super) struct Wanted {
    pub(super) person: Person,
    pub(super) job: ApplyJob,
    pub(super) start: Start,
    pub(super) source: Option<(String, String)>,
    pub(super) credited: Option<(String, String)>,
    /// The person's provisional id, and the application's.
    pub(super) person_key: String,
    pub(super) application_key: String,
    pub(super) at: String,
    pub(super) remarks: Vec<String>,
}

/// Decides what making somebody will do. Beside the draft come the answers that are held in memory alone.
pub(in crate::outbox) fn draft(
    reading: &Reading<'_>,
    asking: &Asking,
    action: &'static str,
    input: &CreateInput,
) -> Result<(Draft, String, Kept), Failure> {
    let person = person(&input.candidate)?;
    let job = create_place::job(reading, asking, input)?;
    let start = create_place::start(reading, asking, &job, input)?;
    let mut remarks = ignored(input);
    let source = create_place::source(reading, input, &mut remarks)?;
    let credited = create_place::credited(reading, asking, input)?;
    let wanted = Wanted {
        person_key: person_key(asking, &person.email),
        application_key: application_key(asking, &person.email, &job.remote_id),
        person: Person {
            source: source.as_ref().map(|(id, _)| id.clone()),
            credited: credited.as_ref().map(|(id, _)| id.clone()),
            ..person
        },
        job,
        start,
        source,
        credited,
        at: asking.now.as_str().to_owned(),
        remarks,
    };
    let known = known(reading, &wanted.person.email)?;
    let candidate_id = match &known {
        Some(known) => known.id.clone(),
        None => resolve(&asking.connection, "ats_candidates", &format!("remote:{}", wanted.person_key)),
    };
    let candidate_id = reading.resolve_candidate(&candidate_id)?;
    let there = reading.candidate_applications(&candidate_id)?;
    if let Some(there) = there.iter().find(|there| there.job_id.as_deref() == Some(&wanted.job.id)) {
        return Err(making::exists(&there.id));
    }
    let Answers { form, withheld, surveys, remarks } =
        sorted(reading, &wanted.job.id, &input.screening_question_answers)?;
    let mut held = Kept::default();
    held.surveys.extend(surveys.into_iter().map(|(form, (_, answers))| (form, answers)));
    let mut wanted = wanted;
    wanted.remarks.extend(remarks);
    let route = create_route::choose(reading, &wanted, input, form, withheld, &mut held)?;
    let known = known.filter(|known| !is_provisional(&known.remote_id));
    let draft = assemble(asking, action, input, &wanted, known.as_ref(), candidate_id, route)?;
    Ok((draft, wanted.application_key, held))
}

fn assemble(
    asking: &Asking,
    action: &'static str,
    input: &CreateInput,
    wanted: &Wanted,
    known: Option<&Alike>,
    candidate_id: String,
    route: Route,
) -> Result<Draft, Failure> {
    let application =
        resolve(&asking.connection, "ats_applications", &format!("remote:{}", wanted.application_key));
    let name = &wanted.person.name;
    let job = &wanted.job.title;
    let (title, label) = if action == CANDIDATE {
        (format!("Add {name}"), format!("Added {name}"))
    } else {
        (format!("Add {name} to {job}"), format!("Added {name} to {job}"))
    };
    Ok(Draft {
        action,
        title,
        label,
        detail: format!("{job} · {}", wanted.start.shown.name),
        candidate_id,
        application_id: Some(application),
        input: kept(input)?,
        intention: Intention {
            steps: route.steps,
            core: route.core,
            remarks: wanted.remarks.iter().chain(&route.remarks).cloned().collect(),
            candidate: Some(wanted.person_key.clone()),
            touched: Some(wanted.application_key.clone()),
            provisional: Some(looks(wanted, known)),
            ..Intention::default()
        },
        undo: false,
        files: route.files,
    })
}

/// The input as it is kept: files are spooled, and answers stand in the steps as far as they may be kept at all.
fn kept(input: &CreateInput) -> Result<Value, Failure> {
    let mut kept = input.clone();
    kept.screening_question_answers.clear();
    for attachment in &mut kept.attachments {
        attachment.data = None;
        attachment.data_url = None;
    }
    serde_json::to_value(kept).map_err(|_| Failure::defect("input"))
}

/// What person and application look like meanwhile, as Ashby would tell.
fn looks(wanted: &Wanted, known: Option<&Alike>) -> Provisional {
    let Wanted { person, job, start, at, .. } = wanted;
    let source = wanted.source.as_ref().map(|(id, title)| json!({ "id": id, "title": title }));
    let credited = wanted.credited.as_ref().map(|(id, name)| {
        let (first, last) = name.split_once(' ').unwrap_or((name, ""));
        json!({ "id": id, "firstName": first, "lastName": last })
    });
    let address = |email: &String, primary: bool| json!({ "value": email, "isPrimary": primary });
    let addresses: Vec<Value> = std::iter::once(address(&person.email, true))
        .chain(person.alternates.iter().map(|email| address(email, false)))
        .collect();
    let phone = person.phone.as_ref().map(|phone| json!({ "value": phone, "isPrimary": true }));
    let id = known.map_or(wanted.person_key.as_str(), |known| known.remote_id.as_str());
    let name = known.map_or(person.name.as_str(), |known| known.name.as_str());
    let candidate = known.is_none().then(|| {
        json!({
            "id": id, "name": name, "createdAt": at, "updatedAt": at, "primaryEmailAddress": addresses.first(),
            "emailAddresses": addresses, "primaryPhoneNumber": phone, "phoneNumbers": Vec::from_iter(&phone),
            "socialLinks": person.links.iter().map(|url| json!({ "type": "Website", "url": url })).collect::<Vec<_>>(),
            "source": source, "creditedToUser": credited, "location": place(person),
        })
    });
    let status = if start.shown.kind == "Lead" { "Lead" } else { "Active" };
    let application = json!({
        "id": wanted.application_key, "createdAt": at, "updatedAt": at, "status": status,
        "candidate": { "id": id, "name": name }, "source": source, "creditedToUser": credited,
        "job": { "id": job.remote_id, "title": job.title },
        "currentInterviewStage": {
            "id": start.shown_remote, "title": start.shown.name, "type": start.shown.kind,
            "interviewPlanId": start.shown_plan,
        },
    });
    Provisional { candidate, application, job_id: job.id.clone(), stage_id: start.shown.id.clone() }
}

fn place(person: &Person) -> Option<Value> {
    let country = country_name(person.country.as_deref()?)?;
    let parts =
        [("City", person.city.as_deref()), ("Region", person.region.as_deref()), ("Country", Some(country))];
    let known: Vec<(&str, &str)> =
        parts.iter().filter_map(|(kind, name)| name.map(|name| (*kind, name))).collect();
    let summary: Vec<&str> = known.iter().map(|(_, name)| *name).collect();
    let components: Vec<Value> =
        known.iter().map(|(kind, name)| json!({ "type": kind, "name": name })).collect();
    Some(json!({
        "id": "new", "locationSummary": summary.join(", "), "locationComponents": components,
    }))
}

/// What was given without a place in Ashby, in one remark.
fn ignored(input: &CreateInput) -> Vec<String> {
    let names = input.without_place();
    let remark = || format!("Ashby has no place for this, so it was left out: {}.", names.join(", "));
    (!names.is_empty()).then(remark).into_iter().collect()
}

/// Checks who is to be made.
fn person(given: &NewPerson) -> Result<Person, Failure> {
    let first = said(&given.first_name, "candidate.first_name")?;
    let last = said(&given.last_name, "candidate.last_name")?;
    let email = address(&given.email_address, "candidate.email_address")?;
    let mut alternates: Vec<String> = Vec::new();
    for other in &given.additional_email_addresses {
        let other = address(&other.email_address, "candidate.additional_email_addresses")?;
        let known = alternates.iter().chain([&email]).any(|known| known.eq_ignore_ascii_case(&other));
        if !known {
            alternates.push(other);
        }
    }
    let mut links: Vec<String> = Vec::new();
    for link in &given.social_links {
        let url = link.url.trim();
        if !is_web_address(url) {
            return Err(Failure::input(
                "candidate.social_links has something that is not a web address.",
                "Give addresses that begin with https://.",
            ));
        }
        if !links.iter().any(|known| known == url) {
            links.push(url.to_owned());
        }
    }
    let text =
        |text: &Option<String>| text.as_deref().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned);
    let place = given.location.as_ref();
    let country = place.map(|place| country(&place.country)).transpose()?;
    Ok(Person {
        name: format!("{first} {last}"),
        email,
        alternates,
        phone: text(&given.phone_number),
        links,
        country,
        city: place.and_then(|place| text(&place.city)),
        region: place.and_then(|place| text(&place.state)),
        source: None,
        credited: None,
    })
}

fn address(text: &str, field: &str) -> Result<String, Failure> {
    let text = text.trim();
    if !is_email(text) {
        return Err(Failure::input(
            format!("{field} is not an e-mail address."),
            "Give one such as anna@example.com.",
        ));
    }
    Ok(text.to_owned())
}

fn country(code: &str) -> Result<String, Failure> {
    let is_code = code.len() == 2 && code.bytes().all(|letter| letter.is_ascii_uppercase());
    if !is_code || country_name(code).is_none() {
        return Err(Failure::input(
            "candidate.location.country is not the code of a country.",
            "Give two capital letters of ISO 3166-1, such as NO.",
        ));
    }
    Ok(code.to_owned())
}

/// Who has the address here: somebody in Ashby before somebody on the way there, then whose first address it is, then
/// who changed last.
fn known(reading: &Reading<'_>, email: &str) -> Result<Option<Alike>, Failure> {
    let mut alike = reading.alike_by_contact(email, ALIKE)?;
    let same = |known: &String| known.eq_ignore_ascii_case(email);
    alike.retain(|person| person.emails.iter().any(same));
    alike.sort_by_cached_key(|person| {
        let real = !person.remote_id.starts_with(PREFIX);
        (real, person.emails.first().is_some_and(same), person.updated_at.clone())
    });
    Ok(alike.pop())
}

/// The key surveys of an intent are held under, with answers that were given again.
pub(in crate::outbox) fn surveys_again(
    reading: &Reading<'_>,
    intent_id: &str,
    answers: &[GivenAnswer],
) -> Result<(String, Kept), Failure> {
    let intent = reading.intent(intent_id)?;
    let intention = intent.and_then(|intent| Intention::of(&intent).ok());
    let found = intention.and_then(|intention| {
        let key = intention.steps.iter().find_map(|step| match step {
            Step::Make(Making::Survey { key, .. }) => Some(key.clone()),
            _ => None,
        })?;
        Some((key, intention.provisional?.job_id))
    });
    let (key, job_id) =
        found.ok_or_else(|| Failure::input("This action sends no survey.", "Look at it in Activity."))?;
    let sorted = sorted(reading, &job_id, answers)?;
    let mut held = Kept::default();
    held.surveys.extend(sorted.surveys.into_iter().map(|(form, (_, answers))| (form, answers)));
    Ok((key, held))
}

/// What only one person at a time can be asked for.
pub(super) fn alone() -> Failure {
    Failure::new(
        Code::ActionNotAvailable,
        "People are made one at a time.",
        "Call create_candidate or create_application for each of them.",
    )
}

/// A step of making somebody.
pub(super) fn step(making: Making) -> Step {
    Step::Make(making)
}
