//! `samara mode`, `track`, `forget`, `pause` and `resume`: what is kept here.

use samara_engine::Failure;
use serde_json::{Value, json};

use crate::arguments::{Forget, Mode, Track};
use crate::host::{Host, field, text};

/// A mode as the engine takes it, from a word that was checked.
pub fn object(word: &str) -> Value {
    match word.split_once(':') {
        Some((_, days)) => json!({ "kind": "recent", "days": days.parse::<u32>().unwrap_or(90) }),
        None if word == "created-only" => json!({ "kind": "created_only" }),
        None => json!({ "kind": "all" }),
    }
}

/// Tells or changes the mode.
pub async fn mode(host: &Host, options: Mode) -> Result<(), Failure> {
    host.workspace()?;
    let status = match options.mode {
        Some(word) => host.call("set_sync_mode", json!({ "mode": object(&word) })).await?,
        None => host.call("sync_status", Value::Null).await?,
    };
    let answer =
        json!({ "mode": field(&status, "mode"), "data_expired_at": field(&status, "data_expired_at") });
    host.say(&answer, || {
        let mode = text(&status, "mode");
        match field(&status, "data_expired_at").is_null() {
            true => format!("Mode: {mode}"),
            false => format!("Mode: {mode}. What is here is complete after the next sync: samara sync"),
        }
    });
    Ok(())
}

/// Imports one application.
pub async fn track(host: &Host, options: Track) -> Result<(), Failure> {
    host.leading().await?;
    let input = json!({ "application_id": options.application_id });
    let status = host.call("track_application", input).await?;
    host.say(&json!({ "mode": field(&status, "mode"), "tracked": options.application_id }), || {
        "The application and its candidate are here now.".to_owned()
    });
    Ok(())
}

/// Forgets a person, or lets them in again.
pub async fn forget(host: &Host, options: Forget) -> Result<(), Failure> {
    host.workspace()?;
    let name = if options.undo { "remember_person" } else { "forget_person" };
    let answer = host.call(name, json!({ "candidate_id": options.candidate_id })).await?;
    host.say(&answer, || text(&answer, "message").to_owned());
    Ok(())
}

/// Switches the connection on or off.
pub async fn switch(host: &Host, active: bool) -> Result<(), Failure> {
    host.workspace()?;
    let status = host.call("set_connection", json!({ "active": active })).await?;
    host.say(&json!({ "connection": field(&status, "connection") }), || match active {
        true => "The connection is on.".to_owned(),
        false => "The connection is off. What is here stays readable.".to_owned(),
    });
    Ok(())
}
