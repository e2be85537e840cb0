//! The store as a whole: both files, the writer and the readers, through what the engine uses of them.

mod board;
mod document;
mod overlay;
mod people;
mod places;
mod reads;
mod retention;
mod rows;
mod schema;
mod search;
mod standing;
mod sweep;
mod upgrade;
mod waiting;
mod work;
mod writer;

use std::collections::BTreeSet;

use samara_unified::{Candidate, ConnectionId, Id, Model, Row, Tag, Timestamp};
use serde_json::json;

use crate::table::intent::{Intent, State};
use crate::{Folder, Key, Keys, MirrorTx, Store};

/// An open store in a folder of its own.
struct Open {
    store: Store,
    folder: Folder,
    keys: Keys,
    _place: tempfile::TempDir,
}

fn open() -> Open {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::open(place.path()).unwrap();
    let keys = Keys { mirror: Key::generate().unwrap(), local: Key::generate().unwrap() };
    Open { store: Store::open(&folder, &keys).unwrap(), folder, keys, _place: place }
}

impl Open {
    /// Has these happen, so many in one transaction, a second apart.
    fn happen<E: Clone + Send + 'static>(
        &self,
        events: &[E],
        together: usize,
        happen: fn(&MirrorTx<'_>, &E, u32) -> crate::Result<()>,
    ) {
        for (second, events) in (1..).zip(events.chunks(together)) {
            let events = events.to_vec();
            let write =
                move |tx: &MirrorTx<'_>| events.iter().try_for_each(|event| happen(tx, event, second));
            self.store.write_mirror(write).unwrap();
        }
    }

    /// Rows of the mirror, each as what `row` reads of it.
    fn rows<T: Ord>(
        &self,
        sql: &str,
        row: impl Fn(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> BTreeSet<T> {
        let read = |reading: &crate::Reading<'_>| {
            let mut statement = reading.connection.prepare(sql)?;
            Ok(statement.query_map([], &row)?.collect::<rusqlite::Result<_>>()?)
        };
        self.store.read(read).unwrap()
    }
}

fn at(second: u32) -> Timestamp {
    Timestamp::parse(&format!("2026-11-23T09:00:{second:02}Z")).unwrap()
}

fn id(table: &str, key: &str) -> Id {
    Id::of(&ConnectionId::new("test"), table, key)
}

fn row<M: Model>(key: &str, model: M) -> Row<M> {
    Row {
        id: id(M::TABLE, key),
        remote_id: M::HAS_REMOTE_ID.then(|| key.to_owned()),
        model,
        custom_fields: json!({}),
        integration_fields: json!([]),
    }
}

fn tag(key: &str, name: &str) -> Row<Tag> {
    row(key, Tag { name: Some(name.to_owned()), ..Tag::default() })
}

fn candidate(key: &str, name: &str) -> Row<Candidate> {
    let mut model = Candidate { first_name: Some(name.to_owned()), ..Candidate::default() };
    model.private.full_name = Some(name.to_owned());
    model.private.sort_name = Some(samara_unified::fold(name));
    row(key, model)
}

fn intent(key: &str) -> Intent {
    Intent {
        seq: 0,
        id: key.to_owned(),
        action: "move_application_to_stage".to_owned(),
        title: "Move".to_owned(),
        detail: String::new(),
        candidate_id: "candidate".to_owned(),
        application_id: Some("application".to_owned()),
        input: "{}".to_owned(),
        pre_image: "{}".to_owned(),
        state: State::Waiting,
        not_before: at(0).as_str().to_owned(),
        created_at: at(0).as_str().to_owned(),
        settled_at: None,
        attempts: 0,
        failure: None,
        conflict: None,
        warnings: "[]".to_owned(),
        undoes: None,
        undone_by: None,
        gesture: None,
    }
}
