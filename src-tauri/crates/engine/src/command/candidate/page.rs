//! One candidate's page, put together from the mirror and what is pending.

use chrono::{DateTime, Utc};
use samara_store::Reading;
use samara_store::table::application::{ApplicationRow, StageRef};
use samara_store::table::candidate::CandidateRecord;
use samara_store::table::history::Stay;
use samara_store::table::intent::State;
use samara_store::table::overlay::ChangeOverlay;
use samara_unified::{Timestamp, shown_fields};
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::command::pipeline::{Pending, days_since, pending};
use crate::outbox::{self, Aside};

/// A mail address or phone number.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Contact {
    /// The address or number.
    pub value: String,
    /// PERSONAL, WORK, OTHER.
    pub kind: Option<String>,
}

/// A page of the candidate elsewhere.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Social {
    /// Its address.
    pub url: String,
    /// LINKEDIN, GITHUB, …
    pub kind: Option<String>,
}

/// A custom field with its value in words.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NamedValue {
    /// The field's title.
    pub label: String,
    /// Its value; empty where an intent clears it.
    pub value: String,
    /// State of the intent that sets or clears it, while Ashby does not show that.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub pending: Option<State>,
}

/// A tag of the candidate.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TagRef {
    /// Unified id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What is pending of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub pending: Option<Pending>,
}

/// The candidate's résumé.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ResumeRef {
    /// File name.
    pub name: String,
}

/// Where a stage lies on the way of an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum StepState {
    /// Been there.
    Past,
    /// There now.
    Current,
    /// Not yet.
    Ahead,
}

/// A stage on the way of an application.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Step {
    /// The stage.
    pub stage: StageRef,
    /// Where it lies.
    pub state: StepState,
    /// When it was entered last, UTC.
    pub entered_at: Option<String>,
    /// Whole days spent in it.
    pub days: Option<i64>,
}

/// An application on the candidate's page.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ApplicationView {
    /// Unified id.
    pub id: String,
    /// Unified id of the job.
    pub job_id: Option<String>,
    /// The job's title.
    pub job: Option<String>,
    /// The job's unified status.
    pub job_status: Option<String>,
    /// PENDING, HIRED, DECLINED.
    pub outcome: Option<String>,
    /// Stage shown, pending moves included.
    pub stage: Option<StageRef>,
    /// The stages of its plan, as far as they matter to it.
    pub steps: Vec<Step>,
    /// Source.
    pub source: Option<String>,
    /// Who is credited.
    pub credited_to: Option<String>,
    /// Created at, UTC.
    pub created_at: Option<String>,
    /// Ended at, UTC.
    pub ended_at: Option<String>,
    /// Why it was archived.
    pub reason: Option<String>,
    /// Whose decision that was: Ashby's `RejectedByOrg`, `RejectedByCandidate`, `Other`.
    pub reason_type: Option<String>,
    /// Whole days in process.
    pub days: Option<i64>,
    /// What is pending.
    pub pending: Option<Pending>,
    /// Whether its stage history is here.
    pub history_known: bool,
}

/// A candidate's page.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CandidateView {
    /// Unified id.
    pub id: String,
    /// The id that was asked for, if Ashby merged that candidate into this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub followed_from: Option<String>,
    /// Name.
    pub name: String,
    /// Job title.
    pub title: Option<String>,
    /// Company.
    pub company: Option<String>,
    /// Location.
    pub location: Option<String>,
    /// Mail addresses, primary first.
    pub emails: Vec<Contact>,
    /// Phone numbers, primary first.
    pub phones: Vec<Contact>,
    /// Pages elsewhere.
    pub socials: Vec<Social>,
    /// Source.
    pub source: Option<String>,
    /// Who is credited.
    pub credited_to: Option<String>,
    /// School.
    pub school: Option<String>,
    /// Tags.
    pub tags: Vec<TagRef>,
    /// Custom fields.
    pub fields: Vec<NamedValue>,
    /// Created at, UTC.
    pub created_at: Option<String>,
    /// Updated at, UTC.
    pub updated_at: Option<String>,
    /// The page in Ashby.
    pub url: Option<String>,
    /// The résumé, if there is one.
    pub resume: Option<ResumeRef>,
    /// Names of all other files.
    pub files: Vec<String>,
    /// Applications, live ones first.
    pub applications: Vec<ApplicationView>,
    /// When the page was last read from Ashby as a whole, UTC.
    pub fresh_at: Option<String>,
}

/// Puts the page together; `None` when the candidate is not here.
pub(super) fn candidate(
    reading: &Reading<'_>,
    id: &str,
    now: DateTime<Utc>,
) -> samara_store::Result<Option<CandidateView>> {
    let Some(record) = reading.candidate(id)? else { return Ok(None) };
    let applications = reading.candidate_applications(id)?;
    let changes = reading.changes(id)?;
    let applications = applications.into_iter().map(|row| application(reading, row, &changes, now));
    let applications = applications.collect::<Result<_, _>>()?;
    let text = |column: &str| record.columns.get(column).and_then(Value::as_str).map(str::to_owned);
    let resume = record.columns.get("_resume").filter(|resume| resume.is_object());
    let resume_id = resume.and_then(|resume| resume["id"].as_str());
    Ok(Some(CandidateView {
        followed_from: None,
        id: record.id.clone(),
        name: text("_full_name").unwrap_or_default(),
        title: text("title"),
        company: text("company"),
        location: text("_location"),
        emails: contacts(&record, "email_addresses", "email_address"),
        phones: contacts(&record, "phone_numbers", "phone_number"),
        socials: contacts(&record, "social_media", "link")
            .into_iter()
            .map(|contact| Social { url: contact.value, kind: contact.kind })
            .collect(),
        source: text("source"),
        credited_to: text("_credited_to"),
        school: text("_school"),
        fields: fields(&record, &changes)?,
        created_at: text("remote_created_at"),
        updated_at: text("remote_updated_at"),
        url: text("remote_url"),
        resume: resume
            .map(|resume| ResumeRef { name: resume["name"].as_str().unwrap_or("Résumé").to_owned() }),
        files: items(&record, "_files")
            .filter(|file| file["id"].as_str() != resume_id)
            .filter_map(|file| file["name"].as_str().map(str::to_owned))
            .collect(),
        tags: tags(reading, &record)?,
        applications,
        fresh_at: reading.fresh_at("candidate", id)?,
    }))
}

/// The tags as they will be: put on and taken off as far as asked for.
fn tags(reading: &Reading<'_>, record: &CandidateRecord) -> samara_store::Result<Vec<TagRef>> {
    let known = record.tags.iter();
    let mut tags: Vec<TagRef> =
        known.map(|(id, name)| TagRef { id: id.clone(), name: name.clone(), pending: None }).collect();
    for change in reading.changes(&record.id)? {
        let alike = |tag: &TagRef| tag.name.to_lowercase() == change.value.to_lowercase();
        let pending = Pending {
            intent_id: change.intent_id.clone(),
            state: samara_store::table::intent::State::parse(&change.state)?,
            label: "Not sent yet".to_owned(),
        };
        match change.kind.as_str() {
            "tag" if !tags.iter().any(alike) => tags.push(TagRef {
                id: change.intent_id.clone(),
                name: change.value.clone(),
                pending: Some(pending),
            }),
            "untag" => tags.retain(|tag| !alike(tag)),
            _ => {}
        }
    }
    Ok(tags)
}

fn items<'a>(record: &'a CandidateRecord, column: &str) -> impl Iterator<Item = &'a Value> {
    record.columns.get(column).and_then(Value::as_array).into_iter().flatten()
}

fn contacts(record: &CandidateRecord, column: &str, key: &str) -> Vec<Contact> {
    items(record, column)
        .filter_map(|item| {
            Some(Contact {
                value: item[key].as_str()?.to_owned(),
                kind: item["type"].as_str().map(str::to_owned),
            })
        })
        .collect()
}

/// The custom fields as they will be.
fn fields(record: &CandidateRecord, changes: &[ChangeOverlay]) -> samara_store::Result<Vec<NamedValue>> {
    let integration = record.columns.get("integration_fields").unwrap_or(&Value::Null);
    let display = record.columns.get("_display").filter(|display| !display.is_null());
    named(integration, display, changes, None)
}

/// The custom fields of a candidate, or of an application, with what is pending in its place.
pub(in crate::command) fn named(
    integration: &Value,
    display: Option<&Value>,
    changes: &[ChangeOverlay],
    application: Option<&str>,
) -> samara_store::Result<Vec<NamedValue>> {
    let shown = shown_fields(integration, display).into_iter();
    let mut fields: Vec<NamedValue> =
        shown.map(|(label, value)| NamedValue { label, value, pending: None }).collect();
    for change in changes {
        let Some(aside) = Aside::of(&change.kind, &change.value) else { continue };
        if aside.application_id.as_deref() != application || aside.key.is_empty() {
            continue;
        }
        let pending = Some(State::parse(&change.state)?);
        fields.retain(|field| field.label != aside.label);
        fields.push(NamedValue { label: aside.label, value: aside.words.unwrap_or_default(), pending });
    }
    Ok(fields)
}

fn application(
    reading: &Reading<'_>,
    row: ApplicationRow,
    changes: &[ChangeOverlay],
    now: DateTime<Utc>,
) -> samara_store::Result<ApplicationView> {
    let overlay = reading.overlay(&row.id)?;
    let overlaid = overlay.as_ref().map(|overlay| reading.stage(&overlay.stage_id)).transpose()?.flatten();
    let stage = overlaid.map(|(stage, _)| stage).or(row.stage);
    let history = reading.history(&row.id)?;
    let plan = stage.as_ref().map(|stage| reading.plan_of_stage(&stage.id)).transpose()?.flatten();
    let stages = reading.plan_stages(plan.or(row.plan).as_deref().unwrap_or_default())?;
    let source = outbox::aside(changes, "source", Some(&row.id), "");
    let job = overlay.as_ref().and_then(|overlay| overlay.job_id.clone());
    let job = job.filter(|job| Some(job) != row.job_id.as_ref());
    let job = job.map(|id| reading.job(&id)).transpose()?.flatten();
    let (job_id, job_title, job_status) = match job {
        Some(job) => (Some(job.id), Some(job.title), job.status),
        None => (row.job_id, row.job, row.job_status),
    };
    let outcome = match overlay.as_ref().and(stage.as_ref()).map(|stage| stage.kind.as_str()) {
        None => row.outcome,
        Some("Archived") => Some("DECLINED".to_owned()),
        Some("Hired") => Some("HIRED".to_owned()),
        Some(_) => Some("PENDING".to_owned()),
    };
    let live = outcome.as_deref() == Some("PENDING");
    let ended_at = if live { None } else { row.rejected_at.clone().or_else(|| row.entered_at.clone()) };
    let end = ended_at.as_deref().and_then(Timestamp::parse).and_then(|at| at.to_utc()).unwrap_or(now);
    Ok(ApplicationView {
        steps: steps(
            stages,
            stage.as_ref(),
            &history,
            overlay.as_ref().map(|overlay| overlay.at.as_str()),
            now,
        ),
        pending: overlay.as_ref().map(pending).transpose()?,
        history_known: !history.is_empty(),
        days: days_since(row.created_at.as_deref(), end),
        id: row.id,
        job_id,
        job: job_title,
        job_status,
        outcome,
        stage,
        source: source.map_or(row.source, |aside| aside.words),
        credited_to: row.credited_to,
        created_at: row.created_at,
        ended_at,
        reason: row.reason,
        reason_type: row.reason_type,
    })
}

/// The stages of the plan in order; hired and archived ones only where the application stands there.
fn steps(
    stages: Vec<StageRef>,
    current: Option<&StageRef>,
    history: &[Stay],
    moved_at: Option<&str>,
    now: DateTime<Utc>,
) -> Vec<Step> {
    let at = current.and_then(|current| stages.iter().position(|stage| stage.id == current.id));
    let ended = current.is_some_and(|current| matches!(current.kind.as_str(), "Hired" | "Archived"));
    let mut steps = Vec::new();
    for (index, stage) in stages.into_iter().enumerate() {
        let here = Some(index) == at;
        if matches!(stage.kind.as_str(), "Hired" | "Archived") && !here {
            continue;
        }
        let stays: Vec<&Stay> = history.iter().filter(|stay| stay.stage_id == stage.id).collect();
        let been = !stays.is_empty();
        let state = match (here, at) {
            (true, _) => StepState::Current,
            (false, Some(at)) if index < at && (been || !ended) => StepState::Past,
            _ if been => StepState::Past,
            _ => StepState::Ahead,
        };
        let (entered_at, days) = match (here, moved_at) {
            (true, Some(moved_at)) => (Some(moved_at.to_owned()), days_since(Some(moved_at), now)),
            _ => (stays.last().and_then(|stay| stay.entered_at.clone()), spent(&stays, now)),
        };
        steps.push(Step { stage, state, entered_at, days });
    }
    steps
}

fn spent(stays: &[&Stay], now: DateTime<Utc>) -> Option<i64> {
    let time = |text: Option<&str>| Timestamp::parse(text?)?.to_utc();
    let spans = stays.iter().filter_map(|stay| {
        let entered = time(stay.entered_at.as_deref())?;
        Some((time(stay.left_at.as_deref()).unwrap_or(now) - entered).num_seconds().max(0))
    });
    let total: i64 = spans.sum();
    (!stays.is_empty()).then_some(total / 86_400)
}
