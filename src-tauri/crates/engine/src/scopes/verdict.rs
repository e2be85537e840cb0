//! Verdicts on models and fields, from what is known of the key, the sync and the rows.

use samara_store::Reading;
use samara_store::table::sync::EndpointState;
use samara_unified::{TableInfo, tables};
use serde::Serialize;
use ts_rs::TS;

use super::{Rights, module};
use crate::command::Access;
use crate::{Code, Failure};

/// Rows that fields are looked at in.
const SAMPLE: u32 = 100;

/// Which endpoints fill a model.
const SOURCES: [(&str, &[&str]); 19] = [
    ("ats_users", &["user.list"]),
    ("ats_jobs", &["job.list"]),
    ("ats_job_postings", &["jobPosting.list"]),
    ("ats_candidates", &["candidate.list"]),
    ("ats_application_stages", &["interviewPlan.list"]),
    ("ats_applications", &["application.list"]),
    ("ats_screening_questions", &["jobPosting.list"]),
    ("ats_tags", &["candidateTag.list"]),
    ("ats_interviews", &["interviewSchedule.list"]),
    ("ats_offers", &["offer.list"]),
    ("ats_rejection_reasons", &["archiveReason.list"]),
    ("ats_roles", &["user.list", "hiringTeamRole.list"]),
    ("ats_join_candidates_tags", &["candidate.list"]),
    ("ats_join_jobs_application_stages", &["job.list", "interviewPlan.list"]),
    ("ats_join_jobs_screening_questions", &["jobPosting.list"]),
    ("ats_join_user_job_role_assignments", &["job.list"]),
    ("ats_join_jobs_users", &["job.list"]),
    ("ats_join_users_roles", &["user.list"]),
    ("ats_join_interviews_users", &["interviewSchedule.list"]),
];

const PERMISSIONS: [(&str, &str); 13] = [
    ("user.list", "organizationRead"),
    ("location.list", "organizationRead"),
    ("hiringTeamRole.list", "organizationRead"),
    ("job.list", "jobsRead"),
    ("jobPosting.list", "jobsRead"),
    ("candidate.list", "candidatesRead"),
    ("application.list", "candidatesRead"),
    ("interviewPlan.list", "interviewsRead"),
    ("interviewSchedule.list", "interviewsRead"),
    ("offer.list", "offersRead"),
    ("candidateTag.list", "hiringProcessMetadataRead"),
    ("archiveReason.list", "hiringProcessMetadataRead"),
    ("source.list", "hiringProcessMetadataRead"),
];

/// Fields that need another permission than their model.
const NEEDS: [(&str, &str, &str); 2] =
    [("ats_jobs", "department", "organizationRead"), ("ats_jobs", "location", "organizationRead")];

/// What Ashby never tells; a part of a field after a dot.
const NONE: [(&str, &str); 6] = [
    ("ats_candidates", "location.street_1"),
    ("ats_candidates", "location.street_2"),
    ("ats_candidates", "location.zip_code"),
    ("ats_jobs", "location.street_2"),
    ("ats_join_jobs_screening_questions", "precondition_question_id"),
    ("ats_join_jobs_screening_questions", "precondition_options"),
];

/// The permission an endpoint needs.
pub(super) fn permission(endpoint: &str) -> Option<&'static str> {
    PERMISSIONS.iter().find(|(name, _)| *name == endpoint).map(|(_, permission)| *permission)
}

/// How a model stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum ModelStanding {
    /// It has rows.
    Ok,
    /// It was fetched, and Ashby has none.
    Empty,
    /// The key lacks a permission.
    NoPermission,
    /// It could not be fetched.
    Failed,
    /// It has not been fetched yet.
    NotFetched,
}

/// How a field stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum FieldState {
    /// Some of the rows looked at have it.
    Filled,
    /// None of them has.
    Unfilled,
    /// Ashby has no such thing.
    AshbyHasNone,
    /// The key lacks a permission.
    NeedsPermission,
    /// It has not been fetched yet.
    NotFetched,
}

/// A verdict on a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldVerdict {
    /// Its unified name; a part of it after a dot.
    pub field: String,
    /// How it stands.
    pub state: FieldState,
    /// Rows that have it.
    pub filled: u32,
    /// Rows looked at.
    pub of: u32,
    /// The permission it lacks.
    pub permission: Option<String>,
}

/// A verdict on a model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ModelVerdict {
    /// Its table name.
    pub model: String,
    /// How it stands.
    pub state: ModelStanding,
    /// The permissions it is read by.
    pub permissions: Vec<String>,
    /// What stands in its way, with Ashby's number of the call.
    pub failure: Option<Failure>,
    /// Begin of the last whole pass, UTC.
    pub synced_at: Option<String>,
    /// Rows that are here.
    pub rows: u64,
    /// Field by field.
    pub fields: Vec<FieldVerdict>,
}

/// What the mirror tells.
pub(crate) struct Known {
    endpoints: Vec<EndpointState>,
    models: Vec<Model>,
    owed: u64,
}

struct Model {
    info: &'static TableInfo,
    rows: u64,
    sampled: u32,
    filled: Vec<u32>,
}

impl Known {
    /// Reads it.
    pub(crate) fn read(reading: &Reading<'_>) -> samara_store::Result<Self> {
        let model = |info: &'static TableInfo| {
            let (sampled, filled) = reading.filled(info, SAMPLE)?;
            Ok(Model { info, rows: reading.live_rows(info.table)?, sampled, filled })
        };
        Ok(Self {
            endpoints: reading.endpoints()?,
            models: tables().iter().map(model).collect::<samara_store::Result<_>>()?,
            owed: reading.owed_count()?,
        })
    }
}

/// Judges every model and field.
pub(crate) fn judge(rights: Option<&Rights>, known: &Known) -> Vec<ModelVerdict> {
    known.models.iter().map(|model| judge_model(rights, known, model)).collect()
}

fn judge_model(rights: Option<&Rights>, known: &Known, model: &Model) -> ModelVerdict {
    let table = model.info.table;
    let endpoints =
        SOURCES.iter().find(|(name, _)| *name == table).map_or(&[][..], |(_, endpoints)| endpoints);
    let state_of = |endpoint: &str| known.endpoints.iter().find(|state| state.endpoint == endpoint);
    let mut failure: Option<Failure> = None;
    let (mut synced, mut permissions) = (Vec::new(), Vec::new());
    for endpoint in endpoints {
        let needed = permission(endpoint).unwrap_or_default();
        if !permissions.iter().any(|known| known == needed) {
            permissions.push(needed.to_owned());
        }
        let state = state_of(endpoint);
        synced.push(state.and_then(|state| state.synced_at.clone()));
        let kept = state.and_then(|state| serde_json::from_str::<Failure>(state.failure.as_deref()?).ok());
        let hindered = rights.and_then(|rights| rights.hindrance(endpoint, needed)).or(kept);
        // A permission that lacks explains more than anything else.
        failure = match (failure, hindered) {
            (Some(worse), _) if worse.code == Code::PermissionMissing => Some(worse),
            (one, other) => other.or(one),
        };
    }
    let synced_at = synced.into_iter().min().flatten();
    let state = match (&failure, &synced_at) {
        (Some(failure), _) if failure.code == Code::PermissionMissing => ModelStanding::NoPermission,
        (Some(_), _) => ModelStanding::Failed,
        (None, None) => ModelStanding::NotFetched,
        (None, Some(_)) if model.rows == 0 => ModelStanding::Empty,
        (None, Some(_)) => ModelStanding::Ok,
    };
    let fields = judge_fields(rights, known, model, state, &permissions);
    ModelVerdict { model: table.to_owned(), state, permissions, failure, synced_at, rows: model.rows, fields }
}

fn judge_fields(
    rights: Option<&Rights>,
    known: &Known,
    model: &Model,
    of_model: ModelStanding,
    permissions: &[String],
) -> Vec<FieldVerdict> {
    let table = model.info.table;
    let has_none = |name: &str| NONE.contains(&(table, name));
    let lacking = |permission: &str| {
        rights.is_some_and(|rights| rights.access(module(permission), "read") == Access::No)
    };
    let verdict = |name: &str, filled: u32| {
        let own = NEEDS.iter().find(|(model, field, _)| *model == table && *field == name);
        let needed = own.map(|(_, _, permission)| *permission).filter(|permission| lacking(permission));
        let later = table == "ats_applications" && name == "screening_question_answers" && known.owed > 0;
        let (state, permission) = match of_model {
            _ if has_none(name) => (FieldState::AshbyHasNone, None),
            _ if filled > 0 => (FieldState::Filled, None),
            ModelStanding::NoPermission => (FieldState::NeedsPermission, Some(permissions.join(", "))),
            _ if needed.is_some() => (FieldState::NeedsPermission, needed.map(str::to_owned)),
            _ if model.sampled == 0 && of_model != ModelStanding::Empty => (FieldState::NotFetched, None),
            _ if later => (FieldState::NotFetched, None),
            _ => (FieldState::Unfilled, None),
        };
        FieldVerdict { field: name.to_owned(), state, filled, of: model.sampled, permission }
    };
    let whole =
        model.info.fields.iter().zip(&model.filled).map(|(field, filled)| verdict(field.name, *filled));
    let parts = NONE.iter().filter(|(of, name)| *of == table && name.contains('.'));
    whole.chain(parts.map(|(_, name)| verdict(name, 0))).collect()
}
