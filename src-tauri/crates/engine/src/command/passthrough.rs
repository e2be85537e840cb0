//! Asking Ashby's own API with the stored key: the same gate as everything else, the host fixed, every call logged.

use std::collections::BTreeMap;
use std::sync::Arc;

use samara_ashby::{is_endpoint, only_reads};
use samara_store::table::passthrough::Passed;
use samara_unified::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

use super::{Info, Nothing, command};
use crate::{Code, Failure, Tag, Workspace};

/// Days a call is remembered.
const REMEMBERED: i64 = 60;
/// Calls told at once.
const TOLD: u32 = 200;

/// A call.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PassthroughInput {
    /// `POST`: Ashby's API knows no other.
    #[serde(default)]
    #[ts(optional)]
    pub method: Option<String>,
    /// The endpoint, such as `/candidate.info`.
    pub path: String,
    /// What to send.
    #[serde(default)]
    #[ts(optional, type = "unknown")]
    pub data: Option<Value>,
    /// Whether a person has agreed that something may be changed; needed for everything that does not only read.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub confirmed: bool,
}

/// Ashby's reply as it came.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PassthroughReply {
    /// The endpoint's address.
    pub url: String,
    /// HTTP status.
    pub status: u16,
    /// Header lines, in small letters.
    pub headers: BTreeMap<String, String>,
    /// The body; text where it is not JSON.
    #[ts(type = "unknown")]
    pub data: Value,
    /// Remarks.
    pub warnings: Vec<String>,
}

/// The endpoint meant, and whether it may change something.
fn endpoint(input: &PassthroughInput) -> Result<(String, bool), Failure> {
    if input.method.as_deref().is_some_and(|method| !method.eq_ignore_ascii_case("POST")) {
        return Err(Failure::input("Ashby's API takes POST only.", "Leave the method out."));
    }
    let name = input.path.strip_prefix('/').unwrap_or(&input.path);
    if !is_endpoint(name) {
        return Err(Failure::input(
            "This is not the name of an endpoint.",
            "Give one such as candidate.info; the host cannot be chosen.",
        ));
    }
    if input.data.as_ref().is_some_and(|data| !data.is_object()) {
        return Err(Failure::input("Ashby takes a JSON object.", "Give one, {} at the least."));
    }
    Ok((name.to_owned(), !only_reads(name)))
}

async fn pass(workspace: &Arc<Workspace>, input: PassthroughInput) -> Result<PassthroughReply, Failure> {
    let (name, writes) = endpoint(&input)?;
    if writes && !input.confirmed {
        return Err(Failure::new(
            Code::ConfirmationNeeded,
            format!("{name} may change something in Ashby. Nothing was sent."),
            "Confirm it (on the command line: --yes).",
        ));
    }
    let data = input.data.unwrap_or_else(|| json!({}));
    let began = workspace.clock.now();
    let outcome = workspace.client.pass(&name, &data).await;
    let mut call = Passed {
        at: Timestamp::from(began).as_str().to_owned(),
        endpoint: name.clone(),
        writes,
        status: None,
        code: None,
        request_id: None,
        ms: (workspace.clock.now() - began).num_milliseconds(),
        sent: i64::try_from(data.to_string().len()).unwrap_or(i64::MAX),
        received: 0,
    };
    let reply = match outcome {
        Ok(reply) => {
            call.status = Some(reply.status);
            call.code = reply.code.clone();
            call.request_id = reply.request_id.clone();
            call.received = i64::try_from(reply.body.len()).unwrap_or(i64::MAX);
            Ok(reply)
        }
        Err(error) => {
            let failure = Failure::from(error);
            call.code = Some(failure.code.as_str().to_owned());
            Err(failure)
        }
    };
    let since = Timestamp::from(began - chrono::TimeDelta::days(REMEMBERED));
    workspace.write_local(move |tx| tx.log_passed(&call, since.as_str())).await?;
    let reply = reply?;
    let text = || Value::String(String::from_utf8_lossy(&reply.body).into_owned());
    let warning = writes.then(|| "What this changed is seen here after the next sync.".to_owned());
    Ok(PassthroughReply {
        url: format!("/{name}"),
        status: reply.status,
        headers: reply.headers.iter().map(|(name, value)| (name.to_lowercase(), value.clone())).collect(),
        data: serde_json::from_slice(&reply.body).unwrap_or_else(|_| text()),
        warnings: warning.into_iter().collect(),
    })
}

command! {
    /// Asks one of Ashby's endpoints with the stored key. What may change something needs to be confirmed.
    Passthrough, Info::act("passthrough", &[Tag::Activity]), |desk, input: PassthroughInput| -> PassthroughReply {
        pass(&desk.workspace()?, input).await
    }
}

command! {
    /// The calls made so, newest first.
    PassthroughLog, Info::read("passthrough_log", &[Tag::Activity]), |desk, _input: Nothing| -> Vec<Passed> {
        desk.workspace()?.read(|reading| reading.passed(TOLD)).await
    }
}
