//! What a complete listing did not name, looked for among all rows.

use rusqlite::Connection;
use samara_store::table::listing::Subject;
use samara_store::{Folder, Keys, Store};

use crate::Outcome;
use crate::desk::Desk;
use crate::table::{Table, now, spoken, thousands};

/// The two large tables.
const SUBJECTS: [Subject; 2] = [Subject::Table("ats_candidates"), Subject::Table("ats_applications")];
/// The name of a listing that is not Ashby's.
const LISTING: &str = "bench.list";

/// Measures it for a listing that named everybody.
pub fn measure(desk: &Desk, table: &mut Table) -> Outcome {
    let store = store(desk)?;
    store.write_mirror(|tx| tx.begin_listing(LISTING, &SUBJECTS))?;
    name_all(&desk.mirror()?)?;
    store.write_mirror(|tx| tx.end_listing(LISTING, ""))?;
    let began = now();
    let absences = store.read(|reading| reading.absences())?;
    let time = began.elapsed();
    let of_bench = absences.iter().filter(|absence| absence.endpoint == LISTING);
    let (mut rows, mut absent) = (0, 0);
    for absence in of_bench {
        rows += absence.live;
        absent += absence.absent.len();
        let pass = absence.pass;
        store.write_mirror(move |tx| tx.close_listing(pass))?;
    }
    let what = format!("Looking through {} rows for what a listing lacks", thousands(rows));
    table.beside(&what, &spoken(time), &format!("{absent} found"), "");
    Ok(())
}

fn store(desk: &Desk) -> Outcome<Store> {
    let keys = Keys { mirror: desk.key()?, local: desk.local_key()? };
    Ok(Store::open(&Folder::open(desk.data())?, &keys)?)
}

/// Every row counts as seen.
fn name_all(mirror: &Connection) -> Outcome {
    mirror.execute(
        "INSERT INTO listing_seen (pass, chunk, bits)
         WITH RECURSIVE chunk (number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM chunk WHERE number < 400)
         SELECT pass, number, unhex(replace(hex(zeroblob(1024)), '0', 'F')) FROM listing, chunk WHERE endpoint = ?1",
        [LISTING],
    )?;
    Ok(())
}
