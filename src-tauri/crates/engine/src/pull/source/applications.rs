//! Applications.

use samara_ashby::endpoint as api;
use samara_ashby::{Record, model as ashby};
use samara_store::table::listing::Subject;
use samara_store::{MirrorTx, Outcome, Packed, Payload, Result};
use samara_unified::{self as unified, Timestamp};

use super::{Listed, Source, moved};
use crate::notice::Tag;
use crate::pull::mapping::{Mapping, kept_payload};

/// Applications.
pub(crate) struct Applications;

/// An application's rows.
pub(crate) struct MappedApplication {
    pub(crate) rows: unified::ApplicationRows,
    pub(crate) payload: String,
    packed: Option<Packed>,
}

impl MappedApplication {
    /// Maps one record; `form` only from `application.info`.
    pub(crate) fn of(
        mapping: &Mapping,
        endpoint: &str,
        record: &ashby::Application,
        raw: &serde_json::value::RawValue,
        form: bool,
    ) -> Self {
        let context = unified::ApplicationContext {
            form: form.then_some(record.application_form_submissions.as_slice()),
            candidate_url: None,
        };
        Self {
            rows: unified::application(&mapping.connection, record, &context),
            payload: kept_payload(endpoint, raw).into_owned(),
            packed: None,
        }
    }

    /// Keeps the application and a stage that no plan has shown yet.
    pub(crate) fn write(&self, tx: &MirrorTx<'_>, endpoint: &str, now: &Timestamp) -> Result<Outcome> {
        let payload = Payload { packed: self.packed.as_ref(), ..Payload::new(endpoint, &self.payload) };
        let (_, outcome) = tx.upsert_application(&self.rows.application, &[payload], now)?;
        if outcome != Outcome::Same {
            if let Some(stage) = &self.rows.stage {
                tx.upsert_stub(stage, now)?;
            }
            for user in &self.rows.users {
                tx.upsert_stub(user, now)?;
            }
        }
        Ok(outcome)
    }

    fn is_live(&self) -> bool {
        self.rows.application.model.private.is_live == Some(true)
    }
}

/// Writes one application as it would be listed.
pub(crate) fn write_application(
    tx: &MirrorTx<'_>,
    mapping: &Mapping,
    endpoint: &str,
    (record, raw): (&ashby::Application, &serde_json::value::RawValue),
    now: &Timestamp,
) -> Result<()> {
    MappedApplication::of(mapping, endpoint, record, raw, false).write(tx, endpoint, now).map(drop)
}

/// Whether an application is that of somebody who is to be forgotten.
pub(crate) fn is_forgotten(mapping: &Mapping, application: &ashby::Application) -> bool {
    let candidate = application.candidate.as_ref().map(|candidate| candidate.id.as_str());
    mapping.forgets("ats_applications", application.id.as_str())
        || candidate.is_some_and(|candidate| mapping.forgets("ats_candidates", candidate))
}

impl Source for Applications {
    type Endpoint = api::ApplicationList;
    type Mapped = Listed<MappedApplication>;
    const TAGS: &'static [Tag] = &[Tag::Pipeline, Tag::Jobs, Tag::Candidates, Tag::Candidate];
    const SUBJECTS: &'static [Subject] = &[Subject::Table("ats_applications")];

    fn params() -> api::ApplicationListParams {
        api::ApplicationListParams::default()
    }

    fn map(mapping: &Mapping, records: Vec<Record<ashby::Application>>) -> Self::Mapped {
        let endpoint = <api::ApplicationList as api::Endpoint>::NAME;
        let (kept, passed): (Vec<_>, Vec<_>) = records
            .into_iter()
            .filter(|record| !is_forgotten(mapping, &record.value))
            .partition(|record| mapping.keeps(record.value.updated_at.as_deref()));
        let map = |record: &Record<ashby::Application>| {
            MappedApplication::of(mapping, endpoint, &record.value, &record.raw, false)
        };
        Listed {
            kept: kept.iter().map(map).collect(),
            passed: passed.iter().map(|record| record.value.id.as_str().to_owned()).collect(),
        }
    }

    fn pack(mapped: &mut Self::Mapped) -> Result<()> {
        for application in &mut mapped.kept {
            application.packed = Some(Packed::of(&application.payload)?);
        }
        Ok(())
    }

    fn write(tx: &MirrorTx<'_>, mapped: &Self::Mapped, now: &Timestamp) -> Result<u64> {
        let endpoint = <api::ApplicationList as api::Endpoint>::NAME;
        let mut count = 0;
        mapped.passed.iter().try_for_each(|id| tx.sight_by_remote_id("ats_applications", id))?;
        for application in &mapped.kept {
            let outcome = application.write(tx, endpoint, now)?;
            count += moved(outcome);
            // A payload alone that differs is the other endpoint's view of the same application.
            if matches!(outcome, Outcome::New | Outcome::Changed)
                && application.is_live()
                && let Some(remote_id) = &application.rows.application.remote_id
            {
                let changed = application.rows.application.model.remote_updated_at.as_ref();
                tx.owe_by_age("application.info", remote_id, changed.map_or("", Timestamp::as_str))?;
            }
        }
        Ok(count)
    }
}
