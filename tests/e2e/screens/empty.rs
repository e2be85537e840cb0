//! The first day of a company: an account, and nothing in it.

use samara_tests::{Outcome, SandboxServer, css, throw_away};
use serde_json::{Value, json};

use super::{Album, KEY, connected};

/// What is taken out: the list that names it, and the kind of each.
const EMPTIED: [(&str, &str); 3] =
    [("job.list", "job"), ("candidate.list", "candidate"), ("project.list", "project")];

pub(super) async fn tour(album: &Album) -> Outcome {
    let data = throw_away()?;
    let ashby = SandboxServer::start(32, 10, KEY).await?;
    for (list, kind) in EMPTIED {
        let all = ashby.control(&json!({ "op": "list", "endpoint": list }))?;
        for one in all.as_array().into_iter().flatten() {
            let id = one.get("id").and_then(Value::as_str).unwrap_or_default();
            ashby.control(&json!({ "op": "delete", "kind": kind, "id": id }))?;
        }
    }
    let app = connected(&ashby, &data.path().join("data")).await?;
    album.screens(&app).await?;
    app.go("/candidates?q=nobody-is-called-so").await?;
    app.see(&css("h1")).await?;
    album.picture(&app, "candidates-nobody").await?;
    app.press("c").await?;
    app.see(&css("[role=dialog]")).await?;
    album.picture(&app, "someone-new").await?;
    app.close().await
}
