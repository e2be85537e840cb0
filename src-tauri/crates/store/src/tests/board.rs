//! Windows of a column, and who a filter lets through.

use samara_unified::{Application, CandidateTag};

use super::{Open, at, candidate, id, open, row, tag};
use crate::table::board::Sieve;

const MANY: u32 = 23;
const NOW: &str = "2026-06-01T00:00:00.000Z";

/// A column where some came at the same time, and of some it is not known when; every third person has the tag.
fn column() -> Open {
    let open = open();
    open.store
        .write_mirror(|tx| {
            tx.upsert(&tag("tag", "Remote"), &[], &at(0))?;
            for key in (0..MANY).map(|number| format!("{number:02}")) {
                let number: u32 = key.parse().unwrap();
                tx.upsert(&candidate(&key, "Ada"), &[], &at(0))?;
                let mut model = Application {
                    candidate_id: Some(id("ats_candidates", &key)),
                    job_id: Some(id("ats_jobs", "j")),
                    current_stage_id: Some(id("ats_application_stages", "s")),
                    ..Application::default()
                };
                model.private.is_live = Some(true);
                model.private.entered_stage_at = (!number.is_multiple_of(5)).then(|| at(number / 3));
                model.private.source =
                    Some(if number.is_multiple_of(2) { "Referral" } else { "Fair" }.to_owned());
                tx.upsert(&row(&key, model), &[], &at(0))?;
                let model = CandidateTag {
                    candidate_id: Some(id("ats_candidates", &key)),
                    tag_id: Some(id("ats_tags", "tag")),
                    ..CandidateTag::default()
                };
                let owner = id("ats_candidates", &key);
                let tags = if number.is_multiple_of(3) { vec![row(&key, model)] } else { Vec::new() };
                tx.replace_connections("candidate_id", &owner, &tags, &at(0))?;
            }
            // Whose it is can be switched off, and then nobody knows.
            let nobodys = CandidateTag { tag_id: Some(id("ats_tags", "tag")), ..CandidateTag::default() };
            tx.upsert(&row("nobody's", nobodys), &[], &at(0))?;
            Ok(())
        })
        .unwrap();
    open
}

/// The cards of a window, by their application.
fn window(
    open: &Open,
    sieve: &Sieve,
    without: &'static [&'static str],
    place: (u64, u32, u64),
) -> Vec<String> {
    let (job, stage) = (id("ats_jobs", "j"), id("ats_application_stages", "s"));
    let hidden: Vec<String> =
        without.iter().map(|key| id("ats_applications", key).as_str().to_owned()).collect();
    let sieve = sieve.clone();
    open.store
        .read(move |reading| {
            let hidden: Vec<&str> = hidden.iter().map(String::as_str).collect();
            let cards = reading.cards((job.as_str(), stage.as_str()), &sieve, &hidden, place, NOW)?;
            Ok(cards.into_iter().map(|card| card.application_id).collect())
        })
        .unwrap()
}

#[test]
fn a_window_of_a_column_is_the_same_from_whichever_end_it_is_walked() {
    let open = column();
    for (without, of) in [([].as_slice(), 23), (["04", "22"].as_slice(), 21)] {
        let all = window(&open, &Sieve::default(), without, (0, 100, 10_000));
        assert_eq!(all.len(), of);
        for skip in 0..of + 3 {
            let expected: Vec<_> = all.iter().skip(skip).take(4).cloned().collect();
            let shown = window(&open, &Sieve::default(), without, (skip as u64, 4, of as u64));
            assert_eq!(shown, expected, "{skip} of {of}");
        }
    }
}

#[test]
fn a_filter_lets_through_those_it_names() {
    let open = column();
    let names = |name: &str| vec![name.to_owned()];
    let all = window(&open, &Sieve::default(), &[], (0, 100, 23));
    let number = |id: &String| {
        (0..MANY).find(|key| *id == super::id("ats_applications", &format!("{key:02}")).as_str())
    };
    let until = Some(at(3).as_str().to_owned());
    let came = |key: u32| !key.is_multiple_of(5) && key / 3 <= 3;
    let cases: [(Sieve, &dyn Fn(u32) -> bool); 6] = [
        (Sieve { entered_until: until.clone(), ..Sieve::default() }, &came),
        (Sieve { entered_until: until, tags: names("Remote"), ..Sieve::default() }, &|key| {
            came(key) && key.is_multiple_of(3)
        }),
        (Sieve { tags: names("Remote"), ..Sieve::default() }, &|key| key.is_multiple_of(3)),
        (Sieve { without_tags: names("Remote"), ..Sieve::default() }, &|key| !key.is_multiple_of(3)),
        (Sieve { sources: names("Fair"), tags: names("Remote"), ..Sieve::default() }, &|key| key % 6 == 3),
        (Sieve { sources: names(""), ..Sieve::default() }, &|_| false),
    ];
    for (sieve, passes) in cases {
        let expected: Vec<_> = all.iter().filter(|id| number(id).is_some_and(passes)).cloned().collect();
        let job = id("ats_jobs", "j");
        let (asked, counted) = (sieve.clone(), sieve.clone());
        let entries = open.store.read(move |reading| reading.stage_entries(job.as_str(), &asked)).unwrap();
        assert_eq!(entries.counts.values().sum::<u64>(), expected.len() as u64, "{counted:?}");
        assert_eq!(window(&open, &sieve, &[], (0, 100, expected.len() as u64)), expected, "{sieve:?}");
    }
}

#[test]
fn who_is_in_no_stage_is_counted_under_no_name() {
    let open = column();
    let mut model = Application { job_id: Some(id("ats_jobs", "j")), ..Application::default() };
    model.private.source = Some("Fair".to_owned());
    open.store.write_mirror(move |tx| tx.upsert(&row("nowhere", model), &[], &at(0)).map(drop)).unwrap();
    let fair = Sieve { sources: vec!["Fair".to_owned()], ..Sieve::default() };
    for (sieve, nowhere, there) in [(Sieve::default(), 1, 23), (fair, 1, 11)] {
        let job = id("ats_jobs", "j");
        let counts = open.store.read(move |reading| reading.stage_counts(job.as_str(), &sieve)).unwrap();
        let stage = id("ats_application_stages", "s");
        assert_eq!((counts.get(""), counts.get(stage.as_str())), (Some(&nowhere), Some(&there)));
    }
}
