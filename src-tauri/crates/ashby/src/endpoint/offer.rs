//! `offer.*`

use serde::Serialize;

use super::{endpoint, list};
use crate::model::{ApplicationId, Offer, OfferId};

list! {
    /// Offers with their latest version.
    OfferList = "offer.list", "offersRead", OfferListParams => Offer, paged: true, synced: true
}

endpoint! {
    /// One offer with all its versions.
    OfferGet = "offer.info", Read, "offersRead", OfferInfoParams => Offer
}

/// Parameters of `offer.list`; by default all offers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OfferListParams {
    /// Only offers made later, in milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_after: Option<i64>,
    /// Only offers of this application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub application_id: Option<ApplicationId>,
}

/// Parameters of `offer.info`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OfferInfoParams {
    /// The offer.
    pub offer_id: OfferId,
    /// Whether the form it was written on is left out.
    pub exclude_form_definition: bool,
}

impl OfferInfoParams {
    /// That offer without its form, which is large and the same for most.
    #[must_use]
    pub fn new(offer_id: OfferId) -> Self {
        Self { offer_id, exclude_form_definition: true }
    }
}
