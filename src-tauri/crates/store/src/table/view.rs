//! Saved views: searches that somebody keeps under a name.

use rusqlite::{OptionalExtension as _, Row, params};

use crate::{LocalTx, Reading, Result};

/// A saved view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// What a deep link names.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The search.
    pub query: String,
    /// Name of the order.
    pub sort: String,
    /// From the end.
    pub descending: bool,
    /// Names of the columns, in order.
    pub columns: Vec<String>,
}

const COLUMNS: &str = "id, name, query, sort, descending, columns";

fn view(row: &Row<'_>) -> rusqlite::Result<View> {
    Ok(View {
        id: row.get(0)?,
        name: row.get(1)?,
        query: row.get(2)?,
        sort: row.get(3)?,
        descending: row.get(4)?,
        columns: serde_json::from_str(&row.get::<_, String>(5)?).unwrap_or_default(),
    })
}

impl Reading<'_> {
    /// All views, in their order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn views(&self) -> Result<Vec<View>> {
        let sql = format!("SELECT {COLUMNS} FROM local.view ORDER BY position, id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let views = statement.query_map([], view)?;
        Ok(views.collect::<rusqlite::Result<_>>()?)
    }

    /// One view.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn view(&self, id: &str) -> Result<Option<View>> {
        let sql = format!("SELECT {COLUMNS} FROM local.view WHERE id = ?1");
        Ok(self.connection.prepare_cached(&sql)?.query_row([id], view).optional()?)
    }
}

impl LocalTx<'_> {
    /// Keeps a view: in its place if it is known, else last. Tells whether its name was free.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn save_view(&self, view: &View) -> Result<bool> {
        let mut names = self.connection.prepare_cached("SELECT name FROM view WHERE id <> ?1")?;
        let names = names.query_map([&view.id], |row| row.get::<_, String>(0))?;
        let lower = view.name.to_lowercase();
        for name in names {
            if name?.to_lowercase() == lower {
                return Ok(false);
            }
        }
        self.connection
            .prepare_cached(
                "INSERT INTO view (id, name, query, sort, descending, columns, position)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT coalesce(max(position), 0) + 1 FROM view))
                 ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query, sort = excluded.sort,
                   descending = excluded.descending, columns = excluded.columns",
            )?
            .execute(params![
                view.id,
                view.name,
                view.query,
                view.sort,
                view.descending,
                serde_json::to_string(&view.columns)?
            ])?;
        Ok(true)
    }

    /// Gives a view up. Tells whether it was there.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn delete_view(&self, id: &str) -> Result<bool> {
        Ok(self.connection.prepare_cached("DELETE FROM view WHERE id = ?1")?.execute([id])? > 0)
    }

    /// Puts views into this order; those not named follow in the order they had.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn reorder_views(&self, ids: &[String]) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE view SET position = placed.place FROM (
                   SELECT v.id AS id, row_number() OVER (ORDER BY j.key IS NULL, j.key, v.position, v.id) AS place
                   FROM view v LEFT JOIN json_each(?1) j ON j.value = v.id) AS placed
                 WHERE view.id = placed.id",
            )?
            .execute([serde_json::to_string(ids)?])?;
        Ok(())
    }
}
