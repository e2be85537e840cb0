//! Halden Robotics: its people, departments, locations and hiring roles.

use serde_json::{Value, json};

use super::metadata::field_values;
use super::names::{Names, slug};
use super::time;
use crate::draw::{Draw, Stream};
use crate::ids::{Ids, Kind};

/// Someone who works with the workspace.
#[derive(Debug)]
pub(crate) struct User {
    pub id: String,
    pub first: String,
    pub last: String,
    pub email: Option<String>,
    /// The record as `user.list` shows it.
    pub record: Value,
}

/// A place jobs are at, or a region above such places.
pub(crate) struct Site {
    pub name: &'static str,
    pub currency: &'static str,
    pub remote: bool,
    pub archived: bool,
    street: &'static str,
    postcode: &'static str,
    city: &'static str,
    region: &'static str,
    country: &'static str,
    workplace: &'static str,
    parent: Option<u64>,
}

macro_rules! site {
    ($name:literal, $currency:literal, $workplace:literal, $parent:expr, [$street:literal, $postcode:literal, $city:literal, $region:literal, $country:literal]) => {
        Site {
            name: $name,
            currency: $currency,
            remote: false,
            archived: false,
            street: $street,
            postcode: $postcode,
            city: $city,
            region: $region,
            country: $country,
            workplace: $workplace,
            parent: $parent,
        }
    };
}

const fn remote(name: &'static str, currency: &'static str, country: &'static str, parent: u64) -> Site {
    Site {
        name,
        currency,
        remote: true,
        archived: false,
        street: "",
        postcode: "",
        city: "",
        region: "",
        country,
        workplace: "Remote",
        parent: Some(parent),
    }
}

pub(crate) const SITES: &[Site] = &[
    site!(
        "Halden (headquarters)",
        "NOK",
        "Hybrid",
        Some(0),
        ["Svinesundveien 214", "1788", "Halden", "Østfold", "Norway"]
    ),
    site!("Oslo", "NOK", "Hybrid", Some(0), ["Grønlandskaia 9", "0191", "Oslo", "Oslo", "Norway"]),
    site!("Berlin", "EUR", "Hybrid", Some(0), ["Lohmühlenkehre 40", "12435", "Berlin", "Berlin", "Germany"]),
    site!(
        "London",
        "GBP",
        "OnSite",
        Some(0),
        ["3 Tanner's Yard", "SE1 3XX", "London", "England", "United Kingdom"]
    ),
    site!(
        "Boston",
        "USD",
        "Hybrid",
        Some(1),
        ["77 Drydock Row", "02210", "Boston", "Massachusetts", "United States"]
    ),
    site!(
        "Toronto",
        "CAD",
        "OnSite",
        Some(1),
        ["190 Cherry Quay", "M5A 0B7", "Toronto", "Ontario", "Canada"]
    ),
    remote("Remote (Europe)", "EUR", "", 0),
    remote("Remote (United States)", "USD", "United States", 1),
    site!(
        "Porto plant",
        "EUR",
        "OnSite",
        Some(0),
        ["Rua do Estaleiro 18", "4050-001", "Porto", "Norte", "Portugal"]
    ),
    Site {
        archived: true,
        ..site!(
            "Göteborg lab",
            "SEK",
            "OnSite",
            None,
            ["Varvsgatan 2", "417 64", "Göteborg", "Västra Götaland", "Sweden"]
        )
    },
];

const REGIONS: &[&str] = &["Europe", "North America"];

/// Name, parent, archived.
pub(crate) const DEPARTMENTS: &[(&str, Option<u64>, bool)] = &[
    ("Engineering", None, false),
    ("Autonomy", Some(0), false),
    ("Platform", Some(0), false),
    ("Firmware", Some(0), false),
    ("Cloud", Some(0), false),
    ("Hardware", None, false),
    ("Mechanics", Some(5), false),
    ("Electronics", Some(5), false),
    ("Test", Some(5), false),
    ("Operations", None, false),
    ("Manufacturing", Some(9), false),
    ("Supply Chain", Some(9), false),
    ("Field Service", Some(9), false),
    ("Product", None, false),
    ("Design", Some(13), false),
    ("Commercial", None, false),
    ("Sales", Some(15), false),
    ("Customer Success", Some(15), false),
    ("Marketing", Some(15), false),
    ("People", None, false),
    ("Recruiting", Some(19), false),
    ("Finance and Legal", None, false),
    ("Research Lab", None, true),
];

pub(crate) const ROLES: &[&str] = &[
    "Hiring Manager",
    "Recruiter",
    "Sourcer",
    "Recruiting Coordinator",
    "Interview Panel Lead",
    "Executive Sponsor",
];

/// What team members are called: the roles, and titles that only the teams of old jobs still have.
pub(crate) fn team_title(role: usize) -> Option<&'static str> {
    ROLES.get(role).copied().or_else(|| (role == ROLES.len()).then_some("Bar Raiser"))
}

pub(crate) fn users(seed: u64, ids: &Ids, names: &Names, count: u64, now: i64) -> Vec<User> {
    (0..count).map(|index| user(seed, ids, names, index, now)).collect()
}

fn user(seed: u64, ids: &Ids, names: &Names, index: u64, now: i64) -> User {
    let mut draw = Draw::at(seed, Stream::User, index);
    let name = names.plain(&mut draw);
    let (first, last) = name.shown.split_once(' ').unwrap_or((&name.shown, ""));
    let enabled = (index < 12 || !draw.chance(90)) && index != 13;
    // Every account of the first dozen has an address; after that one in forty has lost it.
    let email = (index < 12 || !draw.chance(25))
        .then(|| format!("{}.{index}@haldenrobotics.example", slug(&name.latin, '.')));
    let role = match index {
        0 | 1 => "Organization Admin",
        14 => "External Recruiter",
        15 => "Elevated Access",
        16 => "Limited Access",
        _ if draw.chance(60) => "External Recruiter",
        _ if draw.chance(350) => "Elevated Access",
        _ => "Limited Access",
    };
    let id = ids.id(Kind::User, index);
    let updated = time::iso(now - time::days(draw.between(1, 700)));
    let mut record = json!({
        "id": id, "firstName": first, "lastName": last, "globalRole": role, "isEnabled": enabled, "updatedAt": updated,
    });
    if let Some(fields) = record.as_object_mut() {
        if email.is_some() || draw.chance(500) {
            fields.insert("email".into(), json!(email));
        }
        if index > 2 && draw.chance(800) {
            fields.insert("managerId".into(), json!(ids.id(Kind::User, draw.below(index.min(10)))));
        }
    }
    if index % 3 == 1 {
        let values = field_values(ids, "Employee", &mut draw, 800, now);
        if let Some(fields) = record.as_object_mut() {
            fields.insert("customFields".into(), json!(values));
        }
    }
    User { id, first: first.into(), last: last.into(), email, record }
}

pub(crate) fn departments(ids: &Ids, now: i64) -> Vec<Value> {
    (0..)
        .zip(DEPARTMENTS)
        .map(|(index, (name, parent, archived))| {
            let external = (index % 4 == 0).then(|| format!("{name} at Halden"));
            let mut record = json!({
                "id": ids.id(Kind::Department, index), "name": name, "externalName": external, "isArchived": archived,
                "parentId": parent.map(|it| ids.id(Kind::Department, it)),
                "createdAt": time::iso(now - time::days(1500 - index)),
                "updatedAt": time::iso(now - time::days(200 + index)),
            });
            if index % 5 == 0
                && let Some(fields) = record.as_object_mut()
            {
                fields.insert("extraData".into(), json!({ "costCentre": format!("{}", 4100 + index) }));
            }
            record
        })
        .collect()
}

pub(crate) fn locations(ids: &Ids) -> Vec<Value> {
    (0..).zip(SITES).map(|(index, site)| location(ids, index, site)).collect()
}

fn location(ids: &Ids, index: u64, site: &Site) -> Value {
    let mut record = json!({
        "id": ids.id(Kind::Location, index), "name": site.name, "isArchived": site.archived, "isRemote": site.remote,
        "workplaceType": site.workplace, "type": "Location",
    });
    if let Some(fields) = record.as_object_mut() {
        if index.is_multiple_of(3) {
            fields.insert("externalName".into(), json!(site.city));
        }
        if let Some(parent) = site.parent {
            fields.insert("parentLocationId".into(), json!(region_id(ids, parent)));
        }
        if let Some(address) = address(site) {
            fields.insert("address".into(), json!({ "postalAddress": address }));
        }
    }
    record
}

/// The postal address of a site; remote ones have a country at most.
pub(crate) fn address(site: &Site) -> Option<Value> {
    let parts = [
        ("addressCountry", site.country),
        ("addressRegion", site.region),
        ("addressLocality", site.city),
        ("postalCode", site.postcode),
        ("streetAddress", site.street),
    ];
    let known: serde_json::Map<String, Value> = parts
        .into_iter()
        .filter(|(_, part)| !part.is_empty())
        .map(|(name, part)| (name.to_owned(), json!(part)))
        .collect();
    (!known.is_empty()).then_some(Value::Object(known))
}

pub(crate) fn regions(ids: &Ids) -> Vec<Value> {
    (0..)
        .zip(REGIONS)
        .map(|(index, name)| {
            json!({ "id": region_id(ids, index), "name": name, "isArchived": false, "type": "LocationHierarchy" })
        })
        .collect()
}

/// Regions share the ids of locations, behind them.
fn region_id(ids: &Ids, index: u64) -> String {
    ids.id(Kind::Location, 1000 + index)
}
