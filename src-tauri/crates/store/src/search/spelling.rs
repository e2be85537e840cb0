//! Words typed with one slip: a letter too many, missing, wrong, or two the other way round.

use std::collections::BTreeSet;

use super::{expression, words};
use crate::{Reading, Result};

/// A word this short has too many others beside it.
const SHORTEST: usize = 4;
/// A word this long is one letter away from too many to look for each.
const LONGEST: usize = 24;

/// What a folded word may have been meant to begin with, its first letter taken as meant; nothing of a short word.
#[must_use]
pub fn slips(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    if !(SHORTEST..=LONGEST).contains(&letters.len()) {
        return Vec::new();
    }
    let mut all = BTreeSet::new();
    let mut add = |before: &[char], between: &[char], after: &[char]| {
        all.insert(before.iter().chain(between).chain(after).collect::<String>());
    };
    for at in 1..letters.len() {
        let (before, after) = letters.split_at(at);
        let Some((here, after_here)) = after.split_first() else { continue };
        add(before, &[], after_here);
        if let Some((next, rest)) = after_here.split_first() {
            add(before, &[*next, *here], rest);
        }
        for letter in 'a'..='z' {
            add(before, &[letter], after_here);
            add(before, &[letter], after);
        }
    }
    all.remove(word);
    all.into_iter().collect()
}

impl Reading<'_> {
    /// Candidates by name, title or company, should each word nothing begins with have been typed with one slip; from
    /// newest, at most `limit`. Nothing when every word is one that somebody has.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn find_near(&self, query: &str, limit: u32) -> Result<Vec<i64>> {
        let mut parts = Vec::new();
        let mut slipped = false;
        for word in words(query) {
            let Some(exact) = expression(&word) else { continue };
            if !self.matching(&exact, 1)?.is_empty() {
                parts.push(exact);
                continue;
            }
            let meant: Vec<String> = slips(&word).iter().map(|slip| format!("\"{slip}\" *")).collect();
            if meant.is_empty() {
                return Ok(Vec::new());
            }
            slipped = true;
            parts.push(format!("{{name work}} : ({})", meant.join(" OR ")));
        }
        if slipped { self.matching(&parts.join(" AND "), limit) } else { Ok(Vec::new()) }
    }
}

#[cfg(test)]
mod tests {
    use super::slips;

    #[test]
    fn each_slip_is_one_letter_away() {
        let meant = slips("smiht");
        for word in ["smith", "smit", "smihit", "smaht", "smht"] {
            assert!(meant.contains(&word.to_owned()), "{word}");
        }
        assert!(!meant.contains(&"smiht".to_owned()) && meant.iter().all(|word| word.starts_with('s')));
        assert_eq!(slips("bob"), Vec::<String>::new());
        assert_eq!(slips(&"a".repeat(200)), Vec::<String>::new());
    }
}
