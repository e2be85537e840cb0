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
    /// Title at company; department and location.
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
    let words: Vec<String> = fold(&input.query).split_whitespace().map(str::to_owned).collect();
    let named = |title: &str| words.iter().all(|word| title.contains(word.as_str()));
    let mut jobs: Vec<_> = if words.is_empty() { Vec::new() } else { reading.job_briefs()? }
        .into_iter()
        .map(|job| (job.status.as_deref() != Some("OPEN"), fold(&job.title), job.id))
        .filter(|(_, title, _)| named(title))
        .collect();
    jobs.sort_unstable();
    for (_, _, id) in jobs.into_iter().take(limit as usize) {
        let Some(job) = reading.job(&id)? else { continue };
        let parts = [job.department.as_deref(), job.location.as_deref()];
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

command! {
    /// People and jobs by what was typed.
    Palette, Info::read("palette", &[Tag::Candidates, Tag::Jobs]), |desk, input: PaletteInput| -> Vec<PaletteHit> {
        desk.workspace()?.read(move |reading| palette(reading, &input)).await
    }
}
