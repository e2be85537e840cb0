//! The workspace before anyone touched it, derived from a seed.
//!
//! Small things (users, plans, jobs, postings) are made at once: there are a few hundred of them at any size.
//! Candidates and applications are computed one by one when asked for.

pub(crate) mod applications;
pub(crate) mod forms;
pub(crate) mod interviews;
pub(crate) mod jobs;
pub(crate) mod metadata;
pub(crate) mod names;
pub(crate) mod notes;
pub(crate) mod offers;
pub(crate) mod organisation;
pub(crate) mod people;
pub(crate) mod places;
pub(crate) mod plans;
pub(crate) mod pools;
pub(crate) mod postings;
pub(crate) mod resume;
pub(crate) mod scorecards;
pub(crate) mod time;
pub(crate) mod words;

use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::draw::mix;
use crate::ids::Ids;
use jobs::{Job, JobMix, JobStatus};
use names::Names;
use organisation::User;
use postings::Postings;

/// Fewest and most candidates a workspace starts with.
const SIZES: std::ops::RangeInclusive<u32> = 10..=1_000_000;

/// What a seed stands for.
#[derive(Debug)]
pub(crate) struct Workspace {
    pub seed: u64,
    pub candidates: u32,
    /// The end of history, in milliseconds since 1970.
    pub now: i64,
    pub ids: Ids,
    pub names: Names,
    pub users: Vec<User>,
    pub departments: Vec<Value>,
    pub locations: Vec<Value>,
    pub regions: Vec<Value>,
    pub tags: Vec<Value>,
    pub sources: Vec<Value>,
    pub reasons: Vec<Value>,
    pub custom_fields: Vec<Value>,
    pub plans: Vec<Value>,
    pub interviews: Vec<Value>,
    pub feedback_forms: Vec<Value>,
    pub survey_forms: Vec<Value>,
    pub projects: Vec<Value>,
    pub templates: Vec<Value>,
    pub close_reasons: Vec<Value>,
    pub pools: Vec<Value>,
    pub jobs: Vec<Job>,
    pub postings: Postings,
    open_mix: JobMix,
    past_mix: JobMix,
    /// How many of 1,000 applications are still under way.
    live_share: u64,
    live_offers: OnceLock<Vec<u64>>,
}

impl Workspace {
    pub fn new(seed: u64, candidates: u32, now: DateTime<Utc>) -> Self {
        let candidates = candidates.clamp(*SIZES.start(), *SIZES.end());
        let now = now.timestamp_millis();
        let ids = Ids::new(seed);
        let names = Names::new();
        let job_count = jobs::count(candidates);
        let users =
            organisation::users(seed, &ids, &names, 24 + u64::try_from(job_count / 2).unwrap_or(0), now);
        let jobs: Vec<Job> = (0..job_count).map(|index| jobs::job(seed, index, users.len(), now)).collect();
        let mut workspace = Self {
            postings: Postings::new(seed, &jobs, now),
            open_mix: JobMix::new(&jobs, first_share(candidates), |status| status == JobStatus::Open),
            past_mix: JobMix::new(&jobs, 60, |status| status != JobStatus::Draft),
            live_share: live_share(candidates),
            departments: organisation::departments(&ids, now),
            locations: organisation::locations(&ids),
            regions: organisation::regions(&ids),
            tags: metadata::tags(&ids),
            sources: metadata::sources(&ids),
            reasons: metadata::reasons(&ids),
            custom_fields: metadata::custom_fields(&ids),
            plans: plans::plans(&ids, now),
            interviews: interviews::interviews(&ids),
            feedback_forms: scorecards::forms(&ids),
            survey_forms: Vec::new(),
            projects: pools::projects(seed, &ids, now),
            templates: pools::templates(&ids, now),
            close_reasons: pools::close_reasons(&ids),
            pools: pools::pools(&ids),
            live_offers: OnceLock::new(),
            seed,
            candidates,
            now,
            ids,
            names,
            users,
            jobs,
        };
        workspace.survey_forms = workspace.survey_forms();
        workspace
    }

    /// A number that differs between worlds of another seed, size or time: tokens of one mean nothing to the other.
    pub fn birth(&self) -> u64 {
        mix(self.seed ^ mix(u64::from(self.candidates)) ^ mix(self.now.unsigned_abs()).rotate_left(9))
    }
}

/// Between two sizes a share falls evenly with the logarithm of the size.
fn falling(candidates: u32, (few, high): (u32, f64), (many, low): (u32, f64)) -> u64 {
    let at = |size: u32| f64::from(size).ln();
    let way = ((at(candidates) - at(few)) / (at(many) - at(few))).clamp(0.0, 1.0);
    let share = high + (low - high) * way;
    (0..=1000u32).rev().find(|it| f64::from(*it) <= share).map_or(0, u64::from)
}

/// Small workspaces are made to look at and are busy; large ones are mostly history, as real ones are.
fn live_share(candidates: u32) -> u64 {
    falling(candidates, (2_000, 450.0), (20_000, 80.0))
}

/// The share of live applications that the biggest open job has.
fn first_share(candidates: u32) -> u64 {
    falling(candidates, (2_000, 620.0), (50_000, 50.0))
}
