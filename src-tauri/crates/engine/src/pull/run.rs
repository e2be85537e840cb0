//! A run: one pass over every endpoint, then the details.

use std::sync::Arc;

use samara_store::table::sync::RunEndpoint;

use super::mapping::Mode;
use super::pass::pull;
use super::progress::ModelState;
use super::source as s;
use super::{details, extras, plans, postings, project, retention, scope, sweep};
use crate::outbox::provisional;
use crate::{Code, Failure, Tag, Workspace, connection};

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Records received.
    pub records: u64,
    /// Endpoints that failed or may not be read, with why.
    pub failures: Vec<(String, Failure)>,
    /// Records that could not be understood and were left out.
    pub malformed: u64,
}

impl Outcome {
    /// Whether not one endpoint could be read.
    #[must_use]
    pub fn is_failure(&self) -> bool {
        self.records == 0 && !self.failures.is_empty()
    }
}

/// Brings the whole mirror up to date; `full` lists everything completely.
///
/// # Errors
/// Only when the run could not even be logged: what endpoints fail with is in the [`Outcome`].
pub async fn run(workspace: &Arc<Workspace>, full: bool) -> Result<Outcome, Failure> {
    connection::ensure_on(workspace).await?;
    workspace.load_scope().await?;
    let started = workspace.now();
    let begun = workspace.progress.with(|inner| {
        if inner.running {
            return false;
        }
        inner.running = true;
        inner.full = full;
        inner.started_at = Some(started.clone());
        inner.endpoints.clear();
        true
    });
    if !begun {
        return Err(Failure::new(
            Code::Busy,
            "A sync is under way already.",
            "It brings everything up to date; wait for its end.",
        ));
    }
    // Whoever drops this run half way leaves it to the next.
    let running = Running(workspace);
    workspace.notices.tell(&[Tag::Sync]);
    let log = workspace.write_mirror(move |tx| tx.begin_run(started.as_str(), full)).await;
    let outcome = match log {
        Ok(log) => everything(workspace, full, log).await,
        Err(failure) => Err(failure),
    };
    drop(running);
    if let Ok(outcome) = &outcome {
        connection::note(workspace, outcome).await?;
    }
    workspace.progress.with(|inner| {
        inner.failure = match &outcome {
            Ok(outcome) if outcome.is_failure() => {
                outcome.failures.first().map(|(_, failure)| failure.clone())
            }
            Ok(_) => None,
            Err(failure) => Some(failure.clone()),
        };
    });
    workspace.notices.tell(&[Tag::Sync]);
    outcome
}

/// A run under way.
struct Running<'a>(&'a Workspace);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.progress.with(|inner| inner.running = false);
    }
}

async fn everything(workspace: &Arc<Workspace>, full: bool, log: i64) -> Result<Outcome, Failure> {
    super::reproject(workspace).await?;
    // A mirror that was made anew lacks who is still on the way to Ashby.
    provisional::reconcile(workspace).await?;
    // Failures are noted endpoint by endpoint where they happen; nothing here stops for one.
    let reference = async {
        let _ = tokio::join!(
            pull::<s::Users>(workspace, full),
            pull::<s::Departments>(workspace, full),
            pull::<s::Locations>(workspace, full),
            pull::<s::HiringTeamRoles>(workspace, full),
            pull::<s::Tags>(workspace, full),
            pull::<s::ArchiveReasons>(workspace, full),
            pull::<s::Sources>(workspace, full),
            pull::<s::CustomFields>(workspace, full),
            pull::<s::SurveyForms>(workspace, full),
            pull::<s::JobBoards>(workspace, full),
            pull::<s::Openings>(workspace, full),
            pull::<s::Projects>(workspace, full),
            pull::<s::Templates>(workspace, full),
            pull::<s::FeedbackForms>(workspace, full),
        );
        if pull::<s::Plans>(workspace, full).await.is_ok() {
            let _ = postings::stages(workspace).await;
        }
        if pull::<s::Jobs>(workspace, full).await.is_ok() {
            let _ = plans::cross_check(workspace, full).await;
            project::project(workspace).await?;
            let _ = postings::postings(workspace, full).await;
        }
        project::project(workspace).await
    };
    let mode = workspace.mode();
    let people = async {
        let kinds = pull::<s::InterviewKinds>(workspace, full);
        if mode == Mode::CreatedOnly {
            let _ = tokio::join!(kinds, scope::tracked(workspace));
        } else {
            let _ = tokio::join!(
                kinds,
                pull::<s::Candidates>(workspace, full),
                pull::<s::Applications>(workspace, full)
            );
        }
        let feedback =
            async { mode != Mode::CreatedOnly && pull::<s::Feedback>(workspace, full).await.is_ok() };
        let (.., new_feedback) = tokio::join!(
            pull::<s::InterviewSchedules>(workspace, full),
            pull::<s::Offers>(workspace, full),
            feedback
        );
        new_feedback
    };
    let (projected, new_feedback) = tokio::join!(reference, people);
    projected?;
    // Applications may have named stages that no plan has shown.
    project::project(workspace).await?;
    if matches!(mode, Mode::Recent(_)) {
        // A recent application may belong to somebody whose own record is older.
        workspace.write_mirror(|tx| tx.owe_missing_candidates()).await?;
    }
    workspace.write_mirror(|tx| tx.owe_missing_projects()).await?;
    if full {
        workspace
            .write_mirror(|tx| {
                tx.owe_missing_versions()?;
                tx.owe_missing_details(None)
            })
            .await?;
        scope::narrow(workspace).await?;
    }
    if sweep::settle(workspace, full).await? {
        project::project(workspace).await?;
    }
    if new_feedback {
        extras::index_feedback(workspace).await?;
    }
    retention::merge_search(workspace, false).await?;
    let reachable = workspace.progress.with(|inner| inner.offline_since.is_none());
    if reachable {
        let _ = details::pay(workspace).await;
        retention::retire(workspace).await?;
    }
    extras::count(workspace).await?;
    close(workspace, log).await
}

async fn close(workspace: &Arc<Workspace>, log: i64) -> Result<Outcome, Failure> {
    let parts = workspace.progress.with(|inner| inner.endpoints.clone());
    let mut outcome = Outcome { records: 0, failures: Vec::new(), malformed: 0 };
    let mut logged = Vec::new();
    for (endpoint, part) in parts {
        outcome.records += part.fetched;
        outcome.malformed += part.malformed;
        if let Some(failure) = &part.failure {
            outcome.failures.push((endpoint.to_owned(), failure.clone()));
        }
        let word = match part.state {
            ModelState::NoPermission => "no_permission",
            ModelState::Failed => "failed",
            _ if part.listed => "listed",
            _ => "delta",
        };
        logged.push(RunEndpoint {
            endpoint: endpoint.to_owned(),
            records: i64::try_from(part.fetched).unwrap_or(i64::MAX),
            outcome: word.to_owned(),
            failure: part.failure.as_ref().and_then(|failure| serde_json::to_string(failure).ok()),
        });
    }
    let word = match (outcome.is_failure(), outcome.failures.is_empty() && outcome.malformed == 0) {
        (true, _) => "failed",
        (false, true) => "succeeded",
        (false, false) => "warnings",
    };
    let ended = workspace.now();
    let good = outcome.failures.is_empty();
    workspace
        .write_mirror(move |tx| {
            if good {
                tx.set_state(scope::EXPIRED, None)?;
            }
            tx.end_run(log, ended.as_str(), word, &logged)
        })
        .await?;
    Ok(outcome)
}
