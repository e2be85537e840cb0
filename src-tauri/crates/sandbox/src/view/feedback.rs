//! Feedback as Ashby shows it.

use serde_json::{Value, json};

use super::View;
use crate::generate::interviews::{EVENTS, Event, INTERVIEWS, SCHEDULES, SEATS, Schedule};
use crate::generate::time;
use crate::ids::Kind;

/// Room for the numbers of all feedback of one application.
pub(crate) const FEEDBACK: u64 = SCHEDULES * EVENTS * SEATS;

impl View<'_> {
    /// The numbers of the feedback on an application, in order. Whoever sent it may be gone; a cancelled event takes
    /// its feedback along.
    pub fn feedback_numbers(&self, application: u64) -> Vec<u64> {
        let schedules = self.schedules(application);
        schedules
            .iter()
            .flat_map(|schedule| self.numbers_on(schedule))
            .chain(self.sent_feedback(application))
            .filter(|index| !self.overlay.is_gone(Kind::Feedback, *index))
            .collect()
    }

    fn numbers_on(&self, schedule: &Schedule) -> Vec<u64> {
        let written = self.overlay.written(Kind::Schedule, schedule.index, "interviewEvents");
        let kept = |event: &&Event| {
            written.and_then(Value::as_array).is_none_or(|events| {
                let id = self.workspace.ids.id(Kind::Event, event.index);
                events.iter().any(|event| event.get("id").and_then(Value::as_str) == Some(id.as_str()))
            })
        };
        let seats = |event: &Event| {
            let first = event.index * SEATS;
            (first..)
                .zip(&event.feedback)
                .filter(|(_, sent)| sent.is_some())
                .map(|(index, _)| index)
                .collect::<Vec<_>>()
        };
        schedule.events.iter().filter(kept).flat_map(seats).collect()
    }

    /// The numbers of the feedback sent on an application through the API.
    pub fn sent_feedback(&self, application: u64) -> Vec<u64> {
        if self.application(application).is_none() {
            return Vec::new();
        }
        let numbers = application * FEEDBACK..(application + 1) * FEEDBACK;
        let drift = self.overlay.drift(Kind::Feedback);
        drift
            .into_iter()
            .flat_map(|drift| drift.added.range(numbers.clone()))
            .map(|(index, _)| *index)
            .collect()
    }

    /// One piece of feedback, unless it is gone.
    pub fn one_feedback(&self, index: u64) -> Option<Value> {
        if self.overlay.is_gone(Kind::Feedback, index) {
            return None;
        }
        let sent = self.overlay.drift(Kind::Feedback).is_some_and(|drift| drift.added.contains_key(&index));
        if sent {
            self.application(index / FEEDBACK)?;
            return self.one(Kind::Feedback, index);
        }
        let schedule = self.schedule(index / (EVENTS * SEATS))?;
        if !self.numbers_on(&schedule).contains(&index) {
            return None;
        }
        let event = schedule.events.iter().find(|event| event.index == index / SEATS)?;
        let place = usize::try_from(index % SEATS).ok()?;
        let (seat, sent) = (event.seats.get(place)?, event.feedback.get(place).copied().flatten()?);
        let ids = &self.workspace.ids;
        let form = INTERVIEWS.get(event.interview).map_or(0, |it| it.form);
        let definition = self.one(Kind::FeedbackForm, form).and_then(|it| it.get("formDefinition").cloned());
        let record = json!({
            "id": ids.id(Kind::Feedback, index), "applicationId": self.application_id(schedule.application),
            "interviewId": ids.id(Kind::Interview, u64::try_from(event.interview).unwrap_or(0)),
            "interviewEventId": ids.id(Kind::Event, event.index),
            "feedbackFormDefinitionId": ids.id(Kind::FeedbackForm, form),
            "applicationHistoryId": ids.id(Kind::History, (schedule.application << 12) | schedule.visit),
            "submittedByUser": self.workspace.users.get(seat.user).map(|user| &user.record),
            "submittedAt": time::iso(sent), "formDefinition": definition,
            "submittedValues": self.workspace.scorecard(form, index),
        });
        Some(self.amended(Kind::Feedback, index, record))
    }
}
