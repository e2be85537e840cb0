//! What recruiters label things with: tags, sources, archive reasons, custom fields.

use serde_json::{Map, Value, json};

use super::time;
use crate::draw::Draw;
use crate::ids::{Ids, Kind};

const TAGS: &[&str] = &[
    "Strong hire",
    "Silver medallist",
    "Boomerang",
    "Referral",
    "Relocation needed",
    "Visa needed",
    "Remote only",
    "Conference 2025",
    "Conference 2026",
    "Career fair Halden",
    "Women in Robotics meetup",
    "Open source",
    "Speaks Norwegian",
    "Speaks German",
    "ROS",
    "Rust",
    "C++",
    "Controls",
    "Computer vision",
    "Leadership",
    "Startup background",
    "Automotive",
    "Medical devices",
    "Defence restricted",
    "Part-time wish",
    "Notice > 3 months",
    "Salary above band",
    "Keep warm",
    "Contacted by agency",
    "Do not contact before 2027",
    "Former intern",
    "Thesis with us",
    "Patent holder",
    "Ex-competitor",
    "Great writer",
    "Night shift",
    "Forklift licence",
    "Needs feedback call",
    "Test batch 2023",
    "Imported from old ATS",
];

/// The last two tags, and one in the middle, are no longer in use.
fn tag_archived(index: usize) -> bool {
    matches!(index, 23 | 38 | 39)
}

pub(crate) fn tags(ids: &Ids) -> Vec<Value> {
    TAGS.iter()
        .enumerate()
        .map(|(at, title)| json!({ "id": id(ids, Kind::Tag, at), "title": title, "isArchived": tag_archived(at) }))
        .collect()
}

fn id(ids: &Ids, kind: Kind, at: usize) -> String {
    ids.id(kind, u64::try_from(at).unwrap_or(0))
}

const SOURCE_TYPES: &[&str] = &["Inbound", "Sourced", "Referral", "Agency", "Event"];

/// Title, type, archived. Those of type `Sourced` open an application at the lead stage.
pub(crate) const SOURCES: &[(&str, Option<usize>, bool)] = &[
    ("Careers page", Some(0), false),
    ("LinkedIn job post", Some(0), false),
    ("Indeed", Some(0), false),
    ("Robotics job board", Some(0), false),
    ("Employee referral", Some(2), false),
    ("LinkedIn sourcing", Some(1), false),
    ("GitHub sourcing", Some(1), false),
    ("Talent pool", Some(1), false),
    ("Agency: Fjordbridge Search", Some(3), false),
    ("Agency: Talentwerk", Some(3), false),
    ("Halden Tech Days", Some(4), false),
    ("University fair", Some(4), false),
    ("Walk-in", None, false),
    ("Stack job ads (2022)", Some(0), true),
];

pub(crate) fn sources(ids: &Ids) -> Vec<Value> {
    SOURCES
        .iter()
        .enumerate()
        .map(|(at, (title, kind, archived))| {
            let mut record =
                json!({ "id": id(ids, Kind::Source, at), "title": title, "isArchived": archived });
            if let (Some(fields), Some((kind, name))) = (
                record.as_object_mut(),
                kind.and_then(|kind| SOURCE_TYPES.get(kind).map(|name| (kind, name))),
            ) {
                let kind =
                    json!({ "id": id(ids, Kind::SourceType, kind), "title": name, "isArchived": false });
                fields.insert("sourceType".into(), kind);
            }
            record
        })
        .collect()
}

/// Text, type, archived.
pub(crate) const REASONS: &[(&str, &str, bool)] = &[
    ("Not enough experience", "RejectedByOrg", false),
    ("Skills do not match", "RejectedByOrg", false),
    ("Did not pass technical interview", "RejectedByOrg", false),
    ("Another candidate was stronger", "RejectedByOrg", false),
    ("Salary expectation above band", "RejectedByOrg", false),
    ("No work permit", "RejectedByOrg", false),
    ("Position filled", "RejectedByOrg", false),
    ("Accepted another offer", "RejectedByCandidate", false),
    ("Withdrew: no longer interested", "RejectedByCandidate", false),
    ("Withdrew: location", "RejectedByCandidate", false),
    ("Declined our offer", "RejectedByCandidate", false),
    ("No reply", "RejectedByCandidate", false),
    ("Duplicate", "Other", false),
    ("Spam", "Other", false),
    ("Hiring freeze 2023", "Other", true),
];

pub(crate) fn reasons(ids: &Ids) -> Vec<Value> {
    REASONS
        .iter()
        .enumerate()
        .map(|(at, (text, kind, archived))| {
            json!({ "id": id(ids, Kind::ArchiveReason, at), "text": text, "reasonType": kind, "isArchived": archived })
        })
        .collect()
}

/// Title, object, type, options, private, archived.
type FieldRow = (&'static str, &'static str, &'static str, &'static [&'static str], bool, bool);

const FIELDS: &[FieldRow] = &[
    ("Preferred name", "Candidate", "String", &[], false, false),
    ("Available from", "Candidate", "Date", &[], false, false),
    (
        "Notice period",
        "Candidate",
        "ValueSelect",
        &["None", "2 weeks", "1 month", "3 months", "6 months"],
        false,
        false,
    ),
    (
        "Languages",
        "Candidate",
        "MultiValueSelect",
        &["English", "Norwegian", "German", "French", "Polish", "Hindi"],
        false,
        false,
    ),
    ("Years of experience", "Candidate", "Number", &[], false, false),
    ("Current salary", "Candidate", "Currency", &[], true, false),
    ("Open to relocation", "Candidate", "Boolean", &[], false, false),
    ("Work permit notes", "Candidate", "LongText", &[], true, false),
    ("Team size led", "Candidate", "NumberRange", &[], false, false),
    ("Salary expectation", "Candidate", "CompensationRange", &[], true, false),
    ("Shoe size", "Candidate", "Number", &[], false, true),
    ("Portfolio", "Application", "String", &[], false, false),
    ("Screening score", "Application", "Number", &[], false, false),
    ("Interview language", "Application", "ValueSelect", &["English", "Norwegian", "German"], false, false),
    (
        "Assessed skills",
        "Application",
        "MultiValueSelect",
        &["Coding", "Systems", "Communication", "Ownership"],
        false,
        false,
    ),
    ("Assignment due", "Application", "Date", &[], false, false),
    ("Assignment returned", "Application", "Boolean", &[], false, false),
    ("Debrief summary", "Application", "LongText", &[], true, false),
    ("Expected bonus", "Application", "Currency", &[], true, false),
    ("Level range", "Application", "NumberRange", &[], false, false),
    ("Offer corridor", "Application", "CompensationRange", &[], true, false),
    ("Cost centre", "Job", "String", &[], false, false),
    ("Approved on", "Job", "Date", &[], false, false),
    ("Seniority", "Job", "ValueSelect", &["Junior", "Mid", "Senior", "Lead"], false, false),
    ("Works with", "Job", "MultiValueSelect", &["Autonomy", "Cloud", "Plant", "Customers"], false, false),
    ("Headcount", "Job", "Number", &[], false, false),
    ("Sourcing budget", "Job", "Currency", &[], true, false),
    ("Backfill", "Job", "Boolean", &[], false, false),
    ("Hiring brief", "Job", "LongText", &[], false, false),
    ("Grade range", "Job", "NumberRange", &[], false, false),
    ("Budgeted pay", "Job", "CompensationRange", &[], true, false),
    ("Signing bonus", "Offer", "Currency", &[], true, false),
    ("Replacement for", "Opening", "String", &[], false, false),
    ("T-shirt size", "Employee", "ValueSelect", &["S", "M", "L", "XL"], false, false),
    ("Pool owner", "Talent_Project", "String", &[], false, false),
    ("Equipment", "Offer", "MultiValueSelect", &["Laptop", "Desk at home", "Bicycle"], false, false),
    ("Probation until", "Offer", "Date", &[], false, false),
    ("Relocation package", "Offer", "Boolean", &[], false, false),
    ("Approved by board", "Opening", "Boolean", &[], false, false),
];

fn option_value(label: &str) -> String {
    label.to_lowercase().replace(' ', "-")
}

pub(crate) fn custom_fields(ids: &Ids) -> Vec<Value> {
    FIELDS
        .iter()
        .enumerate()
        .map(|(at, (title, object, kind, options, private, archived))| {
            let mut record = json!({
                "id": id(ids, Kind::CustomField, at), "title": title, "objectType": object, "fieldType": kind,
                "isPrivate": private, "isArchived": archived, "isRequired": at % 9 == 2,
            });
            if let (false, Some(fields)) = (options.is_empty(), record.as_object_mut()) {
                let options: Vec<Value> = options
                    .iter()
                    .map(|label| json!({ "label": label, "value": option_value(label), "isArchived": false }))
                    .collect();
                fields.insert("selectableValues".into(), Value::Array(options));
            }
            record
        })
        .collect()
}

/// The values one record has: `per_mille` of its object's fields are set, the others are simply not there.
pub(crate) fn field_values(ids: &Ids, object: &str, draw: &mut Draw, per_mille: u64, now: i64) -> Vec<Value> {
    let mut values = Vec::new();
    for (at, row) in FIELDS.iter().enumerate().filter(|(_, row)| row.1 == object && !row.5) {
        if draw.chance(per_mille) {
            values.push(field_value(ids, at, row, draw, now));
        }
    }
    values
}

fn field_value(ids: &Ids, at: usize, row: &FieldRow, draw: &mut Draw, now: i64) -> Value {
    let (title, _, kind, options, private, _) = row;
    let mut value = Map::new();
    value.insert("id".into(), json!(id(ids, Kind::CustomField, at)));
    value.insert("title".into(), json!(title));
    value.insert("isPrivate".into(), json!(private));
    let content = match *kind {
        "Date" => json!(time::date(now + time::days(draw.between(1, 120)))),
        "Boolean" => json!(draw.chance(500)),
        "Number" => json!(draw.between(1, 20)),
        "Currency" => {
            json!({ "value": draw.between(30, 140) * 1000, "currencyCode": draw.word(&["EUR", "NOK", "USD"]) })
        }
        "NumberRange" => {
            let low = draw.between(1, 8);
            json!({ "type": "number-range", "minValue": low, "maxValue": low + draw.between(1, 6) })
        }
        "CompensationRange" => {
            let low = draw.between(40, 110) * 1000;
            json!({
                "type": "compensation-range", "minValue": low, "maxValue": low + draw.between(5, 30) * 1000,
                "currencyCode": "EUR", "interval": "1 YEAR",
            })
        }
        "ValueSelect" => {
            let label = draw.word(options);
            value.insert("valueLabel".into(), json!(label));
            json!(option_value(label))
        }
        "MultiValueSelect" => {
            let count = usize::try_from(draw.between(1, 3)).unwrap_or(1);
            let labels = draw.some(options, count);
            value.insert("valueLabel".into(), json!(labels));
            json!(labels.iter().map(|label| option_value(label)).collect::<Vec<_>>())
        }
        _ => json!(draw.word(wording(title))),
    };
    value.insert("value".into(), content);
    Value::Object(value)
}

/// What people write into a free field of this title.
fn wording(title: &str) -> &'static [&'static str] {
    match title {
        "Preferred name" => &["Ro", "Sam", "Kit", "Jo", "Max"],
        "Work permit notes" => {
            &["Permit runs until next spring.\nExtension is under way.", "Needs sponsorship from March on."]
        }
        "Portfolio" => &["https://portfolio.example/work", "https://portfolio.example/robots"],
        "Debrief summary" => {
            &["Panel agreed on a second technical round.", "Strong on fundamentals.\nWeak on testing."]
        }
        "Cost centre" => &["4410", "4120", "4705", "5002"],
        "Hiring brief" => &[
            "Replaces a leaver; the team wants someone who enjoys the shop floor.",
            "New role, first of its kind.",
        ],
        _ => &["As discussed", "See attached plan"],
    }
}
