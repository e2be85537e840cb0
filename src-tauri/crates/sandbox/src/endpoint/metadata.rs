//! What recruiters label and write with: tags, sources, reasons, custom fields, forms, templates, pools.

use serde_json::{Value, json};

use super::{Call, Found, field, list, survey};
use crate::changes::set;
use crate::envelope::{Answer, Refusal, Success};
use crate::ids::Kind;
use crate::view::View;

const READ: &str = "hiringProcessMetadata:read";
const WRITE: &str = "hiringProcessMetadata:write";

pub(super) fn endpoint(name: &str) -> Found {
    Some(match name {
        "candidateTag.list" => (READ, |call| list::archivable(call, Kind::Tag)),
        "customField.list" => (READ, |call| list::archivable(call, Kind::CustomField)),
        "customField.info" => {
            (READ, |call| list::info(call, Kind::CustomField, "customFieldId", "custom_field_not_found"))
        }
        "candidateTag.create" => (WRITE, create_tag),
        "candidateTag.archive" => (WRITE, archive_tag),
        "customField.create" => (WRITE, field::create),
        "customField.setValue" => ("candidates:write", field::set_one),
        "customField.setValues" => ("candidates:write", field::set_several),
        "surveySubmission.create" => ("candidates:write", survey::create),
        "surveySubmission.list" => ("candidates:read", survey::submissions),
        "archiveReason.list" => (READ, |call| list::unpaged(call, Kind::ArchiveReason)),
        "source.list" => (READ, sources),
        "closeReason.list" => (READ, close_reasons),
        "communicationTemplate.list" => (READ, |call| list::unpaged(call, Kind::Template)),
        "feedbackFormDefinition.list" => (READ, |call| list::archivable(call, Kind::FeedbackForm)),
        "feedbackFormDefinition.info" => (READ, |call| {
            list::info(call, Kind::FeedbackForm, "feedbackFormDefinitionId", "form_definition_not_found")
        }),
        "surveyFormDefinition.list" => (READ, |call| list::listed(call, Kind::SurveyForm, |_| true)),
        "surveyFormDefinition.info" => (READ, |call| {
            list::info(call, Kind::SurveyForm, "surveyFormDefinitionId", "form_definition_not_found")
        }),
        "interviewerPool.list" => (READ, pools),
        "interviewerPool.info" => {
            (READ, |call| list::info(call, Kind::Pool, "interviewerPoolId", "interviewer_pool_not_found"))
        }
        _ => return None,
    })
}

fn sources(call: &Call) -> Answer {
    Ok(list::unpaged(call, Kind::Source)?.with("moreDataAvailable", json!(false)))
}

fn close_reasons(call: &Call) -> Answer {
    Ok(list::unpaged(call, Kind::CloseReason)?.with("moreDataAvailable", json!(false)))
}

fn pools(call: &Call) -> Answer {
    let all = call.arguments.flag("includeArchivedPools")?;
    list::listed(call, Kind::Pool, |pool| all || pool.get("isArchived") != Some(&Value::Bool(true)))
}

/// A tag of this title: the one there is, or a new one.
fn create_tag(call: &Call) -> Answer {
    let title = call.arguments.needed("title")?;
    let mut overlay = call.world.overlay_mut();
    let view = View::new(&call.world.workspace, &overlay);
    let same = |tag: &Value| tag.get("title").and_then(Value::as_str) == Some(title);
    if let Some(tag) = view.few(Kind::Tag).into_values().find(same) {
        return Ok(Success::of(tag));
    }
    let index = view.next_of(Kind::Tag);
    let tag =
        json!({ "id": call.world.workspace.ids.id(Kind::Tag, index), "title": title, "isArchived": false });
    overlay.add(Kind::Tag, index, tag.clone());
    overlay.made("tags", tag.clone());
    Ok(Success::of(tag))
}

fn archive_tag(call: &Call) -> Answer {
    let mut overlay = call.world.overlay_mut();
    let found = View::new(&call.world.workspace, &overlay).named(Kind::Tag, call.arguments.id("tagId")?);
    let message = "There is no candidate tag with this id.";
    let (index, mut tag) = found.ok_or_else(|| Refusal::new("candidate_tag_not_found", message))?;
    set(&mut tag, "isArchived", json!(true));
    let fields = serde_json::Map::from_iter([("isArchived".to_owned(), json!(true))]);
    overlay.amend(Kind::Tag, index, fields, call.now_ms());
    Ok(Success::of(tag))
}
