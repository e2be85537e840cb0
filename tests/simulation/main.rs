//! A hostile world, seed by seed: the real engine on real files, with time, chance, network, disk and keychain given
//! to it. [`mirror`] lets Ashby change behind the mirror's back, [`outbox`] lets a recruiter act; `outbox/check`,
//! `mirror/same` and `mirror/honest` hold the promises, [`planted`] the bugs that prove the checks.
//!
//! `SAMARA_SEEDS` says how many seeds of each (500 without it), `SAMARA_FIRST_SEED` from which on, `SAMARA_SEED`
//! replays one.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by panicking"
)]

mod chance;
mod garbled;
mod life;
mod listener;
mod mirror;
mod outbox;
mod patience;
mod planted;
mod ports;
mod promise;
mod trouble;

use life::Life;
use listener::Listener;
use planted::Planted;
use promise::Broken;

/// Bytes of stack a life has.
const STACK: usize = 64 << 20;

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

/// What a seed is lived through for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Mirror,
    Outbox,
}

impl Kind {
    /// Fewest and most people in the workspace.
    fn people(self) -> (u64, u64) {
        match self {
            Self::Mirror => (10, 24),
            Self::Outbox => (14, 24),
        }
    }
}

/// Lives one seed through.
fn live(story: Kind, seed: u64, planted: Option<Planted>) -> Result<(), Broken> {
    live_and_listen(story, seed, planted, &Listener::default())
}

/// Begins a life and does something with it; on one thread, so that it goes the same way each time.
fn begin<T>(
    seed: u64,
    planted: Option<Planted>,
    people: (u64, u64),
    act: impl AsyncFnOnce(Life) -> Result<T, Broken>,
) -> Result<T, Broken> {
    let sane = |words: String| Broken { promise: "sane", words };
    // Real files all the same: memory spares the disk thousands of flushes.
    let memory = std::path::Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    let folder = folder.map_err(|error| sane(error.to_string()))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
    let runtime = runtime.map_err(|error| sane(error.to_string()))?;
    runtime.block_on(async {
        act(Life::begin(seed, planted, folder.path().to_owned(), people).map_err(sane)?).await
    })
}

fn live_and_listen(
    story: Kind,
    seed: u64,
    planted: Option<Planted>,
    listener: &Listener,
) -> Result<(), Broken> {
    let life = || {
        tracing::subscriber::with_default(listener.subscriber(), || {
            begin(seed, planted, story.people(), async |life| match story {
                Kind::Mirror => mirror::live(life).await,
                Kind::Outbox => outbox::live(life, listener).await,
            })
        })
    };
    // Everything happens in one future, which is larger than a test's stack.
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, life);
        thread.unwrap().join().unwrap_or_else(|payload| std::panic::resume_unwind(payload))
    })
}

/// Lives one of several parts of the seeds through: parts are tests of their own, so that they run at once.
fn part(story: Kind, part: u64, of: u64) {
    let seeds = match setting("SAMARA_SEED") {
        Some(_) if part > 0 => return,
        Some(seed) => seed..seed + 1,
        None => {
            let first = setting("SAMARA_FIRST_SEED").unwrap_or(0);
            first..first + setting("SAMARA_SEEDS").unwrap_or(500)
        }
    };
    let mine = seeds.filter(|seed| seed % of == part || setting("SAMARA_SEED").is_some());
    let (mut lived, mut complaints) = (0, Vec::new());
    for seed in mine {
        lived += 1;
        let listener = Listener::default();
        if let Err(broken) = live_and_listen(story, seed, None, &listener) {
            if setting("SAMARA_SEED").is_some() {
                // Who replays a seed wants to know how it came to that.
                println!("{}", listener.text());
            }
            let name = format!("{story:?}").to_lowercase();
            complaints.push(format!(
                "broken promise ({}): {}\nreplay: SAMARA_SEED={seed} cargo test -p samara-tests --test simulation {name}_0",
                broken.promise, broken.words
            ));
        }
    }
    let first: Vec<&str> = complaints.iter().take(8).map(String::as_str).collect();
    assert!(complaints.is_empty(), "{} of {lived} seeds failed:\n{}", complaints.len(), first.join("\n"));
}

macro_rules! parts {
    ($story:ident in $of:literal: $($name:ident is $part:literal),*) => {$(
        #[test]
        fn $name() {
            part(Kind::$story, $part, $of);
        }
    )*};
}

parts!(Mirror in 8: mirror_0 is 0, mirror_1 is 1, mirror_2 is 2, mirror_3 is 3, mirror_4 is 4, mirror_5 is 5,
    mirror_6 is 6, mirror_7 is 7);
parts!(Outbox in 8: outbox_0 is 0, outbox_1 is 1, outbox_2 is 2, outbox_3 is 3, outbox_4 is 4, outbox_5 is 5,
    outbox_6 is 6, outbox_7 is 7);

/// Everything that was logged on the way, without the day it was on.
fn way(story: Kind, seed: u64) -> String {
    let listener = Listener::default();
    let outcome = live_and_listen(story, seed, None, &listener);
    format!("{}{outcome:?}", listener.text())
}

#[test]
fn a_seed_goes_the_same_way_each_time() {
    for (story, seed) in [(Kind::Mirror, 3), (Kind::Mirror, 4), (Kind::Outbox, 3), (Kind::Outbox, 4)] {
        let ways: Vec<String> = (0..2).map(|_| way(story, seed)).collect();
        assert!(ways[0].lines().count() > 100, "the log tells the way");
        assert_eq!(ways[0], ways[1], "{story:?} {seed}");
    }
}

/// One bug breaks several promises, and which of them is seen first is chance.
fn unfound(kind: Kind) -> Vec<Planted> {
    let bugs = Planted::ALL.into_iter().filter(|(_, story, _)| *story == kind).map(|(bug, ..)| bug);
    bugs.filter(|bug| (0..80).all(|seed| live(kind, seed, Some(*bug)).is_ok())).collect()
}

#[test]
fn each_bug_planted_in_the_mirror_is_found() {
    assert_eq!(unfound(Kind::Mirror), []);
}

#[test]
fn each_bug_planted_in_the_outbox_is_found() {
    assert_eq!(unfound(Kind::Outbox), []);
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
        begin(9, None, (50, 120), async |life| patience::one_endpoint_fails(&life, faults).await).unwrap();
    }
    for fault in ["server-error", "reset", "rate-limit", "rate-limit-bare"] {
        begin(9, None, (50, 120), async |life| patience::everything_fails(&life, fault).await).unwrap();
    }
}

#[test]
fn whatever_a_record_holds_it_is_kept() {
    for seed in 0..6 {
        let kept = begin(seed, None, (50, 120), async |life| {
            life.network.garble(chance::Chance::new(seed, 77));
            garbled::everything_is_kept(&life).await
        });
        kept.unwrap();
    }
}
