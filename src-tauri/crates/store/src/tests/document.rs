use super::{Open, at, candidate, open};
use crate::table::document::DocumentKind;
use crate::table::note::Note;
use crate::{MirrorTx, Outcome, Result};

fn two_people() -> (Open, [String; 2]) {
    let open = open();
    let rows = [candidate("1", "Leila"), candidate("2", "Noor")];
    let ids = rows.each_ref().map(|row| row.id.as_str().to_owned());
    open.store
        .write_mirror(move |tx| {
            for row in &rows {
                assert_eq!(tx.upsert(row, &[], &at(1))?.1, Outcome::New);
            }
            Ok(())
        })
        .unwrap();
    (open, ids)
}

fn write(open: &Open, write: impl FnOnce(&MirrorTx<'_>) -> Result<()> + Send + 'static) {
    open.store.write_mirror(write).unwrap();
}

fn found(open: &Open, query: &str) -> Vec<(i64, DocumentKind)> {
    let matches = open.store.read(|reading| reading.find_in_documents(query, 10)).unwrap();
    matches.into_iter().map(|found| (found.row, found.kind)).collect()
}

#[test]
fn a_word_of_a_note_or_a_resume_finds_its_candidate() {
    let (open, [leila, noor]) = two_people();
    let note = Note {
        id: "n".to_owned(),
        author: "Kim".to_owned(),
        created_at: at(1).as_str().to_owned(),
        html: "<p>Knows <b>Zephyr</b></p>".to_owned(),
        private: false,
    };
    let (id, kept) = (leila.clone(), note.clone());
    write(&open, move |tx| tx.replace_notes(&id, &[kept], at(2).as_str()));
    let id = noor.clone();
    write(&open, move |tx| {
        tx.keep_resume_text(&id, "f1", Ok("Zürich, embedded Rust and Zephyr"), at(2).as_str())
    });
    assert_eq!(found(&open, "zephyr"), [(2, DocumentKind::Resume), (1, DocumentKind::Notes)]);
    assert_eq!(found(&open, "zurich RUS"), [(2, DocumentKind::Resume)]);
    assert_eq!(found(&open, "ze"), []);
    let id = leila.clone();
    let shown = open.store.read(move |reading| reading.snippet(&id, "zeph")).unwrap();
    assert_eq!(shown, Some((DocumentKind::Notes, "Kim Knows Zephyr".to_owned())));
    write(&open, move |tx| tx.replace_notes(&leila, &[], at(3).as_str()));
    assert_eq!(found(&open, "zephyr"), [(2, DocumentKind::Resume)]);
    write(&open, move |tx| tx.forget_extras(&noor, &[]));
    assert_eq!(found(&open, "zephyr"), []);
}

#[test]
fn another_resume_takes_the_place_of_the_last() {
    let (open, [leila, _]) = two_people();
    let id = leila.clone();
    write(&open, move |tx| tx.keep_resume_text(&id, "f1", Ok("Haskell"), at(2).as_str()));
    let id = leila.clone();
    write(&open, move |tx| tx.keep_resume_text(&id, "f2", Err("garbled"), at(3).as_str()));
    assert_eq!(found(&open, "haskell"), []);
    let (old, new) =
        open.store.read(|reading| Ok((reading.file_text("f1")?, reading.file_text("f2")?))).unwrap();
    assert_eq!((old, new.unwrap().reason.as_deref()), (None, Some("garbled")));
}

#[test]
fn the_file_looked_at_longest_ago_leaves_first() {
    let open = open();
    write(&open, |tx| {
        for (second, file) in (1..).zip(["a", "b", "c"]) {
            tx.keep_file(file, &[0; 400], 1_300, at(second).as_str())?;
        }
        tx.file_used("a", at(9).as_str())?;
        tx.keep_file("d", &[0; 500], 1_300, at(10).as_str())?;
        // A file that could never stay does not drive out the others.
        tx.keep_file("huge", &[0; 1_301], 1_300, at(11).as_str())
    });
    let here = |open: &Open| {
        ["a", "b", "c", "d", "huge"].map(|file| open.store.read(|reading| reading.has_file(file)).unwrap())
    };
    assert_eq!(here(&open), [true, false, true, true, false]);
    write(&open, |tx| tx.limit_files(900));
    assert_eq!(here(&open), [true, false, false, true, false]);
}
