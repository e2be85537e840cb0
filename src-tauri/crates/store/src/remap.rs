//! What people changed about the mapping, on its way into rows.

use std::borrow::Cow;

use samara_unified::{Id, Model, Row, TableInfo, Timestamp, Value, Values};

use crate::upsert::Payload;
use crate::{MirrorTx, Result};

/// A row's values and payloads as they are to be kept.
pub(crate) struct Remapped<'a> {
    pub(crate) fields: Vec<Value>,
    pub(crate) private: Vec<Value>,
    pub(crate) custom_fields: serde_json::Value,
    pub(crate) integration_fields: serde_json::Value,
    pub(crate) payloads: Vec<Cow<'a, str>>,
}

impl MirrorTx<'_> {
    /// The values of a row with what is in force applied; `None` where rows of this model are not kept.
    pub(crate) fn remapped<'a, M: Model>(
        &self,
        info: &TableInfo,
        row: &Row<M>,
        payloads: &[Payload<'a>],
    ) -> Result<Option<Remapped<'a>>> {
        let mut remapped = Remapped {
            fields: row.model.fields(),
            private: row.model.private(),
            custom_fields: row.custom_fields.clone(),
            integration_fields: row.integration_fields.clone(),
            payloads: payloads.iter().map(|payload| Cow::Borrowed(payload.json)).collect(),
        };
        let Some(in_force) = self.in_force.as_ref() else { return Ok(Some(remapped)) };
        if !in_force.remapping.keeps_model(info.table) {
            return Ok(None);
        }
        if !in_force.remapping.concerns(info.table) {
            return Ok(Some(remapped));
        }
        let payload = |endpoint: Option<&str>| {
            let given = match endpoint {
                None => payloads.first(),
                Some(endpoint) => payloads.iter().find(|payload| payload.endpoint == endpoint),
            };
            match (given, endpoint) {
                (Some(given), _) => serde_json::from_str(given.json).ok(),
                (None, Some(endpoint)) => {
                    let kept = self.kept_payload(info.table, row.id.as_str(), endpoint).ok().flatten()?;
                    serde_json::from_str(&kept).ok()
                }
                (None, None) => None,
            }
        };
        let mut values = Values {
            fields: &mut remapped.fields,
            private: &mut remapped.private,
            custom_fields: &mut remapped.custom_fields,
            integration_fields: &mut remapped.integration_fields,
        };
        in_force.remapping.apply(&in_force.connection, info, &mut values, payload);
        remapped.payloads =
            payloads.iter().map(|payload| in_force.remapping.kept(info.table, payload.json)).collect();
        Ok(Some(remapped))
    }

    /// Whether rows keep this field.
    #[must_use]
    pub fn keeps_field(&self, table: &str, field: &str) -> bool {
        self.in_force.as_ref().is_none_or(|in_force| in_force.remapping.keeps_field(table, field))
    }

    /// Marks rows of a model that is no longer kept as deleted, at most so many. Tells whether there were any.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn retire_model(&self, info: &TableInfo, limit: u32, now: &Timestamp) -> Result<bool> {
        let sql = format!("SELECT id FROM {} WHERE remote_deleted_at IS NULL LIMIT ?1", info.table);
        let ids: Vec<String> = {
            let mut statement = self.connection.prepare_cached(&sql)?;
            let ids = statement.query_map([limit], |row| row.get(0))?;
            ids.collect::<rusqlite::Result<_>>()?
        };
        for id in ids.iter().filter_map(|id| Id::parse(id)) {
            self.mark_gone(info.table, id.as_str(), now)?;
        }
        Ok(!ids.is_empty())
    }

    /// Has every row of a table written anew, with what belongs to it, when it is next mapped.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn forget_values(&self, info: &TableInfo) -> Result<()> {
        self.connection.execute(&format!("UPDATE {} SET _quiet_hash = x''", info.table), [])?;
        Ok(())
    }

    /// Has everything listed completely by the next run.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn forget_tokens(&self) -> Result<()> {
        self.connection.execute(
            "UPDATE sync_endpoint SET token = NULL, cursor = NULL, pass_token = NULL, pass_started = NULL",
            [],
        )?;
        Ok(())
    }
}
