//! A row beside what is kept of it.

use std::collections::HashMap;
use std::sync::OnceLock;

use rusqlite::types::{Value as SqlValue, ValueRef};
use samara_unified::{Model, Row, TableInfo, Timestamp, Value};
use sha2::{Digest as _, Sha256};

use super::{Outcome, Payload};
use crate::remap::Remapped;
use crate::{Error, MirrorTx, Result};

/// The statements of one table.
pub(super) struct Sql {
    find: String,
    pub(super) insert: String,
}

/// The statements of a table, made once.
pub(super) fn sql(table: &'static TableInfo) -> Result<&'static Sql> {
    static ALL: OnceLock<HashMap<&'static str, Sql>> = OnceLock::new();
    let all = ALL
        .get_or_init(|| samara_unified::tables().iter().map(|info| (info.table, write_sql(info))).collect());
    all.get(table.table).ok_or(Error::Unexpected("table name"))
}

/// The columns an upsert binds, in order.
pub(crate) fn bound_columns(info: &TableInfo) -> Vec<&'static str> {
    let mut columns = vec!["id"];
    if info.has_remote_id {
        columns.push("remote_id");
    }
    columns.extend(info.fields.iter().map(|field| field.name));
    if info.has_custom_fields {
        columns.extend(["custom_fields", "integration_fields"]);
    }
    columns.extend(info.private.iter().map(|field| field.name));
    columns.extend(["_hash", "_quiet_hash", "changed_at"]);
    columns
}

fn write_sql(info: &TableInfo) -> Sql {
    let table = info.table;
    let columns = bound_columns(info);
    let marks: Vec<String> = (1..=columns.len()).map(|index| format!("?{index}")).collect();
    Sql {
        find: format!(
            "SELECT _row, remote_deleted_at, \"{}\" FROM {table} WHERE id = ?1",
            columns.join("\", \"")
        ),
        insert: format!("INSERT INTO {table} (\"{}\") VALUES ({})", columns.join("\", \""), marks.join(", ")),
    }
}

pub(super) fn bind(value: Value) -> SqlValue {
    match value {
        Value::Null | Value::Json(serde_json::Value::Null) => SqlValue::Null,
        Value::Integer(number) => SqlValue::Integer(number),
        Value::Real(number) => SqlValue::Real(number),
        Value::Text(text) => SqlValue::Text(text),
        Value::Bool(yes) => SqlValue::Integer(yes.into()),
        Value::Json(json) => SqlValue::Text(json.to_string()),
    }
}

fn digest<'a>(values: impl Iterator<Item = &'a SqlValue>, payloads: &[Payload<'_>]) -> Vec<u8> {
    let mut hash = Sha256::new();
    for value in values {
        match value {
            SqlValue::Null => hash.update([0]),
            SqlValue::Integer(number) => {
                hash.update([1]);
                hash.update(number.to_le_bytes());
            }
            SqlValue::Real(number) => {
                hash.update([2]);
                hash.update(number.to_le_bytes());
            }
            SqlValue::Text(text) => {
                hash.update([3]);
                hash.update(text.len().to_le_bytes());
                hash.update(text.as_bytes());
            }
            SqlValue::Blob(blob) => {
                hash.update([4]);
                hash.update(blob.len().to_le_bytes());
                hash.update(blob);
            }
        }
    }
    for payload in payloads {
        hash.update(payload.endpoint.as_bytes());
        hash.update(payload.json.as_bytes());
    }
    hash.finalize().iter().take(16).copied().collect()
}

/// A row as it is kept, while it is looked at: its number, when it was deleted, and what an upsert binds.
pub(crate) struct Stored<'a>(&'a rusqlite::Row<'a>);

/// Where the columns an upsert binds begin in a [`Stored`].
const BOUND: usize = 2;

/// Columns that are filled with stored text where the record has nothing for them: what another endpoint gave.
pub(crate) type Carried = Vec<(&'static str, String)>;

impl Stored<'_> {
    pub(crate) fn text(&self, column: &str) -> Result<Option<&str>> {
        Ok(self.0.get_ref(column)?.as_str_or_null().map_err(rusqlite::Error::from)?)
    }

    pub(crate) fn is_deleted(&self) -> Result<bool> {
        Ok(self.text("remote_deleted_at")?.is_some())
    }

    /// Whether this is a later state of the record than that of `updated`. A page that was on its way while the record
    /// was read by itself brings such an older one.
    pub(crate) fn is_newer(&self, updated: Option<&Timestamp>) -> Result<bool> {
        let Some(updated) = updated else { return Ok(false) };
        Ok(self.text("remote_updated_at")?.is_some_and(|kept| kept > updated.as_str())
            && !self.is_deleted()?)
    }

    fn outcome(&self, hash: &[u8], quiet: &[u8]) -> Result<Outcome> {
        let is = |column, new| Ok::<_, Error>(self.0.get_ref(column)? == ValueRef::Blob(new));
        Ok(match (self.is_deleted()?, is("_hash", hash)?, is("_quiet_hash", quiet)?) {
            (true, ..) => Outcome::New,
            (_, false, _) => Outcome::Changed,
            (.., false) => Outcome::Refreshed,
            _ => Outcome::Same,
        })
    }

    /// The places of the values that are others than the kept ones.
    fn differing(&self, bound: &[SqlValue]) -> Result<Vec<usize>> {
        let mut differing = Vec::new();
        for (place, new) in bound.iter().enumerate() {
            if self.0.get_ref(BOUND + place)? != ValueRef::from(new) {
                differing.push(place);
            }
        }
        Ok(differing)
    }
}

/// What an upsert comes down to.
pub(super) struct Change {
    pub(super) outcome: Outcome,
    pub(super) bound: Vec<SqlValue>,
    /// Of a row that is kept: its number, whether it had been deleted, and the places of the values that differ.
    pub(super) kept: Option<(i64, bool, Vec<usize>)>,
}

/// The values of a row by [`bound_columns`], but for the last three, and how many of them are unified.
fn bound<M: Model>(
    info: &TableInfo,
    row: &Row<M>,
    remapped: Remapped<'_>,
    carried: &Carried,
) -> (Vec<SqlValue>, usize) {
    let mut bound = vec![bind(Value::Text(row.id.as_str().to_owned()))];
    if info.has_remote_id {
        bound.push(bind(row.remote_id.clone().map_or(Value::Null, Value::Text)));
    }
    bound.extend(remapped.fields.into_iter().map(bind));
    if info.has_custom_fields {
        bound.push(bind(Value::Json(remapped.custom_fields)));
        bound.push(bind(Value::Json(remapped.integration_fields)));
    }
    let public = bound.len();
    bound.extend(remapped.private.into_iter().map(bind));
    if !carried.is_empty() {
        for (column, slot) in bound_columns(info).iter().zip(&mut bound) {
            if matches!(slot, SqlValue::Null)
                && let Some((_, text)) = carried.iter().find(|(name, _)| name == column)
            {
                *slot = SqlValue::Text(text.clone());
            }
        }
    }
    (bound, public)
}

impl MirrorTx<'_> {
    /// Compares a row with what is kept of it.
    pub(super) fn change<M: Model>(
        &self,
        info: &'static TableInfo,
        row: &Row<M>,
        remapped: Remapped<'_>,
        payloads: &[Payload<'_>],
        now: &Timestamp,
        carry: impl FnOnce(&Stored<'_>) -> Result<Option<Carried>>,
    ) -> Result<Change> {
        let mut find = self.connection.prepare_cached(&sql(info)?.find)?;
        let mut found = find.query([row.id.as_str()])?;
        let stored = found.next()?.map(Stored);
        let carried = stored.as_ref().map_or_else(|| Ok(Some(Carried::new())), carry)?;
        let (mut bound, public) = bound(info, row, remapped, carried.as_ref().unwrap_or(&Carried::new()));
        let hash = digest(bound.iter().take(public), &[]);
        let quiet = digest(bound.iter().skip(public), payloads);
        let outcome = match &stored {
            Some(_) if carried.is_none() => Outcome::Same,
            Some(stored) => stored.outcome(&hash, &quiet)?,
            None => Outcome::New,
        };
        bound.extend([hash, quiet].map(SqlValue::Blob));
        if outcome != Outcome::Refreshed {
            bound.push(SqlValue::Text(now.as_str().to_owned()));
        }
        let Some(stored) = stored else { return Ok(Change { outcome, bound, kept: None }) };
        let differing = if outcome == Outcome::Same { Vec::new() } else { stored.differing(&bound)? };
        let kept = Some((stored.0.get(0)?, stored.is_deleted()?, differing));
        Ok(Change { outcome, bound, kept })
    }
}
