//! The promises, checked while it lives and in peace.

use std::collections::HashMap;
use std::time::Duration;

use samara_ashby::Clock as _;
use samara_engine::outbox::PreImage;
use samara_engine::{command, outbox, pull};
use samara_store::table::intent::{Intent, State};
use samara_store::table::overlay::StageOverlay;
use samara_unified::tables;
use serde_json::{Value, json};

use crate::behind;
use crate::life::{KEY, Life, rows, short_rows};
use crate::person;
use crate::planted::Planted;

/// A promise that was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Which: mirror, kept, once, overlay, shown, undo, quiet, walk, sane.
    pub promise: &'static str,
    /// How, without anybody's name.
    pub words: String,
}

type Checked = Result<(), Broken>;

fn broken<T>(promise: &'static str, words: impl Into<String>) -> Result<T, Broken> {
    Err(Broken { promise, words: words.into() })
}

fn sane<T>(outcome: Result<T, String>) -> Result<T, Broken> {
    outcome.map_err(|words| Broken { promise: "sane", words })
}

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
struct Kept {
    intent: Intent,
    wanted: PreImage,
}

/// All intents in the order of asking.
fn intents(life: &Life) -> Result<Vec<Kept>, Broken> {
    let store = sane(life.store())?;
    let read = store.read(|reading| reading.intents(&STATES, 0, 10_000));
    let intents = read.or_else(|error| broken("kept", error.to_string()))?;
    let parsed = intents.into_iter().rev().map(|intent| {
        let wanted = serde_json::from_str(&intent.pre_image);
        wanted
            .map(|wanted| Kept { intent, wanted })
            .or_else(|_| broken("kept", "a pre-image that cannot be read"))
    });
    parsed.collect()
}

/// What holds at every moment.
pub async fn meanwhile(life: &Life) -> Checked {
    let kept = intents(life)?;
    for asked in life.asked.borrow().iter() {
        if !kept.iter().any(|kept| kept.intent.id == asked.id) {
            return broken("kept", format!("the accepted intent {} is gone", asked.id));
        }
    }
    shown(life, &kept).await?;
    boards(life, &kept).await?;
    if let Some(sin) = life.network.sins.lock().unwrap_or_else(std::sync::PoisonError::into_inner).first() {
        return broken("walk", sin.clone());
    }
    Ok(())
}

/// Where Ashby has an application, and every stage it was moved to through the API, in order.
fn in_ashby(life: &Life, remote_id: &str) -> Result<String, Broken> {
    let operation = json!({ "op": "application", "id": remote_id });
    let record = sane(life.world.control(&operation, life.clock.time()))?;
    Ok(record["currentInterviewStage"]["id"].as_str().unwrap_or_default().to_owned())
}

/// A move that is through is seen to be through, and nobody is shown where only the recruiter wished.
async fn shown(life: &Life, kept: &[Kept]) -> Checked {
    let workspace = sane(life.workspace())?;
    let stages = sane(short_rows(&workspace, "ats_application_stages").await)?;
    let applications = sane(short_rows(&workspace, "ats_applications").await)?;
    for known in &life.pool {
        let of = |kept: &&Kept| kept.intent.application_id.as_deref() == Some(&known.id);
        let settled = kept.iter().filter(of).all(|kept| {
            kept.intent.state == State::Done
                || (kept.intent.state == State::Cancelled && kept.intent.attempts == 0)
        });
        if !settled || life.traces.borrow().moved.contains(&known.remote_id) {
            continue;
        }
        let row = applications.iter().find(|row| row["id"] == *known.id);
        let here = row.map_or(Value::Null, |row| row["current_stage_id"].clone());
        let there = in_ashby(life, &known.remote_id)?;
        let named = stages.iter().find(|stage| stage["remote_id"] == *there);
        if named.is_some_and(|stage| stage["id"] != here) {
            let moves = kept.iter().filter(of).count();
            return broken("shown", format!("{} stands elsewhere in Ashby after {moves} moves", known.id));
        }
    }
    Ok(())
}

/// Boards count everybody once: where the mirror has them, or where an open move takes them.
async fn boards(life: &Life, kept: &[Kept]) -> Checked {
    let workspace = sane(life.workspace())?;
    let applications = sane(short_rows(&workspace, "ats_applications").await)?;
    let mut wishes: HashMap<&str, &str> = HashMap::new();
    let open =
        |kept: &&Kept| matches!(kept.intent.state, State::Waiting | State::Sending | State::Unconfirmed);
    for kept in kept.iter().filter(open) {
        wishes.insert(kept.intent.application_id.as_deref().unwrap_or_default(), &kept.wanted.to_id);
    }
    let jobs: std::collections::BTreeSet<&str> =
        life.pool.iter().filter_map(|known| known.job_id.as_deref()).collect();
    for job in jobs {
        let mut expected: HashMap<String, u64> = HashMap::new();
        for row in applications.iter().filter(|row| row["job_id"] == job) {
            let stage = wishes.get(row["id"].as_str().unwrap_or_default()).copied();
            let stage = stage.or(row["current_stage_id"].as_str()).unwrap_or_default();
            *expected.entry(stage.to_owned()).or_default() += 1;
        }
        // A job that the key may not read is in no mirror yet.
        let Ok(board) = command::call(&life.desk, "board", json!({ "job_id": job })).await else { continue };
        for column in board["columns"].as_array().into_iter().flatten() {
            let stage = column["stage"]["id"].as_str().unwrap_or_default();
            let count = expected.get(stage).copied().unwrap_or(0);
            let input = json!({ "job_id": job, "stage_id": stage, "offset": 0, "limit": 100 });
            let page = command::call(&life.desk, "board_cards", input).await;
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

/// Everything that must have come to rest.
pub async fn in_peace(life: &mut Life) -> Checked {
    sane(behind::calm(&life.world, &life.network, &life.clock, &mut life.traces.borrow_mut()))?;
    let workspace = sane(life.workspace())?;
    life.clock.sleep(Duration::from_secs(1_000)).await;
    for round in 0..4 {
        let sent = outbox::send_until_quiet(&workspace, Duration::from_secs(300)).await;
        sent.or_else(|failure| broken("sane", failure.to_string()))?;
        if round == 0 {
            // The first round lets fail what fails; what cannot be decided here a person then looks at.
            settled(life)?;
        }
        if intents(life)?.iter().all(|kept| kept.intent.state != State::Unconfirmed) {
            break;
        }
        sane(person::settle(&life.desk, &life.chance, &life.asked).await.map_err(|it| it.to_string()))?;
    }
    settled(life)?;
    if life.planted == Some(Planted::KeepsOverlay) {
        keep_overlay(life)?;
    }
    for _ in 0..2 {
        run(life, false).await?;
    }
    let fresh = sane(life.fresh().await)?;
    let fresh = fresh.workspace().or_else(|failure| broken("sane", failure.to_string()))?;
    // A record that came broken in a delta is only met again when everything is listed.
    if !life.traces.borrow().malformed {
        same(life, &fresh, "changes").await?;
    }
    run(life, true).await?;
    same(life, &fresh, "everything").await?;
    let kept = intents(life)?;
    let store = sane(life.store())?;
    let left = store.read(|reading| reading.overlaid_candidates());
    if left.or_else(|error| broken("overlay", error.to_string()))?.len() > open(&kept) {
        return broken("overlay", "an overlay is left");
    }
    meanwhile(life).await?;
    once(life, &kept)?;
    undone(life, &kept)
}

fn open(kept: &[Kept]) -> usize {
    kept.iter().filter(|kept| kept.intent.state == State::Unconfirmed).count()
}

async fn run(life: &Life, full: bool) -> Checked {
    life.network.new_run();
    let workspace = sane(life.workspace())?;
    let outcome = pull::run(&workspace, full).await.or_else(|failure| broken("sane", failure.to_string()))?;
    match outcome.failures.first() {
        None => Ok(()),
        Some((endpoint, failure)) => broken("mirror", format!("in peace {endpoint} still fails: {failure}")),
    }
}

/// No intent waits, and each that did not go through says why.
fn settled(life: &Life) -> Checked {
    for Kept { intent, .. } in intents(life)? {
        let said = match intent.state {
            State::Done | State::Cancelled => true,
            State::Failed | State::Unconfirmed => intent.failure.is_some(),
            State::Conflict => intent.conflict.is_some(),
            State::Partial => !matches!(intent.warnings.as_str(), "" | "[]"),
            State::Waiting | State::Sending => false,
        };
        if !said || intent.settled_at.is_none() {
            return broken("kept", format!("{} is {} without an end", intent.id, intent.state.as_str()));
        }
    }
    Ok(())
}

/// The mirror holds what a new one holds.
async fn same(life: &Life, fresh: &std::sync::Arc<samara_engine::Workspace>, after: &str) -> Checked {
    let mine = sane(life.workspace())?;
    for info in tables() {
        let (ours, theirs) = (sane(rows(&mine, info.table).await)?, sane(rows(fresh, info.table).await)?);
        let (ours, theirs): (Vec<_>, Vec<_>) =
            (ours.into_iter().map(comparable).collect(), theirs.into_iter().map(comparable).collect());
        if ours.len() != theirs.len() {
            let words =
                format!("{} after {after}: {} rows, Ashby has {}", info.table, ours.len(), theirs.len());
            return broken("mirror", words);
        }
        for (one, other) in ours.iter().zip(&theirs) {
            if let Some(field) = differing(one, other) {
                if std::env::var_os("SAMARA_SEED").is_some() {
                    eprintln!("{}\n{}", one[&field], other[&field]);
                }
                let words = format!("{} {} after {after}: {field} differs", info.table, one["id"]);
                return broken("mirror", words);
            }
        }
    }
    Ok(())
}

/// A row without what depends on when it was read.
fn comparable(mut row: Value) -> Value {
    if let Some(row) = row.as_object_mut() {
        row.remove("changed_at");
        let payload = row.remove("remote_data").and_then(|data| data.get("/candidate.list").cloned());
        row.insert("listed".to_owned(), payload.unwrap_or_default());
    }
    row
}

fn differing(one: &Value, other: &Value) -> Option<String> {
    let (one, other) = (one.as_object()?, other.as_object()?);
    let names = one.keys().chain(other.keys());
    // Answers are read while an application is live, and stay when it is not any more.
    names
        .filter(|name| *name != "screening_question_answers" || !other[*name].is_null())
        .find(|name| one.get(*name) != other.get(*name))
        .cloned()
}

/// What is done was sent, and sent once.
fn once(life: &Life, kept: &[Kept]) -> Checked {
    let report = sane(life.world.control(&json!({ "op": "requests", "last": 10_000 }), life.clock.time()))?;
    let mut carried_out: HashMap<(String, String), u64> = HashMap::new();
    for write in report["writes"].as_array().into_iter().flatten().filter(|write| write["committed"] == true)
    {
        let text = |name: &str| write["input"][name].as_str().unwrap_or_default().to_owned();
        *carried_out.entry((text("applicationId"), text("interviewStageId"))).or_default() += 1;
    }
    let mut may: HashMap<(String, String), u64> = HashMap::new();
    let mut must: HashMap<(String, String), u64> = HashMap::new();
    for Kept { intent, wanted } in kept {
        let call = (wanted.application.clone(), wanted.to.clone());
        let again =
            life.asked.borrow().iter().find(|asked| asked.id == intent.id).map_or(0, |asked| asked.again);
        if intent.attempts > 0 {
            *may.entry(call.clone()).or_default() += 1 + again;
        }
        if intent.state == State::Done && intent.warnings == "[]" {
            *must.entry(call).or_default() += 1;
        }
    }
    for (call, times) in &carried_out {
        let most = may.get(call).copied().unwrap_or(0);
        if *times > most {
            return broken("once", format!("{times} calls did what {most} intents asked for"));
        }
    }
    for (call, times) in &must {
        let happened = carried_out.get(call).copied().unwrap_or(0);
        if happened < *times {
            return broken("once", format!("{times} intents are done, {happened} calls happened"));
        }
    }
    Ok(())
}

/// Undo leads back to where the card came from; where nobody else moved, it stands where the last move put it.
fn undone(life: &Life, kept: &[Kept]) -> Checked {
    let by_id: HashMap<&str, &Kept> = kept.iter().map(|kept| (kept.intent.id.as_str(), kept)).collect();
    for asked in life.asked.borrow().iter() {
        let undo = by_id.get(asked.id.as_str());
        let of = undo.and_then(|undo| undo.intent.undoes.as_deref()).or(asked.undoes.as_deref());
        if let (Some(undo), Some(of)) = (undo, of.and_then(|of| by_id.get(of)))
            && undo.wanted.to != of.wanted.from
        {
            return broken("undo", format!("{} does not lead back", asked.id));
        }
    }
    let mut stands: HashMap<&str, Option<&str>> = HashMap::new();
    for Kept { intent, wanted } in kept {
        let place = stands.entry(&wanted.application).or_insert(None);
        match intent.state {
            State::Done => *place = Some(&wanted.to),
            State::Cancelled if intent.attempts == 0 => {}
            _ => *place = Some(""),
        }
    }
    for (application, place) in stands {
        let place = place.filter(|place| !place.is_empty());
        if let Some(place) = place.filter(|_| !life.traces.borrow().moved.contains(application))
            && kept
                .iter()
                .filter(|kept| kept.wanted.application == application)
                .all(|kept| matches!(kept.intent.state, State::Done | State::Cancelled))
            && in_ashby(life, application)? != place
        {
            return broken("undo", "an application does not stand where its last move led");
        }
    }
    Ok(())
}

fn keep_overlay(life: &Life) -> Checked {
    let Some(Kept { intent, wanted }) =
        intents(life)?.into_iter().find(|kept| kept.intent.state == State::Done)
    else {
        return Ok(());
    };
    let overlay = StageOverlay {
        intent_id: intent.id.clone(),
        state: intent.state.as_str().to_owned(),
        application_id: intent.application_id.clone().unwrap_or_default(),
        candidate_id: intent.candidate_id.clone(),
        stage_id: wanted.to_id.clone(),
        at: intent.created_at.clone(),
    };
    let laid = sane(life.store())?.write_local(move |tx| tx.lay_stage(intent.seq, None, &overlay));
    laid.or_else(|error| broken("sane", error.to_string()))
}

/// Nothing of the log is a secret or a person.
pub async fn quiet(life_log: &str, desk: &samara_engine::Desk) -> Checked {
    if life_log.contains(KEY) {
        return broken("quiet", "the log holds the API key");
    }
    let workspace = desk.workspace().or_else(|failure| broken("sane", failure.to_string()))?;
    for row in sane(short_rows(&workspace, "ats_candidates").await)? {
        let name = format!(
            "{} {}",
            row["first_name"].as_str().unwrap_or_default(),
            row["last_name"].as_str().unwrap_or_default()
        );
        let mails = row["email_addresses"].as_array().into_iter().flatten();
        let mails = mails.filter_map(|mail| mail["email_address"].as_str());
        if mails.chain([name.trim()]).any(|canary| canary.len() > 3 && life_log.contains(canary)) {
            return broken("quiet", "the log names a candidate");
        }
    }
    Ok(())
}
