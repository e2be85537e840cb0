//! Keeping unified rows: insert, change by value compare, and the payloads they came from.
//!
//! `changed_at` moves only when a unified field of the row moved. A row whose private columns or payload alone
//! changed is rewritten quietly; one that is the same in all is not touched.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use rusqlite::types::{ToSqlOutput, Value as SqlValue, ValueRef};
use rusqlite::{ToSql, params, params_from_iter};
use samara_unified::{Id, Model, Row, TableInfo, Timestamp, Value};
use sha2::{Digest as _, Sha256};

use crate::payload::Packed;
use crate::remap::Remapped;
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
            "SELECT _row, remote_deleted_at, \"{}\" FROM {table} WHERE id = ?1",
            columns.join("\", \"")
        ),
        insert: format!("INSERT INTO {table} (\"{}\") VALUES ({})", columns.join("\", \""), marks.join(", ")),
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
    /// The same, if it was packed already.
    pub packed: Option<&'a Packed>,
}

impl<'a> Payload<'a> {
    /// One that is packed when it is kept.
    #[must_use]
    pub fn new(endpoint: &'a str, json: &'a str) -> Self {
        Self { endpoint, json, packed: None }
    }
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
    fn differing(&self, bound: &[Bound]) -> Result<Vec<usize>> {
        let mut differing = Vec::new();
        for (place, Bound(new)) in bound.iter().enumerate() {
            if self.0.get_ref(BOUND + place)? != ValueRef::from(new) {
                differing.push(place);
            }
        }
        Ok(differing)
    }
}

/// What an upsert comes down to.
struct Change {
    outcome: Outcome,
    bound: Vec<Bound>,
    /// Of a row that is kept: its number, whether it had been deleted, and the places of the values that differ.
    kept: Option<(i64, bool, Vec<usize>)>,
}

/// The values of a row by [`bound_columns`], but for the last three, and how many of them are unified.
fn bound<M: Model>(
    info: &TableInfo,
    row: &Row<M>,
    remapped: Remapped<'_>,
    carried: &Carried,
) -> (Vec<Bound>, usize) {
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
            if matches!(slot.0, SqlValue::Null)
                && let Some((_, text)) = carried.iter().find(|(name, _)| name == column)
            {
                slot.0 = SqlValue::Text(text.clone());
            }
        }
    }
    (bound, public)
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
        self.upsert_carrying(row, payloads, now, |_| Ok(Some(Carried::new())))
    }

    /// As [`MirrorTx::upsert`], but a row that holds a later state of the record than that of `updated` stays as it is.
    ///
    /// # Errors
    /// When the database refuses, or the model has no `remote_updated_at`.
    pub fn upsert_newest<M: Model>(
        &self,
        row: &Row<M>,
        updated: Option<&Timestamp>,
        payloads: &[Payload<'_>],
        now: &Timestamp,
    ) -> Result<(i64, Outcome)> {
        let carry = |stored: &Stored<'_>| Ok((!stored.is_newer(updated)?).then(Carried::new));
        self.upsert_carrying(row, payloads, now, carry)
    }

    /// As [`MirrorTx::upsert`]; of a row that is kept `carry` tells what is carried over, or `None` if it is to stay as
    /// it is.
    pub(crate) fn upsert_carrying<M: Model>(
        &self,
        row: &Row<M>,
        payloads: &[Payload<'_>],
        now: &Timestamp,
        carry: impl FnOnce(&Stored<'_>) -> Result<Option<Carried>>,
    ) -> Result<(i64, Outcome)> {
        let info = table_of::<M>()?;
        let Some(mut remapped) = self.remapped(info, row, payloads)? else {
            // Rows of a model that is switched off are not kept.
            return Ok((0, Outcome::Same));
        };
        let kept = std::mem::take(&mut remapped.payloads);
        let payloads: Vec<Payload<'_>> = kept
            .iter()
            .zip(payloads)
            .map(|(json, payload)| match json {
                Cow::Borrowed(json) => Payload { json, ..*payload },
                Cow::Owned(json) => Payload::new(payload.endpoint, json),
            })
            .collect();
        let Change { outcome, bound, kept } = self.change(info, row, remapped, &payloads, now, carry)?;
        let number = match &kept {
            Some((number, ..)) if outcome == Outcome::Same => *number,
            Some((number, returned, differing)) => {
                self.rewrite(info, (*number, *returned), differing, &bound)?;
                *number
            }
            None => {
                self.connection.prepare_cached(&sql(info)?.insert)?.execute(params_from_iter(&bound))?;
                self.connection.last_insert_rowid()
            }
        };
        self.sight(info.table, number, row.id.as_str())?;
        if outcome == Outcome::Same {
            return Ok((number, outcome));
        }
        if outcome == Outcome::New {
            self.count(info.table, 1)?;
        }
        for payload in payloads {
            self.keep_payload(info.table, number, payload)?;
        }
        Ok((number, outcome))
    }

    /// Compares a row with what is kept of it.
    fn change<M: Model>(
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
        bound.extend([hash, quiet].map(|hash| Bound(SqlValue::Blob(hash))));
        if outcome != Outcome::Refreshed {
            bound.push(Bound(SqlValue::Text(now.as_str().to_owned())));
        }
        let Some(stored) = stored else { return Ok(Change { outcome, bound, kept: None }) };
        let differing = if outcome == Outcome::Same { Vec::new() } else { stored.differing(&bound)? };
        let kept = Some((stored.0.get(0)?, stored.is_deleted()?, differing));
        Ok(Change { outcome, bound, kept })
    }

    /// Writes the columns that differ. Naming one that does not would have each of its indexes written anew.
    fn rewrite(
        &self,
        info: &TableInfo,
        (number, returned): (i64, bool),
        differing: &[usize],
        bound: &[Bound],
    ) -> Result<()> {
        let columns = bound_columns(info);
        let mut sets: Vec<String> = differing
            .iter()
            .filter_map(|place| columns.get(*place))
            .map(|column| format!("\"{column}\" = ?"))
            .collect();
        if returned {
            sets.push("remote_deleted_at = NULL".to_owned());
            self.connection
                .prepare_cached("DELETE FROM tombstone WHERE model = ?1 AND row = ?2")?
                .execute(params![info.table, number])?;
        }
        if sets.is_empty() {
            return Ok(());
        }
        let sql = format!("UPDATE {} SET {} WHERE _row = ?", info.table, sets.join(", "));
        let number = Bound(SqlValue::Integer(number));
        let values = differing.iter().filter_map(|place| bound.get(*place)).chain([&number]);
        self.connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(())
    }

    fn is_known(&self, info: &'static TableInfo, id: &Id) -> Result<bool> {
        Ok(self.connection.prepare_cached(&sql(info)?.find)?.exists([id.as_str()])?)
    }

    /// Keeps a row only where none is known: what another record says of it in passing.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn upsert_stub<M: Model>(&self, row: &Row<M>, now: &Timestamp) -> Result<()> {
        if !self.is_known(table_of::<M>()?, &row.id)? {
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

fn table_of<M: Model>() -> Result<&'static TableInfo> {
    table_info(M::TABLE).ok_or(Error::Unexpected("table name"))
}

/// The description of a mirrored table, by its name.
#[must_use]
pub fn table_info(table: &str) -> Option<&'static TableInfo> {
    samara_unified::tables().iter().find(|info| info.table == table)
}
