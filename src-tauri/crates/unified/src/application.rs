//! Applications, from `application.list` and `application.info`.

use samara_ashby::model as ashby;

use crate::answer::{Answer, answers};
use crate::candidate::{candidate_id, user_name};
use crate::custom_field::custom_fields;
use crate::id::{ConnectionId, Id};
use crate::job::job_id;
use crate::row::{Model, Row, model};
use crate::stage::{Stage, stage, stage_id};
use crate::text::owned;
use crate::time::Timestamp;
use crate::user::{User, add_stub, team_member, user};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How an application ended, if it has.
    pub enum Outcome, closed {
        /// Still in process.
        Pending = "PENDING" from ["Active", "Lead"],
        /// Hired.
        Hired = "HIRED" from ["Hired"],
        /// Rejected, withdrawn or otherwise put away.
        Declined = "DECLINED" from ["Archived"],
    }
}

model! {
    /// A person on one job.
    pub struct Application in "ats_applications", also [remote_id, remote_data, custom_fields] {
        /// How it ended, if it has.
        outcome: Option<Outcome> => Text,
        /// Why it was put away, while it is.
        rejection_reason_name: Option<String> => Text,
        /// When it was put away, while it is.
        rejected_at: Option<Timestamp> => Time,
        /// Where it stands.
        current_stage_id: Option<Id> => Reference("ats_application_stages"),
        /// The job.
        job_id: Option<Id> => Reference("ats_jobs"),
        /// The person.
        candidate_id: Option<Id> => Reference("ats_candidates"),
        /// What was answered; NULL until fetched.
        screening_question_answers: Option<Vec<Answer>> => Json,
        /// The page of the person in Ashby.
        remote_url: Option<String> => Text,
        /// When Ashby made the record.
        remote_created_at: Option<Timestamp> => Time,
        /// When Ashby last changed the record.
        remote_updated_at: Option<Timestamp> => Time,
    }
    /// Private columns of `ats_applications`.
    private ApplicationPrivate {
        /// Ashby's `Active`, `Lead`, `Hired`, `Archived` or another word.
        status: Option<String> => Text,
        /// The type of the current stage.
        stage_type: Option<String> => Text,
        /// Ashby's id of the current stage's plan.
        plan_remote_id: Option<String> => Text,
        /// Where the application came from.
        source: Option<String> => Text,
        /// Name of the user who gets the credit.
        credited_to: Option<String> => Text,
        /// Ashby's `RejectedByOrg`, `RejectedByCandidate`, `Other` or another word.
        archive_reason_type: Option<String> => Text,
        /// When it came to the current stage; NULL unless the payload carries the history.
        entered_stage_at: Option<Timestamp> => Time,
        /// Whether it is still in process.
        is_live: Option<bool> => Bool,
        /// The person's name as the application tells it, for when the candidate is not mirrored.
        candidate_name: Option<String> => Text,
        /// Ashby's id of the candidate.
        candidate_remote_id: Option<String> => Text,
        /// Labels of chosen values: object of custom field id to `{value, label}`.
        display: Option<serde_json::Value> => Json,
    }
}

/// What an application is mapped with, beside its own record.
#[derive(Clone, Copy, Debug, Default)]
pub struct ApplicationContext<'a> {
    /// The forms that were filled in, if `application.info` was asked for them: an empty list then means none,
    /// while [`None`] means not known.
    pub form: Option<&'a [ashby::FormInstance]>,
    /// `profileUrl` of the candidate: Ashby has no page for an application.
    pub candidate_url: Option<&'a str>,
}

/// What one application maps to.
#[derive(Clone, Debug, PartialEq)]
pub struct ApplicationRows {
    /// The application.
    pub application: Row<Application>,
    /// Its current stage, which may belong to a plan that no list names.
    pub stage: Option<Row<Stage>>,
    /// Users met in the record: to be kept only where they are not known otherwise.
    pub users: Vec<Row<User>>,
}

/// An application with its current stage.
#[must_use]
pub fn application(
    connection: &ConnectionId,
    application: &ashby::Application,
    context: &ApplicationContext<'_>,
) -> ApplicationRows {
    let custom = custom_fields(connection, Application::TABLE, &application.custom_fields);
    let stage_now = application.current_interview_stage.as_ref();
    let submissions = &application.application_form_submissions;
    let form = context.form.or_else(|| (!submissions.is_empty()).then_some(submissions.as_slice()));
    let outcome = application.status.as_deref().and_then(Outcome::from_ashby);
    let reason = application.archive_reason.as_ref().filter(|_| outcome == Some(Outcome::Declined));
    let ended = application.archived_at.as_deref().filter(|_| outcome == Some(Outcome::Declined));
    let model = Application {
        outcome,
        rejection_reason_name: reason.and_then(|reason| owned(reason.text.as_deref())),
        rejected_at: ended.and_then(Timestamp::parse),
        current_stage_id: stage_now.map(|stage| stage_id(connection, &stage.id)),
        job_id: application.job.as_ref().map(|job| job_id(connection, &job.id)),
        candidate_id: application.candidate.as_ref().map(|candidate| candidate_id(connection, &candidate.id)),
        screening_question_answers: form.map(answers),
        remote_url: owned(context.candidate_url),
        remote_created_at: application.created_at.as_deref().and_then(Timestamp::parse),
        remote_updated_at: application.updated_at.as_deref().and_then(Timestamp::parse),
        private: private(application, outcome, custom.display),
    };
    ApplicationRows {
        application: Row {
            id: Id::of(connection, Application::TABLE, application.id.as_str()),
            remote_id: Some(application.id.as_str().to_owned()),
            model,
            custom_fields: custom.custom,
            integration_fields: custom.integration,
        },
        stage: stage_now.map(|now| stage(connection, now)),
        users: users(connection, application),
    }
}

fn private(
    application: &ashby::Application,
    outcome: Option<Outcome>,
    display: Option<serde_json::Value>,
) -> ApplicationPrivate {
    let stage = application.current_interview_stage.as_ref();
    let status = owned(application.status.as_deref());
    ApplicationPrivate {
        stage_type: stage.and_then(|stage| owned(stage.r#type.as_deref())),
        plan_remote_id: stage.and_then(|stage| Some(stage.interview_plan_id.as_ref()?.as_str().to_owned())),
        source: application.source.as_ref().and_then(|source| owned(source.title.as_deref())),
        credited_to: application.credited_to_user.as_ref().and_then(user_name),
        archive_reason_type: application
            .archive_reason
            .as_ref()
            .and_then(|r| owned(r.reason_type.as_deref())),
        entered_stage_at: stage
            .and_then(|stage| entered_stage_at(&application.application_history, &stage.id)),
        candidate_remote_id: application.candidate.as_ref().map(|person| person.id.as_str().to_owned()),
        candidate_name: application.candidate.as_ref().and_then(|person| owned(person.name.as_deref())),
        is_live: status.is_some().then_some(outcome == Some(Outcome::Pending)),
        status,
        display,
    }
}

fn users(connection: &ConnectionId, application: &ashby::Application) -> Vec<Row<User>> {
    let mut users = Vec::new();
    for stub in application.credited_to_user.iter().map(|credited| user(connection, credited)) {
        add_stub(&mut users, stub);
    }
    for stub in application.hiring_team.iter().filter_map(|member| team_member(connection, member)) {
        add_stub(&mut users, stub);
    }
    users
}

/// When an application came to the stage it is in: the stay there that has not ended, else the latest one.
/// [`None`] if the history does not name the stage.
#[must_use]
pub fn entered_stage_at(history: &[ashby::HistoryItem], stage: &ashby::StageId) -> Option<Timestamp> {
    let stays = history.iter().filter(|item| item.stage_id.as_ref() == Some(stage)).filter_map(|item| {
        let entered = item.entered_stage_at.as_deref().and_then(Timestamp::parse)?;
        Some((item.left_stage_at.is_none(), entered))
    });
    stays.max().map(|(_, entered)| entered)
}
