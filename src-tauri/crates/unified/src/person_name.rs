//! Names of people: Ashby has one text, the unified model two.

use crate::text::{collapsed, joined};

/// Splits a whole name into first and last name.
///
/// The first word is the first name, the rest the last name; `Last, First` (one comma with words on both
/// sides) is turned round. A single word is a first name.
#[must_use]
pub fn split_name(name: &str) -> (Option<String>, Option<String>) {
    if let Some((last, first)) = name.split_once(',')
        && !first.contains(',')
    {
        let (first, last) = (collapsed(first), collapsed(last));
        if !first.is_empty() && !last.is_empty() {
            return (Some(first), Some(last));
        }
    }
    let mut words = name.split(|c: char| c.is_whitespace()).filter(|word| !word.is_empty());
    let first = words.next().map(str::to_owned);
    let last = joined(words);
    (first, (!last.is_empty()).then_some(last))
}

/// First and last name as people read them; [`None`] if there is neither.
pub(crate) fn whole_name(first: Option<&str>, last: Option<&str>) -> Option<String> {
    let name = joined([first, last].into_iter().flatten().flat_map(str::split_whitespace));
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn split(name: &str) -> (Option<String>, Option<String>) {
        split_name(name)
    }

    #[test]
    fn names_split_at_the_first_space_or_a_comma() {
        for (name, first, last) in [
            ("Ada Lovelace", Some("Ada"), Some("Lovelace")),
            ("  Ada   King  Lovelace ", Some("Ada"), Some("King Lovelace")),
            ("Plato", Some("Plato"), None),
            ("Lovelace, Ada", Some("Ada"), Some("Lovelace")),
            ("van der Berg ,  Ada  Marie", Some("Ada Marie"), Some("van der Berg")),
            ("Lovelace,", Some("Lovelace,"), None),
            ("Lovelace, Ada, PhD", Some("Lovelace,"), Some("Ada, PhD")),
            ("", None, None),
            (" \t ", None, None),
        ] {
            assert_eq!(split(name), (first.map(str::to_owned), last.map(str::to_owned)), "{name:?}");
        }
    }

    proptest! {
        #[test]
        fn no_word_of_a_name_without_comma_is_lost(words in prop::collection::vec("[^\\s,]{1,8}", 0..5)) {
            let name = words.join("  ");
            let (first, last) = split(&name);
            prop_assert_eq!(whole_name(first.as_deref(), last.as_deref()).unwrap_or_default(), words.join(" "));
            prop_assert_eq!(last.is_some(), words.len() > 1);
        }

        #[test]
        fn a_turned_name_reads_like_the_plain_one(first in "[A-Z][a-z]{0,7}", last in "[A-Z][a-z]{0,7}") {
            prop_assert_eq!(split(&format!("{last}, {first}")), split(&format!("{first} {last}")));
        }

        #[test]
        fn any_text_splits(name in "\\PC{0,32}") {
            let (first, last) = split(&name);
            prop_assert!(first.is_some() || last.is_none());
            prop_assert_eq!(first.is_some(), !name.trim().is_empty());
        }
    }
}
