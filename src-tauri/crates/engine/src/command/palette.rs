//! Finding people, jobs and tags by what is typed anywhere.

use samara_store::Reading;
use samara_store::search::spelling::slips;
use samara_store::table::choice::Choice;
use samara_unified::fold;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::pipeline::headline;
use super::{Info, command};
use crate::Tag;

/// What was typed into the palette.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PaletteInput {
    /// The words.
    pub query: String,
    /// Hits of each kind, at most 50.
    pub limit: u32,
}

/// What a hit leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum HitKind {
    /// A person.
    Candidate,
    /// A job.
    Job,
    /// Everybody with a tag.
    Tag,
}

/// A hit of the palette.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PaletteHit {
    /// What it leads to.
    pub kind: HitKind,
    /// Unified id.
    pub id: String,
    /// Name or title; of a tag, as Ashby has it.
    pub title: String,
    /// Title at company; number, department and location.
    pub subtitle: Option<String>,
    /// Unified status of a job that is not open.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub status: Option<String>,
}

/// Words that are looked for in titles: as they are typed, or each with one slip.
struct Wanted {
    query: String,
    words: Vec<(String, Vec<String>)>,
}

impl Wanted {
    fn new(query: &str) -> Self {
        let query = fold(query.trim());
        let words = query.split_whitespace().map(|word| (word.to_owned(), Vec::new())).collect();
        Self { query, words }
    }

    fn with_slips(mut self) -> Self {
        for (word, meant) in &mut self.words {
            *meant = slips(word);
        }
        self
    }

    /// Whether these folded texts hold every word; a slip counts at the beginning of a word alone.
    fn is_in(&self, texts: &[&str]) -> bool {
        !self.words.is_empty()
            && self.words.iter().all(|(word, meant)| {
                texts.iter().any(|text| {
                    text.contains(word)
                        || text.split(' ').any(|part| meant.iter().any(|one| part.starts_with(one)))
                })
            })
    }

    fn begins(&self, texts: &[&str]) -> bool {
        texts.iter().any(|text| text.starts_with(&self.query))
    }
}

/// What is called as typed; where nothing is, what is called so but for a slip.
fn palette(reading: &Reading<'_>, input: &PaletteInput) -> samara_store::Result<Vec<PaletteHit>> {
    let limit = input.limit.min(50);
    let wanted = Wanted::new(&input.query);
    let hits = hits(reading, reading.find_best(&input.query, limit)?, &wanted, limit)?;
    if !hits.is_empty() {
        return Ok(hits);
    }
    self::hits(reading, reading.find_near(&input.query, limit)?, &wanted.with_slips(), limit)
}

fn hits(
    reading: &Reading<'_>,
    people: Vec<i64>,
    wanted: &Wanted,
    limit: u32,
) -> samara_store::Result<Vec<PaletteHit>> {
    let mut hits = Vec::new();
    for number in people {
        if let Some(person) = reading.candidate_headline(number)? {
            let subtitle = headline(person.title.as_deref(), person.company.as_deref());
            hits.push(PaletteHit {
                kind: HitKind::Candidate,
                id: person.id,
                title: person.name,
                subtitle,
                status: None,
            });
        }
    }
    for id in jobs(reading, wanted)?.into_iter().take(limit as usize) {
        let Some(job) = reading.job(&id)? else { continue };
        let parts = [job.code.as_deref(), job.department.as_deref(), job.location.as_deref()];
        let subtitle = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        hits.push(PaletteHit {
            kind: HitKind::Job,
            id: job.id,
            title: job.title,
            subtitle: Some(subtitle).filter(|text| !text.is_empty()),
            status: job.status.filter(|status| status != "OPEN"),
        });
    }
    hits.extend(tags(reading, wanted)?.into_iter().take(limit as usize));
    Ok(hits)
}

/// Ids of the jobs that have the words in title or number: those that begin so first, then open ones, by title.
fn jobs(reading: &Reading<'_>, wanted: &Wanted) -> samara_store::Result<Vec<String>> {
    let mut found = Vec::new();
    for job in reading.job_briefs()? {
        let (title, code) = (fold(&job.title), job.code.as_deref().map(fold).unwrap_or_default());
        if wanted.is_in(&[&title, &code]) {
            let begins = wanted.begins(&[&title, &code]);
            found.push((!begins, job.status.as_deref() != Some("OPEN"), title, job.id));
        }
    }
    found.sort_unstable();
    Ok(found.into_iter().map(|(.., id)| id).collect())
}

/// The tags in use that have the words in their name, those that begin so first.
fn tags(reading: &Reading<'_>, wanted: &Wanted) -> samara_store::Result<Vec<PaletteHit>> {
    let mut found = Vec::new();
    for tag in reading.tags_in_use()? {
        let name = fold(&tag.name);
        if wanted.is_in(&[&name]) {
            found.push((!wanted.begins(&[&name]), name, tag));
        }
    }
    found.sort_unstable_by(|(late, name, _), (later, other, _)| (late, name).cmp(&(later, other)));
    let hit = |tag: Choice| PaletteHit {
        kind: HitKind::Tag,
        id: tag.id,
        title: tag.name,
        subtitle: None,
        status: None,
    };
    Ok(found.into_iter().map(|(.., tag)| hit(tag)).collect())
}

command! {
    /// People, jobs and tags by what was typed; where nothing is called so, by what it is a slip away from.
    Palette, Info::read("palette", &[Tag::Candidates, Tag::Jobs]), |desk, input: PaletteInput| -> Vec<PaletteHit> {
        desk.workspace()?.read(move |reading| palette(reading, &input)).await
    }
}
