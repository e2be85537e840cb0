//! Interviews: what kinds there are, and the schedules that applications went through.
//!
//! A schedule belongs to a visit of an interview stage. It is derived from the application as the workspace started
//! with it, so moving an application changes none of its schedules.

use serde_json::{Value, json};

use super::applications::{Application, Visit, stage_type};
use super::plans::{PLANS, StageType};
use super::{Workspace, time};
use crate::draw::{Draw, Stream};
use crate::ids::{Ids, Kind};

/// A kind of interview.
pub(crate) struct Interview {
    pub title: &'static str,
    external: Option<&'static str>,
    pub minutes: u64,
    /// Its form for feedback.
    pub form: u64,
    /// The job it is for; `None` for one that all jobs share.
    pub job: Option<u64>,
    pub archived: bool,
}

const fn shared(title: &'static str, external: Option<&'static str>, minutes: u64, form: u64) -> Interview {
    Interview { title, external, minutes, form, job: None, archived: false }
}

/// The order is part of what a seed means, so new ones go to the end.
pub(crate) const INTERVIEWS: &[Interview] = &[
    shared("Recruiter screen", Some("A first conversation"), 30, 0),
    shared("Coding with two engineers", Some("Technical interview"), 60, 1),
    shared("System design", None, 60, 1),
    Interview { job: Some(0), ..shared("Robot bring-up, pairing", Some("Pairing session"), 90, 1) },
    shared("Lab walk-through", Some("A look at the lab"), 45, 2),
    shared("Design exercise review", None, 60, 1),
    shared("Role play: the first meeting", Some("Role play"), 60, 2),
    shared("Trial shift", None, 240, 2),
    shared("Conversation with the team", None, 45, 0),
    shared("Hiring manager", None, 45, 0),
    shared("Case presentation", Some("Your case"), 60, 2),
    shared("Founders", None, 30, 0),
    shared("Debrief", None, 30, 0),
    Interview { archived: true, ..shared("Whiteboard session (2022)", None, 60, 3) },
    Interview { job: Some(2), ..shared("Reference call", None, 30, 2) },
];

const DEBRIEF: usize = 12;

pub(crate) fn interviews(ids: &Ids) -> Vec<Value> {
    (0..).zip(INTERVIEWS).map(|(index, it)| record(ids, index, it)).collect()
}

fn record(ids: &Ids, index: u64, it: &Interview) -> Value {
    let debrief = u64::try_from(DEBRIEF).is_ok_and(|debrief| debrief == index);
    let mut record = json!({
        "id": ids.id(Kind::Interview, index), "title": it.title, "isArchived": it.archived, "isDebrief": debrief,
        "isFeedbackRequired": !debrief, "isFeedbackRequested": !debrief,
        "feedbackFormDefinitionId": ids.id(Kind::FeedbackForm, it.form),
        "jobId": it.job.map(|job| ids.id(Kind::Job, job)),
    });
    if let Some(fields) = record.as_object_mut() {
        if it.external.is_some() || index.is_multiple_of(2) {
            fields.insert("externalTitle".into(), json!(it.external));
        }
        if it.minutes >= 60 {
            let text = "Leave ten minutes for questions.";
            fields.insert("instructionsHtml".into(), json!(format!("<p>{text}</p>")));
            fields.insert("instructionsPlain".into(), json!(text));
        }
    }
    record
}

/// The interviews of a stage: none when it is no stage for interviews.
pub(crate) fn held_in(plan: usize, stage: usize) -> &'static [usize] {
    let title = PLANS.get(plan).and_then(|plan| plan.stages.get(stage)).map_or("", |(title, _)| *title);
    match title {
        "Recruiter screen" | "Phone screen" | "Phone interview" | "Introductory call" => &[0],
        "Technical interview" if plan == 0 => &[1, 3],
        "Technical interview" | "Coding exercise" => &[1],
        "Onsite" => &[2, 8, 9],
        "Design exercise" => &[5],
        "Lab day" => &[4, 8],
        "Team lunch" | "Conversation with the team" => &[8],
        "Role play" => &[6],
        "Panel" => &[9, 8],
        "Trial shift" => &[7],
        "Hiring manager" => &[9],
        "Case presentation" => &[10],
        "Founders" => &[11],
        "References" => &[14],
        _ => &[],
    }
}

/// Room for indices: visits of an application, events of a schedule, feedback on an event.
pub(crate) const SCHEDULES: u64 = 16;
pub(crate) const EVENTS: u64 = 4;
pub(crate) const SEATS: u64 = 4;

/// Someone at an interview.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seat {
    pub user: usize,
    /// `Shadow`, `Reverse-Shadow`, or nothing once qualified.
    pub training: Option<&'static str>,
}

/// An appointment.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    pub index: u64,
    pub interview: usize,
    pub seats: Vec<Seat>,
    pub start: i64,
    pub end: i64,
    /// By video instead of in a room.
    pub remote: bool,
    /// When each seat sent feedback.
    pub feedback: Vec<Option<i64>>,
}

/// What is planned for one stay in an interview stage.
#[derive(Debug, Clone)]
pub(crate) struct Schedule {
    pub index: u64,
    pub application: u64,
    pub visit: u64,
    pub plan: usize,
    pub stage: usize,
    pub status: &'static str,
    pub scheduler: Option<usize>,
    pub created: i64,
    pub updated: i64,
    pub events: Vec<Event>,
}

/// How a stay in an interview stage is planned: one of these for those under way.
const UNDER_WAY: [&str; 16] = [
    "NeedsScheduling",
    "WaitingOnCandidateBooking",
    "WaitingOnCandidateAvailability",
    "CandidateAvailabilitySubmitted",
    "OnHold",
    "Cancelled",
    "Unknown",
    "Scheduled",
    "Scheduled",
    "Scheduled",
    "Scheduled",
    "Scheduled",
    "WaitingOnFeedback",
    "WaitingOnFeedback",
    "Complete",
    "Complete",
];

const QUARTER: i64 = time::HOUR / 4;

impl Workspace {
    /// The schedules an application starts with.
    pub fn schedules(&self, index: u64) -> Vec<Schedule> {
        let application = self.application(index);
        (0..SCHEDULES)
            .zip(&application.history)
            .filter_map(|(number, visit)| self.schedule(index, &application, number, visit))
            .collect()
    }

    fn schedule(&self, application: u64, it: &Application, number: u64, visit: &Visit) -> Option<Schedule> {
        let interviews = held_in(it.plan, visit.stage);
        let index = application * SCHEDULES + number;
        let mut draw = Draw::at(self.seed, Stream::Schedule, index);
        if interviews.is_empty() || stage_type(it.plan, visit.stage) != StageType::Active || draw.chance(120)
        {
            return None;
        }
        let long = self.now - visit.entered > 4 * time::HOUR;
        let status = match visit.left {
            Some(_) if draw.chance(60) => "Cancelled",
            Some(_) if draw.chance(40) => "WaitingOnFeedback",
            Some(_) => "Complete",
            None => match draw.word(&UNDER_WAY) {
                "WaitingOnFeedback" | "Complete" if !long => "Scheduled",
                status => status,
            },
        };
        let held = matches!(status, "Scheduled" | "WaitingOnFeedback" | "Complete");
        let mut schedule = Schedule {
            index,
            application,
            visit: number,
            plan: it.plan,
            stage: visit.stage,
            status,
            scheduler: (held || status == "Cancelled").then(|| self.mover(it.job, &mut draw)).flatten(),
            created: (visit.entered + minutes(draw.between(5, 180))).min(self.now - 30 * 60_000),
            updated: 0,
            events: Vec::new(),
        };
        if held {
            self.arrange(&mut schedule, it, visit, &mut draw);
        }
        let sent = schedule.events.iter().flat_map(|event| event.feedback.iter().flatten().copied()).max();
        let last = sent.unwrap_or(schedule.created + minutes(draw.between(1, 300)));
        schedule.updated = last.min(self.now - 60_000).max(schedule.created);
        Some(schedule)
    }

    /// Puts the events of a schedule on a day.
    fn arrange(&self, schedule: &mut Schedule, it: &Application, visit: &Visit, draw: &mut Draw) {
        let interviews = held_in(it.plan, visit.stage);
        let whole: i64 = interviews.iter().map(|place| length(*place) + QUARTER).sum();
        let mut start = if schedule.status == "Scheduled" {
            self.soon(draw)
        } else {
            let end = visit.left.unwrap_or(self.now - 60_000);
            let room = (end - visit.entered - whole).max(0);
            let latest = (visit.entered + room / 1000 * i64::try_from(draw.below(1000)).unwrap_or(0)).max(0);
            (latest / QUARTER + 1) * QUARTER
        };
        let interviewed = schedule.status != "Scheduled";
        for (number, interview) in (0..EVENTS).zip(interviews) {
            let end = start + length(*interview);
            let seats = self.seats(it.job, *interview, draw);
            let complete = schedule.status == "Complete";
            let feedback = seats
                .iter()
                .enumerate()
                .map(|(seat, it)| {
                    let sends = interviewed && it.training != Some("Shadow") && (complete || seat == 1);
                    let after = minutes(draw.between(10, 20 * 60));
                    sends.then(|| (end + after).min(self.now - 2 * 60_000).max(end.min(self.now - 180_000)))
                })
                .collect();
            schedule.events.push(Event {
                index: schedule.index * EVENTS + number,
                interview: *interview,
                seats,
                start,
                end,
                remote: *interview != 7 && !draw.chance(300),
                feedback,
            });
            start = end + QUARTER;
        }
    }

    /// A time in the next two weeks; a third of all within the next hours.
    fn soon(&self, draw: &mut Draw) -> i64 {
        if draw.chance(330) {
            let ahead = self.now + minutes(draw.between(20, 9 * 60));
            return (ahead / QUARTER + 1) * QUARTER;
        }
        let day = self.now / time::DAY + i64::try_from(draw.between(1, 13)).unwrap_or(1);
        // Day 0 was a Thursday.
        let rest = match (day + 4) % 7 {
            0 => 1,
            6 => 2,
            _ => 0,
        };
        (day + rest) * time::DAY + 8 * time::HOUR + minutes(30 * draw.below(17))
    }

    fn seats(&self, job: usize, interview: usize, draw: &mut Draw) -> Vec<Seat> {
        let most = if interview == 0 { 1 } else { 3 };
        let mut seats: Vec<Seat> = Vec::new();
        for number in 0..draw.between(1, most) {
            let user = if number == 0 {
                self.mover(job, draw).unwrap_or(0)
            } else {
                draw.place(self.users.len().min(40))
            };
            let training = match draw.below(100) {
                roll if number == 0 || roll > 24 => None,
                roll if roll < 14 => Some("Shadow"),
                _ => Some("Reverse-Shadow"),
            };
            if seats.iter().all(|seat| seat.user != user) {
                seats.push(Seat { user, training });
            }
        }
        seats
    }
}

fn minutes(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(0) * 60_000
}

fn length(interview: usize) -> i64 {
    INTERVIEWS.get(interview).map_or(time::HOUR, |it| minutes(it.minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_interview_stage_has_interviews() {
        for (plan, it) in PLANS.iter().enumerate() {
            for (stage, (title, kind)) in it.stages.iter().enumerate() {
                assert_eq!(!held_in(plan, stage).is_empty(), *kind == StageType::Active, "{title}");
            }
        }
        assert!(INTERVIEWS[DEBRIEF].title == "Debrief");
    }
}
