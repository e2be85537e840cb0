//! `reject_application`

use samara_store::Reading;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::intention::{Intention, Shown, Step};
use super::super::queue::{Asking, Draft, PreImage, REJECT, resolve, seen};
use super::{applicant, note};
use crate::Failure;

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

pub(super) fn reject(reading: &Reading<'_>, asking: &Asking, input: &RejectInput) -> Result<Draft, Failure> {
    let (application, person) = applicant(reading, asking, &input.application_id)?;
    let reason_id = resolve(&asking.connection, "ats_rejection_reasons", &input.rejection_reason_id);
    let reason = reading.rejection_reason(&reason_id)?.filter(|reason| !reason.is_archived);
    let reason = reason.ok_or_else(|| {
        Failure::input("This rejection reason cannot be used.", "Choose one of the reasons that are in use.")
    })?;
    let (from, from_remote) = seen(reading, &application)?;
    if from.kind == "Hired" && !input.force {
        return Err(Failure::input(
            format!("{} is hired.", person.name),
            "Say so explicitly (force) if the person is to be rejected all the same.",
        ));
    }
    let stages = reading.plan_stages(application.plan.as_deref().unwrap_or_default())?;
    let archived = stages.into_iter().find(|stage| stage.kind == "Archived");
    let archived = archived.map(|stage| reading.stage(&stage.id)).transpose()?.flatten();
    let (to, to_remote) = archived.ok_or_else(|| {
        Failure::input(
            "The interview plan of this application has no archived stage.",
            "Reject the person in Ashby.",
        )
    })?;
    let mut intention = Intention {
        place: Some(PreImage {
            application: application.remote_id.clone(),
            from: from_remote,
            to: to_remote,
            from_id: from.id,
            to_id: to.id,
            job_id: application.job_id.clone(),
            last_stay: None,
            reason: Some(reason.remote_id),
        }),
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
