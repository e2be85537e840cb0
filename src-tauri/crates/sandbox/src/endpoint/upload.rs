//! Uploads: a handle and a form on request, and the host that takes the form.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::Call;
use crate::changes::{Overlay, Upload};
use crate::draw::{fingerprint, mix};
use crate::envelope::{self, Answer, Refusal, Success};
use crate::multipart::parts;
use crate::view::File;
use crate::{Reply, World};

/// A handle lives for ten minutes.
const LIFE: i64 = 10 * 60 * 1000;

/// Ashby names no limit; this one keeps the workspace in memory.
const LARGEST: i64 = 100 * 1024 * 1024;

const CONTEXTS: [&str; 3] = ["CandidateResume", "CandidateFiles", "ApplicationForm"];

pub(super) fn handle(call: &Call) -> Answer {
    let arguments = &call.arguments;
    let context = arguments
        .word("fileUploadContext", &CONTEXTS)?
        .ok_or_else(|| Refusal::invalid("fileUploadContext is required"))?;
    let name = arguments.needed("filename")?;
    let content_type = arguments.needed("contentType")?;
    if !content_type.split_once('/').is_some_and(|(kind, rest)| !kind.is_empty() && !rest.is_empty()) {
        return Err(Refusal::invalid("contentType must be a media type"));
    }
    let length =
        arguments.integer("contentLength")?.ok_or_else(|| Refusal::invalid("contentLength is required"))?;
    if !(1..=LARGEST).contains(&length) {
        return Err(Refusal::invalid(format!("contentLength must lie between 1 and {LARGEST}")));
    }
    let mut overlay = call.world.overlay_mut();
    let number = u64::try_from(overlay.uploads.len()).unwrap_or(0);
    let seed = mix(call.world.workspace.birth() ^ mix(number));
    let handle = format!("uh_{:016x}{:016x}", seed, mix(seed ^ 1));
    overlay.uploads.push(Upload {
        handle: handle.clone(),
        context: context.to_owned(),
        name: name.to_owned(),
        content_type: content_type.to_owned(),
        length: usize::try_from(length).unwrap_or(0),
        until: call.now_ms() + LIFE,
        bytes: None,
    });
    let signature = signature(call.world, &handle);
    let host = call.world.rules().upload_host.clone();
    let host = host.unwrap_or_else(|| call.world.base_url().to_owned());
    Ok(Success::of(json!({
        "handle": handle, "url": format!("{host}/uploads"),
        "fields": {
            "key": format!("uploads/{handle}"), "Content-Type": content_type, "policy": "sandbox",
            "x-amz-signature": signature,
        },
    })))
}

fn signature(world: &World, handle: &str) -> String {
    format!("{:016x}", fingerprint(world.workspace.birth(), handle.as_bytes()))
}

fn denied(code: &str, message: &str) -> Reply {
    let status = if code == "EntityTooLarge" || code == "EntityTooSmall" { 400 } else { 403 };
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>{message}</Message></Error>"
    );
    envelope::bytes(status, "application/xml", body.into_bytes())
}

/// Takes `POST /uploads`: all fields as handed out, the file last in a part named `file`. No key is needed; what was
/// signed is.
pub(crate) fn receive(world: &World, method: &str, body: &[u8], now: DateTime<Utc>) -> Reply {
    if method != "POST" {
        return denied("MethodNotAllowed", "The specified method is not allowed.");
    }
    let Some(mut parts) = parts(body) else {
        return denied("MalformedPOSTRequest", "The body is not well-formed multipart/form-data.");
    };
    let Some(file) = parts.pop().filter(|part| part.name == "file") else {
        return denied(
            "InvalidArgument",
            "POST requires exactly one file upload per request, as its last part.",
        );
    };
    let field = |name: &str| {
        parts.iter().find(|part| part.name == name).and_then(|part| std::str::from_utf8(&part.bytes).ok())
    };
    let mut overlay = world.overlay_mut();
    let handle = field("key").and_then(|key| key.strip_prefix("uploads/")).unwrap_or_default();
    let Some(upload) = overlay.uploads.iter_mut().find(|upload| upload.handle == handle) else {
        return denied("AccessDenied", "Access Denied");
    };
    let signed = field("policy") == Some("sandbox")
        && field("x-amz-signature") == Some(signature(world, handle).as_str())
        && field("Content-Type") == Some(upload.content_type.as_str());
    if !signed {
        return denied("AccessDenied", "Invalid according to Policy: a field is missing or was changed.");
    }
    if now.timestamp_millis() > upload.until {
        return denied("AccessDenied", "Invalid according to Policy: Policy expired.");
    }
    match file.bytes.len() {
        length if length > upload.length => {
            return denied("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size.");
        }
        length if length < upload.length => {
            return denied(
                "EntityTooSmall",
                "Your proposed upload is smaller than the minimum allowed size.",
            );
        }
        _ => upload.bytes = Some(file.bytes),
    }
    Reply { status: 204, ..envelope::plain(204, "") }
}

/// The file behind a handle that was made for this purpose, uploaded, and is still alive.
pub(crate) fn redeem(overlay: &Overlay, handle: &str, context: &str, now: i64) -> Result<File, Refusal> {
    let upload = overlay.uploads.iter().find(|upload| upload.handle == handle);
    let upload = upload.ok_or_else(|| Refusal::invalid("This is no handle of an upload."))?;
    if upload.context != context {
        return Err(Refusal::invalid(format!("The handle is for {}, not for {context}.", upload.context)));
    }
    if now > upload.until {
        return Err(Refusal::invalid("The upload handle has expired. Create a new one."));
    }
    let bytes =
        upload.bytes.clone().ok_or_else(|| Refusal::invalid("Nothing was uploaded for this handle."))?;
    Ok(File { name: upload.name.clone(), content_type: upload.content_type.clone(), bytes })
}
