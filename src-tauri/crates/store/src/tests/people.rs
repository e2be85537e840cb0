//! Searches with operators against a naive reading of the same people.

use std::collections::BTreeSet;

use proptest::prelude::*;
use samara_unified::{Application, Candidate, CandidateTag, File, Job, Stage, Timestamp};

use super::{Open, at, id, open, row, tag};
use crate::search::Findable;
use crate::search::language::Query;
use crate::search::people::Bounds;
use crate::table::candidate::Order;

const NAMES: [&str; 5] = ["Ada Lovelace", "Zoë Müller", "Ann O'Neil", "Rust Cohle", "Ada Berg"];
const COMPANIES: [Option<&str>; 4] = [Some("Acme Corp"), Some("Rust Foundation"), Some("Müller & Co"), None];
const PLACES: [Option<&str>; 4] = [Some("Berlin, Germany"), Some("New York"), Some("Bern"), None];
const SOURCES: [Option<&str>; 3] = [Some("LinkedIn"), Some("Referral"), None];
const TAGS: [&str; 3] = ["Rust", "Remote first", "Alumni"];
const JOBS: [&str; 3] = ["Senior Backend Engineer", "Designer", "Backend Engineer"];
const STAGES: [(&str, &str); 5] = [
    ("New lead", "Lead"),
    ("Onsite", "Active"),
    ("Offer", "Offer"),
    ("Hired", "Hired"),
    ("Archived", "Archived"),
];

#[derive(Debug, Clone)]
struct Person {
    name: usize,
    company: usize,
    place: usize,
    source: usize,
    resume: bool,
    created: Option<u32>,
    tags: BTreeSet<usize>,
    applications: Vec<(usize, usize)>,
}

fn person() -> impl Strategy<Value = Person> {
    (
        (0..NAMES.len(), 0..COMPANIES.len(), 0..PLACES.len(), 0..SOURCES.len(), any::<bool>()),
        prop::option::of(1_u32..29),
        prop::collection::btree_set(0..TAGS.len(), 0..3),
        prop::collection::vec((0..JOBS.len(), 0..STAGES.len()), 0..3),
    )
        .prop_map(|((name, company, place, source, resume), created, tags, applications)| Person {
            name,
            company,
            place,
            source,
            resume,
            created,
            tags,
            applications,
        })
}

fn day(day: u32) -> Timestamp {
    Timestamp::parse(&format!("2026-03-{day:02}T12:00:00Z")).unwrap()
}

fn mirror(people: &[Person]) -> Open {
    let open = open();
    let people = people.to_vec();
    open.store
        .write_mirror(move |tx| {
            for (key, name) in JOBS.iter().enumerate() {
                let job = Job { name: Some((*name).to_owned()), ..Job::default() };
                tx.upsert(&row(&key.to_string(), job), &[], &at(0))?;
            }
            for (key, (name, kind)) in STAGES.iter().enumerate() {
                let mut stage = Stage { name: Some((*name).to_owned()), ..Stage::default() };
                stage.private.kind = Some((*kind).to_owned());
                tx.upsert(&row(&key.to_string(), stage), &[], &at(0))?;
            }
            for (key, name) in TAGS.iter().enumerate() {
                tx.upsert(&tag(&key.to_string(), name), &[], &at(0))?;
            }
            people.iter().enumerate().try_for_each(|(key, person)| keep(tx, key, person))
        })
        .unwrap();
    open
}

fn keep(tx: &crate::MirrorTx<'_>, key: usize, person: &Person) -> crate::Result<()> {
    let text = |text: Option<&str>| text.map(str::to_owned);
    let mut model = Candidate {
        company: text(COMPANIES[person.company]),
        source: text(SOURCES[person.source]),
        remote_created_at: person.created.map(day),
        remote_updated_at: Some(at(u32::try_from(key % 7).unwrap())),
        ..Candidate::default()
    };
    let name = NAMES[person.name];
    model.private.full_name = Some(name.to_owned());
    model.private.sort_name = Some(samara_unified::fold(name));
    model.private.location = text(PLACES[person.place]);
    model.private.resume = person.resume.then(|| File { id: "f".to_owned(), name: None, handle: None });
    let (number, _) = tx.upsert(&row(&key.to_string(), model), &[], &at(1))?;
    let tags: Vec<&str> = person.tags.iter().map(|tag| TAGS[*tag]).collect();
    let work = COMPANIES[person.company].unwrap_or_default();
    tx.index_candidate(number, Findable { name, contact: "", work, tags: &tags.join(" · ") })?;
    let owner = id("ats_candidates", &key.to_string());
    for tag in &person.tags {
        let model = CandidateTag {
            candidate_id: Some(owner.clone()),
            tag_id: Some(id("ats_tags", &tag.to_string())),
            ..CandidateTag::default()
        };
        tx.upsert(&row(&format!("{key}-{tag}"), model), &[], &at(1))?;
    }
    for (place, (job, stage)) in person.applications.iter().enumerate() {
        let mut model = Application {
            candidate_id: Some(owner.clone()),
            job_id: Some(id("ats_jobs", &job.to_string())),
            current_stage_id: Some(id("ats_application_stages", &stage.to_string())),
            ..Application::default()
        };
        model.private.is_live = Some(*stage < 3);
        tx.upsert(&row(&format!("{key}-{place}"), model), &[], &at(1))?;
    }
    Ok(())
}

/// A term as it is written, and what it means, told by looking.
type Meaning = fn(&Person) -> bool;
/// The same of an application.
type Standing = fn(usize, usize) -> bool;

const TERMS: [(&str, Meaning); 14] = [
    ("tag:rust", |p| p.tags.contains(&0)),
    ("tag:\"remote fir\"", |p| p.tags.contains(&1)),
    ("tag:first", |p| p.tags.contains(&1)),
    ("tag:nope", |_| false),
    ("company:rust", |p| p.company == 1),
    ("company:MUELLER", |_| false),
    ("company:\"muller co\"", |p| p.company == 2),
    ("location:ber", |p| p.place == 0 || p.place == 2),
    ("location:\"new york\"", |p| p.place == 1),
    ("source:linked", |p| p.source == 0),
    ("has:resume", |p| p.resume),
    ("created:>2026-03-10", |p| p.created.is_some_and(|day| day > 10)),
    ("created:2026-03-05..2026-03-20", |p| p.created.is_some_and(|day| (5..=20).contains(&day))),
    ("\"ada ber\"", |p| p.name == 4),
];
const STANDINGS: [(&str, Standing); 8] = [
    ("job:backend", |job, _| job != 1),
    ("job:\"senior back\"", |job, _| job == 0),
    ("stage:onsite", |_, stage| stage == 1),
    ("status:live", |_, stage| stage < 3),
    ("status:active", |_, stage| stage == 1 || stage == 2),
    ("status:lead", |_, stage| stage == 0),
    ("status:hired", |_, stage| stage == 3),
    ("status:archived", |_, stage| stage == 4),
];

fn fits(person: &Person, terms: &[(bool, usize)], standings: &[(bool, usize)], text: &str) -> bool {
    let of_person = terms.iter().all(|(negated, term)| TERMS[*term].1(person) != *negated);
    let of_one = |(job, stage): &(usize, usize)| {
        standings.iter().all(|(negated, term)| STANDINGS[*term].1(*job, *stage) != *negated)
    };
    let applied = match standings {
        [] => true,
        _ if standings.iter().all(|(negated, _)| *negated) => person.applications.iter().all(of_one),
        _ => person.applications.iter().any(of_one),
    };
    let mut words = vec![NAMES[person.name], COMPANIES[person.company].unwrap_or_default()];
    words.extend(person.tags.iter().map(|tag| TAGS[*tag]));
    let words = crate::search::words(&words.join(" "));
    of_person && applied && (text.is_empty() || words.iter().any(|word| word.starts_with(text)))
}

fn written(terms: &[(bool, usize)], standings: &[(bool, usize)], text: &str) -> String {
    let sign = |negated: bool| if negated { "-" } else { "" };
    let terms = terms.iter().map(|(negated, term)| format!("{}{}", sign(*negated), TERMS[*term].0));
    let standings =
        standings.iter().map(|(negated, term)| format!("{}{}", sign(*negated), STANDINGS[*term].0));
    std::iter::once(text.to_owned()).chain(terms).chain(standings).collect::<Vec<_>>().join(" ")
}

/// Everybody, in the order.
fn sorted(open: &Open, (order, descending): (Order, bool)) -> Vec<i64> {
    let limit = 1_000;
    open.store.read(|reading| reading.candidate_window(order, descending, 0, limit)).unwrap()
}

const SMALL: Bounds = Bounds { narrow: 3, middling: 9, pairs: 2, ahead: 2, looked_at: 4, at_most: 10_000 };

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_search_finds_whom_a_naive_reading_finds(
        people in prop::collection::vec(person(), 1..40),
        terms in prop::collection::vec((any::<bool>(), 0..TERMS.len()), 0..3),
        standings in prop::collection::vec((any::<bool>(), 0..STANDINGS.len()), 0..3),
        text in prop::sample::select(vec!["", "ada", "rust", "m"]),
        by in 0_u8..5,
        enough in 0_usize..50,
    ) {
        let open = mirror(&people);
        let said = written(&terms, &standings, text);
        let query = Query::parse(&said);
        prop_assert_eq!(&query.problems, &Vec::<String>::new());
        let sort = match by {
            0 => None,
            1 => Some((Order::Name, false)),
            2 => Some((Order::Name, true)),
            3 => Some((Order::Updated, true)),
            _ => Some((Order::Created, true)),
        };
        let order = sorted(&open, sort.unwrap_or((Order::Updated, true)));
        let naive: Vec<i64> = order
            .into_iter()
            .filter(|row| fits(&people[usize::try_from(*row).unwrap() - 1], &terms, &standings, text))
            .collect();
        let whole = Bounds { narrow: 10_000, middling: 10_000, ..SMALL };
        let listed = Bounds { narrow: 12, middling: 10_000, ..SMALL };
        for (bounds, enough) in [(whole, 0), (SMALL, enough), (SMALL, 10_000), (listed, enough), (listed, 10_000)] {
            let found = open
                .store
                .read(|reading| reading.people_within(&query, sort, enough, bounds))
                .unwrap();
            let (some, all): (BTreeSet<i64>, BTreeSet<i64>) =
                (found.rows.iter().copied().collect(), naive.iter().copied().collect());
            prop_assert!(some.is_subset(&all), "{}: {:?} beyond {:?}", said, found, naive);
            prop_assert_eq!(some.len(), found.rows.len(), "nobody twice: {}", said);
            prop_assert!(some.len() >= enough.min(all.len()), "{}: {:?} of {:?}", said, found, naive);
            prop_assert!(found.total <= all.len() && (!found.exact || found.total == all.len()), "{}", said);
            if sort.is_some() || text.is_empty() {
                prop_assert_eq!(&found.rows[..], &naive[..found.rows.len()], "{}", said);
            }
        }
    }

    #[test]
    fn sources_and_places_are_counted_as_people_come_and_go(
        people in prop::collection::vec(person(), 1..20),
        gone in prop::collection::btree_set(0_usize..20, 0..10),
        moved in prop::collection::vec((0_usize..20, person()), 0..10),
    ) {
        let open = mirror(&people);
        let mut people: Vec<Option<Person>> = people.into_iter().map(Some).collect();
        for (key, person) in moved.into_iter().filter(|(key, _)| *key < people.len()).collect::<Vec<_>>() {
            people[key] = Some(person.clone());
            open.store.write_mirror(move |tx| keep(tx, key, &person)).unwrap();
        }
        for key in gone.into_iter().filter(|key| *key < people.len()).collect::<Vec<_>>() {
            people[key] = None;
            open.store
                .write_mirror(move |tx| tx.mark_deleted::<Candidate>(&id("ats_candidates", &key.to_string()), &at(9)))
                .unwrap();
        }
        let mut naive = std::collections::BTreeMap::<(String, String), i64>::new();
        for person in people.iter().flatten() {
            let facets = [("source", SOURCES[person.source]), ("_location", PLACES[person.place])];
            for (kind, value) in facets {
                if let Some(value) = value {
                    *naive.entry((kind.to_owned(), value.to_owned())).or_default() += 1;
                }
            }
        }
        let kept: std::collections::BTreeMap<(String, String), i64> = open
            .store
            .read(|reading| {
                let mut statement = reading.connection.prepare("SELECT kind, value, live FROM candidate_facet")?;
                let rows = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
                Ok(rows.collect::<rusqlite::Result<_>>()?)
            })
            .unwrap();
        prop_assert_eq!(kept, naive);
    }
}

/// Somebody of a name, a company and an application.
fn somebody(name: usize, company: usize, application: (usize, usize)) -> Person {
    Person {
        name,
        company,
        place: 0,
        source: 0,
        resume: false,
        created: None,
        tags: BTreeSet::new(),
        applications: vec![application],
    }
}

#[test]
fn by_name_those_who_are_called_so_stand_between_the_others() {
    // Of ten, six are called Rust, three work there, and one does neither.
    let ten = [(3, 0), (1, 1), (3, 1), (3, 0), (0, 1), (3, 2), (3, 3), (2, 1), (3, 1), (0, 0)];
    let people: Vec<Person> =
        ten.repeat(26).into_iter().map(|(name, company)| somebody(name, company, (0, 1))).collect();
    let open = mirror(&people);
    let bounds = Bounds { narrow: 100, middling: 1_000, ..SMALL };
    for descending in [false, true] {
        let sort = (Order::Name, descending);
        let mut naive = sorted(&open, sort);
        naive.retain(|row| row % 10 != 0);
        assert_eq!(naive.len(), 234);
        for (skip, limit) in [(0, 1), (0, 50), (60, 40), (70, 100), (200, 100)] {
            let query = Query::parse("rust");
            let (found, window) = open
                .store
                .read(|reading| {
                    let found = reading.people_within(&query, Some(sort), skip + limit, bounds)?;
                    let rows = reading.find("rust")?.rows;
                    Ok((found, reading.candidate_window_among((&rows, "rust"), sort, skip, limit)?))
                })
                .unwrap();
            assert!(found.rows.len() >= naive.len().min(skip + limit));
            assert_eq!(found.rows[..], naive[..found.rows.len()], "{skip} {limit}");
            assert_eq!(window, naive.iter().skip(skip).take(limit).copied().collect::<Vec<_>>());
        }
    }
}

#[test]
fn a_person_is_found_where_they_are_shown_to_stand() {
    let mut one = somebody(0, 0, (0, 1));
    let open = mirror(&[one.clone(), {
        one.applications = vec![(0, 2)];
        one
    }]);
    let found = |said: &str| {
        let query = Query::parse(said);
        open.store.read(|reading| reading.people(&query, None, 10)).unwrap().rows
    };
    assert_eq!((found("stage:onsite"), found("stage:offer")), (vec![1], vec![2]));
    let overlay = crate::table::overlay::StageOverlay {
        intent_id: "i".to_owned(),
        state: "waiting".to_owned(),
        application_id: id("ats_applications", "0-0").as_str().to_owned(),
        candidate_id: id("ats_candidates", "0").as_str().to_owned(),
        job_id: None,
        stage_id: id("ats_application_stages", "2").as_str().to_owned(),
        at: at(3).as_str().to_owned(),
    };
    open.store
        .write_local(move |tx| {
            let seq = tx.add_intent(&super::intent("i"))?;
            tx.lay_stage(seq, &overlay)
        })
        .unwrap();
    assert_eq!((found("stage:onsite"), found("job:senior stage:offer").len()), (vec![], 2));
}
