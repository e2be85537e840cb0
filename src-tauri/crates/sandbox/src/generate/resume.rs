//! Résumés and letters as PDF, from the same facts as the candidate's record.

use super::people::{Person, employer};
use super::places::PLACES;
use super::words::{COMMON_DEEDS, Family, SCHOOLS};
use super::{Workspace, time};
use crate::docx::Word;
use crate::draw::{Draw, Stream};
use crate::pdf::{Document, Face};

impl Workspace {
    /// The résumé of a candidate.
    pub fn resume(&self, candidate: u32, person: &Person, family: Family) -> Vec<u8> {
        let mut draw = Draw::at(self.seed, Stream::Resume, u64::from(candidate));
        let trade = family.trade();
        let mut page = Document::new(&person.latin);
        page.line(Face::Bold, 22.0, &person.latin);
        if let Some(title) = &person.title {
            page.line(Face::Regular, 12.5, title);
        }
        page.space(4.0);
        page.line(Face::Regular, 9.5, &contact(person));
        let links: Vec<&str> =
            person.links.iter().map(|(_, url)| url.trim_start_matches("https://")).collect();
        page.line(Face::Regular, 9.5, &links.join("   |   "));
        page.rule();

        page.heading("Profile");
        let years = draw.between(2, 18);
        page.paragraph(Face::Regular, 10.5, &format!(
            "{} with {years} years of practice. I like problems that can be measured, teams that talk to each other, and \
             work that holds up on a bad day. Most recently I {}.",
            person.title.as_deref().unwrap_or("All-rounder"),
            draw.word(trade.deeds)
        ));

        let mut deeds = deeds(trade.deeds, &mut draw).into_iter();
        page.heading("Experience");
        let mut until = year(self.now);
        for position in 0..draw.between(2, 5) {
            let from = until.saturating_sub(draw.between(1, 4));
            let company = match (&person.company, position) {
                (Some(company), 0) => company.clone(),
                _ => employer(&mut draw),
            };
            let title = if position == 0 { person.title.clone() } else { None };
            let title = title.unwrap_or_else(|| draw.word(trade.titles).to_owned());
            let to = if position == 0 { "today".to_owned() } else { until.to_string() };
            page.line(Face::Bold, 11.0, &format!("{title}, {company}"));
            page.line(Face::Regular, 9.5, &format!("{from} – {to}"));
            for deed in deeds.by_ref().take(3) {
                page.bullet(10.5, &sentence(deed));
            }
            page.space(6.0);
            until = from;
        }

        page.heading("Education");
        let school = person.school.clone().unwrap_or_else(|| draw.word(SCHOOLS).to_owned());
        let degree = draw.word(&["MSc", "BSc", "Diploma", "Certificate of apprenticeship"]);
        page.line(Face::Bold, 11.0, &school);
        page.line(Face::Regular, 9.5, &format!("{degree}, {}", until.saturating_sub(1)));
        page.space(6.0);

        page.heading("Skills");
        let skills: Vec<&str> = draw.some(trade.skills, 8).into_iter().copied().collect();
        page.paragraph(Face::Regular, 10.5, &skills.join("  ·  "));
        page.heading("Languages");
        page.paragraph(
            Face::Regular,
            10.5,
            draw.word(&[
                "English (fluent), Norwegian (basic)",
                "German (native), English (fluent), French (school)",
                "English (native), Spanish (conversational)",
                "Polish (native), English (fluent), German (good)",
            ]),
        );
        page.finish()
    }

    /// A letter that came with an application.
    pub fn letter(&self, candidate: u32, person: &Person, job: &str) -> Vec<u8> {
        let mut draw = Draw::at(self.seed, Stream::Resume, u64::from(candidate) | (1 << 40));
        let mut page = Document::new(&person.latin);
        page.line(Face::Bold, 14.0, &person.latin);
        page.paragraph(Face::Regular, 9.5, &contact(person));
        page.space(24.0);
        page.line(Face::Bold, 11.5, &format!("Application: {job}"));
        page.space(10.0);
        for paragraph in [
            "Dear hiring team,",
            draw.word(&[
                "your opening describes the work I have been looking for, and I think I can be useful from the first weeks.",
                "a former colleague pointed me to your opening; after an evening with your documentation I decided to write.",
            ]),
            "Over the last years I have learnt to finish things: to leave out what does not matter, to test what does, and to \
             say early when a date will not hold. I would like to do that with you.",
            "I would be glad to tell you more in a conversation.",
            "Kind regards,",
            &person.latin,
        ] {
            page.paragraph(Face::Regular, 11.0, paragraph);
            page.space(9.0);
        }
        page.finish()
    }
}

impl Workspace {
    /// The résumé of a candidate who writes with a word processor.
    pub fn word_resume(&self, candidate: u32, person: &Person, family: Family) -> Vec<u8> {
        let mut draw = Draw::at(self.seed, Stream::Resume, u64::from(candidate) | (1 << 44));
        let trade = family.trade();
        let mut page = Word::default();
        page.heading(&person.name);
        page.paragraph(&contact(person));
        page.heading("Experience");
        for deed in deeds(trade.deeds, &mut draw).into_iter().take(6) {
            page.paragraph(&sentence(deed));
        }
        page.heading("Education");
        page.paragraph(person.school.as_deref().unwrap_or("Self-taught"));
        page.heading("Skills");
        let skills: Vec<&str> = draw.some(trade.skills, 8).into_iter().copied().collect();
        page.paragraph(&skills.join(", "));
        page.finish()
    }

    /// Proof of something learnt.
    pub fn certificate(&self, candidate: u32, person: &Person) -> Vec<u8> {
        let mut draw = Draw::at(self.seed, Stream::Resume, u64::from(candidate) | (1 << 45));
        let mut page = Document::new(&person.latin);
        page.line(Face::Bold, 18.0, "Certificate");
        page.space(20.0);
        let course =
            draw.word(&["Functional safety", "Machine vision", "Lean manufacturing", "Norwegian B2"]);
        page.paragraph(Face::Regular, 12.0, &format!("{} has passed the course “{course}”.", person.latin));
        page.line(Face::Regular, 10.0, draw.word(SCHOOLS));
        page.finish()
    }

    /// Whom to ask about the person.
    pub fn references(&self, person: &Person) -> Vec<u8> {
        let company = person.company.as_deref().unwrap_or("my last employer");
        format!("References of {}\n\nFormer manager at {company}: reference@work.example\n", person.name)
            .into_bytes()
    }

    /// What an offer says.
    pub fn offer_letter(
        &self,
        person: &Person,
        job: &str,
        salary: Option<(u64, &str)>,
        word: bool,
    ) -> Vec<u8> {
        let pay = salary.map_or("as discussed".to_owned(), |(sum, currency)| format!("{currency} {sum}"));
        let lines = [
            format!("Dear {},", person.latin),
            format!("we would like you to join Halden Robotics as {job}."),
            format!("Your pay: {pay}."),
        ];
        if word {
            let mut page = Word::default();
            page.heading("Offer");
            lines.iter().for_each(|line| page.paragraph(line));
            return page.finish();
        }
        let mut page = Document::new("Offer");
        page.line(Face::Bold, 16.0, "Offer");
        lines.iter().for_each(|line| page.paragraph(Face::Regular, 11.0, line));
        page.finish()
    }
}

/// What the person did, each thing at most once: deeds of the trade and of anyone, mixed.
fn deeds(trade: &[&'static str], draw: &mut Draw) -> Vec<&'static str> {
    let mut deeds: Vec<(u64, &'static str)> =
        trade.iter().chain(COMMON_DEEDS).map(|deed| (draw.next(), *deed)).collect();
    deeds.sort_unstable();
    deeds.into_iter().map(|(_, deed)| deed).collect()
}

fn contact(person: &Person) -> String {
    let place = person
        .place
        .and_then(|place| PLACES.get(place))
        .map(|place| format!("{}, {}", place.city, place.country));
    let email = person.emails.first().map(|it| it.value.clone());
    let phone = person.phones.first().map(|it| it.value.clone());
    [place, email, phone].into_iter().flatten().collect::<Vec<_>>().join("   |   ")
}

fn year(now: i64) -> u64 {
    time::date(now).get(..4).and_then(|year| year.parse().ok()).unwrap_or(2026)
}

fn sentence(deed: &str) -> String {
    let mut letters = deed.chars();
    let first: String = letters.next().map(|letter| letter.to_uppercase().collect()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}
