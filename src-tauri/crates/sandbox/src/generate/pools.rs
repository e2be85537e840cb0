//! Talent pools, interviewer pools, mail templates and other short lists.

use serde_json::{Value, json};

use super::metadata::field_values;
use super::{Workspace, time};
use crate::draw::{Draw, Stream};
use crate::ids::{Ids, Kind};

/// Title, description, archived, confidential.
const PROJECTS: &[(&str, Option<&str>, bool, bool)] = &[
    ("Silver medallists", Some("Second place in a final round; ask again."), false, false),
    ("Robotics PhDs 2027", Some("Finishing next year."), false, false),
    ("Porto plant ramp-up", None, false, false),
    ("Future engineering leads", Some("For the second Berlin team."), false, false),
    ("Board succession", Some("Strictly between us."), false, true),
    ("Career fair 2023", None, true, false),
    ("Night shift volunteers", None, false, false),
];

pub(crate) fn projects(seed: u64, ids: &Ids, now: i64) -> Vec<Value> {
    (0..)
        .zip(PROJECTS)
        .map(|(index, (title, description, archived, confidential))| {
            let mut draw = Draw::at(seed, Stream::Pool, index);
            let mut record = json!({
                "id": ids.id(Kind::Project, index), "title": title, "isArchived": archived,
                "confidential": confidential, "authorId": ids.id(Kind::User, draw.below(12)),
                "createdAt": time::iso(now - time::days(draw.between(40, 800))),
                "customFieldEntries": field_values(ids, "Talent_Project", &mut draw, 600, now),
            });
            if let (true, Some(fields)) = (description.is_some() || index == 2, record.as_object_mut()) {
                fields.insert("description".into(), json!(description));
            }
            record
        })
        .collect()
}

impl Workspace {
    /// The projects a candidate starts in.
    pub fn projects_of(&self, candidate: u32) -> Vec<u64> {
        if candidate >= self.candidates {
            return Vec::new();
        }
        let mut draw = Draw::at(self.seed, Stream::Pool, u64::from(candidate) | (1 << 40));
        if !draw.chance(110) {
            return Vec::new();
        }
        let all: Vec<u64> = (0..).zip(PROJECTS).map(|(index, _)| index).collect();
        let count = if draw.chance(200) { 2 } else { 1 };
        draw.some(&all, count).into_iter().copied().collect()
    }
}

/// Title and what it may be used for.
const TEMPLATES: &[(&str, &[&str])] = &[
    ("Thank you, but no", &["email"]),
    ("Rejection after interview", &["email"]),
    ("Position filled", &["email"]),
    ("First contact on LinkedIn", &["inMail", "linkedInConnection"]),
    ("First contact", &["email", "inMail"]),
];

pub(crate) fn templates(ids: &Ids, now: i64) -> Vec<Value> {
    (0..)
        .zip(TEMPLATES)
        .map(|(index, (title, types))| {
            json!({
                "id": ids.id(Kind::Template, index), "title": title, "intendedTypes": types,
                "createdAt": time::iso(now - time::days(500 - index * 40)),
                "updatedAt": time::iso(now - time::days(90 - index * 9)),
            })
        })
        .collect()
}

pub(crate) fn close_reasons(ids: &Ids) -> Vec<Value> {
    (0..)
        .zip([("Hired", false), ("Budget withdrawn", false), ("Need passed", false), ("Freeze 2023", true)])
        .map(|(index, (text, archived))| {
            json!({ "id": ids.id(Kind::CloseReason, index), "reasonText": text, "isArchived": archived })
        })
        .collect()
}

/// Title, archived, whether newcomers are trained.
const POOLS: &[(&str, bool, bool)] = &[
    ("Technical interviewers", false, true),
    ("Culture conversations", false, false),
    ("Old panel", true, false),
];

pub(crate) fn pools(ids: &Ids) -> Vec<Value> {
    (0..)
        .zip(POOLS)
        .map(|(index, (title, archived, trains))| {
            let mut record =
                json!({ "id": ids.id(Kind::Pool, index), "title": title, "isArchived": archived });
            if let (true, Some(fields)) = (trains, record.as_object_mut()) {
                let stages: Vec<Value> = [("Shadow", 2), ("ReverseShadow", 1)]
                    .iter()
                    .zip(1..)
                    .map(|((role, count), part)| {
                        json!({
                            "id": ids.id(Kind::PoolPart, index * 8 + part), "interviewerRole": role,
                            "interviewsRequired": count, "isArchived": false, "approvalRequired": part == 2,
                        })
                    })
                    .collect();
                let path =
                    json!({ "id": ids.id(Kind::PoolPart, index * 8), "enabled": true, "trainingStages": stages });
                fields.insert("trainingPath".into(), path);
            }
            record
        })
        .collect()
}
