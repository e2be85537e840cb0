//! `reject_application`

use samara_ashby::model as ashby;
use samara_store::Reading;
use samara_store::table::application::ApplicationRow;
use samara_store::table::reference::Kind;
use samara_unified::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

use super::super::intention::{Back, Intention, Shown, Step};
use super::super::queue::{Asking, Draft, MAIL, Mail, PreImage, REJECT, resolve, seen};
use super::{applicant, note};
use crate::Failure;

/// Input of `reject_application_with_mail`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MailedRejectInput {
    /// Unified id of the application, or `remote:<Ashby id>`.
    pub application_id: String,
    /// Unified id of a rejection reason, or `remote:<Ashby id>`.
    pub rejection_reason_id: String,
    /// Ashby's id of the template of the mail.
    pub template_id: String,
    /// When the mail is sent, ISO 8601 with an offset; without it Ashby takes the next morning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub send_at: Option<String>,
    /// A note on the candidate, written when the rejection is through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub note: Option<String>,
    /// Whether somebody hired is meant to be rejected.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub force: bool,
}

/// A rejection with one of Ashby's mails. Ashby says when it sends those without a time.
pub(super) fn with_mail(
    reading: &Reading<'_>,
    asking: &Asking,
    input: &MailedRejectInput,
) -> Result<Draft, Failure> {
    let records = reading.references(Kind::Template)?;
    let mut templates =
        records.iter().filter_map(|json| serde_json::from_str::<ashby::CommunicationTemplate>(json).ok());
    let template = templates.find(|template| {
        template.id.as_str() == input.template_id
            && template.intended_types.iter().any(|kind| kind == "email")
    });
    let template = template.ok_or_else(|| {
        Failure::input("This template cannot be mailed.", "Choose one of the mail templates that are in use.")
    })?;
    let send_at = input.send_at.as_deref().map(|at| {
        let parsed = Timestamp::parse(at).filter(|parsed| parsed.as_str() > asking.now.as_str());
        parsed.map(|at| at.as_str().to_owned()).ok_or_else(|| {
            Failure::input(
                "This is no time to come.",
                "Give a time ahead with its offset, such as 2030-01-31T09:00:00+01:00.",
            )
        })
    });
    let send_at = send_at.transpose()?;
    let (application, person) = applicant(reading, asking, &input.application_id)?;
    if reading.candidate(&person.id)?.is_some_and(|record| {
        record.columns.get("email_addresses").and_then(Value::as_array).is_none_or(Vec::is_empty)
    }) {
        return Err(Failure::input(
            format!("{} has no mail address.", person.name),
            "Reject without a mail.",
        ));
    }
    if seen(reading, &application)?.0.kind == "Archived" {
        return Err(Failure::input(
            format!("{} is rejected already: Ashby sends no mail then.", person.name),
            "Write to the person yourself.",
        ));
    }
    let plain = RejectInput {
        application_id: input.application_id.clone(),
        rejection_reason_id: input.rejection_reason_id.clone(),
        note: input.note.clone(),
        force: input.force,
    };
    let mut draft = reject(reading, asking, &plain)?;
    let when = send_at.as_deref().unwrap_or("the next morning at 9:32, the organisation's time");
    draft.detail = format!(
        "{} · Mail “{}” {when} · Cannot be taken back once sent",
        draft.detail,
        template.title.as_deref().unwrap_or("Template")
    );
    draft.title = format!("{} and mail", draft.title);
    draft.label = format!("{} and mailed", draft.label);
    (draft.action, draft.undo) = (MAIL, false);
    draft.input = serde_json::to_value(input).map_err(|_| Failure::defect("input"))?;
    if let Some(place) = &mut draft.intention.place {
        place.mail = Some(Mail { template: template.id.as_str().to_owned(), send_at });
    }
    Ok(draft)
}

/// Input of `reject_application`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RejectInput {
    /// Unified id of the application, or `remote:<Ashby id>`.
    pub application_id: String,
    /// Unified id of a rejection reason, or `remote:<Ashby id>`.
    pub rejection_reason_id: String,
    /// A note on the candidate, written when the rejection is through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub note: Option<String>,
    /// Whether somebody hired is meant to be rejected.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub force: bool,
}

/// What gives somebody who is rejected already the reason back that there was.
fn earlier(reading: &Reading<'_>, application: &ApplicationRow) -> Result<Option<Back>, Failure> {
    let reasons = reading.rejection_reasons()?;
    let reason = reasons.into_iter().find(|reason| Some(&reason.name) == application.reason.as_ref());
    Ok(reason.map(|reason| Back {
        action: REJECT.to_owned(),
        input: json!({ "application_id": application.id, "rejection_reason_id": reason.id }),
    }))
}

pub(super) fn reject(reading: &Reading<'_>, asking: &Asking, input: &RejectInput) -> Result<Draft, Failure> {
    let (application, person) = applicant(reading, asking, &input.application_id)?;
    let reason_id = resolve(&asking.connection, "ats_rejection_reasons", &input.rejection_reason_id);
    let reason = reading.rejection_reason(&reason_id)?.filter(|reason| !reason.is_archived);
    let reason = reason.ok_or_else(|| {
        Failure::input("This rejection reason cannot be used.", "Choose one of the reasons that are in use.")
    })?;
    let (from, _) = seen(reading, &application)?;
    if from.kind == "Hired" && !input.force {
        return Err(Failure::input(
            format!("{} is hired.", person.name),
            "Say so explicitly (force) if the person is to be rejected all the same.",
        ));
    }
    let stages = reading.plan_stages(&reading.plan_of_stage(&from.id)?.unwrap_or_default())?;
    let archived = stages.into_iter().find(|stage| stage.kind == "Archived");
    let archived = archived.map(|stage| reading.stage(&stage.id)).transpose()?.flatten();
    let (to, to_remote) = archived.ok_or_else(|| {
        Failure::input(
            "The interview plan of this application has no archived stage.",
            "Reject the person in Ashby.",
        )
    })?;
    let (_, place) = PreImage::towards(reading, &application, (&to, to_remote))?;
    let mut intention = Intention {
        place: Some(PreImage { reason: Some(reason.remote_id), ..place }),
        back: if from.id == to.id { earlier(reading, &application)? } else { None },
        ..Intention::default()
    };
    if let Some(text) = input.note.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        let text = note::with_job(reading, &application, text)?;
        intention.shown.push(Shown { kind: "note".to_owned(), value: note::shown(&text) });
        intention.steps.push(Step::WriteNote {
            candidate: person.remote_id.clone(),
            html: false,
            text,
            at: asking.now.as_str().to_owned(),
            private: false,
        });
        intention.candidate = Some(person.remote_id);
    }
    Ok(Draft {
        action: REJECT,
        title: format!("Reject {}", person.name),
        label: format!("Rejected {}", person.name),
        detail: format!("{} · {}", application.job.as_deref().unwrap_or("No job"), reason.name),
        candidate_id: person.id,
        application_id: Some(application.id),
        input: serde_json::to_value(input).map_err(|_| Failure::defect("input"))?,
        intention,
        undo: true,
        files: Vec::new(),
    })
}
