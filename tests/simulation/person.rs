//! The recruiter: moves people, takes moves back, decides what has to be decided.

use samara_engine::{Code, Desk, Failure, command};
use serde_json::{Value, json};

use crate::chance::Chance;
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
    /// Unified id of its job.
    pub job_id: Option<String>,
}

/// Does one thing, if it can be done now.
pub async fn act(
    desk: &Desk,
    chance: &Chance,
    pool: &[Known],
    asked: &std::cell::RefCell<Vec<Asked>>,
    planted: Option<Planted>,
) -> Result<(), String> {
    let Some(application) = pool.get(usize::try_from(chance.below(pool.len() as u64)).unwrap_or(0)) else {
        return Ok(());
    };
    let outcome = match chance.below(100) {
        0..55 => start_move(desk, chance, application, asked).await,
        55..75 => take_back(desk, chance, pool, asked, planted).await,
        75..80 => take_last_back(desk, asked).await,
        80..95 => settle(desk, chance, asked).await,
        _ => command::call(desk, "candidate_refresh", json!({ "id": application.candidate_id }))
            .await
            .map(drop),
    };
    match outcome {
        Err(failure) if failure.code == Code::Unknown => Err(format!("a person met {failure}")),
        _ => Ok(()),
    }
}

async fn start_move(
    desk: &Desk,
    chance: &Chance,
    application: &Known,
    asked: &std::cell::RefCell<Vec<Asked>>,
) -> Result<(), Failure> {
    let targets = command::call(desk, "move_targets", json!({ "application_id": application.id })).await?;
    let open: Vec<&Value> = targets
        .as_array()
        .into_iter()
        .flatten()
        .filter(|target| target["refusal"].is_null() && target["current"] == false)
        .collect();
    let Some(target) = chance.pick(&open) else { return Ok(()) };
    let input = json!({ "application_id": application.id, "stage_id": target["stage"]["id"] });
    let queued = command::call(desk, "move_application_to_stage", input).await?;
    note(asked, &queued, None);
    Ok(())
}

async fn take_back(
    desk: &Desk,
    chance: &Chance,
    pool: &[Known],
    asked: &std::cell::RefCell<Vec<Asked>>,
    planted: Option<Planted>,
) -> Result<(), Failure> {
    let moves: Vec<String> =
        asked.borrow().iter().filter(|asked| asked.undoes.is_none()).map(|asked| asked.id.clone()).collect();
    let Some(id) = chance.pick(&moves) else { return Ok(()) };
    if planted == Some(Planted::UndoesElsewhere) {
        return elsewhere(desk, chance, pool, asked, id).await;
    }
    let queued = command::call(desk, "undo", json!({ "intent_id": id })).await?;
    if queued["intent_id"] != **id {
        note(asked, &queued, Some(id.clone()));
    }
    Ok(())
}

/// Undo as it would be if it did not look at where the card came from.
async fn elsewhere(
    desk: &Desk,
    chance: &Chance,
    pool: &[Known],
    asked: &std::cell::RefCell<Vec<Asked>>,
    id: &str,
) -> Result<(), Failure> {
    let intent = command::call(desk, "intent", json!({ "intent_id": id })).await?;
    let of = pool.iter().find(|known| intent["application_id"] == *known.id);
    if let Some(application) = of {
        let before = asked.borrow().len();
        start_move(desk, chance, application, asked).await?;
        if let Some(new) = asked.borrow_mut().get_mut(before) {
            new.undoes = Some(id.to_owned());
        }
    }
    Ok(())
}

async fn take_last_back(desk: &Desk, asked: &std::cell::RefCell<Vec<Asked>>) -> Result<(), Failure> {
    let queued = command::call(desk, "undo_last", Value::Null).await?;
    let known = asked.borrow().iter().any(|asked| queued["intent_id"] == *asked.id);
    if queued["intent_id"].is_string() && !known {
        note(asked, &queued, Some(String::new()));
    }
    Ok(())
}

/// Decides, repeats or gives up what needs a person.
pub async fn settle(
    desk: &Desk,
    chance: &Chance,
    asked: &std::cell::RefCell<Vec<Asked>>,
) -> Result<(), Failure> {
    let page =
        command::call(desk, "activity", json!({ "filter": "needs_you", "offset": 0, "limit": 100 })).await?;
    for row in page["rows"].as_array().into_iter().flatten() {
        let id = row["id"].as_str().unwrap_or_default();
        let name = match (row["state"].as_str(), chance.below(3)) {
            (Some("conflict"), 0 | 1) => "decide",
            (_, 0 | 1) => "retry",
            _ => "discard",
        };
        let choice = if chance.percent(60) { "mine" } else { "theirs" };
        command::call(desk, name, json!({ "intent_id": id, "choice": choice })).await?;
        if let Some(asked) = asked.borrow_mut().iter_mut().find(|asked| asked.id == id) {
            asked.again += u64::from(name == "retry" || (name == "decide" && choice == "mine"));
        }
    }
    Ok(())
}

fn note(asked: &std::cell::RefCell<Vec<Asked>>, queued: &Value, undoes: Option<String>) {
    let id = queued["intent_id"].as_str().unwrap_or_default().to_owned();
    asked.borrow_mut().push(Asked { id, undoes, again: 0 });
}
