//! Candidates: who they are. What they applied for is in `applications.rs`.

use super::Workspace;
use super::names::{FullName, Names, slug};
use super::places::PLACES;
use super::words::{COMPANY_HEADS, COMPANY_TAILS, Family, SCHOOLS};
use crate::draw::{Draw, Stream};

/// A mail address or phone number: value, type, and whether it is the primary one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Contact {
    pub value: String,
    pub kind: &'static str,
    pub primary: bool,
}

/// A candidate as generated.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub name: String,
    pub latin: String,
    pub place: Option<usize>,
    pub emails: Vec<Contact>,
    pub phones: Vec<Contact>,
    pub links: Vec<(&'static str, String)>,
    /// Places in the list of tags.
    pub tags: Vec<usize>,
    pub title: Option<String>,
    pub company: Option<String>,
    pub school: Option<String>,
    pub fraud: Option<&'static str>,
    pub resume: bool,
    pub letter: bool,
    /// The résumé is a Word document.
    pub docx: bool,
    /// A certificate, and references as plain text.
    pub others: (bool, bool),
    pub notes: u64,
    /// What is unknown is left out by some records and said to be null by others.
    pub says_null: bool,
    /// Little more than a name is known.
    pub bare: bool,
}

/// One candidate in this many has a name that careless software trips over.
const AWKWARD: u64 = 50;

const MAIL_HOSTS: &[&str] =
    &["postkasse.example", "inbox.example", "mail.example", "briefkasten.example", "courrier.example"];

impl Workspace {
    /// Whose name and phone number a candidate has: a few are second records of the person before them.
    fn self_of(&self, candidate: u32) -> u32 {
        let twin = candidate > 0 && Draw::at(self.seed, Stream::Gaps, u64::from(candidate)).chance(6);
        if twin { candidate - 1 } else { candidate }
    }

    /// The name alone, for searches through all candidates.
    pub fn name_of(&self, candidate: u32) -> FullName {
        let index = u64::from(self.self_of(candidate));
        if index % AWKWARD == AWKWARD - 13 {
            return Names::awkward(index / AWKWARD);
        }
        self.names.plain(&mut Draw::at(self.seed, Stream::Person, index))
    }

    /// Derives a candidate; `family` is the kind of work they applied for.
    pub fn person(&self, candidate: u32, family: Family) -> Person {
        let index = u64::from(candidate);
        let name = self.name_of(candidate);
        let mut gaps = Draw::at(self.seed, Stream::Gaps, index ^ (1 << 40));
        let bare = gaps.chance(20);
        let says_null = gaps.chance(500);
        let mut draw = Draw::at(self.seed, Stream::Contact, index);
        let place = place(&name, &mut draw);
        let emails = if bare { Vec::new() } else { emails(&name, candidate, &mut draw) };
        let mut shared = Draw::at(self.seed, Stream::Contact, u64::from(self.self_of(candidate)) ^ (1 << 41));
        let phones = if bare { Vec::new() } else { phones(place, &mut shared) };
        let mut person = Person {
            links: if bare { Vec::new() } else { links(&name, candidate, family, &mut draw) },
            place: place.filter(|_| !bare && !draw.chance(40)),
            name: name.shown,
            latin: name.latin,
            emails,
            phones,
            tags: Vec::new(),
            title: None,
            company: None,
            school: None,
            fraud: [None, None, Some("Unreviewed"), Some("NotFraudulent"), Some("PassedFraudCheck")]
                .get(draw.place(5))
                .copied()
                .flatten(),
            resume: !bare && !draw.chance(140),
            letter: !bare && draw.chance(100),
            docx: false,
            others: (false, false),
            notes: if draw.chance(450) { draw.between(1, 5) } else { 0 },
            says_null,
            bare,
        };
        if candidate % 60 == 31 {
            person.fraud = Some(if candidate % 120 == 31 { "Fraudulent" } else { "Unsure" });
        }
        person.others = others(self.seed, candidate, bare);
        person.docx = Draw::at(self.seed, Stream::Resume, index | (1 << 42)).chance(120);
        self.career(&mut person, candidate, family);
        person
    }

    fn career(&self, person: &mut Person, candidate: u32, family: Family) {
        if person.bare {
            return;
        }
        let mut draw = Draw::at(self.seed, Stream::Career, u64::from(candidate));
        person.title = (!draw.chance(30)).then(|| draw.word(family.trade().titles).to_owned());
        person.company = (!draw.chance(60)).then(|| employer(&mut draw));
        person.school = draw.chance(620).then(|| draw.word(SCHOOLS).to_owned());
        let mut labels = Draw::at(self.seed, Stream::Labels, u64::from(candidate));
        let count = if labels.chance(420) { labels.between(1, 4) } else { 0 };
        let all: Vec<usize> = (0..self.tags.len()).collect();
        person.tags = labels.some(&all, usize::try_from(count).unwrap_or(0)).into_iter().copied().collect();
    }
}

/// Files beside résumé and letter.
fn others(seed: u64, candidate: u32, bare: bool) -> (bool, bool) {
    let mut draw = Draw::at(seed, Stream::Resume, u64::from(candidate) | (1 << 43));
    (draw.chance(60) && !bare, draw.chance(40) && !bare)
}

/// Someone of whom nothing but a name is known.
pub(crate) fn stranger(name: String) -> Person {
    Person {
        latin: name.clone(),
        name,
        place: None,
        emails: Vec::new(),
        phones: Vec::new(),
        links: Vec::new(),
        tags: Vec::new(),
        title: None,
        company: None,
        school: None,
        fraud: None,
        resume: false,
        letter: false,
        docx: false,
        others: (false, false),
        notes: 0,
        says_null: true,
        bare: true,
    }
}

pub(crate) fn employer(draw: &mut Draw) -> String {
    format!("{} {}", draw.word(COMPANY_HEADS), draw.word(COMPANY_TAILS))
}

/// Half of all people live where their names come from.
fn place(name: &FullName, draw: &mut Draw) -> Option<usize> {
    if !name.homes.is_empty() && draw.chance(550) {
        return draw.one(name.homes).copied();
    }
    Some(draw.place(PLACES.len()))
}

/// A suffix that no other candidate has.
fn mark(candidate: u32) -> String {
    let mut left = candidate;
    let mut mark = String::new();
    while left > 0 || mark.is_empty() {
        mark.push(char::from_digit(left % 36, 36).unwrap_or('0'));
        left /= 36;
    }
    mark
}

/// The candidate a generated address belongs to, if it is one; the mark stands between the last dot and the `@`.
pub(crate) fn owner(address: &str) -> Option<u32> {
    let (local, _) = address.rsplit_once('@')?;
    let (_, mark) = local.rsplit_once('.')?;
    let owner =
        mark.chars().rev().try_fold(0u32, |sum, digit| sum.checked_mul(36)?.checked_add(digit.to_digit(36)?));
    owner.filter(|_| !mark.is_empty())
}

fn emails(name: &FullName, candidate: u32, draw: &mut Draw) -> Vec<Contact> {
    if draw.chance(15) {
        return Vec::new();
    }
    let slug = slug(&name.latin, '.');
    let slug = if slug.is_empty() { "candidate" } else { slug.as_str() };
    let address = |host: &str, mark: &str| format!("{slug}.{mark}@{host}");
    let own = mark(candidate);
    let mut emails =
        vec![Contact { value: address(draw.word(MAIL_HOSTS), &own), kind: "Personal", primary: true }];
    if draw.chance(180) {
        emails.push(Contact { value: address("work.example", &own), kind: "Work", primary: false });
    }
    if draw.chance(15) {
        // Typed in by someone in a hurry.
        emails.push(Contact { value: format!("{slug}(at)mail.example"), kind: "Other", primary: false });
    }
    emails
}

fn phones(place: Option<usize>, draw: &mut Draw) -> Vec<Contact> {
    if draw.chance(220) {
        return Vec::new();
    }
    let pattern = place.and_then(|place| PLACES.get(place)).map_or("+44 7700 900###", |place| place.phone);
    let value: String = pattern
        .chars()
        .enumerate()
        .map(|(at, sign)| match sign {
            // An area code does not start with 0 or 1.
            '#' if at == 3 => {
                char::from_digit(u32::try_from(draw.between(2, 9)).unwrap_or(2), 10).unwrap_or('2')
            }
            '#' => char::from_digit(u32::try_from(draw.below(10)).unwrap_or(0), 10).unwrap_or('0'),
            sign => sign,
        })
        .collect();
    vec![Contact { value, kind: draw.word(&["Personal", "Personal", "Work", "Other"]), primary: true }]
}

fn links(name: &FullName, candidate: u32, family: Family, draw: &mut Draw) -> Vec<(&'static str, String)> {
    let slug = slug(&name.latin, '-');
    let own = mark(candidate);
    let mut links = Vec::new();
    if draw.chance(700) {
        links.push(("LinkedIn", format!("https://www.linkedin.com/in/{slug}-x{own}")));
    }
    if matches!(family, Family::Software | Family::Student) && draw.chance(450) {
        links.push(("GitHub", format!("https://github.com/{}-x{own}", slug.replace('-', ""))));
    }
    if draw.chance(90) {
        links.push(("Website", format!("https://{slug}-{own}.example")));
    }
    // Besides the few drawn, every thirtieth has one, each kind in turn.
    let turn = usize::try_from(candidate / 30).unwrap_or(0);
    if draw.chance(25) || candidate % 30 == 17 {
        let (kind, base) = [
            ("Twitter", "https://twitter.com/"),
            ("Medium", "https://medium.com/@"),
            ("StackOverflow", "https://stackoverflow.com/users/"),
            ("YouTube", "https://www.youtube.com/@"),
            ("CodePen", "https://codepen.io/"),
        ]
        .get(turn % 5)
        .copied()
        .unwrap_or(("Website", "https://"));
        links.push((kind, format!("{base}{slug}-x{own}")));
    }
    links
}
