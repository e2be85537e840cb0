//! What each list endpoint brings, and where it goes.

use samara_ashby::endpoint as api;
use samara_ashby::endpoint::ListEndpoint;
use samara_ashby::{Record, model as ashby};
use samara_store::search::Findable;
use samara_store::table::listing::Subject;
use samara_store::table::reference::{Kind, Reference};
use samara_store::{MirrorTx, Outcome, Packed, Payload, Result};
use samara_unified::{self as unified, Timestamp};

use super::mapping::{Mapping, kept_payload};
use crate::notice::Tag;

mod applications;
mod feedback;
mod interviews;
mod offers;
mod users;

pub(crate) use applications::{Applications, MappedApplication, is_forgotten, write_application};
pub(crate) use feedback::{Feedback, feedback};
pub(crate) use interviews::{InterviewKinds, InterviewSchedules, MappedSchedule};
pub(crate) use offers::{MappedOffer, Offers};
pub(crate) use users::Users;

/// One list endpoint of the plan.
pub(crate) trait Source: Send + Sync + 'static {
    /// The endpoint.
    type Endpoint: ListEndpoint;
    /// Rows ready to be written.
    type Mapped: Send + 'static;
    /// What the screens have to read again when rows of it changed.
    const TAGS: &'static [Tag];
    /// What a complete listing of it is complete about.
    const SUBJECTS: &'static [Subject];
    /// The request parameters, the same for every page and pass.
    fn params() -> <Self::Endpoint as api::Endpoint>::Params;
    /// What to ask for where Ashby refuses [`Self::params`] as no valid input.
    fn lesser_params() -> Option<<Self::Endpoint as api::Endpoint>::Params> {
        None
    }
    /// Maps a page.
    fn map(mapping: &Mapping, records: Vec<Record<<Self::Endpoint as ListEndpoint>::Item>>) -> Self::Mapped;
    /// Packs the payloads of a page of which most will be new, so that the thread that writes has not to.
    fn pack(_: &mut Self::Mapped) -> Result<()> {
        Ok(())
    }
    /// Writes a mapped page and counts the rows that are new or changed.
    fn write(tx: &MirrorTx<'_>, mapped: &Self::Mapped, now: &Timestamp) -> Result<u64>;
}

/// A mapped row with its payload.
pub(crate) struct Mapped<T> {
    row: T,
    payload: String,
}

fn moved(outcome: Outcome) -> u64 {
    u64::from(outcome != Outcome::Same)
}

macro_rules! plain_sources {
    ($($(#[$meta:meta])* $name:ident: $endpoint:ident, $tags:expr, $row:ty, $map:expr;)*) => {$(
        $(#[$meta])*
        pub(crate) struct $name;

        impl Source for $name {
            type Endpoint = api::$endpoint;
            type Mapped = Vec<Mapped<unified::Row<$row>>>;
            const TAGS: &'static [Tag] = $tags;
            const SUBJECTS: &'static [Subject] = &[Subject::Table(<$row as unified::Model>::TABLE)];

            fn params() -> <api::$endpoint as api::Endpoint>::Params {
                Default::default()
            }

            fn map(mapping: &Mapping, records: Vec<Record<<api::$endpoint as ListEndpoint>::Item>>) -> Self::Mapped {
                let name = <api::$endpoint as api::Endpoint>::NAME;
                let map = $map;
                records
                    .iter()
                    .map(|record| Mapped {
                        row: map(&mapping.connection, &record.value),
                        payload: kept_payload(name, &record.raw).into_owned(),
                    })
                    .collect()
            }

            fn write(tx: &MirrorTx<'_>, mapped: &Self::Mapped, now: &Timestamp) -> Result<u64> {
                let endpoint = <api::$endpoint as api::Endpoint>::NAME;
                mapped.iter().try_fold(0, |count, item| {
                    let (_, outcome) = tx.upsert(&item.row, &[Payload::new(endpoint, &item.payload)], now)?;
                    Ok(count + moved(outcome))
                })
            }
        }
    )*};
}

plain_sources! {
    /// Tags.
    Tags: CandidateTagList, &[Tag::Candidates, Tag::Candidate, Tag::Pipeline], unified::Tag, unified::tag;
    /// Archive reasons.
    ArchiveReasons: ArchiveReasonList, &[], unified::RejectionReason, unified::rejection_reason;
}

/// A reference record ready to be kept.
pub(crate) struct Kept {
    remote_id: String,
    name: Option<String>,
    is_archived: bool,
    json: String,
}

macro_rules! reference_sources {
    ($($(#[$meta:meta])* $name:ident: $endpoint:ident as $kind:ident, $(or $lesser:expr,)?
       |$record:ident: &$item:ty| ($id:expr, $title:expr, $archived:expr);)*) => {$(
        $(#[$meta])*
        pub(crate) struct $name;

        impl Source for $name {
            type Endpoint = api::$endpoint;
            type Mapped = Vec<Kept>;
            const TAGS: &'static [Tag] = &[];
            const SUBJECTS: &'static [Subject] = &[Subject::Reference(Kind::$kind)];

            fn params() -> <api::$endpoint as api::Endpoint>::Params {
                Default::default()
            }

            $(fn lesser_params() -> Option<<api::$endpoint as api::Endpoint>::Params> {
                $lesser
            })?

            fn map(_: &Mapping, records: Vec<Record<$item>>) -> Self::Mapped {
                let name = <api::$endpoint as api::Endpoint>::NAME;
                records
                    .iter()
                    .filter_map(|record| {
                        let $record: &$item = &record.value;
                        let remote_id: Option<String> = $id;
                        Some(Kept {
                            remote_id: remote_id?,
                            name: $title,
                            is_archived: $archived.unwrap_or(false),
                            json: kept_payload(name, &record.raw).into_owned(),
                        })
                    })
                    .collect()
            }

            fn write(tx: &MirrorTx<'_>, mapped: &Self::Mapped, _: &Timestamp) -> Result<u64> {
                mapped.iter().try_fold(0, |count, kept| {
                    let record = Reference {
                        remote_id: &kept.remote_id,
                        name: kept.name.as_deref(),
                        is_archived: kept.is_archived,
                        json: &kept.json,
                    };
                    Ok(count + u64::from(tx.keep_reference(Kind::$kind, &record)?))
                })
            }
        }
    )*};
}

fn owned(id: impl Into<String>) -> Option<String> {
    Some(id.into())
}

reference_sources! {
    /// Departments and teams.
    Departments: DepartmentList as Department,
        |r: &ashby::Department| (owned(r.id.clone()), r.name.clone(), r.is_archived);
    /// Locations.
    Locations: LocationList as Location,
        |r: &ashby::Location| (owned(r.id.clone()), r.name.clone(), r.is_archived);
    /// Sources of candidates.
    Sources: SourceList as Source,
        |r: &ashby::Source| (owned(r.id.clone()), r.title.clone(), r.is_archived);
    /// Custom field definitions.
    CustomFields: CustomFieldList as CustomField,
        |r: &ashby::CustomFieldDefinition| (owned(r.id.clone()), r.title.clone(), r.is_archived);
    /// Interview plans.
    Plans: InterviewPlanList as InterviewPlan,
        |r: &ashby::InterviewPlan| (owned(r.id.clone()), r.title.clone(), r.is_archived);
    /// Hiring team roles, by id or, where Ashby gives none, by title.
    HiringTeamRoles: HiringTeamRoleList as HiringTeamRole,
        |r: &ashby::HiringTeamRole| (r.id.clone().map(String::from).or_else(|| r.title.clone()), r.title.clone(), None::<bool>);
    /// Job boards.
    JobBoards: JobBoardList as JobBoard,
        |r: &ashby::JobBoard| (owned(r.id.clone()), r.title.clone(), None::<bool>);
    /// Survey forms.
    SurveyForms: SurveyFormDefinitionList as SurveyForm,
        |r: &ashby::SurveyForm| (owned(r.id.clone()), r.title.clone(), r.is_archived);
    /// Openings, by the organisation's own number.
    Openings: OpeningList as Opening,
        |r: &ashby::Opening| (owned(r.id.clone()), r.latest_version.as_ref().and_then(|v| v.identifier.clone()), r.is_archived);
    /// Projects.
    Projects: ProjectList as Project,
        |r: &ashby::Project| (owned(r.id.clone()), r.title.clone(), r.is_archived);
    /// Templates of mails.
    Templates: CommunicationTemplateList as Template,
        |r: &ashby::CommunicationTemplate| (owned(r.id.clone()), r.title.clone(), None::<bool>);
    /// Forms for feedback.
    FeedbackForms: FeedbackFormDefinitionList as FeedbackForm,
        |r: &ashby::FeedbackForm| (owned(r.id.clone()), r.title.clone(), r.is_archived);
}

reference_sources! {
    /// Jobs as received; their rows are projected with the names of the others.
    Jobs: JobList as Job, or Some(api::JobListParams::default().without_compensation()),
        |r: &ashby::Job| (owned(r.id.clone()), r.title.clone(), None::<bool>);
}

/// A page of people or their applications: what is kept of it, and Ashby's ids of what was changed too long ago.
pub(crate) struct Listed<T> {
    kept: Vec<T>,
    passed: Vec<String>,
}

/// Candidates.
pub(crate) struct Candidates;

/// A candidate's rows with what can be found of it.
pub(crate) struct MappedCandidate {
    rows: unified::CandidateRows,
    payload: String,
    packed: Option<Packed>,
    contact: String,
    tags: String,
}

impl MappedCandidate {
    /// Maps one record of `candidate.list` or `candidate.info`.
    pub(crate) fn of(
        mapping: &Mapping,
        endpoint: &str,
        record: &ashby::Candidate,
        raw: &serde_json::value::RawValue,
    ) -> Self {
        let rows = unified::candidate(&mapping.connection, record);
        let mut contact = String::new();
        for email in &rows.candidate.model.email_addresses {
            contact.push_str(&email.email_address);
            contact.push(' ');
        }
        for user in rows.candidate.model.social_media.iter().filter_map(|social| social.username.as_deref()) {
            contact.push_str(user);
            contact.push(' ');
        }
        let tags: Vec<&str> = record.tags.iter().filter_map(|tag| tag.title.as_deref()).collect();
        let payload = kept_payload(endpoint, raw).into_owned();
        Self { rows, payload, packed: None, contact, tags: tags.join(" · ") }
    }

    /// Keeps the candidate, its tags, and its place in the search index.
    pub(crate) fn write(&self, tx: &MirrorTx<'_>, endpoint: &str, now: &Timestamp) -> Result<u64> {
        let candidate = &self.rows.candidate;
        let updated = candidate.model.remote_updated_at.as_ref();
        let payload = Payload { packed: self.packed.as_ref(), ..Payload::new(endpoint, &self.payload) };
        let (row, outcome) = tx.upsert_newest(candidate, updated, &[payload], now)?;
        if outcome == Outcome::Same {
            return Ok(0);
        }
        if let Some(remote_id) = &candidate.remote_id {
            let changed = updated.map_or("", Timestamp::as_str);
            tx.owe_beside_again(candidate.id.as_str(), remote_id, changed)?;
        }
        tx.replace_connections("candidate_id", &candidate.id, &self.rows.tags, now)?;
        for user in &self.rows.users {
            tx.upsert_stub(user, now)?;
        }
        let model = &candidate.model;
        let work = [model.title.as_deref(), model.company.as_deref()];
        tx.index_candidate(
            row,
            Findable {
                name: model.private.full_name.as_deref().unwrap_or_default(),
                contact: if tx.keeps_field("ats_candidates", "email_addresses") { &self.contact } else { "" },
                work: &work.into_iter().flatten().collect::<Vec<_>>().join(" · "),
                tags: &self.tags,
            },
        )?;
        Ok(1)
    }
}

impl Source for Candidates {
    type Endpoint = api::CandidateList;
    type Mapped = Listed<MappedCandidate>;
    const TAGS: &'static [Tag] = &[Tag::Candidates, Tag::Candidate, Tag::Pipeline];
    const SUBJECTS: &'static [Subject] = &[Subject::Table("ats_candidates")];

    fn params() -> api::CandidateListParams {
        api::CandidateListParams::default()
    }

    fn map(mapping: &Mapping, records: Vec<Record<ashby::Candidate>>) -> Self::Mapped {
        let endpoint = <api::CandidateList as api::Endpoint>::NAME;
        let (kept, passed): (Vec<_>, Vec<_>) = records
            .into_iter()
            .filter(|record| !mapping.forgets("ats_candidates", record.value.id.as_str()))
            .partition(|record| mapping.keeps(record.value.updated_at.as_deref()));
        let map = |record: &Record<ashby::Candidate>| {
            MappedCandidate::of(mapping, endpoint, &record.value, &record.raw)
        };
        Listed {
            kept: kept.iter().map(map).collect(),
            passed: passed.iter().map(|record| record.value.id.as_str().to_owned()).collect(),
        }
    }

    fn pack(mapped: &mut Self::Mapped) -> Result<()> {
        for candidate in &mut mapped.kept {
            candidate.packed = Some(Packed::of(&candidate.payload)?);
        }
        Ok(())
    }

    fn write(tx: &MirrorTx<'_>, mapped: &Self::Mapped, now: &Timestamp) -> Result<u64> {
        let endpoint = <api::CandidateList as api::Endpoint>::NAME;
        mapped.passed.iter().try_for_each(|id| tx.sight_by_remote_id("ats_candidates", id))?;
        mapped.kept.iter().try_fold(0, |count, candidate| Ok(count + candidate.write(tx, endpoint, now)?))
    }
}

/// Writes one candidate as it would be listed.
pub(crate) fn write_candidate(
    tx: &MirrorTx<'_>,
    mapping: &Mapping,
    endpoint: &str,
    (record, raw): (&ashby::Candidate, &serde_json::value::RawValue),
    now: &Timestamp,
) -> Result<()> {
    MappedCandidate::of(mapping, endpoint, record, raw).write(tx, endpoint, now).map(drop)
}
