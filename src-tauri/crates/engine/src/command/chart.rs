//! What becomes of a job's applications: how far they come, how long it takes, where they come from.

use std::collections::HashMap;

use chrono::{DateTime, Datelike as _, Months, Utc};
use samara_store::Reading;
use samara_store::table::application::StageRef;
use samara_store::table::chart::{MonthSource, Passage};
use samara_unified::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Info, command};
use crate::{Failure, Tag};

/// Months that sources are shown for.
const MONTHS: u32 = 12;

/// Which plan of which job.
#[derive(Debug, Deserialize, TS)]
pub struct JobChartInput {
    /// Unified id of the job.
    pub job_id: String,
    /// Id of one of its plans; `None`: its default.
    pub plan: Option<String>,
}

/// What happened in one stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChartStage {
    /// The stage.
    pub stage: StageRef,
    /// Applications that came so far, or farther.
    pub reached: u64,
    /// Stays that have ended.
    pub stays: u64,
    /// Median days of those stays.
    pub median_days: Option<i64>,
    /// Days that nine of ten of those stays took at most.
    pub most_days: Option<i64>,
}

/// What becomes of a job's applications.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JobChart {
    /// The stages of the plan in order, without those for leads and the archived.
    pub stages: Vec<ChartStage>,
    /// Applications in the plan.
    pub applications: u64,
    /// Those whose history is known; the others count only where they stand.
    pub known: u64,
    /// Applications of the last twelve months by month and source.
    pub months: Vec<MonthSource>,
}

/// The days that a share of the sorted stays took at most.
fn share(days: &[i64], percent: usize) -> Option<i64> {
    let last = days.len().checked_sub(1)?;
    days.get((last * percent).div_ceil(100)).copied()
}

fn whole_days(passage: &Passage) -> Option<i64> {
    let time = |at: &Option<String>| Timestamp::parse(at.as_deref()?)?.to_utc();
    Some((time(&passage.left_at)? - time(&passage.entered_at)?).num_days().max(0))
}

/// Counts how far each application came: a later stage means the earlier ones were passed.
fn funnel(stages: Vec<StageRef>, passages: &[Passage]) -> (Vec<ChartStage>, u64, u64) {
    let shown: Vec<StageRef> =
        stages.into_iter().filter(|stage| stage.kind != "Lead" && stage.kind != "Archived").collect();
    let places: HashMap<&str, usize> =
        shown.iter().enumerate().map(|(place, stage)| (stage.id.as_str(), place)).collect();
    let mut farthest: HashMap<&str, (Option<usize>, bool)> = HashMap::new();
    let mut days: HashMap<&str, Vec<i64>> = HashMap::new();
    for passage in passages {
        let place = places.get(passage.stage_id.as_str()).copied();
        let (came, known) = farthest.entry(&passage.application_id).or_default();
        *came = (*came).max(place);
        *known |= passage.known;
        days.entry(&passage.stage_id).or_default().extend(whole_days(passage));
    }
    let known = farthest.values().filter(|(_, known)| *known).count();
    let counted = shown.iter().enumerate().map(|(place, stage)| {
        let mut days = days.remove(stage.id.as_str()).unwrap_or_default();
        days.sort_unstable();
        ChartStage {
            reached: farthest.values().filter(|(came, _)| came.is_some_and(|came| came >= place)).count()
                as u64,
            stays: days.len() as u64,
            median_days: share(&days, 50),
            most_days: share(&days, 90),
            stage: stage.clone(),
        }
    });
    (counted.collect(), farthest.len() as u64, known as u64)
}

fn chart(reading: &Reading<'_>, input: &JobChartInput, now: DateTime<Utc>) -> Result<JobChart, Failure> {
    let stages = reading.job_stages(&input.job_id)?;
    let plan = stages
        .iter()
        .find(|stage| input.plan.as_ref().map_or(stage.is_default, |plan| stage.plan == *plan))
        .or_else(|| stages.first())
        .map(|stage| stage.plan.clone())
        .unwrap_or_default();
    let own = stages.into_iter().filter(|stage| stage.plan == plan).map(|stage| stage.stage).collect();
    let first = now.checked_sub_months(Months::new(MONTHS - 1)).unwrap_or(now);
    let since = format!("{:04}-{:02}", first.year(), first.month());
    let (stages, applications, known) = funnel(own, &reading.passages(&input.job_id, &plan)?);
    Ok(JobChart { stages, applications, known, months: reading.months_of(&input.job_id, &since)? })
}

command! {
    /// What becomes of a job's applications.
    JobChartOf, Info::read("job_chart", &[Tag::Pipeline]), |desk, input: JobChartInput| -> JobChart {
        let workspace = desk.workspace()?;
        let now = workspace.clock.now();
        workspace.read(move |reading| Ok(chart(reading, &input, now))).await?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stage(id: &str, kind: &str) -> StageRef {
        StageRef { id: id.to_owned(), name: id.to_owned(), kind: kind.to_owned() }
    }

    fn stay(application: &str, stage: &str, days: Option<(u32, u32)>) -> Passage {
        let at = |day: u32| format!("2026-03-{day:02}T10:00:00.000Z");
        Passage {
            application_id: application.to_owned(),
            stage_id: stage.to_owned(),
            entered_at: days.map(|(from, _)| at(from)),
            left_at: days.map(|(_, to)| at(to)),
            known: days.is_some(),
        }
    }

    fn plan() -> Vec<StageRef> {
        vec![
            stage("sourced", "Lead"),
            stage("review", "PreInterviewScreen"),
            stage("onsite", "Active"),
            stage("hired", "Hired"),
            stage("archived", "Archived"),
        ]
    }

    #[test]
    fn whoever_came_far_has_passed_what_lies_before() {
        let passages = [
            stay("ada", "onsite", Some((1, 4))),
            stay("ada", "archived", Some((4, 5))),
            stay("bo", "review", Some((1, 3))),
            stay("cy", "sourced", Some((1, 2))),
            stay("di", "review", None),
        ];
        let (stages, applications, known) = funnel(plan(), &passages);
        let reached: Vec<(&str, u64)> =
            stages.iter().map(|stage| (stage.stage.id.as_str(), stage.reached)).collect();
        assert_eq!(reached, [("review", 3), ("onsite", 1), ("hired", 0)]);
        assert_eq!((applications, known), (4, 3));
    }

    #[test]
    fn time_in_a_stage_is_that_of_stays_that_ended() {
        let mut passages: Vec<Passage> =
            (1..=10).map(|days| stay(&days.to_string(), "review", Some((1, 1 + days)))).collect();
        passages.push(Passage { left_at: None, ..stay("still", "review", Some((1, 1))) });
        let (stages, ..) = funnel(plan(), &passages);
        assert_eq!((stages[0].stays, stages[0].median_days, stages[0].most_days), (10, Some(6), Some(10)));
        assert_eq!((stages[1].stays, stages[1].median_days), (0, None));
    }
}
