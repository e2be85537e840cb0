//! Jobs, their openings and pay as Ashby shows them.

use serde_json::{Value, json};

use super::{Sparse, View};
use crate::draw::{Draw, Stream};
use crate::generate::jobs::{Job, JobStatus, OPENINGS, Pay, opening_serial};
use crate::generate::metadata::field_values;
use crate::generate::{plans, time};
use crate::ids::Kind;

/// What to add to a job beyond its own fields.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Expansion {
    pub location: bool,
    pub openings: bool,
    pub compensation: bool,
    /// Posting ids of drafts as well.
    pub unpublished: bool,
}

fn number(place: usize) -> u64 {
    u64::try_from(place).unwrap_or(0)
}

impl View<'_> {
    pub fn job_id(&self, job: usize) -> String {
        self.workspace.ids.id(Kind::Job, number(job))
    }

    pub fn department_id(&self, department: usize) -> String {
        self.workspace.ids.id(Kind::Department, number(department))
    }

    pub fn location_id(&self, site: usize) -> String {
        self.workspace.ids.id(Kind::Location, number(site))
    }

    pub fn job_stub(&self, index: usize) -> Value {
        let Some(job) = self.workspace.jobs.get(index) else { return Value::Null };
        let mut stub =
            Sparse::new(json!({ "id": self.job_id(index), "title": job.title }), index.is_multiple_of(2));
        stub.put("locationId", job.site.map(|site| json!(self.location_id(site))));
        stub.put("departmentId", job.department.map(|department| json!(self.department_id(department))));
        for name in ["title", "locationId", "departmentId"] {
            if let Some(value) = self.overlay.written(Kind::Job, number(index), name) {
                stub.fields.insert(name.into(), value.clone());
            }
        }
        stub.done()
    }

    fn written_of_job(&self, index: usize, name: &str) -> Option<&str> {
        self.overlay.written(Kind::Job, number(index), name)?.as_str()
    }

    pub fn job_title(&self, index: usize) -> String {
        let derived = || self.workspace.jobs.get(index).map(|job| job.title.clone()).unwrap_or_default();
        self.written_of_job(index, "title").map_or_else(derived, str::to_owned)
    }

    pub fn job_status(&self, index: usize) -> &str {
        let derived = self.workspace.jobs.get(index).map_or("", |job| job.status.name());
        self.written_of_job(index, "status").unwrap_or(derived)
    }

    /// The interview plans of a job, the default one first.
    pub fn plans_of(&self, index: usize) -> Vec<usize> {
        let written = self.overlay.plans.get(&index);
        written.or(self.workspace.jobs.get(index).map(|job| &job.plans)).cloned().unwrap_or_default()
    }

    /// The hiring team of a job.
    pub fn job_team(&self, index: usize) -> Value {
        if let Some(team) = self.overlay.written(Kind::Job, number(index), "hiringTeam") {
            return team.clone();
        }
        self.workspace.jobs.get(index).map_or_else(|| json!([]), |job| self.team(&job.team))
    }

    pub fn job(&self, index: usize, expansion: Expansion) -> Value {
        let Some(job) = self.workspace.jobs.get(index) else { return Value::Null };
        let mut draw = Draw::at(self.workspace.seed, Stream::Fields, number(index) | (1 << 41));
        let plan_ids: Vec<String> =
            self.plans_of(index).iter().map(|plan| plans::plan_id(&self.workspace.ids, *plan)).collect();
        let postings: Vec<String> = self
            .workspace
            .postings
            .range(index)
            .filter(|it| self.has_posting(*it) && (expansion.unpublished || self.is_published(*it)))
            .map(|posting| self.workspace.ids.id(Kind::Posting, number(posting)))
            .collect();
        let known = json!({
            "id": self.job_id(index), "title": job.title, "confidential": job.confidential,
            "status": job.status.name(), "employmentType": job.employment, "interviewPlanIds": plan_ids,
            "jobPostingIds": postings, "hiringTeam": self.team(&job.team), "author": self.user(job.author),
            "createdAt": time::iso(job.created), "updatedAt": time::iso(job.updated),
            "customFields": field_values(&self.workspace.ids, "Job", &mut draw, 350, self.workspace.now),
        });
        let mut record = Sparse::new(known, index.is_multiple_of(2));
        record.put("locationId", job.site.map(|site| json!(self.location_id(site))));
        record.put("departmentId", job.department.map(|department| json!(self.department_id(department))));
        record.put("defaultInterviewPlanId", plan_ids.first().map(|plan| json!(plan)));
        record.put("customRequisitionId", job.requisition.as_ref().map(|it| json!(it)));
        record.put("brandId", None);
        record.put("openedAt", job.opened.map(|at| json!(time::iso(at))));
        record.put("closedAt", job.closed.map(|at| json!(time::iso(at))));
        if expansion.location {
            record.put("location", job.site.and_then(|site| self.one(Kind::Location, number(site))));
        }
        if expansion.openings {
            record.put("openings", Some(self.openings(index, job.openings)));
        }
        if expansion.compensation {
            let tiers = job.pay.map(|pay| self.tiers(index, &pay)).unwrap_or_default();
            record.put("compensation", Some(json!({ "compensationTiers": tiers })));
        }
        self.amended(Kind::Job, number(index), record.done())
    }

    /// The first `count` openings of a job.
    pub fn openings(&self, index: usize, count: u64) -> Value {
        let Some(job) = self.workspace.jobs.get(index) else { return json!([]) };
        (0..count.min(job.openings))
            .filter(|opening| !self.overlay.is_gone(Kind::Opening, opening_serial(index, *opening)))
            .map(|opening| self.opening(index, job, opening))
            .collect()
    }

    /// An opening by its number among all openings.
    pub fn numbered_opening(&self, serial: u64) -> Option<Value> {
        let index = usize::try_from(serial / OPENINGS).ok().filter(|index| self.has_job(*index))?;
        let job = self.workspace.jobs.get(index).filter(|job| serial % OPENINGS < job.openings)?;
        let here = !self.overlay.is_gone(Kind::Opening, serial);
        here.then(|| self.opening(index, job, serial % OPENINGS))
    }

    fn opening(&self, index: usize, job: &Job, opening: u64) -> Value {
        let serial = opening_serial(index, opening);
        let state = match job.status {
            JobStatus::Open if opening == 2 => "Approved",
            JobStatus::Open => "Open",
            JobStatus::Draft => "Draft",
            JobStatus::Closed if opening == 0 => "Filled",
            JobStatus::Closed | JobStatus::Archived => "Closed",
        };
        let locations: Vec<String> = job.site.map(|site| self.location_id(site)).into_iter().collect();
        let author = self.workspace.users.get(job.author).map(|user| user.id.as_str()).unwrap_or_default();
        let mut draw = Draw::at(self.workspace.seed, Stream::Fields, serial | (1 << 42));
        let values = field_values(&self.workspace.ids, "Opening", &mut draw, 500, self.workspace.now);
        let version = json!({
            "id": self.workspace.ids.id(Kind::OpeningVersion, serial),
            "identifier": format!("OPN-{:04}", 200 + serial), "description": job.title, "authorId": author,
            "createdAt": time::iso(job.created), "jobIds": [self.job_id(index)],
            "targetHireDate": time::date(self.workspace.now + time::days(30 + opening * 15)),
            "isBackfill": opening % 2 == 1, "employmentType": job.employment, "locationIds": locations,
            "hiringTeam": self.team(&job.team), "customFields": values,
        });
        let known = json!({
            "id": self.workspace.ids.id(Kind::Opening, serial), "isArchived": job.status == JobStatus::Archived,
            "openingState": state, "latestVersion": version,
        });
        let mut record = Sparse::new(known, opening.is_multiple_of(2));
        record.put("openedAt", job.opened.map(|at| json!(time::iso(at))));
        record.put("closedAt", job.closed.map(|at| json!(time::iso(at))));
        let reason = matches!(state, "Filled" | "Closed").then_some(u64::from(state == "Closed"));
        record.put("closeReasonId", reason.map(|at| json!(self.workspace.ids.id(Kind::CloseReason, at))));
        self.amended(Kind::Opening, serial, record.done())
    }

    /// Pay by tiers: one for most jobs, two where the level is still open.
    pub fn tiers(&self, index: usize, pay: &Pay) -> Vec<Value> {
        let count = if index.is_multiple_of(5) { 2 } else { 1 };
        (0..count)
            .map(|tier| {
                let step = (pay.high - pay.low) * tier;
                let parts = parts(&Pay { low: pay.low + step, high: pay.high + step, ..*pay });
                let summaries: Vec<&str> =
                    parts.iter().filter_map(|part| part.get("summary")?.as_str()).collect();
                let summary = summaries.join(" • ");
                let components: Vec<Value> = (0..)
                    .zip(&parts)
                    .map(|(at, part)| self.identified(part, number(index) * 64 + tier * 8 + at))
                    .collect();
                json!({
                    "id": self.workspace.ids.id(Kind::CompensationTier, number(index) * 8 + tier),
                    "title": if tier == 0 { "Standard" } else { "Senior" }, "tierSummary": summary,
                    "components": components,
                })
            })
            .collect()
    }

    fn identified(&self, part: &Value, serial: u64) -> Value {
        let mut part = part.clone();
        if let Some(fields) = part.as_object_mut() {
            fields.insert("id".into(), json!(self.workspace.ids.id(Kind::CompensationPart, serial)));
        }
        part
    }
}

/// Salary and what comes on top, without ids.
pub(crate) fn parts(pay: &Pay) -> Vec<Value> {
    let unit = match pay.interval {
        "1 HOUR" => "an hour",
        "1 DAY" => "a day",
        "1 WEEK" => "a week",
        "2 WEEK" => "every two weeks",
        "0.5 MONTH" => "twice a month",
        "1 MONTH" => "a month",
        "2 MONTH" => "every two months",
        "3 MONTH" => "a quarter",
        "6 MONTH" => "every half year",
        "1 TIME" => "once",
        "NONE" => "in all",
        _ => "a year",
    };
    let mut parts = vec![json!({
        "compensationType": "Salary", "interval": pay.interval, "currencyCode": pay.currency, "label": "Base salary",
        "minValue": pay.low, "maxValue": pay.high,
        "summary": format!("{} {} – {} {unit}", pay.currency, pay.low, pay.high),
    })];
    if pay.bonus {
        parts.push(json!({
            "compensationType": "Bonus", "interval": "1 YEAR", "currencyCode": pay.currency, "minValue": null,
            "maxValue": pay.low / 10, "summary": format!("up to {} {} bonus", pay.currency, pay.low / 10),
        }));
    }
    if pay.equity {
        parts.push(json!({
            "compensationType": "EquityPercentage", "interval": "NONE", "minValue": 0.05, "maxValue": 0.2,
            "summary": "0.05 % – 0.2 % equity",
        }));
    }
    if pay.equity && pay.bonus {
        parts.push(json!({
            "compensationType": "EquityCashValue", "interval": "1 YEAR", "currencyCode": pay.currency,
            "minValue": 5_000, "maxValue": 20_000, "summary": format!("{} 5000 – 20000 in shares", pay.currency),
        }));
    }
    if pay.commission {
        parts.push(json!({
            "compensationType": "Commission", "interval": "3 MONTH", "currencyCode": pay.currency, "minValue": null,
            "maxValue": null, "summary": "commission",
        }));
    }
    parts
}
