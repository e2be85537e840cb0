//! How many candidates there are by the first letters of what lists are ordered by, against a naive count.

use std::collections::BTreeSet;

use proptest::prelude::*;
use samara_unified::{Candidate, Timestamp};

use super::{at, candidate, id, open};
use crate::MirrorTx;

#[derive(Debug, Clone)]
enum Event {
    /// Comes, returns, or changes its name and dates.
    Is {
        person: u8,
        name: usize,
        updated: Option<u8>,
        created: Option<u8>,
    },
    Goes {
        person: u8,
    },
    IsErased {
        person: u8,
    },
}

/// Some begin alike, by two letters and by four.
const NAMES: [&str; 5] = ["Ada", "Adam", "Adrian", "Adriana", ""];

/// Some are of one hour, some of one day.
fn date(at: u8) -> Timestamp {
    Timestamp::parse(&format!("2026-11-{:02}T{:02}:{:02}:00Z", 1 + at / 8, 9 + at / 4 % 2, at % 4)).unwrap()
}

fn event() -> impl Strategy<Value = Event> {
    let dated = || prop::option::of(0..24_u8);
    prop_oneof![
        6 => (0..5_u8, 0..NAMES.len(), dated(), dated())
            .prop_map(|(person, name, updated, created)| Event::Is { person, name, updated, created }),
        1 => (0..5_u8).prop_map(|person| Event::Goes { person }),
        1 => (0..5_u8).prop_map(|person| Event::IsErased { person }),
    ]
}

fn happen(tx: &MirrorTx<'_>, event: &Event, second: u32) -> crate::Result<()> {
    let (now, person) = (at(second), |key: u8| id("ats_candidates", &key.to_string()));
    match *event {
        Event::Is { person, name, updated, created } => {
            let mut row = candidate(&person.to_string(), NAMES[name]);
            row.model.remote_updated_at = updated.map(date);
            row.model.remote_created_at = created.map(date);
            tx.upsert(&row, &[], &now)?;
        }
        Event::Goes { person: key } => {
            tx.mark_deleted::<Candidate>(&person(key), &now)?;
        }
        Event::IsErased { person: key } => tx.erase_candidate(person(key).as_str(), &now)?,
    }
    Ok(())
}

type Places = BTreeSet<(String, i64, String, i64)>;

const KEPT: &str = "SELECT sort, length, prefix, live FROM candidate_place WHERE live <> 0";
const NAIVE: &str = "SELECT sort, length, prefix, count(*) FROM place_of_candidate GROUP BY 1, 2, 3";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn as_many_stand_at_a_place_as_a_naive_reading_finds_there(
        events in prop::collection::vec(event(), 1..40),
        together in 1_usize..8,
    ) {
        let open = open();
        open.happen(&events, together, happen);
        let places = |sql| -> Places {
            open.rows(sql, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        };
        prop_assert_eq!(places(KEPT), places(NAIVE));
    }
}
