//! Applications: who applies where, how far they come, and when they moved.

use super::plans::{PLANS, StageType};
use super::{Workspace, time};
use crate::draw::{Draw, Stream};

/// A stay in a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Visit {
    /// Its place in the plan.
    pub stage: usize,
    pub entered: i64,
    pub left: Option<i64>,
    pub actor: Option<usize>,
}

/// An application as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Application {
    pub candidate: u32,
    pub job: usize,
    pub plan: usize,
    /// Never empty; the last visit is the current stage.
    pub history: Vec<Visit>,
    pub created: i64,
    pub updated: i64,
    /// Place in the list of archive reasons, while archived.
    pub reason: Option<usize>,
    pub archived: Option<i64>,
    pub source: Option<usize>,
    pub credited: Option<usize>,
    /// The posting it came through, by its number in the workspace.
    pub posting: Option<usize>,
    pub referred_by: Option<usize>,
}

impl Application {
    pub fn stage(&self) -> usize {
        self.history.last().map_or(0, |visit| visit.stage)
    }

    pub fn stage_type(&self) -> StageType {
        stage_type(self.plan, self.stage())
    }
}

pub(crate) fn stage_type(plan: usize, stage: usize) -> StageType {
    PLANS.get(plan).and_then(|plan| plan.stages.get(stage)).map_or(StageType::Lead, |(_, kind)| *kind)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Live,
    Hired,
    Archived,
}

/// Applications of eight candidates in a row, in an order drawn for each block: 12 together, 1.5 each.
const BLOCK: [u8; 8] = [1, 1, 1, 1, 1, 2, 2, 3];
const BLOCK_CANDIDATES: u64 = 8;
const BLOCK_APPLICATIONS: u64 = 12;

const PLACE_SOURCED: &[usize] = &[5, 5, 5, 6, 7, 8, 9];
const PLACE_APPLIED: &[usize] = &[0, 0, 0, 0, 1, 1, 2, 3, 4, 4, 10, 11, 12, 13];
const REFERRAL: usize = 4;

impl Workspace {
    fn block(&self, block: u64) -> [u8; 8] {
        let mut counts = BLOCK;
        let mut draw = Draw::at(self.seed, Stream::Block, block);
        for last in (1..counts.len()).rev() {
            counts.swap(last, draw.place(last + 1));
        }
        counts
    }

    /// How many applications the workspace starts with.
    pub fn application_count(&self) -> u64 {
        let (full, rest) = (u64::from(self.candidates) / BLOCK_CANDIDATES, self.candidates % 8);
        let tail: u64 = self.block(full).iter().zip(0..rest).map(|(count, _)| u64::from(*count)).sum();
        full * BLOCK_APPLICATIONS + tail
    }

    /// The applications a candidate starts with.
    pub fn applications_of(&self, candidate: u32) -> std::ops::Range<u64> {
        let block = u64::from(candidate) / BLOCK_CANDIDATES;
        let mut first = block * BLOCK_APPLICATIONS;
        let mut count = 0;
        for (_, next) in (0..=candidate % 8).zip(self.block(block)) {
            first += count;
            count = u64::from(next);
        }
        first..first + count
    }

    /// The candidate of a derived application and its place among theirs.
    pub fn applicant(&self, application: u64) -> (u32, u64) {
        let (block, mut rest) = (application / BLOCK_APPLICATIONS, application % BLOCK_APPLICATIONS);
        let mut candidate = block * BLOCK_CANDIDATES;
        for count in self.block(block) {
            if rest < u64::from(count) {
                break;
            }
            rest -= u64::from(count);
            candidate += 1;
        }
        (u32::try_from(candidate).unwrap_or(u32::MAX), rest)
    }

    /// Where the candidate's application number `ordinal` goes: never twice to the same job.
    fn placement(&self, candidate: u32, ordinal: u64) -> (usize, Fate) {
        let mut taken = Vec::with_capacity(3);
        let mut fate = Fate::Archived;
        for earlier in 0..=ordinal {
            let mut draw = Draw::at(self.seed, Stream::Placement, u64::from(candidate) * 4 + earlier);
            fate = if draw.chance(self.live_share) {
                Fate::Live
            } else if draw.chance(55) {
                Fate::Hired
            } else {
                Fate::Archived
            };
            let mix = if fate == Fate::Live { &self.open_mix } else { &self.past_mix };
            taken.push(mix.pick(&mut draw, &taken));
        }
        (taken.last().copied().unwrap_or(0), fate)
    }

    /// Derives an application of the untouched workspace.
    pub fn application(&self, index: u64) -> Application {
        let (candidate, ordinal) = self.applicant(index);
        let (job, fate) = self.placement(candidate, ordinal);
        let mut draw = Draw::at(self.seed, Stream::Path, index);
        let plans = self.jobs.get(job).map(|job| job.plans.as_slice()).unwrap_or_default();
        let plan = plans.get(usize::from(draw.chance(250))).or(plans.first()).copied().unwrap_or(0);
        let target = reached(plan, fate, &mut draw);
        let sourced = stage_type(plan, target) == StageType::Lead || draw.chance(380);
        let route = route(plan, fate, target, sourced, &mut draw);
        let history = self.timed(job, fate, &route, &mut draw);
        let created = history.first().map_or(self.now, |visit| visit.entered);
        let ended = history.last().map_or(self.now, |visit| visit.entered);
        let lag = i64::try_from(draw.below(5_400_000)).unwrap_or(0);
        let reason = (fate == Fate::Archived).then(|| reason(stage_type(plan, target), &mut draw));
        let mut application = Application {
            candidate,
            job,
            plan,
            created,
            updated: (ended + lag).min(self.now - 60_000).max(ended),
            reason,
            archived: (fate == Fate::Archived).then_some(ended),
            history,
            source: None,
            credited: None,
            posting: None,
            referred_by: None,
        };
        self.trace(&mut application, index, sourced);
        application
    }

    /// Where the application came from.
    fn trace(&self, application: &mut Application, index: u64, sourced: bool) {
        let mut draw = Draw::at(self.seed, Stream::Origin, index);
        let places = if sourced { PLACE_SOURCED } else { PLACE_APPLIED };
        let source = draw.one(places).copied();
        application.source = source.filter(|_| !draw.chance(15));
        if sourced {
            application.credited = self.mover(application.job, &mut draw);
        } else if source == Some(REFERRAL) {
            application.credited = Some(draw.place(self.users.len()));
            application.referred_by = application.credited;
        }
        let job = application.job;
        if !sourced && draw.chance(850) {
            let count = self.postings.range(job).len();
            application.posting = (count > 0).then(|| self.postings.range(job).start + draw.place(count));
        }
    }

    /// Puts moments on a route, backwards from when its last stage was entered.
    fn timed(&self, job: usize, fate: Fate, route: &[usize], draw: &mut Draw) -> Vec<Visit> {
        let mut entered = self.last_entry(job, fate, draw);
        let mut left = None;
        let mut history: Vec<Visit> = Vec::with_capacity(route.len() + 2);
        for stage in route.iter().rev() {
            let actor = if draw.chance(900) { self.mover(job, draw) } else { None };
            history.push(Visit { stage: *stage, entered, left, actor });
            left = Some(entered);
            entered -= i64::try_from(draw.between(8 * 60, 150 * 60)).unwrap_or(0) * 60_000 + 31_000;
        }
        history.reverse();
        history
    }

    fn last_entry(&self, job: usize, fate: Fate, draw: &mut Draw) -> i64 {
        const WHOLE: u64 = 1_000_000;
        let share = draw.below(WHOLE);
        let part = |span: i64, share: u64| span / 1_000_000 * i64::try_from(share).unwrap_or(0);
        if fate == Fate::Live {
            // More of them moved lately than long ago, and none in the last ten minutes.
            return self.now - 600_000 - part(30 * time::DAY - 600_000, share.min(draw.below(WHOLE)));
        }
        let Some(it) = self.jobs.get(job) else { return self.now - time::DAY };
        let opened = it.opened.unwrap_or(it.created) + 62 * time::DAY;
        let closed = it.closed.unwrap_or(self.now).min(self.now) - 2 * time::HOUR;
        opened + part((closed - opened).max(time::HOUR), share)
    }
}

/// How far the application comes before it is decided, or where it is now: far fewer at each further stage.
fn reached(plan: usize, fate: Fate, draw: &mut Draw) -> usize {
    let stages = PLANS.get(plan).map(|plan| plan.stages).unwrap_or_default();
    let offer = stages.iter().position(|(_, kind)| *kind == StageType::Offer).unwrap_or(0);
    if fate == Fate::Hired {
        return offer;
    }
    let mut interviews = 0usize;
    let weights: Vec<u64> = stages
        .iter()
        .take(offer + 1)
        .map(|(_, kind)| match (kind, fate) {
            (StageType::Lead, Fate::Live) => 180,
            (StageType::Lead, _) => 110,
            (StageType::PreInterviewScreen, Fate::Live) => 330,
            (StageType::PreInterviewScreen, _) => 520,
            (StageType::Active, _) => {
                interviews += 1;
                [210, 130, 80, 45, 25].get(interviews - 1).copied().unwrap_or(15)
            }
            _ => 35,
        })
        .collect();
    let mut roll = draw.below(weights.iter().sum());
    weights
        .iter()
        .position(|weight| {
            let here = roll < *weight;
            roll = roll.saturating_sub(*weight);
            here
        })
        .unwrap_or(0)
}

/// The stages visited on the way; now and then one is skipped.
fn route(plan: usize, fate: Fate, target: usize, sourced: bool, draw: &mut Draw) -> Vec<usize> {
    let stages = PLANS.get(plan).map(|plan| plan.stages).unwrap_or_default();
    let place = |wanted| stages.iter().position(|(_, kind)| *kind == wanted);
    let start = if sourced { 0 } else { place(StageType::PreInterviewScreen).unwrap_or(0) };
    let mut route: Vec<usize> =
        (start..=target).filter(|stage| *stage == start || *stage == target || !draw.chance(90)).collect();
    match fate {
        Fate::Live => {}
        Fate::Hired => route.extend(place(StageType::Hired)),
        Fate::Archived => route.extend(place(StageType::Archived)),
    }
    route
}

/// A reason that fits how far the application came.
fn reason(last: StageType, draw: &mut Draw) -> usize {
    let reasons: &[usize] = match last {
        StageType::Lead => &[8, 11, 11, 9, 12],
        StageType::PreInterviewScreen => &[0, 0, 0, 1, 1, 5, 6, 12, 13, 14],
        StageType::Offer => &[7, 10, 10, 9],
        _ => &[2, 2, 3, 3, 4, 1, 7, 8, 9],
    };
    draw.one(reasons).copied().unwrap_or(0)
}
