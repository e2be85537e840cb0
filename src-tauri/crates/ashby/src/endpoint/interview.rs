//! `interview.*`, `interviewSchedule.*` and `interviewEvent.*`

use serde::Serialize;

use super::list;
use crate::model::{ApplicationId, Interview, InterviewEvent, InterviewSchedule, InterviewScheduleId};

list! {
    /// Kinds of interview.
    InterviewList = "interview.list", "interviewsRead", InterviewListParams => Interview, paged: true, synced: true
}

list! {
    /// What is arranged for applications, with the events that stand.
    InterviewScheduleList = "interviewSchedule.list", "interviewsRead", InterviewScheduleListParams => InterviewSchedule, paged: true, synced: true
}

list! {
    /// The events of one schedule, few enough for one page: one half of Ashby's description forbids the paging that
    /// the other half describes.
    InterviewEventList = "interviewEvent.list", "interviewsRead", InterviewEventListParams => InterviewEvent, paged: false, synced: false
}

/// Parameters of `interview.list`; by default all kinds, those of single jobs too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InterviewListParams {
    /// Whether archived kinds are listed.
    pub include_archived: bool,
    /// Whether kinds that belong to one job are listed.
    pub include_non_shared_interviews: bool,
}

impl Default for InterviewListParams {
    fn default() -> Self {
        Self { include_archived: true, include_non_shared_interviews: true }
    }
}

/// Parameters of `interviewSchedule.list`; by default all schedules.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InterviewScheduleListParams {
    /// Only schedules made later, in milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_after: Option<i64>,
    /// Only schedules of this application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub application_id: Option<ApplicationId>,
}

/// Parameters of `interviewEvent.list`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InterviewEventListParams {
    /// The schedule.
    pub interview_schedule_id: InterviewScheduleId,
    /// What to send in full: `interview`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub expand: Vec<&'static str>,
}

impl InterviewEventListParams {
    /// The events of that schedule with their kinds in full.
    #[must_use]
    pub fn new(interview_schedule_id: InterviewScheduleId) -> Self {
        Self { interview_schedule_id, expand: vec!["interview"] }
    }
}
