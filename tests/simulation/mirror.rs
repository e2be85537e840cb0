//! The mirror against an Ashby that changes behind its back, over a bad line, killed at any write; then peace, and
//! what a new mirror would hold.

mod change;
mod honest;
mod same;

use std::time::Duration;

use samara_ashby::Clock as _;
use samara_engine::{command, pull};
use serde_json::{Value, json};

use crate::chance::Chance;
use crate::life::Life;
use crate::planted::Planted;
use crate::promise::{Broken, Checked, broken, sane};
use crate::trouble;
use change::Office;

/// Complete listings until nothing is a question any more, at most.
const ROUNDS: usize = 5;

/// Lives one seed through.
pub async fn live(mut life: Life) -> Checked {
    let office = Office::look(&life).map_err(|words| Broken { promise: "sane", words })?;
    let mut changes = change::Changes::default();
    for scene in 0..life.chance.between(2, 4) {
        trouble::trouble(&life.world, &life.chance);
        let deadly = life.chance.percent(if scene == 0 { 60 } else { 35 });
        let calls = deadly.then(|| life.chance.between(1, 900));
        let going =
            life.until_killed(calls, async |life| together(life, &office, &mut changes).await).await?;
        if going.is_none() {
            let power = life.chance.percent(30);
            life.crash(power).await?;
            match life.planted {
                Some(Planted::TearsCommit) => same::tear(&life)?,
                Some(Planted::Miscounts) => same::miscount(&life)?,
                _ => {}
            }
        }
        honest::meanwhile(&life, &changes).await?;
    }
    in_peace(&mut life, &mut changes).await
}

/// Some minutes of pulling while Ashby changes.
async fn together(life: &Life, office: &Office, changes: &mut change::Changes) -> Result<(), String> {
    let workspace = life.workspace()?;
    life.network.new_run();
    let chance = &life.chance;
    let pause = |most: u64| life.clock.sleep(Duration::from_millis(chance.below(most)));
    let pulls = async {
        for _ in 0..chance.between(1, 2) {
            pause(1_500).await;
            pull::run(&workspace, chance.percent(35)).await.map_err(|failure| failure.to_string())?;
            life.network.new_run();
        }
        Ok::<(), String>(())
    };
    let colleagues = async {
        for _ in 0..chance.between(2, 8) {
            pause(2_000).await;
            office.change(life, changes)?;
        }
        Ok(())
    };
    let recruiter = async {
        for _ in 0..chance.below(3) {
            pause(4_000).await;
            look_about(life).await?;
        }
        Ok(())
    };
    let (a, b, c) = tokio::join!(colleagues, pulls, recruiter);
    a.and(b).and(c)
}

/// The recruiter opens somebody, or answers what is asked about deletions, at times wrongly.
async fn look_about(life: &Life) -> Result<(), String> {
    let chance = &life.chance;
    if chance.percent(50) {
        let page = json!({ "query": "", "sort": "updated", "desc": true, "offset": 0, "limit": 10 });
        let page = command::call(&life.desk, "list_candidates", page).await.map_err(|it| it.to_string())?;
        let rows = page["rows"].as_array().cloned().unwrap_or_default();
        if let Some(row) = chance.pick(&rows) {
            // Whether it can be read now is not what this is about.
            let _ = command::call(&life.desk, "candidate_refresh", json!({ "id": row["id"] })).await;
        }
        return Ok(());
    }
    decide(life, |chance| match chance.below(10) {
        0..3 => Some("delete"),
        3 => Some("keep"),
        _ => None,
    })
    .await
    .map(drop)
}

/// Answers open questions; tells how many there were.
async fn decide(life: &Life, answer: fn(&Chance) -> Option<&'static str>) -> Result<usize, String> {
    let checks = command::call(&life.desk, "quality_checks", Value::Null).await;
    let checks = checks.map_err(|failure| failure.to_string())?;
    let checks = checks.as_array().cloned().unwrap_or_default();
    for check in &checks {
        if let Some(decision) = answer(&life.chance) {
            let input = json!({ "id": check["id"], "decision": decision });
            command::call(&life.desk, "decide_quality_check", input).await.map_err(|it| it.to_string())?;
        }
    }
    Ok(checks.len())
}

async fn in_peace(life: &mut Life, changes: &mut change::Changes) -> Checked {
    sane(trouble::calm(life))?;
    if changes.hidden {
        changes.shown_again();
    }
    life.clock.sleep(Duration::from_secs(1_000)).await;
    for _ in 0..2 {
        run(life, false).await?;
    }
    honest::meanwhile(life, changes).await?;
    let fresh = sane(life.fresh().await)?;
    let theirs = life.fresh_folder();
    if !changes.silent {
        same::check(life, &theirs, "changes")?;
    }
    let mut asked = 1;
    for _ in 0..ROUNDS {
        run(life, true).await?;
        asked = sane(decide(life, |_| Some("delete")).await)?;
        if asked == 0 {
            break;
        }
    }
    if asked > 0 {
        return broken("honest", "deletions are still a question after they were decided");
    }
    same::check(life, &theirs, "everything")?;
    honest::at_last(life).await?;
    drop(fresh);
    if let Some(sin) = life.network.sins.lock().unwrap_or_else(std::sync::PoisonError::into_inner).first() {
        return broken("walk", sin.clone());
    }
    Ok(())
}

async fn run(life: &Life, full: bool) -> Checked {
    life.network.new_run();
    let workspace = sane(life.workspace())?;
    let outcome = sane(pull::run(&workspace, full).await)?;
    match outcome.failures.first() {
        None => Ok(()),
        Some((endpoint, failure)) => broken("mirror", format!("in peace {endpoint} still fails: {failure}")),
    }
}
