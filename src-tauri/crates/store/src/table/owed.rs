//! The detail calls still owed.

use rusqlite::{OptionalExtension as _, Row, params};

use crate::{MirrorTx, Reading, Result};

/// Kinds of calls that are owed for what belongs to a record and wait for the records themselves, in this order:
/// the notes on a candidate, its projects, the text of its résumé.
pub const LATER: [&str; 3] = ["candidate.listNotes", "candidate.listProjects", "resume"];

/// A detail call still owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// Its place in the queue.
    pub position: i64,
    /// What to read: an endpoint name such as `application.info`.
    pub kind: String,
    /// Ashby's id of the record.
    pub remote_id: String,
    /// When the record last changed, UTC; the newest is paid first.
    pub newest: String,
}

fn owed_row(row: &Row<'_>) -> rusqlite::Result<Owed> {
    Ok(Owed { position: row.get(0)?, kind: row.get(1)?, remote_id: row.get(2)?, newest: row.get(3)? })
}

/// Where a walk over what is owed goes on: after that call, or at the beginning.
fn after(last: Option<&Owed>) -> (&str, i64) {
    last.map_or(("~", i64::MAX), |last| (&last.newest, last.position))
}

impl MirrorTx<'_> {
    /// Owes a detail call, before all that are owed; one already owed moves there.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owe(&self, kind: &str, remote_id: &str) -> Result<()> {
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO detail_queue (kind, remote_id) VALUES (?1, ?2)")?
            .execute([kind, remote_id])?;
        Ok(())
    }

    /// Owes a detail call for a record that changed at a time; one already owed takes that place.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owe_by_age(&self, kind: &str, remote_id: &str, changed: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO detail_queue (kind, remote_id, newest) VALUES (?1, ?2, ?3)",
            )?
            .execute([kind, remote_id, changed])?;
        Ok(())
    }

    /// Owes `candidate.info` for every candidate that an application names and the mirror does not have.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owe_missing_candidates(&self) -> Result<()> {
        self.connection.execute(
            "INSERT OR IGNORE INTO detail_queue (kind, remote_id)
             SELECT 'candidate.info', a._candidate_remote_id FROM ats_applications a
             WHERE a.remote_deleted_at IS NULL AND a._candidate_remote_id IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM ats_candidates c WHERE c.id = a.candidate_id)",
            [],
        )?;
        Ok(())
    }

    /// Owes `offer.info` for every offer without versions: it may not have been there to be read when it came.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owe_missing_versions(&self) -> Result<()> {
        self.connection.execute(
            "INSERT OR IGNORE INTO detail_queue (kind, remote_id) SELECT 'offer.info', remote_id FROM ats_offers
             WHERE _versions IS NULL AND remote_deleted_at IS NULL AND remote_id IS NOT NULL",
            [],
        )?;
        Ok(())
    }

    /// Owes `application.info` for every live application of an open job that it was never read of: the job may have
    /// been closed when it came, or either hidden from the key. Of one job, by its id, or of all.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owe_missing_details(&self, job: Option<&str>) -> Result<()> {
        // The job comes first: led by all live applications, one job would take as long as all.
        let one = if job.is_some() { "j.id = ?1 AND" } else { "" };
        let sql = format!(
            "INSERT OR IGNORE INTO detail_queue (kind, remote_id, newest)
             SELECT 'application.info', a.remote_id, coalesce(a.remote_updated_at, '')
             FROM ats_jobs j CROSS JOIN ats_applications a ON a.job_id = j.id
             WHERE {one} j.status = 'OPEN' AND j.remote_deleted_at IS NULL
               AND a._is_live = 1 AND a.remote_deleted_at IS NULL AND a.remote_id IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM freshness f WHERE f.kind = 'application' AND f.id = a.id)"
        );
        self.connection.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(job))?;
        Ok(())
    }

    /// Owes the projects of everybody whose notes were read when there were no projects to be in, or none to be seen.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owe_missing_projects(&self) -> Result<()> {
        self.connection.execute(
            "INSERT OR IGNORE INTO detail_queue (kind, remote_id)
             SELECT 'candidate.listProjects', c.remote_id FROM freshness f JOIN ats_candidates c ON c.id = f.id
             WHERE f.kind = 'notes' AND c.remote_deleted_at IS NULL
               AND EXISTS (SELECT 1 FROM reference WHERE kind = 'project')
               AND NOT EXISTS (SELECT 1 FROM freshness p WHERE p.kind = 'projects' AND p.id = f.id)",
            [],
        )?;
        Ok(())
    }

    /// Owes what belongs to the candidate of an application that is followed: notes, the text of the résumé, and
    /// projects where there are any.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owe_beside(&self, application_remote_id: &str) -> Result<()> {
        let mut find = self.connection.prepare_cached(
            "SELECT _candidate_remote_id, coalesce(remote_updated_at, '') FROM ats_applications
             WHERE remote_id = ?1 AND _candidate_remote_id IS NOT NULL",
        )?;
        let candidate: Option<(String, String)> =
            find.query_row([application_remote_id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        candidate.map_or(Ok(()), |(candidate, changed)| self.owe_of_candidate(&candidate, &changed))
    }

    /// Owes the same for a candidate that came or changed, if it was read before or an application of theirs is
    /// followed: they may come after it, and come back.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owe_beside_again(&self, candidate_id: &str, remote_id: &str, changed: &str) -> Result<()> {
        let mut read =
            self.connection.prepare_cached("SELECT 1 FROM freshness WHERE kind = ?1 AND id = ?2")?;
        let mut applications = self.connection.prepare_cached(
            "SELECT id FROM ats_applications WHERE candidate_id = ?1 AND remote_deleted_at IS NULL",
        )?;
        let mut followed = read.exists(["notes", candidate_id])?;
        let mut rows = applications.query([candidate_id])?;
        while !followed && let Some(row) = rows.next()? {
            followed = read.exists(["application", row.get::<_, String>(0)?.as_str()])?;
        }
        if followed { self.owe_of_candidate(remote_id, changed) } else { Ok(()) }
    }

    fn owe_of_candidate(&self, remote_id: &str, changed: &str) -> Result<()> {
        let mut projects =
            self.connection.prepare_cached("SELECT 1 FROM reference WHERE kind = 'project' LIMIT 1")?;
        let any = projects.exists([])?;
        for kind in LATER.into_iter().filter(|kind| any || *kind != "candidate.listProjects") {
            self.owe_by_age(kind, remote_id, changed)?;
        }
        Ok(())
    }

    /// Settles a detail call, in the transaction of what it brought.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn settle(&self, owed: &Owed) -> Result<()> {
        self.connection
            .prepare_cached("DELETE FROM detail_queue WHERE position = ?1")?
            .execute([owed.position])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// The calls still owed for records themselves, newest first, after one of them.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owed(&self, last: Option<&Owed>, limit: u32) -> Result<Vec<Owed>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT position, kind, remote_id, newest FROM detail_queue INDEXED BY detail_queue_of_records
             WHERE (newest, position) < (?1, ?2)
             AND kind NOT IN ('candidate.listNotes', 'candidate.listProjects', 'resume')
             ORDER BY newest DESC, position DESC LIMIT ?3",
        )?;
        let (newest, position) = after(last);
        let rows = statement.query_map(params![newest, position, limit], owed_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The calls owed of one kind, newest first, after one of them.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owed_of(&self, kind: &str, last: Option<&Owed>, limit: u32) -> Result<Vec<Owed>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT position, kind, remote_id, newest FROM detail_queue INDEXED BY detail_queue_by_kind
             WHERE kind = ?1 AND (newest, position) < (?2, ?3) ORDER BY newest DESC, position DESC LIMIT ?4",
        )?;
        let (newest, position) = after(last);
        let rows = statement.query_map(params![kind, newest, position, limit], owed_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How many detail calls are owed.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owed_count(&self) -> Result<u64> {
        let mut statement = self.connection.prepare_cached("SELECT count(*) FROM detail_queue")?;
        Ok(u64::try_from(statement.query_row([], |row| row.get::<_, i64>(0))?).unwrap_or(0))
    }
}
