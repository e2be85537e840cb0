use proptest::prelude::*;

use super::*;

fn terms(text: &str) -> Vec<String> {
    let query = Query::parse(text);
    assert_eq!(query.problems, Vec::<String>::new(), "{text}");
    query
        .terms
        .iter()
        .map(|term| Query { terms: vec![term.clone()], ..Query::default() }.to_string())
        .collect()
}

#[test]
fn operators_values_and_signs_are_told_apart_from_words() {
    let query = Query::parse("  ada tag:rust -tag:\"no go\"  love \"senior eng\" -Berlin");
    assert_eq!(query.text, "ada love");
    assert_eq!(query.to_string(), "ada love tag:\"rust\" -tag:\"no go\" \"senior eng\" -\"Berlin\"");
    assert_eq!(terms("STATUS:Rejected has:CV"), ["status:archived", "has:resume"]);
    assert_eq!(
        Query::parse("https://www.linkedin.com/in/ada 10:30 jean-luc - --").text,
        "https://www.linkedin.com/in/ada 10:30 jean-luc"
    );
    assert!(Query::parse("tag: -job: \"\" ").is_empty(), "what is still being typed asks for nothing");
    assert_eq!(terms("company:\"Acme Co"), ["company:\"Acme Co\""]);
}

#[test]
fn signs_alone_are_told_to_be_nothing_to_search_for() {
    for text in ["😀", "(((", " % \"", "-??"] {
        let query = Query::parse(text);
        assert!(query.is_empty());
        assert!(query.problems.concat().contains("no letter and no digit"), "{text}");
    }
    for text in ["", " - ", "\"", "C++ (((", "tag:"] {
        assert_eq!(Query::parse(text).problems, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn days_months_years_and_ranges_are_dates() {
    for (text, told) in [
        ("created:2026-01-31", "created:2026-01-31"),
        ("created:=2026-01-31", "created:2026-01-31"),
        ("created:>2026-01-31", "created:>=2026-02-01"),
        ("created:>=2026-01", "created:>=2026-01-01"),
        ("created:>2026", "created:>=2027-01-01"),
        ("updated:<2026-02", "updated:<2026-02-01"),
        ("updated:<=2026-02", "updated:<2026-03-01"),
        ("created:2024-02", "created:2024-02-01..2024-02-29"),
        ("created:2026-01-05..2026-02", "created:2026-01-05..2026-02-28"),
        ("created:..2025", "created:<2026-01-01"),
    ] {
        assert_eq!(terms(text), [told], "{text}");
    }
}

#[test]
fn what_is_not_understood_is_told_and_the_rest_still_holds() {
    for (text, told) in [
        ("colour:red", "colour: is no operator"),
        ("created:yesterday", "created:yesterday is no date"),
        ("created:2026-02-30", "is no date"),
        ("created:..", "is no date"),
        ("status:maybe", "live, active, lead, hired, archived"),
        ("has:dog", "resume"),
    ] {
        let query = Query::parse(&format!("ada {text} tag:x"));
        assert_eq!((query.text.as_str(), query.terms.len(), query.problems.len()), ("ada", 1, 1), "{text}");
        assert!(query.problems[0].contains(told), "{}", query.problems[0]);
    }
}

fn what() -> impl Strategy<Value = What> {
    let text = "[^\"\\p{C}]{0,8}[a-zß0-9][^\"\\p{C}]{0,8}".prop_map(|text: String| text.trim().to_owned());
    let date =
        (1_i32..9_000, 1_u32..13, 1_u32..29).prop_map(|(y, m, d)| chrono::NaiveDate::from_ymd_opt(y, m, d));
    let span = (date.clone(), date, 0..3_u8).prop_map(|(from, to, open)| match open {
        0 => Span { from, to: None },
        1 => Span { from: None, to },
        _ => Span { from, to },
    });
    (text, span, 0..12_u8).prop_map(|(text, span, kind)| match kind {
        0 => What::Words(text),
        1 => What::Tag(text),
        2 => What::Job(text),
        3 => What::Stage(text),
        4 => What::Source(text),
        5 => What::Company(text),
        6 => What::Title(text),
        7 => What::Location(text),
        8 => What::Status(Status::Hired),
        9 => What::Has(Thing::Resume),
        10 => What::Created(span),
        _ => What::Updated(span),
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_the_same(
        words in prop::collection::vec("[a-zé][a-zé0-9]{0,6}", 0..4),
        terms in prop::collection::vec((any::<bool>(), what()), 0..5),
    ) {
        let terms = terms.into_iter().map(|(negated, what)| Term { negated, what }).collect();
        let query = Query { text: words.join(" "), terms, problems: Vec::new() };
        prop_assert_eq!(Query::parse(&query.to_string()), query);
    }

    #[test]
    fn anything_can_be_read_and_its_reading_is_final(
        text in ".{0,40}|([a-z]{0,4}[-:\"<>=.0-9 ]{0,3}(tag|created|-has|status|job):?\"?[a-z0-9>.-]{0,10}\"? ?){0,4}",
    ) {
        let query = Query::parse(&text);
        let again = Query::parse(&query.to_string());
        prop_assert_eq!((again.text, again.terms), (query.text, query.terms));
    }
}
