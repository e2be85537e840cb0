//! `samara passthrough`

use std::io::{BufRead as _, IsTerminal as _, Write as _};

use samara_engine::{Code, Failure};
use serde_json::{Value, json};

use crate::arguments::Passthrough;
use crate::host::{Host, field, text};

/// Asks one of Ashby's endpoints, or tells which were asked.
pub async fn run(host: &Host, options: Passthrough) -> Result<(), Failure> {
    host.desk.open()?;
    let Some(endpoint) = options.endpoint else { return log(host).await };
    let data: Value = serde_json::from_str(&options.body).map_err(|error| {
        Failure::input(format!("The body is not JSON: {error}."), "Give one JSON object.")
    })?;
    let call = |confirmed: bool| json!({ "path": endpoint, "data": data, "confirmed": confirmed });
    let reply = match host.call("passthrough", call(options.yes)).await {
        Err(failure) if failure.code == Code::ConfirmationNeeded && agreed(&failure) => {
            host.call("passthrough", call(true)).await?
        }
        outcome => outcome?,
    };
    let data = field(&reply, "data");
    let pretty = || serde_json::to_string_pretty(data).unwrap_or_else(|_| data.to_string());
    host.say(&reply, pretty);
    if field(data, "success") == &json!(true) {
        return Ok(());
    }
    Err(Failure::new(
        Code::RemoteInputInvalid,
        format!("Ashby did not do it (HTTP {}).", field(&reply, "status")),
        "Its answer says why.",
    ))
}

/// Asks the person at the terminal; where nobody sits, nobody agrees.
fn agreed(failure: &Failure) -> bool {
    if !std::io::stdin().is_terminal() {
        return false;
    }
    eprint!("{} Send it? [y/N] ", failure.message);
    let _ = std::io::stderr().flush();
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer).is_ok() && answer.trim().eq_ignore_ascii_case("y")
}

async fn log(host: &Host) -> Result<(), Failure> {
    let calls = host.call("passthrough_log", json!({})).await?;
    for call in calls.as_array().into_iter().flatten() {
        host.say(call, || {
            let ended =
                field(call, "code").as_str().map_or_else(|| field(call, "status").to_string(), str::to_owned);
            format!("{}  {:<32} {ended}  {} ms", text(call, "at"), text(call, "endpoint"), field(call, "ms"))
        });
    }
    Ok(())
}
