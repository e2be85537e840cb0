//! A hostile world, seed by seed: the real engine on real files, with time, chance, network and keychain given to
//! it. See [`check`] for the promises and [`planted`] for the bugs that prove the checks.
//!
//! `SAMARA_SEEDS` says how many seeds (40 without it), `SAMARA_FIRST_SEED` from which on, `SAMARA_SEED` replays one.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by panicking"
)]

mod behind;
mod chance;
mod check;
mod garbled;
mod life;
mod listener;
mod patience;
mod person;
mod planted;
mod ports;

use std::sync::atomic::{AtomicU64, Ordering};

use check::Broken;
use life::Life;
use listener::Listener;
use planted::Planted;

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

/// Lives one seed through.
fn live(seed: u64, planted: Option<Planted>) -> Result<(), Broken> {
    live_and_listen(seed, planted, &Listener::default())
}

/// Begins a life and does something with it; on one thread, so that it goes the same way each time.
fn begin<T>(
    seed: u64,
    planted: Option<Planted>,
    act: impl AsyncFnOnce(Life) -> Result<T, Broken>,
) -> Result<T, Broken> {
    let sane = |words: String| Broken { promise: "sane", words };
    // Real files all the same: memory spares the disk thousands of flushes.
    let memory = std::path::Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    let folder = folder.map_err(|error| sane(error.to_string()))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
    let runtime = runtime.map_err(|error| sane(error.to_string()))?;
    runtime.block_on(async { act(Life::begin(seed, planted, folder.path().to_owned()).map_err(sane)?).await })
}

fn live_and_listen(seed: u64, planted: Option<Planted>, listener: &Listener) -> Result<(), Broken> {
    tracing::subscriber::with_default(listener.subscriber(), || {
        begin(seed, planted, async |life| life.live(listener).await)
    })
}

fn complain(seed: u64, broken: &Broken) -> String {
    format!(
        "broken promise ({}): {}\nreplay: SAMARA_SEED={seed} cargo test -p samara-tests --test simulation",
        broken.promise, broken.words
    )
}

#[test]
fn every_promise_is_kept_whatever_happens() {
    let seeds = match setting("SAMARA_SEED") {
        Some(seed) => seed..seed + 1,
        None => {
            let first = setting("SAMARA_FIRST_SEED").unwrap_or(0);
            first..first + setting("SAMARA_SEEDS").unwrap_or(40)
        }
    };
    let next = AtomicU64::new(seeds.start);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let complaints: Vec<String> = std::thread::scope(|scope| {
        let work = || {
            let mut complaints = Vec::new();
            loop {
                let seed = next.fetch_add(1, Ordering::Relaxed);
                if seed >= seeds.end {
                    return complaints;
                }
                if let Err(broken) = live(seed, None) {
                    complaints.push(complain(seed, &broken));
                }
            }
        };
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    let first: Vec<&String> = complaints.iter().take(8).collect();
    let text = first.iter().map(|it| it.as_str()).collect::<Vec<_>>().join("\n");
    assert!(complaints.is_empty(), "{} seeds of {seeds:?} failed:\n{text}", complaints.len());
}

/// Everything that was logged on the way, without the day it was on.
fn way(seed: u64) -> String {
    let listener = Listener::default();
    let outcome = live_and_listen(seed, None, &listener);
    format!("{}{outcome:?}", listener.text())
}

#[test]
fn a_seed_goes_the_same_way_each_time() {
    let ways: Vec<String> = (0..2).map(|_| way(4)).collect();
    assert!(ways[0].lines().count() > 100, "the log tells the way");
    assert_eq!(ways[0], ways[1]);
}

#[test]
fn each_planted_bug_is_found() {
    for (bug, promise) in Planted::ALL {
        let found = (0..80).find_map(|seed| live(seed, Some(bug)).err());
        let found = found.unwrap_or_else(|| panic!("nobody found that the engine {bug:?}"));
        assert_eq!(found.promise, promise, "{bug:?} was found as: {}", found.words);
    }
}

#[test]
fn what_does_not_come_is_given_up_after_a_minute() {
    for faults in [
        &["server-error"][..],
        &["server-error-after"],
        &["reset"],
        &["lost-reply"],
        &["truncate"],
        &["rate-limit"],
        &["rate-limit-bare"],
        &["latency-20000", "server-error"],
    ] {
        begin(9, None, async |life| patience::one_endpoint_fails(&life, faults).await).unwrap();
    }
    for fault in ["server-error", "reset", "rate-limit", "rate-limit-bare"] {
        begin(9, None, async |life| patience::everything_fails(&life, fault).await).unwrap();
    }
}

#[test]
fn whatever_a_record_holds_it_is_kept() {
    for seed in 0..6 {
        let kept = begin(seed, None, async |life| {
            life.network.garble(chance::Chance::new(seed, 77));
            garbled::everything_is_kept(&life).await
        });
        kept.unwrap();
    }
}
