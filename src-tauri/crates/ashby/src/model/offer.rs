//! Offers.

use super::{
    ApplicationId, CustomFieldValue, FileHandle, FormDefinition, OfferId, OfferVersionId, OpeningId, User,
    record::{part, record},
};

record! {
    /// An offer, from `offer.list` or `offer.info`. The last two fields come from `offer.info` only.
    Offer {
        /// Ashby's id of the offer.
        id: OfferId,
        /// When the candidate decided, date or ISO 8601.
        decided_at: Option<String>,
        /// The application.
        application_id: Option<ApplicationId>,
        /// `Accepted`, `Declined`, `Pending`, `Created`, `Cancelled`, `WaitingOnResponse` or another value.
        acceptance_status: Option<String>,
        /// `WaitingOnApprovalStart`, `WaitingOnOfferApproval`, `WaitingOnApprovalDefinition`,
        /// `WaitingOnCandidateResponse`, `CandidateRejected`, `CandidateAccepted`, `OfferCancelled` or another value.
        offer_status: Option<String>,
        /// What it says now.
        latest_version: Option<OfferVersion>,
        /// What it has said, in Ashby's order.
        versions: Vec<OfferVersion>,
        /// The form it was written on.
        form_definition: Option<FormDefinition>,
    }
}

record! {
    /// The content of an offer at one time.
    OfferVersion {
        /// Ashby's id of the version.
        id: OfferVersionId,
        /// First day of work, date or ISO 8601.
        start_date: Option<String>,
        /// The pay.
        salary: Option<Money>,
        /// When it was written, ISO 8601.
        created_at: Option<String>,
        /// The seat it fills.
        opening_id: Option<OpeningId>,
        /// Fields of the organisation.
        custom_fields: Vec<CustomFieldValue>,
        /// The documents.
        file_handles: Vec<FileHandle>,
        /// Who wrote it.
        author: Option<User>,
        /// `Approved`, `WaitingOnApprovals`, `Declined` or another value; absent where nobody has to approve.
        approval_status: Option<String>,
    }
}

part! {
    /// An amount of money.
    Money {
        /// ISO 4217.
        currency_code: Option<String>,
        /// In units of the currency.
        value: Option<f64>,
    }
}
