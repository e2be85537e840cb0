//! Offers, from `offer.list` and `offer.info`.

use samara_ashby::model as ashby;

use crate::application::Application;
use crate::candidate::user_name;
use crate::custom_field::custom_fields;
use crate::id::{ConnectionId, Id};
use crate::row::{Model, Row, model};
use crate::text::owned;
use crate::time::Timestamp;
use crate::user::{User, user};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How far an offer is.
    pub enum OfferStatus, derived {
        /// Taken.
        Accepted = "ACCEPTED",
        /// Turned down.
        Declined = "DECLINED",
        /// Expired or void.
        Abandoned = "ABANDONED",
        /// With the candidate.
        Sent = "SENT",
        /// Approved, and not yet with the candidate.
        Approved = "APPROVED",
        /// In the making.
        Draft = "DRAFT",
    }
}

model! {
    /// An offer.
    pub struct Offer in "ats_offers", also [remote_id, remote_data, custom_fields] {
        /// How far it is.
        status: Option<OfferStatus> => Text,
        /// First day of work.
        employment_start_date: Option<Timestamp> => Time,
        /// The application.
        application_id: Option<Id> => Reference("ats_applications"),
        /// When its first version was written, as far as that is known.
        remote_created_at: Option<Timestamp> => Time,
        /// When it was last written or decided.
        remote_updated_at: Option<Timestamp> => Time,
    }
    /// Private columns of `ats_offers`.
    private OfferPrivate {
        /// Ashby's `Accepted`, `Pending`, `WaitingOnResponse`, … or another word.
        acceptance_status: Option<String> => Text,
        /// Ashby's `WaitingOnOfferApproval`, `CandidateAccepted`, … or another word.
        offer_status: Option<String> => Text,
        /// Ashby's `Approved`, `WaitingOnApprovals`, `Declined` or another word.
        approval_status: Option<String> => Text,
        /// The pay in one line.
        salary: Option<String> => Text,
        /// Ashby's id of the application.
        application_remote_id: Option<String> => Text,
        /// Ashby's id of the seat it fills.
        opening_remote_id: Option<String> => Text,
        /// When the candidate decided.
        decided_at: Option<Timestamp> => Time,
        /// Name of the user who wrote the latest version.
        author: Option<String> => Text,
        /// How many versions there have been; NULL unless the payload carries them.
        versions: Option<i64> => Integer,
        /// Labels of chosen values: object of custom field id to `{value, label}`.
        display: Option<serde_json::Value> => Json,
    }
}

/// What one offer maps to.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferRows {
    /// The offer. Its creation is the earliest known: an earlier one seen before holds.
    pub offer: Row<Offer>,
    /// Users met in the record: to be kept only where they are not known otherwise.
    pub users: Vec<Row<User>>,
}

/// An offer.
#[must_use]
pub fn offer(connection: &ConnectionId, offer: &ashby::Offer) -> OfferRows {
    let latest = offer.latest_version.as_ref().or_else(|| newest(&offer.versions));
    let fields = latest.map(|version| version.custom_fields.as_slice()).unwrap_or_default();
    let custom = custom_fields(connection, Offer::TABLE, fields);
    let written = |version: &ashby::OfferVersion| version.created_at.as_deref().and_then(Timestamp::parse);
    let decided_at = offer.decided_at.as_deref().and_then(Timestamp::parse);
    let application = offer.application_id.as_ref().filter(|id| !id.is_empty());
    let model = Offer {
        status: status(offer, latest),
        employment_start_date: latest.and_then(|v| v.start_date.as_deref().and_then(Timestamp::parse)),
        application_id: application.map(|id| Id::of(connection, Application::TABLE, id.as_str())),
        remote_created_at: offer.versions.iter().chain(latest).filter_map(written).min(),
        remote_updated_at: latest.and_then(written).into_iter().chain(decided_at.clone()).max(),
        private: OfferPrivate {
            acceptance_status: owned(offer.acceptance_status.as_deref()),
            offer_status: owned(offer.offer_status.as_deref()),
            approval_status: latest.and_then(|version| owned(version.approval_status.as_deref())),
            salary: latest.and_then(|version| salary(version.salary.as_ref()?)),
            application_remote_id: application.map(|id| id.as_str().to_owned()),
            opening_remote_id: latest
                .and_then(|v| owned(v.opening_id.as_ref().map(ashby::OpeningId::as_str))),
            decided_at,
            author: latest.and_then(|version| user_name(version.author.as_ref()?)),
            versions: i64::try_from(offer.versions.len()).ok().filter(|count| *count > 0),
            display: custom.display,
        },
    };
    OfferRows {
        offer: Row {
            id: Id::of(connection, Offer::TABLE, offer.id.as_str()),
            remote_id: Some(offer.id.as_str().to_owned()),
            model,
            custom_fields: custom.custom,
            integration_fields: custom.integration,
        },
        users: latest.and_then(|v| v.author.as_ref()).map(|by| user(connection, by)).into_iter().collect(),
    }
}

fn newest(versions: &[ashby::OfferVersion]) -> Option<&ashby::OfferVersion> {
    versions.iter().max_by(|a, b| a.created_at.cmp(&b.created_at))
}

/// The first that fits. Ashby does not say when an offer was sent; one that waits for the candidate has been.
fn status(offer: &ashby::Offer, latest: Option<&ashby::OfferVersion>) -> Option<OfferStatus> {
    let acceptance = offer.acceptance_status.as_deref().map(str::trim);
    let stage = offer.offer_status.as_deref().map(str::trim);
    let approval = latest.and_then(|version| version.approval_status.as_deref()).map(str::trim);
    let known = [acceptance, stage, approval].iter().flatten().any(|word| {
        matches!(
            *word,
            "WaitingOnApprovalStart"
                | "WaitingOnOfferApproval"
                | "WaitingOnApprovalDefinition"
                | "WaitingOnApprovals"
                | "Created"
                | "Pending"
                | "Declined"
        )
    });
    Some(match (acceptance, stage) {
        (Some("Accepted"), _) | (_, Some("CandidateAccepted")) => OfferStatus::Accepted,
        (Some("Declined"), _) | (_, Some("CandidateRejected")) => OfferStatus::Declined,
        (Some("Cancelled"), _) | (_, Some("OfferCancelled")) => OfferStatus::Abandoned,
        (Some("WaitingOnResponse"), _) | (_, Some("WaitingOnCandidateResponse")) => OfferStatus::Sent,
        _ if approval == Some("Approved") => OfferStatus::Approved,
        _ if known => OfferStatus::Draft,
        _ => return None,
    })
}

fn salary(money: &ashby::Money) -> Option<String> {
    let value = money.value?;
    let currency = owned(money.currency_code.as_deref());
    Some(currency.map_or_else(|| value.to_string(), |currency| format!("{value} {currency}")))
}
