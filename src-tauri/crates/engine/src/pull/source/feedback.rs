//! Feedback on applications.

use samara_ashby::endpoint as api;
use samara_ashby::{Record, model as ashby};
use samara_store::table::feedback::Feedback as Kept;
use samara_store::table::listing::Subject;
use samara_store::{MirrorTx, Result};
use samara_unified::{self as unified, Id, Timestamp};

use super::{Listed, Source};
use crate::notice::Tag;
use crate::pull::Mapping;

/// Feedback, from its list.
pub(crate) struct Feedback;

impl Source for Feedback {
    type Endpoint = api::ApplicationFeedbackList;
    type Mapped = Listed<Kept>;
    const TAGS: &'static [Tag] = &[Tag::Candidate];
    const SUBJECTS: &'static [Subject] = &[Subject::Feedback];

    fn params() -> api::ApplicationFeedbackListParams {
        api::ApplicationFeedbackListParams::default()
    }

    fn map(mapping: &Mapping, records: Vec<Record<ashby::Feedback>>) -> Self::Mapped {
        let (kept, passed): (Vec<_>, Vec<_>) =
            records.into_iter().partition(|record| mapping.keeps(record.value.submitted_at.as_deref()));
        Listed {
            kept: kept.iter().filter_map(|record| feedback(mapping, &record.value)).collect(),
            passed: passed.iter().map(|record| record.value.id.as_str().to_owned()).collect(),
        }
    }

    fn write(tx: &MirrorTx<'_>, mapped: &Self::Mapped, _: &Timestamp) -> Result<u64> {
        mapped.passed.iter().try_for_each(|id| tx.sight_named(Subject::Feedback, id))?;
        mapped.kept.iter().try_fold(0, |count, given| Ok(count + u64::from(tx.keep_feedback(given)?)))
    }
}

/// Feedback as it is kept; what names no application is about nobody.
pub(crate) fn feedback(mapping: &Mapping, record: &ashby::Feedback) -> Option<Kept> {
    let connection = &mapping.connection;
    let application = record.application_id.as_ref()?;
    if mapping.forgets("ats_applications", application.as_str()) {
        return None;
    }
    let interview = record.interview_event_id.as_ref();
    let form = ashby::FormInstance {
        id: record.id.as_str().to_owned().into(),
        form_definition: record.form_definition.clone(),
        submitted_values: record.submitted_values.clone(),
    };
    let author = record.submitted_by_user.as_ref().map(|user| {
        let names = [user.first_name.as_deref(), user.last_name.as_deref()];
        names.into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    Some(Kept {
        id: record.id.as_str().to_owned(),
        application_id: Id::of(connection, "ats_applications", application.as_str()).as_str().to_owned(),
        interview_id: interview
            .map(|event| Id::of(connection, "ats_interviews", event.as_str()).as_str().to_owned()),
        submitted_at: record
            .submitted_at
            .as_deref()
            .and_then(Timestamp::parse)
            .map(|at| at.as_str().to_owned())
            .unwrap_or_default(),
        author: author.filter(|name| !name.is_empty()).unwrap_or_else(|| "Ashby".to_owned()),
        answers: serde_json::to_string(&unified::answers(&[form])).unwrap_or_else(|_| "[]".to_owned()),
    })
}
