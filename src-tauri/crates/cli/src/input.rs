//! What an action is given: JSON in the command or on standard input, and a file beside it.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use samara_engine::Failure;
use serde_json::{Value, json};

/// The largest file an action takes, in bytes.
const LARGEST_FILE: u64 = 50 << 20;
/// The longest input: a few such files in base64.
const LONGEST: u64 = 256 << 20;

/// Reads `given`, or standard input where that is `-`, as JSON.
pub fn json(given: &str) -> Result<Value, Failure> {
    let not_json = |error: serde_json::Error| {
        Failure::input(format!("The input is not JSON: {error}."), "Give one JSON object.")
    };
    if given != "-" {
        return serde_json::from_str(given).map_err(not_json);
    }
    let mut input = Vec::new();
    std::io::stdin()
        .take(LONGEST + 1)
        .read_to_end(&mut input)
        .map_err(|_| Failure::input("The input could not be read.", "Pipe it to standard input."))?;
    if input.len() as u64 > LONGEST {
        return Err(Failure::input("The input is larger than 256 MB.", "Give smaller files."));
    }
    serde_json::from_slice(&input).map_err(not_json)
}

/// Puts a file into the attachment of an input, under its own name unless the input gives another.
pub fn attach(mut input: Value, path: &Path) -> Result<Value, Failure> {
    let bytes = file(path)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let Some(fields) = input.as_object_mut() else {
        return Err(Failure::input("The input is not an object.", "Give one JSON object."));
    };
    let attachment = fields.entry("attachment").or_insert_with(|| json!({}));
    let Some(attachment) = attachment.as_object_mut() else {
        return Err(Failure::input(
            "The attachment is not an object.",
            "Give its type in one, or leave it out.",
        ));
    };
    attachment.entry("name").or_insert_with(|| json!(name));
    attachment.entry("type").or_insert_with(|| json!("OTHER"));
    attachment.insert("data".to_owned(), json!(BASE64_STANDARD.encode(bytes)));
    Ok(input)
}

fn file(path: &Path) -> Result<Vec<u8>, Failure> {
    let unreadable = |error: std::io::Error| {
        Failure::input(
            format!("{} could not be read: {error}.", path.display()),
            "Check its name and whether you may read it.",
        )
    };
    let mut bytes = Vec::new();
    // One that grows while it is read, or has no end, is not read for ever.
    File::open(path)
        .map_err(unreadable)?
        .take(LARGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(Failure::input(
            "The file is larger than 50 MB.",
            "Make it smaller, or put it where a link can point to it.",
        ));
    }
    Ok(bytes)
}
