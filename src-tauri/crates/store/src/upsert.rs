//! Keeping unified rows: insert, change by value compare, and the payloads they came from.
//!
//! `changed_at` moves only when a unified field of the row moved. A row whose private columns or payload alone
//! changed is rewritten quietly; one that is the same in all is not touched.

mod change;

use std::borrow::Cow;
use std::collections::BTreeMap;

use rusqlite::types::Value as SqlValue;
use rusqlite::{params, params_from_iter};
use samara_unified::{Id, Model, Row, TableInfo, Timestamp};

use crate::payload::Packed;
use crate::{Error, MirrorTx, Result};
pub(crate) use change::{Carried, Stored, bound_columns};
use change::{Change, bind, sql};

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

    /// Writes the columns that differ. Naming one that does not would have each of its indexes written anew.
    fn rewrite(
        &self,
        info: &TableInfo,
        (number, returned): (i64, bool),
        differing: &[usize],
        bound: &[SqlValue],
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
        let number = SqlValue::Integer(number);
        let values = differing.iter().filter_map(|place| bound.get(*place)).chain([&number]);
        self.connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(())
    }

    /// Keeps a row only where none is known: what another record says of it in passing.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn upsert_stub<M: Model>(&self, row: &Row<M>, now: &Timestamp) -> Result<()> {
        let known = format!("SELECT 1 FROM {} WHERE id = ?1", M::TABLE);
        if !self.connection.prepare_cached(&known)?.exists([row.id.as_str()])? {
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
        let fields = row.model.fields().into_iter().map(bind);
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
