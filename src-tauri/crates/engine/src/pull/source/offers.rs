//! Offers.

use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_ashby::{Record, model as ashby};
use samara_store::table::listing::Subject;
use samara_store::{MirrorTx, Outcome, Payload, Result};
use samara_unified::{self as unified, Timestamp};
use serde_json::value::RawValue;

use super::Source;
use crate::notice::Tag;
use crate::pull::mapping::{Mapping, kept_payload};

/// Offers. Their versions are read once for each, which tells when the first was written.
pub(crate) struct Offers;

/// An offer's rows.
pub(crate) struct MappedOffer {
    rows: unified::OfferRows,
    payload: String,
    known_only: bool,
}

impl MappedOffer {
    /// Maps one record of `offer.list` or `offer.info`.
    pub(crate) fn of(mapping: &Mapping, endpoint: &str, record: &ashby::Offer, raw: &RawValue) -> Self {
        Self {
            rows: unified::offer(&mapping.connection, record),
            payload: kept_payload(endpoint, raw).into_owned(),
            known_only: mapping.known_only(),
        }
    }

    /// Keeps the offer, with what was known of its beginnings.
    pub(crate) fn write(&self, tx: &MirrorTx<'_>, endpoint: &str, now: &Timestamp) -> Result<Outcome> {
        let mut row = self.rows.offer.clone();
        let application = row.model.application_id.as_ref().filter(|_| self.known_only);
        if let Some(application) = application
            && !tx.has_application(application)?
        {
            return Ok(Outcome::Same);
        }
        let known = tx.known_offer(&row.id)?.unwrap_or_default();
        row.model.remote_created_at = known.created_at.into_iter().chain(row.model.remote_created_at).min();
        row.model.private.versions = row.model.private.versions.or(known.versions);
        let (_, outcome) = tx.upsert(&row, &[Payload::new(endpoint, &self.payload)], now)?;
        if outcome != Outcome::Same {
            for user in &self.rows.users {
                tx.upsert_stub(user, now)?;
            }
        }
        Ok(outcome)
    }
}

impl Source for Offers {
    type Endpoint = api::OfferList;
    type Mapped = Vec<MappedOffer>;
    const TAGS: &'static [Tag] = &[Tag::Candidate];
    const SUBJECTS: &'static [Subject] = &[Subject::Table("ats_offers")];

    fn params() -> api::OfferListParams {
        api::OfferListParams::default()
    }

    fn map(mapping: &Mapping, records: Vec<Record<ashby::Offer>>) -> Self::Mapped {
        let mapped = |record: &Record<ashby::Offer>| {
            MappedOffer::of(mapping, api::OfferList::NAME, &record.value, &record.raw)
        };
        records.iter().map(mapped).collect()
    }

    fn write(tx: &MirrorTx<'_>, mapped: &Self::Mapped, now: &Timestamp) -> Result<u64> {
        mapped.iter().try_fold(0, |count, offer| {
            let outcome = offer.write(tx, api::OfferList::NAME, now)?;
            if outcome == Outcome::New
                && let Some(remote_id) = &offer.rows.offer.remote_id
            {
                tx.owe(api::OfferGet::NAME, remote_id)?;
            }
            Ok(count + super::moved(outcome))
        })
    }
}
