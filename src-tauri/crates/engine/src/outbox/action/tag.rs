//! `add_tag_to_candidate` and its opposite

use samara_store::Reading;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::intention::{Intention, Ref, Shown, Step};
use super::super::queue::{ADD_TAG, Asking, Draft, REMOVE_TAG};
use super::{Person, person, said};
use crate::{Code, Failure};

/// A tag by its name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TagName {
    /// The name; made in Ashby when there is none.
    pub name: String,
}

/// Input of `add_tag_to_candidate` and `remove_tag_from_candidate`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TagInput {
    /// Unified id of the candidate, or `remote:<Ashby id>`.
    pub candidate_id: String,
    /// The tag.
    pub tag: TagName,
}

/// Whether the person is seen with the tag, what is pending included.
fn worn(reading: &Reading<'_>, person: &Person, name: &str) -> Result<bool, Failure> {
    let pending = reading.changes(&person.id)?.into_iter().rev();
    let mut pending = pending.filter(|change| matches!(change.kind.as_str(), "tag" | "untag"));
    match pending.find(|change| change.value.to_lowercase() == name.to_lowercase()) {
        Some(change) => Ok(change.kind == "tag"),
        None => Ok(reading.tag_of(&person.id, None, Some(name))?.is_some()),
    }
}

pub(super) fn add(reading: &Reading<'_>, asking: &Asking, input: &TagInput) -> Result<Draft, Failure> {
    let person = person(reading, asking, &input.candidate_id)?;
    let name = said(&input.tag.name, "The tag's name")?;
    if worn(reading, &person, name)? {
        return Err(Failure::already(format!("{} already has the tag {name}.", person.name)));
    }
    let known = reading.tag_named(name)?;
    if known.as_ref().is_some_and(|tag| tag.is_archived) {
        return Err(Failure::new(
            Code::RemoteInputInvalid,
            format!("The tag {name} is archived in Ashby."),
            "Bring the tag back in Ashby, or use another one.",
        ));
    }
    let name = known.as_ref().map_or(name, |tag| tag.name.as_str()).to_owned();
    let candidate = person.remote_id.clone();
    let (steps, core) = match known {
        Some(tag) => (vec![Step::AddTag { candidate, tag: Ref::Is(tag.remote_id) }], 0),
        None => (vec![Step::MakeTag { title: name.clone() }, Step::AddTag { candidate, tag: Ref::Of(0) }], 1),
    };
    let words = (format!("Tag {} {name}", person.name), format!("Tagged {} {name}", person.name));
    draft(ADD_TAG, person, words, ("tag", name), (steps, core), input)
}

pub(super) fn remove(reading: &Reading<'_>, asking: &Asking, input: &TagInput) -> Result<Draft, Failure> {
    let person = person(reading, asking, &input.candidate_id)?;
    let name = said(&input.tag.name, "The tag's name")?;
    if !worn(reading, &person, name)? {
        return Err(Failure::already(format!("{} already goes without the tag {name}.", person.name)));
    }
    let known = match reading.tag_of(&person.id, None, Some(name))? {
        None => reading.tag_named(name)?,
        worn => worn,
    };
    let name = known.as_ref().map_or(name, |tag| tag.name.as_str()).to_owned();
    let candidate = person.remote_id.clone();
    let (steps, core) = match known {
        Some(tag) => (vec![Step::RemoveTag { candidate, tag: Ref::Is(tag.remote_id) }], 0),
        // Asking for it again is how Ashby tells the id of a tag that came with the intent before.
        None => {
            (vec![Step::MakeTag { title: name.clone() }, Step::RemoveTag { candidate, tag: Ref::Of(0) }], 1)
        }
    };
    let words = (
        format!("Take the tag {name} off {}", person.name),
        format!("Took the tag {name} off {}", person.name),
    );
    draft(REMOVE_TAG, person, words, ("untag", name), (steps, core), input)
}

fn draft(
    action: &'static str,
    person: Person,
    words: (String, String),
    shown: (&str, String),
    (steps, core): (Vec<Step>, usize),
    input: &TagInput,
) -> Result<Draft, Failure> {
    Ok(Draft {
        action,
        title: words.0,
        label: words.1,
        detail: String::new(),
        candidate_id: person.id,
        application_id: None,
        input: serde_json::to_value(input).map_err(|_| Failure::defect("input"))?,
        intention: Intention {
            steps,
            core,
            shown: vec![Shown { kind: shown.0.to_owned(), value: shown.1 }],
            candidate: Some(person.remote_id),
            ..Intention::default()
        },
        undo: true,
        files: Vec::new(),
    })
}
