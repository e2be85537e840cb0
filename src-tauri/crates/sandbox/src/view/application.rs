//! Applications as Ashby shows them.

use serde_json::{Value, json};

use super::{Sparse, View};
use crate::draw::{Draw, Stream};
use crate::generate::applications::Application;
use crate::generate::metadata::field_values;
use crate::generate::{plans, time};
use crate::ids::Kind;

impl View<'_> {
    pub fn application_id(&self, index: u64) -> String {
        self.workspace.ids.id(Kind::Application, index)
    }

    /// An application as in a list.
    pub fn application_record(&self, index: u64, it: &Application, openings: bool) -> Value {
        let mut draw = Draw::at(self.workspace.seed, Stream::Fields, index | (1 << 40));
        let says_null = draw.chance(500);
        let known = json!({
            "id": self.application_id(index),
            "createdAt": time::iso(it.created),
            "updatedAt": time::iso(it.updated),
            "status": it.stage_type().status(),
            "candidate": self.applicant_stub(it.candidate),
            "currentInterviewStage": plans::stage(&self.workspace.ids, it.plan, it.stage()),
            "job": self.job_stub(it.job),
            "hiringTeam": self.job_team(it.job),
        });
        let mut record = Sparse::new(known, says_null);
        record.put("source", it.source.and_then(|source| self.source(source)));
        record.put("creditedToUser", it.credited.and_then(|user| self.user(user)));
        record.put("archiveReason", it.reason.and_then(|reason| self.reason(reason)));
        record.put("archivedAt", it.archived.map(|at| json!(time::iso(at))));
        let posting = it.posting.map(|posting| u64::try_from(posting).unwrap_or(0));
        record
            .put("appliedViaJobPostingId", posting.map(|it| json!(self.workspace.ids.id(Kind::Posting, it))));
        let address = posting.is_some().then(|| format!("203.0.113.{}", draw.between(1, 254)));
        record.put("submitterClientIp", address.map(|it| json!(it)));
        let agent =
            posting.is_some().then_some("Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0");
        record.put("submitterUserAgent", agent.map(|it| json!(it)));
        let values = field_values(&self.workspace.ids, "Application", &mut draw, 110, self.workspace.now);
        record.put("customFields", (!draw.chance(20)).then(|| json!(values)));
        if openings {
            let openings =
                if it.stage_type() == plans::StageType::Hired { self.openings(it.job, 1) } else { json!([]) };
            record.put("openings", Some(openings));
        }
        self.amended(Kind::Application, index, record.done())
    }

    /// The four facts of the candidate an application repeats.
    fn applicant_stub(&self, candidate: u32) -> Value {
        let person = self.person(candidate);
        let mut record =
            Sparse::new(json!({ "id": self.candidate_id(candidate), "name": person.name }), person.says_null);
        let contact = |it: Option<&crate::generate::people::Contact>| {
            it.map(|it| json!({ "value": it.value, "type": it.kind, "isPrimary": it.primary }))
        };
        record.put("primaryEmailAddress", contact(person.emails.first()));
        record.put("primaryPhoneNumber", contact(person.phones.first()));
        for name in ["name", "primaryEmailAddress", "primaryPhoneNumber"] {
            let written = self.edit(candidate).and_then(|edit| edit.fields.get(name));
            if let Some(value) = written {
                record.fields.insert(name.into(), value.clone());
            }
        }
        record.done()
    }

    fn reason(&self, reason: usize) -> Option<Value> {
        let mut record = self.one(Kind::ArchiveReason, u64::try_from(reason).ok()?)?;
        record.as_object_mut()?.insert("customFields".into(), json!([]));
        Some(record)
    }

    /// The visits of an application in order.
    pub fn history(&self, index: u64, it: &Application) -> Vec<Value> {
        let last = it.history.len().saturating_sub(1);
        it.history
            .iter()
            .enumerate()
            .map(|(number, visit)| {
                let serial = u64::try_from(number).unwrap_or(0);
                let title =
                    plans::PLANS.get(it.plan).and_then(|plan| plan.stages.get(visit.stage)).map(|it| it.0);
                let actions: &[&str] = match number {
                    _ if number == last => &["none"],
                    0 => &["set_entered_at"],
                    _ => &["delete", "set_entered_at"],
                };
                let known = json!({
                    "id": self.workspace.ids.id(Kind::History, (index << 12) | serial),
                    "stageId": plans::stage_id(&self.workspace.ids, it.plan, visit.stage),
                    "title": title, "enteredStageAt": time::iso(visit.entered), "stageNumber": serial,
                    "allowedActions": actions,
                });
                let mut record = Sparse::new(known, index.is_multiple_of(2));
                record.put("leftStageAt", visit.left.map(|left| json!(time::iso(left))));
                let actor = visit.actor.and_then(|actor| self.workspace.users.get(actor));
                record.put("actorId", actor.map(|user| json!(user.id)));
                record.done()
            })
            .collect()
    }

    /// What was filled in with an application: sent in as a form, or derived with it.
    fn submission(&self, index: u64, it: &Application, resume: Option<&Value>) -> Option<Value> {
        if let Some(sent) = self.overlay.submissions.get(&index) {
            return Some(sent.clone());
        }
        let derived = index < self.workspace.application_count();
        let posting = it.posting.filter(|_| derived)?;
        // A form keeps what was written then, whatever became of the candidate.
        let first = self.workspace.application(index).candidate;
        let person = self.workspace.person(first, self.family(std::slice::from_ref(it)));
        let resume = resume.filter(|_| person.resume);
        Some(self.workspace.submission(index, posting, &person, resume))
    }

    /// An application with history, résumé, and what else was asked for.
    pub fn application_in_full(&self, index: u64, it: &Application, expand: &[&str]) -> Value {
        let record = self.application_record(index, it, expand.contains(&"openings"));
        let person = self.person(it.candidate);
        let resume = self.resume_of(it.candidate, &person);
        let mut record = Sparse::new(record, person.says_null);
        record.put("applicationHistory", Some(json!(self.history(index, it))));
        record.put("resumeFileHandle", resume.clone());
        if expand.contains(&"applicationFormSubmissions") {
            let submissions: Vec<Value> = self.submission(index, it, resume.as_ref()).into_iter().collect();
            record.put("applicationFormSubmissions", Some(json!(submissions)));
        }
        if expand.contains(&"referrals") {
            let referrals: Vec<Value> = it
                .referred_by
                .and_then(|user| self.user(user))
                .map(|user| json!({ "user": user, "referredAt": time::iso(it.created) }))
                .into_iter()
                .collect();
            record.put("referrals", Some(json!(referrals)));
        }
        record.done()
    }
}
