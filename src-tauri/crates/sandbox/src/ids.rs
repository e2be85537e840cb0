//! Record ids: UUIDs that carry what they name, so that an id leads to its record without a table.
//!
//! The 122 free bits of a version 4 UUID hold 64 bits of kind and index, permuted under the seed, and 58 bits of
//! check. A foreign UUID decodes to nothing.

use crate::draw::mix;

/// What an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum Kind {
    Candidate = 1,
    Application,
    History,
    Note,
    File,
    User,
    Department,
    Location,
    Role,
    Tag,
    ArchiveReason,
    Source,
    SourceType,
    CustomField,
    Plan,
    Stage,
    StageGroup,
    Board,
    Job,
    Posting,
    Opening,
    OpeningVersion,
    CompensationTier,
    CompensationPart,
    FormField,
    FormInstance,
    SurveyForm,
    Organisation,
    Place,
    Interview,
    Schedule,
    Event,
    FeedbackForm,
    Feedback,
    Offer,
    OfferVersion,
    Project,
    Template,
    CloseReason,
    Pool,
    PoolPart,
    Activity,
    Brand,
    SurveySubmission,
    Webhook,
    Message,
}

/// The two-way mapping between records and their ids under one seed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ids {
    keys: [u64; 4],
}

const INDEX_BITS: u32 = 56;

impl Ids {
    pub fn new(seed: u64) -> Self {
        let key = |round: u64| mix(seed ^ mix(0x1D5_0000 + round));
        Self { keys: [key(0), key(1), key(2), key(3)] }
    }

    /// The id of record `index` of `kind`.
    pub fn id(&self, kind: Kind, index: u64) -> String {
        let payload = (u64::from(kind as u8) << INDEX_BITS) | (index & ((1 << INDEX_BITS) - 1));
        let sealed = self.seal(payload);
        let check = self.check(payload);
        let [a, b, c] = [sealed >> 32, (sealed >> 16) & 0xFFFF, (sealed >> 4) & 0xFFF];
        let d = ((sealed & 0xF) << 10) | (check >> 48);
        format!("{a:08x}-{b:04x}-4{c:03x}-{:04x}-{:012x}", 0x8000 | d, check & 0xFFFF_FFFF_FFFF)
    }

    /// What an id of this kind names; `None` for a foreign one.
    pub fn index(&self, kind: Kind, id: &str) -> Option<u64> {
        let (found, index) = self.read(id)?;
        (found == kind as u8).then_some(index)
    }

    fn read(&self, id: &str) -> Option<(u8, u64)> {
        let groups: Vec<&str> = id.split('-').collect();
        let [a, b, c, d, e] = groups.as_slice() else { return None };
        if [a.len(), b.len(), c.len(), d.len(), e.len()] != [8, 4, 4, 4, 12] {
            return None;
        }
        let number = |text: &str| u64::from_str_radix(text, 16).ok();
        let (a, b, c, d, e) = (number(a)?, number(b)?, number(c)?, number(d)?, number(e)?);
        if c >> 12 != 4 || d >> 14 != 2 {
            return None;
        }
        let sealed = (a << 32) | (b << 16) | ((c & 0xFFF) << 4) | ((d >> 10) & 0xF);
        let payload = self.unseal(sealed);
        let check = ((d & 0x3FF) << 48) | e;
        (check == self.check(payload))
            .then(|| (u8::try_from(payload >> INDEX_BITS).unwrap_or(0), payload & ((1 << INDEX_BITS) - 1)))
    }

    fn check(&self, payload: u64) -> u64 {
        let [key, ..] = self.keys;
        mix(payload ^ key.rotate_left(17)) >> 6
    }

    /// Four Feistel rounds: a permutation of 64 bits that runs backwards as easily as forwards.
    fn seal(&self, payload: u64) -> u64 {
        let (mut left, mut right) = (payload >> 32, payload & 0xFFFF_FFFF);
        for key in self.keys {
            (left, right) = (right, left ^ (mix(right ^ key) & 0xFFFF_FFFF));
        }
        (left << 32) | right
    }

    fn unseal(&self, sealed: u64) -> u64 {
        let (mut left, mut right) = (sealed >> 32, sealed & 0xFFFF_FFFF);
        for key in self.keys.iter().rev() {
            (left, right) = (right ^ (mix(left ^ key) & 0xFFFF_FFFF), left);
        }
        (left << 32) | right
    }
}

/// Whether a text has the form of a UUID.
pub(crate) fn is_uuid(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 36
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn an_id_leads_back_to_its_record_and_to_no_other_kind() {
        let ids = Ids::new(42);
        for index in (0..5000).chain([1_000_000, 6_000_000_000, (1 << 56) - 1]) {
            let id = ids.id(Kind::Application, index);
            assert!(is_uuid(&id), "{id}");
            assert_eq!(ids.index(Kind::Application, &id), Some(index));
            assert_eq!(ids.index(Kind::Application, &id.to_uppercase()), Some(index));
            assert_eq!(ids.index(Kind::Candidate, &id), None);
        }
    }

    #[test]
    fn ids_of_another_seed_and_foreign_ones_name_nothing() {
        let ids = Ids::new(42);
        assert_eq!(ids.index(Kind::Job, &Ids::new(43).id(Kind::Job, 3)), None);
        assert_eq!(ids.index(Kind::Job, "3ae2b801-19f6-41ef-ad28-214bd731948f"), None);
        assert_eq!(ids.index(Kind::Job, ""), None);
        assert_eq!(ids.index(Kind::Job, "é"), None);
    }

    #[test]
    fn no_two_records_share_an_id() {
        let ids = Ids::new(1);
        let all: HashSet<String> = (0..20_000).map(|index| ids.id(Kind::Candidate, index)).collect();
        assert_eq!(all.len(), 20_000);
    }
}
