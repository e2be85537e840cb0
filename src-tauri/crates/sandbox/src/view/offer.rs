//! Offers as Ashby shows them.

use serde_json::{Value, json};

use super::{Sparse, View};
use crate::draw::{Draw, Stream};
use crate::generate::metadata::field_values;
use crate::generate::offers::{OFFERS, Offer, VERSIONS, Version, form};
use crate::generate::people::Person;
use crate::generate::time;
use crate::ids::Kind;

impl View<'_> {
    /// The offers made to an application, those that are gone left out.
    pub fn offers(&self, application: u64) -> Vec<Offer> {
        if application >= self.workspace.application_count() || self.application(application).is_none() {
            return Vec::new();
        }
        let mut offers = self.workspace.offers(application);
        offers.retain(|offer| !self.overlay.is_gone(Kind::Offer, offer.index));
        offers
    }

    pub fn offer(&self, index: u64) -> Option<Offer> {
        self.offers(index / OFFERS).into_iter().find(|offer| offer.index == index)
    }

    /// The offer a version belongs to and who got it.
    pub fn offer_of_version(&self, version: u64) -> Option<(Offer, Person)> {
        let offer = self.offer(version / VERSIONS)?;
        let application = self.application(offer.application)?;
        Some((offer, self.person(application.candidate)))
    }

    fn version(&self, offer: &Offer, number: u64, it: &Version) -> Value {
        let index = offer.index * VERSIONS + number;
        let mut draw = Draw::at(self.workspace.seed, Stream::Offer, index | (1 << 51));
        let ids = &self.workspace.ids;
        let last = usize::try_from(number + 1).is_ok_and(|count| count == offer.versions.len());
        let files: Vec<Value> = (0..if offer.signed && last { 3 } else { 2 })
            .map(|number| self.offer_file(index, number))
            .collect();
        let values = field_values(ids, "Offer", &mut draw, 600, self.workspace.now);
        let known = json!({
            "id": ids.id(Kind::OfferVersion, index), "createdAt": time::iso(it.created),
            "startDate": if draw.chance(300) { time::date(it.start) } else { time::iso(it.start) },
            "customFields": values, "fileHandles": files, "approvalStatus": it.approval,
        });
        let mut record = Sparse::new(known, index.is_multiple_of(2));
        record.put("salary", it.salary.map(|(value, code)| json!({ "currencyCode": code, "value": value })));
        record.put("openingId", offer.opening.map(|opening| json!(ids.id(Kind::Opening, opening))));
        record.put("author", self.user(it.author));
        record.done()
    }

    /// An offer as in a list.
    pub fn offer_record(&self, it: &Offer) -> Value {
        let number = u64::try_from(it.versions.len()).unwrap_or(1).saturating_sub(1);
        let known = json!({
            "id": self.workspace.ids.id(Kind::Offer, it.index),
            "applicationId": self.application_id(it.application), "acceptanceStatus": it.acceptance,
            "latestVersion": it.versions.last().map(|version| self.version(it, number, version)),
        });
        let mut record = Sparse::new(known, it.index.is_multiple_of(2));
        record.put("offerStatus", it.status.map(|status| json!(status)));
        record.put("decidedAt", it.decided.map(|at| json!(time::iso(at))));
        self.amended(Kind::Offer, it.index, record.done())
    }

    /// An offer with its versions, and the form it was made with.
    pub fn offer_in_full(&self, it: &Offer, with_form: bool) -> Value {
        let mut record = self.offer_record(it);
        let latest = record.get("latestVersion").cloned();
        if let Some(fields) = record.as_object_mut() {
            let mut versions: Vec<Value> =
                (0..).zip(&it.versions).map(|(number, version)| self.version(it, number, version)).collect();
            if let (Some(last), Some(latest)) = (versions.last_mut(), latest) {
                *last = latest;
            }
            fields.insert("versions".into(), json!(versions));
            if with_form {
                fields.insert("formDefinition".into(), form(&self.workspace.ids));
            }
        }
        record
    }
}
