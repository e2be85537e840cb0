//! Files: a short-lived URL on request, and the bytes behind it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use serde_json::json;

use super::{Call, Found};
use crate::draw::fingerprint;
use crate::envelope::{self, Answer, Refusal, Success};
use crate::ids::Kind;
use crate::view::{View, file_id};
use crate::{Reply, World};

/// A URL lives for fifteen minutes.
const LIFE: i64 = 15 * 60 * 1000;

pub(super) fn endpoint(method: &str) -> Found {
    Some(match method {
        "info" => ("candidates:read", info),
        "createFileUploadHandle" => ("candidates:write", super::upload::handle),
        _ => return None,
    })
}

fn info(call: &Call) -> Answer {
    let missing = || Refusal::new("file_not_found", "There is no file with this handle.");
    let handle =
        call.arguments.text("fileHandle")?.ok_or_else(|| Refusal::invalid("fileHandle is required"))?;
    let id = file_id(handle).ok_or_else(missing)?;
    let index = call.world.workspace.ids.index(Kind::File, &id).ok_or_else(missing)?;
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    let file = view.file(index).ok_or_else(missing)?;
    let ticket = ticket(call.world, index, call.now_ms() + LIFE);
    let extension: String = file
        .name
        .rsplit_once('.')
        .map(|(_, extension)| extension.chars().filter(char::is_ascii_alphanumeric).take(8).collect())
        .unwrap_or_default();
    let extension = if extension.is_empty() { "bin" } else { extension.as_str() };
    Ok(Success::of(json!({ "url": format!("{}/files/{ticket}.{extension}", call.world.base_url()) })))
}

/// The file, the end of its life, and a check over both.
fn ticket(world: &World, index: u64, until: i64) -> String {
    let mut bytes = Vec::with_capacity(24);
    bytes.extend_from_slice(&index.to_be_bytes());
    bytes.extend_from_slice(&until.to_be_bytes());
    bytes.extend_from_slice(&fingerprint(world.workspace.birth(), &bytes).to_be_bytes());
    URL_SAFE_NO_PAD.encode(bytes)
}

fn read(world: &World, ticket: &str) -> Option<(u64, i64)> {
    let bytes = URL_SAFE_NO_PAD.decode(ticket).ok().filter(|bytes| bytes.len() == 24)?;
    let (body, check) = bytes.split_at_checked(16)?;
    let right = fingerprint(world.workspace.birth(), body).to_be_bytes() == check;
    let (index, rest) = body.split_first_chunk::<8>()?;
    let until = rest.first_chunk::<8>()?;
    right.then(|| (u64::from_be_bytes(*index), i64::from_be_bytes(*until)))
}

/// Serves `GET /files/<ticket>.<extension>`; the URL is all the permission it needs.
pub(crate) fn download(world: &World, method: &str, name: &str, now: DateTime<Utc>) -> Reply {
    let name = name.split_once('?').map_or(name, |(name, _)| name);
    let found = name.split_once('.').and_then(|(ticket, _)| read(world, ticket));
    let Some((index, until)) = found.filter(|_| method == "GET") else {
        return envelope::plain(404, "There is no such file.");
    };
    if now.timestamp_millis() > until {
        return envelope::plain(403, "This link has expired.");
    }
    let overlay = world.overlay();
    let view = View::new(&world.workspace, &overlay);
    match view.file(index) {
        Some(file) => envelope::bytes(200, &file.content_type, file.bytes),
        None => envelope::plain(404, "There is no such file."),
    }
}
