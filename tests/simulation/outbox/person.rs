//! The recruiter: does all that can be done, takes it back, decides what has to be decided.

use base64::Engine as _;
use samara_engine::{Code, Failure, command};
use serde_json::{Value, json};

use super::Story;
use crate::planted::Planted;

/// An action that was accepted.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The intent's id.
    pub id: String,
    /// The intent it takes back.
    pub undoes: Option<String>,
    /// How often somebody said to send it anew.
    pub again: u64,
    /// Whether somebody gave up what was left of it.
    pub given_up: bool,
}

/// An application people act on.
#[derive(Debug, Clone)]
pub struct Known {
    /// Unified id.
    pub id: String,
    /// Ashby's id.
    pub remote_id: String,
    /// Unified id of its candidate.
    pub candidate_id: String,
    /// Ashby's id of its candidate.
    pub candidate_remote_id: String,
    /// Unified id of its job.
    pub job_id: Option<String>,
}

/// What nobody may find in a log: every text the recruiter writes begins so.
pub const CANARY: &str = "Whispered";

impl Story {
    /// Does one thing, if it can be done now.
    pub(super) async fn act(&self) -> Result<(), String> {
        let chance = &self.life.chance;
        let Some(at) = chance.pick(&self.pool).cloned() else { return Ok(()) };
        // Who looks for a bug of one action does little else.
        let outcome = match (self.life.planted, chance.below(100)) {
            (Some(Planted::MakesAgain | Planted::AppliesAgain), 0..60) => self.enter(&at).await,
            (Some(Planted::ScoresAgain), 0..60) => self.score(&at).await,
            (_, dice) => self.usual(dice, &at).await,
        };
        match outcome {
            Err(failure) if failure.code == Code::Unknown => Err(format!("a person met {failure}")),
            _ => Ok(()),
        }
    }

    async fn usual(&self, dice: u64, at: &Known) -> Result<(), Failure> {
        match dice {
            0..15 => self.start_move(at).await,
            15..22 => self.enter(at).await,
            22..27 => self.one("reject_application", self.rejection(at).await).await,
            27..34 => self.one("add_tag_to_candidate", Some(self.tag(at))).await,
            34..38 => self.go_further(at).await,
            38..43 => self.one("remove_tag_from_candidate", Some(self.tag(at))).await,
            43..48 => self.one("add_note_to_candidate", Some(self.note("candidate_id", at))).await,
            48..53 => self.one("add_note_to_application", Some(self.note("application_id", at))).await,
            53..57 => self.one("add_result_link_to_candidate", Some(self.link("candidate_id", at))).await,
            57..60 => self.one("add_result_link_to_application", Some(self.link("application_id", at))).await,
            60..64 => self.one("add_attachment_to_candidate", Some(self.file("candidate_id", at))).await,
            64..66 => self.one("add_attachment_to_application", Some(self.file("application_id", at))).await,
            66..72 => self.many().await,
            72..83 => self.take_back().await,
            83..87 => self.take_last_back().await,
            87..97 => self.settle().await,
            _ => self.call("candidate_refresh", json!({ "id": at.candidate_id })).await.map(drop),
        }
    }

    pub(super) async fn call(&self, name: &str, input: Value) -> Result<Value, Failure> {
        command::call(&self.life.desk, name, input).await
    }

    pub(super) async fn one(&self, action: &str, input: Option<Value>) -> Result<(), Failure> {
        let Some(input) = input else { return Ok(()) };
        let queued = self.call(action, input).await?;
        self.note_asked(&queued, None);
        Ok(())
    }

    pub(super) fn next(&self) -> u64 {
        self.written.set(self.written.get() + 1);
        self.written.get()
    }

    async fn target(&self, at: &Known) -> Result<Option<Value>, Failure> {
        let targets = self.call("move_targets", json!({ "application_id": at.id })).await?;
        let open: Vec<&Value> = targets
            .as_array()
            .into_iter()
            .flatten()
            .filter(|target| target["refusal"].is_null() && target["current"] == false)
            .collect();
        let target = self.life.chance.pick(&open);
        Ok(target.map(|target| json!({ "application_id": at.id, "stage_id": target["stage"]["id"] })))
    }

    pub(super) async fn start_move(&self, at: &Known) -> Result<(), Failure> {
        let input = self.target(at).await?;
        self.one("move_application_to_stage", input).await
    }

    async fn rejection(&self, at: &Known) -> Option<Value> {
        let reasons = self.call("rejection_reasons", Value::Null).await.ok()?;
        let reason = self.life.chance.pick(reasons.as_array()?)?;
        let mut input = json!({ "application_id": at.id, "rejection_reason_id": reason["id"] });
        if self.life.chance.percent(40) {
            input["note"] = json!(format!("{CANARY} regret {}.", self.next()));
        }
        Some(input)
    }

    pub(super) fn tag(&self, at: &Known) -> Value {
        let name = format!("Round {}", self.life.chance.below(3));
        json!({ "candidate_id": at.candidate_id, "tag": { "name": name } })
    }

    fn of(field: &str, at: &Known) -> Value {
        let id = if field == "candidate_id" { &at.candidate_id } else { &at.id };
        json!({ field: id })
    }

    pub(super) fn note(&self, field: &str, at: &Known) -> Value {
        let mut input = Self::of(field, at);
        input["content"] = json!(format!("{CANARY} remark {}.", self.next()));
        input
    }

    fn link(&self, field: &str, at: &Known) -> Value {
        let mut input = Self::of(field, at);
        input["label"] = json!(format!("{CANARY} test"));
        input["url"] = json!(format!("https://tests.example/{}/", self.next()));
        if self.life.chance.percent(60) {
            let attributes = json!([{ "key": "Score", "value": "7" }]);
            input["details"] = json!({ "custom_field_name_prefix": "Trial", "attributes": attributes });
        }
        input
    }

    pub(super) fn file(&self, field: &str, at: &Known) -> Value {
        let (number, chance) = (self.next(), &self.life.chance);
        let data = base64::prelude::BASE64_STANDARD.encode(format!("%PDF-1.4 {number} %%EOF"));
        let kind = chance.pick(&["CV", "OTHER", "COVER_LETTER"]);
        let name = format!("{CANARY}-{number}.pdf");
        let mut input = Self::of(field, at);
        input["attachment"] =
            json!({ "name": name, "content_type": "application/pdf", "data": data, "type": kind });
        input
    }

    /// One gesture for several people.
    async fn many(&self) -> Result<(), Failure> {
        let chance = &self.life.chance;
        let from = usize::try_from(chance.below(3)).unwrap_or(0);
        let some = self.pool.iter().skip(from).take(usize::try_from(chance.between(2, 5)).unwrap_or(2));
        let action = *chance
            .pick(&[
                "move_application_to_stage",
                "reject_application",
                "add_tag_to_candidate",
                "add_note_to_candidate",
            ])
            .unwrap_or(&"add_tag_to_candidate");
        let mut inputs = Vec::new();
        for at in some {
            inputs.extend(match action {
                "move_application_to_stage" => self.target(at).await?,
                "reject_application" => self.rejection(at).await,
                "add_tag_to_candidate" => Some(self.tag(at)),
                _ => Some(self.note("candidate_id", at)),
            });
        }
        let queued = self.call("act_many", json!({ "action": action, "inputs": inputs })).await?;
        // All of them were accepted, or none: each is looked for from now on.
        let store = self.life.store().map_err(|_| Failure::defect("store"))?;
        let id = queued["intent_id"].as_str().unwrap_or_default().to_owned();
        let all = store.read(|reading| {
            let first = reading.intent(&id)?;
            match first.and_then(|first| first.gesture) {
                Some(gesture) => reading.gesture(&gesture),
                None => Ok(reading.intent(&id)?.into_iter().collect()),
            }
        });
        for intent in all.unwrap_or_default() {
            self.note_asked(&json!({ "intent_id": intent.id }), None);
        }
        Ok(())
    }

    async fn take_back(&self) -> Result<(), Failure> {
        let done: Vec<String> = self
            .asked
            .borrow()
            .iter()
            .filter(|asked| asked.undoes.is_none())
            .map(|asked| asked.id.clone())
            .collect();
        let Some(id) = self.life.chance.pick(&done) else { return Ok(()) };
        if self.life.planted == Some(Planted::UndoesElsewhere) {
            return self.elsewhere(id).await;
        }
        let queued = self.call("undo", json!({ "intent_id": id })).await?;
        if !self.is_known(&queued) {
            self.note_asked(&queued, Some(String::new()));
        }
        Ok(())
    }

    /// Undo as it would be if it did not look at where the card came from.
    async fn elsewhere(&self, id: &str) -> Result<(), Failure> {
        let intent = self.call("intent", json!({ "intent_id": id })).await?;
        let of = self.pool.iter().find(|known| intent["application_id"] == *known.id);
        if let Some(application) = of.filter(|_| intent["action"] == "move_application_to_stage") {
            let before = self.asked.borrow().len();
            self.start_move(application).await?;
            if let Some(new) = self.asked.borrow_mut().get_mut(before) {
                new.undoes = Some(id.to_owned());
            }
        }
        Ok(())
    }

    async fn take_last_back(&self) -> Result<(), Failure> {
        let queued = self.call("undo_last", Value::Null).await?;
        if queued["intent_id"].is_string() && !self.is_known(&queued) {
            self.note_asked(&queued, Some(String::new()));
        }
        Ok(())
    }

    /// Decides, repeats or gives up what needs a person.
    pub(super) async fn settle(&self) -> Result<(), Failure> {
        let chance = &self.life.chance;
        let page = self.call("activity", json!({ "filter": "needs_you", "offset": 0, "limit": 100 })).await?;
        for row in page["rows"].as_array().into_iter().flatten() {
            let id = row["id"].as_str().unwrap_or_default();
            let name = match (row["state"].as_str(), chance.below(3)) {
                (Some("conflict"), 0 | 1) => "decide",
                (_, 0 | 1) => "retry",
                _ => "discard",
            };
            let choice = if chance.percent(60) { "mine" } else { "theirs" };
            self.call(name, json!({ "intent_id": id, "choice": choice })).await?;
            if let Some(asked) = self.asked.borrow_mut().iter_mut().find(|asked| asked.id == id) {
                asked.again += u64::from(name == "retry" || (name == "decide" && choice == "mine"));
                asked.given_up |= name == "discard";
            }
        }
        Ok(())
    }

    fn is_known(&self, queued: &Value) -> bool {
        self.asked.borrow().iter().any(|asked| queued["intent_id"] == *asked.id)
    }

    pub(super) fn note_asked(&self, queued: &Value, undoes: Option<String>) {
        let id = queued["intent_id"].as_str().unwrap_or_default().to_owned();
        if !id.is_empty() && !self.is_known(queued) {
            self.asked.borrow_mut().push(Asked { id, undoes, again: 0, given_up: false });
        }
    }
}
