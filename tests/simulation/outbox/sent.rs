//! What was sent: nothing twice, nothing that nobody asked for, in order.

use std::collections::{BTreeMap, HashMap};

use samara_engine::outbox::{Intention, Making, PreImage, Step};
use samara_store::table::intent::{Intent, State};
use samara_store::table::journal::StepState;
use serde_json::{Value, json};

use super::Story;
use crate::promise::{Broken, Checked, broken, sane};

const STATES: [State; 8] = [
    State::Waiting,
    State::Sending,
    State::Done,
    State::Partial,
    State::Failed,
    State::Unconfirmed,
    State::Conflict,
    State::Cancelled,
];

/// An intent with what it wanted.
pub(super) struct Kept {
    pub(super) intent: Intent,
    pub(super) wanted: Intention,
    /// The calls that are known to have happened, by their place in the journal.
    done: Vec<i64>,
    /// How often somebody said to send it anew.
    pub(super) again: u64,
    /// Whether somebody gave up what was left of it.
    given_up: bool,
}

impl Kept {
    pub(super) fn place(&self) -> Option<&PreImage> {
        self.wanted.place.as_ref()
    }

    /// Whether nothing of it can be in Ashby.
    pub(super) fn unsent(&self) -> bool {
        self.intent.state == State::Cancelled && self.intent.attempts == 0
    }

    /// Whether a step of it is known to have happened.
    pub(super) fn is_done(&self, step: usize) -> bool {
        self.done.contains(&self.wanted.position(step))
    }

    /// The marks it leaves in Ashby that nothing else leaves, and whether they must be there.
    fn marks(&self) -> Vec<(Mark, bool)> {
        let of_forms = self.wanted.steps.iter().flat_map(|step| match step {
            Step::Make(Making::Form { files, .. }) => files.as_slice(),
            _ => &[],
        });
        let of_forms = of_forms.map(|file| (Mark::File(file.name.clone()), false));
        let marks = self.wanted.steps.iter().enumerate().filter_map(|(index, step)| {
            let mark = match step {
                Step::WriteNote { text, .. } => Mark::Note(text.clone()),
                Step::PutFile { name, .. } => Mark::File(name.clone()),
                _ => return None,
            };
            Some((mark, self.is_done(index)))
        });
        marks.chain(of_forms).collect()
    }

    /// The stage it puts an application in that a form brought.
    fn placed(&self) -> Option<(&str, &str)> {
        self.wanted.steps.iter().find_map(|step| match step {
            Step::Make(Making::Place { application, stage }) => Some((application.as_str(), stage.as_str())),
            _ => None,
        })
    }
}

/// Something in Ashby that one intent made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Note(String),
    File(String),
}

impl Story {
    /// All intents in the order of asking.
    pub(super) fn intents(&self) -> Result<Vec<Kept>, Broken> {
        let store = sane(self.life.store())?;
        let read = store.read(|reading| {
            let intents = reading.intents(&STATES, 0, 10_000)?;
            intents
                .into_iter()
                .rev()
                .map(|intent| {
                    let journal = reading.journal(&intent.id)?;
                    let done = journal.iter().filter(|(_, step)| step.state == StepState::Done);
                    Ok((done.map(|(position, _)| *position).collect::<Vec<_>>(), intent))
                })
                .collect::<samara_store::Result<Vec<_>>>()
        });
        let intents = read.or_else(|error| broken("kept", error.to_string()))?;
        let asked = self.asked.borrow();
        let parsed = intents.into_iter().map(|(done, intent)| match Intention::of(&intent) {
            Ok(wanted) => {
                let asked = asked.iter().find(|asked| asked.id == intent.id);
                let (again, given_up) = asked.map_or((0, false), |asked| (asked.again, asked.given_up));
                Ok(Kept { intent, wanted, done, again, given_up })
            }
            Err(_) => broken("kept", "an intention that cannot be read"),
        });
        parsed.collect()
    }

    pub(super) fn look(&self, operation: &Value) -> Result<Value, Broken> {
        sane(self.life.world.control(operation, self.life.clock.time()))
    }

    /// How often each mark is in Ashby.
    fn made(&self) -> Result<BTreeMap<Mark, u64>, Broken> {
        let made = self.look(&json!({ "op": "made" }))?;
        let mut marks: BTreeMap<Mark, u64> = BTreeMap::new();
        let text = |record: &Value, name: &str| record[name].as_str().unwrap_or_default().to_owned();
        for note in made["made"]["notes"].as_array().into_iter().flatten() {
            *marks.entry(Mark::Note(text(note, "content"))).or_default() += 1;
        }
        for file in made["made"]["files"].as_array().into_iter().flatten() {
            *marks.entry(Mark::File(text(file, "name"))).or_default() += 1;
        }
        for kind in ["tags", "custom_fields"] {
            let mut titles: Vec<String> = made["made"][kind]
                .as_array()
                .into_iter()
                .flatten()
                .map(|record| format!("{} of {}", text(record, "title"), record["objectType"]))
                .collect();
            let all = titles.len();
            titles.sort_unstable();
            titles.dedup();
            if titles.len() < all {
                return broken("once", format!("of {kind} one was made twice"));
            }
        }
        Ok(marks)
    }

    fn committed(&self) -> Result<Vec<Value>, Broken> {
        let report = self.look(&json!({ "op": "requests", "last": 10_000 }))?;
        let writes = report["writes"].as_array().cloned().unwrap_or_default();
        Ok(writes.into_iter().filter(|write| write["committed"] == true).collect())
    }

    /// Nothing is in Ashby twice, and nothing that nobody asked for.
    pub(super) fn once(&self, kept: &[Kept]) -> Checked {
        for (mark, times) in self.made()? {
            if times > 1 {
                return broken("once", format!("{} was made {times} times", kind_of(&mark)));
            }
            if !kept.iter().any(|kept| kept.marks().iter().any(|(of, _)| *of == mark)) {
                return broken("once", format!("{} was made that nobody asked for", kind_of(&mark)));
            }
        }
        let mut may: HashMap<(&str, &str), u64> = HashMap::new();
        for kept in kept.iter().filter(|kept| kept.intent.attempts > 0) {
            if let Some(place) = kept.place() {
                *may.entry((&place.application, &place.to)).or_default() += 1 + kept.again;
            }
            if let Some(placed) = kept.placed() {
                *may.entry(placed).or_default() += 1 + kept.again;
            }
        }
        for (call, times) in &self.stage_changes()? {
            let most = may.get(&(call.0.as_str(), call.1.as_str())).copied().unwrap_or(0);
            if *times > most {
                return broken("once", format!("{times} calls did what {most} intents asked for"));
            }
        }
        Ok(())
    }

    fn stage_changes(&self) -> Result<HashMap<(String, String), u64>, Broken> {
        let mut changes: HashMap<(String, String), u64> = HashMap::new();
        let moves = |write: &&Value| {
            write["endpoint"] == "application.changeStage" || write["endpoint"] == "application.transfer"
        };
        for write in self.committed()?.iter().filter(moves) {
            let text = |name: &str| write["input"][name].as_str().unwrap_or_default().to_owned();
            *changes.entry((text("applicationId"), text("interviewStageId"))).or_default() += 1;
        }
        Ok(changes)
    }

    /// What is done happened.
    pub(super) fn done_is_there(&self, kept: &[Kept]) -> Checked {
        let made = self.made()?;
        for kept in kept {
            let missing = kept.marks().into_iter().find(|(mark, done)| *done && !made.contains_key(mark));
            if let Some((mark, _)) = missing {
                return broken("once", format!("{} is done and not in Ashby", kind_of(&mark)));
            }
            let whole = kept.intent.state == State::Done && kept.again == 0 && !kept.given_up;
            if whole && kept.marks().iter().any(|(_, done)| !done) {
                return broken("kept", format!("{} is done without all of its steps", kept.intent.id));
            }
        }
        let mut must: HashMap<(&str, &str), u64> = HashMap::new();
        for kept in kept.iter().filter(|kept| kept.intent.state == State::Done) {
            // A remark says that somebody else had done it, or has undone it.
            let remarked =
                kept.intent.warnings.contains("stood there") || kept.intent.warnings.contains("moved on");
            if let Some(place) = kept.place().filter(|_| !remarked) {
                *must.entry((&place.application, &place.to)).or_default() += 1;
            }
        }
        let happened = self.stage_changes()?;
        for ((application, stage), times) in must {
            let calls = happened.get(&(application.to_owned(), stage.to_owned())).copied().unwrap_or(0);
            // A call whose answer was lost may never have arrived, and a colleague have done the same.
            if calls.max(self.stays_at(application, stage)) < times {
                return broken("once", format!("{times} intents are done, {calls} calls happened"));
            }
        }
        Ok(())
    }

    pub(super) fn application(&self, remote_id: &str) -> Option<Value> {
        let operation = json!({ "op": "application", "id": remote_id });
        self.life.world.control(&operation, self.life.clock.time()).ok()
    }

    /// How often an application that colleagues moved, too, came to a stage.
    fn stays_at(&self, application: &str, stage: &str) -> u64 {
        if !self.traces.borrow().moved.contains(application) {
            return 0;
        }
        let record = self.application(application).unwrap_or_default();
        let stays = record["applicationHistory"].as_array().into_iter().flatten();
        stays.filter(|stay| stay["stageId"] == stage).count() as u64
    }

    /// The candidate it was asked for, who may have been merged into another one since.
    fn line(&self, kept: &Kept) -> String {
        let input: Value = serde_json::from_str(&kept.intent.input).unwrap_or_default();
        let known = self.pool.iter().find(|known| {
            input["application_id"] == *known.id || input["candidate_id"] == *known.candidate_id
        });
        known.map_or(&kept.intent.candidate_id, |known| &known.candidate_id).clone()
    }

    /// What was asked for of one candidate reached Ashby in that order.
    pub(super) fn in_order(&self, kept: &[Kept]) -> Checked {
        let asked: Vec<String> = self.asked.borrow().iter().map(|asked| asked.id.clone()).collect();
        let mut last: HashMap<String, usize> = HashMap::new();
        for write in self.committed()? {
            let content = write["input"]["note"]["value"].as_str().unwrap_or_default();
            let stage = (&write["input"]["applicationId"], &write["input"]["interviewStageId"]);
            let by_note = kept.iter().find(|kept| {
                !content.is_empty()
                    && kept.marks().iter().any(|(mark, _)| *mark == Mark::Note(content.to_owned()))
            });
            let mut by_stage = kept.iter().filter(|kept| {
                kept.place().is_some_and(|place| *stage.0 == *place.application && *stage.1 == *place.to)
            });
            // Only what one intent alone can have done tells which.
            let of = by_note.or_else(|| by_stage.next().filter(|_| by_stage.next().is_none()));
            let Some(of) = of.filter(|of| of.again == 0 && of.intent.state == State::Done) else { continue };
            // What was asked for while the process died is in nobody's memory but its own.
            let Some(place) = asked.iter().position(|id| *id == of.intent.id) else { continue };
            let before = last.entry(self.line(of)).or_insert(0);
            if place < *before {
                return broken("order", format!("{} overtook another of its candidate", of.intent.id));
            }
            *before = place;
        }
        Ok(())
    }
}

fn kind_of(mark: &Mark) -> &'static str {
    match mark {
        Mark::Note(_) => "a note",
        Mark::File(_) => "a file",
    }
}
