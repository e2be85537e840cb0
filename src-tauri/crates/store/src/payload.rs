//! The payloads rows came from: `remote_data`, one per row and endpoint.
//!
//! They are most of what Ashby sends, rarely read and much alike, so they are kept packed: deflated, with the shape
//! of Ashby's records known beforehand. In SQL, `unpacked(packed)` gives the text back.

use std::borrow::Cow;
use std::cell::RefCell;

use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::upsert::Payload;
use crate::{Error, MirrorTx, Reading, Result};

/// Never edited: what is kept can only be unpacked with the shapes it was packed with.
const SHAPES: &[u8] = include_bytes!("payload/shapes.txt");
/// A payload's place is its kind times this, plus the number of its row.
pub(crate) const PER_KIND: i64 = 1 << 40;
/// No payload is larger; a file that says otherwise is damaged.
const LARGEST: usize = 64 << 20;

thread_local! {
    // Its tables are large, and most payloads small: made once.
    static PACKING: RefCell<Compress> = RefCell::new(Compress::new(Compression::fast(), false));
}

/// A payload as it is kept.
#[derive(Debug)]
pub struct Packed(Vec<u8>);

impl Packed {
    /// Packs one ahead of its transaction, off the thread that writes.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn of(json: &str) -> Result<Self> {
        pack(json).map(Self)
    }
}

pub(crate) fn pack(text: &str) -> Result<Vec<u8>> {
    let refused = |_| Error::Unexpected("payload to pack");
    PACKING.with_borrow_mut(|packing| {
        packing.reset();
        packing.set_dictionary(SHAPES).map_err(refused)?;
        // What cannot be packed grows by a few bytes in each 16 KiB.
        let mut packed = Vec::with_capacity(text.len() + text.len() / 1_000 + 64);
        match packing.compress_vec(text.as_bytes(), &mut packed, FlushCompress::Finish).map_err(refused)? {
            Status::StreamEnd => Ok(packed),
            _ => Err(Error::Unexpected("payload to pack")),
        }
    })
}

pub(crate) fn unpack(packed: &[u8]) -> Result<String> {
    const DAMAGED: Error = Error::Unexpected("packed payload");
    let mut unpacking = Decompress::new(false);
    unpacking.set_dictionary(SHAPES).map_err(|_| DAMAGED)?;
    let mut text = Vec::with_capacity(packed.len() * 4 + 64);
    loop {
        let read = usize::try_from(unpacking.total_in()).map_err(|_| DAMAGED)?;
        let rest = packed.get(read..).ok_or(DAMAGED)?;
        let status = unpacking.decompress_vec(rest, &mut text, FlushDecompress::Finish);
        match status.map_err(|_| DAMAGED)? {
            Status::StreamEnd => return String::from_utf8(text).map_err(|_| DAMAGED),
            _ if text.len() < text.capacity() || text.len() > LARGEST => return Err(DAMAGED),
            _ => text.reserve(text.len()),
        }
    }
}

/// Teaches a connection `unpacked`.
pub(crate) fn teach(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("unpacked", 1, flags, |context| {
        let packed = context.get_raw(0).as_blob()?;
        unpack(packed).map_err(|error| rusqlite::Error::UserFunctionError(Box::new(error)))
    })?;
    Ok(())
}

impl MirrorTx<'_> {
    pub(crate) fn keep_payload(&self, table: &str, row: i64, payload: Payload<'_>) -> Result<()> {
        let place = self.payload_kind(table, payload.endpoint)? * PER_KIND + row;
        let packed = match payload.packed {
            Some(Packed(packed)) => Cow::Borrowed(packed),
            None => Cow::Owned(pack(payload.json)?),
        };
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO remote_payload (place, packed) VALUES (?1, ?2)")?
            .execute(params![place, packed])?;
        Ok(())
    }

    /// The payload of one endpoint that a row came from.
    pub(crate) fn kept_payload(&self, table: &str, id: &str, endpoint: &str) -> Result<Option<String>> {
        let sql = format!(
            "SELECT unpacked(p.packed) FROM {table} t
             JOIN payload_kind k ON k.model = ?1 AND k.endpoint = ?2
             JOIN remote_payload p ON p.place = k.kind * {PER_KIND} + t._row WHERE t.id = ?3"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([table, endpoint, id], |row| row.get(0)).optional()?)
    }

    fn payload_kind(&self, table: &str, endpoint: &str) -> Result<i64> {
        let mut find = self
            .connection
            .prepare_cached("SELECT kind FROM payload_kind WHERE model = ?1 AND endpoint = ?2")?;
        if let Some(kind) = find.query_row([table, endpoint], |row| row.get(0)).optional()? {
            return Ok(kind);
        }
        self.connection
            .execute("INSERT INTO payload_kind (model, endpoint) VALUES (?1, ?2)", [table, endpoint])?;
        Ok(self.connection.last_insert_rowid())
    }
}

impl Reading<'_> {
    /// Payloads of one endpoint for the live rows of a table, with their places: those after a place, at most so many.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn payloads_after(
        &self,
        table: &str,
        endpoint: &str,
        place: i64,
        limit: u32,
    ) -> Result<Vec<(i64, String)>> {
        let sql = format!(
            "SELECT p.place, unpacked(p.packed) FROM payload_kind k
             JOIN remote_payload p ON p.place BETWEEN max(k.kind * {PER_KIND}, ?3 + 1) AND k.kind * {PER_KIND} + {PER_KIND} - 1
             JOIN {table} t ON t._row = p.place - k.kind * {PER_KIND}
             WHERE k.model = ?1 AND k.endpoint = ?2 AND t.remote_deleted_at IS NULL ORDER BY p.place LIMIT ?4"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement
            .query_map(params![table, endpoint, place, limit], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Every payload of one endpoint for the live rows of a table, in the order they were first seen.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn payloads(&self, table: &str, endpoint: &str) -> Result<Vec<String>> {
        let sql = format!(
            "SELECT unpacked(p.packed) FROM payload_kind k
             JOIN remote_payload p ON p.place BETWEEN k.kind * ?3 AND k.kind * ?3 + ?3 - 1
             JOIN {table} t ON t._row = p.place - k.kind * ?3
             WHERE k.model = ?1 AND k.endpoint = ?2 AND t.remote_deleted_at IS NULL ORDER BY p.place"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params![table, endpoint, PER_KIND], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// SQL that gives the payloads of the row `alias` of a model as one JSON object by endpoint.
pub(crate) fn remote_data(table: &str, alias: &str) -> String {
    format!(
        "(SELECT json_group_object('/' || k.endpoint, json(unpacked(p.packed))) FROM payload_kind k
          JOIN remote_payload p ON p.place = k.kind * {PER_KIND} + {alias}._row WHERE k.model = '{table}')"
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{pack, unpack};

    proptest! {
        #[test]
        fn what_is_packed_comes_back(text in ".{0,400}", times in 0_usize..200) {
            let text = text.repeat(times);
            prop_assert_eq!(unpack(&pack(&text).unwrap()).unwrap(), text);
        }

        #[test]
        fn what_is_damaged_is_refused_or_at_least_text(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            // Deflate has no checksum here: SQLCipher's pages have theirs.
            let _ = unpack(&bytes);
        }
    }

    #[test]
    fn a_cut_payload_is_refused() {
        let packed = pack(r#"{"id":"1","name":"Dana","updatedAt":"2026-11-23"}"#).unwrap();
        assert!(unpack(&packed[..packed.len() - 1]).is_err());
    }

    #[test]
    fn a_record_of_the_known_shape_takes_little_room() {
        let text = r#"{"id":"x","createdAt":"2026","emailAddresses":[{"isPrimary":true,"type":"Work","value":"a@b.example"}]}"#;
        assert!(pack(text).unwrap().len() * 2 < text.len());
    }
}
