//! How many calls may run at once, and who goes first.
//!
//! Ashby publishes no numbers, so the window is found by trying: it grows by about one call for each full
//! window of good replies and halves when Ashby asks to slow down. Calls that were already under way when the
//! window was halved do not halve it again. A pause asked for by Ashby holds all lanes.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::{Notify, oneshot};

use crate::clock::Clock;

#[cfg(test)]
mod tests;

const START: f64 = 8.0;
const MIN: f64 = 1.0;
const MAX: f64 = 24.0;
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_BLIND_PAUSE: Duration = Duration::from_secs(60);
/// A longer wish is taken for a mistake; it also bounds what a clock that jumps back can do.
const LONGEST_PAUSE: Duration = Duration::from_secs(900);

/// How urgent a call is, most urgent first: a waiting call of a higher lane always goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// Something a person did.
    Write,
    /// Something a person is waiting to see.
    Read,
    /// Keeping the mirror fresh.
    Pull,
}

/// The gate all calls with one key pass through.
pub struct Limiter {
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
    pause_changed: Notify,
}

struct State {
    window: f64,
    in_flight: usize,
    waiting: [VecDeque<oneshot::Sender<Permit>>; 3],
    paused_until: Option<DateTime<Utc>>,
    partner_wide: bool,
    /// Pauses in a row for which Ashby named no length.
    strikes: u32,
    granted: u64,
    /// Grants up to this one were made before the window was last halved.
    halved_after: u64,
}

/// How the limiter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Calls that may run at once.
    pub window: usize,
    /// Calls that run.
    pub in_flight: usize,
    /// Waiting calls of [`Lane::Write`].
    pub waiting_writes: usize,
    /// Waiting calls of [`Lane::Read`].
    pub waiting_reads: usize,
    /// Waiting calls of [`Lane::Pull`].
    pub waiting_pulls: usize,
    /// No call starts before.
    pub paused_until: Option<DateTime<Utc>>,
    /// Whether the last request to slow down was meant for all organisations using this integration.
    pub partner_wide: bool,
}

/// What a reply says about the pace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pace {
    /// A good reply.
    Good,
    /// Slow down.
    Limited { retry_after: Option<Duration>, partner_wide: bool },
}

/// The right to make one call; dropping it gives the place free.
pub struct Permit {
    limiter: Arc<Limiter>,
    number: u64,
}

impl Limiter {
    /// A limiter that has seen nothing yet.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>) -> Arc<Self> {
        let state = State {
            window: START,
            in_flight: 0,
            waiting: [const { VecDeque::new() }; 3],
            paused_until: None,
            partner_wide: false,
            strikes: 0,
            granted: 0,
            halved_after: 0,
        };
        Arc::new(Self { clock, state: Mutex::new(state), pause_changed: Notify::new() })
    }

    /// Waits for a place. Dropping the future gives the place in the queue up.
    pub async fn acquire(self: &Arc<Self>, lane: Lane) -> Permit {
        let mut place = self.enqueue(lane);
        loop {
            let pause_changed = self.pause_changed.notified();
            self.dispatch();
            let pause_over = async {
                match self.pause_left() {
                    Some(left) => self.clock.sleep(left).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                biased;
                granted = &mut place => match granted {
                    Ok(permit) => return permit,
                    Err(_) => place = self.enqueue(lane),
                },
                () = pause_changed => {}
                () = pause_over => {}
            }
        }
    }

    /// How the limiter stands now.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        let now = self.clock.now();
        let state = self.state();
        let [writes, reads, pulls] =
            state.waiting.each_ref().map(|lane| lane.iter().filter(|place| !place.is_closed()).count());
        Snapshot {
            window: state.places(),
            in_flight: state.in_flight,
            waiting_writes: writes,
            waiting_reads: reads,
            waiting_pulls: pulls,
            paused_until: state.paused_until.filter(|until| *until > now),
            partner_wide: state.partner_wide,
        }
    }

    /// How long no call will start.
    pub(crate) fn pause_left(&self) -> Option<Duration> {
        let now = self.clock.now();
        self.state().pause_left(now)
    }

    fn enqueue(&self, lane: Lane) -> oneshot::Receiver<Permit> {
        let (sender, receiver) = oneshot::channel();
        let mut state = self.state();
        let [writes, reads, pulls] = &mut state.waiting;
        match lane {
            Lane::Write => writes,
            Lane::Read => reads,
            Lane::Pull => pulls,
        }
        .push_back(sender);
        receiver
    }

    /// Hands out the places that are free.
    fn dispatch(self: &Arc<Self>) {
        let now = self.clock.now();
        loop {
            let mut state = self.state();
            if state.pause_left(now).is_some() || state.in_flight >= state.places() {
                return;
            }
            let Some(place) = state.waiting.iter_mut().find_map(VecDeque::pop_front) else { return };
            if place.is_closed() {
                continue;
            }
            state.in_flight += 1;
            state.granted += 1;
            let permit = Permit { limiter: Arc::clone(self), number: state.granted };
            drop(state);
            // Somebody who left in between gives the permit back by dropping it.
            let _ = place.send(permit);
        }
    }

    fn note(&self, number: u64, pace: Pace) {
        let now = self.clock.now();
        let mut state = self.state();
        match pace {
            Pace::Good => {
                state.strikes = 0;
                state.window = (state.window + 1.0 / state.window).min(MAX);
            }
            Pace::Limited { retry_after, partner_wide } => {
                state.partner_wide = partner_wide;
                if number > state.halved_after {
                    state.window = (state.window / 2.0).max(MIN);
                    state.halved_after = state.granted;
                    state.strikes = state.strikes.saturating_add(1);
                }
                let blind = FIRST_PAUSE * 2_u32.saturating_pow(state.strikes.saturating_sub(1).min(10));
                let pause = retry_after.unwrap_or(blind.min(LONGEST_BLIND_PAUSE)).min(LONGEST_PAUSE);
                let until = now + TimeDelta::from_std(pause).unwrap_or_default();
                state.paused_until = state.paused_until.max(Some(until));
                drop(state);
                self.pause_changed.notify_waiters();
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the window stays between MIN and MAX"
    )]
    fn places(&self) -> usize {
        self.window as usize
    }

    fn pause_left(&self, now: DateTime<Utc>) -> Option<Duration> {
        let left = (self.paused_until? - now).to_std().ok()?;
        (!left.is_zero() && left <= LONGEST_PAUSE).then_some(left)
    }
}

impl Permit {
    /// Tells how the call went.
    pub(crate) fn note(&self, pace: Pace) {
        self.limiter.note(self.number, pace);
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let mut state = self.limiter.state();
        state.in_flight = state.in_flight.saturating_sub(1);
        drop(state);
        self.limiter.dispatch();
    }
}
