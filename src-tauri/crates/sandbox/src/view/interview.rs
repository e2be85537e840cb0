//! Interview schedules and their events as Ashby shows them.

use serde_json::{Value, json};

use super::{Sparse, View};
use crate::draw::{Draw, Stream};
use crate::generate::interviews::{Event, SCHEDULES, Schedule, Seat};
use crate::generate::{plans, time};
use crate::ids::Kind;

/// Users in these places are trained for interviews in a pool.
const POOLED: usize = 20;

fn number(place: usize) -> u64 {
    u64::try_from(place).unwrap_or(0)
}

impl View<'_> {
    /// The schedules an application has, those that are gone left out; none when the application is not there.
    pub fn schedules(&self, application: u64) -> Vec<Schedule> {
        if application >= self.workspace.application_count() || self.application(application).is_none() {
            return Vec::new();
        }
        let mut schedules = self.workspace.schedules(application);
        schedules.retain(|schedule| !self.overlay.is_gone(Kind::Schedule, schedule.index));
        schedules
    }

    /// One schedule by its number.
    pub fn schedule(&self, index: u64) -> Option<Schedule> {
        self.schedules(index / SCHEDULES).into_iter().find(|schedule| schedule.index == index)
    }

    pub fn schedule_record(&self, it: &Schedule) -> Value {
        let ids = &self.workspace.ids;
        let known = json!({
            "id": ids.id(Kind::Schedule, it.index), "status": it.status,
            "applicationId": self.application_id(it.application),
            "interviewStageId": plans::stage_id(ids, it.plan, it.stage),
            "createdAt": time::iso(it.created), "updatedAt": time::iso(it.updated),
            "interviewEvents": it.events.iter().map(|event| self.event(it, event)).collect::<Vec<_>>(),
        });
        let mut record = Sparse::new(known, it.index.is_multiple_of(2));
        record.put("scheduledBy", it.scheduler.and_then(|user| self.user(user)));
        self.amended(Kind::Schedule, it.index, record.done())
    }

    fn event(&self, schedule: &Schedule, it: &Event) -> Value {
        let ids = &self.workspace.ids;
        let id = ids.id(Kind::Event, it.index);
        let mut draw = Draw::at(self.workspace.seed, Stream::Schedule, it.index | (1 << 44));
        let people: Vec<Value> = it.seats.iter().filter_map(|seat| self.seat(*seat)).collect();
        let who: Vec<&Value> = people.iter().filter_map(|it| it.get("id")).collect();
        let link = format!("https://meet.haldenrobotics.example/{}", &id.get(..8).unwrap_or_default());
        let room = draw.word(&["Room Tista", "Lab 2", "The greenhouse", "Meeting box 4, second floor"]);
        json!({
            "id": id, "interviewId": ids.id(Kind::Interview, number(it.interview)),
            "interviewScheduleId": ids.id(Kind::Schedule, schedule.index), "interviewerUserIds": who,
            "interviewers": people, "createdAt": time::iso(schedule.created),
            "updatedAt": time::iso(schedule.updated), "startTime": time::iso(it.start),
            "endTime": time::iso(it.end),
            "feedbackLink": format!("https://app.ashbyhq.com/interview-briefings/{id}/feedback"),
            "location": (!it.remote).then_some(room), "meetingLink": it.remote.then_some(link),
            "interviewerCalendarEventId": draw.chance(700).then(|| format!("cal{:016x}", draw.next())),
            "hasSubmittedFeedback": it.feedback.iter().any(Option::is_some),
            "extraData": if draw.chance(100) { json!({ "bookedBy": "front desk" }) } else { Value::Null },
        })
    }

    fn seat(&self, seat: Seat) -> Option<Value> {
        let mut user = self.user(seat.user)?;
        let fields = user.as_object_mut()?;
        let pool = (seat.user < POOLED).then(|| self.one(Kind::Pool, number(seat.user % 2))).flatten();
        fields.insert("trainingRole".into(), json!(seat.training));
        fields.insert("interviewerPool".into(), json!(pool));
        fields.insert("isFeedbackRequired".into(), json!(seat.training != Some("Shadow")));
        Some(user)
    }

    /// The events of a schedule as they are now, by number.
    pub fn events(&self, schedule: &Schedule, expand: bool) -> Vec<(u64, Value)> {
        let record = self.schedule_record(schedule);
        let events = record.get("interviewEvents").and_then(Value::as_array).cloned().unwrap_or_default();
        events
            .into_iter()
            .filter_map(|mut event| {
                let index = self.workspace.ids.index(Kind::Event, event.get("id")?.as_str()?)?;
                if expand {
                    let interview = event.get("interviewId")?.as_str()?;
                    let (_, interview) = self.named(Kind::Interview, interview)?;
                    event.as_object_mut()?.insert("interview".into(), interview);
                }
                Some((index, event))
            })
            .collect()
    }
}
