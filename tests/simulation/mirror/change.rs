//! What colleagues and administrators do in Ashby meanwhile.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::chance::Chance;
use crate::life::Life;
use crate::trouble;

/// Kinds of records with the list that names them.
const LISTS: [(&str, &str); 19] = [
    ("application", "application.list"),
    ("archive_reason", "archiveReason.list"),
    ("candidate", "candidate.list"),
    ("custom_field", "customField.list"),
    ("department", "department.list"),
    ("feedback", "applicationFeedback.list"),
    ("interview", "interview.list"),
    ("job", "job.list"),
    ("location", "location.list"),
    ("offer", "offer.list"),
    ("opening", "opening.list"),
    ("plan", "interviewPlan.list"),
    ("posting", "jobPosting.list"),
    ("project", "project.list"),
    ("schedule", "interviewSchedule.list"),
    ("source", "source.list"),
    ("survey_form", "surveyFormDefinition.list"),
    ("tag", "candidateTag.list"),
    ("user", "user.list"),
];

/// Kinds whose records are given another name, with the field that holds it.
const NAMED: [(&str, &str); 14] = [
    ("archive_reason", "text"),
    ("custom_field", "title"),
    ("department", "name"),
    ("interview", "title"),
    ("job", "title"),
    ("location", "name"),
    ("plan", "title"),
    ("posting", "title"),
    ("project", "title"),
    ("source", "title"),
    ("survey_form", "title"),
    ("tag", "title"),
    ("user", "firstName"),
    ("job", "customRequisitionId"),
];

/// Kinds whose records vanish.
const LOST: [&str; 17] = [
    "application",
    "application",
    "candidate",
    "candidate",
    "custom_field",
    "department",
    "interview",
    "job",
    "location",
    "offer",
    "opening",
    "posting",
    "project",
    "schedule",
    "source",
    "tag",
    "user",
];

/// Ashby's ids of what the workspace began with, by kind.
pub struct Office {
    ids: BTreeMap<&'static str, Vec<String>>,
    /// Stages of each plan.
    stages: BTreeMap<String, Vec<String>>,
    /// Only what the next changes tell of is done, so that they have to bring it.
    plain: bool,
}

/// What was done that the checks have to know.
#[derive(Debug, Default)]
pub struct Changes {
    /// Something changed that only a complete listing tells.
    pub silent: bool,
    /// Companies that were written: Ashby's id of the candidate, the number of the change, and when by the client's
    /// clock.
    pub companies: HashMap<String, Vec<(u64, DateTime<Utc>)>>,
    /// Whether confidential jobs were hidden at some time.
    pub hidden: bool,
    /// Whether somebody's record could not be read, now or when it is listed next: the status says that of it.
    unread: bool,
    /// Whether the client's clock was set.
    clock_jumped: bool,
    count: u64,
}

/// Where a change names what it is about.
const WHOM: [&str; 7] = ["id", "schedule_id", "candidate_id", "job_id", "plan_id", "from", "into"];

impl Changes {
    /// Somebody may be shown who was hidden when a list was read: what was written meanwhile is told of by the next
    /// whole one only.
    pub fn shown_again(&mut self) {
        self.companies.clear();
    }

    fn next(&mut self) -> u64 {
        self.count += 1;
        self.count
    }
}

/// The company a change writes.
pub fn company(number: u64) -> String {
    format!("Kolibri {number} GmbH")
}

/// The number of the change that wrote a company.
pub fn number(company: &str) -> Option<u64> {
    company.strip_prefix("Kolibri ")?.strip_suffix(" GmbH")?.parse().ok()
}

impl Office {
    /// Looks at what there is.
    pub fn look(life: &Life) -> Result<Self, String> {
        let list = |endpoint: &str, body: Value| -> Result<Vec<String>, String> {
            let operation = json!({ "op": "list", "endpoint": endpoint, "body": body });
            let records = life.world.control(&operation, life.clock.time())?;
            let ids = records.as_array().into_iter().flatten();
            Ok(ids.filter_map(|record| record["id"].as_str().map(str::to_owned)).collect())
        };
        let mut ids = BTreeMap::new();
        for (kind, endpoint) in LISTS {
            let body = match kind {
                "job" => json!({ "status": ["Draft", "Open", "Closed", "Archived"] }),
                "posting" => json!({ "includeUnpublishedJobPostings": true }),
                "user" => json!({ "includeDeactivated": true }),
                _ => json!({ "includeArchived": true }),
            };
            ids.insert(kind, list(endpoint, body)?);
        }
        let mut stages = BTreeMap::new();
        for plan in ids.get("plan").into_iter().flatten() {
            stages.insert(plan.clone(), list("interviewStage.list", json!({ "interviewPlanId": plan }))?);
        }
        Ok(Self { ids, stages, plain: life.chance.percent(40) })
    }

    fn one(&self, chance: &Chance, kind: &str) -> Value {
        json!(self.ids.get(kind).and_then(|ids| chance.pick(ids)))
    }

    /// One change.
    pub fn change(&self, life: &Life, changes: &mut Changes) -> Result<(), String> {
        let chance = &life.chance;
        let visible = self.plain || chance.percent(45);
        let operation = if visible { self.told(life, changes) } else { self.untold(chance, changes) };
        // Of some kinds a small workspace has none.
        let of_nobody =
            |operation: &Value| WHOM.iter().any(|name| operation.get(name).is_some_and(Value::is_null));
        if let Some(operation) = operation.filter(|operation| !of_nobody(operation)) {
            carry_out(life, &operation)?;
        }
        if chance.percent(30) {
            self.trouble(life, changes)?;
        }
        Ok(())
    }

    /// A change that the next delta tells of.
    fn told(&self, life: &Life, changes: &mut Changes) -> Option<Value> {
        let chance = &life.chance;
        Some(match chance.below(100) {
            0..22 => {
                let application = self.one(chance, "application");
                let look = json!({ "op": "application", "id": application });
                let record = life.world.control(&look, life.clock.time()).ok()?;
                let plan = record["currentInterviewStage"]["interviewPlanId"].as_str()?;
                let stage = chance.pick(self.stages.get(plan)?)?;
                json!({ "op": "move_application", "application_id": application, "stage_id": stage })
            }
            22..30 => {
                let (candidates, applications) = (chance.between(0, 4), chance.below(4));
                json!({ "op": "touch", "candidates": candidates, "applications": applications })
            }
            30..55 => {
                let candidate = self.one(chance, "candidate");
                let number = changes.next();
                let edit =
                    json!({ "op": "edit_candidate", "candidate_id": candidate, "company": company(number) });
                let known = candidate.as_str().filter(|_| !changes.clock_jumped && !changes.unread);
                if let (Ok(()), Some(id)) = (carry_out(life, &edit), known) {
                    changes.companies.entry(id.to_owned()).or_default().push((number, life.clock.told()));
                }
                return None;
            }
            55..63 => json!({ "op": "add_candidate", "name": "Zuzanna Kolibri" }),
            63..70 => self.tagged(chance, "tag"),
            70..77 => self.tagged(chance, "untag"),
            77..83 => {
                let candidate = self.one(chance, "candidate");
                json!({ "op": "add_note", "candidate_id": candidate, "text": "Met at the fair.\nCalls back." })
            }
            83..87 => json!({ "op": "cancel_schedule", "schedule_id": self.one(chance, "schedule") }),
            87..93 => {
                let (schedule, minutes) = (self.one(chance, "schedule"), chance.between(1, 5_000));
                json!({ "op": "reschedule", "schedule_id": schedule, "minutes": minutes })
            }
            _ => {
                let (job, plan) = (self.one(chance, "job"), self.one(chance, "plan"));
                json!({ "op": "transition_plan", "job_id": job, "plan_id": plan })
            }
        })
    }

    fn tagged(&self, chance: &Chance, operation: &str) -> Value {
        let (candidate, tag) = (self.one(chance, "candidate"), self.one(chance, "tag"));
        json!({ "op": operation, "candidate_id": candidate, "tag_id": tag })
    }

    /// A change that only complete listings tell of, wholly or in part.
    fn untold(&self, chance: &Chance, changes: &mut Changes) -> Option<Value> {
        changes.silent = true;
        let number = changes.next();
        let edit = |kind: &str, fields: Value| json!({ "op": "edit", "kind": kind, "id": self.one(chance, kind), "fields": fields });
        Some(match chance.below(100) {
            0..22 => {
                let (kind, field) = *chance.pick(&NAMED)?;
                let mut edit = edit(kind, json!({ field: format!("Changed {number}") }));
                edit["silent"] = json!(chance.percent(20));
                edit
            }
            22..42 => {
                let kind = *chance.pick(&LOST)?;
                json!({ "op": "delete", "kind": kind, "id": self.one(chance, kind) })
            }
            42..50 => {
                let (from, into) = (self.one(chance, "candidate"), self.one(chance, "candidate"));
                json!({ "op": "merge_candidates", "from": from, "into": into })
            }
            50..58 => {
                let kind =
                    *chance.pick(&["archive_reason", "department", "location", "plan", "source", "tag"])?;
                let operation = if chance.percent(60) { "archive" } else { "restore" };
                json!({ "op": operation, "kind": kind, "id": self.one(chance, kind) })
            }
            58..65 => {
                let status = *chance.pick(&["Open", "Closed", "Draft", "Archived"])?;
                edit("job", json!({ "status": status }))
            }
            65..68 => {
                changes.shown_again();
                edit("job", json!({ "confidential": chance.percent(60) }))
            }
            68..71 => edit("job", json!({ "hiringTeam": self.team(chance) })),
            71..77 => {
                let status = if chance.percent(50) { "Published" } else { "Draft" };
                edit("posting", json!({ "status": status }))
            }
            77..80 => edit("posting", json!({ "isListed": chance.percent(50) })),
            80..84 => {
                let title = format!("What of {number}?");
                json!({ "op": "edit_posting_form", "posting_id": self.one(chance, "posting"), "title": title })
            }
            84..87 => edit("user", json!({ "isEnabled": chance.percent(50) })),
            87..90 => edit(
                "offer",
                json!({ "offerStatus": *chance.pick(&["WaitingOnCandidateResponse", "CandidateAccepted", "OfferCancelled"])? }),
            ),
            90..94 => {
                let (kind, field) = *chance.pick(&[
                    ("tag", "title"),
                    ("department", "name"),
                    ("source", "title"),
                    ("project", "title"),
                ])?;
                json!({ "op": "add", "kind": kind, "fields": { field: format!("New {number}") } })
            }
            94..97 => edit("candidate", json!({ "name": format!("Jo Kolibri {number}") })),
            _ => edit("application", json!({ "customFields": [] })),
        })
    }

    fn team(&self, chance: &Chance) -> Value {
        let members = (0..chance.below(4)).map(|_| {
            let role = chance.pick(&["Recruiter", "Hiring Manager", "Coordinator"]);
            json!({ "userId": self.one(chance, "user"), "firstName": "Ana", "lastName": "Kolibri", "email": "", "role": role })
        });
        members.collect()
    }

    /// Trouble with the key, the line, or the clocks.
    fn trouble(&self, life: &Life, changes: &mut Changes) -> Result<(), String> {
        const PAGED: [&str; 5] = [
            "sync_token_expired",
            "sync_token_invalid",
            "incremental_sync_too_large",
            "next_cursor_expired",
            "invalid_next_cursor",
        ];
        let chance = &life.chance;
        let operation = match chance.below(100) {
            0..14 => json!({ "op": "expire_tokens" }),
            14..26 => json!({ "op": "expire_cursors" }),
            26..32 => json!({ "op": "forget_tokens" }),
            32..38 => json!({ "op": "forget_cursors" }),
            38..42 => json!({ "op": "delta_pages", "pages": chance.below(2) }),
            42..50 => json!({ "op": "scopes", "withdraw": trouble::scopes(chance) }),
            50..57 => json!({ "op": "scopes" }),
            57..60 => json!({ "op": "revoke_key" }),
            60..66 => json!({ "op": "restore_key" }),
            66..70 => {
                let (_, endpoint) = LISTS[usize::try_from(chance.below(19)).unwrap_or(0)];
                let code = chance.pick(&PAGED);
                json!({ "op": "refuse", "endpoint": endpoint, "code": code, "paged": true })
            }
            70..74 => json!({ "op": "clock", "advance_seconds": chance.between(1, 2_000_000) }),
            74..79 => {
                life.clock.jump(i64::try_from(chance.below(4_000_000)).unwrap_or(0) - 2_000_000);
                // From here on the clock says nothing of what came before what.
                changes.companies.clear();
                changes.clock_jumped = true;
                return Ok(());
            }
            79..86 => {
                life.network.unplug(chance.percent(40));
                return Ok(());
            }
            86..92 => {
                trouble::trouble(&life.world, chance);
                return Ok(());
            }
            _ if self.plain => json!({ "op": "expire_tokens" }),
            92..95 => {
                changes.silent = true;
                let (_, endpoint) = LISTS[usize::try_from(chance.below(19)).unwrap_or(0)];
                changes.companies.clear();
                changes.unread |= endpoint == "candidate.list";
                json!({ "op": "malform", "endpoint": endpoint })
            }
            95..99 => {
                changes.silent = true;
                let visible = chance.percent(50);
                changes.shown_again();
                changes.hidden |= !visible;
                json!({ "op": "confidential", "visible": visible })
            }
            _ => {
                changes.silent = true;
                let is = chance.pick(&["known", "ignored", "refused"]);
                json!({ "op": "unpublished_postings", "is": is })
            }
        };
        carry_out(life, &operation)
    }
}

/// Does it, unless what it is about is gone.
fn carry_out(life: &Life, operation: &Value) -> Result<(), String> {
    const GONE: [&str; 5] = ["no such", "there is no", "not a stage", "a candidate cannot", "the job has"];
    match life.world.control(operation, life.clock.time()) {
        Err(words) if GONE.iter().any(|gone| words.starts_with(gone)) => Ok(()),
        Err(words) => Err(format!("{operation}: {words}")),
        Ok(_) => Ok(()),
    }
}
