//! Answers to surveys, and feedback on applications.

use serde_json::{Map, Value, json};

use super::{Call, answers, application, candidate, list};
use crate::changes::set;
use crate::envelope::{Answer, Refusal, Success};
use crate::generate::time;
use crate::hooks::tell;
use crate::ids::Kind;
use crate::view::{FEEDBACK, View};

/// Of these surveys Ashby never tells what was answered.
const SILENT: [&str; 2] = ["Diversity", "EEOC"];

pub(super) fn create(call: &Call) -> Answer {
    let arguments = &call.arguments;
    let workspace = &call.world.workspace;
    let mut overlay = call.world.overlay_mut();
    let view = View::new(workspace, &overlay);
    let person = candidate::find(call, &view, "candidateId")?;
    let (_, applied) = application::find(&view, Kind::Application, arguments.id("applicationId")?)?;
    if applied.candidate != person {
        return Err(Refusal::invalid("The application is not one of this candidate."));
    }
    let form_id = arguments.id("surveyFormDefinitionId")?;
    let found = view.named(Kind::SurveyForm, form_id);
    let message = "There is no survey form with this id.";
    let (_, form) = found.ok_or_else(|| Refusal::new("form_definition_not_found", message))?;
    let given = arguments.value("submittedValues").and_then(Value::as_object);
    let given = given.ok_or_else(|| Refusal::invalid("submittedValues is required"))?;
    let definition = form.get("formDefinition").cloned().unwrap_or_default();
    let values = read(&definition, given)?;
    let kind = form.get("surveyType").and_then(Value::as_str).unwrap_or_default();
    let index = overlay.added(Kind::SurveySubmission);
    let id = workspace.ids.id(Kind::SurveySubmission, index);
    let mut record = json!({
        "id": id, "surveyFormDefinitionId": form_id, "submittedAt": time::iso(call.now_ms()),
        "candidateId": arguments.text("candidateId")?, "applicationId": arguments.text("applicationId")?,
        "surveyType": kind, "formDefinition": definition,
    });
    if !SILENT.contains(&kind) {
        set(&mut record, "submittedValues", json!(values));
    }
    let made = json!({
        "id": id, "applicationId": arguments.text("applicationId")?, "surveyFormDefinitionId": form_id,
        "answers": values.len(),
    });
    overlay.add(Kind::SurveySubmission, index, record.clone());
    overlay.made("surveys", made);
    tell(workspace, &mut overlay, "surveySubmit", call.now_ms(), |_| json!({ "surveySubmission": record }));
    Ok(Success::of(record))
}

/// Answers by the path of their field, or by its id: the texts allow either reading.
fn read(form: &Value, given: &Map<String, Value>) -> Result<Map<String, Value>, Refusal> {
    let fields = answers::fields(form);
    let mut values = Map::new();
    for (key, value) in given {
        let is = |field: &Value| {
            ["path", "id"].iter().any(|name| field.get(*name).and_then(Value::as_str) == Some(key.as_str()))
        };
        let found = fields.iter().find(|(field, _)| is(field));
        let (field, _) = found.ok_or_else(|| Refusal::invalid(format!("The form has no field {key}.")))?;
        let kind = field.get("type").and_then(Value::as_str).unwrap_or_default();
        if !answers::fits(kind, &answers::options(field), value) {
            return Err(Refusal::invalid(format!("{key} is no valid {kind}.")));
        }
        values.insert(field.get("path").and_then(Value::as_str).unwrap_or(key).to_owned(), value.clone());
    }
    Ok(values)
}

/// What was sent in, of the kinds that can be read.
pub(super) fn submissions(call: &Call) -> Answer {
    let kind = call.arguments.word("surveyType", &["CandidateExperience", "Questionnaire"])?;
    let kind = kind.ok_or_else(|| Refusal::invalid("surveyType is required"))?;
    list::listed(call, Kind::SurveySubmission, |record| {
        record.get("surveyType").and_then(Value::as_str) == Some(kind)
    })
}

/// Room for feedback sent on one application, behind the numbers of the feedback it was derived with.
const SENT: u64 = 16;

pub(super) fn feedback(call: &Call) -> Answer {
    let arguments = &call.arguments;
    let workspace = &call.world.workspace;
    let mut overlay = call.world.overlay_mut();
    let view = View::new(workspace, &overlay);
    let (application, _) = application::find(&view, Kind::Application, arguments.id("applicationId")?)?;
    let form_id = arguments.id("formDefinitionId")?;
    let found = view.named(Kind::FeedbackForm, form_id);
    let message = "There is no feedback form with this id.";
    let (_, form) = found.ok_or_else(|| Refusal::new("form_definition_not_found", message))?;
    let user = match arguments.id_if_any("userId")? {
        Some(id) => view.named(Kind::User, id).map(|(_, user)| user),
        None => view.user(call.actor),
    };
    let user = user.ok_or_else(|| Refusal::new("user_not_found", "There is no user with this id."))?;
    let event = event(call, &view, application, &user)?;
    let sent = arguments.object("feedbackForm")?;
    let sent = sent.ok_or_else(|| Refusal::invalid("feedbackForm is required"))?;
    let definition = form.get("formDefinition").cloned().unwrap_or_default();
    let values = answers::read(&definition, &sent, |_, value| Ok(value.clone()))?;
    let before = u64::try_from(view.sent_feedback(application).len()).unwrap_or(SENT);
    if before >= SENT {
        return Err(Refusal::invalid("The application has all the feedback it can take."));
    }
    let index = application * FEEDBACK + FEEDBACK - SENT + before;
    let id = workspace.ids.id(Kind::Feedback, index);
    let instance = json!({ "id": id, "formDefinition": definition, "submittedValues": values });
    let mut record = instance.clone();
    let facts = json!({
        "applicationId": arguments.text("applicationId")?, "feedbackFormDefinitionId": form_id,
        "submittedByUser": user, "submittedAt": time::iso(call.now_ms()),
    });
    for (name, value) in facts.as_object().into_iter().flatten() {
        set(&mut record, name, value.clone());
    }
    if let Some(event) = event {
        set(&mut record, "interviewEventId", json!(event.get("id")));
        set(&mut record, "interviewId", json!(event.get("interviewId")));
    }
    overlay.add(Kind::Feedback, index, record);
    overlay.made("feedback", json!({ "id": id, "applicationId": arguments.text("applicationId")? }));
    Ok(Success::of(json!({ "submittedFormInstance": instance })))
}

/// The event the feedback is about; its sender must have been there.
fn event(call: &Call, view: &View, application: u64, user: &Value) -> Result<Option<Value>, Refusal> {
    let Some(id) = call.arguments.id_if_any("interviewEventId")? else { return Ok(None) };
    let events = view.schedules(application);
    let event = events
        .iter()
        .flat_map(|schedule| view.events(schedule, false))
        .map(|(_, event)| event)
        .find(|event| event.get("id").and_then(Value::as_str) == Some(id));
    let message = "There is no interview event with this id on this application.";
    let event = event.ok_or_else(|| Refusal::new("interview_event_not_found", message))?;
    let present = event
        .get("interviewers")
        .and_then(Value::as_array)
        .is_some_and(|people| people.iter().any(|person| person.get("id") == user.get("id")));
    if call.arguments.id_if_any("userId")?.is_none() || !present {
        return Err(Refusal::invalid("userId must be an interviewer of the event"));
    }
    Ok(Some(event))
}
