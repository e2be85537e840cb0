//! Which jobs have to be projected anew, and what a projection does beside upserting rows.

use std::collections::{BTreeSet, HashMap, HashSet};

use rusqlite::{OptionalExtension as _, params};
use samara_unified::{Id, Model, Role, ScreeningQuestion, Timestamp};

use crate::table::reference::Kind;
use crate::{MirrorTx, Reading, Result};

/// Jobs whose records changed since they were last projected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dirty {
    /// The last change this knows of: what comes later is not settled with it.
    pub through: i64,
    /// Whether something changed that any job may name.
    pub all: bool,
    /// Ashby's ids of the jobs.
    pub jobs: BTreeSet<String>,
}

impl Dirty {
    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        !self.all && self.jobs.is_empty()
    }
}

/// What earlier readings told of an offer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownOffer {
    /// When its first version was written, as far as was seen.
    pub created_at: Option<Timestamp>,
    /// How many versions it had when they were last read.
    pub versions: Option<i64>,
}

/// Stands for all jobs.
const ALL: &str = "*";

impl Reading<'_> {
    /// Jobs to be projected: those whose records changed, and those with a posting whose deadline has passed, or lies
    /// ahead again because the clock was set.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn dirty_jobs(&self, now: &Timestamp) -> Result<Dirty> {
        let mut dirty = Dirty::default();
        let mut statement = self.connection.prepare_cached("SELECT place, remote_id FROM dirty_job")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (place, job): (i64, String) = (row.get(0)?, row.get(1)?);
            dirty.through = dirty.through.max(place);
            if job == ALL {
                dirty.all = true;
            } else {
                dirty.jobs.insert(job);
            }
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT j.remote_id FROM ats_job_postings p JOIN ats_jobs j ON j.id = p.job_id
             WHERE p.status = 'ACTIVE' AND p._deadline IS NOT NULL AND p._deadline < ?1
               AND p.remote_deleted_at IS NULL
             UNION ALL SELECT j.remote_id FROM ats_job_postings p JOIN ats_jobs j ON j.id = p.job_id
             WHERE p.status = 'INACTIVE' AND p._deadline > ?1 AND p.remote_deleted_at IS NULL",
        )?;
        let over = statement.query_map([now.as_str()], |row| row.get::<_, Option<String>>(0))?;
        for job in over {
            dirty.jobs.extend(job?);
        }
        Ok(dirty)
    }

    /// Ashby's ids of all jobs, and of those that only postings name.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn job_ids(&self) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT remote_id FROM reference WHERE kind = 'job'
             UNION SELECT json_extract(json, '$.jobId') FROM reference
             WHERE kind = 'job_posting' AND json_type(json, '$.jobId') = 'text'
             UNION SELECT remote_id FROM ats_jobs WHERE remote_deleted_at IS NULL AND remote_id IS NOT NULL",
        )?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// One reference record as received.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn reference(&self, kind: Kind, remote_id: &str) -> Result<Option<String>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT json FROM reference WHERE kind = ?1 AND remote_id = ?2")?;
        Ok(statement.query_row([kind.name(), remote_id], |row| row.get(0)).optional()?)
    }

    /// The postings, or their texts and forms, of one job as received.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn references_of_job(&self, kind: Kind, job: &str) -> Result<Vec<String>> {
        // The kinds are written out: else the index on the job would not be used.
        let mut statement = self.connection.prepare_cached(
            "SELECT json FROM reference
             WHERE kind IN ('job_posting', 'job_posting_info') AND kind = ?1 AND json_extract(json, '$.jobId') = ?2
             ORDER BY remote_id",
        )?;
        let rows = statement.query_map([kind.name(), job], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Postings whose text and form are to be read: listed ones of which they are not known or that moved since, and
    /// those that only their job names and that were not asked for yet.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn unread_postings(&self) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT l.remote_id FROM reference l
             LEFT JOIN reference i ON i.kind = 'job_posting_info' AND i.remote_id = l.remote_id
             WHERE l.kind = 'job_posting'
               AND EXISTS (SELECT 1 FROM posting_board b WHERE b.posting = l.remote_id)
               AND (i.remote_id IS NULL OR json_extract(l.json, '$.updatedAt') IS NOT json_extract(i.json, '$.updatedAt'))
             UNION
             SELECT named.value FROM reference j, json_each(j.json, '$.jobPostingIds') named
             WHERE j.kind = 'job' AND named.type = 'text' AND NOT EXISTS (
               SELECT 1 FROM reference i WHERE i.kind = 'job_posting_info' AND i.remote_id = named.value)",
        )?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// All postings that a board lists or a job names.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn named_postings(&self) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT posting FROM posting_board UNION
             SELECT named.value FROM reference j, json_each(j.json, '$.jobPostingIds') named
             WHERE j.kind = 'job' AND named.type = 'text'",
        )?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Ashby's ids of the boards that list each posting, by the posting's.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn posting_boards(&self) -> Result<HashMap<String, Vec<String>>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT posting, board FROM posting_board ORDER BY posting, board")?;
        let mut rows = statement.query([])?;
        let mut boards: HashMap<String, Vec<String>> = HashMap::new();
        while let Some(row) = rows.next()? {
            boards.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        Ok(boards)
    }
}

impl MirrorTx<'_> {
    /// Notes that a projection has brought the rows of these jobs up to date.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn settle_dirty(&self, dirty: &Dirty) -> Result<()> {
        self.connection
            .prepare_cached("DELETE FROM dirty_job WHERE place <= ?1")?
            .execute([dirty.through])?;
        Ok(())
    }

    /// Has all jobs projected anew.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn dirty_all_jobs(&self) -> Result<()> {
        self.dirty_job(ALL)
    }

    fn dirty_job(&self, remote_id: &str) -> Result<()> {
        self.connection.execute("DELETE FROM dirty_job WHERE remote_id = ?1", [remote_id])?;
        self.connection.execute("INSERT INTO dirty_job (remote_id) VALUES (?1)", [remote_id])?;
        Ok(())
    }

    /// What a reference record is called.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn reference_name(&self, kind: Kind, remote_id: &str) -> Result<Option<String>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT name FROM reference WHERE kind = ?1 AND remote_id = ?2")?;
        Ok(statement.query_row([kind.name(), remote_id], |row| row.get(0)).optional()?.flatten())
    }

    /// Keeps which postings a board lists; where these are not all of them, the ones known before stay.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn set_board(&self, board: &str, postings: &[String], complete: bool) -> Result<()> {
        let mut known: HashSet<String> = {
            let mut statement =
                self.connection.prepare("SELECT posting FROM posting_board WHERE board = ?1")?;
            let rows = statement.query_map([board], |row| row.get(0))?;
            rows.collect::<rusqlite::Result<_>>()?
        };
        for posting in postings {
            if !known.remove(posting) {
                self.connection
                    .prepare_cached("INSERT OR IGNORE INTO posting_board (posting, board) VALUES (?1, ?2)")?
                    .execute([posting, board])?;
                self.dirty_job_of_posting(posting)?;
            }
        }
        for posting in known.into_iter().filter(|_| complete) {
            self.connection
                .prepare_cached("DELETE FROM posting_board WHERE posting = ?1 AND board = ?2")?
                .execute([posting.as_str(), board])?;
            self.dirty_job_of_posting(&posting)?;
        }
        Ok(())
    }

    /// Forgets what boards list that are not among these.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn keep_boards(&self, boards: &[String]) -> Result<()> {
        let known: Vec<String> = {
            let mut statement = self.connection.prepare("SELECT DISTINCT board FROM posting_board")?;
            let rows = statement.query_map([], |row| row.get(0))?;
            rows.collect::<rusqlite::Result<_>>()?
        };
        for board in known.iter().filter(|board| !boards.contains(board)) {
            self.set_board(board, &[], true)?;
        }
        Ok(())
    }

    fn dirty_job_of_posting(&self, posting: &str) -> Result<()> {
        let job: Option<String> = self
            .connection
            .prepare_cached(
                "SELECT json_extract(json, '$.jobId') FROM reference
                 WHERE kind = 'job_posting' AND remote_id = ?1 AND json_type(json, '$.jobId') = 'text'",
            )?
            .query_row([posting], |row| row.get(0))
            .optional()?
            .flatten();
        job.map_or(Ok(()), |job| self.dirty_job(&job))
    }

    /// Marks the live rows deleted that have `value` in `column` and are not among `present`. Gives their ids.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn mark_absent<M: Model>(
        &self,
        column: &str,
        value: &str,
        present: &[&Id],
        now: &Timestamp,
    ) -> Result<Vec<Id>> {
        let sql = format!("SELECT id FROM {} WHERE {column} = ?1 AND remote_deleted_at IS NULL", M::TABLE);
        let live: Vec<String> = {
            let mut statement = self.connection.prepare_cached(&sql)?;
            let ids = statement.query_map([value], |row| row.get(0))?;
            ids.collect::<rusqlite::Result<_>>()?
        };
        let mut gone = Vec::new();
        for id in live.iter().filter_map(|id| Id::parse(id)).filter(|id| !present.contains(&id)) {
            self.mark_deleted::<M>(&id, now)?;
            gone.push(id);
        }
        Ok(gone)
    }

    /// Gives a row another id: one whose natural key became known only now. Without effect if that id is taken.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn rekey<M: Model>(&self, from: &Id, to: &Id) -> Result<()> {
        let sql = format!("UPDATE OR IGNORE {} SET id = ?2 WHERE id = ?1", M::TABLE);
        self.connection.prepare_cached(&sql)?.execute([from.as_str(), to.as_str()])?;
        Ok(())
    }

    /// Of those who ask a question, the job that speaks for it: the one with the smallest id.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn asker(&self, question: &Id) -> Result<Option<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT min(job_id) FROM ats_join_jobs_screening_questions
             WHERE question_id = ?1 AND remote_deleted_at IS NULL",
        )?;
        Ok(statement.query_row([question.as_str()], |row| row.get(0))?)
    }

    /// Marks questions deleted that no job asks.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn retire_questions(&self, now: &Timestamp) -> Result<bool> {
        self.retire::<ScreeningQuestion>(
            "SELECT q.id FROM ats_screening_questions q WHERE q.remote_deleted_at IS NULL AND NOT EXISTS (
               SELECT 1 FROM ats_join_jobs_screening_questions j
               WHERE j.question_id = q.id AND j.remote_deleted_at IS NULL)",
            &HashSet::new(),
            now,
        )
    }

    /// Marks roles of hiring teams deleted that neither Ashby lists nor anybody has.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn retire_job_roles(&self, listed: &HashSet<Id>, now: &Timestamp) -> Result<bool> {
        self.retire::<Role>(
            "SELECT r.id FROM ats_roles r WHERE r.scope = 'JOB' AND r.remote_deleted_at IS NULL AND NOT EXISTS (
               SELECT 1 FROM ats_join_user_job_role_assignments a
               WHERE a.role_id = r.id AND a.remote_deleted_at IS NULL)",
            listed,
            now,
        )
    }

    /// Marks roles of the whole organisation deleted that nobody has.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn retire_system_roles(&self, now: &Timestamp) -> Result<bool> {
        self.retire::<Role>(
            "SELECT r.id FROM ats_roles r WHERE r.scope = 'SYSTEM' AND r.remote_deleted_at IS NULL AND NOT EXISTS (
               SELECT 1 FROM ats_join_users_roles u WHERE u.role_id = r.id AND u.remote_deleted_at IS NULL)",
            &HashSet::new(),
            now,
        )
    }

    fn retire<M: Model>(&self, unused: &str, but: &HashSet<Id>, now: &Timestamp) -> Result<bool> {
        let mut moved = false;
        for id in self.ids(unused)?.iter().filter(|id| !but.contains(id)) {
            moved |= self.mark_deleted::<M>(id, now)?;
        }
        Ok(moved)
    }

    fn ids(&self, sql: &str) -> Result<Vec<Id>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let ids = statement.query_map([], |row| row.get::<_, String>(0))?;
        let ids: Vec<String> = ids.collect::<rusqlite::Result<_>>()?;
        Ok(ids.iter().filter_map(|id| Id::parse(id)).collect())
    }

    /// What earlier readings told of an offer.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn known_offer(&self, id: &Id) -> Result<Option<KnownOffer>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT remote_created_at, _versions FROM ats_offers WHERE id = ?1")?;
        let known = statement.query_row([id.as_str()], |row| {
            let created_at: Option<String> = row.get(0)?;
            let created_at = created_at.as_deref().and_then(Timestamp::parse);
            Ok(KnownOffer { created_at, versions: row.get(1)? })
        });
        Ok(known.optional()?)
    }

    /// Whether the mirror holds that application.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn has_application(&self, id: &Id) -> Result<bool> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT 1 FROM ats_applications WHERE id = ?1 AND remote_deleted_at IS NULL")?;
        Ok(statement.exists(params![id.as_str()])?)
    }

    /// The payloads that the live interviews of one kind came from.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn schedules_of_kind(&self, interview: &str) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT unpacked(p.packed) FROM ats_interviews t
             JOIN payload_kind k ON k.model = 'ats_interviews' AND k.endpoint = 'interviewSchedule.list'
             JOIN remote_payload p ON p.place = k.kind * 1099511627776 + t._row
             WHERE t._interview_remote_id = ?1 AND t.remote_deleted_at IS NULL",
        )?;
        let rows = statement.query_map([interview], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
