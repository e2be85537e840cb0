//! `add_candidate_to_project` and its opposite

use samara_ashby::model as ashby;
use samara_store::Reading;
use samara_store::table::reference::Kind;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

use super::super::intention::{Back, Intention, Shown, Step};
use super::super::queue::{Asking, Draft};
use super::{ADD_PROJECT, REMOVE_PROJECT, person};
use crate::Failure;

/// Input of `add_candidate_to_project` and `remove_candidate_from_project`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InProjectInput {
    /// Unified id of the candidate, or `remote:<Ashby id>`.
    pub candidate_id: String,
    /// Ashby's id of the project.
    pub project_id: String,
}

pub(super) fn change(
    reading: &Reading<'_>,
    asking: &Asking,
    input: &InProjectInput,
    add: bool,
) -> Result<Draft, Failure> {
    let person = person(reading, asking, &input.candidate_id)?;
    let id = input.project_id.strip_prefix("remote:").unwrap_or(&input.project_id);
    let records = reading.references(Kind::Project)?;
    let mut projects = records.iter().filter_map(|json| serde_json::from_str::<ashby::Project>(json).ok());
    let project =
        projects.find(|project| project.id.as_str() == id && (!add || project.is_archived != Some(true)));
    let project = project.ok_or_else(|| {
        Failure::input("This project cannot be used.", "Choose one of the projects that are in use.")
    })?;
    let name = project.title.unwrap_or_else(|| "Project".to_owned());
    if reading.seen_projects(&person.id)?.iter().any(|known| known == id) == add {
        let said = if add { "is in" } else { "is not in" };
        return Err(Failure::already(format!("{} {said} the project {name} already.", person.name)));
    }
    let (action, back, kind) = match add {
        true => (ADD_PROJECT, REMOVE_PROJECT, "project"),
        false => (REMOVE_PROJECT, ADD_PROJECT, "unproject"),
    };
    let (title, label) = match add {
        true => (
            format!("Put {} into the project {name}", person.name),
            format!("Put {} into the project {name}", person.name),
        ),
        false => (
            format!("Take {} out of the project {name}", person.name),
            format!("Took {} out of the project {name}", person.name),
        ),
    };
    Ok(Draft {
        action,
        title,
        label,
        detail: String::new(),
        application_id: None,
        input: serde_json::to_value(input).map_err(|_| Failure::defect("input"))?,
        intention: Intention {
            steps: vec![Step::Project { candidate: person.remote_id.clone(), project: id.to_owned(), add }],
            shown: vec![Shown { kind: kind.to_owned(), value: id.to_owned() }],
            candidate: Some(person.remote_id),
            back: Some(Back {
                action: back.to_owned(),
                input: json!({ "candidate_id": person.id, "project_id": id }),
            }),
            ..Intention::default()
        },
        candidate_id: person.id,
        undo: true,
        files: Vec::new(),
    })
}
