//! Candidates created and changed.

use serde_json::{Map, Value, json};

use super::{Call, find};
use crate::arguments::Arguments;
use crate::envelope::{Answer, Refusal, Success};
use crate::generate::time;
use crate::ids::Kind;
use crate::view::View;

type Fields = Map<String, Value>;

/// An address as Ashby takes it: something on both sides of one `@`, a dot on the right.
pub(crate) fn address<'a>(arguments: &'a Arguments, name: &str) -> Result<Option<&'a str>, Refusal> {
    let text = arguments.text(name)?.map(str::trim);
    match text {
        Some(text) if !is_address(text) => {
            Err(Refusal::invalid(format!("{name} must be a valid e-mail address")))
        }
        text => Ok(text),
    }
}

pub(crate) fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, host)| {
        !local.is_empty()
            && host.contains('.')
            && !host.contains('@')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && !text.contains(char::is_whitespace)
    })
}

fn contact(value: &str, kind: &str, primary: bool) -> Value {
    json!({ "value": value, "type": kind, "isPrimary": primary })
}

/// Sets the primary one of a list; the one before stays without that rank.
fn set_primary(fields: &mut Fields, record: &Value, names: (&str, &str), value: &str) {
    let (list, primary) = names;
    let mut items = taken(fields, record, list);
    items.retain(|it| it.get("value").and_then(Value::as_str) != Some(value));
    for item in &mut items {
        if let Some(rank) = item.get_mut("isPrimary") {
            *rank = json!(false);
        }
    }
    items.insert(0, contact(value, "Personal", true));
    fields.insert(primary.into(), contact(value, "Personal", true));
    fields.insert(list.into(), json!(items));
}

/// A list as it will be: written just now, or as the record has it.
fn taken(fields: &Fields, record: &Value, name: &str) -> Vec<Value> {
    let list = fields.get(name).or_else(|| record.get(name));
    list.and_then(Value::as_array).cloned().unwrap_or_default()
}

fn add_address(fields: &mut Fields, record: &Value, value: &str) {
    let mut items = taken(fields, record, "emailAddresses");
    let known =
        |it: &Value| it.get("value").and_then(Value::as_str).is_some_and(|it| it.eq_ignore_ascii_case(value));
    if !items.iter().any(known) {
        items.push(contact(value, "Other", false));
        fields.insert("emailAddresses".into(), json!(items));
    }
}

const LINK_TYPES: [&str; 8] =
    ["LinkedIn", "GitHub", "Twitter", "Medium", "StackOverflow", "YouTube", "CodePen", "Website"];

fn links(arguments: &Arguments, record: &Value, website: &str, fields: &mut Fields) -> Result<(), Refusal> {
    if arguments.value("socialLinks").is_some_and(|it| !it.is_null()) {
        let links = arguments.objects("socialLinks")?;
        let mut all = Vec::with_capacity(links.len());
        for link in links {
            let kind = link.word("type", &LINK_TYPES)?.ok_or_else(|| Refusal::invalid("type is required"))?;
            all.push(json!({ "type": kind, "url": url(&link, "url")?.unwrap_or_default() }));
        }
        fields.insert("socialLinks".into(), json!(all));
        return Ok(());
    }
    for (name, kind) in [("linkedInUrl", "LinkedIn"), ("githubUrl", "GitHub"), (website, "Website")] {
        let Some(url) = url(arguments, name)? else { continue };
        let mut all = taken(fields, record, "socialLinks");
        all.retain(|it| it.get("type").and_then(Value::as_str) != Some(kind));
        all.push(json!({ "type": kind, "url": url }));
        fields.insert("socialLinks".into(), json!(all));
    }
    Ok(())
}

fn url<'a>(arguments: &'a Arguments, name: &str) -> Result<Option<&'a str>, Refusal> {
    match arguments.text(name)? {
        Some(text) if !text.starts_with("https://") && !text.starts_with("http://") => {
            Err(Refusal::invalid(format!("{name} must be a URL")))
        }
        text => Ok(text),
    }
}

/// Where someone lives, as Ashby shows what it was told.
pub(crate) fn location(view: &View, place: &Arguments) -> Result<Value, Refusal> {
    let parts = [
        ("City", place.text("city")?),
        ("Region", place.text("region")?),
        ("Country", place.text("country")?),
    ];
    let known: Vec<(&str, &str)> =
        parts.iter().filter_map(|(kind, name)| name.map(|name| (*kind, name))).collect();
    if known.is_empty() {
        return Err(Refusal::invalid("location needs a city, a region or a country"));
    }
    let components: Vec<Value> =
        known.iter().map(|(kind, name)| json!({ "type": kind, "name": name })).collect();
    let summary: Vec<&str> = known.iter().map(|(_, name)| *name).collect();
    let summary = summary.join(", ");
    let number = crate::draw::fingerprint(7, summary.as_bytes()) >> 8;
    Ok(json!({
        "id": view.workspace.ids.id(Kind::Place, number), "locationSummary": summary,
        "locationComponents": components,
    }))
}

/// The source and the user a call names.
fn origin(view: &View, arguments: &Arguments, fields: &mut Fields) -> Result<(), Refusal> {
    for (name, kind, field, missing) in [
        ("sourceId", Kind::Source, "source", "source_not_found"),
        ("creditedToUserId", Kind::User, "creditedToUser", "user_not_found"),
    ] {
        if let Some(id) = arguments.id_if_any(name)? {
            let found = view.named(kind, id);
            let (_, record) = found.ok_or_else(|| Refusal::new(missing, format!("{name} names nothing")))?;
            fields.insert(field.into(), record);
        }
    }
    Ok(())
}

pub(super) fn create(call: &Call) -> Answer {
    let arguments = &call.arguments;
    let name = arguments.needed("name")?;
    let created = arguments.moment("createdAt")?.unwrap_or(call.now_ms());
    let workspace = &call.world.workspace;
    let mut overlay = call.world.overlay_mut();
    let view = View::new(workspace, &overlay);
    let blank = json!({});
    let mut fields = Map::from_iter([
        ("name".to_owned(), json!(name)),
        ("createdAt".to_owned(), json!(time::iso(created))),
        ("customFields".to_owned(), json!([])),
    ]);
    if let Some(email) = address(arguments, "email")? {
        set_primary(&mut fields, &blank, ("emailAddresses", "primaryEmailAddress"), email);
    }
    for other in arguments.texts("alternateEmailAddresses")?.unwrap_or_default() {
        if !is_address(other) {
            return Err(Refusal::invalid("alternateEmailAddresses must be valid e-mail addresses"));
        }
        add_address(&mut fields, &blank, other);
    }
    if let Some(phone) = arguments.text("phoneNumber")? {
        set_primary(&mut fields, &blank, ("phoneNumbers", "primaryPhoneNumber"), phone);
    }
    links(arguments, &blank, "website", &mut fields)?;
    origin(&view, arguments, &mut fields)?;
    if let Some(place) = arguments.object("location")? {
        fields.insert("location".into(), location(&view, &place)?);
    }
    let candidate = view.candidate_count();
    add(&mut overlay, candidate, &fields, call.now_ms());
    let record = View::new(workspace, &overlay).candidate(candidate);
    overlay.made(
        "candidates",
        json!({ "id": record.get("id"), "name": name, "email": arguments.text("email")? }),
    );
    Ok(Success::of(record))
}

/// Adds a candidate of whom nothing is known but these fields.
pub(crate) fn add(overlay: &mut crate::changes::Overlay, candidate: u32, fields: &Fields, now: i64) {
    overlay.added_candidates += 1;
    let edit = overlay.edit(candidate, now);
    edit.blank = true;
    edit.created = Some(now);
    overlay.write_candidate(candidate, fields, now);
}

pub(super) fn update(call: &Call) -> Answer {
    let arguments = &call.arguments;
    let workspace = &call.world.workspace;
    let mut overlay = call.world.overlay_mut();
    let view = View::new(workspace, &overlay);
    let candidate = find(call, &view, "candidateId")?;
    arguments.flag("sendNotifications")?;
    let record = view.candidate(candidate);
    let mut fields = Fields::new();
    if arguments.value("name").is_some_and(|it| !it.is_null()) {
        fields.insert("name".into(), json!(arguments.needed("name")?));
    }
    if let Some(email) = address(arguments, "email")? {
        set_primary(&mut fields, &record, ("emailAddresses", "primaryEmailAddress"), email);
    }
    if let Some(email) = address(arguments, "alternateEmail")? {
        add_address(&mut fields, &record, email);
    }
    if let Some(phone) = arguments.text("phoneNumber")? {
        set_primary(&mut fields, &record, ("phoneNumbers", "primaryPhoneNumber"), phone);
    }
    links(arguments, &record, "websiteUrl", &mut fields)?;
    origin(&view, arguments, &mut fields)?;
    if let Some(place) = arguments.object("location")? {
        fields.insert("location".into(), location(&view, &place)?);
    }
    if let Some(created) = arguments.moment("createdAt")? {
        fields.insert("createdAt".into(), json!(time::iso(created)));
    }
    overlay.write_candidate(candidate, &fields, call.now_ms());
    Ok(Success::of(View::new(workspace, &overlay).candidate(candidate)))
}

pub(super) fn tag(call: &Call, on: bool) -> Answer {
    let workspace = &call.world.workspace;
    let mut overlay = call.world.overlay_mut();
    let view = View::new(workspace, &overlay);
    let candidate = find(call, &view, "candidateId")?;
    let found = view.named(Kind::Tag, call.arguments.id("tagId")?);
    let message = "There is no candidate tag with this id.";
    let (tag, _) = found.ok_or_else(|| Refusal::new("candidate_tag_not_found", message))?;
    let before = view.tag_places(candidate, &view.person(candidate));
    let mut tags = before.clone();
    tags.retain(|it| *it != tag);
    if on {
        tags.push(tag);
    }
    // What is so already is no change.
    if before.contains(&tag) != on {
        overlay.edit(candidate, call.now_ms()).tags = Some(tags);
    }
    Ok(Success::of(View::new(workspace, &overlay).candidate(candidate)))
}

pub(super) fn project(call: &Call, on: bool) -> Answer {
    let workspace = &call.world.workspace;
    let mut overlay = call.world.overlay_mut();
    let view = View::new(workspace, &overlay);
    let candidate = find(call, &view, "candidateId")?;
    let found = view.named(Kind::Project, call.arguments.id("projectId")?);
    let message = "There is no project with this id.";
    let (project, _) = found.ok_or_else(|| Refusal::new("project_not_found", message))?;
    let before = view.projects_of(candidate);
    if before.contains(&project) != on {
        let mut projects = before;
        projects.retain(|it| *it != project);
        if on {
            projects.push(project);
        }
        overlay.edit(candidate, call.now_ms()).projects = Some(projects);
    }
    Ok(Success::of(View::new(workspace, &overlay).candidate(candidate)))
}
