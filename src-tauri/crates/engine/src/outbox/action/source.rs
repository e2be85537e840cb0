//! `change_application_source`

use samara_ashby::model as ashby;
use samara_store::Reading;
use samara_store::table::reference::Kind;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

use super::super::intention::{Aside, Back, Intention, Shown, Step};
use super::super::queue::{Asking, Draft};
use super::{CHANGE_SOURCE, applicant, asides};
use crate::Failure;

/// Input of `change_application_source`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SourceInput {
    /// Unified id of the application, or `remote:<Ashby id>`.
    pub application_id: String,
    /// Ashby's id of the source; null takes the source away.
    pub source_id: Option<String>,
}

/// A source by Ashby's id and in words.
type Named = (Option<String>, Option<String>);

/// The source an application is seen with, what is pending included.
fn seen(
    reading: &Reading<'_>,
    candidate: &str,
    application: &str,
    sources: &[ashby::Source],
) -> Result<Named, Failure> {
    let pending = asides(reading, candidate, "source")?.into_iter().rev();
    let mut pending = pending.filter(|aside| aside.application_id.as_deref() == Some(application));
    if let Some(aside) = pending.next() {
        return Ok((aside.raw.as_str().map(str::to_owned), aside.words));
    }
    let name = reading.application(application)?.and_then(|row| row.source);
    // The row tells the name alone; two sources of one name cannot be told apart by it.
    let known = sources.iter().find(|source| source.title == name && name.is_some());
    Ok((known.map(|source| source.id.as_str().to_owned()), name))
}

pub(super) fn change(reading: &Reading<'_>, asking: &Asking, input: &SourceInput) -> Result<Draft, Failure> {
    let (application, person) = applicant(reading, asking, &input.application_id)?;
    let sources: Vec<ashby::Source> =
        reading.references(Kind::Source)?.iter().filter_map(|json| serde_json::from_str(json).ok()).collect();
    let wanted = input.source_id.as_deref().map(|id| id.strip_prefix("remote:").unwrap_or(id));
    let source = wanted.map(|id| {
        let usable = |source: &&ashby::Source| source.id.as_str() == id && source.is_archived != Some(true);
        sources.iter().find(usable).ok_or_else(|| {
            Failure::input("This source cannot be used.", "Choose one of the sources that are in use.")
        })
    });
    let source = source.transpose()?;
    let name = source.and_then(|source| source.title.clone());
    let (before, before_name) = seen(reading, &person.id, &application.id, &sources)?;
    if before.as_deref() == wanted && name == before_name {
        return Err(Failure::already(format!("{} already has this source.", person.name)));
    }
    let aside = Aside {
        application_id: Some(application.id.clone()),
        key: String::new(),
        label: String::new(),
        raw: wanted.map_or(Value::Null, |id| json!(id)),
        words: name.clone(),
    };
    let shown = serde_json::to_string(&aside).map_err(|_| Failure::defect("overlay"))?;
    let to = name.unwrap_or_else(|| "No source".to_owned());
    Ok(Draft {
        action: CHANGE_SOURCE,
        title: format!("Change the source of {} to {to}", person.name),
        label: format!("Changed the source of {} to {to}", person.name),
        detail: format!(
            "{} · {} → {to}",
            application.job.as_deref().unwrap_or("No job"),
            before_name.as_deref().unwrap_or("No source")
        ),
        candidate_id: person.id,
        application_id: Some(application.id.clone()),
        input: serde_json::to_value(input).map_err(|_| Failure::defect("input"))?,
        intention: Intention {
            steps: vec![Step::ChangeSource {
                application: application.remote_id.clone(),
                source: wanted.map(str::to_owned),
                seen: before_name.clone(),
            }],
            shown: vec![Shown { kind: "source".to_owned(), value: shown }],
            touched: Some(application.remote_id),
            back: Some(Back {
                action: CHANGE_SOURCE.to_owned(),
                input: json!({ "application_id": application.id, "source_id": before }),
            }),
            ..Intention::default()
        },
        undo: true,
        files: Vec::new(),
    })
}
