//! Offers.

use serde_json::Value;

use super::{Call, Found};
use crate::changes::ChangeLog;
use crate::envelope::{Answer, Refusal, Success};
use crate::generate::offers::{OFFERS, Offer};
use crate::ids::Kind;
use crate::paging::{Records, Sync, page};
use crate::view::View;

pub(super) fn endpoint(method: &str) -> Found {
    Some(match method {
        "list" => ("offers:read", list),
        "info" => ("offers:read", info),
        _ => return None,
    })
}

struct Offers<'a> {
    view: View<'a>,
    created_after: Option<i64>,
    application: Option<u64>,
    offer_statuses: Option<Vec<&'a str>>,
    acceptances: Option<Vec<&'a str>>,
    approvals: Option<Vec<&'a str>>,
}

impl Offers<'_> {
    fn admits_one(&self, offer: &Offer) -> bool {
        let record = self.view.offer_record(offer);
        let among = |pointer: &str, wanted: &Option<Vec<&str>>| {
            let value = record.pointer(pointer).and_then(Value::as_str);
            wanted.as_ref().is_none_or(|wanted| value.is_some_and(|value| wanted.contains(&value)))
        };
        let created = offer.versions.first().map(|version| version.created);
        self.created_after.is_none_or(|after| created.is_some_and(|created| created > after))
            && among("/offerStatus", &self.offer_statuses)
            && among("/acceptanceStatus", &self.acceptances)
            && among("/latestVersion/approvalStatus", &self.approvals)
    }
}

impl Records for Offers<'_> {
    fn count(&self) -> u64 {
        self.view.workspace.application_count() * OFFERS
    }

    fn admits(&self, index: u64) -> bool {
        self.application.is_none_or(|application| application == index / OFFERS)
            && self.view.offer(index).is_some_and(|offer| self.admits_one(&offer))
    }

    fn next(&self, from: u64) -> Option<u64> {
        let count = self.view.workspace.application_count();
        let applications = match self.application {
            Some(application) => application..application.saturating_add(1).min(count),
            None => from / OFFERS..count,
        };
        applications
            .flat_map(|application| self.view.offers(application))
            .filter(|offer| offer.index >= from && self.admits_one(offer))
            .map(|offer| offer.index)
            .next()
    }

    fn render(&self, index: u64) -> Value {
        self.view.offer(index).map_or(Value::Null, |offer| self.view.offer_record(&offer))
    }

    fn changes(&self) -> (u64, Option<&ChangeLog>) {
        (self.view.overlay.sequence, self.view.log(Kind::Offer))
    }
}

const STATUSES: [&str; 7] = [
    "WaitingOnApprovalStart",
    "WaitingOnOfferApproval",
    "WaitingOnApprovalDefinition",
    "WaitingOnCandidateResponse",
    "CandidateRejected",
    "CandidateAccepted",
    "OfferCancelled",
];
const ACCEPTANCES: [&str; 6] =
    ["Accepted", "Declined", "Pending", "Created", "Cancelled", "WaitingOnResponse"];
const APPROVALS: [&str; 3] = ["Approved", "WaitingOnApprovals", "Declined"];

fn list(call: &Call) -> Answer {
    let arguments = &call.arguments;
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    let ids = &view.workspace.ids;
    let application = arguments.id_if_any("applicationId")?;
    let offers = Offers {
        view,
        created_after: arguments.integer("createdAfter")?,
        application: application.map(|id| ids.index(Kind::Application, id).unwrap_or(u64::MAX)),
        offer_statuses: arguments.words("offerStatus", &STATUSES)?,
        acceptances: arguments.words("acceptanceStatus", &ACCEPTANCES)?,
        approvals: arguments.words("approvalStatus", &APPROVALS)?,
    };
    page(call, Sync::Tokens, &offers)
}

fn info(call: &Call) -> Answer {
    let id = call.arguments.id("offerId")?;
    let bare = call.arguments.flag("excludeFormDefinition")?;
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    let offer = view.workspace.ids.index(Kind::Offer, id).and_then(|index| view.offer(index));
    let offer = offer.ok_or_else(|| Refusal::new("offer_not_found", "There is no offer with this id."))?;
    Ok(Success::of(view.offer_in_full(&offer, !bare)))
}
