//! The recruiter enters people, and does what goes beyond the unified actions.

use std::collections::HashMap;

use samara_engine::outbox::{Making, Step};
use samara_engine::{Code, Failure};
use samara_store::table::intent::State;
use samara_store::table::reference::Kind;
use serde_json::{Map, Value, json};

use super::Story;
use super::person::{CANARY, Known};
use super::sent::Kept;
use crate::promise::{Checked, broken};

/// The address of the person entered as that one.
fn address(number: u64) -> String {
    format!("{}-{number}@new.example", CANARY.to_lowercase())
}

impl Story {
    /// Enters somebody for the job of `at`, at times somebody who was entered before, and at times does something with
    /// them at once.
    pub(super) async fn enter(&self, at: &Known) -> Result<(), Failure> {
        let chance = &self.life.chance;
        let known = chance.pick(&self.entered.borrow()).copied().filter(|_| chance.percent(25));
        let number = known.unwrap_or_else(|| self.next());
        let mut input = json!({ "candidate": {
            "first_name": CANARY, "last_name": format!("Newcomer{number}"), "email_address": address(number),
        } });
        let with_job = known.is_some() || chance.percent(75);
        if with_job {
            input["application"] = json!({ "job_id": at.job_id });
        }
        if chance.percent(40) {
            input["attachments"] = json!([self.file("candidate_id", at)["attachment"]]);
        }
        let action = if with_job && chance.percent(60) { "create_application" } else { "create_candidate" };
        let queued = self.call(action, input).await?;
        self.note_asked(&queued, None);
        if known.is_none() {
            self.entered.borrow_mut().push(number);
        }
        if chance.percent(50) {
            let intent = self.call("intent", json!({ "intent_id": queued["intent_id"] })).await?;
            return self.greet(&intent, at).await;
        }
        Ok(())
    }

    /// Acts on somebody who may not be in Ashby yet.
    async fn greet(&self, intent: &Value, at: &Known) -> Result<(), Failure> {
        let id = |name: &str| intent[name].as_str().map(str::to_owned);
        let Some(candidate_id) = id("candidate_id") else { return Ok(()) };
        let application_id = id("application_id");
        let new = Known {
            id: application_id.clone().unwrap_or_default(),
            candidate_id,
            remote_id: String::new(),
            candidate_remote_id: String::new(),
            job_id: at.job_id.clone(),
        };
        match self.life.chance.below(4) {
            0 => self.one("add_tag_to_candidate", Some(self.tag(&new))).await,
            1 => self.one("add_note_to_candidate", Some(self.note("candidate_id", &new))).await,
            2 if application_id.is_some() => self.start_move(&new).await,
            _ => self.one("add_attachment_to_candidate", Some(self.file("candidate_id", &new))).await,
        }
    }

    fn references(&self, kind: Kind) -> Result<Vec<Value>, Failure> {
        let store = self.life.store().map_err(|_| Failure::defect("store"))?;
        let texts = store.read(|reading| reading.references(kind)).map_err(|_| Failure::defect("store"))?;
        Ok(texts.iter().filter_map(|text| serde_json::from_str(text).ok()).collect())
    }

    /// Something beyond the unified actions.
    pub(super) async fn go_further(&self, at: &Known) -> Result<(), Failure> {
        let chance = &self.life.chance;
        match chance.below(7) {
            0 => {
                let jobs = self.call("list_jobs", json!({ "query": "", "statuses": ["OPEN"], "sort": "title", "desc": false, "offset": 0, "limit": 50 })).await?;
                let jobs = jobs["rows"].as_array().cloned().unwrap_or_default();
                let Some(job) = chance.pick(&jobs) else { return Ok(()) };
                let input = json!({ "application_id": at.id, "job_id": job["id"] });
                self.one("transfer_application_to_job", Some(input)).await
            }
            1 => self.one("unarchive_application", Some(json!({ "application_id": at.id }))).await,
            2 => {
                let sources = self.references(Kind::Source)?;
                let Some(source) = chance.pick(&sources) else { return Ok(()) };
                let input = json!({ "application_id": at.id, "source_id": source["id"] });
                self.one("change_application_source", Some(input)).await
            }
            3 => {
                let mut fields = self.references(Kind::CustomField)?;
                fields.retain(|field| field["objectType"] == "Candidate" && field["fieldType"] == "String");
                let Some(field) = chance.pick(&fields) else { return Ok(()) };
                let fields =
                    json!([{ "field": field["title"], "value": format!("{CANARY} {}", self.next()) }]);
                let input = json!({ "candidate_id": at.candidate_id, "fields": fields });
                self.one("set_candidate_fields", Some(input)).await
            }
            4 | 5 => {
                let projects = self.references(Kind::Project)?;
                let Some(project) = chance.pick(&projects) else { return Ok(()) };
                let action = chance.pick(&["add_candidate_to_project", "remove_candidate_from_project"]);
                let input = json!({ "candidate_id": at.candidate_id, "project_id": project["id"] });
                self.one(action.unwrap_or(&"add_candidate_to_project"), Some(input)).await
            }
            _ => self.score(at).await,
        }
    }

    /// Feedback that answers what its form needs.
    pub(super) async fn score(&self, at: &Known) -> Result<(), Failure> {
        let forms = self.references(Kind::FeedbackForm)?;
        let Some(form) = self.life.chance.pick(&forms) else { return Ok(()) };
        let sections = form["formDefinition"]["sections"].as_array().into_iter().flatten();
        let fields = sections.flat_map(|section| section["fields"].as_array().into_iter().flatten());
        let mut answers = Map::new();
        for field in fields.map(|place| &place["field"]) {
            let choice = &field["selectableValues"][0]["value"];
            let answer = match field["type"].as_str().unwrap_or_default() {
                "Boolean" => json!(true),
                "Number" => json!(3),
                "Score" => json!({ "score": 4 }),
                "RichText" => json!({ "type": "PlainText", "value": format!("{CANARY} praise.") }),
                "ValueSelect" => choice.clone(),
                "MultiValueSelect" => json!([choice]),
                "Date" => json!("2026-05-01"),
                "Url" => json!("https://scores.example/1"),
                _ => json!(format!("{CANARY} praise.")),
            };
            answers.insert(field["path"].as_str().unwrap_or_default().to_owned(), answer);
        }
        let input = json!({ "application_id": at.id, "form_id": form["id"], "answers": answers });
        match self.one("submit_feedback", Some(input)).await {
            Err(failure)
                if failure.code == Code::InputInvalid && failure.message.contains("does not fit") =>
            {
                Err(Failure::defect("an answer of the right shape"))
            }
            outcome => outcome,
        }
    }

    /// Nobody is in Ashby twice, nor their application, nor what was thought of them; and nobody who was not entered.
    pub(super) fn entered_once(&self, kept: &[Kept]) -> Checked {
        let made = self.look(&json!({ "op": "made" }))?;
        let of = |kind: &str| made["made"][kind].as_array().cloned().unwrap_or_default();
        let asked: Vec<String> = kept.iter().filter_map(Kept::email).collect();
        let mut people: HashMap<String, u64> = HashMap::new();
        for person in of("candidates") {
            let email = person["email"].as_str().unwrap_or_default().to_owned();
            if !asked.contains(&email) {
                return broken("once", "somebody was made whom nobody entered");
            }
            *people.entry(email).or_default() += 1;
        }
        if people.values().any(|times| *times > 1) {
            return broken("once", "a person was made twice");
        }
        let mut times: HashMap<String, u64> = HashMap::new();
        for application in of("applications") {
            let key = format!("{} {}", application["candidateId"], application["jobId"]);
            *times.entry(key).or_default() += 1;
        }
        let most = kept.iter().filter(|kept| kept.makes_application()).count() as u64;
        if times.values().sum::<u64>() > most {
            return broken("once", format!("{times:?} applications were made for {most} intents"));
        }
        let feedback = of("feedback").len();
        let scored = |kept: &&Kept| kept.intent.attempts > 0 && kept.intent.action == "submit_feedback";
        let may: u64 = kept.iter().filter(scored).map(|kept| 1 + kept.again).sum();
        if feedback as u64 > may {
            return broken("once", format!("feedback was given {feedback} times for {may} intents"));
        }
        Ok(())
    }

    /// Who was entered is in Ashby, with the application, and shown once.
    pub(super) fn entered_is_there(&self, kept: &[Kept]) -> Checked {
        let made = self.look(&json!({ "op": "made" }))?;
        let people = made["made"]["candidates"].as_array().cloned().unwrap_or_default();
        for kept in kept.iter().filter(|kept| kept.intent.state == State::Done && kept.again == 0) {
            let Some(email) = kept.email() else { continue };
            if !people.iter().any(|person| person["email"] == *email) {
                return broken("kept", format!("{} is done and nobody is in Ashby", kept.intent.id));
            }
        }
        Ok(())
    }
}

impl Kept {
    /// The address of whom it makes.
    fn email(&self) -> Option<String> {
        self.wanted.steps.iter().find_map(|step| match step {
            Step::Make(Making::Person { person, .. }) => Some(person.email.clone()),
            Step::Make(Making::Form { email, .. }) => Some(email.clone()),
            _ => None,
        })
    }

    /// The application it shows until Ashby has it: unified id, job and stage.
    pub(super) fn arriving(&self) -> Option<(&str, (Option<&str>, &str))> {
        let (State::Waiting | State::Sending | State::Unconfirmed) = self.intent.state else { return None };
        let shown = self.wanted.provisional.as_ref()?;
        let arrived = self.wanted.steps.iter().enumerate().any(|(index, step)| {
            matches!(step, Step::Make(Making::Application { .. } | Making::Follow { .. }))
                && self.is_done(index)
        });
        let id = self.intent.application_id.as_deref().filter(|_| !arrived)?;
        Some((id, (Some(&shown.job_id), &shown.stage_id)))
    }

    fn makes_application(&self) -> bool {
        let makes =
            |step: &Step| matches!(step, Step::Make(Making::Application { .. } | Making::Form { .. }));
        self.intent.attempts > 0 && self.wanted.steps.iter().any(makes)
    }
}
