//! Notes and files put on candidates.

use serde_json::{Value, json};

use super::{Call, find};
use crate::changes::Overlay;
use crate::draw::fingerprint;
use crate::endpoint::upload;
use crate::envelope::{Answer, Refusal, Success};
use crate::ids::Kind;
use crate::view::{FIRST_WRITTEN_NOTE, File, UPLOADED, View};

/// Tags a note keeps; everything else between angle brackets is dropped.
const KEPT: [&str; 9] = ["b", "i", "u", "a", "ul", "ol", "li", "code", "pre"];

pub(super) fn note(call: &Call) -> Answer {
    let arguments = &call.arguments;
    let content = match arguments.value("note") {
        Some(Value::String(text)) => text.clone(),
        _ => {
            let note = arguments.object("note")?.ok_or_else(|| Refusal::invalid("note is required"))?;
            let kind = note.word("type", &["text/plain", "text/html"])?;
            let text = note.text("value")?.ok_or_else(|| Refusal::invalid("note.value is required"))?;
            match kind.ok_or_else(|| Refusal::invalid("note.type is required"))? {
                "text/html" => cleaned(text),
                _ => text.to_owned(),
            }
        }
    };
    if content.trim().is_empty() {
        return Err(Refusal::invalid("note must say something"));
    }
    let private = arguments.flag("isPrivate")?;
    arguments.flag("sendNotifications")?;
    let created = arguments.moment("createdAt")?.unwrap_or(call.now_ms());
    let workspace = &call.world.workspace;
    let mut overlay = call.world.overlay_mut();
    let view = View::new(workspace, &overlay);
    let candidate = find(call, &view, "candidateId")?;
    let index = FIRST_WRITTEN_NOTE + overlay.added(Kind::Note);
    let author = u64::try_from(call.actor).unwrap_or(0);
    let note = view.new_note(index, author, &content, private, created);
    let made = json!({
        "id": note.get("id"), "candidateId": view.candidate_id(candidate), "content": content,
    });
    overlay.add(Kind::Note, index, note.clone());
    overlay.edit(candidate, call.now_ms()).notes.push(index);
    overlay.made("notes", made);
    Ok(Success::of(note))
}

fn cleaned(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        kept.push_str(text);
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        let name = tag.trim_start_matches('/').split(|it: char| !it.is_ascii_alphanumeric()).next();
        if name.is_some_and(|name| KEPT.contains(&name.to_ascii_lowercase().as_str())) {
            kept.push('<');
            kept.push_str(tag);
            kept.push('>');
        }
        rest = after;
    }
    kept.push_str(rest);
    kept
}

/// Puts a file on a candidate: `part` in a body of several parts, or the handle in `name`.
pub(super) fn file(call: &Call, part: &str, name: &str, context: &str, resume: bool) -> Answer {
    let arguments = &call.arguments;
    let workspace = &call.world.workspace;
    let mut overlay = call.world.overlay_mut();
    let candidate = find(call, &View::new(workspace, &overlay), "candidateId")?;
    let file = match arguments.files.iter().find(|file| file.name == part) {
        Some(file) if file.bytes.is_empty() => return Err(Refusal::invalid("the file is empty")),
        Some(file) => File {
            name: file.filename.clone().unwrap_or_else(|| part.to_owned()),
            content_type: file.content_type.clone().unwrap_or_else(|| "application/octet-stream".into()),
            bytes: file.bytes.clone(),
        },
        None => upload::redeem(&overlay, arguments.needed(name)?, context, call.now_ms())?,
    };
    keep(call, &mut overlay, candidate, file, resume);
    Ok(Success::of(View::new(workspace, &overlay).candidate(candidate)))
}

/// Keeps a file with a candidate and returns its number.
pub(crate) fn keep(call: &Call, overlay: &mut Overlay, candidate: u32, file: File, resume: bool) -> u64 {
    let index = UPLOADED | u64::try_from(overlay.files.len()).unwrap_or(0);
    let ids = &call.world.workspace.ids;
    let made = json!({
        "id": ids.id(Kind::File, index), "candidateId": ids.id(Kind::Candidate, u64::from(candidate)),
        "name": file.name, "length": file.bytes.len(), "resume": resume,
        "fingerprint": format!("{:016x}", fingerprint(0, &file.bytes)),
    });
    overlay.files.insert(index, file);
    let edit = overlay.edit(candidate, call.now_ms());
    edit.files.push(index);
    if resume {
        edit.resume = Some(index);
    }
    overlay.made("files", made);
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_keeps_the_few_tags_it_may_have() {
        let html = r#"<p>A <b>b</b> <script>x</script><a href="https://a.example">l</a> 1 < 2</p>"#;
        assert_eq!(cleaned(html), r#"A <b>b</b> x<a href="https://a.example">l</a> 1 "#);
    }
}
