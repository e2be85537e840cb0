//! What complete listings did not name: found here, removed here, one subject at a time.

use rusqlite::{OptionalExtension as _, params};
use samara_unified::{TableInfo, Timestamp};

use super::listing::{Seen, Subject, seen};
use super::provisional;
use super::reference::Kind;
use crate::payload::PER_KIND;
use crate::{MirrorTx, Reading, Result, table_info};

/// What an ended listing did not name.
#[derive(Debug, Clone)]
pub struct Absence {
    /// The listing.
    pub pass: i64,
    /// Ashby's endpoint.
    pub endpoint: String,
    /// What was listed.
    pub subject: Subject,
    /// How many of it are alive here.
    pub live: u64,
    /// What was not named and is no open or decided question: unified ids, or Ashby's ids of reference records and
    /// feedback.
    pub absent: Vec<String>,
}

/// Rows that go with another one: table, what it belongs to, by which column.
const CHILDREN: [(&str, &str, &str); 11] = [
    ("ats_join_candidates_tags", "ats_candidates", "candidate_id"),
    ("ats_job_postings", "ats_jobs", "job_id"),
    ("ats_join_jobs_application_stages", "ats_jobs", "job_id"),
    ("ats_join_jobs_screening_questions", "ats_jobs", "job_id"),
    ("ats_join_jobs_users", "ats_jobs", "job_id"),
    ("ats_join_user_job_role_assignments", "ats_join_jobs_users", "job_user_id"),
    ("ats_interviews", "ats_applications", "application_id"),
    ("ats_offers", "ats_applications", "application_id"),
    ("ats_join_interviews_users", "ats_interviews", "interview_id"),
    ("ats_join_users_roles", "ats_users", "user_id"),
    ("ats_join_jobs_application_stages", "ats_application_stages", "stage_id"),
];

/// Tables that other records mention rows of: only what the listing itself once brought can go missing from it.
const MENTIONED: [&str; 2] = ["ats_users", "ats_application_stages"];

/// The tables whose rows go with one of this table, and by which column.
pub(crate) fn children(table: &str) -> impl Iterator<Item = (&'static str, &'static str)> + use<'_> {
    let of = CHILDREN.into_iter().filter(move |(_, parent, _)| *parent == table);
    of.filter(|(child, ..)| table_info(child).is_some()).map(|(child, _, column)| (child, column))
}

impl Reading<'_> {
    /// What the listings that have ended did not name.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn absences(&self) -> Result<Vec<Absence>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT pass, endpoint, subject FROM listing WHERE ended_at IS NOT NULL ORDER BY pass",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?)))?;
        let listings: Vec<(i64, String, String)> = rows.collect::<rusqlite::Result<_>>()?;
        let mut absences = Vec::new();
        for (pass, endpoint, word) in listings {
            let Some(subject) = Subject::parse(&word) else { continue };
            let absent = match subject {
                Subject::Table(table) => match table_info(table) {
                    Some(info) => self.absent_rows(info, &endpoint, pass)?,
                    None => Vec::new(),
                },
                Subject::Reference(kind) => self.absent_references(kind, pass)?,
                Subject::Feedback => self.absent_feedback(pass)?,
            };
            let live = u64::try_from(self.live(subject)?).unwrap_or(0);
            absences.push(Absence { pass, endpoint, subject, live, absent });
        }
        Ok(absences)
    }

    fn absent_rows(&self, info: &TableInfo, endpoint: &str, pass: i64) -> Result<Vec<String>> {
        let seen: Seen = seen(self.connection, pass)?;
        let table = info.table;
        let kind: Option<i64> = self
            .connection
            .prepare_cached("SELECT kind FROM payload_kind WHERE model = ?1 AND endpoint = ?2")?
            .query_row([table, endpoint], |row| row.get(0))
            .optional()?;
        let mentioned = MENTIONED.contains(&table);
        let mut live =
            self.connection.prepare(&format!("SELECT _row FROM {table} WHERE remote_deleted_at IS NULL"))?;
        let mut name = self.connection.prepare(&format!(
            "SELECT id FROM {table} WHERE _row = ?1 AND NOT EXISTS (SELECT 1 FROM quality_row WHERE key = id){}",
            provisional::without(table)
        ))?;
        let mut listed =
            self.connection.prepare("SELECT EXISTS (SELECT 1 FROM remote_payload WHERE place = ?1)")?;
        let mut absent = Vec::new();
        let mut rows = live.query([])?;
        while let Some(row) = rows.next()? {
            let row: i64 = row.get(0)?;
            if seen.has(row) {
                continue;
            }
            let from_list = match kind {
                Some(kind) => listed.query_row([kind * PER_KIND + row], |row| row.get(0))?,
                None => false,
            };
            if mentioned && !from_list {
                continue;
            }
            absent.extend(name.query_row([row], |row| row.get::<_, String>(0)).optional()?);
        }
        Ok(absent)
    }

    fn absent_references(&self, kind: Kind, pass: i64) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT remote_id FROM reference r WHERE kind = ?1
               AND NOT EXISTS (SELECT 1 FROM listing_named n WHERE n.pass = ?2 AND n.remote_id = r.remote_id)
               AND NOT EXISTS (SELECT 1 FROM quality_row q WHERE q.key = r.remote_id)",
        )?;
        let rows = statement.query_map(params![kind.name(), pass], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn absent_feedback(&self, pass: i64) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT remote_id FROM feedback f
             WHERE NOT EXISTS (SELECT 1 FROM listing_named n WHERE n.pass = ?1 AND n.remote_id = f.remote_id)
               AND NOT EXISTS (SELECT 1 FROM quality_row q WHERE q.key = f.remote_id)",
        )?;
        let rows = statement.query_map([pass], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether these absent ones may be hidden from a key that lost its access to confidential jobs: such a job,
    /// an application to one, or a candidate who has no other applications.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn lost_confidential(&self, absences: &[Absence]) -> Result<bool> {
        const JOB: &str =
            "SELECT confidential = 1 FROM ats_jobs WHERE remote_id = ?1 AND remote_deleted_at IS NULL";
        const APPLICATION: &str = "SELECT j.confidential = 1 FROM ats_applications a JOIN ats_jobs j ON j.id = a.job_id WHERE a.id = ?1";
        const CANDIDATE: &str =
            "SELECT min(j.confidential = 1) FROM ats_applications a JOIN ats_jobs j ON j.id = a.job_id
            WHERE a.candidate_id = ?1 AND a.remote_deleted_at IS NULL";
        for absence in absences {
            let sql = match absence.subject {
                Subject::Reference(Kind::Job) => JOB,
                Subject::Table("ats_applications") => APPLICATION,
                Subject::Table("ats_candidates") => CANDIDATE,
                _ => continue,
            };
            let mut hidden = self.connection.prepare_cached(sql)?;
            for key in &absence.absent {
                let confidential: Option<Option<bool>> =
                    hidden.query_row([key], |row| row.get(0)).optional()?;
                if confidential == Some(Some(true)) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}

impl MirrorTx<'_> {
    /// Removes what a listing did not name, unless it was sighted meanwhile. Returns how many rows went, with those
    /// that go with them.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn sweep(&self, absence: &Absence, keys: &[String], now: &Timestamp) -> Result<u64> {
        // What this very transaction sighted is not written yet.
        self.keep_sightings()?;
        let seen = seen(self.connection, absence.pass)?;
        let mut gone = 0;
        for key in keys {
            let sighted = match absence.subject {
                Subject::Table(table) => self.row_of(table, key)?.is_none_or(|row| seen.has(row)),
                Subject::Reference(_) | Subject::Feedback => self
                    .connection
                    .prepare_cached(
                        "SELECT EXISTS (SELECT 1 FROM listing_named WHERE pass = ?1 AND remote_id = ?2)",
                    )?
                    .query_row(params![absence.pass, key], |row| row.get(0))?,
            };
            if !sighted {
                gone += self.remove(absence.subject, key, now)?;
            }
        }
        Ok(gone)
    }

    /// Removes one row, reference record or piece of feedback, and what goes with it. Returns how many rows went.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn remove(&self, subject: Subject, key: &str, now: &Timestamp) -> Result<u64> {
        match subject {
            Subject::Table(table) => self.remove_row(table, key, now),
            Subject::Reference(kind) => self.remove_reference(kind, key, now),
            Subject::Feedback => Ok(u64::from(self.remove_feedback(key)?)),
        }
    }

    fn row_of(&self, table: &str, id: &str) -> Result<Option<i64>> {
        let sql = format!("SELECT _row FROM {table} WHERE id = ?1 AND remote_deleted_at IS NULL");
        Ok(self.connection.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?)
    }

    fn remove_reference(&self, kind: Kind, remote_id: &str, now: &Timestamp) -> Result<u64> {
        self.connection
            .prepare_cached("DELETE FROM reference WHERE kind = ?1 AND remote_id = ?2")?
            .execute([kind.name(), remote_id])?;
        let Some(table) = kind.table() else { return Ok(0) };
        let id: Option<String> = self
            .connection
            .prepare_cached(&format!("SELECT id FROM {table} WHERE remote_id = ?1"))?
            .query_row([remote_id], |row| row.get(0))
            .optional()?;
        id.map_or(Ok(0), |id| self.remove_row(table, &id, now))
    }

    /// Marks a row and what goes with it as gone from Ashby. A person's applications are not taken along: they may
    /// have gone to another one, so each is owed a look of its own.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn remove_row(&self, table: &str, id: &str, now: &Timestamp) -> Result<u64> {
        if !self.mark_gone(table, id, now)? {
            return Ok(0);
        }
        let mut gone = 1;
        for (child, column) in children(table) {
            let sql = format!("SELECT id FROM {child} WHERE {column} = ?1 AND remote_deleted_at IS NULL");
            let ids: Vec<String> = {
                let mut statement = self.connection.prepare_cached(&sql)?;
                let ids = statement.query_map([id], |row| row.get(0))?;
                ids.collect::<rusqlite::Result<_>>()?
            };
            for id in ids {
                gone += self.remove_row(child, &id, now)?;
            }
        }
        match table {
            "ats_candidates" => self.owe_rereads(id)?,
            "ats_job_postings" => self.forget_posting(id)?,
            // Another job may have to speak for a question that this one asked, too.
            "ats_jobs" => self.dirty_all_jobs()?,
            // The last one who had a role takes it along.
            "ats_users" => drop(self.retire_system_roles(now)?),
            _ => {}
        }
        Ok(gone)
    }

    /// Marks a row as gone; one that is marked already keeps its first time.
    pub(crate) fn mark_gone(&self, table: &str, id: &str, now: &Timestamp) -> Result<bool> {
        let sql = format!(
            "UPDATE {table} SET remote_deleted_at = ?2, changed_at = ?2 WHERE id = ?1 AND remote_deleted_at IS NULL"
        );
        let gone = self.connection.prepare_cached(&sql)?.execute([id, now.as_str()])? > 0;
        if gone {
            self.count(table, -1)?;
        }
        Ok(gone)
    }

    /// Owes a look at each application that still names a candidate who is gone.
    fn owe_rereads(&self, candidate_id: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT OR IGNORE INTO detail_queue (kind, remote_id)
                 SELECT 'application.reread', remote_id FROM ats_applications
                 WHERE candidate_id = ?1 AND remote_deleted_at IS NULL AND remote_id IS NOT NULL",
            )?
            .execute([candidate_id])?;
        Ok(())
    }

    /// A posting is projected from these; they would bring it back.
    fn forget_posting(&self, id: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "DELETE FROM reference WHERE kind IN ('job_posting', 'job_posting_info')
                   AND remote_id = (SELECT remote_id FROM ats_job_postings WHERE id = ?1)",
            )?
            .execute([id])?;
        Ok(())
    }
}
