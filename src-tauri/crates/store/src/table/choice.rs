//! What an action can name: tags and reasons as Ashby knows them.

use rusqlite::{OptionalExtension as _, Row, params};

use crate::{Reading, Result};

/// Something the recruiter picks by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Unified id.
    pub id: String,
    /// Ashby's id.
    pub remote_id: String,
    /// What people call it.
    pub name: String,
    /// Whether Ashby has archived it.
    pub is_archived: bool,
}

fn choice(row: &Row<'_>) -> rusqlite::Result<Choice> {
    Ok(Choice { id: row.get(0)?, remote_id: row.get(1)?, name: row.get(2)?, is_archived: row.get(3)? })
}

const TAG: &str = "SELECT id, remote_id, name, coalesce(_is_archived, 0) FROM ats_tags
     WHERE remote_deleted_at IS NULL AND remote_id IS NOT NULL AND name IS NOT NULL";
const REASON: &str =
    "SELECT id, remote_id, coalesce(name, ''), coalesce(_is_archived, 0) FROM ats_rejection_reasons
     WHERE remote_deleted_at IS NULL AND remote_id IS NOT NULL";

impl Reading<'_> {
    /// The tags that are in use, by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn tags_in_use(&self) -> Result<Vec<Choice>> {
        let sql = format!("{TAG} AND coalesce(_is_archived, 0) = 0 ORDER BY name, remote_id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], choice)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The tag of that name: live before archived, written alike before written differently.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn tag_named(&self, name: &str) -> Result<Option<Choice>> {
        let sql = format!(
            "{TAG} AND lower(name) = lower(?1) ORDER BY coalesce(_is_archived, 0), name <> ?1, remote_id LIMIT 1"
        );
        Ok(self.connection.prepare_cached(&sql)?.query_row([name], choice).optional()?)
    }

    /// The tag a candidate has under that id or name.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn tag_of(&self, candidate_id: &str, id: Option<&str>, name: Option<&str>) -> Result<Option<Choice>> {
        let sql = format!(
            "{TAG} AND (id = ?2 OR lower(name) = lower(?3)) AND id IN
               (SELECT tag_id FROM ats_join_candidates_tags WHERE candidate_id = ?1 AND remote_deleted_at IS NULL)
             ORDER BY name <> coalesce(?3, name), remote_id LIMIT 1"
        );
        let found = params![candidate_id, id, name];
        Ok(self.connection.prepare_cached(&sql)?.query_row(found, choice).optional()?)
    }

    /// A rejection reason.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn rejection_reason(&self, id: &str) -> Result<Option<Choice>> {
        let sql = format!("{REASON} AND id = ?1");
        Ok(self.connection.prepare_cached(&sql)?.query_row([id], choice).optional()?)
    }

    /// The reasons an application can be rejected for, by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn rejection_reasons(&self) -> Result<Vec<Choice>> {
        let sql = format!("{REASON} AND coalesce(_is_archived, 0) = 0 ORDER BY name, remote_id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], choice)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
