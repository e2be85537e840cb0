//! Files: putting them on candidates.

use std::net::IpAddr;
use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use samara_ashby::{Error, Fetched, is_public};
use samara_store::Reading;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

use super::super::intention::{Intention, Step};
use super::super::queue::{Asking, Draft};
use super::{FILE_APPLICATION, FILE_CANDIDATE, Person, applicant, person, said};
use crate::{Failure, Workspace};

/// The largest file taken, in bytes.
const LARGEST: usize = 50 << 20;

/// How often an address may name another one.
const REDIRECTS: usize = 5;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[ts(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum AttachmentKind {
    /// The résumé.
    Cv,
    /// A cover letter. Ashby keeps it as a plain file: known of those that were attached from here.
    CoverLetter,
    /// Anything else.
    Other,
}

/// A file with its content: exactly one of `data` and `data_url`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Attachment {
    /// Readable name with extension.
    pub name: String,
    /// MIME type; needed with `data`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub content_type: Option<String>,
    /// The content, base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub data: Option<String>,
    /// Where to fetch the content at once; https only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub data_url: Option<String>,
    /// What it is.
    pub r#type: AttachmentKind,
}

/// Input of `add_attachment_to_application`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ApplicationAttachmentInput {
    /// Unified id of the application, or `remote:<Ashby id>`.
    pub application_id: String,
    /// The file.
    pub attachment: Attachment,
}

/// Input of `add_attachment_to_candidate`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CandidateAttachmentInput {
    /// Unified id of the candidate, or `remote:<Ashby id>`.
    pub candidate_id: String,
    /// The file.
    pub attachment: Attachment,
}

pub(super) fn on_application(
    reading: &Reading<'_>,
    asking: &Asking,
    input: &ApplicationAttachmentInput,
) -> Result<Draft, Failure> {
    let (application, person) = applicant(reading, asking, &input.application_id)?;
    let mut draft =
        draft(FILE_APPLICATION, person, &input.attachment, "application_id", &input.application_id)?;
    draft.application_id = Some(application.id);
    draft
        .intention
        .remarks
        .push("The file is stored on the candidate: Ashby has no files of applications.".to_owned());
    Ok(draft)
}

pub(super) fn on_candidate(
    reading: &Reading<'_>,
    asking: &Asking,
    input: &CandidateAttachmentInput,
) -> Result<Draft, Failure> {
    let person = person(reading, asking, &input.candidate_id)?;
    draft(FILE_CANDIDATE, person, &input.attachment, "candidate_id", &input.candidate_id)
}

fn draft(
    action: &'static str,
    person: Person,
    attachment: &Attachment,
    key: &str,
    id: &str,
) -> Result<Draft, Failure> {
    let Content { name, content_type, bytes } = content_of(attachment)?;
    let kind = attachment.r#type;
    let remarks = (content_type == "application/octet-stream")
        .then(|| "The kind of file is not known; Ashby may not show it.".to_owned());
    Ok(Draft {
        action,
        title: format!("Attach a file to {}", person.name),
        label: format!("Attached a file to {}", person.name),
        detail: format!("{name} · Cannot be taken back once sent"),
        candidate_id: person.id,
        application_id: None,
        // The content is spooled, not kept with the words.
        input: json!({
            key: id, "attachment": { "name": name, "content_type": content_type, "type": kind },
        }),
        intention: Intention {
            steps: vec![Step::PutFile {
                candidate: person.remote_id.clone(),
                resume: kind == AttachmentKind::Cv,
                cover_letter: kind == AttachmentKind::CoverLetter,
                name,
                content_type,
                before: None,
            }],
            remarks: remarks.into_iter().collect(),
            candidate: Some(person.remote_id),
            ..Intention::default()
        },
        undo: false,
        files: vec![(0, bytes)],
    })
}

/// A file ready to be spooled.
pub(super) struct Content {
    pub(super) name: String,
    pub(super) content_type: String,
    pub(super) bytes: Vec<u8>,
}

/// The file's name, type and bytes, as far as they fit together.
pub(super) fn content_of(attachment: &Attachment) -> Result<Content, Failure> {
    let name = said(&attachment.name, "The file's name")?.to_owned();
    let (content_type, bytes) = content(attachment, &name)?;
    Ok(Content { name, content_type, bytes })
}

/// The file's type and bytes, as far as they fit together.
fn content(attachment: &Attachment, name: &str) -> Result<(String, Vec<u8>), Failure> {
    let Some(data) = attachment.data.as_deref().filter(|_| attachment.data_url.is_none()) else {
        return Err(Failure::input(
            "Exactly one of data and data_url has to be given.",
            "Give the content as base64 in data, or an https address in data_url.",
        ));
    };
    let guessed = guess(name);
    let content_type = attachment.content_type.as_deref().or(guessed).unwrap_or("application/octet-stream");
    if !is_media_type(content_type) {
        return Err(Failure::input("content_type is not a media type.", "Give one such as application/pdf."));
    }
    if data.len() / 4 * 3 > LARGEST + 3 {
        return Err(too_large());
    }
    let bytes = BASE64_STANDARD.decode(data.trim()).map_err(|_| {
        Failure::input(
            "The file's data is not base64.",
            "Encode the content as standard base64 with padding.",
        )
    })?;
    if bytes.is_empty() {
        return Err(Failure::input("The file is empty.", "Choose another file."));
    }
    if bytes.len() > LARGEST {
        return Err(too_large());
    }
    if content_type == "application/pdf" && !bytes.starts_with(b"%PDF-") {
        return Err(Failure::input(
            "The file says it is a PDF, but it is not one.",
            "Choose another file, or give its real type.",
        ));
    }
    Ok((content_type.to_owned(), bytes))
}

fn too_large() -> Failure {
    Failure::input(
        "The file is larger than 50 MB.",
        "Make it smaller, or put it where a link can point to it.",
    )
}

fn is_media_type(text: &str) -> bool {
    let word = |part: &str| {
        !part.is_empty()
            && part.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '_' | '.' | '-' | '+'))
    };
    text.split_once('/').is_some_and(|(kind, rest)| word(kind) && word(rest))
}

pub(super) fn guess(name: &str) -> Option<&'static str> {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase())?;
    Some(match extension.as_str() {
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "doc" => "application/msword",
        "rtf" => "application/rtf",
        "odt" => "application/vnd.oasis.opendocument.text",
        "txt" => "text/plain",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        _ => return None,
    })
}

/// Fetches what `data_url` names, so that the file is here from then on.
///
/// # Errors
/// When the address, or one it redirects to, is not public https, does not answer, or gives too much.
pub async fn fetched(workspace: &Arc<Workspace>, mut attachment: Attachment) -> Result<Attachment, Failure> {
    let Some(mut address) = attachment.data_url.clone().filter(|_| attachment.data.is_none()) else {
        return Ok(attachment);
    };
    for _ in 0..=REDIRECTS {
        if !public(&address) {
            return Err(Failure::input(
                "Files are only fetched from public https addresses.",
                "Give another address, or the content itself in data.",
            ));
        }
        match workspace.client.fetch_public(&address, LARGEST).await {
            Ok(Fetched::Elsewhere(next)) => address = next,
            Ok(Fetched::File { bytes, content_type }) => {
                let told = content_type.as_deref().and_then(|kind| kind.split(';').next()).map(str::trim);
                let told = told.filter(|kind| is_media_type(kind)).map(str::to_owned);
                attachment.content_type = attachment.content_type.or(told);
                attachment.data = Some(BASE64_STANDARD.encode(bytes));
                attachment.data_url = None;
                return Ok(attachment);
            }
            Err(Error::TooLarge { .. }) => return Err(too_large()),
            Err(_) => return Err(no_file()),
        }
    }
    Err(no_file())
}

fn no_file() -> Failure {
    Failure::input(
        "The address in data_url gives no file, or is not public.",
        "Check it in a browser, or give the content itself in data.",
    )
}

/// Whether an address is https and does not name this computer or its network.
fn public(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("https://") else { return false };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') || authority.contains('\\') {
        return false;
    }
    let host = match authority.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    match host.parse::<IpAddr>() {
        Ok(IpAddr::V4(four)) => is_public(IpAddr::V4(four)),
        // An address of six parts may wrap one of four.
        Ok(IpAddr::V6(_)) => false,
        Err(_) => {
            let last = host.rsplit('.').next().unwrap_or_default();
            host.contains('.')
                && !["local", "localhost", "internal", "lan", "home", "arpa"].contains(&last)
                && !last.chars().all(|it| it.is_ascii_digit() || it == 'x')
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attachment(name: &str, content_type: Option<&str>, bytes: &[u8]) -> Attachment {
        Attachment {
            name: name.to_owned(),
            content_type: content_type.map(str::to_owned),
            data: Some(BASE64_STANDARD.encode(bytes)),
            data_url: None,
            r#type: AttachmentKind::Cv,
        }
    }

    #[test]
    fn a_small_pdf_is_taken_and_what_only_says_so_is_not() {
        let minimal = attachment("cv.pdf", None, b"%PDF-1.4\n%%EOF");
        assert_eq!(content(&minimal, "cv.pdf").unwrap().0, "application/pdf");
        for (kind, bytes) in [
            (Some("application/pdf"), &b"PK\x03\x04"[..]),
            (None, b"MZ"),
            (None, b""),
            (Some("pdf"), b"%PDF-1.4"),
        ] {
            let wrong = content(&attachment("cv.pdf", kind, bytes), "cv.pdf");
            assert_eq!(wrong.unwrap_err().code, crate::Code::InputInvalid);
        }
    }

    #[test]
    fn only_public_https_addresses_are_fetched() {
        assert!(public("https://files.example.com/cv.pdf?x=1"));
        for address in [
            "http://files.example.com/cv.pdf",
            "https://127.0.0.1/x",
            "https://10.1.2.3/x",
            "https://192.168.0.1:8443/x",
            "https://169.254.169.254/latest",
            "https://100.64.0.1/x",
            "https://localhost/x",
            "https://printer.local/x",
            "https://intranet/x",
            "https://[::1]/x",
            "https://2130706433/x",
            "https://0x7f.1/x",
            "https://good.example@127.0.0.1/x",
            "file:///etc/passwd",
        ] {
            assert!(!public(address), "{address}");
        }
    }
}
