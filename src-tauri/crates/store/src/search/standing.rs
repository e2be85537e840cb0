//! The people of jobs and stages, listed by number: `standing` holds each live application of a live candidate.

use rusqlite::types::Value as SqlValue;

use super::Rows;
use super::terms::Applied;
use crate::{Reading, Result};

/// Jobs and stages as `standing` numbers them.
#[derive(Debug, Clone, Default)]
pub(super) struct Standing {
    jobs: Option<Places>,
    stages: Option<Places>,
    /// People with a move on its way: they are shown elsewhere than the mirror has them.
    moving: Vec<i64>,
}

/// Jobs, or stages.
#[derive(Debug, Clone, Default)]
struct Places {
    numbers: Vec<i64>,
    /// Applications there.
    live: usize,
}

impl Standing {
    /// How many people that are, at most.
    pub(super) fn size(&self) -> usize {
        let sizes = self.jobs.iter().chain(&self.stages).map(|places| places.live);
        sizes.min().unwrap_or(usize::MAX).saturating_add(self.moving.len())
    }
}

fn list(numbers: &[i64]) -> SqlValue {
    SqlValue::Text(serde_json::Value::from(numbers).to_string())
}

impl Reading<'_> {
    pub(super) fn where_they_stand(&self, applied: &Applied) -> Result<Standing> {
        let places = |ids: &Option<Vec<String>>| ids.as_deref().map(|ids| self.places(ids)).transpose();
        let moving = self.numbers(
            "SELECT _row FROM ats_candidates WHERE id IN (SELECT candidate_id FROM local.overlay_stage)
             AND remote_deleted_at IS NULL",
            Vec::new(),
        )?;
        Ok(Standing { jobs: places(&applied.jobs)?, stages: places(&applied.stages)?, moving })
    }

    fn places(&self, ids: &[String]) -> Result<Places> {
        let mut statement = self.connection.prepare_cached(
            "SELECT p.number, p.live FROM json_each(?1) j CROSS JOIN standing_place p ON p.id = j.value WHERE p.live > 0",
        )?;
        let ids = serde_json::Value::from(ids).to_string();
        let rows = statement.query_map([ids], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?)))?;
        rows.collect::<rusqlite::Result<Vec<(i64, i64)>>>()?.into_iter().try_fold(
            Places::default(),
            |mut places, (number, live)| {
                places.numbers.push(number);
                places.live = places.live.saturating_add(usize::try_from(live).unwrap_or(0));
                Ok(places)
            },
        )
    }

    /// The people who stand there, and all who may be shown there, each once. Up to so many `pairs` of a job and a
    /// stage are looked up one by one.
    pub(super) fn standing_rows(&self, standing: &Standing, pairs: usize) -> Result<Vec<i64>> {
        let rows = match (&standing.jobs, &standing.stages) {
            (None, None) => Vec::new(),
            (Some(jobs), None) => self.numbers(
                "SELECT candidate FROM standing INDEXED BY standing_by_job
                 WHERE job IN (SELECT value FROM json_each(?))",
                vec![list(&jobs.numbers)],
            )?,
            (None, Some(stages)) => self.numbers(
                "SELECT candidate FROM standing WHERE stage IN (SELECT value FROM json_each(?))",
                vec![list(&stages.numbers)],
            )?,
            (Some(jobs), Some(stages)) => {
                let few = jobs.numbers.len().saturating_mul(stages.numbers.len()) <= pairs;
                // A plus keeps a condition from being looked up by.
                let sql = match few || stages.live <= jobs.live {
                    true if few => {
                        "SELECT candidate FROM standing WHERE stage IN (SELECT value FROM json_each(?))
                         AND job IN (SELECT value FROM json_each(?))"
                    }
                    true => {
                        "SELECT candidate FROM standing WHERE stage IN (SELECT value FROM json_each(?))
                         AND +job IN (SELECT value FROM json_each(?))"
                    }
                    false => {
                        "SELECT candidate FROM standing INDEXED BY standing_by_job
                         WHERE +stage IN (SELECT value FROM json_each(?))
                         AND job IN (SELECT value FROM json_each(?))"
                    }
                };
                self.numbers(sql, vec![list(&stages.numbers), list(&jobs.numbers)])?
            }
        };
        let mut known = Rows::with_capacity_and_hasher(rows.len(), Default::default());
        Ok(rows.into_iter().chain(standing.moving.iter().copied()).filter(|row| known.insert(*row)).collect())
    }
}
