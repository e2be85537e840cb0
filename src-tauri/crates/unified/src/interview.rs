//! Interviews that take place and who holds them, from the events of `interviewSchedule.list`.

use samara_ashby::model as ashby;
use serde::Serialize;

use crate::application::Application;
use crate::candidate::user_name;
use crate::id::{ConnectionId, Id};
use crate::person_name::whole_name;
use crate::row::{Model, Row, model};
use crate::stage::stage_id;
use crate::text::owned;
use crate::time::Timestamp;
use crate::user::{User, add_stub, user, user_id};

model! {
    /// An interview that takes place. Ashby tells nothing of cancelled ones: they vanish.
    pub struct Interview in "ats_interviews", also [remote_id, remote_data] {
        /// What kind of interview it is.
        title: Option<String> => Text,
        /// Begin.
        starting_at: Option<Timestamp> => Time,
        /// End.
        ending_at: Option<Timestamp> => Time,
        /// The video call.
        video_conferencing_url: Option<String> => Text,
        /// The application.
        application_id: Option<Id> => Reference("ats_applications"),
        /// The stage it is held in.
        stage_id: Option<Id> => Reference("ats_application_stages"),
        /// When Ashby made the record.
        remote_created_at: Option<Timestamp> => Time,
        /// When Ashby last changed the record.
        remote_updated_at: Option<Timestamp> => Time,
    }
    /// Private columns of `ats_interviews`.
    private InterviewPrivate {
        /// Ashby's id of the schedule.
        schedule_remote_id: Option<String> => Text,
        /// Ashby's `Scheduled`, `WaitingOnFeedback`, `Complete`, `OnHold` or another word.
        schedule_status: Option<String> => Text,
        /// Ashby's id of the kind of interview.
        interview_remote_id: Option<String> => Text,
        /// Ashby's id of the application.
        application_remote_id: Option<String> => Text,
        /// The place.
        location: Option<String> => Text,
        /// Where interviewers give feedback.
        feedback_link: Option<String> => Text,
        /// Whether all feedback is given.
        has_feedback: Option<bool> => Bool,
        /// Name of the user who arranged it.
        scheduled_by: Option<String> => Text,
        /// Who holds it.
        team: Vec<Interviewer> => Json,
    }
}

model! {
    /// A user who holds an interview.
    pub struct InterviewUser in "ats_join_interviews_users", also [] {
        /// The interview.
        interview_id: Option<Id> => Reference("ats_interviews"),
        /// The user.
        user_id: Option<Id> => Reference("ats_users"),
    }
    /// Private columns of `ats_join_interviews_users`: none.
    private InterviewUserPrivate {}
}

/// A user who holds an interview, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Interviewer {
    /// The user.
    pub user_id: Id,
    /// First and last name.
    pub name: Option<String>,
    /// Ashby's `Shadow`, `Reverse-Shadow` or another word; [`None`] for who is fully trained.
    pub training_role: Option<String>,
    /// Whether this interviewer has to give feedback.
    pub is_feedback_required: Option<bool>,
}

/// One interview with who holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct InterviewRows {
    /// The interview.
    pub interview: Row<Interview>,
    /// All who hold it: those not named here no longer do.
    pub team: Vec<Row<InterviewUser>>,
}

/// What one schedule maps to.
#[derive(Clone, Debug, PartialEq)]
pub struct ScheduleRows {
    /// Ashby's id of the schedule.
    pub remote_id: String,
    /// All its interviews: those not named here do not take place.
    pub interviews: Vec<InterviewRows>,
    /// Users met in the record: to be kept only where they are not known otherwise.
    pub users: Vec<Row<User>>,
}

/// The interviews of a schedule; none once it is cancelled. `title` gives the name of a kind of interview that an
/// event only names by id.
#[must_use]
pub fn interviews(
    connection: &ConnectionId,
    schedule: &ashby::InterviewSchedule,
    title: impl Fn(&ashby::InterviewId) -> Option<String>,
) -> ScheduleRows {
    let cancelled = schedule.status.as_deref() == Some("Cancelled");
    let mut users = Vec::new();
    for stub in schedule.scheduled_by.iter().map(|by| user(connection, by)) {
        add_stub(&mut users, stub);
    }
    let mut interviews: Vec<InterviewRows> = Vec::new();
    for event in schedule.interview_events.iter().filter(|_| !cancelled) {
        let team = team(connection, event);
        for interviewer in &event.interviewers {
            add_stub(&mut users, stub(connection, interviewer));
        }
        let id = Id::of(connection, Interview::TABLE, event.id.as_str());
        if interviews.iter().any(|known| known.interview.id == id) {
            continue;
        }
        let joins = team.iter().map(|(user, member)| {
            let key = [event.id.as_str(), user.as_str()];
            let model = InterviewUser {
                interview_id: Some(id.clone()),
                user_id: Some(member.user_id.clone()),
                private: InterviewUserPrivate {},
            };
            Row::plain(Id::of_parts(connection, InterviewUser::TABLE, &key), None, model)
        });
        let joins = joins.collect();
        let members = team.into_iter().map(|(_, member)| member).collect();
        let model = model(connection, schedule, event, members, &title);
        interviews.push(InterviewRows {
            interview: Row::plain(id, Some(event.id.as_str().to_owned()), model),
            team: joins,
        });
    }
    ScheduleRows { remote_id: schedule.id.as_str().to_owned(), interviews, users }
}

fn model(
    connection: &ConnectionId,
    schedule: &ashby::InterviewSchedule,
    event: &ashby::InterviewEvent,
    team: Vec<Interviewer>,
    title: impl Fn(&ashby::InterviewId) -> Option<String>,
) -> Interview {
    let time = |text: &Option<String>| text.as_deref().and_then(Timestamp::parse);
    let embedded = event.interview.as_ref();
    let application = schedule.application_id.as_ref().filter(|id| !id.is_empty());
    let stage = schedule.interview_stage_id.as_ref().filter(|id| !id.is_empty());
    Interview {
        title: embedded
            .and_then(|kind| owned(kind.title.as_deref()))
            .or_else(|| owned(event.interview_id.as_ref().and_then(title).as_deref()))
            .or_else(|| owned(embedded?.external_title.as_deref())),
        starting_at: time(&event.start_time),
        ending_at: time(&event.end_time),
        video_conferencing_url: owned(event.meeting_link.as_deref()),
        application_id: application.map(|id| Id::of(connection, Application::TABLE, id.as_str())),
        stage_id: stage.map(|id| stage_id(connection, id)),
        remote_created_at: time(&event.created_at),
        remote_updated_at: time(&event.updated_at),
        private: InterviewPrivate {
            schedule_remote_id: Some(schedule.id.as_str().to_owned()),
            schedule_status: owned(schedule.status.as_deref()),
            interview_remote_id: owned(event.interview_id.as_ref().map(ashby::InterviewId::as_str)),
            application_remote_id: application.map(|id| id.as_str().to_owned()),
            location: owned(event.location.as_deref()),
            feedback_link: owned(event.feedback_link.as_deref()),
            has_feedback: event.has_submitted_feedback,
            scheduled_by: schedule.scheduled_by.as_ref().and_then(user_name),
            team,
        },
    }
}

/// Who holds an event, each once; by the deprecated list of ids where the other is empty.
fn team<'a>(
    connection: &ConnectionId,
    event: &'a ashby::InterviewEvent,
) -> Vec<(&'a ashby::UserId, Interviewer)> {
    let named = event.interviewers.iter().map(|interviewer| {
        let member = Interviewer {
            user_id: user_id(connection, &interviewer.id),
            name: whole_name(interviewer.first_name.as_deref(), interviewer.last_name.as_deref()),
            training_role: owned(interviewer.training_role.as_deref()),
            is_feedback_required: interviewer.is_feedback_required,
        };
        (&interviewer.id, member)
    });
    let by_id = event.interviewer_user_ids.iter().filter(|_| event.interviewers.is_empty()).map(|id| {
        let user_id = user_id(connection, id);
        (id, Interviewer { user_id, name: None, training_role: None, is_feedback_required: None })
    });
    let mut team: Vec<(&ashby::UserId, Interviewer)> = Vec::new();
    for (id, member) in named.chain(by_id).filter(|(id, _)| !id.is_empty()) {
        if team.iter().all(|(known, _)| *known != id) {
            team.push((id, member));
        }
    }
    team
}

fn stub(connection: &ConnectionId, interviewer: &ashby::Interviewer) -> Row<User> {
    let known = ashby::User {
        id: interviewer.id.clone(),
        first_name: interviewer.first_name.clone(),
        last_name: interviewer.last_name.clone(),
        email: interviewer.email.clone(),
        is_enabled: interviewer.is_enabled,
        ..ashby::User::default()
    };
    user(connection, &known)
}
