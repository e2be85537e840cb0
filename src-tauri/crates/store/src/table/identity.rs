//! What candidates can be recognised by: mail, phone, links and names, read in one pass over the table.

use rusqlite::{OptionalExtension as _, Row};
use serde_json::Value;

use crate::{Reading, Result};

/// What one live candidate can be recognised by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// Number of the row.
    pub row: i64,
    /// Full name.
    pub name: String,
    /// Mail addresses.
    pub emails: Vec<String>,
    /// Phone numbers, as they were typed.
    pub phones: Vec<String>,
    /// Addresses of pages elsewhere.
    pub links: Vec<String>,
}

fn texts(list: Option<String>, key: &str) -> Vec<String> {
    let list: Vec<Value> = list.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    list.iter().filter_map(|item| item.get(key)?.as_str()).map(str::to_owned).collect()
}

const COLUMNS: &str = "_row, coalesce(_full_name, ''), email_addresses, phone_numbers, social_media";

fn identity(row: &Row<'_>) -> rusqlite::Result<Identity> {
    Ok(Identity {
        row: row.get(0)?,
        name: row.get(1)?,
        emails: texts(row.get(2)?, "email_address"),
        phones: texts(row.get(3)?, "phone_number"),
        links: texts(row.get(4)?, "link"),
    })
}

impl Reading<'_> {
    /// What a candidate can be recognised by.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn identity(&self, id: &str) -> Result<Option<Identity>> {
        let sql = format!("SELECT {COLUMNS} FROM ats_candidates WHERE id = ?1");
        Ok(self.connection.prepare_cached(&sql)?.query_row([id], identity).optional()?)
    }

    /// Hands over what each live candidate can be recognised by.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn each_identity(&self, mut take: impl FnMut(Identity)) -> Result<()> {
        let sql = format!("SELECT {COLUMNS} FROM ats_candidates WHERE remote_deleted_at IS NULL");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            take(identity(row)?);
        }
        Ok(())
    }
}
