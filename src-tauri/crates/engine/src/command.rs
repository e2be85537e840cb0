//! The commands: everything a host can ask for, each declared once.
//!
//! A command is a type with its [`Info`] and its [`Command::run`]. From the registry below derive the dispatch that
//! window and command line use, the TypeScript types and catalogue, the palette, the keys and the menus. A command
//! named here without an implementation does not compile.

mod action;
mod agenda;
pub mod candidate;
mod chart;
mod create;
pub mod duplicate;
mod export;
mod field;
mod job;
mod key;
pub mod list;
mod mode;
mod outbox;
mod palette;
mod passthrough;
mod person;
mod pipeline;
mod project;
mod quality;
mod recovery;
mod remapping;
mod retention;
mod scope;
mod setting;
mod sync;
mod today;
mod view;
mod workspace;

use std::future::Future;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Desk, Failure, Tag};

pub use key::{Access, check_key};

/// What is declared of a command.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Info {
    /// Its name on every surface.
    pub name: &'static str,
    /// Its words in palette and menus; `None`: not offered there.
    pub title: Option<&'static str>,
    /// Its default key, such as `Mod+Z`.
    pub key: Option<&'static str>,
    /// Whether it changes anything in Ashby.
    pub writes: bool,
    /// What its answer shows.
    pub provides: &'static [Tag],
    /// What its success makes stale.
    pub invalidates: &'static [Tag],
    /// The key permission it needs.
    pub permission: Option<&'static str>,
}

impl Info {
    /// A reading command.
    #[must_use]
    pub const fn read(name: &'static str, provides: &'static [Tag]) -> Self {
        Self { name, title: None, key: None, writes: false, provides, invalidates: &[], permission: None }
    }

    /// A command that changes something on this computer.
    #[must_use]
    pub const fn act(name: &'static str, invalidates: &'static [Tag]) -> Self {
        Self { name, title: None, key: None, writes: false, provides: &[], invalidates, permission: None }
    }

    /// A command that changes something in Ashby.
    #[must_use]
    pub const fn write(name: &'static str, invalidates: &'static [Tag], permission: &'static str) -> Self {
        Self { writes: true, permission: Some(permission), ..Self::act(name, invalidates) }
    }

    /// Offers it in palette and menus.
    #[must_use]
    pub const fn titled(self, title: &'static str, key: Option<&'static str>) -> Self {
        Self { title: Some(title), key, ..self }
    }
}

/// Something a host can ask for.
pub trait Command {
    /// Its declaration.
    const INFO: Info;
    /// What it takes.
    type Input: DeserializeOwned + TS + Send;
    /// What it gives.
    type Output: Serialize + TS + Send;
    /// Does it.
    fn run(desk: &Desk, input: Self::Input) -> impl Future<Output = Result<Self::Output, Failure>> + Send;
}

/// No input, or nothing to tell.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

macro_rules! registry {
    ($($command:path,)*) => {
        /// All commands in the order of the catalogue.
        #[must_use]
        pub fn catalogue() -> Vec<Info> {
            vec![$(<$command as Command>::INFO,)*]
        }

        /// Runs a command by its name.
        ///
        /// # Errors
        /// When there is no such command, its input does not fit, or the command fails.
        pub async fn call(desk: &Desk, name: &str, input: serde_json::Value) -> Result<serde_json::Value, Failure> {
            $(if name == <$command as Command>::INFO.name {
                return answer::<$command>(desk, input).await;
            })*
            Err(Failure::new(
                crate::Code::ActionNotAvailable,
                format!("There is no command {name}."),
                "Restart Samara, so that window and engine are of one version.",
            ))
        }

        /// Visits every command's types, for the bindings.
        pub(crate) fn visit(visit: &mut impl Visitor) {
            $(visit.command::<$command>();)*
        }
    };
}

/// Sees every command's types.
pub(crate) trait Visitor {
    /// One command.
    fn command<C: Command>(&mut self)
    where
        C::Input: 'static,
        C::Output: 'static;
}

async fn answer<C: Command>(desk: &Desk, input: serde_json::Value) -> Result<serde_json::Value, Failure> {
    let input = if input.is_null() { serde_json::json!({}) } else { input };
    let input = serde_json::from_value(input).map_err(|error| {
        Failure::input(format!("The input does not fit: {error}."), "Correct the field named.")
    })?;
    let output = C::run(desk, input).await?;
    desk.notices.tell(C::INFO.invalidates);
    serde_json::to_value(output).map_err(|_| Failure::defect("answer"))
}

registry! {
    workspace::WorkspaceStateOf,
    workspace::Reopen,
    workspace::OpenDemo,
    key::CheckKey,
    workspace::Connect,
    workspace::Unlock,
    workspace::Lock,
    workspace::RebuildMirror,
    workspace::Disconnect,
    workspace::ReplaceKey,
    recovery::NewRecoveryCode,
    recovery::Recover,
    key::KeyReportOf,
    scope::ScopeReportOf,
    scope::TestModel,
    sync::SyncStatusOf,
    sync::SyncNow,
    sync::SyncRuns,
    mode::SetSyncMode,
    mode::TrackApplication,
    mode::SetConnection,
    quality::QualityChecks,
    quality::DecideQualityCheck,
    job::ListJobs,
    list::ListRows,
    export::ExportList,
    pipeline::BoardOf,
    pipeline::BoardCards,
    pipeline::BoardFilters,
    pipeline::MoveTargets,
    today::TodayOf,
    today::ReviewJobsOf,
    today::ReviewQueueOf,
    today::WaitingLong,
    chart::JobChartOf,
    candidate::ListCandidates,
    candidate::CandidateOf,
    candidate::CandidateNotes,
    candidate::process::CandidateProcessOf,
    candidate::CandidateAnswers,
    candidate::CandidateFeedback,
    candidate::CandidateFiles,
    candidate::FileTextOf,
    candidate::CandidateTimeline,
    candidate::CandidateRefresh,
    agenda::Agenda,
    agenda::OverdueFeedback,
    agenda::AgendaFile,
    agenda::ListOffers,
    project::ListProjects,
    project::ProjectPeople,
    project::CandidateProjects,
    project::JobOpenings,
    palette::Palette,
    duplicate::ListDuplicates,
    person::ForgetPerson,
    person::RememberPerson,
    action::MoveApplication,
    action::RejectApplication,
    action::AddTag,
    action::RemoveTag,
    action::AddNoteToApplication,
    action::AddNoteToCandidate,
    action::AddLinkToApplication,
    action::AddLinkToCandidate,
    action::RejectWithMail,
    action::TransferApplication,
    action::UnarchiveApplication,
    action::ChangeSource,
    action::SetCandidateFields,
    action::SetApplicationFields,
    action::AddToProject,
    action::RemoveFromProject,
    action::SubmitFeedback,
    action::CreateCandidate,
    action::CreateApplication,
    create::CreateFormOf,
    create::ListSources,
    create::ListUsers,
    create::DuplicatesFor,
    create::CreatedBy,
    create::AnswerSurveys,
    action::AddFileToApplication,
    action::AddFileToCandidate,
    action::ActMany,
    action::ApplicationAttachments,
    action::CandidateAttachments,
    action::RejectionReasons,
    action::ReferenceListOf,
    outbox::Undo,
    outbox::UndoLast,
    outbox::Retry,
    outbox::Edit,
    outbox::IntentDetailOf,
    outbox::Discard,
    outbox::Decide,
    outbox::IntentOf,
    outbox::Activity,
    passthrough::Passthrough,
    passthrough::PassthroughLog,
    view::ListViews,
    view::ViewOf,
    view::SaveView,
    view::DeleteView,
    view::ReorderViews,
    setting::SettingOf,
    setting::SetSetting,
    remapping::RemappingOf,
    remapping::SetRemapping,
    field::ListFields,
    field::RecordFields,
    field::SetPassthrough,
    field::SaveCustomKey,
    field::DeleteCustomKey,
    field::KeepModel,
    retention::RetentionOf,
    retention::SetRetention,
}

/// The names of the models this version mirrors.
#[must_use]
pub fn models() -> Vec<&'static str> {
    samara_unified::tables().iter().map(|info| info.table).collect()
}

/// Declares a command around a function.
macro_rules! command {
    ($(#[$meta:meta])* $name:ident, $info:expr, |$desk:ident, $input:ident: $in:ty| -> $out:ty $body:block) => {
        $(#[$meta])*
        pub struct $name;

        impl $crate::command::Command for $name {
            const INFO: $crate::command::Info = $info;
            type Input = $in;
            type Output = $out;

            async fn run($desk: &$crate::Desk, $input: $in) -> Result<$out, $crate::Failure> $body
        }
    };
}
pub(crate) use command;
