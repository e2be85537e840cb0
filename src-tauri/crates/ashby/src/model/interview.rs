//! Interviews: their kinds, the schedules that hold them, and the events that take place.

use serde_json::{Map, Value};

use super::{
    ApplicationId, FeedbackFormDefinitionId, InterviewEventId, InterviewId, InterviewScheduleId,
    InterviewerPoolId, JobId, StageId, User, UserId, record::record,
};

record! {
    /// A kind of interview, from `interview.list` or expanded in an event.
    Interview {
        /// Ashby's id of the interview.
        id: InterviewId,
        /// Its name inside the organisation.
        title: Option<String>,
        /// Its name for candidates.
        external_title: Option<String>,
        /// Whether it is archived.
        is_archived: Option<bool>,
        /// Whether it is a debrief, without the candidate.
        is_debrief: Option<bool>,
        /// Whether interviewers have to give feedback.
        is_feedback_required: Option<bool>,
        /// Whether interviewers are asked for feedback.
        is_feedback_requested: Option<bool>,
        /// What interviewers should do, as HTML.
        instructions_html: Option<String>,
        /// What interviewers should do, as plain text.
        instructions_plain: Option<String>,
        /// The job it belongs to; absent for one shared by all jobs.
        job_id: Option<JobId>,
        /// The form feedback is given on.
        feedback_form_definition_id: Option<FeedbackFormDefinitionId>,
    }
}

record! {
    /// What is arranged for one application in one stage, from `interviewSchedule.list`. Cancelling it removes its
    /// events, of which nothing is told any more.
    InterviewSchedule {
        /// Ashby's id of the schedule.
        id: InterviewScheduleId,
        /// `NeedsScheduling`, `Scheduled`, `WaitingOnFeedback`, `Complete`, `Cancelled`, `OnHold`, … or another value.
        status: Option<String>,
        /// The application.
        application_id: Option<ApplicationId>,
        /// The stage.
        interview_stage_id: Option<StageId>,
        /// Who arranged it; absent until somebody has.
        scheduled_by: Option<User>,
        /// Creation, ISO 8601.
        created_at: Option<String>,
        /// Last change, ISO 8601.
        updated_at: Option<String>,
        /// The events that stand; complete.
        interview_events: Vec<InterviewEvent>,
    }
}

record! {
    /// One interview that takes place, in a schedule or from `interviewEvent.list`.
    InterviewEvent {
        /// Ashby's id of the event.
        id: InterviewEventId,
        /// What kind of interview it is.
        interview_id: Option<InterviewId>,
        /// The schedule it belongs to.
        interview_schedule_id: Option<InterviewScheduleId>,
        /// Who interviews. Deprecated by Ashby in favour of `interviewers`.
        interviewer_user_ids: Vec<UserId>,
        /// Who interviews.
        interviewers: Vec<Interviewer>,
        /// Creation, ISO 8601.
        created_at: Option<String>,
        /// Last change, ISO 8601.
        updated_at: Option<String>,
        /// Begin, ISO 8601.
        start_time: Option<String>,
        /// End, ISO 8601.
        end_time: Option<String>,
        /// Where interviewers give feedback.
        feedback_link: Option<String>,
        /// The place.
        location: Option<String>,
        /// The video call.
        meeting_link: Option<String>,
        /// The entry in the interviewer's calendar.
        interviewer_calendar_event_id: Option<String>,
        /// Whether all feedback is given.
        has_submitted_feedback: Option<bool>,
        /// What kind of interview it is, in full, when asked for by `expand`.
        interview: Option<Interview>,
        /// Text values set by integrations.
        extra_data: Option<Map<String, Value>>,
    }
}

record! {
    /// A user as interviewer of one event.
    Interviewer {
        /// Ashby's id of the user.
        id: UserId,
        /// Given name.
        first_name: Option<String>,
        /// Family name.
        last_name: Option<String>,
        /// E-mail address.
        email: Option<String>,
        /// `Organization Admin`, `Elevated Access`, `Limited Access`, `External Recruiter` or another value.
        global_role: Option<String>,
        /// Whether the user can sign in.
        is_enabled: Option<bool>,
        /// Last change of the user, ISO 8601.
        updated_at: Option<String>,
        /// `Shadow`, `Reverse-Shadow` or another value; absent for who is fully trained.
        training_role: Option<String>,
        /// The pool the interviewer was taken from.
        interviewer_pool: Option<InterviewerPool>,
        /// Whether this interviewer has to give feedback.
        is_feedback_required: Option<bool>,
    }
}

record! {
    /// A pool of interviewers, in short.
    InterviewerPool {
        /// Ashby's id of the pool.
        id: InterviewerPoolId,
        /// Its name.
        title: Option<String>,
        /// Whether it is archived.
        is_archived: Option<bool>,
    }
}
