use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use super::{at, intent, open, tag};
use crate::table::intent::State;
use crate::table::sync::EndpointState;
use crate::{Error, Store};

fn names(store: &Store) -> Vec<String> {
    let info = crate::table_info("ats_tags").unwrap();
    let rows = store.read(|reading| reading.unified(info, None, 100)).unwrap().rows;
    let mut names: Vec<String> = rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect();
    names.sort_unstable();
    names
}

#[test]
fn a_failing_job_takes_back_its_own_writes_alone() {
    let open = open();
    let (told, outcomes) = mpsc::channel();
    // Held up, so that the jobs behind it share one commit.
    let (release, held) = mpsc::channel::<()>();
    open.store
        .submit_mirror(
            move |_| {
                let _ = held.recv();
                Ok(())
            },
            false,
            |_| (),
        )
        .unwrap();
    for key in 0..6 {
        let told = told.clone();
        open.store
            .submit_mirror(
                move |tx| {
                    tx.upsert(&tag(&key.to_string(), &format!("tag {key}")), &[], &at(1))?;
                    if key % 3 == 1 { Err(Error::Unexpected("test")) } else { Ok(()) }
                },
                key == 5,
                move |outcome| told.send((key, outcome.is_ok())).unwrap(),
            )
            .unwrap();
    }
    release.send(()).unwrap();
    let told: Vec<(i32, bool)> = outcomes.iter().take(6).collect();
    assert_eq!(told, [(0, true), (1, false), (2, true), (3, true), (4, false), (5, true)], "in order");
    assert_eq!(names(&open.store), ["tag 0", "tag 2", "tag 3", "tag 5"]);
    assert_eq!(open.store.read(|reading| reading.live_rows("ats_tags")).unwrap(), 4);
}

#[test]
fn a_failing_job_that_is_the_first_takes_back_its_own_writes_alone() {
    let open = open();
    let (told, outcomes) = mpsc::channel();
    let (release, held) = mpsc::channel::<()>();
    let told_too = told.clone();
    let fails = move |tx: &crate::MirrorTx<'_>| {
        tx.upsert(&tag("a", "never"), &[], &at(1))?;
        let _ = held.recv();
        Err(Error::Unexpected("test"))
    };
    open.store.submit_mirror(fails, false, move |outcome| told_too.send(outcome.is_ok()).unwrap()).unwrap();
    let write = |tx: &crate::MirrorTx<'_>| tx.upsert(&tag("b", "here"), &[], &at(1)).map(drop);
    open.store.submit_mirror(write, true, move |outcome| told.send(outcome.is_ok()).unwrap()).unwrap();
    release.send(()).unwrap();
    assert_eq!(outcomes.iter().take(2).collect::<Vec<_>>(), [false, true]);
    assert_eq!(names(&open.store), ["here"]);
    assert_eq!(open.store.read(|reading| reading.live_rows("ats_tags")).unwrap(), 1);
}

#[test]
fn done_is_told_after_the_commit() {
    let open = open();
    let store = open.store.clone();
    let (told, seen) = mpsc::channel();
    let write = |tx: &crate::MirrorTx<'_>| tx.upsert(&tag("t", "here"), &[], &at(1)).map(drop);
    open.store.submit_mirror(write, true, move |_| told.send(names(&store)).unwrap()).unwrap();
    assert_eq!(seen.recv().unwrap(), ["here"]);
}

#[test]
fn what_a_person_does_does_not_wait_for_a_page_of_a_sync() {
    let open = open();
    let (release, held) = mpsc::channel::<()>();
    let (told, page) = mpsc::channel();
    let wait = move |_: &crate::MirrorTx<'_>| held.recv().map_err(|_| Error::Closed);
    open.store.submit_mirror(wait, true, move |outcome| told.send(outcome.is_ok()).unwrap()).unwrap();
    open.store.write_local(|tx| tx.add_intent(&intent("one"))).unwrap();
    assert!(open.store.read(|reading| reading.intent("one")).unwrap().is_some(), "while the page is written");
    release.send(()).unwrap();
    assert!(page.recv().unwrap());
}

#[test]
fn another_process_gets_its_turn_beside_a_sync_that_never_pauses() {
    let open = open();
    let other = Store::open(&open.folder, &open.keys).unwrap();
    let (store, over) = (open.store.clone(), Arc::new(AtomicBool::new(false)));
    let ended = Arc::clone(&over);
    let sync = std::thread::spawn(move || {
        while !ended.load(Ordering::Relaxed) {
            let page = |tx: &crate::MirrorTx<'_>| {
                std::thread::sleep(Duration::from_millis(20));
                tx.upsert(&tag("t", "of a page"), &[], &at(1)).map(drop)
            };
            store.submit_mirror(page, false, |outcome| outcome.unwrap()).unwrap();
        }
    });
    let turns: Vec<_> = (0..3)
        .map(|turn| other.write_mirror(move |tx| tx.upsert(&tag("o", &turn.to_string()), &[], &at(1))))
        .collect();
    over.store(true, Ordering::Relaxed);
    sync.join().unwrap();
    assert!(turns.iter().all(Result::is_ok), "{turns:?}");
}

#[test]
fn rows_and_the_cursor_they_reached_stand_or_fall_together() {
    let open = open();
    let state = EndpointState {
        endpoint: "candidateTag.list".into(),
        cursor: Some("2".into()),
        ..EndpointState::default()
    };
    let broken = open.store.write_mirror(move |tx| {
        tx.upsert(&tag("t", "half"), &[], &at(1))?;
        tx.set_endpoint(&state)?;
        Err::<(), _>(Error::Unexpected("test"))
    });
    assert!(broken.is_err());
    assert_eq!(names(&open.store), Vec::<String>::new());
    assert_eq!(open.store.read(|reading| reading.endpoint("candidateTag.list")).unwrap(), None);
}

/// What a process that is killed leaves: the files as they are, nobody to tidy up.
#[test]
fn what_was_told_done_is_there_after_a_crash_between_two_writes() {
    let open = open();
    open.store.write_local(|tx| tx.add_intent(&intent("kept"))).unwrap();
    open.store.write_mirror(|tx| tx.upsert(&tag("t", "kept"), &[], &at(1)).map(drop)).unwrap();
    let crashed = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(open.folder.root()).unwrap().flatten() {
        let name = entry.file_name();
        if !name.to_string_lossy().ends_with("-shm") {
            std::fs::copy(entry.path(), crashed.path().join(name)).unwrap();
        }
    }
    let again = Store::open(&crate::Folder::open(crashed.path()).unwrap(), &open.keys).unwrap();
    assert_eq!(names(&again), ["kept"]);
    assert!(again.read(|reading| reading.intent("kept")).unwrap().is_some());
}

#[test]
fn an_intent_moves_on_from_where_it_stands_only() {
    let open = open();
    open.store.write_local(|tx| tx.add_intent(&intent("one"))).unwrap();
    let advance = |from: State, to: State| {
        let mut next = intent("one");
        next.state = to;
        open.store.write_local(move |tx| tx.advance(&next, from)).unwrap()
    };
    assert!(advance(State::Waiting, State::Sending));
    assert!(!advance(State::Waiting, State::Cancelled), "it is being sent by now");
    assert!(advance(State::Sending, State::Done));
}

#[test]
fn one_intent_of_each_candidate_is_due_and_they_keep_their_order() {
    let open = open();
    for (key, candidate) in [("a1", "a"), ("b1", "b"), ("a2", "a"), ("b2", "b")] {
        let intent = crate::table::intent::Intent { candidate_id: candidate.into(), ..intent(key) };
        open.store.write_local(move |tx| tx.add_intent(&intent)).unwrap();
    }
    let due = || -> Vec<String> {
        let due = open.store.read(|reading| reading.due_intents()).unwrap();
        due.into_iter().map(|intent| intent.id).collect()
    };
    assert_eq!(due(), ["a1", "b1"]);
    for (from, to) in [(State::Waiting, State::Sending), (State::Sending, State::Failed)] {
        let next = crate::table::intent::Intent { state: to, ..intent("a1") };
        open.store.write_local(move |tx| tx.advance(&next, from)).unwrap();
    }
    assert_eq!(due(), ["b1", "a2"], "one that failed does not hold up those behind it");
}
