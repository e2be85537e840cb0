//! `add_result_link_to_application` and `…_to_candidate`: a note, and custom fields when there are details

use samara_store::Reading;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::intention::{Intention, Shown, Step};
use super::super::queue::{Asking, Draft};
use super::field::{self, Wanted};
use super::note::escaped;
use super::{LINK_APPLICATION, LINK_CANDIDATE, Person, applicant, person, said};
use crate::Failure;

/// One detail.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Attribute {
    /// Short name.
    pub key: String,
    /// Its value, text.
    pub value: String,
}

/// Details to keep as custom fields.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LinkDetails {
    /// What the fields' names begin with.
    pub custom_field_name_prefix: String,
    /// The details.
    pub attributes: Vec<Attribute>,
}

/// Input of `add_result_link_to_application`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ApplicationLinkInput {
    /// Unified id of the application, or `remote:<Ashby id>`.
    pub application_id: String,
    /// What people click on.
    pub label: String,
    /// Where it leads.
    pub url: String,
    /// Details to keep as custom fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub details: Option<LinkDetails>,
}

/// Input of `add_result_link_to_candidate`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CandidateLinkInput {
    /// Unified id of the candidate, or `remote:<Ashby id>`.
    pub candidate_id: String,
    /// What people click on.
    pub label: String,
    /// Where it leads.
    pub url: String,
    /// Details to keep as custom fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub details: Option<LinkDetails>,
}

struct Link<'a> {
    label: &'a str,
    url: &'a str,
    job: Option<&'a str>,
    details: Option<&'a LinkDetails>,
}

pub(super) fn on_application(
    reading: &Reading<'_>,
    asking: &Asking,
    input: &ApplicationLinkInput,
) -> Result<Draft, Failure> {
    let (application, person) = applicant(reading, asking, &input.application_id)?;
    let link = Link {
        label: &input.label,
        url: &input.url,
        job: application.job.as_deref(),
        details: input.details.as_ref(),
    };
    let kept = serde_json::to_value(input).map_err(|_| Failure::defect("input"))?;
    let object = ("Application", application.remote_id.as_str());
    let draft = draft(reading, asking, LINK_APPLICATION, person, &link, object, kept)?;
    Ok(Draft { application_id: Some(application.id), ..draft })
}

pub(super) fn on_candidate(
    reading: &Reading<'_>,
    asking: &Asking,
    input: &CandidateLinkInput,
) -> Result<Draft, Failure> {
    let person = person(reading, asking, &input.candidate_id)?;
    let link = Link { label: &input.label, url: &input.url, job: None, details: input.details.as_ref() };
    let kept = serde_json::to_value(input).map_err(|_| Failure::defect("input"))?;
    let remote_id = person.remote_id.clone();
    draft(reading, asking, LINK_CANDIDATE, person, &link, ("Candidate", &remote_id), kept)
}

fn draft(
    reading: &Reading<'_>,
    asking: &Asking,
    action: &'static str,
    person: Person,
    link: &Link<'_>,
    object: (&str, &str),
    input: serde_json::Value,
) -> Result<Draft, Failure> {
    let label = said(link.label, "The label")?;
    if !["https://", "http://"].iter().any(|scheme| link.url.starts_with(scheme))
        || link.url.chars().any(char::is_whitespace)
    {
        return Err(Failure::input("This is not a web address.", "Give one that begins with https://."));
    }
    let text = html(link);
    let mut steps = vec![Step::WriteNote {
        candidate: person.remote_id.clone(),
        html: true,
        text: text.clone(),
        at: asking.now.as_str().to_owned(),
        private: false,
    }];
    let mut remarks = Vec::new();
    if let Some(details) = link.details {
        let prefix = said(&details.custom_field_name_prefix, "custom_field_name_prefix")?;
        let mut wanted = Vec::new();
        for Attribute { key, value } in &details.attributes {
            let title = format!("{prefix} {}", said(key, "The key of an attribute")?);
            wanted.push(Wanted { title, value: value.clone(), kind: "String" });
        }
        let title = format!("{prefix} {label}");
        wanted.push(Wanted { title, value: link.url.to_owned(), kind: "Url" });
        let (fills, left_out) = field::fill(reading, object, wanted, steps.len())?;
        steps.extend(fills);
        remarks = left_out;
    }
    let touched = (object.0 == "Application" && steps.len() > 1).then(|| object.1.to_owned());
    Ok(Draft {
        action,
        title: format!("Add the link {label} to {}", person.name),
        label: format!("Added the link {label} to {}", person.name),
        detail: "Cannot be taken back once sent".to_owned(),
        candidate_id: person.id,
        application_id: None,
        input,
        intention: Intention {
            steps,
            shown: vec![Shown { kind: "note".to_owned(), value: text }],
            remarks,
            candidate: Some(person.remote_id),
            touched,
            ..Intention::default()
        },
        undo: false,
        files: Vec::new(),
    })
}

/// Only what Ashby keeps of HTML.
fn html(link: &Link<'_>) -> String {
    let mut html = format!("<a href=\"{}\">{}</a>", escaped(link.url), escaped(link.label.trim()));
    if let Some(job) = link.job {
        html.push_str(&format!(" ({})", escaped(job)));
    }
    let attributes = link.details.map(|details| details.attributes.as_slice()).unwrap_or_default();
    if !attributes.is_empty() {
        html.push_str("<ul>");
        for Attribute { key, value } in attributes {
            html.push_str(&format!("<li>{}: {}</li>", escaped(key), escaped(value)));
        }
        html.push_str("</ul>");
    }
    html
}
