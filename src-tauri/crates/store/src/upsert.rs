//! Keeping unified rows: insert, change by value compare, and the payloads they came from.
//!
//! `changed_at` moves only when a unified field of the row moved. A row whose private columns or payload alone
//! changed is rewritten quietly; one that is the same in all is not touched.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use rusqlite::types::{ToSqlOutput, Value as SqlValue};
use rusqlite::{OptionalExtension as _, ToSql, params, params_from_iter};
use samara_unified::{Id, Model, Row, TableInfo, Timestamp, Value};
use sha2::{Digest as _, Sha256};

use crate::{Error, MirrorTx, Result};

/// What an upsert did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The row was not there, or had been marked deleted.
    New,
    /// A unified field moved.
    Changed,
    /// Only private columns or the payload moved.
    Refreshed,
    /// Nothing moved.
    Same,
}

struct Sql {
    find: String,
    insert: String,
    read: String,
}

/// The statements of one table, made once.
fn sql(table: &'static TableInfo) -> Result<&'static Sql> {
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
            "SELECT _row, _hash, _quiet_hash, changed_at, remote_deleted_at FROM {table} WHERE id = ?1"
        ),
        insert: format!("INSERT INTO {table} (\"{}\") VALUES ({})", columns.join("\", \""), marks.join(", ")),
        read: format!("SELECT \"{}\" FROM {table} WHERE _row = ?1", columns.join("\", \"")),
    }
}

struct Bound(SqlValue);

impl ToSql for Bound {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

fn bind(value: Value) -> Bound {
    Bound(match value {
        Value::Null | Value::Json(serde_json::Value::Null) => SqlValue::Null,
        Value::Integer(number) => SqlValue::Integer(number),
        Value::Real(number) => SqlValue::Real(number),
        Value::Text(text) => SqlValue::Text(text),
        Value::Bool(yes) => SqlValue::Integer(yes.into()),
        Value::Json(json) => SqlValue::Text(json.to_string()),
    })
}

fn digest<'a>(values: impl Iterator<Item = &'a Bound>, payloads: &[Payload<'_>]) -> Vec<u8> {
    let mut hash = Sha256::new();
    for Bound(value) in values {
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

/// The payload a row was read from.
#[derive(Debug, Clone, Copy)]
pub struct Payload<'a> {
    /// Ashby's endpoint, such as `candidate.list`.
    pub endpoint: &'a str,
    /// The record's JSON as received, sensitive answers stripped.
    pub json: &'a str,
}

struct Kept {
    row: i64,
    hash: Vec<u8>,
    quiet: Vec<u8>,
    changed_at: String,
    deleted: bool,
}

impl MirrorTx<'_> {
    /// Keeps one row. `now` becomes its `changed_at` if a unified field moved.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn upsert<M: Model>(
        &self,
        row: &Row<M>,
        payloads: &[Payload<'_>],
        now: &Timestamp,
    ) -> Result<(i64, Outcome)> {
        self.upsert_carrying(row, payloads, now, &[])
    }

    /// As [`MirrorTx::upsert`], filling columns the row has nothing for with stored text: what another endpoint gave.
    pub(crate) fn upsert_carrying<M: Model>(
        &self,
        row: &Row<M>,
        payloads: &[Payload<'_>],
        now: &Timestamp,
        carried: &[(&str, String)],
    ) -> Result<(i64, Outcome)> {
        let info = table_of::<M>()?;
        let statements = sql(info)?;
        let Some(remapped) = self.remapped(info, row, payloads)? else {
            // Rows of a model that is switched off are not kept.
            return Ok((0, Outcome::Same));
        };
        let payloads: Vec<Payload<'_>> = remapped
            .payloads
            .iter()
            .zip(payloads)
            .map(|(json, payload)| Payload { json, ..*payload })
            .collect();
        let payloads = payloads.as_slice();
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
        for (column, slot) in bound_columns(info).iter().zip(&mut bound) {
            if matches!(slot.0, SqlValue::Null)
                && let Some((_, text)) = carried.iter().find(|(name, _)| name == column)
            {
                slot.0 = SqlValue::Text(text.clone());
            }
        }
        let hash = digest(bound.iter().take(public), &[]);
        let quiet = digest(bound.iter().skip(public), payloads);
        let kept = self.find(statements, &row.id)?;
        let outcome = judge(kept.as_ref(), &hash, &quiet);
        if let (Outcome::Same, Some(kept)) = (outcome, &kept) {
            self.sight(info.table, kept.row, row.id.as_str())?;
            return Ok((kept.row, outcome));
        }
        let changed_at = match (&kept, outcome) {
            (Some(kept), Outcome::Refreshed) => kept.changed_at.clone(),
            _ => now.as_str().to_owned(),
        };
        bound.extend([SqlValue::Blob(hash), SqlValue::Blob(quiet), SqlValue::Text(changed_at)].map(Bound));
        match &kept {
            Some(kept) => self.rewrite(info, statements, kept, &bound)?,
            None => {
                self.connection.prepare_cached(&statements.insert)?.execute(params_from_iter(&bound))?;
            }
        }
        let returned = kept.is_some() && outcome == Outcome::New;
        let number = kept.map_or_else(|| self.connection.last_insert_rowid(), |kept| kept.row);
        if outcome == Outcome::New {
            self.count(info.table, 1)?;
        }
        if returned {
            self.connection
                .prepare_cached("DELETE FROM tombstone WHERE model = ?1 AND row = ?2")?
                .execute(params![info.table, number])?;
        }
        self.sight(info.table, number, row.id.as_str())?;
        for payload in payloads {
            self.keep_payload(info.table, number, *payload)?;
        }
        Ok((number, outcome))
    }

    /// Writes the columns that differ. Naming one that does not would have each of its indexes written anew.
    fn rewrite(&self, info: &TableInfo, statements: &Sql, kept: &Kept, bound: &[Bound]) -> Result<()> {
        let stored: Vec<SqlValue> = self
            .connection
            .prepare_cached(&statements.read)?
            .query_row([kept.row], |row| (0..bound.len()).map(|column| row.get(column)).collect())?;
        let columns = bound_columns(info);
        let differing: Vec<(&str, &Bound)> = columns
            .into_iter()
            .zip(bound.iter().zip(&stored))
            .filter(|(_, (new, old))| new.0 != **old)
            .map(|(column, (new, _))| (column, new))
            .collect();
        let mut sets: Vec<String> = differing.iter().map(|(column, _)| format!("\"{column}\" = ?")).collect();
        if kept.deleted {
            sets.push("remote_deleted_at = NULL".to_owned());
        }
        if sets.is_empty() {
            return Ok(());
        }
        let sql = format!("UPDATE {} SET {} WHERE _row = ?", info.table, sets.join(", "));
        let number = Bound(SqlValue::Integer(kept.row));
        let values = differing.into_iter().map(|(_, new)| new).chain([&number]);
        self.connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(())
    }

    fn find(&self, statements: &Sql, id: &Id) -> Result<Option<Kept>> {
        let kept = self.connection.prepare_cached(&statements.find)?.query_row([id.as_str()], |row| {
            Ok(Kept {
                row: row.get(0)?,
                hash: row.get(1)?,
                quiet: row.get(2)?,
                changed_at: row.get(3)?,
                deleted: row.get::<_, Option<String>>(4)?.is_some(),
            })
        });
        Ok(kept.optional()?)
    }

    /// The number of the row where it holds a later state of the record than `updated`. A page that was on its way
    /// while the record was read by itself brings such an older one.
    ///
    /// # Errors
    /// When the database refuses, or the model has no `remote_updated_at`.
    pub fn newer_row<M: Model>(&self, row: &Row<M>, updated: Option<&Timestamp>) -> Result<Option<i64>> {
        let Some(updated) = updated else { return Ok(None) };
        let sql = format!(
            "SELECT _row FROM {} WHERE id = ?1 AND remote_updated_at > ?2 AND remote_deleted_at IS NULL",
            M::TABLE
        );
        let newer = self
            .connection
            .prepare_cached(&sql)?
            .query_row([row.id.as_str(), updated.as_str()], |newer| newer.get(0))
            .optional()?;
        if let Some(newer) = newer {
            self.sight(M::TABLE, newer, row.id.as_str())?;
        }
        Ok(newer)
    }

    /// Keeps a row only where none is known: what another record says of it in passing.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn upsert_stub<M: Model>(&self, row: &Row<M>, now: &Timestamp) -> Result<()> {
        if self.find(sql(table_of::<M>()?)?, &row.id)?.is_none() {
            self.upsert(row, &[], now)?;
        }
        Ok(())
    }

    /// Keeps all connections of one owner: earlier ones that are not named are marked deleted. Tells whether any moved.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn replace_connections<M: Model>(
        &self,
        owner: &str,
        owner_id: &Id,
        rows: &[Row<M>],
        now: &Timestamp,
    ) -> Result<bool> {
        let kept = self.connections::<M>(owner, owner_id)?;
        let mut moved = false;
        for row in rows {
            if !self.is_kept_as_it_is(row, &kept)? {
                moved |= self.upsert(row, &[], now)?.1 != Outcome::Same;
            }
        }
        for id in kept.keys().filter_map(|id| Id::parse(id)) {
            if !rows.iter().any(|row| row.id == id) {
                moved |= self.mark_deleted::<M>(&id, now)?;
            }
        }
        Ok(moved)
    }

    /// The connections of an owner by id, each with its fields: those of a small table an index tells.
    fn connections<M: Model>(&self, owner: &str, owner_id: &Id) -> Result<BTreeMap<String, Vec<SqlValue>>> {
        let fields = &table_of::<M>()?.fields;
        let names: Vec<String> = fields.iter().map(|field| format!(", \"{}\"", field.name)).collect();
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT id{} FROM {} WHERE {owner} = ?1 AND remote_deleted_at IS NULL",
            names.concat(),
            M::TABLE
        ))?;
        let kept = statement.query_map([owner_id.as_str()], |row| {
            let values = (1..=names.len()).map(|column| row.get(column)).collect::<rusqlite::Result<_>>()?;
            Ok((row.get(0)?, values))
        })?;
        Ok(kept.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether all there is to a connection is kept already, told without looking at its row.
    fn is_kept_as_it_is<M: Model>(
        &self,
        row: &Row<M>,
        kept: &BTreeMap<String, Vec<SqlValue>>,
    ) -> Result<bool> {
        let info = table_of::<M>()?;
        let more = !info.private.is_empty() || info.has_custom_fields || info.has_remote_id;
        // A listing under way wants to know of every row, and changes to the mapping make other values of it.
        if more || self.in_force.is_some() || self.is_watched(info.table)? {
            return Ok(false);
        }
        let fields = row.model.fields().into_iter().map(|field| bind(field).0);
        Ok(kept.get(row.id.as_str()).is_some_and(|kept| fields.eq(kept.iter().cloned())))
    }

    /// Marks a row as gone from Ashby; one that is already marked keeps its first time.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn mark_deleted<M: Model>(&self, id: &Id, now: &Timestamp) -> Result<bool> {
        self.mark_gone(M::TABLE, id.as_str(), now)
    }

    pub(crate) fn count(&self, table: &str, by: i64) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO table_count (model, live) VALUES (?1, ?2) ON CONFLICT (model) DO UPDATE SET live = live + ?2",
            )?
            .execute(params![table, by])?;
        Ok(())
    }
}

fn judge(kept: Option<&Kept>, hash: &[u8], quiet: &[u8]) -> Outcome {
    match kept {
        None => Outcome::New,
        Some(kept) if kept.deleted => Outcome::New,
        Some(kept) if kept.hash != hash => Outcome::Changed,
        Some(kept) if kept.quiet != quiet => Outcome::Refreshed,
        Some(_) => Outcome::Same,
    }
}

fn table_of<M: Model>() -> Result<&'static TableInfo> {
    table_info(M::TABLE).ok_or(Error::Unexpected("table name"))
}

/// The description of a mirrored table, by its name.
#[must_use]
pub fn table_info(table: &str) -> Option<&'static TableInfo> {
    samara_unified::tables().iter().find(|info| info.table == table)
}
