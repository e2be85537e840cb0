//! The cards of a pipeline and their counts, all of them or those that filters let through.

use std::collections::HashMap;

use rusqlite::types::Value as SqlValue;
use rusqlite::{OptionalExtension as _, Row, params_from_iter};
use serde::Serialize;
use ts_rs::TS;

use crate::{Reading, Result};

/// An application as a card needs it.
#[derive(Debug, Clone)]
pub struct CardRow {
    /// Unified id.
    pub application_id: String,
    /// Unified id of the candidate.
    pub candidate_id: String,
    /// The candidate's name as Ashby writes it.
    pub name: String,
    /// Job title of the candidate.
    pub title: Option<String>,
    /// Company of the candidate.
    pub company: Option<String>,
    /// Source of the application.
    pub source: Option<String>,
    /// Who is credited for it.
    pub credited_to: Option<String>,
    /// The candidate's tags.
    pub tags: Vec<String>,
    /// When the present stage was entered, UTC.
    pub entered_at: Option<String>,
    /// The next interview, by title and begin, UTC.
    pub next: Option<(Option<String>, String)>,
}

/// Which cards are let through. Names within one list are alternatives, an empty name means none; the lists all hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sieve {
    /// Sources of the application.
    pub sources: Vec<String>,
    /// Who is credited for it.
    pub credited_to: Vec<String>,
    /// Tags of which the candidate has one.
    pub tags: Vec<String>,
    /// Tags of which the candidate has none.
    pub without_tags: Vec<String>,
    /// Entered the present stage at this time or before, UTC.
    pub entered_until: Option<String>,
}

/// Of a live application: its stage, its id, when it came there, UTC.
pub type Entry = (String, String, Option<String>);

/// Who stands where in a job.
#[derive(Debug, Clone, Default)]
pub struct Entries {
    /// Applications by stage.
    pub counts: HashMap<String, u64>,
    /// Those that are live.
    pub live: Vec<Entry>,
}

/// How many applications have a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NameCount {
    /// The name; empty: none.
    pub name: String,
    /// How many.
    pub count: u64,
}

/// Who has one of these tags, named once for the whole board. A tag counts from the moment it was asked for.
const TAGGED: &str = "IN (SELECT j.candidate_id FROM ats_join_candidates_tags j
       WHERE j.tag_id IN (SELECT id FROM ats_tags WHERE name IN ({})) AND j.candidate_id IS NOT NULL AND j.remote_deleted_at IS NULL
     UNION ALL SELECT o.candidate_id FROM local.overlay_change o WHERE o.kind = 'tag' AND o.value IN ({}))";

impl Sieve {
    /// Whether everything is let through.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Its conditions on `ats_applications a`, each after an AND.
    fn conditions(&self, bound: &mut Vec<SqlValue>) -> String {
        let mut sql = String::new();
        // What an index tells goes first.
        if let Some(until) = &self.entered_until {
            sql.push_str(" AND a._entered_stage_at <= ?");
            bound.push(until.clone().into());
        }
        let marks = |names: &[String]| vec!["?"; names.len()].join(", ");
        let mut bind = |names: &[String]| bound.extend(names.iter().cloned().map(SqlValue::from));
        for (column, names) in [("_source", &self.sources), ("_credited_to", &self.credited_to)] {
            if !names.is_empty() {
                sql.push_str(&format!(" AND coalesce(a.{column}, '') IN ({})", marks(names)));
                bind(names);
            }
        }
        for (not, names) in [("", &self.tags), ("NOT ", &self.without_tags)] {
            if !names.is_empty() {
                let tagged = TAGGED.replace("{}", &marks(names));
                sql.push_str(&format!(" AND coalesce(a.candidate_id, '') {not}{tagged}"));
                bind(names);
                bind(names);
            }
        }
        sql
    }
}

/// The applications of a job, stage by stage, so that who came there until some time is found without passing the others.
const OF_JOB: &str = "FROM stage_count s CROSS JOIN ats_applications a INDEXED BY applications_by_stage
      ON a.job_id = s.job_id AND a.current_stage_id IS nullif(s.stage_id, '')
    WHERE s.job_id = ? AND s.many > 0 AND a.remote_deleted_at IS NULL";

/// The live applications of a job in a stage, told by an index.
const ARRIVED: &str = "FROM ats_applications a INDEXED BY applications_by_stage
    WHERE a.job_id = ? AND a.current_stage_id = ? AND a.remote_deleted_at IS NULL AND a._is_live = 1";

const CARD: &str = "a.id, coalesce(a.candidate_id, ''), coalesce(c._full_name, a._candidate_name, ''), c.title, c.company, a._source, a._credited_to,
    (SELECT json_group_array(t.name) FILTER (WHERE t.name IS NOT NULL)
     FROM ats_join_candidates_tags j JOIN ats_tags t ON t.id = j.tag_id
     WHERE j.candidate_id = a.candidate_id AND j.remote_deleted_at IS NULL), a._entered_stage_at,
    (SELECT json_array(i.title, i.starting_at) FROM ats_interviews i
     WHERE i.application_id = a.id AND i.remote_deleted_at IS NULL AND i.starting_at > ? AND i._schedule_status IS NOT 'Cancelled'
     ORDER BY i.starting_at LIMIT 1)
    FROM ats_applications a LEFT JOIN ats_candidates c ON c.id = a.candidate_id";

fn card(row: &Row<'_>) -> rusqlite::Result<CardRow> {
    let tags: String = row.get(7)?;
    let next: Option<String> = row.get(9)?;
    Ok(CardRow {
        application_id: row.get(0)?,
        candidate_id: row.get(1)?,
        name: row.get(2)?,
        title: row.get(3)?,
        company: row.get(4)?,
        source: row.get(5)?,
        credited_to: row.get(6)?,
        tags: serde_json::from_str(&tags).unwrap_or_default(),
        entered_at: row.get(8)?,
        next: next.and_then(|next| serde_json::from_str(&next).ok()),
    })
}

fn tally(value: i64) -> u64 {
    u64::try_from(value).unwrap_or(0)
}

impl Reading<'_> {
    /// Applications of a job by the stage they are in.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn stage_counts(&self, job_id: &str, sieve: &Sieve) -> Result<HashMap<String, u64>> {
        if sieve.is_open() {
            let mut statement = self
                .connection
                .prepare_cached("SELECT stage_id, many FROM stage_count WHERE job_id = ? AND many > 0")?;
            let rows = statement.query_map([job_id], |row| Ok((row.get(0)?, tally(row.get(1)?))))?;
            return Ok(rows.collect::<rusqlite::Result<_>>()?);
        }
        let mut bound: Vec<SqlValue> = vec![job_id.to_owned().into()];
        let conditions = sieve.conditions(&mut bound);
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT s.stage_id, count(*) {OF_JOB}{conditions} GROUP BY s.stage_id"
        ))?;
        let rows =
            statement.query_map(params_from_iter(bound), |row| Ok((row.get(0)?, tally(row.get(1)?))))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Applications of a job that are let through by the stage they are in, and when each live one entered it.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn stage_entries(&self, job_id: &str, sieve: &Sieve) -> Result<Entries> {
        let mut bound: Vec<SqlValue> = vec![job_id.to_owned().into()];
        let conditions = sieve.conditions(&mut bound);
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT s.stage_id, a.id, a._entered_stage_at, a._is_live {OF_JOB}{conditions}"
        ))?;
        let mut rows = statement.query(params_from_iter(bound))?;
        let mut entries = Entries::default();
        while let Some(row) = rows.next()? {
            let stage: String = row.get(0)?;
            *entries.counts.entry(stage.clone()).or_default() += 1;
            if row.get::<_, Option<bool>>(3)? == Some(true) {
                entries.live.push((stage, row.get(1)?, row.get(2)?));
            }
        }
        Ok(entries)
    }

    /// When each live application of a job that is in a stage entered it, UTC, by application.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn arrivals(&self, job_id: &str, stage_id: &str) -> Result<Vec<(String, Option<String>)>> {
        let mut statement =
            self.connection.prepare_cached(&format!("SELECT a.id, a._entered_stage_at {ARRIVED}"))?;
        let rows = statement.query_map([job_id, stage_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// When the one in the middle and the first of the live applications of a job in a stage came there, UTC: as far as
    /// that is known, and without reading them all.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn middle_and_first_arrival(
        &self,
        job_id: &str,
        stage_id: &str,
    ) -> Result<(Option<String>, Option<String>)> {
        let dated: Option<i64> = self
            .connection
            .prepare_cached("SELECT dated FROM stage_count WHERE job_id = ? AND stage_id = ? AND dated > 0")?
            .query_row([job_id, stage_id], |row| row.get(0))
            .optional()?;
        let Some(dated) = dated else { return Ok((None, None)) };
        let at = |order: &str, skip: i64| {
            self.connection
                .prepare_cached(&format!(
                    "SELECT a._entered_stage_at {ARRIVED} AND a._entered_stage_at IS NOT NULL
                     ORDER BY a._entered_stage_at {order} LIMIT 1 OFFSET ?"
                ))?
                .query_row(rusqlite::params![job_id, stage_id, skip], |row| row.get(0))
                .optional()
        };
        Ok((at("DESC", dated / 2)?, at("ASC", 0)?))
    }

    /// The stages in the mirror of those applications that are shown elsewhere than there, on this job or moved from or
    /// to it, by application; and whether the mirror has them on this job.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn overlaid_stages(&self, job_id: &str, sieve: &Sieve) -> Result<HashMap<String, (String, bool)>> {
        let mut bound: Vec<SqlValue> = vec![job_id.to_owned().into(); 3];
        let conditions = sieve.conditions(&mut bound);
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT a.id, a.current_stage_id, coalesce(a.job_id = ?, 0) FROM ats_applications a
             WHERE a.id IN (SELECT application_id FROM local.overlay_stage WHERE job_id = ?
                 UNION SELECT o.application_id FROM local.overlay_stage o CROSS JOIN ats_applications m
                   ON m.id = o.application_id WHERE m.job_id = ?)
               AND a.remote_deleted_at IS NULL AND a.current_stage_id IS NOT NULL{conditions}"
        ))?;
        let rows = statement
            .query_map(params_from_iter(bound), |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Cards of one stage, latest arrivals first, without the applications named: a window of so many after so many, of
    /// all there are.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn cards(
        &self,
        (job_id, stage_id): (&str, &str),
        sieve: &Sieve,
        without: &[&str],
        (skip, limit, of): (u64, u32, u64),
        now: &str,
    ) -> Result<Vec<CardRow>> {
        let limit = u64::from(limit).min(of.saturating_sub(skip));
        let rest = of.saturating_sub(skip).saturating_sub(limit);
        // The nearer end is where the walk begins.
        let (order, offset) = if rest < skip { ("ASC", rest) } else { ("DESC", skip) };
        let marks = vec!["?"; without.len()].join(", ");
        let mut bound: Vec<SqlValue> =
            vec![now.to_owned().into(), job_id.to_owned().into(), stage_id.to_owned().into()];
        bound.extend(without.iter().map(|id| SqlValue::from((*id).to_owned())));
        let conditions = sieve.conditions(&mut bound);
        // The window is cut from the index first, so that only its own rows are read.
        let sql = format!(
            "SELECT {CARD} WHERE a._row IN (
               SELECT a._row FROM ats_applications a
               WHERE a.job_id = ? AND a.current_stage_id = ? AND a.remote_deleted_at IS NULL AND a.id NOT IN ({marks}){conditions}
               ORDER BY a._entered_stage_at {order}, a.id {order} LIMIT ? OFFSET ?)
             ORDER BY a._entered_stage_at DESC, a.id DESC"
        );
        bound.extend([limit, offset].map(|number| SqlValue::from(i64::try_from(number).unwrap_or(i64::MAX))));
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(bound), card)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The card of one application.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn card(&self, application_id: &str, now: &str) -> Result<Option<CardRow>> {
        let mut statement = self.connection.prepare_cached(&format!("SELECT {CARD} WHERE a.id = ?"))?;
        Ok(statement.query_row([now, application_id], card).optional()?)
    }

    /// Where the live applications of a job come from, and who is credited for them; the most frequent first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn origins_of(&self, job_id: &str) -> Result<[Vec<NameCount>; 2]> {
        // In the order of the index: nothing is sorted, nothing read twice.
        let mut statement = self.connection.prepare_cached(
            "SELECT coalesce(_source, ''), coalesce(_credited_to, ''), count(*)
             FROM ats_applications INDEXED BY applications_live_by_origin
             WHERE job_id = ?1 AND _is_live = 1 AND remote_deleted_at IS NULL GROUP BY _source, _credited_to",
        )?;
        let mut named = [HashMap::new(), HashMap::new()];
        let mut rows = statement.query([job_id])?;
        while let Some(row) = rows.next()? {
            let count = tally(row.get(2)?);
            for (column, counts) in named.iter_mut().enumerate() {
                *counts.entry(row.get::<_, String>(column)?).or_insert(0) += count;
            }
        }
        Ok(named.map(most_frequent_first))
    }

    /// The tags of those who are live in a job, the most frequent first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn tags_in(&self, job_id: &str) -> Result<Vec<NameCount>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT t.name, sum(n.live) FROM tag_count n CROSS JOIN ats_tags t ON t.id = n.tag_id
             WHERE n.job_id = ?1 AND n.live > 0 AND t.name IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1",
        )?;
        let rows = statement
            .query_map([job_id], |row| Ok(NameCount { name: row.get(0)?, count: tally(row.get(1)?) }))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn most_frequent_first(counts: HashMap<String, u64>) -> Vec<NameCount> {
    let mut names: Vec<_> = counts.into_iter().map(|(name, count)| NameCount { name, count }).collect();
    names.sort_unstable_by(|one, other| other.count.cmp(&one.count).then_with(|| one.name.cmp(&other.name)));
    names
}
