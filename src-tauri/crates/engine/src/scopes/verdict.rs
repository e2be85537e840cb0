//! Verdicts on models and fields, from what is known of the key, the sync and the rows.

use std::collections::{BTreeMap, HashMap};

use samara_ashby::model::CustomFieldDefinition;
use samara_store::Reading;
use samara_store::table::reference::Kind;
use samara_store::table::sync::EndpointState;
use samara_unified::{Remapping, TableInfo, custom_object, tables};
use serde::{Deserialize, Serialize};
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

/// Fields that need another permission than their model, and the listing that shows whether it is there.
const NEEDS: [(&str, &str, &str, &str); 2] = [
    ("ats_jobs", "department", "organizationRead", "department.list"),
    ("ats_jobs", "location", "organizationRead", "location.list"),
];

/// What people call the option of a key that shows private custom fields.
const PRIVATE_FIELDS: &str = "private custom fields (an option of the key)";

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

/// The endpoints that show what a key may read.
pub(super) fn endpoints() -> impl Iterator<Item = &'static str> {
    PERMISSIONS.iter().map(|(endpoint, _)| *endpoint)
}

/// The endpoints that fill a model.
pub(crate) fn sources(table: &str) -> &'static [&'static str] {
    SOURCES.iter().find(|(name, _)| *name == table).map_or(&[], |(_, endpoints)| endpoints)
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
    /// Somebody switched it off in the settings: its rows are not kept.
    SwitchedOff,
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
    /// Somebody switched it, or its model, off in the settings.
    SwitchedOff,
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
    /// When Ashby was last asked for it, by a sync or a test of this model, UTC.
    pub asked_at: Option<String>,
    /// Rows that are here.
    pub rows: u64,
    /// Field by field.
    pub fields: Vec<FieldVerdict>,
}

/// What the mirror tells.
pub(crate) struct Known {
    endpoints: Vec<EndpointState>,
    attempts: HashMap<String, String>,
    models: Vec<Model>,
    owed: u64,
    /// Tables some of whose custom fields only a key with the option for private ones sees.
    private: Vec<&'static str>,
}

struct Model {
    info: &'static TableInfo,
    rows: u64,
    sampled: u32,
    filled: Vec<u32>,
}

impl Known {
    /// Reads it, of one table or of all.
    pub(crate) fn read(reading: &Reading<'_>, table: Option<&str>) -> samara_store::Result<Self> {
        let model = |info: &'static TableInfo| {
            let (sampled, filled) = reading.filled(info, SAMPLE)?;
            Ok(Model { info, rows: reading.live_rows(info.table)?, sampled, filled })
        };
        let fields = reading.references(Kind::CustomField)?;
        let fields: Vec<CustomFieldDefinition> =
            fields.iter().filter_map(|text| serde_json::from_str(text).ok()).collect();
        let is_private = |object: &str| {
            fields
                .iter()
                .any(|field| field.is_private == Some(true) && field.object_type.as_deref() == Some(object))
        };
        Ok(Self {
            endpoints: reading.endpoints()?,
            attempts: reading.last_attempts()?,
            models: tables()
                .iter()
                .filter(|info| table.is_none_or(|table| table == info.table))
                .map(model)
                .collect::<samara_store::Result<_>>()?,
            owed: reading.owed_count()?,
            private: tables()
                .iter()
                .map(|info| info.table)
                .filter(|table| custom_object(table).is_some_and(is_private))
                .collect(),
        })
    }

    fn state(&self, endpoint: &str) -> Option<&EndpointState> {
        self.endpoints.iter().find(|state| state.endpoint == endpoint)
    }

    /// Why the last sync could not read an endpoint.
    fn kept_failure(&self, endpoint: &str) -> Option<Failure> {
        serde_json::from_str(self.state(endpoint)?.failure.as_deref()?).ok()
    }

    /// Whether a sync has tried an endpoint since: then its own word counts.
    fn tried_since(&self, endpoint: &str, at: &str) -> bool {
        self.attempts.get(endpoint).is_some_and(|attempt| attempt.as_str() > at)
    }
}

/// What came of trying the endpoints of one model.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Test {
    /// When, UTC.
    pub(crate) at: String,
    /// What stands in the way of each.
    pub(crate) tried: BTreeMap<String, Option<Failure>>,
}

/// What verdicts are made from, beside the mirror.
pub(crate) struct Evidence<'a> {
    /// What the key may do, and when it was asked.
    pub(crate) rights: Option<(&'a Rights, &'a str)>,
    /// Tests of single models, by table.
    pub(crate) tests: &'a BTreeMap<String, Test>,
    /// What is switched off.
    pub(crate) remapping: &'a Remapping,
}

impl Evidence<'_> {
    /// What stands in the way of an endpoint that fills a model: by the newest of test, sync and rights.
    fn hindrance(&self, known: &Known, table: &str, endpoint: &str, needed: &str) -> Option<Failure> {
        let test = self.tests.get(table).filter(|test| !known.tried_since(endpoint, &test.at));
        let rights = self.rights.filter(|(_, asked_at)| !known.tried_since(endpoint, asked_at));
        let tested = test.filter(|test| rights.is_none_or(|(_, asked_at)| test.at.as_str() >= asked_at));
        if let Some(outcome) = tested.and_then(|test| test.tried.get(endpoint)) {
            return outcome.clone();
        }
        rights
            .and_then(|(rights, _)| rights.hindrance(endpoint, needed))
            .or_else(|| known.kept_failure(endpoint))
    }

    fn asked_at(&self, known: &Known, table: &str) -> Option<String> {
        let attempts = sources(table).iter().filter_map(|endpoint| known.attempts.get(*endpoint));
        attempts.chain(self.tests.get(table).map(|test| &test.at)).max().cloned()
    }
}

/// Judges every model and field.
pub(crate) fn judge(evidence: &Evidence<'_>, known: &Known) -> Vec<ModelVerdict> {
    known.models.iter().map(|model| judge_model(evidence, known, model)).collect()
}

fn judge_model(evidence: &Evidence<'_>, known: &Known, model: &Model) -> ModelVerdict {
    let table = model.info.table;
    let mut failure: Option<Failure> = None;
    let (mut synced, mut permissions) = (Vec::new(), Vec::new());
    for endpoint in sources(table) {
        let needed = permission(endpoint).unwrap_or_default();
        if !permissions.iter().any(|known| known == needed) {
            permissions.push(needed.to_owned());
        }
        synced.push(known.state(endpoint).and_then(|state| state.synced_at.clone()));
        // A permission that lacks explains more than anything else.
        failure = match (failure, evidence.hindrance(known, table, endpoint, needed)) {
            (Some(worse), _) if worse.code == Code::PermissionMissing => Some(worse),
            (one, other) => other.or(one),
        };
    }
    let synced_at = synced.into_iter().min().flatten();
    let state = match (&failure, &synced_at) {
        _ if !evidence.remapping.keeps_model(table) => ModelStanding::SwitchedOff,
        (Some(failure), _) if failure.code == Code::PermissionMissing => ModelStanding::NoPermission,
        (Some(_), _) => ModelStanding::Failed,
        (None, None) => ModelStanding::NotFetched,
        (None, Some(_)) if model.rows == 0 => ModelStanding::Empty,
        (None, Some(_)) => ModelStanding::Ok,
    };
    ModelVerdict {
        model: table.to_owned(),
        state,
        fields: judge_fields(evidence, known, model, state, &permissions),
        permissions,
        failure,
        synced_at,
        asked_at: evidence.asked_at(known, table),
        rows: model.rows,
    }
}

fn judge_fields(
    evidence: &Evidence<'_>,
    known: &Known,
    model: &Model,
    of_model: ModelStanding,
    permissions: &[String],
) -> Vec<FieldVerdict> {
    let table = model.info.table;
    let has_none = |name: &str| NONE.contains(&(table, name));
    let lacking = |permission: &str, endpoint: &str| {
        let denied = |(rights, _): (&Rights, &str)| rights.access(module(permission), "read") == Access::No;
        let told = evidence.rights.filter(|(_, asked_at)| !known.tried_since(endpoint, asked_at));
        told.map_or_else(
            || known.kept_failure(endpoint).is_some_and(|failure| failure.code == Code::PermissionMissing),
            denied,
        )
    };
    let verdict = |name: &str, filled: u32| {
        let own = NEEDS.iter().find(|(model, field, ..)| *model == table && *field == name);
        let needed = own.filter(|(.., permission, endpoint)| lacking(permission, endpoint));
        let needed = needed.map(|(.., permission, _)| *permission);
        let private = (name == "custom_fields" && known.private.contains(&table)).then_some(PRIVATE_FIELDS);
        let later = table == "ats_applications" && name == "screening_question_answers" && known.owed > 0;
        let (state, permission) = match of_model {
            ModelStanding::SwitchedOff => (FieldState::SwitchedOff, None),
            _ if !evidence.remapping.keeps_field(table, name) => (FieldState::SwitchedOff, None),
            _ if has_none(name) => (FieldState::AshbyHasNone, None),
            _ if filled > 0 => (FieldState::Filled, None),
            ModelStanding::NoPermission => (FieldState::NeedsPermission, Some(permissions.join(", "))),
            _ if needed.is_some() => (FieldState::NeedsPermission, needed.map(str::to_owned)),
            _ if model.sampled == 0 && of_model != ModelStanding::Empty => (FieldState::NotFetched, None),
            _ if private.is_some() && model.sampled > 0 => {
                (FieldState::NeedsPermission, private.map(str::to_owned))
            }
            _ if later => (FieldState::NotFetched, None),
            _ => (FieldState::Unfilled, None),
        };
        FieldVerdict { field: name.to_owned(), state, filled, of: model.sampled, permission }
    };
    let names = model.info.fields.iter().map(|field| field.name);
    let names = names.chain(model.info.has_custom_fields.then_some("custom_fields"));
    let whole = names.zip(&model.filled).map(|(name, filled)| verdict(name, *filled));
    let parts = NONE.iter().filter(|(of, name)| *of == table && name.contains('.'));
    whole.chain(parts.map(|(_, name)| verdict(name, 0))).collect()
}
