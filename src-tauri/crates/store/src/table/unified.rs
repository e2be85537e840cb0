//! The unified read of any table: every field present, by id, with an opaque cursor, filters and embedded rows.
//!
//! *Shape* is what reads of one model offer beside what all do: its filters, the rows it can embed, and the related
//! data whose change counts as a change of the row. Rows gone from Ashby are left out unless asked for; embedded rows
//! are always live ones.

mod embed;
mod filter;
mod related;

use std::ops::ControlFlow;

use rusqlite::functions::FunctionFlags;
use rusqlite::types::{Value as SqlValue, ValueRef};
use rusqlite::{Connection, OptionalExtension as _, Row, params_from_iter};
use samara_unified::{Field, Kind, TableInfo, Timestamp};
use serde_json::{Map, Value};

use crate::search::words;
use crate::{Error, Reading, Result, payload};

pub use embed::Embed;
pub use filter::{Chosen, Filter, Takes};

/// With fewer changed rows than this they are looked up one by one, with more the table is walked.
const FEW_CHANGED: u32 = 20_000;

/// What is asked of a table.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Only rows after this id.
    pub after: Option<String>,
    /// Only rows that all of these let through.
    pub filters: Vec<Chosen>,
    /// Only rows that changed since, themselves or in the related data of their model.
    pub updated_after: Option<Timestamp>,
    /// Rows gone from Ashby too.
    pub include_deleted: bool,
    /// Related rows to be told with each.
    pub embeds: Vec<&'static Embed>,
}

/// One page of a unified read.
#[derive(Debug)]
pub struct Page {
    /// Rows as unified objects.
    pub rows: Vec<Value>,
    /// Where the next page begins; `None` at the end.
    pub next: Option<String>,
}

/// The filters a model can be read with, the common ones first.
pub fn filters(info: &TableInfo) -> impl Iterator<Item = &'static Filter> {
    filter::of(info)
}

/// The rows a model can embed, as far as their tables are mirrored.
pub fn embeds(info: &TableInfo) -> impl Iterator<Item = &'static Embed> {
    embed::of(info)
}

/// Whether a table is mirrored by this version.
fn mirrored(table: &str) -> bool {
    samara_unified::tables().iter().any(|info| info.table == table)
}

/// Teaches a connection `lowered(text)`, lower case of any script, and `search_phrase(column, text)`, the expression
/// that finds the words of a text, in this order, in a column of the search index.
pub(crate) fn teach(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("lowered", 1, flags, |context| {
        Ok(context.get_raw(0).as_str_or_null()?.map(str::to_lowercase))
    })?;
    connection.create_scalar_function("search_phrase", 2, flags, |context| {
        let (column, text) = (context.get_raw(0).as_str()?, context.get_raw(1).as_str()?);
        Ok(format!("{{{column}}} : \"{}\"", words(text).join(" ")))
    })?;
    Ok(())
}

impl Reading<'_> {
    /// Rows of a table in the order of their ids, after `cursor`. Rows gone from Ashby are left out.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn unified(&self, info: &TableInfo, after: Option<&str>, limit: u32) -> Result<Page> {
        let wanted = Wanted { after: after.map(str::to_owned), ..Wanted::default() };
        self.unified_page(info, &wanted, limit)
    }

    /// One page of what is wanted, in the order of ids.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn unified_page(&self, info: &TableInfo, wanted: &Wanted, limit: u32) -> Result<Page> {
        let mut rows = Vec::new();
        let next = self.unified_rows(info, wanted, Some(limit.into()), &mut |row| {
            rows.push(row);
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(Page { rows, next })
    }

    /// Hands out what is wanted row by row, in the order of ids and with the memory of one row. Gives the cursor at
    /// which a limited read goes on.
    ///
    /// # Errors
    /// When the database refuses, or `each` does.
    pub fn unified_rows(
        &self,
        info: &TableInfo,
        wanted: &Wanted,
        limit: Option<u64>,
        each: &mut dyn FnMut(Value) -> Result<ControlFlow<()>>,
    ) -> Result<Option<String>> {
        let (sql, bound) = self.select(info, wanted, limit)?;
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(bound))?;
        let mut left = limit.unwrap_or(u64::MAX);
        let mut last: Option<String> = None;
        while let Some(row) = rows.next()? {
            if left == 0 {
                return Ok(last);
            }
            left -= 1;
            last = Some(row.get("id")?);
            if each(object(info, wanted, row)?)?.is_break() {
                return Ok(last);
            }
        }
        Ok(None)
    }

    /// The keys of custom fields that rows of a table have, in the order of the alphabet.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn custom_field_keys(&self, info: &TableInfo) -> Result<Vec<String>> {
        if !info.has_custom_fields {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT DISTINCT k.key FROM {} t, json_each(t.custom_fields) k ORDER BY k.key",
            info.table
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let keys = statement.query_map([], |row| row.get(0))?;
        Ok(keys.collect::<rusqlite::Result<_>>()?)
    }

    /// In how many of the newest rows of a table each of its unified fields is filled, in the order of the fields,
    /// then `custom_fields` where it has them; and how many rows these are.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn filled(&self, info: &TableInfo, rows: u32) -> Result<(u32, Vec<u32>)> {
        let mut names: Vec<&str> = info.fields.iter().map(|field| field.name).collect();
        names.extend(info.has_custom_fields.then_some("custom_fields"));
        let filled = |name: &&str| {
            format!(", count(*) FILTER (WHERE \"{name}\" IS NOT NULL AND \"{name}\" NOT IN ('[]', '{{}}'))")
        };
        let sql = format!(
            "SELECT count(*){} FROM (SELECT * FROM {} WHERE remote_deleted_at IS NULL ORDER BY _row DESC LIMIT {rows})",
            names.iter().map(filled).collect::<String>(),
            info.table
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let counts = statement.query_row([], |row| {
            let fields: rusqlite::Result<Vec<u32>> = (1..=names.len()).map(|place| row.get(place)).collect();
            Ok((row.get(0)?, fields?))
        })?;
        Ok(counts)
    }

    /// The integration fields of a row, and the labels of what is chosen in them; `None` when the row is not here.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn integration_fields(&self, info: &TableInfo, id: &str) -> Result<Option<(Value, Option<Value>)>> {
        if !info.has_custom_fields {
            return Ok(None);
        }
        let sql = format!("SELECT integration_fields, _display FROM {} WHERE id = ?1", info.table);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement
            .query_row([id], |row| Ok((row.get::<_, Option<String>>(0)?, row.get::<_, Option<String>>(1)?)))
            .optional()?;
        let json = |text: Option<String>| text.and_then(|text| serde_json::from_str(&text).ok());
        Ok(found.map(|(fields, display)| (json(fields).unwrap_or_default(), json(display))))
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

    fn select(
        &self,
        info: &TableInfo,
        wanted: &Wanted,
        limit: Option<u64>,
    ) -> Result<(String, Vec<SqlValue>)> {
        let mut bound = vec![SqlValue::Text(wanted.after.clone().unwrap_or_default())];
        let mut conditions = vec!["t.id > ?1".to_owned()];
        if !wanted.include_deleted {
            conditions.push("t.remote_deleted_at IS NULL".to_owned());
        }
        conditions.extend(
            super::provisional::TABLES
                .contains(&info.table)
                .then(|| "coalesce(t.remote_id, '') NOT GLOB 'new:*'".to_owned()),
        );
        for chosen in &wanted.filters {
            bound.push(chosen.bound());
            conditions.push(chosen.sql(bound.len()));
        }
        if let Some(since) = &wanted.updated_after {
            bound.push(SqlValue::Text(since.as_str().to_owned()));
            let few = self.few_changed(info, since)?;
            conditions.push(related::changed(info, bound.len(), few));
        }
        // One more row than asked for tells whether there is a next page.
        let limit = limit.map_or(-1, |limit| i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1));
        bound.push(SqlValue::Integer(limit));
        let sql = format!(
            "SELECT {} FROM {} t WHERE {} ORDER BY t.id LIMIT ?{}",
            columns(info, wanted).join(", "),
            info.table,
            conditions.join(" AND "),
            bound.len()
        );
        Ok((sql, bound))
    }

    /// How the database goes about a read, step by step.
    #[cfg(test)]
    pub(crate) fn unified_plan(&self, info: &TableInfo, wanted: &Wanted) -> Result<Vec<String>> {
        let (sql, bound) = self.select(info, wanted, Some(100))?;
        let mut statement = self.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
        let steps = statement.query_map(params_from_iter(bound), |row| row.get(3))?;
        Ok(steps.collect::<rusqlite::Result<_>>()?)
    }

    fn few_changed(&self, info: &TableInfo, since: &Timestamp) -> Result<bool> {
        let sql = format!(
            "SELECT count(*) FROM (SELECT 1 FROM {} WHERE changed_at >= ?1 LIMIT {FEW_CHANGED})",
            info.table
        );
        let count: u32 =
            self.connection.prepare_cached(&sql)?.query_row([since.as_str()], |row| row.get(0))?;
        Ok(count < FEW_CHANGED)
    }
}

fn columns(info: &TableInfo, wanted: &Wanted) -> Vec<String> {
    let mut columns = vec!["t.id".to_owned()];
    if info.has_remote_id {
        columns.push("t.remote_id".to_owned());
    }
    for field in info.fields {
        columns.push(match field.kind {
            // A reference whose target is not mirrored reads as null.
            Kind::Reference(target) if mirrored(target) => format!(
                "(SELECT r.id FROM {target} r WHERE r.id = t.\"{name}\") AS \"{name}\"",
                name = field.name
            ),
            Kind::Reference(_) => format!("NULL AS \"{}\"", field.name),
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
        columns.push(format!("{} AS remote_data", payload::remote_data(info.table, "t")));
    }
    columns.extend(["t.changed_at".to_owned(), "t.remote_deleted_at".to_owned()]);
    columns.extend(wanted.embeds.iter().map(|embed| format!("{} AS \"embed {}\"", embed.sql(), embed.name)));
    columns
}

fn object(info: &TableInfo, wanted: &Wanted, row: &Row<'_>) -> Result<Value> {
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
    for embed in &wanted.embeds {
        object.insert(embed.name.to_owned(), json(&format!("embed {}", embed.name))?);
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
