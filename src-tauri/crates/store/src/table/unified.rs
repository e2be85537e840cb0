//! The unified read of any table: every field present, by id, with an opaque cursor.

use rusqlite::types::ValueRef;
use rusqlite::{Row, params};
use samara_unified::{Field, Kind, TableInfo};
use serde_json::{Map, Value};

use crate::{Error, Reading, Result, payload};

/// One page of a unified read.
#[derive(Debug)]
pub struct Page {
    /// Rows as unified objects.
    pub rows: Vec<Value>,
    /// Where the next page begins; `None` at the end.
    pub next: Option<String>,
}

impl Reading<'_> {
    /// Rows of a table in the order of their ids, after `cursor`. Rows gone from Ashby are left out.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn unified(&self, info: &TableInfo, after: Option<&str>, limit: u32) -> Result<Page> {
        let sql = select(info);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![after.unwrap_or(""), i64::from(limit) + 1, info.table])?;
        let mut page = Page { rows: Vec::new(), next: None };
        let mut last: Option<String> = None;
        while let Some(row) = rows.next()? {
            if page.rows.len() == limit as usize {
                page.next = last;
                break;
            }
            last = Some(row.get("id")?);
            page.rows.push(object(info, row)?);
        }
        Ok(page)
    }

    /// Live rows of a table.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn live_rows(&self, table: &str) -> Result<u64> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT coalesce((SELECT live FROM table_count WHERE model = ?1), 0)")?;
        Ok(u64::try_from(statement.query_row([table], |row| row.get::<_, i64>(0))?).unwrap_or(0))
    }
}

/// `?1` cursor, `?2` limit, `?3` table name.
fn select(info: &TableInfo) -> String {
    let mut columns = vec!["t.id".to_owned()];
    if info.has_remote_id {
        columns.push("t.remote_id".to_owned());
    }
    for field in info.fields {
        columns.push(match field.kind {
            // A reference whose target is not mirrored reads as null.
            Kind::Reference(target) if samara_unified::tables().iter().any(|other| other.table == target) => format!(
                "(SELECT r.id FROM {target} r WHERE r.id = t.\"{name}\") AS \"{name}\"",
                name = field.name
            ),
            // Ashby has no page for an application: the candidate's stands in.
            _ if info.table == "ats_applications" && field.name == "remote_url" => {
                "coalesce(t.remote_url, (SELECT c.remote_url FROM ats_candidates c WHERE c.id = t.candidate_id)) AS remote_url"
                    .to_owned()
            }
            _ => format!("t.\"{}\"", field.name),
        });
    }
    if info.has_custom_fields {
        columns.extend(["t.custom_fields".to_owned(), "t.integration_fields".to_owned()]);
    }
    if info.has_remote_data {
        columns.push(format!("{} AS remote_data", payload::remote_data()));
    }
    format!(
        "SELECT {}, t.changed_at, t.remote_deleted_at FROM {} t
         WHERE t.id > ?1 AND t.remote_deleted_at IS NULL AND ?3 = ?3 ORDER BY t.id LIMIT ?2",
        columns.join(", "),
        info.table
    )
}

fn object(info: &TableInfo, row: &Row<'_>) -> Result<Value> {
    let mut object = Map::new();
    let text = |name: &str| -> Result<Value> {
        Ok(row.get::<_, Option<String>>(name)?.map_or(Value::Null, Value::String))
    };
    let json = |name: &str| -> Result<Value> {
        Ok(row.get::<_, Option<String>>(name)?.map_or(Ok(Value::Null), |json| serde_json::from_str(&json))?)
    };
    object.insert("id".to_owned(), text("id")?);
    if info.has_remote_id {
        object.insert("remote_id".to_owned(), text("remote_id")?);
    }
    for field in info.fields {
        object.insert(field.name.to_owned(), value(field, row)?);
    }
    if info.has_custom_fields {
        object.insert("custom_fields".to_owned(), json("custom_fields")?);
        object.insert("integration_fields".to_owned(), json("integration_fields")?);
    }
    object.insert("changed_at".to_owned(), text("changed_at")?);
    object.insert("remote_deleted_at".to_owned(), text("remote_deleted_at")?);
    if info.has_remote_data {
        object.insert("remote_data".to_owned(), json("remote_data")?);
    }
    Ok(Value::Object(object))
}

fn value(field: &Field, row: &Row<'_>) -> Result<Value> {
    Ok(match (row.get_ref(field.name)?, field.kind) {
        (ValueRef::Null, _) => Value::Null,
        (ValueRef::Integer(number), Kind::Bool) => Value::Bool(number != 0),
        (ValueRef::Integer(number), _) => Value::from(number),
        (ValueRef::Real(number), _) => Value::from(number),
        (ValueRef::Text(text), Kind::Json) => serde_json::from_slice(text)?,
        (ValueRef::Text(text), _) => Value::from(String::from_utf8_lossy(text)),
        (ValueRef::Blob(_), _) => return Err(Error::Unexpected(field.name)),
    })
}
