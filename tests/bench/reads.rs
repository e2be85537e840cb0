//! What a recruiter asks for: searches, windows of lists, boards, people.

use samara_ashby::Clock as _;
use serde_json::{Value, json};

use crate::Outcome;
use crate::desk::Desk;
use crate::sync;
use crate::table::{Samples, Table, now};

/// Each question is asked so often.
const TIMES: usize = 50;
/// A sync of more people is not waited for.
const TO_THE_END: u64 = 200_000;
/// Rows of a window: what a tall screen shows, and some around it.
const WINDOW: u64 = 100;

/// One question to the engine.
struct Question {
    what: String,
    command: &'static str,
    input: Value,
}

impl Question {
    fn new(what: impl Into<String>, command: &'static str, input: Value) -> Self {
        Self { what: what.into(), command, input }
    }
}

/// Words and ids that this mirror answers to.
struct Known {
    searches: Vec<(&'static str, String)>,
    total: u64,
    job: String,
    stage: (String, u64),
    people: Vec<String>,
}

fn known(desk: &Desk) -> Outcome<Known> {
    let mirror = desk.mirror()?;
    let text = |sql: &str| mirror.query_row(sql, [], |row| row.get::<_, String>(0));
    let first = text(
        "SELECT first_name FROM ats_candidates WHERE first_name GLOB '[A-Z]*' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
    )?;
    let person = text("SELECT _full_name FROM ats_candidates ORDER BY _row DESC LIMIT 1 OFFSET 1234")?;
    let company = text(
        "SELECT company FROM ats_candidates WHERE company IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1 OFFSET 5",
    )?;
    let title = text(
        "SELECT title FROM ats_candidates WHERE title IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
    )?;
    let tag = text(
        "SELECT t.name FROM ats_tags t JOIN ats_join_candidates_tags j ON j.tag_id = t.id GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
    )?;
    let accent = text("SELECT last_name FROM ats_candidates WHERE last_name GLOB '*[éäöüñçøå]*' LIMIT 1")?;
    let word = |text: &str| text.split_whitespace().next().unwrap_or_default().to_owned();
    let searches = vec![
        ("one letter", first.chars().take(1).collect()),
        ("two letters", first.chars().take(2).collect()),
        ("a common first name", first.clone()),
        ("first and last name", person),
        ("a word of a company", word(&company)),
        ("a word of a title", word(&title)),
        ("a tag", tag),
        ("an accent", accent),
        ("no hit", "zzqqxy".to_owned()),
        ("three common words", format!("{} {} {}", word(&title), word(&company), first)),
    ];
    let (job, stage, count) = mirror.query_row(
        "SELECT job_id, current_stage_id, count(*) FROM ats_applications WHERE job_id =
           (SELECT job_id FROM ats_applications GROUP BY 1 ORDER BY count(*) DESC LIMIT 1)
         GROUP BY 2 ORDER BY 3 DESC LIMIT 1",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, i64>(2)?)),
    )?;
    let mut statement = mirror.prepare("SELECT id FROM ats_candidates ORDER BY id LIMIT 200")?;
    let people = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let total: i64 =
        mirror
            .query_row("SELECT live FROM table_count WHERE model = 'ats_candidates'", [], |row| row.get(0))?;
    Ok(Known { searches, total: total.unsigned_abs(), job, stage: (stage, count.unsigned_abs()), people })
}

fn list(query: &str, sort: &str, descending: bool, offset: u64) -> Value {
    json!({ "query": query, "sort": sort, "desc": descending, "offset": offset, "limit": WINDOW })
}

fn searches(known: &Known, sort: &str) -> Vec<Question> {
    let ask = |(what, words): &(&str, String)| {
        Question::new(format!("Search: {what}"), "list_candidates", list(words, sort, false, 0))
    };
    known.searches.iter().map(ask).collect()
}

/// Searches by operators, alone and together.
fn operators(known: &Known) -> Vec<Question> {
    let word = |place: usize| known.searches.get(place).map(|(_, words)| words.clone()).unwrap_or_default();
    let (first, company, title, tag) = (word(2), word(4), word(5), word(6));
    let searches = [
        ("a tag", format!("tag:\"{tag}\"")),
        ("without a tag", format!("-tag:\"{tag}\"")),
        ("a company", format!("company:\"{company}\"")),
        ("a title", format!("title:\"{title}\"")),
        ("a source", "source:linkedin".to_owned()),
        ("a place", "location:berlin".to_owned()),
        ("a job", "job:engineer".to_owned()),
        ("a stage", "stage:onsite".to_owned()),
        ("in process", "status:live".to_owned()),
        ("hired", "status:hired".to_owned()),
        ("a résumé", "has:resume".to_owned()),
        ("a month", "created:2026-03".to_owned()),
        ("a name and a tag", format!("{first} tag:\"{tag}\"")),
        ("a title, in process", format!("title:\"{title}\" status:live")),
        ("a job, a stage, no tag", format!("job:engineer stage:onsite -tag:\"{tag}\"")),
    ];
    let ask = |(what, query): &(&str, String)| {
        Question::new(format!("Operators: {what}"), "list_candidates", list(query, "relevance", false, 0))
    };
    searches.iter().map(ask).collect()
}

fn windows(known: &Known) -> Vec<Question> {
    let places = [("first", 0), ("middle", known.total / 2), ("last", known.total.saturating_sub(WINDOW))];
    let mut questions = Vec::new();
    for (sort, descending) in [("name", false), ("updated", true), ("created", true)] {
        for (place, offset) in places {
            let what = format!("Window: {place} by {sort}");
            questions.push(Question::new(what, "list_candidates", list("", sort, descending, offset)));
        }
    }
    questions
}

fn boards(known: &Known) -> Vec<Question> {
    let (stage, count) = &known.stage;
    let mut questions = vec![Question::new(
        "Board of the largest job",
        "board",
        json!({ "job_id": known.job, "plan": null }),
    )];
    for (place, offset) in [("first", 0), ("last", count.saturating_sub(WINDOW))] {
        let input = json!({ "job_id": known.job, "stage_id": stage, "offset": offset, "limit": WINDOW });
        questions.push(Question::new(format!("Cards: {place} of its largest column"), "board_cards", input));
    }
    questions
}

/// What a day begins with, and a board seen through a filter.
fn days(known: &Known) -> Vec<Question> {
    let tag = known.searches.get(6).map(|(_, words)| words.clone()).unwrap_or_default();
    let (job, stage) = (&known.job, &known.stage.0);
    let filter = json!({ "tags": [tag], "min_days": 3 });
    let cards = json!({ "job_id": job, "stage_id": stage, "offset": 0, "limit": WINDOW, "filter": filter });
    // As the app asks on a first visit.
    let week = chrono::TimeDelta::days(7);
    let now = samara_ashby::SystemClock.now();
    let [since, until] =
        [now - week, now + week].map(|time| samara_unified::Timestamp::from(time).as_str().to_owned());
    vec![
        Question::new("Today", "today", json!({ "mine": false, "until": until })),
        Question::new("Jobs to review", "review_jobs", json!({ "mine": false, "since": since })),
        Question::new(
            "Queue of the largest job",
            "review_queue",
            json!({ "job_id": job, "offset": 0, "limit": 200 }),
        ),
        Question::new(
            "Waiting too long",
            "waiting_long",
            json!({ "mine": false, "days": 7, "offset": 0, "limit": 50 }),
        ),
        Question::new(
            "Board through a filter",
            "board",
            json!({ "job_id": job, "plan": null, "filter": filter }),
        ),
        Question::new("Cards through a filter", "board_cards", cards),
        Question::new("Names to filter by", "board_filters", json!({ "job_id": job })),
        Question::new("Charts of the largest job", "job_chart", json!({ "job_id": job, "plan": null })),
    ]
}

fn others(known: &Known) -> Vec<Question> {
    let jobs =
        json!({ "query": "", "statuses": [], "sort": "active", "desc": true, "offset": 0, "limit": 200 });
    let letter = known.searches.first().map(|(_, words)| words.clone()).unwrap_or_default();
    let name = known.searches.get(2).map(|(_, words)| words.clone()).unwrap_or_default();
    vec![
        Question::new("Table of jobs", "list_jobs", jobs),
        Question::new("Palette: one letter", "palette", json!({ "query": letter, "limit": 8 })),
        Question::new("Palette: a first name", "palette", json!({ "query": name, "limit": 8 })),
        Question::new("State of the sync", "sync_status", json!({})),
    ]
}

/// Asks each question [`TIMES`] times, in turns, so that no answer is the one before.
async fn ask(desk: &Desk, questions: &[Question]) -> Outcome<Vec<Samples>> {
    let mut all: Vec<Samples> = questions.iter().map(|_| Samples::default()).collect();
    for _ in 0..TIMES {
        for (question, samples) in questions.iter().zip(&mut all) {
            let began = now();
            desk.call(question.command, question.input.clone()).await?;
            samples.add(began.elapsed());
        }
    }
    Ok(all)
}

async fn group(
    desk: &Desk,
    what: &str,
    questions: Vec<Question>,
    budget: &str,
    table: &mut Table,
) -> Outcome {
    let samples = ask(desk, &questions).await?;
    for (question, samples) in questions.iter().zip(&samples) {
        table.samples(&format!("{}{what}", question.what), samples, budget);
    }
    if questions.len() > 4 {
        let mut together = Samples::default();
        samples.iter().for_each(|samples| together.extend(samples));
        table.samples(&format!("… all {} together{what}", questions.len()), &together, budget);
    }
    Ok(())
}

/// All questions; `what` says under which circumstances.
pub async fn measure(desk: &Desk, what: &str, table: &mut Table) -> Outcome {
    let known = known(desk)?;
    let (search, window) = ("≤ 16 ms (1 M: 30)", "≤ 10 ms (1 M: 16)");
    group(desk, what, searches(&known, "relevance"), search, table).await?;
    let by_name = searches(&known, "name");
    let samples = ask(desk, &by_name).await?;
    let mut together = Samples::default();
    samples.iter().for_each(|samples| together.extend(samples));
    table.samples(&format!("… the same ten, sorted by name{what}"), &together, search);
    group(desk, what, operators(&known), search, table).await?;
    group(desk, what, windows(&known), window, table).await?;
    group(desk, what, boards(&known), window, table).await?;
    group(desk, what, days(&known), window, table).await?;
    group(desk, what, others(&known), window, table).await?;
    let mut people = Samples::default();
    for id in &known.people {
        let began = now();
        desk.call("candidate", json!({ "id": id })).await?;
        people.add(began.elapsed());
    }
    table.samples(&format!("A person's page{what}"), &people, window);
    Ok(())
}

/// All questions again while a complete listing runs that writes every row anew.
pub async fn while_syncing(desk: &Desk, table: &mut Table) -> Outcome {
    let mirror = desk.mirror()?;
    // Every row then differs in what only the mirror sees.
    mirror.execute_batch(
        "UPDATE ats_candidates SET _quiet_hash = x'00'; UPDATE ats_applications SET _quiet_hash = x'00';",
    )?;
    drop(mirror);
    let syncing = tokio::spawn(sync::run(desk.engine.workspace()?, true));
    let measured = measure(desk, ", syncing", table).await;
    let still = !syncing.is_finished();
    if known(desk)?.total > TO_THE_END {
        syncing.abort();
    } else {
        // What is measured next is to find nothing left to do.
        syncing.await??;
    }
    if !still {
        println!("  (the sync ended before the questions did)");
    }
    measured
}
