//! Feedback as Ashby shows it.

use serde_json::{Value, json};

use super::View;
use crate::generate::interviews::{INTERVIEWS, SEATS, Schedule};
use crate::generate::time;
use crate::ids::Kind;

/// Room for the numbers of all feedback of one application.
pub(crate) const FEEDBACK: u64 = crate::generate::interviews::SCHEDULES
    * crate::generate::interviews::EVENTS
    * crate::generate::interviews::SEATS;

impl View<'_> {
    /// The feedback on an application, by number. Whoever sent it may be gone; a cancelled event takes its
    /// feedback along.
    pub fn feedback(&self, application: u64) -> Vec<(u64, Value)> {
        let derived = self.schedules(application);
        derived
            .iter()
            .flat_map(|schedule| self.feedback_on(schedule))
            .chain(self.sent_feedback(application))
            .collect()
    }

    /// The feedback sent on an application through the API.
    pub fn sent_feedback(&self, application: u64) -> Vec<(u64, Value)> {
        if self.application(application).is_none() {
            return Vec::new();
        }
        let numbers = application * FEEDBACK..(application + 1) * FEEDBACK;
        let added = self
            .overlay
            .drift(Kind::Feedback)
            .into_iter()
            .flat_map(|drift| drift.added.range(numbers.clone()));
        added
            .filter_map(|(index, _)| self.one(Kind::Feedback, *index).map(|record| (*index, record)))
            .collect()
    }

    fn feedback_on(&self, schedule: &Schedule) -> Vec<(u64, Value)> {
        let written = self.overlay.written(Kind::Schedule, schedule.index, "interviewEvents");
        let kept = |event: u64| {
            let id = self.workspace.ids.id(Kind::Event, event);
            written.and_then(Value::as_array).is_none_or(|events| {
                events.iter().any(|event| event.get("id").and_then(Value::as_str) == Some(id.as_str()))
            })
        };
        let mut all = Vec::new();
        for event in schedule.events.iter().filter(|event| kept(event.index)) {
            let form = INTERVIEWS.get(event.interview).map_or(0, |it| it.form);
            for ((number, seat), sent) in (0..SEATS).zip(&event.seats).zip(&event.feedback) {
                let index = event.index * SEATS + number;
                let (Some(sent), false) = (sent, self.overlay.is_gone(Kind::Feedback, index)) else {
                    continue;
                };
                let ids = &self.workspace.ids;
                let definition =
                    self.one(Kind::FeedbackForm, form).and_then(|it| it.get("formDefinition").cloned());
                let record = json!({
                    "id": ids.id(Kind::Feedback, index), "applicationId": self.application_id(schedule.application),
                    "interviewId": ids.id(Kind::Interview, u64::try_from(event.interview).unwrap_or(0)),
                    "interviewEventId": ids.id(Kind::Event, event.index),
                    "feedbackFormDefinitionId": ids.id(Kind::FeedbackForm, form),
                    "applicationHistoryId": ids.id(Kind::History, (schedule.application << 12) | schedule.visit),
                    "submittedByUser": self.workspace.users.get(seat.user).map(|user| &user.record),
                    "submittedAt": time::iso(*sent), "formDefinition": definition,
                    "submittedValues": self.workspace.scorecard(form, index),
                });
                all.push((index, self.amended(Kind::Feedback, index, record)));
            }
        }
        all
    }
}
