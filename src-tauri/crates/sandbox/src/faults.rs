//! Trouble on purpose. Whether a fault strikes is drawn from the seed and the number of the request, so a run can be
//! repeated to the byte.

use std::time::Duration;

use crate::draw::{Draw, Stream};

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// The answer takes this much longer.
    Latency(Duration),
    /// 429 with `Retry-After: 1`; nothing happened.
    RateLimit,
    /// 429 without `Retry-After`; nothing happened.
    RateLimitBare,
    /// 500; nothing happened.
    ServerError,
    /// 500; it happened all the same.
    ServerErrorAfter,
    /// It happened, then the connection closes without an answer.
    LostReply,
    /// The connection closes without an answer; nothing happened.
    Reset,
    /// It happened; the body of the answer is cut short of its `Content-Length`.
    Truncate,
    /// The body drips through this time.
    Slow(Duration),
}

/// A fault and when it strikes.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// What goes wrong.
    pub kind: FaultKind,
    /// From 0 to 1.
    pub probability: f64,
    /// Endpoints such as `application.changeStage` (`files` for downloads, `uploads` for the host of uploads); empty means all.
    pub endpoints: Vec<String>,
    /// How many times it strikes at most; `None` means without end.
    pub times: Option<u32>,
}

const LATENCY: u64 = 100;
const SLOW: u64 = 2_000;

/// Reads `NAME[:PROBABILITY]`, for instance `lost-reply:0.1`, `latency`, `latency-250:0.5`. Without a probability
/// the fault strikes every time. Names: `latency[-MS]`, `rate-limit`, `rate-limit-bare`, `server-error`,
/// `server-error-after`, `lost-reply`, `reset`, `truncate`, `slow[-MS]`.
///
/// # Errors
/// A sentence naming what cannot be read and the names that can.
pub fn parse_fault(text: &str) -> Result<Fault, String> {
    let (name, probability) = match text.split_once(':') {
        None => (text, 1.0),
        Some((name, number)) => {
            let value: f64 = number.parse().map_err(|_| format!("not a probability: {number}"))?;
            if !(0.0..=1.0).contains(&value) {
                return Err(format!(
                    "a probability lies between 0 and 1, this does not: {number}; a time is written as in latency-250"
                ));
            }
            (name, value)
        }
    };
    Ok(Fault { kind: kind(name)?, probability, endpoints: Vec::new(), times: None })
}

fn kind(name: &str) -> Result<FaultKind, String> {
    Ok(match name {
        "rate-limit" => FaultKind::RateLimit,
        "rate-limit-bare" => FaultKind::RateLimitBare,
        "server-error" => FaultKind::ServerError,
        "server-error-after" => FaultKind::ServerErrorAfter,
        "lost-reply" => FaultKind::LostReply,
        "reset" => FaultKind::Reset,
        "truncate" => FaultKind::Truncate,
        _ => {
            if let Some(time) = timed(name, "latency", LATENCY) {
                FaultKind::Latency(time)
            } else if let Some(time) = timed(name, "slow", SLOW) {
                FaultKind::Slow(time)
            } else {
                return Err(format!(
                    "no such fault: {name}; known are latency[-MS], rate-limit, rate-limit-bare, server-error, \
                     server-error-after, lost-reply, reset, truncate, slow[-MS]"
                ));
            }
        }
    })
}

fn timed(name: &str, word: &str, default: u64) -> Option<Duration> {
    let rest = name.strip_prefix(word)?;
    if rest.is_empty() {
        return Some(Duration::from_millis(default));
    }
    rest.strip_prefix('-')?.parse().ok().map(Duration::from_millis)
}

/// What strikes one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Strike {
    pub delay: Duration,
    pub slow: bool,
    /// The first of the other faults that strikes; one request fails in one way.
    pub failure: Option<FaultKind>,
}

/// The faults in force.
#[derive(Debug, Clone, Default)]
pub(crate) struct Faults {
    faults: Vec<Fault>,
}

impl Faults {
    pub fn new(faults: Vec<Fault>) -> Self {
        Self { faults }
    }

    pub fn strike(&mut self, seed: u64, request: u64, endpoint: &str) -> Strike {
        let mut strike = Strike::default();
        let mut draw = Draw::at(seed, Stream::Fault, request);
        for fault in &mut self.faults {
            let roll = draw.unit();
            let here = fault.endpoints.is_empty() || fault.endpoints.iter().any(|name| name == endpoint);
            if !here || fault.times == Some(0) || roll >= fault.probability {
                continue;
            }
            match fault.kind {
                FaultKind::Latency(time) => strike.delay += time,
                FaultKind::Slow(time) => {
                    strike.delay += time;
                    strike.slow = true;
                }
                _ if strike.failure.is_some() => continue,
                kind => strike.failure = Some(kind),
            }
            fault.times = fault.times.map(|left| left - 1);
        }
        strike
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_read_by_name_and_probability() {
        let fault = parse_fault("lost-reply:0.1").unwrap();
        assert_eq!((fault.kind, fault.probability), (FaultKind::LostReply, 0.1));
        assert_eq!(parse_fault("latency").unwrap().kind, FaultKind::Latency(Duration::from_millis(100)));
        assert_eq!(
            parse_fault("latency-250:1").unwrap().kind,
            FaultKind::Latency(Duration::from_millis(250))
        );
        assert_eq!(parse_fault("slow").unwrap().kind, FaultKind::Slow(Duration::from_millis(2000)));
        for wrong in ["", "lost", "reset:2", "reset:-0.1", "reset:x", "latency-", "latencyy", "reset:NaN"] {
            assert!(parse_fault(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_fault_strikes_as_often_as_its_probability_says() {
        let mut faults = Faults::new(vec![parse_fault("reset:0.25").unwrap()]);
        let struck = (0..10_000).filter(|n| faults.strike(5, *n, "job.list").failure.is_some()).count();
        assert!((2_300..2_700).contains(&struck), "{struck}");
        let mut again = Faults::new(vec![parse_fault("reset:0.25").unwrap()]);
        assert!((0..100).all(|n| faults.strike(5, n, "job.list") == again.strike(5, n, "job.list")));
    }

    #[test]
    fn filters_by_endpoint_and_count_hold() {
        let mut fault = parse_fault("server-error").unwrap();
        fault.endpoints = vec!["application.changeStage".into()];
        fault.times = Some(2);
        let mut faults = Faults::new(vec![fault]);
        assert_eq!(faults.strike(1, 0, "job.list").failure, None);
        let struck =
            (1..9).filter(|n| faults.strike(1, *n, "application.changeStage").failure.is_some()).count();
        assert_eq!(struck, 2);
    }
}
