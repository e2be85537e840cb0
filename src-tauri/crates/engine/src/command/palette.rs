//! Finding people and jobs by what is typed anywhere.

use samara_store::Reading;
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
}

/// A hit of the palette.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PaletteHit {
    /// What it leads to.
    pub kind: HitKind,
    /// Unified id.
    pub id: String,
    /// Name or title.
    pub title: String,
    /// Title at company; number, department and location.
    pub subtitle: Option<String>,
}

fn palette(reading: &Reading<'_>, input: &PaletteInput) -> samara_store::Result<Vec<PaletteHit>> {
    let limit = input.limit.min(50);
    let mut hits = Vec::new();
    for number in reading.find_best(&input.query, limit)? {
        if let Some(person) = reading.candidate_headline(number)? {
            let subtitle = headline(person.title.as_deref(), person.company.as_deref());
            hits.push(PaletteHit { kind: HitKind::Candidate, id: person.id, title: person.name, subtitle });
        }
    }
    for id in jobs(reading, &input.query)?.into_iter().take(limit as usize) {
        let Some(job) = reading.job(&id)? else { continue };
        let parts = [job.code.as_deref(), job.department.as_deref(), job.location.as_deref()];
        let subtitle = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        hits.push(PaletteHit {
            kind: HitKind::Job,
            id: job.id,
            title: job.title,
            subtitle: Some(subtitle).filter(|text| !text.is_empty()),
        });
    }
    Ok(hits)
}

/// Ids of the jobs that have the words in title or number: those that begin so first, then open ones, by title.
fn jobs(reading: &Reading<'_>, query: &str) -> samara_store::Result<Vec<String>> {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for job in reading.job_briefs()? {
        let (title, code) = (fold(&job.title), job.code.as_deref().map(fold).unwrap_or_default());
        if words.iter().all(|word| title.contains(word) || code.contains(word)) {
            let begins = [&title, &code].iter().any(|text| text.starts_with(query.trim()));
            found.push((!begins, job.status.as_deref() != Some("OPEN"), title, job.id));
        }
    }
    found.sort_unstable();
    Ok(found.into_iter().map(|(.., id)| id).collect())
}

command! {
    /// People and jobs by what was typed.
    Palette, Info::read("palette", &[Tag::Candidates, Tag::Jobs]), |desk, input: PaletteInput| -> Vec<PaletteHit> {
        desk.workspace()?.read(move |reading| palette(reading, &input)).await
    }
}
