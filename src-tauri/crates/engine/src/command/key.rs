//! The API key: whether it is one, and what it may do.

use samara_ashby::Client;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Info, Nothing, command};
use crate::scopes::Rights;
use crate::{Failure, Tag, connection};

/// A key to be checked.
#[derive(Deserialize, TS)]
pub struct KeyCheckInput {
    /// The key.
    pub api_key: String,
    /// Another base URL than Ashby's own.
    pub base_url: Option<String>,
}

/// Whether something is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum Access {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Ashby does not tell without trying.
    Unknown,
}

/// What a key may do in one module.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ModuleAccess {
    /// Ashby's name of the module.
    pub module: String,
    /// Read.
    pub read: Access,
    /// Write.
    pub write: Access,
    /// What Samara needs it for.
    pub used_for: String,
}

/// What a key may do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KeyReport {
    /// The key's name in Ashby.
    pub title: Option<String>,
    /// Whether the key could tell about itself; otherwise reads were tried.
    pub introspected: bool,
    /// Module by module.
    pub modules: Vec<ModuleAccess>,
    /// What will be missing, in sentences.
    pub missing: Vec<String>,
}

/// The key in what was pasted.
pub(super) fn key(text: &str) -> Result<SecretString, Failure> {
    let text = text.trim();
    if text.is_empty() || text.chars().any(|character| character.is_whitespace() || character.is_control()) {
        return Err(Failure::input(
            "This is not an API key.",
            "Copy the key from Ashby anew: one line without spaces.",
        ));
    }
    Ok(SecretString::from(text.to_owned()))
}

command! {
    /// Checks a key before it is kept.
    CheckKey, Info::act("check_key", &[]), |desk, input: KeyCheckInput| -> KeyReport {
        let base_url = desk.base_url(input.base_url.as_deref())?;
        check_key(&desk.trial(&base_url, key(&input.api_key)?)?).await
    }
}

command! {
    /// What the key of the open workspace may do.
    KeyReportOf, Info::read("key_report", &[Tag::Workspace]), |desk, _input: Nothing| -> KeyReport {
        let workspace = desk.workspace()?;
        connection::ensure_on(&workspace).await?;
        check_key(&workspace.client).await
    }
}

/// The modules Samara uses, and what for.
const MODULES: [(&str, &str, &str); 7] = [
    (
        "candidates",
        "Candidates, applications, notes and résumés; moving people needs write",
        "candidates and pipelines",
    ),
    ("jobs", "Jobs and their postings", "jobs and postings"),
    ("interviews", "Interview plans: the stages of every pipeline", "stages of pipelines"),
    (
        "hiringProcessMetadata",
        "Tags, sources, reasons for rejecting, custom fields",
        "tags, sources and reasons",
    ),
    (
        "organization",
        "Users, departments, locations, hiring roles",
        "people of the team, departments and locations",
    ),
    ("offers", "Offers", "offers"),
    ("apiKeys", "Lets the key tell its own permissions", "an exact list of permissions"),
];

/// Finds out what a key may do: from the key itself, or by trying one harmless read per endpoint.
///
/// # Errors
/// When Ashby cannot be reached or does not accept the key.
pub async fn check_key(client: &Client) -> Result<KeyReport, Failure> {
    let rights = Rights::ask(client).await?;
    match rights.failure() {
        Some(failure) => Err(failure),
        None => Ok(key_report(&rights)),
    }
}

/// The same as a report, module by module.
pub(super) fn key_report(rights: &Rights) -> KeyReport {
    report(rights.title.clone(), rights.scopes.is_some(), |module, right| rights.access(module, right))
}

fn report(title: Option<String>, introspected: bool, access: impl Fn(&str, &str) -> Access) -> KeyReport {
    let mut missing = Vec::new();
    let modules = MODULES
        .iter()
        .map(|(module, used_for, what)| {
            let (read, write) = (access(module, "read"), access(module, "write"));
            if read == Access::No && *module != "apiKeys" {
                missing.push(format!("Without {module}Read Samara shows no {what}."));
            }
            if *module == "candidates" && write == Access::No {
                missing.push(
                    "Without candidatesWrite Samara can show pipelines but not move anybody.".to_owned(),
                );
            }
            ModuleAccess { module: (*module).to_owned(), read, write, used_for: (*used_for).to_owned() }
        })
        .collect();
    KeyReport { title, introspected, modules, missing }
}
