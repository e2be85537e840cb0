//! Kinds of interview, and the interviews that take place.

use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_ashby::{Record, model as ashby};
use samara_store::table::listing::Subject;
use samara_store::table::reference::{Kind, Reference};
use samara_store::{MirrorTx, Outcome, Payload, Result};
use samara_unified::{self as unified, ConnectionId, Timestamp};
use serde_json::Value;
use serde_json::value::RawValue;

use super::Source;
use crate::notice::Tag;
use crate::pull::mapping::{Mapping, kept_payload};

const SCHEDULES: &str = api::InterviewScheduleList::NAME;

/// Kinds of interview: interviews take their titles from them.
pub(crate) struct InterviewKinds;

/// A kind of interview as received.
pub(crate) struct MappedKind {
    connection: ConnectionId,
    remote_id: String,
    title: Option<String>,
    is_archived: bool,
    json: String,
}

impl Source for InterviewKinds {
    type Endpoint = api::InterviewList;
    type Mapped = Vec<MappedKind>;
    const TAGS: &'static [Tag] = &[Tag::Candidate];
    const SUBJECTS: &'static [Subject] = &[Subject::Reference(Kind::Interview)];

    fn params() -> api::InterviewListParams {
        api::InterviewListParams::default()
    }

    fn map(mapping: &Mapping, records: Vec<Record<ashby::Interview>>) -> Self::Mapped {
        let mapped = records.iter().map(|record| MappedKind {
            connection: mapping.connection.clone(),
            remote_id: record.value.id.as_str().to_owned(),
            title: record.value.title.clone(),
            is_archived: record.value.is_archived.unwrap_or(false),
            json: kept_payload(api::InterviewList::NAME, &record.raw).into_owned(),
        });
        mapped.collect()
    }

    fn write(tx: &MirrorTx<'_>, mapped: &Self::Mapped, now: &Timestamp) -> Result<u64> {
        mapped.iter().try_fold(0, |count, kind| {
            let record = Reference {
                remote_id: &kind.remote_id,
                name: kind.title.as_deref(),
                is_archived: kind.is_archived,
                json: &kind.json,
            };
            if !tx.keep_reference(Kind::Interview, &record)? {
                return Ok(count);
            }
            for json in tx.schedules_of_kind(&kind.remote_id)? {
                let Ok(schedule) = serde_json::from_str(&json) else { continue };
                let Ok(raw) = RawValue::from_string(json) else { continue };
                MappedSchedule::of(&kind.connection, &schedule, &raw).write_interviews(tx, now)?;
            }
            Ok(count + 1)
        })
    }
}

/// Interviews, by the schedules that hold them.
pub(crate) struct InterviewSchedules;

/// A schedule's rows.
pub(crate) struct MappedSchedule {
    remote_id: String,
    interviews: Vec<MappedInterview>,
    users: Vec<unified::Row<unified::User>>,
    /// Whether only interviews of applications that are mirrored are kept.
    known_only: bool,
}

struct MappedInterview {
    rows: unified::InterviewRows,
    /// Whether the event itself tells its kind's title.
    titled: bool,
    payload: String,
}

impl MappedSchedule {
    /// Maps one schedule, or what is kept of it with one of its events.
    pub(crate) fn of(connection: &ConnectionId, schedule: &ashby::InterviewSchedule, raw: &RawValue) -> Self {
        let rows = unified::interviews(connection, schedule, |_| None);
        let mut whole: Value = serde_json::from_str(&kept_payload(SCHEDULES, raw)).unwrap_or_default();
        let events = whole.get_mut("interviewEvents").map(Value::take).unwrap_or_default();
        let payload = |remote_id: Option<&str>| {
            // An interview's payload is its schedule with this one event.
            let of_id = |event: &&Value| event.get("id").and_then(Value::as_str) == remote_id;
            let event = events.as_array().into_iter().flatten().find(of_id);
            let mut one = whole.clone();
            if let (Some(one), Some(event)) = (one.as_object_mut(), event) {
                one.insert("interviewEvents".to_owned(), Value::Array(vec![event.clone()]));
            }
            one.to_string()
        };
        let titled = |remote_id: Option<&str>| {
            let mut events = schedule.interview_events.iter();
            let event = events.find(|event| Some(event.id.as_str()) == remote_id);
            event.and_then(|event| event.interview.as_ref()?.title.as_ref()).is_some()
        };
        let interviews = rows.interviews.into_iter().map(|rows| {
            let remote_id = rows.interview.remote_id.as_deref();
            MappedInterview { titled: titled(remote_id), payload: payload(remote_id), rows }
        });
        Self {
            remote_id: rows.remote_id,
            interviews: interviews.collect(),
            users: rows.users,
            known_only: false,
        }
    }

    /// Keeps its interviews and nothing else: others of the schedule may stand beside them.
    pub(crate) fn write_interviews(&self, tx: &MirrorTx<'_>, now: &Timestamp) -> Result<()> {
        self.interviews.iter().try_for_each(|interview| interview.write(tx, now).map(drop))
    }

    fn write(&self, tx: &MirrorTx<'_>, now: &Timestamp) -> Result<bool> {
        let mut present = Vec::with_capacity(self.interviews.len());
        let mut moved = false;
        for interview in &self.interviews {
            let row = &interview.rows.interview;
            let application = row.model.application_id.as_ref().filter(|_| self.known_only);
            if let Some(application) = application
                && !tx.has_application(application)?
            {
                continue;
            }
            present.push(&row.id);
            moved |= interview.write(tx, now)?;
        }
        let gone =
            tx.mark_absent::<unified::Interview>("_schedule_remote_id", &self.remote_id, &present, now)?;
        for id in &gone {
            tx.mark_absent::<unified::InterviewUser>("interview_id", id.as_str(), &[], now)?;
        }
        if moved {
            for user in &self.users {
                tx.upsert_stub(user, now)?;
            }
        }
        Ok(moved || !gone.is_empty())
    }
}

impl MappedInterview {
    fn write(&self, tx: &MirrorTx<'_>, now: &Timestamp) -> Result<bool> {
        let mut row = self.rows.interview.clone();
        if let Some(kind) = row.model.private.interview_remote_id.as_deref().filter(|_| !self.titled)
            && let Some(title) = tx.reference_name(Kind::Interview, kind)?
        {
            row.model.title = Some(title);
        }
        let updated = row.model.remote_updated_at.as_ref();
        let payload = Payload::new(SCHEDULES, &self.payload);
        let (_, outcome) = tx.upsert_newest(&row, updated, &[payload], now)?;
        if outcome == Outcome::Same {
            return Ok(false);
        }
        tx.replace_connections("interview_id", &row.id, &self.rows.team, now)?;
        Ok(true)
    }
}

impl Source for InterviewSchedules {
    type Endpoint = api::InterviewScheduleList;
    type Mapped = Vec<MappedSchedule>;
    const TAGS: &'static [Tag] = &[Tag::Candidate, Tag::Pipeline];
    const SUBJECTS: &'static [Subject] = &[Subject::Table("ats_interviews")];

    fn params() -> api::InterviewScheduleListParams {
        api::InterviewScheduleListParams::default()
    }

    fn map(mapping: &Mapping, records: Vec<Record<ashby::InterviewSchedule>>) -> Self::Mapped {
        let mapped = records.iter().map(|record| MappedSchedule {
            known_only: mapping.known_only(),
            ..MappedSchedule::of(&mapping.connection, &record.value, &record.raw)
        });
        mapped.collect()
    }

    fn write(tx: &MirrorTx<'_>, mapped: &Self::Mapped, now: &Timestamp) -> Result<u64> {
        mapped.iter().try_fold(0, |count, schedule| Ok(count + u64::from(schedule.write(tx, now)?)))
    }
}
