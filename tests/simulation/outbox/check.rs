//! The promises, checked while it lives and in peace.

use std::collections::HashMap;

use samara_engine::command;
use samara_store::table::intent::State;
use samara_store::table::overlay::StageOverlay;
use serde_json::{Value, json};

use super::Story;
use super::person::CANARY;
use super::sent::Kept;
use crate::life::{KEY, short_rows};
use crate::promise::{Broken, Checked, broken, sane};

/// Actions that are taken back by doing them with the value there was.
const SETTING: [&str; 2] = ["change_application_source", "set_candidate_fields"];

impl Story {
    /// What holds at every moment.
    pub(super) async fn check_meanwhile(&self) -> Checked {
        let kept = self.intents()?;
        for asked in self.asked.borrow().iter() {
            if !kept.iter().any(|kept| kept.intent.id == asked.id) {
                return broken("kept", format!("the accepted intent {} is gone", asked.id));
            }
        }
        self.shown(&kept).await?;
        self.boards(&kept).await?;
        self.entered_once(&kept)?;
        self.once(&kept)
    }

    /// What holds when everything has come to rest.
    pub(super) async fn check_at_last(&self) -> Checked {
        let kept = self.intents()?;
        let store = sane(self.life.store())?;
        let left = store.read(|reading| reading.overlaid_candidates());
        let open = kept.iter().filter(|kept| kept.intent.state == State::Unconfirmed).count();
        if left.or_else(|error| broken("overlay", error.to_string()))?.len() > open {
            return broken("overlay", "an overlay is left");
        }
        self.check_meanwhile().await?;
        self.done_is_there(&kept)?;
        self.entered_is_there(&kept)?;
        self.in_order(&kept)?;
        self.undone(&kept)?;
        self.tagged(&kept).await
    }

    /// Whether somebody has to decide about something that may have happened.
    pub(super) fn undecided(&self) -> Result<bool, Broken> {
        Ok(self.intents()?.iter().any(|kept| kept.intent.state == State::Unconfirmed))
    }

    /// No intent waits, and each that did not go through says why.
    pub(super) fn settled(&self) -> Checked {
        for Kept { intent, .. } in self.intents()? {
            let said = match intent.state {
                State::Done | State::Cancelled => true,
                State::Failed | State::Unconfirmed => intent.failure.is_some(),
                State::Conflict => intent.conflict.is_some(),
                State::Partial => !matches!(intent.warnings.as_str(), "" | "[]"),
                State::Waiting | State::Sending => false,
            };
            if !said || intent.settled_at.is_none() {
                return broken(
                    "kept",
                    format!("{} ({}) is {} without an end", intent.id, intent.action, intent.state.as_str()),
                );
            }
        }
        Ok(())
    }

    /// Where Ashby has an application; nothing when it is gone.
    fn in_ashby(&self, remote_id: &str) -> Option<String> {
        let record = self.application(remote_id)?;
        Some(record["currentInterviewStage"]["id"].as_str().unwrap_or_default().to_owned())
    }

    fn disturbed(&self, application: &str) -> bool {
        let traces = self.traces.borrow();
        let of = self.pool.iter().find(|known| known.remote_id == application || known.id == application);
        traces.moved.contains(application)
            || of.is_some_and(|known| {
                traces.moved.contains(&known.remote_id) || traces.gone.contains(&known.candidate_remote_id)
            })
    }

    /// A move that is through is seen to be through, and nobody is shown where only the recruiter wished.
    async fn shown(&self, kept: &[Kept]) -> Checked {
        let workspace = sane(self.life.workspace())?;
        let stages = sane(short_rows(&workspace, "ats_application_stages").await)?;
        let applications = sane(short_rows(&workspace, "ats_applications").await)?;
        for known in &self.pool {
            let of = |kept: &&Kept| {
                kept.intent.application_id.as_deref() == Some(&known.id) && kept.place().is_some()
            };
            let settled =
                kept.iter().filter(of).all(|kept| kept.intent.state == State::Done || kept.unsent());
            if !settled || self.power_failed() || self.disturbed(&known.remote_id) {
                continue;
            }
            let row = applications.iter().find(|row| row["id"] == *known.id);
            let here = row.map_or(Value::Null, |row| row["current_stage_id"].clone());
            let Some(there) = self.in_ashby(&known.remote_id) else { continue };
            let named = stages.iter().find(|stage| stage["remote_id"] == *there);
            if named.is_some_and(|stage| stage["id"] != here) {
                let moves = kept.iter().filter(of).count();
                return broken(
                    "shown",
                    format!("{} stands elsewhere in Ashby after {moves} moves", known.id),
                );
            }
        }
        Ok(())
    }

    /// A mirror that lost its last commits shows what was, until it is read again.
    fn power_failed(&self) -> bool {
        self.life.power_failed.get()
    }

    /// Boards count everybody once: where the mirror has them, or where an open move takes them.
    async fn boards(&self, kept: &[Kept]) -> Checked {
        let workspace = sane(self.life.workspace())?;
        let applications = sane(short_rows(&workspace, "ats_applications").await)?;
        let mut wishes: HashMap<&str, (Option<&str>, &str)> = HashMap::new();
        let open =
            |kept: &&Kept| matches!(kept.intent.state, State::Waiting | State::Sending | State::Unconfirmed);
        for kept in kept.iter().filter(open) {
            if let Some(place) = kept.place() {
                let of = kept.intent.application_id.as_deref().unwrap_or_default();
                wishes.insert(of, (place.job_id.as_deref(), &place.to_id));
            }
        }
        let jobs: std::collections::BTreeSet<&str> =
            self.pool.iter().filter_map(|known| known.job_id.as_deref()).collect();
        for job in jobs {
            let mut expected: HashMap<String, u64> = HashMap::new();
            let here = applications.iter().map(|row| {
                let here = (row["job_id"].as_str(), row["current_stage_id"].as_str().unwrap_or_default());
                (row["id"].as_str().unwrap_or_default(), here)
            });
            // Several intents may show one application.
            let arriving: HashMap<_, _> = kept.iter().filter_map(Kept::arriving).collect();
            for (id, here) in here.chain(arriving) {
                let (on, stage) = wishes.get(id).copied().unwrap_or(here);
                if on == Some(job) {
                    *expected.entry(stage.to_owned()).or_default() += 1;
                }
            }
            // A job that the key may not read is in no mirror yet.
            let Ok(board) = command::call(&self.life.desk, "board", json!({ "job_id": job })).await else {
                continue;
            };
            for column in board["columns"].as_array().into_iter().flatten() {
                let stage = column["stage"]["id"].as_str().unwrap_or_default();
                let count = expected.get(stage).copied().unwrap_or(0);
                let input = json!({ "job_id": job, "stage_id": stage, "offset": 0, "limit": 100 });
                let page = command::call(&self.life.desk, "board_cards", input).await;
                let page = page.or_else(|failure| broken("overlay", failure.to_string()))?;
                let cards = page["rows"].as_array().map_or(0, Vec::len) as u64;
                if column["count"] != count || page["total"] != count || cards != count.min(100) {
                    let words = format!(
                        "a column has {count} and shows {}, {} and {cards} cards",
                        column["count"], page["total"]
                    );
                    return broken("overlay", words);
                }
            }
        }
        Ok(())
    }

    /// Undo leads back to where the card came from; where nobody else moved, it stands where the last move put it.
    fn undone(&self, kept: &[Kept]) -> Checked {
        let by_id: HashMap<&str, &Kept> = kept.iter().map(|kept| (kept.intent.id.as_str(), kept)).collect();
        for asked in self.asked.borrow().iter() {
            let undo = by_id.get(asked.id.as_str());
            let of = undo.and_then(|undo| undo.intent.undoes.as_deref()).or(asked.undoes.as_deref());
            let (Some(undo), Some(of)) = (undo, of.and_then(|of| by_id.get(of))) else { continue };
            let back = match (undo.place(), of.place()) {
                // Where a person decided anew, it has begun elsewhere since.
                (Some(undo), Some(place)) => undo.to == place.from || of.again > 0,
                // What is set is set to what it was.
                (None, None) if undo.intent.action == of.intent.action => {
                    SETTING.contains(&of.intent.action.as_str()) && undo.intent.input != of.intent.input
                }
                (None, None) => {
                    undo.intent.action != of.intent.action && undo.intent.input == of.intent.input
                }
                _ => false,
            };
            if !back {
                return broken("undo", format!("{} does not lead back", asked.id));
            }
        }
        let mut stands: HashMap<&str, Option<&str>> = HashMap::new();
        for kept in kept {
            let Some(place) = kept.place() else { continue };
            let at = stands.entry(&place.application).or_insert(None);
            match kept.intent.state {
                State::Done => *at = Some(&place.to),
                State::Cancelled if kept.unsent() => {}
                _ => *at = Some(""),
            }
        }
        for (application, place) in stands {
            let Some(place) = place.filter(|place| !place.is_empty()) else { continue };
            let of = kept.iter().filter(|kept| kept.place().is_some_and(|it| it.application == application));
            let whole =
                of.clone().all(|kept| kept.again == 0 && (kept.intent.state == State::Done || kept.unsent()));
            let there = self.in_ashby(application).filter(|_| whole && !self.disturbed(application));
            if there.is_some_and(|there| there != place) {
                return broken("undo", "an application does not stand where its last move led");
            }
        }
        Ok(())
    }

    /// Who was tagged last wears it, who was untagged last does not; and the mirror shows what Ashby has.
    async fn tagged(&self, kept: &[Kept]) -> Checked {
        let workspace = sane(self.life.workspace())?;
        let tags = sane(short_rows(&workspace, "ats_tags").await)?;
        let joins = sane(short_rows(&workspace, "ats_join_candidates_tags").await)?;
        for known in &self.pool {
            if self.traces.borrow().gone.contains(&known.candidate_remote_id) {
                continue;
            }
            let there = self.look(&json!({ "op": "candidate", "id": known.candidate_remote_id }))?;
            let there: Vec<&str> = there["candidate"]["tags"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|tag| tag["title"].as_str())
                .collect();
            let mut here: Vec<&str> = joins
                .iter()
                .filter(|join| join["candidate_id"] == *known.candidate_id)
                .filter_map(|join| tags.iter().find(|tag| tag["id"] == join["tag_id"])?["name"].as_str())
                .collect();
            let mut wanted = there.clone();
            here.sort_unstable();
            wanted.sort_unstable();
            if here != wanted {
                return broken("shown", format!("{} wears other tags in Ashby", known.candidate_id));
            }
            for number in 0..3 {
                let name = format!("Round {number}");
                let about = |kept: &&Kept| {
                    kept.intent.candidate_id == known.candidate_id
                        && kept.wanted.shown.iter().any(|shown| shown.kind != "note" && shown.value == name)
                };
                let all: Vec<&Kept> = kept.iter().filter(about).collect();
                let whole = all
                    .iter()
                    .all(|kept| kept.again == 0 && (kept.intent.state == State::Done || kept.unsent()));
                let last = all.iter().rev().find(|kept| kept.intent.state == State::Done);
                let Some(last) = last.filter(|_| whole) else { continue };
                let worn = last.intent.action == "add_tag_to_candidate";
                if there.contains(&name.as_str()) != worn {
                    return broken(
                        "undo",
                        "somebody wears a tag that was taken off last, or lacks one put on last",
                    );
                }
            }
        }
        Ok(())
    }

    /// Puts a note that waits behind another one of the same person.
    pub(super) fn overtake(&self) -> Checked {
        let key = sane(self.life.local_key())?;
        let connection = sane(rusqlite::Connection::open(self.life.folder().join("local.db")))?;
        sane(connection.pragma_update(None, "key", format!("x'{}'", *key.to_hex())))?;
        sane(connection.execute_batch(
            "UPDATE intent SET seq = seq + 100000 WHERE seq = (
               SELECT min(a.seq) FROM intent a JOIN intent b ON b.candidate_id = a.candidate_id AND b.seq > a.seq
               WHERE a.state = 'waiting' AND a.attempts = 0 AND a.action LIKE 'add_note%'
                 AND b.state = 'waiting' AND b.attempts = 0 AND b.action LIKE 'add_note%')",
        ))
    }

    /// Lays an overlay that nothing will lift.
    pub(super) fn keep_overlay(&self) -> Checked {
        let all = self.intents()?;
        let done = all.iter().find(|kept| kept.intent.state == State::Done && kept.place().is_some());
        let Some((intent, place)) = done.and_then(|kept| Some((&kept.intent, kept.place()?))) else {
            return Ok(());
        };
        let overlay = StageOverlay {
            intent_id: intent.id.clone(),
            state: intent.state.as_str().to_owned(),
            application_id: intent.application_id.clone().unwrap_or_default(),
            candidate_id: intent.candidate_id.clone(),
            job_id: None,
            stage_id: place.to_id.clone(),
            at: intent.created_at.clone(),
        };
        let seq = intent.seq;
        let laid = sane(self.life.store())?.write_local(move |tx| tx.lay_stage(seq, &overlay));
        sane(laid)
    }
}

/// Nothing of the log is a secret or a person.
pub async fn quiet(log: &str, desk: &samara_engine::Desk) -> Checked {
    if log.contains(KEY) {
        return broken("quiet", "the log holds the API key");
    }
    if log.contains(CANARY) || log.contains(&CANARY.to_lowercase()) {
        return broken("quiet", "the log holds what the recruiter wrote");
    }
    let workspace = sane(desk.workspace())?;
    for row in sane(short_rows(&workspace, "ats_candidates").await)? {
        let name = format!(
            "{} {}",
            row["first_name"].as_str().unwrap_or_default(),
            row["last_name"].as_str().unwrap_or_default()
        );
        let mails = row["email_addresses"].as_array().into_iter().flatten();
        let mails = mails.filter_map(|mail| mail["email_address"].as_str());
        if mails.chain([name.trim()]).any(|canary| canary.len() > 3 && log.contains(canary)) {
            return broken("quiet", "the log names a candidate");
        }
    }
    Ok(())
}
