//! Bugs put in on purpose, one for each promise, at the seams around the engine. A simulation that does not find
//! them would not find the real ones either.

use bytes::Bytes;
use samara_ashby::{HttpReply, HttpRequest, TransportError};
use serde_json::Value;

use crate::Kind;

/// A bug.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Planted {
    /// A page of changes loses its first record on the way to the mirror.
    LosesRecord,
    /// What was not answered is sent again without looking.
    SendsAgain,
    /// A note that was not answered is written again without looking.
    WritesAgain,
    /// A person that was not answered for is made again without looking.
    MakesAgain,
    /// An application that was not answered for is made again without looking.
    AppliesAgain,
    /// Feedback that was not answered is given again without looking.
    ScoresAgain,
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
    /// A crash leaves a commit half done.
    TearsCommit,
    /// What is deleted in Ashby still comes with the lists.
    KeepsGone,
    /// A list is told to be up to date that was not read.
    ReadsNothing,
    /// More rows are told of than there are.
    Miscounts,
    /// A note reaches Ashby behind what was asked for after it.
    Overtakes,
    /// A cursor is asked for again and again.
    WalksTwice,
}

impl Planted {
    /// Every one of them, with where it shows and the promise it breaks.
    pub const ALL: [(Self, Kind, &'static str); 18] = [
        (Self::LosesRecord, Kind::Mirror, "mirror"),
        (Self::TearsCommit, Kind::Mirror, "mirror"),
        (Self::KeepsGone, Kind::Mirror, "mirror"),
        (Self::ReadsNothing, Kind::Mirror, "mirror"),
        (Self::Miscounts, Kind::Mirror, "honest"),
        (Self::WalksTwice, Kind::Mirror, "walk"),
        (Self::SendsAgain, Kind::Outbox, "once"),
        (Self::WritesAgain, Kind::Outbox, "once"),
        (Self::MakesAgain, Kind::Outbox, "once"),
        (Self::AppliesAgain, Kind::Outbox, "once"),
        (Self::ScoresAgain, Kind::Outbox, "once"),
        (Self::Overtakes, Kind::Outbox, "order"),
        (Self::SendsNothing, Kind::Outbox, "once"),
        (Self::ForgetsIntents, Kind::Outbox, "kept"),
        (Self::KeepsOverlay, Kind::Outbox, "overlay"),
        (Self::ShowsOld, Kind::Outbox, "shown"),
        (Self::UndoesElsewhere, Kind::Outbox, "undo"),
        (Self::LogsReplies, Kind::Outbox, "quiet"),
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
        let repeated: &[&str] = match self {
            Self::SendsAgain => &["application.changeStage"],
            Self::WritesAgain => &["candidate.createNote"],
            Self::MakesAgain => &["candidate.create"],
            Self::AppliesAgain => &["application.create", "applicationForm.submit"],
            Self::ScoresAgain => &["applicationFeedback.submit"],
            _ => return false,
        };
        repeated.contains(&endpoint) && unanswered
    }

    /// What of a reply comes back.
    pub fn spoil_reply(self, endpoint: &str, reply: HttpReply, first: &mut Option<Value>) -> HttpReply {
        if self == Self::LogsReplies {
            tracing::debug!(endpoint, body = %String::from_utf8_lossy(&reply.body), "answered");
        }
        match (self, endpoint) {
            (Self::LosesRecord, "candidate.list" | "application.list") => changed(reply, |body| {
                let records = body["results"].as_array_mut()?;
                // A full page belongs to a listing; what a listing loses the next one brings.
                (records.len() < 40 && !records.is_empty()).then(|| drop(records.remove(0)))
            }),
            (Self::ReadsNothing, "candidate.list") => changed(reply, |body| {
                // A list of changes that is empty.
                let records = body["results"].as_array_mut()?;
                (records.len() < 10).then(|| records.clear())
            }),
            (Self::KeepsGone, "candidate.list") => changed(reply, |body| {
                let records = body["results"].as_array_mut()?;
                let kept = first.get_or_insert_with(|| records.first().cloned().unwrap_or_default()).clone();
                let listed = records.iter().any(|record| record["id"] == kept["id"]);
                (!listed && kept.is_object()).then(|| records.push(kept))
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
