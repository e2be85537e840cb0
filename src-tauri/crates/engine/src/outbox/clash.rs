//! Whether Ashby still shows what the recruiter saw, for writes that would replace it.

use std::sync::Arc;

use samara_ashby::endpoint as api;
use samara_ashby::model as ashby;
use samara_ashby::{Endpoint, Lane};
use samara_unified::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::intention::{Aside, Intention, Step};
use crate::{Failure, Workspace};

/// Both sides of a conflict.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Clash {
    /// Unified id of the stage Ashby shows.
    #[serde(default)]
    pub(crate) theirs: String,
    /// Ashby's id of it.
    #[serde(default)]
    pub(crate) theirs_remote: String,
    /// When Ashby last changed it, UTC.
    pub(crate) at: Option<String>,
    /// Who changed it, where Ashby tells.
    #[serde(default)]
    pub(crate) by: Option<String>,
    /// Both sides in words, when it is not about a stage.
    #[serde(default)]
    pub(crate) words: Option<Sides>,
}

/// Both sides in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sides {
    /// What Ashby shows.
    pub(crate) theirs: String,
    /// What was asked for.
    pub(crate) yours: String,
}

/// What a look at Ashby says of a write.
pub(super) enum Outlook {
    /// It can be sent.
    Clear,
    /// It is so already.
    Already,
    /// Somebody else changed it meanwhile.
    Moved(Clash),
}

/// Looks, where a write would replace what somebody may have changed.
pub(super) async fn look(
    workspace: &Arc<Workspace>,
    intention: &Intention,
    step: &Step,
) -> Result<Outlook, Failure> {
    match step {
        _ if intention.overruled => Ok(Outlook::Clear),
        Step::ChangeSource { application, source, seen } => {
            let now = read_application(workspace, application).await?;
            let id = now.source.as_ref().map(|source| source.id.as_str().to_owned());
            let name = now.source.and_then(|source| source.title);
            Ok(judged(id == *source, name == *seen, || {
                let words = name.clone().unwrap_or_else(|| "No source".to_owned());
                clash(intention, words, now.updated_at.as_deref())
            }))
        }
        Step::FillFields { record, object, fillings, seen: Some(seen) } => {
            let (fields, at) = fields(workspace, object, record).await?;
            let known = |filling: &super::Filling| {
                let super::Ref::Is(id) = &filling.field else { return Value::Null };
                let field = fields.iter().find(|field| field.id.as_str() == id);
                field.and_then(|field| field.value.clone()).unwrap_or(Value::Null)
            };
            let present: Vec<Value> = fillings.iter().map(known).collect();
            let wanted: Vec<Value> = fillings.iter().map(|filling| filling.value.clone()).collect();
            Ok(judged(present == wanted, present == *seen, || {
                let words = present.iter().map(in_words).collect::<Vec<_>>().join(", ");
                clash(intention, words, at.as_deref())
            }))
        }
        _ => Ok(Outlook::Clear),
    }
}

/// What is so already is done; what is as it was seen is sent.
fn judged(as_wanted: bool, as_seen: bool, clash: impl FnOnce() -> Clash) -> Outlook {
    if as_wanted {
        Outlook::Already
    } else if as_seen {
        Outlook::Clear
    } else {
        Outlook::Moved(clash())
    }
}

/// A value as people read it.
pub(super) fn in_words(value: &Value) -> String {
    match value {
        Value::Null => "empty".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(in_words).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

fn clash(intention: &Intention, theirs: String, at: Option<&str>) -> Clash {
    let yours = intention.shown.iter().filter_map(|shown| Aside::of(&shown.kind, &shown.value));
    let yours = yours.map(|aside| aside.words.unwrap_or_else(|| "empty".to_owned()));
    let yours = yours.collect::<Vec<_>>().join(", ");
    let at = at.and_then(Timestamp::parse).map(|at| at.as_str().to_owned());
    Clash { at, words: Some(Sides { theirs, yours }), ..Clash::default() }
}

async fn read_application(workspace: &Workspace, id: &str) -> Result<ashby::Application, Failure> {
    let params = api::ApplicationInfoParams::new(ashby::ApplicationId::from(id));
    once::<api::ApplicationGet>(workspace, &params).await
}

async fn fields(
    workspace: &Workspace,
    object: &str,
    record: &str,
) -> Result<(Vec<ashby::CustomFieldValue>, Option<String>), Failure> {
    if object == "Application" {
        let now = read_application(workspace, record).await?;
        return Ok((now.custom_fields, now.updated_at));
    }
    let params = api::CandidateInfoParams { id: ashby::CandidateId::from(record) };
    let now = once::<api::CandidateGet>(workspace, &params).await?;
    Ok((now.custom_fields, now.updated_at))
}

async fn once<E: Endpoint>(workspace: &Workspace, params: &E::Params) -> Result<E::Results, Failure> {
    let reply = workspace.client.call_once::<E>(Lane::Write, params).await;
    Ok(reply.map_err(|error| Failure::of_call(error, E::PERMISSION))?.results)
}
