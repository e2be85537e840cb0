//! Whether and when a call is made again.

use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::{Class, Entropy, Error};

const ATTEMPTS: u32 = 5;
const FIRST: Duration = Duration::from_millis(500);
const LONGEST: Duration = Duration::from_secs(20);
/// A call that changes nothing is given up when it would go on longer than that after its first failure, and
/// no call waits longer for a pause to end.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// The attempts of one call.
pub(super) struct Retry {
    class: Class,
    failed: u32,
    first_failure: Option<DateTime<Utc>>,
}

impl Retry {
    pub(super) fn new(class: Class) -> Self {
        Self { class, failed: 0, first_failure: None }
    }

    /// How long to wait before the next attempt, or nothing when there is to be none.
    ///
    /// `pause` is how long the limiter lets nothing through.
    pub(super) fn after(
        &mut self,
        error: &Error,
        now: DateTime<Utc>,
        pause: Option<Duration>,
        entropy: &dyn Entropy,
    ) -> Option<Duration> {
        self.failed += 1;
        if self.failed >= ATTEMPTS || !self.permitted(error) {
            return None;
        }
        let ceiling = (FIRST * 2_u32.pow(self.failed - 1)).min(LONGEST);
        let delay = jitter(ceiling, entropy);
        let since = (now - *self.first_failure.get_or_insert(now)).to_std().unwrap_or_default();
        let wait = delay.max(pause.unwrap_or_default());
        (wait <= PATIENCE && (self.class != Class::Read || since + wait <= PATIENCE)).then_some(delay)
    }

    fn permitted(&self, error: &Error) -> bool {
        match self.class {
            Class::Read | Class::SetLike => error.is_transient(),
            Class::CreateLike => matches!(error, Error::NotSent { .. } | Error::RateLimited { .. }),
        }
    }
}

/// Anything up to `ceiling`, evenly spread.
fn jitter(ceiling: Duration, entropy: &dyn Entropy) -> Duration {
    let fraction =
        f64::from(u32::try_from(entropy.next_u64() >> 32).unwrap_or(u32::MAX)) / f64::from(u32::MAX);
    ceiling.mul_f64(fraction)
}
