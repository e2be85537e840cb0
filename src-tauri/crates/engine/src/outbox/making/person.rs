//! Finding a person by the address, making one, and filling what is empty.

use std::sync::Arc;

use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_ashby::model as ashby;
use samara_ashby::{Error, Lane};
use samara_unified::{Timestamp, country_name};
use serde_json::{Map, Value, json};

use super::super::perform::{Proof, Refused, once};
use super::Person;
use crate::{Failure, Workspace, pull};

/// How far a clock may be off.
const SLACK: chrono::TimeDelta = chrono::TimeDelta::minutes(2);

/// The people in Ashby who have an address.
pub(super) async fn with_address(
    workspace: &Arc<Workspace>,
    email: &str,
) -> Result<Vec<ashby::Candidate>, Failure> {
    let params = api::CandidateSearchParams { email: Some(email.to_owned()), name: None };
    let reply = workspace.client.call_once::<api::CandidateSearch>(Lane::Write, &params).await;
    let found = reply.map_err(|error| Failure::of_call(error, api::CandidateSearch::PERMISSION))?.results;
    Ok(found.into_iter().filter(|candidate| has(candidate, email)).collect())
}

/// Ashby does not say how exactly it compares.
fn has(candidate: &ashby::Candidate, email: &str) -> bool {
    let all = candidate.email_addresses.iter().chain(&candidate.primary_email_address);
    all.filter_map(|address| address.value.as_deref()).any(|address| same(address, email))
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Of several people with one address: whose primary one it is, then who changed last.
fn best(mut people: Vec<ashby::Candidate>, email: &str) -> Option<(ashby::Candidate, Vec<ashby::Candidate>)> {
    let primary = |candidate: &ashby::Candidate| {
        let address = candidate.primary_email_address.as_ref().and_then(|address| address.value.as_deref());
        address.is_some_and(|address| same(address, email))
    };
    let changed = |candidate: &ashby::Candidate| {
        candidate.updated_at.as_deref().and_then(Timestamp::parse).map(|at| at.as_str().to_owned())
    };
    people.sort_by_cached_key(|candidate| (primary(candidate), changed(candidate)));
    people.pop().map(|best| (best, people))
}

/// Who has the address already. Several are told in a remark.
pub(super) async fn found(
    workspace: &Arc<Workspace>,
    email: &str,
    remarks: &mut Vec<String>,
) -> Result<Option<String>, Failure> {
    let Some((best, others)) = best(with_address(workspace, email).await?, email) else { return Ok(None) };
    if !others.is_empty() {
        let named = |candidate: &ashby::Candidate| {
            format!("{} ({})", candidate.name.as_deref().unwrap_or("no name"), candidate.id.as_str())
        };
        let others: Vec<String> = others.iter().map(named).collect();
        remarks.push(format!(
            "Several people in Ashby have this address. {} was taken; the others: {}.",
            named(&best),
            others.join(", ")
        ));
    }
    Ok(Some(best.id.as_str().to_owned()))
}

/// Makes the person, unless somebody has the address already. Whoever it is, the mirror has them afterwards.
pub(super) async fn make(
    workspace: &Arc<Workspace>,
    person: &Person,
    at: &str,
    found: Option<&str>,
) -> Result<String, Refused> {
    if let Some(found) = found {
        pull::refresh_candidate_alone(workspace, found, Lane::Read).await.map_err(Refused::before)?;
        return Ok(found.to_owned());
    }
    let mut params = creation(person, at);
    let mut reply = workspace.client.call_once::<api::CandidateCreate>(Lane::Write, &params).await;
    if let (Err(Error::Refused { code, .. }), Some(country)) = (&reply, &person.country)
        && code == "invalid_input"
        && let Some(location) = &mut params.location
    {
        // Nothing was made: perhaps the place was not found by the country's name.
        location.country = Some(country.clone());
        reply = workspace.client.call_once::<api::CandidateCreate>(Lane::Write, &params).await;
    }
    let reply = reply.map_err(Refused::of::<api::CandidateCreate>)?;
    let id = reply.results.id.as_str().to_owned();
    // That it was made is certain whatever becomes of keeping it here; the next sync brings it then.
    if let Err(failure) = pull::apply_candidate(workspace, reply).await {
        tracing::warn!(code = failure.code.as_str(), "made.not_kept");
    }
    Ok(id)
}

fn creation(person: &Person, at: &str) -> api::CandidateCreateParams {
    let links = Links::of(&person.links);
    api::CandidateCreateParams {
        name: person.name.clone(),
        email: Some(person.email.clone()),
        phone_number: person.phone.clone(),
        linked_in_url: links.linked_in,
        github_url: links.github,
        website: links.website,
        alternate_email_addresses: person.alternates.clone(),
        source_id: person.source.as_deref().map(ashby::SourceId::from),
        credited_to_user_id: person.credited.as_deref().map(ashby::UserId::from),
        location: location(person),
        created_at: Some(at.to_owned()),
    }
}

/// Where a person lives, in words.
pub(in super::super) fn location(person: &Person) -> Option<api::WrittenLocation> {
    let country = person.country.as_deref()?;
    Some(api::WrittenLocation {
        city: person.city.clone(),
        region: person.region.clone(),
        country: Some(country_name(country).unwrap_or(country).to_owned()),
    })
}

/// Pages elsewhere by where Ashby has a place for them.
#[derive(Default)]
struct Links {
    linked_in: Option<String>,
    github: Option<String>,
    website: Option<String>,
}

impl Links {
    fn of(urls: &[String]) -> Self {
        let mut links = Self::default();
        for url in urls {
            let place = match kind(url) {
                "LinkedIn" => &mut links.linked_in,
                "GitHub" => &mut links.github,
                "Website" => &mut links.website,
                // What has no place follows with `candidate.update`.
                _ => continue,
            };
            if place.is_none() {
                *place = Some(url.clone());
            }
        }
        links
    }
}

/// Ashby's type of a link, by its host.
fn kind(url: &str) -> &'static str {
    const HOSTS: [(&str, &str); 9] = [
        ("linkedin.com", "LinkedIn"),
        ("github.com", "GitHub"),
        ("twitter.com", "Twitter"),
        ("x.com", "Twitter"),
        ("medium.com", "Medium"),
        ("stackoverflow.com", "StackOverflow"),
        ("youtube.com", "YouTube"),
        ("youtu.be", "YouTube"),
        ("codepen.io", "CodePen"),
    ];
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest).to_lowercase();
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let on = |site: &str| host == site || host.strip_suffix(site).is_some_and(|start| start.ends_with('.'));
    HOSTS.iter().find(|(site, _)| on(site)).map_or("Website", |(_, kind)| kind)
}

/// The same page, however its address is written.
fn page(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/').to_lowercase();
    rest.strip_prefix("www.").map_or_else(|| rest.clone(), str::to_owned)
}

/// Fills what is empty; what is there stays.
pub(super) async fn fill(
    workspace: &Arc<Workspace>,
    candidate: &str,
    person: &Person,
) -> Result<(), Refused> {
    let params = api::CandidateInfoParams { id: ashby::CandidateId::from(candidate) };
    let known = once::<api::CandidateGet>(workspace, &params).await.map_err(Refused::without_doubt)?;
    for changes in fillings(&known, person) {
        let params = api::CandidateUpdateParams {
            candidate_id: ashby::CandidateId::from(candidate),
            send_notifications: false,
            changes,
        };
        once::<api::CandidateUpdate>(workspace, &params).await?;
    }
    Ok(())
}

/// What to set, one call each.
fn fillings(known: &ashby::Candidate, person: &Person) -> Vec<Map<String, Value>> {
    let mut first = Map::new();
    if let Some(phone) = &person.phone
        && known.primary_phone_number.is_none()
        && known.phone_numbers.is_empty()
    {
        first.insert("phoneNumber".to_owned(), json!(phone));
    }
    if known.location.is_none()
        && let Some(location) = location(person)
    {
        first.insert("location".to_owned(), json!(location));
    }
    let there: Vec<String> =
        known.social_links.iter().filter_map(|link| link.url.as_deref()).map(page).collect();
    let missing: Vec<&String> = person.links.iter().filter(|url| !there.contains(&page(url))).collect();
    if !missing.is_empty() {
        // The list takes the place of the one that is there.
        let before = known.social_links.iter().filter_map(|link| {
            let kind = link.r#type.as_deref().unwrap_or("Website");
            link.url.as_ref().map(|url| json!({ "type": kind, "url": url }))
        });
        let links: Vec<Value> =
            before.chain(missing.iter().map(|url| json!({ "type": kind(url), "url": url }))).collect();
        first.insert("socialLinks".to_owned(), json!(links));
    }
    let mut calls: Vec<Map<String, Value>> = Vec::new();
    calls.extend((!first.is_empty()).then_some(first));
    // One further address at a time is all that is taken.
    let new = person.alternates.iter().filter(|email| !has(known, email));
    calls.extend(new.map(|email| Map::from_iter([("alternateEmail".to_owned(), json!(email))])));
    calls
}

/// Looks whether the person was made: by the address, then among those made since. A search may lag behind.
pub(super) async fn look(workspace: &Arc<Workspace>, person: &Person, at: &str) -> Result<Proof, Failure> {
    if let Some((found, _)) = best(with_address(workspace, &person.email).await?, &person.email) {
        return Ok(Proof::Happened(Some(keep(workspace, found.id.as_str()).await?)));
    }
    let since = Timestamp::parse(at).and_then(|at| at.to_utc()).unwrap_or_else(|| workspace.clock.now());
    let params = api::CandidateListParams { created_after: Some((since - SLACK).timestamp_millis()) };
    let mut cursor = None;
    loop {
        let page =
            workspace.client.page::<api::CandidateList>(Lane::Write, &params, cursor.as_ref(), None).await;
        let page = page.map_err(|error| Failure::of_call(error, api::CandidateList::PERMISSION))?;
        let mut listed = page.records.into_iter().map(|record| record.value);
        if let Some(found) = listed.find(|candidate| has(candidate, &person.email)) {
            return Ok(Proof::Happened(Some(keep(workspace, found.id.as_str()).await?)));
        }
        cursor = page.next;
        if cursor.is_none() {
            return Ok(Proof::Absent);
        }
    }
}

async fn keep(workspace: &Arc<Workspace>, id: &str) -> Result<String, Failure> {
    pull::refresh_candidate_alone(workspace, id, Lane::Read).await?;
    Ok(id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(json: Value) -> ashby::Candidate {
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn what_is_there_is_never_overwritten() {
        let known = candidate(json!({
            "id": "c", "primaryPhoneNumber": { "value": "1" }, "location": { "id": "l" },
            "primaryEmailAddress": { "value": "a@x.example" },
            "socialLinks": [{ "type": "LinkedIn", "url": "https://www.linkedin.com/in/anna/" }],
        }));
        let person = Person {
            phone: Some("2".to_owned()),
            country: Some("NO".to_owned()),
            links: vec!["https://linkedin.com/in/anna".to_owned(), "https://x.com/anna".to_owned()],
            alternates: vec!["A@x.example".to_owned(), "b@x.example".to_owned(), "c@x.example".to_owned()],
            ..Person::default()
        };
        let calls = fillings(&known, &person);
        assert_eq!(
            json!(calls),
            json!([
                { "socialLinks": [
                    { "type": "LinkedIn", "url": "https://www.linkedin.com/in/anna/" },
                    { "type": "Twitter", "url": "https://x.com/anna" },
                ] },
                { "alternateEmail": "b@x.example" },
                { "alternateEmail": "c@x.example" },
            ])
        );
    }

    #[test]
    fn of_several_people_the_one_whose_first_address_it_is_comes_before_the_newest() {
        let one = |id: &str, primary: &str, at: &str| {
            candidate(json!({
                "id": id, "updatedAt": at, "primaryEmailAddress": { "value": primary },
                "emailAddresses": [{ "value": "a@x.example" }],
            }))
        };
        let people = vec![
            one("second", "b@x.example", "2026-05-01T00:00:00Z"),
            one("old", "a@x.example", "2026-01-01T00:00:00Z"),
            one("new", "A@X.example", "2026-02-01T00:00:00Z"),
        ];
        let (found, others) = best(people, "a@x.example").unwrap();
        assert_eq!((found.id.as_str(), others.len()), ("new", 2));
    }

    #[test]
    fn links_go_where_ashby_has_a_place_for_their_host() {
        assert_eq!(kind("https://uk.linkedin.com/in/a"), "LinkedIn");
        assert_eq!(kind("https://notlinkedin.com/in/a"), "Website");
        let urls =
            ["https://github.com/a", "https://medium.com/@a", "https://a.example", "https://b.example"];
        let links = Links::of(&urls.map(str::to_owned));
        assert_eq!((links.github.as_deref(), links.website.as_deref()), (Some(urls[0]), Some(urls[2])));
    }
}
