//! What recruiters label and write with: tags, sources, reasons, custom fields, forms, templates, pools.

use serde_json::{Value, json};

use super::{Call, Found, list};
use crate::envelope::Answer;
use crate::ids::Kind;

const READ: &str = "hiringProcessMetadata:read";

pub(super) fn endpoint(name: &str) -> Found {
    Some(match name {
        "candidateTag.list" => (READ, |call| list::archivable(call, Kind::Tag)),
        "customField.list" => (READ, |call| list::archivable(call, Kind::CustomField)),
        "customField.info" => {
            (READ, |call| list::info(call, Kind::CustomField, "customFieldId", "custom_field_not_found"))
        }
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
