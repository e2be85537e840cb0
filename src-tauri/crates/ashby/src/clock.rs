//! Time and chance, passed in.

use std::{
    hash::{BuildHasher, Hasher, RandomState},
    time::Duration,
};

use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// What time it is and how to let time pass.
#[async_trait]
pub trait Clock: Send + Sync {
    /// The present.
    fn now(&self) -> DateTime<Utc>;

    /// Comes back after `duration`.
    async fn sleep(&self, duration: Duration);
}

/// Where chance comes from; it only spreads retries, nothing secret depends on it.
pub trait Entropy: Send + Sync {
    /// The next 64 random bits.
    fn next_u64(&self) -> u64;
}

/// The machine's clock; sleeping needs a Tokio runtime.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

#[async_trait]
impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}

/// Chance from the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn next_u64(&self) -> u64 {
        // Every RandomState is keyed anew.
        RandomState::new().build_hasher().finish()
    }
}
