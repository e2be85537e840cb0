//! The day of a recruiter: who they are, what is scheduled, who waits, what comes in.

use chrono::TimeDelta;
use samara_store::Reading;
use samara_store::table::today::{Meeting, OfferWaiting, ReviewItem, ReviewJob, UserName, WaitingRow};
use samara_unified::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::job::{Coverage, coverage};
use super::{Info, command};
use crate::Tag;

/// The setting that holds the unified id of the user whose desk this is.
const ME: &str = "acting_user";
/// Rows of each part of a day.
const SHOWN: u32 = 12;
/// How long feedback is asked for.
const FEEDBACK_DAYS: i64 = 30;

/// Whose day, and how far it goes.
#[derive(Debug, Deserialize, TS)]
pub struct TodayInput {
    /// Only what is on one's own jobs, or held by oneself.
    pub mine: bool,
    /// Interviews until then, UTC.
    pub until: String,
}

/// What is scheduled and what waits for someone else.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Today {
    /// Whose desk this is; `None`: not said, and so everything is shown.
    pub me: Option<UserName>,
    /// Interviews from two hours ago on, in order.
    pub interviews: Vec<Meeting>,
    /// All of them.
    pub interviews_total: u64,
    /// How complete and how old interviews are.
    pub interviews_coverage: Coverage,
    /// Offers that are not decided, the latest first.
    pub offers: Vec<OfferWaiting>,
    /// All of them.
    pub offers_total: u64,
    /// How complete and how old offers are.
    pub offers_coverage: Coverage,
    /// Interviews without their feedback, the latest first.
    pub feedback: Vec<Meeting>,
    /// All of them, as far as a month back.
    pub feedback_total: u64,
}

/// Whose jobs, and since when an application is new.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewJobsInput {
    /// Only one's own jobs.
    pub mine: bool,
    /// Since when an application is new, UTC.
    pub since: String,
}

/// What there is to review.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewJobs {
    /// Jobs with the most new applications first, at most 100.
    pub jobs: Vec<ReviewJob>,
    /// Jobs in all.
    pub total: u64,
    /// New applications of all of them.
    pub fresh: u64,
    /// Applications to review of all of them.
    pub to_review: u64,
}

/// Which job's applications in review.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewQueueInput {
    /// Unified id of the job.
    pub job_id: String,
    /// First row.
    pub offset: u32,
    /// Rows, at most 200.
    pub limit: u32,
}

/// A window of applications in review.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewQueue {
    /// All of them.
    pub total: u64,
    /// The window, oldest first.
    pub rows: Vec<ReviewItem>,
}

/// Who waits for how long.
#[derive(Debug, Deserialize, TS)]
pub struct WaitingInput {
    /// Only on one's own jobs.
    pub mine: bool,
    /// Days in the stage more than which is long.
    pub days: u32,
    /// First row.
    pub offset: u32,
    /// Rows, at most 100.
    pub limit: u32,
}

/// A window of those who wait.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WaitingPage {
    /// All of them.
    pub total: u64,
    /// The window, the longest waiting first.
    pub rows: Vec<WaitingRow>,
}

/// Whose desk this is, while they are known in the mirror.
fn me(reading: &Reading<'_>) -> samara_store::Result<Option<UserName>> {
    match reading.setting(ME)?.filter(|id| !id.is_empty()) {
        Some(id) => reading.user_name(&id),
        None => Ok(None),
    }
}

/// The user to look through the eyes of; without one everything is seen.
fn lens(reading: &Reading<'_>, mine: bool) -> samara_store::Result<Option<String>> {
    Ok(if mine { me(reading)?.map(|me| me.id) } else { None })
}

command! {
    /// What is scheduled and what waits for someone else.
    TodayOf, Info::read("today", &[Tag::Candidates, Tag::Pipeline, Tag::Settings]), |desk, input: TodayInput| -> Today {
        let workspace = desk.workspace()?;
        let now = workspace.clock.now();
        let from = Timestamp::from(now - TimeDelta::hours(2));
        let (since, now) = (Timestamp::from(now - TimeDelta::days(FEEDBACK_DAYS)), Timestamp::from(now));
        workspace
            .read(move |reading| {
                let me = me(reading)?;
                let user = me.as_ref().filter(|_| input.mine).map(|me| me.id.as_str());
                let (interviews, interviews_total) =
                    reading.interviews_between(user, (from.as_str(), &input.until), SHOWN)?;
                let (offers, offers_total) = reading.offers_waiting(user, SHOWN)?;
                let (feedback, feedback_total) =
                    reading.feedback_due(user, (since.as_str(), now.as_str()), SHOWN)?;
                Ok(Today {
                    interviews,
                    interviews_total,
                    interviews_coverage: coverage(reading, "ats_interviews", "interviewSchedule.list")?,
                    offers,
                    offers_total,
                    offers_coverage: coverage(reading, "ats_offers", "offer.list")?,
                    feedback,
                    feedback_total,
                    me,
                })
            })
            .await
    }
}

command! {
    /// The jobs with applications in review.
    ReviewJobsOf, Info::read("review_jobs", &[Tag::Pipeline, Tag::Jobs, Tag::Settings]), |desk, input: ReviewJobsInput| -> ReviewJobs {
        desk.workspace()?
            .read(move |reading| {
                let user = lens(reading, input.mine)?;
                let mut jobs = reading.review_jobs(user.as_deref(), &input.since)?;
                let counted = ReviewJobs {
                    total: jobs.len() as u64,
                    fresh: jobs.iter().map(|job| job.fresh).sum(),
                    to_review: jobs.iter().map(|job| job.to_review).sum(),
                    jobs: Vec::new(),
                };
                jobs.truncate(100);
                Ok(ReviewJobs { jobs, ..counted })
            })
            .await
    }
}

command! {
    /// The applications of a job in review.
    ReviewQueueOf, Info::read("review_queue", &[Tag::Pipeline]), |desk, input: ReviewQueueInput| -> ReviewQueue {
        desk.workspace()?
            .read(move |reading| {
                let (rows, total) = reading.review_queue(&input.job_id, input.offset, input.limit.min(200))?;
                Ok(ReviewQueue { total, rows })
            })
            .await
    }
}

command! {
    /// Those who stand in a stage for longer than some days.
    WaitingLong, Info::read("waiting_long", &[Tag::Pipeline, Tag::Settings]), |desk, input: WaitingInput| -> WaitingPage {
        let workspace = desk.workspace()?;
        let before = Timestamp::from(workspace.clock.now() - TimeDelta::days(i64::from(input.days)));
        workspace
            .read(move |reading| {
                let user = lens(reading, input.mine)?;
                let window = (input.offset, input.limit.min(100));
                let (rows, total) = reading.waiting_since(user.as_deref(), before.as_str(), window)?;
                Ok(WaitingPage { total, rows })
            })
            .await
    }
}
