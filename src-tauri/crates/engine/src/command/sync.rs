//! The state of the sync, and asking for one.

use samara_store::Reading;
use samara_store::table::intent::Tally;
use samara_store::table::sync::EndpointState;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Info, Nothing, command};
use crate::connection::{self, Connection, SetupStatus};
use crate::pull::{self, Mode, ModelProgress, ModelState};
use crate::scopes;
use crate::{Desk, Failure, Tag};

/// How the sync stands.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SyncStatus {
    /// Whether a run is under way in this process.
    pub running: bool,
    /// Whether the first sync has not ended yet.
    pub first: bool,
    /// Whether the run lists everything.
    pub full: bool,
    /// Begin of the run, UTC.
    pub started_at: Option<String>,
    /// The age of the oldest of the main tables: begin of its last whole pass, UTC.
    pub synced_at: Option<String>,
    /// Since when Ashby has been out of reach, UTC.
    pub offline_since: Option<String>,
    /// Why the last run failed as a whole.
    pub failure: Option<Failure>,
    /// Models that could not be brought up to date.
    pub warnings: u32,
    /// Model by model.
    pub models: Vec<ModelProgress>,
    /// Whether the key works.
    pub connection: Connection,
    /// How far the set-up is.
    pub setup: SetupStatus,
    /// What is kept here: `all`, `recent:<days>` or `created-only`.
    pub mode: String,
    /// Since when what is here is not what the mode promises, UTC; until the next good sync.
    pub data_expired_at: Option<String>,
    /// Deletions that wait for a person.
    pub quality_checks: u32,
    /// Whether a sync was asked for while one was under way: it follows.
    pub already_queued: bool,
    /// How much is here of what is read record by record, as counted at the end of the last run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub extras: Option<Vec<ExtraCoverage>>,
    /// Intents waiting or being sent.
    pub waiting: u64,
    /// Intents that failed.
    pub failed: u64,
    /// Intents a person has to decide on.
    pub undecided: u64,
}

/// How much is here of one kind of record that comes with no listing.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExtraCoverage {
    /// history, answers, notes, projects, `resume_text`, `resume_file`, feedback.
    pub kind: String,
    /// Records whose part is here.
    pub have: u64,
    /// Records there are.
    pub of: u64,
    /// Records whose part cannot be had.
    pub failed: u64,
    /// When it was counted, UTC.
    pub as_of: String,
}

impl From<samara_store::table::coverage::Coverage> for ExtraCoverage {
    fn from(part: samara_store::table::coverage::Coverage) -> Self {
        Self { kind: part.kind, have: part.have, of: part.of, failed: part.failed, as_of: part.as_of }
    }
}

/// Whether to list everything.
#[derive(Debug, Deserialize, TS)]
pub struct SyncNowInput {
    /// Completely instead of what changed.
    pub full: bool,
}

/// One run of the log.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RunRow {
    /// Its number.
    pub id: i64,
    /// Begin, UTC.
    pub started_at: String,
    /// End, UTC.
    pub ended_at: Option<String>,
    /// Whether everything was listed.
    pub full: bool,
    /// running, succeeded, warnings, failed.
    pub outcome: String,
    /// Endpoint by endpoint.
    pub endpoints: Vec<RunEndpointRow>,
}

/// One endpoint of a run.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RunEndpointRow {
    /// Ashby's endpoint.
    pub endpoint: String,
    /// Records received.
    pub records: i64,
    /// delta, listed, failed, `no_permission`.
    pub outcome: String,
    /// Why it failed.
    pub failure: Option<Failure>,
}

/// Models with the table their rows are in; each is as old as the oldest of the listings that fill it. Connections,
/// which come with the models they belong to, are last.
const MODELS: [(&str, &str); 19] = [
    ("jobs", "ats_jobs"),
    ("stages", "ats_application_stages"),
    ("candidates", "ats_candidates"),
    ("applications", "ats_applications"),
    ("job_postings", "ats_job_postings"),
    ("users", "ats_users"),
    ("tags", "ats_tags"),
    ("rejection_reasons", "ats_rejection_reasons"),
    ("screening_questions", "ats_screening_questions"),
    ("interviews", "ats_interviews"),
    ("offers", "ats_offers"),
    ("roles", "ats_roles"),
    ("join_candidates_tags", "ats_join_candidates_tags"),
    ("join_jobs_application_stages", "ats_join_jobs_application_stages"),
    ("join_jobs_screening_questions", "ats_join_jobs_screening_questions"),
    ("join_jobs_users", "ats_join_jobs_users"),
    ("join_user_job_role_assignments", "ats_join_user_job_role_assignments"),
    ("join_users_roles", "ats_join_users_roles"),
    ("join_interviews_users", "ats_join_interviews_users"),
];

struct Known {
    endpoints: Vec<EndpointState>,
    rows: Vec<u64>,
    owed: u64,
    tally: Tally,
    expired: Option<String>,
    checks: usize,
    extras: Vec<ExtraCoverage>,
}

fn known(reading: &Reading<'_>) -> samara_store::Result<Known> {
    Ok(Known {
        endpoints: reading.endpoints()?,
        rows: MODELS.iter().map(|(_, table)| reading.live_rows(table)).collect::<Result<_, _>>()?,
        owed: reading.owed_count()?,
        tally: reading.tally()?,
        expired: reading.state(pull::scope::EXPIRED)?,
        checks: reading.quality_checks()?.iter().filter(|check| check.missing > 0).count(),
        extras: reading.coverage()?.into_iter().map(ExtraCoverage::from).collect(),
    })
}

pub(super) async fn status(desk: &Desk) -> Result<SyncStatus, Failure> {
    let workspace = desk.workspace()?;
    let known = workspace.read(known).await?;
    let now = workspace.progress.with(|inner| inner.clone());
    let mut models: Vec<ModelProgress> = MODELS
        .iter()
        .zip(&known.rows)
        .map(|((model, table), rows)| progress(model, scopes::sources(table), *rows, &known, &now))
        .collect();
    models.push(progress("details", &["application.info"], known.owed, &known, &now));
    let main: Vec<&ModelProgress> = models
        .iter()
        .filter(|model| matches!(model.model.as_str(), "jobs" | "candidates" | "applications"))
        .filter(|model| model.state != ModelState::NoPermission)
        .collect();
    let people = workspace.mode() != Mode::CreatedOnly;
    let first = main.iter().any(|model| model.synced_at.is_none() && (people || model.model == "jobs"));
    let synced_at = main.iter().filter_map(|model| model.synced_at.clone()).min();
    let broken = models
        .iter()
        .filter(|model| !model.model.starts_with("join_"))
        .filter(|model| matches!(model.state, ModelState::Failed | ModelState::NoPermission));
    Ok(SyncStatus {
        running: now.running,
        first,
        full: now.full,
        started_at: now.started_at.map(|at| at.as_str().to_owned()),
        synced_at,
        offline_since: now.offline_since.map(|at| at.as_str().to_owned()),
        failure: now.failure,
        warnings: u32::try_from(broken.count()).unwrap_or(u32::MAX),
        models,
        connection: connection::of(&workspace).await?,
        setup: if first { SetupStatus::FinalSyncPending } else { SetupStatus::Completed },
        mode: workspace.mode().word(),
        data_expired_at: known.expired,
        quality_checks: u32::try_from(known.checks).unwrap_or(u32::MAX),
        already_queued: false,
        extras: Some(known.extras).filter(|extras| !extras.is_empty()),
        waiting: known.tally.waiting,
        failed: known.tally.failed,
        undecided: known.tally.undecided,
    })
}

/// A model filled by several listings stands where the worst of them stands, and is as old as the oldest.
fn progress(
    model: &str,
    endpoints: &[&str],
    rows: u64,
    known: &Known,
    now: &crate::pull::Inner,
) -> ModelProgress {
    let parts = endpoints.iter().map(|endpoint| Part::of(endpoint, known, now));
    let whole = parts.reduce(Part::with).unwrap_or_default();
    ModelProgress {
        model: model.to_owned(),
        rows,
        fetched: whole.fetched,
        state: whole.state.unwrap_or(ModelState::Waiting),
        synced_at: whole.synced_at,
        failure: whole.failure,
    }
}

/// What one listing adds to a model's progress.
#[derive(Default)]
struct Part {
    fetched: u64,
    state: Option<ModelState>,
    synced_at: Option<String>,
    failure: Option<Failure>,
}

impl Part {
    fn of(endpoint: &str, known: &Known, now: &crate::pull::Inner) -> Self {
        let state = known.endpoints.iter().find(|state| state.endpoint == endpoint);
        let synced_at = state.and_then(|state| state.synced_at.clone());
        let kept: Option<Failure> =
            state.and_then(|state| state.failure.as_deref()).and_then(|text| serde_json::from_str(text).ok());
        let part = now.endpoints.get(endpoint);
        let failure = part.map_or(kept, |part| part.failure.clone());
        let state = match (part, &failure, &synced_at) {
            (Some(part), _, _) => part.state,
            (None, Some(failure), _) if failure.code == crate::Code::PermissionMissing => {
                ModelState::NoPermission
            }
            (None, Some(_), _) => ModelState::Failed,
            (None, None, Some(_)) if !now.running => ModelState::Done,
            (None, None, _) => ModelState::Waiting,
        };
        Self { fetched: part.map_or(0, |part| part.fetched), state: Some(state), synced_at, failure }
    }

    fn with(self, other: Self) -> Self {
        const WORST_FIRST: [ModelState; 5] = [
            ModelState::NoPermission,
            ModelState::Failed,
            ModelState::Running,
            ModelState::Waiting,
            ModelState::Done,
        ];
        let rank = |part: &Self| WORST_FIRST.iter().position(|state| Some(*state) == part.state);
        let state = if rank(&self) <= rank(&other) { self.state } else { other.state };
        Self {
            fetched: self.fetched + other.fetched,
            state,
            // Not fetched at all is older than any time.
            synced_at: self.synced_at.min(other.synced_at),
            failure: self.failure.or(other.failure),
        }
    }
}

command! {
    /// How the sync stands.
    SyncStatusOf, Info::read("sync_status", &[Tag::Sync]), |desk, _input: Nothing| -> SyncStatus {
        status(desk).await
    }
}

command! {
    /// Asks for a sync.
    SyncNow, Info::act("sync_now", &[Tag::Sync]).titled("Sync now", Some("Mod+R")), |desk, input: SyncNowInput| -> SyncStatus {
        let already_queued = desk.workspace()?.sync_now(input.full);
        Ok(SyncStatus { already_queued, ..status(desk).await? })
    }
}

command! {
    /// The newest runs.
    SyncRuns, Info::read("sync_runs", &[Tag::Sync]), |desk, _input: Nothing| -> Vec<RunRow> {
        let runs = desk.workspace()?.read(|reading| reading.runs(20)).await?;
        Ok(runs
            .into_iter()
            .map(|run| RunRow {
                id: run.id,
                started_at: run.started_at,
                ended_at: run.ended_at,
                full: run.full,
                outcome: run.outcome,
                endpoints: run
                    .endpoints
                    .into_iter()
                    .map(|part| RunEndpointRow {
                        endpoint: part.endpoint,
                        records: part.records,
                        outcome: part.outcome,
                        failure: part.failure.and_then(|text| serde_json::from_str(&text).ok()),
                    })
                    .collect(),
            })
            .collect())
    }
}
