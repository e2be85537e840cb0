//! Offers: who got one, what it says and what became of it.

use serde_json::{Value, json};

use super::applications::Application;
use super::applications::stage_type;
use super::forms::{FormField, form_field};
use super::plans::StageType;
use super::{Workspace, time};
use crate::draw::{Draw, Stream};
use crate::ids::{Ids, Kind};

/// Room for indices: offers of an application, versions of an offer.
pub(crate) const OFFERS: u64 = 4;
pub(crate) const VERSIONS: u64 = 4;

/// A version of an offer.
#[derive(Debug, Clone)]
pub(crate) struct Version {
    pub created: i64,
    pub start: i64,
    pub salary: Option<(u64, &'static str)>,
    /// `None` where offers need no approval.
    pub approval: Option<&'static str>,
    pub author: usize,
}

/// An offer as it stands.
#[derive(Debug, Clone)]
pub(crate) struct Offer {
    pub index: u64,
    pub application: u64,
    pub job: usize,
    pub acceptance: &'static str,
    pub status: Option<&'static str>,
    pub decided: Option<i64>,
    /// Never empty; the last one counts.
    pub versions: Vec<Version>,
    pub opening: Option<u64>,
    pub signed: bool,
}

/// Acceptance, offer status, approval of the last version; the ways an offer can be under way.
const UNDER_WAY: [(&str, Option<&str>, Option<&str>); 6] = [
    ("WaitingOnResponse", Some("WaitingOnCandidateResponse"), Some("Approved")),
    ("Created", Some("WaitingOnApprovalStart"), None),
    ("Pending", Some("WaitingOnOfferApproval"), Some("WaitingOnApprovals")),
    // Approved and not sent yet.
    ("Created", None, Some("Approved")),
    ("Created", Some("WaitingOnApprovalDefinition"), None),
    ("Pending", Some("WaitingOnOfferApproval"), Some("Declined")),
];

/// The reason of those who said no.
const DECLINED: usize = 10;

impl Workspace {
    /// The offers an application starts with.
    pub fn offers(&self, index: u64) -> Vec<Offer> {
        let it = self.application(index);
        let offered = it.history.iter().find(|visit| stage_type(it.plan, visit.stage) == StageType::Offer);
        let Some(visit) = offered else { return Vec::new() };
        let (acceptance, status, approval) = match it.stage_type() {
            StageType::Hired => ("Accepted", Some("CandidateAccepted"), Some("Approved")),
            StageType::Archived if it.reason == Some(DECLINED) => {
                ("Declined", Some("CandidateRejected"), Some("Approved"))
            }
            StageType::Archived => ("Cancelled", Some("OfferCancelled"), None),
            _ => self.under_way(index),
        };
        let mut offers = Vec::new();
        let mut draw = Draw::at(self.seed, Stream::Offer, index);
        if draw.chance(200) {
            // A first one that was taken back.
            let state = ("Cancelled", Some("OfferCancelled"), None);
            offers.push(self.offer(index, 0, &it, (visit.entered, visit.left), state));
        }
        let number = u64::try_from(offers.len()).unwrap_or(0);
        offers.push(self.offer(
            index,
            number,
            &it,
            (visit.entered, visit.left),
            (acceptance, status, approval),
        ));
        offers
    }

    /// Those under way take turns, so that each way occurs in small workspaces as well.
    fn under_way(&self, index: u64) -> (&'static str, Option<&'static str>, Option<&'static str>) {
        let place = self.live_offers().iter().position(|it| *it == index);
        let turn = place.unwrap_or_else(|| Draw::at(self.seed, Stream::Offer, index | (1 << 40)).place(6));
        UNDER_WAY.get(turn % UNDER_WAY.len()).copied().unwrap_or(("Created", None, None))
    }

    fn offer(
        &self,
        application: u64,
        number: u64,
        it: &Application,
        (from, until): (i64, Option<i64>),
        (acceptance, status, approval): (&'static str, Option<&'static str>, Option<&'static str>),
    ) -> Offer {
        let index = application * OFFERS + number;
        let mut draw = Draw::at(self.seed, Stream::Offer, index | (1 << 50));
        let until = until.unwrap_or(self.now - 120_000).max(from + 60_000);
        let span = until - from;
        let count = draw.between(1, 3);
        let pay = self.jobs.get(it.job).and_then(|job| job.pay);
        let versions: Vec<Version> = (0..count)
            .map(|version| Version {
                created: from + span / 8 * i64::try_from(number * 3 + version).unwrap_or(0) + 1_000,
                start: (until / time::DAY + 20 + i64::try_from(draw.below(80)).unwrap_or(0)) * time::DAY,
                salary: pay.map(|pay| (pay.low + (pay.high - pay.low) / 4 * (version + 1), pay.currency)),
                approval: if version + 1 == count { approval } else { Some("Declined") },
                author: self.mover(it.job, &mut draw).unwrap_or(0),
            })
            .collect();
        let decided = matches!(acceptance, "Accepted" | "Declined").then_some(until);
        let openings = self.jobs.get(it.job).map_or(0, |job| job.openings);
        Offer {
            index,
            application,
            job: it.job,
            acceptance,
            status,
            decided,
            versions,
            opening: (openings > 0).then(|| super::jobs::opening_serial(it.job, draw.below(openings))),
            signed: acceptance == "Accepted",
        }
    }

    /// The first applications with an offer under way.
    fn live_offers(&self) -> &[u64] {
        self.live_offers.get_or_init(|| {
            (0..self.application_count().min(1_500))
                .filter(|index| self.application(*index).stage_type() == StageType::Offer)
                .collect()
        })
    }
}

/// The form offers are made with.
pub(crate) fn form(ids: &Ids) -> Value {
    let fields: Vec<Value> = [
        ("Start date", "Date", "_systemfield_start_date"),
        ("Salary", "Currency", "_systemfield_salary"),
        ("Notes for the letter", "LongText", ""),
    ]
    .iter()
    .zip(2_000..)
    .map(|((title, kind, path), number)| {
        let id = ids.id(Kind::FormField, number);
        let path = if path.is_empty() { id.clone() } else { (*path).to_owned() };
        form_field(&FormField { id, path, title, kind, options: &[], required: number < 2_002 })
    })
    .collect();
    json!({ "sections": [{ "title": "Offer", "fields": fields }] })
}
