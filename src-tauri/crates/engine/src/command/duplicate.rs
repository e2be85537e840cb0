//! People who may be one and the same: alike by mail, phone, link or name.

use std::collections::HashMap;
use std::sync::Arc;

use samara_store::table::identity::Identity;
use samara_unified::fold;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::candidate::{CandidateRow, shown};
use super::{Info, command};
use crate::{Failure, Tag, Workspace};

/// Groups in one reply, at most.
const LIMIT: usize = 40;
/// What more people than this have in common says nothing: an agency's phone, a shared mailbox, a common name.
const COMMON: usize = 6;
/// A number shorter than this is an extension or a mistake.
const SHORTEST_PHONE: usize = 7;
/// Seconds for which the last look is good enough, whatever changed meanwhile.
const GOOD_FOR: i64 = 20;

/// By what two people are alike; the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum Likeness {
    /// The same mail address.
    Email,
    /// The same page elsewhere.
    Link,
    /// The same phone number.
    Phone,
    /// The same name.
    Name,
}

/// Which part of the list.
#[derive(Debug, Deserialize, TS)]
pub struct DuplicatesInput {
    /// First group; 0 without it.
    #[serde(default)]
    pub offset: u32,
}

/// Somebody in a group.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DuplicatePerson {
    /// As in a list of candidates.
    #[serde(flatten)]
    #[ts(flatten)]
    pub row: CandidateRow,
    /// The page in Ashby, where two can be merged.
    pub url: Option<String>,
    /// Addresses, numbers and links of theirs that somebody else in the group has too, as Ashby has them.
    pub shared: Vec<String>,
}

/// People who may be one.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DuplicateGroup {
    /// What they share, the strongest first.
    pub alike: Vec<Likeness>,
    /// Who.
    pub people: Vec<DuplicatePerson>,
}

/// A part of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DuplicateList {
    /// The groups, the likeliest first.
    pub groups: Vec<DuplicateGroup>,
    /// How many there are.
    pub total: u64,
    /// First group of the next part.
    pub next: Option<u32>,
    /// When the people were compared, UTC.
    pub as_of: String,
}

/// The last look, so that turning pages does not compare everybody again.
#[derive(Debug)]
pub struct Compared {
    generation: u32,
    at: chrono::DateTime<chrono::Utc>,
    groups: Arc<Vec<Alike>>,
}

/// Rows of people who may be one, and by what.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Alike {
    by: Vec<Likeness>,
    rows: Vec<i64>,
}

fn email(address: &str) -> Option<String> {
    let address = address.trim().to_lowercase();
    address.contains('@').then_some(address)
}

/// The digits alone: all of them after a plus where the country is told, as in `+49 (0)30 555` and `0049 30 555`; else
/// the last nine, by which a number is alike to one that tells it.
fn phone(number: &str) -> Option<String> {
    let digits: String = number.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    let country = match digits.strip_prefix("00") {
        Some(rest) => Some(rest),
        None => number.trim_start().starts_with('+').then_some(digits.as_str()),
    };
    let key = country.map_or_else(|| tail(&digits).to_owned(), |digits| format!("+{digits}"));
    (digits.len() >= SHORTEST_PHONE).then_some(key)
}

/// The last nine digits of a number, by which it is called from within the country.
fn tail(digits: &str) -> &str {
    digits.get(digits.len().saturating_sub(9)..).unwrap_or(digits)
}

/// Whether two keys say the same; of two phone numbers one may leave its country out.
fn alike((one_by, one): &(Likeness, String), (other_by, other): &(Likeness, String)) -> bool {
    let halves = *one_by == Likeness::Phone && one.starts_with('+') != other.starts_with('+');
    one_by == other_by && (one == other || (halves && tail(one) == tail(other)))
}

/// A page without what differs between two ways to it. The front page of a site belongs to nobody.
fn link(url: &str) -> Option<String> {
    let url = url.trim().to_lowercase();
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or(&url);
    let rest = rest.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let (host, path) = rest.split_once('/')?;
    let host = if host.ends_with(".linkedin.com") { "linkedin.com" } else { host.trim_start_matches("www.") };
    Some(format!("{host}/{path}"))
}

/// First and last name at least; one word names too many.
fn name(name: &str) -> Option<String> {
    let folded = fold(name);
    let words: Vec<&str> = folded.split_whitespace().collect();
    (words.len() > 1).then(|| words.join(" "))
}

/// Joins rows, and finds which belong together.
#[derive(Default)]
struct Union {
    parents: HashMap<i64, i64>,
}

impl Union {
    fn root(&mut self, row: i64) -> i64 {
        let mut at = row;
        while let Some(&parent) = self.parents.get(&at).filter(|parent| **parent != at) {
            at = parent;
        }
        self.parents.insert(row, at);
        at
    }

    fn join(&mut self, one: i64, other: i64) {
        let (one, other) = (self.root(one), self.root(other));
        self.parents.insert(one.max(other), one.min(other));
    }
}

/// What somebody can be found alike by, and how it is written; the name last.
fn keys(identity: &Identity) -> impl Iterator<Item = ((Likeness, String), &str)> {
    let emails =
        identity.emails.iter().filter_map(|text| Some(((Likeness::Email, email(text)?), text.as_str())));
    let links = identity.links.iter().filter_map(|text| Some(((Likeness::Link, link(text)?), text.as_str())));
    let phones =
        identity.phones.iter().filter_map(|text| Some(((Likeness::Phone, phone(text)?), text.as_str())));
    let name = name(&identity.name).map(|text| ((Likeness::Name, text), identity.name.as_str()));
    emails.chain(links).chain(phones).chain(name)
}

/// What each of a group has written that somebody else of it has too, names aside.
fn shared(group: &[Identity]) -> Vec<Vec<String>> {
    let has = |one: &Identity, key: &(Likeness, String)| keys(one).any(|(other, _)| alike(&other, key));
    let of = |one: &Identity| {
        let theirs = keys(one).filter(|((by, _), _)| *by != Likeness::Name);
        let both =
            theirs.filter(|(key, _)| group.iter().any(|other| other.row != one.row && has(other, key)));
        let mut texts: Vec<String> = both.map(|(_, text)| text.to_owned()).collect();
        texts.dedup();
        texts
    };
    group.iter().map(of).collect()
}

/// Keys of one kind of likeness and who has them.
#[derive(Default)]
struct Keys(HashMap<(Likeness, String), Vec<i64>>);

impl Keys {
    fn add(&mut self, identity: &Identity) {
        for (key, _) in keys(identity) {
            let rows = self.0.entry(key).or_default();
            if rows.last() != Some(&identity.row) {
                rows.push(identity.row);
            }
        }
    }

    /// A phone number without its country is that of whoever alone has it with one.
    fn with_countries(mut self) -> Self {
        let mut whole: HashMap<String, Vec<String>> = HashMap::new();
        for (by, key) in self.0.keys() {
            if *by == Likeness::Phone && key.starts_with('+') {
                whole.entry(tail(key).to_owned()).or_default().push(key.clone());
            }
        }
        for (tail, numbers) in whole {
            if let [number] = numbers.as_slice()
                && let Some(rows) = self.0.remove(&(Likeness::Phone, tail))
            {
                let all = self.0.entry((Likeness::Phone, number.clone())).or_default();
                all.extend(rows);
                all.sort_unstable();
                all.dedup();
            }
        }
        self
    }

    /// Everybody who shares something with somebody, joined into groups: the strongest likeness first, then the newest
    /// row. A name joins nobody to a group that shares more: many have the same.
    fn groups(self) -> Vec<Alike> {
        let shared = self.with_countries().0.into_iter();
        let shared = shared.filter(|(_, rows)| (2..=COMMON).contains(&rows.len()));
        let shared: Vec<(Likeness, Vec<i64>)> = shared.map(|((by, _), rows)| (by, rows)).collect();
        let (names, strong): (Vec<_>, Vec<_>) = shared.into_iter().partition(|(by, _)| *by == Likeness::Name);
        let mut union = Union::default();
        for (_, rows) in &strong {
            rows.windows(2).for_each(|pair| {
                if let [one, other] = pair {
                    union.join(*one, *other);
                }
            });
        }
        let mut joined: HashMap<i64, Alike> = HashMap::new();
        for (by, rows) in strong {
            let Some(first) = rows.first() else { continue };
            let group = joined
                .entry(union.root(*first))
                .or_insert_with(|| Alike { by: Vec::new(), rows: Vec::new() });
            group.by.push(by);
            group.rows.extend(rows);
        }
        let mut groups = Vec::new();
        for (by, rows) in names {
            let roots: Vec<i64> = rows.iter().map(|row| union.root(*row)).collect();
            let group = roots.first().and_then(|root| joined.get_mut(root));
            match group.filter(|_| roots.windows(2).all(|pair| pair.first() == pair.last())) {
                Some(group) => group.by.push(by),
                None => groups.push(Alike { by: vec![by], rows }),
            }
        }
        groups.extend(joined.into_values());
        for group in &mut groups {
            group.by.sort_unstable();
            group.by.dedup();
            group.rows.sort_unstable();
            group.rows.dedup();
        }
        groups
            .sort_by_key(|group| (group.by.first().copied(), std::cmp::Reverse(group.rows.last().copied())));
        groups
    }
}

fn compared(
    workspace: &Workspace,
    reading: &samara_store::Reading<'_>,
) -> samara_store::Result<(Arc<Vec<Alike>>, String)> {
    let (now, generation) = (workspace.clock.now(), workspace.notices.generation());
    let mut kept = workspace.compared.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(last) = kept.as_ref()
        && (last.generation == generation || (now - last.at).num_seconds() < GOOD_FOR)
    {
        return Ok((Arc::clone(&last.groups), samara_unified::Timestamp::from(last.at).as_str().to_owned()));
    }
    let mut keys = Keys::default();
    reading.each_identity(|identity| keys.add(&identity))?;
    let groups = Arc::new(keys.groups());
    *kept = Some(Compared { generation, at: now, groups: Arc::clone(&groups) });
    Ok((groups, samara_unified::Timestamp::from(now).as_str().to_owned()))
}

fn list(
    workspace: &Workspace,
    reading: &samara_store::Reading<'_>,
    offset: u32,
) -> samara_store::Result<DuplicateList> {
    let (all, as_of) = compared(workspace, reading)?;
    let pending = reading.overlaid_candidates()?;
    let mut groups = Vec::new();
    for alike in all.iter().skip(offset as usize).take(LIMIT) {
        let rows = reading.candidate_rows(&alike.rows)?;
        let mut identities = Vec::with_capacity(rows.len());
        for row in &rows {
            identities.push(reading.identity(&row.id)?.unwrap_or_default());
        }
        let mut people = Vec::with_capacity(rows.len());
        for (row, shared) in rows.into_iter().zip(shared(&identities)) {
            let url = reading.candidate_url(&row.id)?;
            people.push(DuplicatePerson { row: shown(reading, row, &pending)?, url, shared });
        }
        // Who was merged since is told no more.
        if people.len() > 1 {
            groups.push(DuplicateGroup { alike: alike.by.clone(), people });
        }
    }
    let end = offset as usize + LIMIT;
    let next = (end < all.len()).then(|| u32::try_from(end).unwrap_or(u32::MAX));
    Ok(DuplicateList { groups, total: all.len() as u64, next, as_of })
}

command! {
    /// People who may be one and the same.
    ListDuplicates, Info::read("list_duplicates", &[Tag::Candidates]), |desk, input: DuplicatesInput| -> DuplicateList {
        let workspace = desk.workspace()?;
        let own = Arc::clone(&workspace);
        let found: Result<DuplicateList, Failure> = workspace.read(move |reading| list(&own, reading, input.offset)).await;
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(row: i64, name: &str, emails: &[&str], phones: &[&str], links: &[&str]) -> Identity {
        let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        Identity { row, name: name.to_owned(), emails: own(emails), phones: own(phones), links: own(links) }
    }

    fn groups(people: &[Identity]) -> Vec<(Vec<Likeness>, Vec<i64>)> {
        let mut keys = Keys::default();
        people.iter().for_each(|person| keys.add(person));
        keys.groups().into_iter().map(|group| (group.by, group.rows)).collect()
    }

    #[test]
    fn people_are_alike_by_what_is_theirs_alone_however_it_is_written() {
        let found = groups(&[
            person(1, "Ada Byron", &["Ada@Example.org"], &[], &[]),
            person(2, "A. Lovelace", &["ada@example.org "], &[], &["https://www.linkedin.com/in/ada/"]),
            person(3, "Ada King", &[], &[], &["http://de.linkedin.com/in/Ada?trk=x"]),
            person(4, "Bo Li", &[], &["+49 30 555 1234"], &[]),
            person(5, "B. Li", &[], &["0049-30-5551234"], &[]),
            person(6, "Zoë Müller", &[], &["12"], &["https://example.org"]),
            person(7, "zoe muller", &[], &["12"], &["https://example.org"]),
            person(8, "Cher", &[], &[], &[]),
            person(9, "Cher", &[], &[], &[]),
        ]);
        assert_eq!(
            found,
            [
                (vec![Likeness::Email, Likeness::Link], vec![1, 2, 3]),
                (vec![Likeness::Phone], vec![4, 5]),
                (vec![Likeness::Name], vec![6, 7]),
            ]
        );
    }

    #[test]
    fn a_phone_of_another_country_is_another_and_one_without_is_that_of_the_only_one_with() {
        let phones = |numbers: &[&str]| {
            let one =
                |(row, number): (i64, &&str)| person(row, &format!("Person {row}"), &[], &[number], &[]);
            groups(&(1..).zip(numbers).map(one).collect::<Vec<_>>())
        };
        assert_eq!(phones(&["+1 947 555 0111", "+1 847 555 0111"]), []);
        assert_eq!(phones(&["+49 (0)30 555 1234", "030 555 1234"]), [(vec![Likeness::Phone], vec![1, 2])]);
        assert_eq!(
            phones(&["+1 947 555 0111", "947 555 0111", "+1 847 555 0111"]),
            [],
            "whose it is is not told"
        );
    }

    #[test]
    fn a_name_joins_nobody_to_those_who_share_more() {
        let found = groups(&[
            person(1, "Ada Byron", &["ada@example.org"], &[], &[]),
            person(2, "Ada Byron", &["ada@example.org"], &[], &[]),
            person(3, "Bo Li", &["ada@example.org"], &[], &[]),
            person(4, "Bo Li", &[], &[], &[]),
        ]);
        let joined = (vec![Likeness::Email, Likeness::Name], vec![1, 2, 3]);
        assert_eq!(found, [joined, (vec![Likeness::Name], vec![3, 4])]);
    }

    #[test]
    fn what_is_shared_is_told_as_each_has_written_it() {
        let group = [
            person(1, "Ada Byron", &["Ada@Example.org", "own@example.org"], &["+49 30 555 1234"], &[]),
            person(2, "Ada Byron", &["ada@example.org"], &[], &["https://example.org/ada"]),
            person(3, "A. King", &[], &["0049-30-5551234"], &[]),
        ];
        assert_eq!(
            shared(&group),
            [vec!["Ada@Example.org", "+49 30 555 1234"], vec!["ada@example.org"], vec!["0049-30-5551234"]]
        );
    }

    #[test]
    fn what_many_share_joins_nobody() {
        let people: Vec<Identity> = (0..10)
            .map(|row| person(row, &format!("Person {row}"), &["jobs@agency.example"], &[], &[]))
            .collect();
        assert_eq!(groups(&people), []);
    }
}
