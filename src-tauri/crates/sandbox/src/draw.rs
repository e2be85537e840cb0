//! The dice: a counter-based generator, so that record *n* can be drawn without drawing those before it.

/// A stream of draws that depends on nothing but what it was opened with.
#[derive(Debug, Clone)]
pub(crate) struct Draw {
    state: u64,
}

/// What a stream is for. Each fact of a record has its own, so that reading one fact never shifts another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stream {
    Block = 1,
    Placement,
    Path,
    Origin,
    Person,
    Contact,
    Career,
    Labels,
    Fields,
    Notes,
    Answers,
    Resume,
    Job,
    Posting,
    User,
    Fault,
    Touch,
    Gaps,
    Request,
    Schedule,
    Scorecard,
    Offer,
    Pool,
}

const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// The finaliser of splitmix64: a bijection on 64 bits that spreads every input bit over all output bits.
pub(crate) fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}

/// A hash of bytes, keyed; for fingerprints and checks, not for secrets.
pub(crate) fn fingerprint(key: u64, bytes: &[u8]) -> u64 {
    let mut state = mix(key ^ GOLDEN);
    for chunk in bytes.chunks(8) {
        let mut word = [0u8; 8];
        for (to, from) in word.iter_mut().zip(chunk) {
            *to = *from;
        }
        state = mix(state ^ u64::from_le_bytes(word)).wrapping_add(GOLDEN);
    }
    mix(state ^ u64::try_from(bytes.len()).unwrap_or(u64::MAX))
}

impl Draw {
    /// Opens the stream of one record.
    pub fn at(seed: u64, stream: Stream, index: u64) -> Self {
        let keyed = mix(seed ^ (stream as u64).wrapping_mul(0xD1B5_4A32_D192_ED03));
        Self { state: mix(keyed ^ index.wrapping_mul(GOLDEN)) }
    }

    pub fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(GOLDEN);
        mix(self.state)
    }

    /// A number below `bound`; 0 when `bound` is 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        u64::try_from((u128::from(self.next()) * u128::from(bound)) >> 64).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// A place in something of `len` items.
    pub fn place(&mut self, len: usize) -> usize {
        usize::try_from(self.below(u64::try_from(len).unwrap_or(0))).unwrap_or(0)
    }

    /// True in `per_mille` of 1,000 cases.
    pub fn chance(&mut self, per_mille: u64) -> bool {
        self.below(1000) < per_mille
    }

    /// A number in `[0, 1)`.
    pub fn unit(&mut self) -> f64 {
        // 53 bits fit a double exactly.
        let bits = u32::try_from(self.next() >> 32).unwrap_or(0);
        f64::from(bits) / 4_294_967_296.0
    }

    /// One of the items; `None` only when there are none.
    pub fn one<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.place(items.len()))
    }

    /// One of the words; empty only when there are none.
    pub fn word<'a>(&mut self, words: &[&'a str]) -> &'a str {
        self.one(words).copied().unwrap_or_default()
    }

    /// Several different items in their order, at most `count`.
    pub fn some<'a, T>(&mut self, items: &'a [T], count: usize) -> Vec<&'a T> {
        let mut left = count.min(items.len());
        let mut picked = Vec::with_capacity(left);
        for (at, item) in items.iter().enumerate() {
            if left == 0 {
                break;
            }
            if self.place(items.len() - at) < left {
                picked.push(item);
                left -= 1;
            }
        }
        picked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_repeats_itself_and_differs_from_its_neighbours() {
        let first: Vec<u64> = std::iter::repeat_with({
            let mut draw = Draw::at(7, Stream::Person, 12);
            move || draw.next()
        })
        .take(5)
        .collect();
        let mut again = Draw::at(7, Stream::Person, 12);
        assert!(first.iter().all(|value| *value == again.next()));
        assert_ne!(first[0], Draw::at(7, Stream::Person, 13).next());
        assert_ne!(first[0], Draw::at(7, Stream::Career, 12).next());
        assert_ne!(first[0], Draw::at(8, Stream::Person, 12).next());
    }

    #[test]
    fn draws_stay_in_bounds_and_reach_them() {
        let mut draw = Draw::at(1, Stream::Path, 0);
        let rolls: Vec<u64> = (0..1000).map(|_| draw.between(1, 6)).collect();
        assert_eq!(rolls.iter().min(), Some(&1));
        assert_eq!(rolls.iter().max(), Some(&6));
        assert_eq!(draw.below(0), 0);
    }

    #[test]
    fn several_items_are_different_ones() {
        let items: Vec<u32> = (0..9).collect();
        for index in 0..200 {
            let picked = Draw::at(3, Stream::Labels, index).some(&items, 4);
            assert_eq!(picked.len(), 4);
            assert!(picked.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
