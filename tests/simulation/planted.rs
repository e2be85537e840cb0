//! Bugs put in on purpose, one for each promise, at the seams around the engine. A simulation that does not find
//! them would not find the real ones either.

use bytes::Bytes;
use samara_ashby::{HttpReply, HttpRequest, TransportError};
use serde_json::Value;

/// A bug.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Planted {
    /// A page of changes loses its first record on the way to the mirror.
    LosesRecord,
    /// What was not answered is sent again without looking.
    SendsAgain,
    /// Ashby's yes is told although nothing was sent.
    SendsNothing,
    /// A crash takes the last writes to `local.db` with it.
    ForgetsIntents,
    /// The overlay of a move stays when the move is through.
    KeepsOverlay,
    /// What the call brought back is not shown.
    ShowsOld,
    /// Undo moves to another stage than it was.
    UndoesElsewhere,
    /// Replies are logged.
    LogsReplies,
}

impl Planted {
    /// Every one of them, with the promise it breaks.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::LosesRecord, "mirror"),
        (Self::SendsAgain, "once"),
        (Self::SendsNothing, "once"),
        (Self::ForgetsIntents, "kept"),
        (Self::KeepsOverlay, "overlay"),
        (Self::ShowsOld, "shown"),
        (Self::UndoesElsewhere, "undo"),
        (Self::LogsReplies, "quiet"),
    ];

    /// What of a request arrives.
    pub fn spoil_request(self, endpoint: &str, request: &HttpRequest) -> HttpRequest {
        let mut request = request.clone();
        if self == Self::SendsNothing && endpoint == "application.changeStage" {
            // Asking where it is answers alike.
            request.url = request.url.replace("application.changeStage", "application.info");
        }
        request
    }

    /// Whether the transport repeats the request on its own.
    pub fn sends_again(self, endpoint: &str, outcome: &Result<HttpReply, TransportError>) -> bool {
        let unanswered = outcome.as_ref().map_or(true, |reply| reply.status >= 500);
        self == Self::SendsAgain && endpoint == "application.changeStage" && unanswered
    }

    /// What of a reply comes back.
    pub fn spoil_reply(self, endpoint: &str, reply: HttpReply) -> HttpReply {
        if self == Self::LogsReplies {
            tracing::debug!(endpoint, body = %String::from_utf8_lossy(&reply.body), "answered");
        }
        match (self, endpoint) {
            (Self::LosesRecord, "candidate.list" | "application.list") => changed(reply, |body| {
                let records = body["results"].as_array_mut()?;
                // A full page belongs to a listing; what a listing loses the next one brings.
                (records.len() < 40 && !records.is_empty()).then(|| drop(records.remove(0)))
            }),
            (Self::ShowsOld, "application.changeStage" | "application.info") => changed(reply, |body| {
                let stage = body["results"]["applicationHistory"].as_array()?.first()?["stageId"].clone();
                body["results"]["currentInterviewStage"]["id"] = stage;
                Some(())
            }),
            _ => reply,
        }
    }
}

fn changed(reply: HttpReply, change: impl FnOnce(&mut Value) -> Option<()>) -> HttpReply {
    let Ok(mut body) = serde_json::from_slice::<Value>(&reply.body) else { return reply };
    match change(&mut body) {
        Some(()) => HttpReply { body: Bytes::from(body.to_string()), ..reply },
        None => reply,
    }
}
