//! That what is asked often takes the same work however many people there are: SQLite's own count of its steps, in a
//! small mirror and in one of four times the people.

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::Connection;
use samara_unified::{Application, CandidateTag, Job, Stage, Timestamp};

use super::{Open, at, candidate, id, open, row, tag};
use crate::open::Durability;
use crate::reader::Readers;
use crate::search::Findable;
use crate::search::language::Query;
use crate::table::board::Sieve;
use crate::table::candidate::Order;
use crate::table::feedback::Feedback;
use crate::table::listing::Sightings;
use crate::{MirrorTx, Reading, Result};

/// Counts the steps of all that a connection does.
fn counted(connection: &mut Connection) -> Arc<AtomicU64> {
    let steps = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&steps);
    let count = move || {
        counted.fetch_add(1, Ordering::Relaxed);
        false
    };
    connection.progress_handler(1, Some(count)).unwrap();
    steps
}

/// The steps that something takes, the second time: with every statement prepared.
fn again(steps: &AtomicU64, mut run: impl FnMut() -> Result<()>) -> u64 {
    run().unwrap();
    let before = steps.load(Ordering::Relaxed);
    run().unwrap();
    steps.load(Ordering::Relaxed) - before
}

const JOBS: u32 = 4;
const STAGES: u32 = 5;
/// Those who stand at the rarest stage, have the rarest tag, and the rarest name, whatever the number of people.
const RARE: u32 = 40;

fn day(day: u32) -> Timestamp {
    Timestamp::parse(&format!(
        "20{:02}-{:02}-{:02}T10:00:00Z",
        10 + day / 336,
        1 + day / 28 % 12,
        1 + day % 28
    ))
    .unwrap()
}

fn keep(tx: &MirrorTx<'_>, key: u32) -> Result<()> {
    let rare = key < RARE;
    let name = if rare { format!("Zoë Rare{key}") } else { format!("Ada Common{key}") };
    let mut person = candidate(&key.to_string(), &name);
    // As many days however many people: places in a list are found by counting days.
    let at_work = day(key % 28);
    (person.model.remote_created_at, person.model.remote_updated_at) = (Some(at_work.clone()), Some(at_work));
    person.model.source = Some(if rare { "Fair" } else { "Site" }.to_owned());
    let owner = person.id.clone();
    let (number, _) = tx.upsert(&person, &[], &at(1))?;
    let word = if rare { "Alumni" } else { "Remote" };
    tx.index_candidate(number, Findable { name: &name, contact: "", work: "", tags: word })?;
    let tagged = CandidateTag {
        candidate_id: Some(owner.clone()),
        tag_id: Some(id("ats_tags", word)),
        ..CandidateTag::default()
    };
    tx.upsert(&row(&format!("{key}-{word}"), tagged), &[], &at(1))?;
    let stage = if rare { 0 } else { 1 + key % (STAGES - 1) };
    let mut application = Application {
        candidate_id: Some(owner),
        job_id: Some(id("ats_jobs", &(if rare { 0 } else { 1 + key % (JOBS - 1) }).to_string())),
        current_stage_id: Some(id("ats_application_stages", &stage.to_string())),
        ..Application::default()
    };
    application.private.is_live = Some(true);
    tx.upsert(&row(&key.to_string(), application), &[], &at(1))?;
    Ok(())
}

fn mirror(people: u32) -> Open {
    let open = open();
    open.store
        .write_mirror(move |tx| {
            for key in 0..JOBS {
                let job = Job { name: Some(format!("Job {key}")), ..Job::default() };
                tx.upsert(&row(&key.to_string(), job), &[], &at(1))?;
            }
            for key in 0..STAGES {
                let stage = Stage { name: Some(format!("Stage {key}")), ..Stage::default() };
                tx.upsert(&row(&key.to_string(), stage), &[], &at(1))?;
            }
            for name in ["Alumni", "Remote"] {
                tx.upsert(&tag(name, name), &[], &at(1))?;
            }
            (0..people).try_for_each(|key| keep(tx, key))
        })
        .unwrap();
    open
}

/// What is asked, and how.
type Question = (&'static str, Box<dyn Fn(&Reading<'_>) -> Result<()>>);

type Ask = Box<dyn Fn(&Reading<'_>) -> Result<()>>;

fn search(text: &'static str, sort: Option<(Order, bool)>) -> Ask {
    Box::new(move |reading| reading.people(&Query::parse(text), sort, 20).map(drop))
}

fn questions() -> Vec<Question> {
    let person = id("ats_candidates", "7").as_str().to_owned();
    let application = id("ats_applications", "7").as_str().to_owned();
    let (rare_job, rare_stage) = (id("ats_jobs", "0").as_str().to_owned(), id("ats_application_stages", "0"));
    let counted = rare_job.clone();
    let (entered, entered_stage) = (rare_job.clone(), rare_stage.clone());
    vec![
        (
            "the first window",
            Box::new(|reading| reading.candidate_window(Order::Updated, true, 0, 20).map(drop)),
        ),
        (
            "a window by name",
            Box::new(|reading| reading.candidate_window(Order::Name, false, 0, 20).map(drop)),
        ),
        ("rows", Box::new(|reading| reading.candidate_rows(&(1..20).collect::<Vec<_>>()).map(drop))),
        ("the palette", Box::new(|reading| reading.find_best("a", 8).map(drop))),
        ("a rare name", Box::new(|reading| reading.find("rare").map(drop))),
        ("a rare tag", search("tag:alumni", None)),
        ("a rare source", search("source:fair", None)),
        ("a rare stage", search("stage:\"stage 0\"", None)),
        ("a rare stage by name", search("stage:\"stage 0\"", Some((Order::Name, false)))),
        ("a rare job and stage", search("job:\"job 0\" stage:\"stage 0\" -tag:remote", None)),
        ("a rare name, a common tag", search("rare -tag:remote", None)),
        ("a common stage", search("stage:\"stage 1\"", None)),
        ("in process", search("status:live", None)),
        (
            "a board's counts",
            Box::new(move |reading| reading.stage_counts(&counted, &Sieve::default()).map(drop)),
        ),
        (
            "a board's ages",
            Box::new(move |reading| {
                reading.middle_and_first_arrival(&entered, entered_stage.as_str()).map(drop)
            }),
        ),
        (
            "cards",
            Box::new(move |reading| {
                reading
                    .cards(
                        (&rare_job, rare_stage.as_str()),
                        &Sieve::default(),
                        &[],
                        (0, 20, 20),
                        "2026-06-01T00:00:00.000Z",
                    )
                    .map(drop)
            }),
        ),
        ("a person", Box::new(move |reading| reading.candidate(&person).map(drop))),
        ("an application", Box::new(move |reading| reading.application(&application).map(drop))),
    ]
}

#[test]
fn what_is_asked_often_takes_no_longer_among_more_people() {
    let sizes = [300, 1_200].map(mirror);
    let measure = |open: &Open| -> Vec<u64> {
        let (mirror, local) = (open.folder.mirror(), open.folder.local());
        let readers = Readers::new((mirror, open.keys.mirror.clone()), (local, open.keys.local.clone()));
        let mut connection = readers.connect().unwrap();
        let steps = counted(&mut connection);
        let reading = Reading { connection: &connection };
        questions().iter().map(|(_, read)| again(&steps, || read(&reading))).collect()
    };
    let [few, many] = sizes.each_ref().map(measure);
    for (((what, _), few), many) in questions().iter().zip(&few).zip(&many) {
        assert!(*few > 0, "{what} was not counted");
        // A common term names four and a half times as many here, few enough for each to be looked at; not more.
        let bound = if *what == "a common stage" { few * 6 } else { few + few / 2 + 400 };
        assert!(*many <= bound, "{what}: {few} steps among 300 people, {many} among 1,200");
    }
}

#[test]
fn feedback_that_is_indexed_is_not_looked_at_again() {
    let open = mirror(400);
    let give = |key: u32| Feedback {
        id: format!("f{key}"),
        application_id: id("ats_applications", &key.to_string()).as_str().to_owned(),
        interview_id: None,
        submitted_at: at(2).as_str().to_owned(),
        author: "Kim".to_owned(),
        answers: "[]".to_owned(),
    };
    let mut connection =
        crate::open::open(&open.folder.mirror(), &open.keys.mirror, Durability::Mirror).unwrap();
    let steps = counted(&mut connection);
    let index = |mut keys: std::ops::Range<u32>, at_once: usize| {
        let (sightings, findings) = (Sightings::default(), RefCell::default());
        let tx = MirrorTx { connection: &connection, sightings, findings, in_force: None };
        again(&steps, || {
            keys.by_ref().take(at_once).try_for_each(|key| tx.keep_feedback(&give(key)).map(drop))?;
            while tx.index_feedback(10, str::to_owned)? {}
            Ok(())
        })
    };
    let one = index(0..2, 1);
    index(2..398, 198);
    let one_more = index(398..400, 1);
    assert!(one > 0 && one_more <= one + 100, "{one} steps for one alone, {one_more} after 398 others");
}
