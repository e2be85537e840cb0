//! What belongs to a candidate and comes with no listing: projects, feedback on its applications, the text of its
//! résumé; and how much of all that is here.

use std::sync::Arc;

use samara_ashby::Lane;
use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_ashby::model as ashby;
use samara_store::table::owed::Owed;
use samara_unified::Id;
use serde_json::{Map, Value};

use super::patience::patiently;
use super::source;
use crate::text::Unreadable;
use crate::{Code, Failure, Tag, Workspace, file};

/// Pages read for one record, at most.
const PAGES: usize = 20;
/// Pieces of feedback made findable in one transaction.
const TOGETHER: u32 = 50;

/// Reads the projects a candidate is in.
pub(crate) async fn projects(workspace: &Arc<Workspace>, remote_id: &str, lane: Lane) -> Result<(), Failure> {
    let params = api::CandidateProjectsParams { candidate_id: ashby::CandidateId::from(remote_id) };
    let mut projects = Vec::new();
    let mut cursor = None;
    for _ in 0..PAGES {
        let page = workspace.client.page::<api::CandidateProjects>(lane, &params, cursor.as_ref(), None);
        let page = patiently(workspace, page).await;
        let page = page.map_err(|error| Failure::of_call(error, api::CandidateProjects::PERMISSION))?;
        projects.extend(page.records.iter().map(|record| record.value.id.as_str().to_owned()));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    let id = Id::of(&workspace.mapping.connection, "ats_candidates", remote_id);
    let now = workspace.now();
    workspace.write_mirror(move |tx| tx.replace_projects(id.as_str(), &projects, now.as_str())).await
}

/// Reads the feedback on one application.
pub(super) async fn feedback(workspace: &Arc<Workspace>, remote_id: &str, lane: Lane) -> Result<(), Failure> {
    let params = api::ApplicationFeedbackListParams {
        application_id: Some(ashby::ApplicationId::from(remote_id)),
        ..api::ApplicationFeedbackListParams::default()
    };
    let mut feedback = Vec::new();
    let mut cursor = None;
    for _ in 0..PAGES {
        let page =
            workspace.client.page::<api::ApplicationFeedbackList>(lane, &params, cursor.as_ref(), None);
        let page = patiently(workspace, page).await;
        let page = page.map_err(|error| Failure::of_call(error, api::ApplicationFeedbackList::PERMISSION))?;
        feedback.extend(
            page.records.iter().filter_map(|record| source::feedback(&workspace.mapping, &record.value)),
        );
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    let id = Id::of(&workspace.mapping.connection, "ats_applications", remote_id);
    let now = workspace.now();
    // A stand-in that ignores the filter must not move others' feedback here.
    feedback.retain(|given| given.application_id == id.as_str());
    workspace.write_mirror(move |tx| tx.replace_feedback(id.as_str(), &feedback, now.as_str())).await
}

/// Reads the feedback on one application and makes it findable.
pub(crate) async fn feedback_now(
    workspace: &Arc<Workspace>,
    remote_id: &str,
    lane: Lane,
) -> Result<(), Failure> {
    feedback(workspace, remote_id, lane).await?;
    index_feedback(workspace).await
}

/// Makes new feedback findable.
pub(super) async fn index_feedback(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    while workspace
        .write_mirror(|tx| tx.index_feedback(TOGETHER, |answers| spoken(answers).join("\n")))
        .await?
    {}
    Ok(())
}

/// Questions with what was answered, each in one line of plain words.
pub(crate) fn spoken(answers: &str) -> Vec<String> {
    let answers: Vec<Value> = serde_json::from_str(answers).unwrap_or_default();
    answers
        .iter()
        .map(|given| {
            let title = given.pointer("/question/title").and_then(Value::as_str).unwrap_or_default();
            format!("{title}: {}", said(given.get("answer").unwrap_or(&Value::Null)))
        })
        .collect()
}

/// What was answered, in words.
pub(crate) fn said(answer: &Value) -> String {
    match answer {
        Value::Null => String::new(),
        Value::Bool(yes) => if *yes { "Yes" } else { "No" }.to_owned(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => items.iter().map(said).collect::<Vec<_>>().join(", "),
        Value::Object(parts) => parted(parts),
    }
}

/// What was answered in parts: ranges, amounts and scores by their own shape, anything else part by part.
fn parted(parts: &Map<String, Value>) -> String {
    let part = |name: &str| parts.get(name).map(said).filter(|part| !part.is_empty());
    let amount = match (part("minValue"), part("maxValue"), part("value"), part("score")) {
        (.., Some(score)) => return format!("{score}/4"),
        (Some(least), Some(most), ..) => format!("{least}–{most}"),
        (Some(least), None, ..) => format!("≥ {least}"),
        (None, Some(most), ..) => format!("≤ {most}"),
        (None, None, Some(value), None) => value,
        (None, None, None, None) => {
            let words = parts.iter().filter(|(name, _)| *name != "type").map(|(_, part)| said(part));
            return words.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        }
    };
    let currency = part("currencyCode").map(|code| format!(" {code}")).unwrap_or_default();
    let interval = part("interval").map(|span| span.strip_prefix("1 ").unwrap_or(&span).to_lowercase());
    format!("{amount}{currency}{}", interval.map(|span| format!(" / {span}")).unwrap_or_default())
}

/// Reads the text of a candidate's résumé, from the file here or from Ashby's, unless that was done already. What
/// was owed is settled in the transaction of what it brought. A file that cannot be read has a reason instead.
pub(super) async fn resume(
    workspace: &Arc<Workspace>,
    remote_id: &str,
    lane: Lane,
    owed: Option<Owed>,
) -> Result<(), Failure> {
    let id = Id::of(&workspace.mapping.connection, "ats_candidates", remote_id);
    let known = workspace.read({
        let id = id.clone();
        move |reading| {
            let Some(file) = file::resume_of(reading, id.as_str())? else { return Ok(None) };
            if reading.file_text(&file.id)?.is_some() {
                return Ok(None);
            }
            Ok(Some((reading.file(&file.id)?, file)))
        }
    });
    let Some((kept, file)) = known.await? else {
        return match owed {
            Some(owed) => workspace.write_mirror(move |tx| tx.settle(&owed)).await,
            None => Ok(()),
        };
    };
    let (bytes, text) = match kept {
        Some(bytes) => (None, workspace.text.read(bytes.into()).await?),
        None => match file::fetch(workspace, &file, lane).await {
            Ok(bytes) => (Some(bytes.clone()), workspace.text.read(bytes).await?),
            Err(failure) if failure.code == Code::RemoteInputInvalid => (None, Err(Unreadable::Gone)),
            Err(failure) if failure.code == Code::RemoteUnknown => (None, Err(Unreadable::TooLarge)),
            Err(failure) => return Err(failure),
        },
    };
    let (limit, now) = (file::limit(workspace).await?, workspace.now());
    workspace
        .write_mirror(move |tx| {
            // Whoever was removed while the file was read stays removed.
            if tx.candidate_row(id.as_str())?.is_none() {
                return owed.map_or(Ok(()), |owed| tx.settle(&owed));
            }
            if let Some(bytes) = &bytes {
                tx.keep_file(&file.id, bytes, limit, now.as_str())?;
            }
            let text = text.as_deref().map_err(|reason| reason.as_str());
            tx.keep_resume_text(id.as_str(), &file.id, text, now.as_str())?;
            owed.map_or(Ok(()), |owed| tx.settle(&owed))
        })
        .await?;
    workspace.notices.tell(&[Tag::Candidate]);
    Ok(())
}

/// The text of the résumé of a candidate somebody looks at, read now if it was not yet.
pub(crate) async fn resume_text(workspace: &Arc<Workspace>, candidate_id: &str) -> Result<(), Failure> {
    let id = candidate_id.to_owned();
    let file = workspace.read(move |reading| file::resume_of(reading, &id)).await?;
    match file {
        Some(file) => resume(workspace, &file.candidate, Lane::Read, None).await,
        None => Ok(()),
    }
}

/// Counts how much is here, for whoever asks until the next run.
pub(super) async fn count(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    let now = workspace.now();
    let counted = workspace.read(move |reading| reading.count_coverage(now.as_str())).await?;
    workspace.write_mirror(move |tx| tx.keep_coverage(&counted)).await
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn answers_in_parts_are_said_as_people_write_them() {
        for (answer, words) in [
            (json!({ "raw": { "type": "number-range", "minValue": 20, "maxValue": 25 } }), "20–25"),
            (json!({ "type": "number-range", "minValue": null, "maxValue": 5 }), "≤ 5"),
            (
                json!({ "type": "compensation-range", "minValue": 60000, "maxValue": 85000, "currencyCode": "EUR", "interval": "1 YEAR" }),
                "60000–85000 EUR / year",
            ),
            (json!({ "value": 90000, "currencyCode": "USD" }), "90000 USD"),
            (json!({ "score": 3 }), "3/4"),
            (json!({ "type": "PlainText", "value": "as written" }), "as written"),
            (json!({ "choices": ["a", "b"] }), "a, b"),
            (json!({ "checked": true }), "Yes"),
            (Value::Null, ""),
        ] {
            assert_eq!(said(&answer), words, "{answer}");
        }
    }
}
