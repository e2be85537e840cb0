//! `add_note_to_application`, and on a candidate

use samara_store::Reading;
use samara_store::table::application::ApplicationRow;
use samara_unified::{note_html, plain_text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::intention::{Intention, Shown, Step};
use super::super::queue::{Asking, Draft};
use super::{NOTE_APPLICATION, NOTE_CANDIDATE, Person, applicant, person, said};
use crate::Failure;

/// Input of `add_note_to_application`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ApplicationNoteInput {
    /// Unified id of the application, or `remote:<Ashby id>`.
    pub application_id: String,
    /// Plain text, or HTML if `html` says so.
    pub content: String,
    /// Whether the content is HTML; Ashby keeps `<b> <i> <u> <a> <ul> <ol> <li> <code> <pre>` of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub html: bool,
    /// Whether only people with the right to private fields see it. The key needs that right too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub private: bool,
}

/// Input of `add_note_to_candidate`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CandidateNoteInput {
    /// Unified id of the candidate, or `remote:<Ashby id>`.
    pub candidate_id: String,
    /// Plain text, or HTML if `html` says so.
    pub content: String,
    /// Whether the content is HTML; Ashby keeps `<b> <i> <u> <a> <ul> <ol> <li> <code> <pre>` of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub html: bool,
    /// Whether only people with the right to private fields see it. The key needs that right too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub private: bool,
}

pub(super) fn on_application(
    reading: &Reading<'_>,
    asking: &Asking,
    input: &ApplicationNoteInput,
) -> Result<Draft, Failure> {
    let (application, person) = applicant(reading, asking, &input.application_id)?;
    let writing = Writing::of(&input.content, input.html, input.private)?;
    let text = match job_line(reading, &application)? {
        Some(line) if writing.html => format!("{}<br>{}", escaped(&line), writing.text),
        Some(line) => format!("{line}\n{}", writing.text),
        None => writing.text,
    };
    let writing = Writing { text, ..writing };
    let detail = application.job.clone().unwrap_or_else(|| "No job".to_owned());
    let kept = serde_json::to_value(input).map_err(|_| Failure::defect("input"))?;
    Ok(Draft {
        application_id: Some(application.id),
        detail,
        ..draft(asking, NOTE_APPLICATION, person, writing, kept)
    })
}

pub(super) fn on_candidate(
    reading: &Reading<'_>,
    asking: &Asking,
    input: &CandidateNoteInput,
) -> Result<Draft, Failure> {
    let person = person(reading, asking, &input.candidate_id)?;
    let writing = Writing::of(&input.content, input.html, input.private)?;
    let kept = serde_json::to_value(input).map_err(|_| Failure::defect("input"))?;
    Ok(draft(asking, NOTE_CANDIDATE, person, writing, kept))
}

/// What is written, and how.
struct Writing {
    text: String,
    html: bool,
    private: bool,
}

impl Writing {
    fn of(content: &str, html: bool, private: bool) -> Result<Self, Failure> {
        if !html {
            return Ok(Self { text: said(content, "The note")?.to_owned(), html, private });
        }
        let text = note_html(content).trim().to_owned();
        said(&plain_text(&text), "The note")?;
        Ok(Self { text, html, private })
    }
}

fn draft(
    asking: &Asking,
    action: &'static str,
    person: Person,
    Writing { text, html, private }: Writing,
    input: serde_json::Value,
) -> Draft {
    Draft {
        action,
        title: format!("Write a note on {}", person.name),
        label: format!("Wrote a note on {}", person.name),
        detail: "Cannot be taken back once sent".to_owned(),
        candidate_id: person.id,
        application_id: None,
        input,
        intention: Intention {
            shown: vec![Shown {
                kind: "note".to_owned(),
                value: if html { text.clone() } else { shown(&text) },
            }],
            candidate: Some(person.remote_id.clone()),
            steps: vec![Step::WriteNote {
                candidate: person.remote_id,
                html,
                text,
                at: asking.now.as_str().to_owned(),
                private,
            }],
            ..Intention::default()
        },
        undo: false,
        files: Vec::new(),
    }
}

/// Ashby's notes belong to the person: with several applications the first line says which is meant.
pub(super) fn with_job(
    reading: &Reading<'_>,
    application: &ApplicationRow,
    text: &str,
) -> Result<String, Failure> {
    Ok(match job_line(reading, application)? {
        Some(line) => format!("{line}\n{text}"),
        None => text.to_owned(),
    })
}

fn job_line(reading: &Reading<'_>, application: &ApplicationRow) -> Result<Option<String>, Failure> {
    let several = reading.candidate_applications(&application.candidate_id)?.len() > 1;
    Ok(application.job.as_deref().filter(|_| several).map(|job| format!("[{job}]")))
}

/// Plain text as the page shows it.
pub(super) fn shown(text: &str) -> String {
    escaped(text).replace('\n', "<br>")
}

/// Text that stays text in HTML.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
