//! Lists as files.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use samara_store::Reading;
use samara_store::search::language::Query;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::candidate::{CandidateSort, order, shown};
use super::list::{Asked, ListInput};
use super::{Info, command};
use crate::export::{Columns, Export, Format, Mask};
use crate::{Failure, Workspace};

/// Columns of the list of people.
const PEOPLE: &[&str] = &[
    "id",
    "name",
    "title",
    "company",
    "location",
    "email",
    "source",
    "tags",
    "applications",
    "job",
    "stage",
    "created_at",
    "updated_at",
];
/// People read at once.
const TOGETHER: usize = 500;

/// What to write.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(tag = "kind", rename_all = "snake_case")]
pub enum Exported {
    /// The list of people, as the screen shows it.
    People {
        /// What they were searched by; empty: everybody.
        query: String,
        /// Order.
        sort: CandidateSort,
        /// Descending.
        desc: bool,
    },
    /// A model's rows.
    Model(ListInput),
}

/// Which list, and where to.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ExportInput {
    /// Which list.
    pub list: Exported,
    /// Kind of the file.
    pub format: Format,
    /// Where the file is to stand; one that stands there is replaced.
    pub path: String,
    /// Whether names, addresses, numbers, links and what was written freely are masked.
    pub redact: bool,
}

/// What was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportReport {
    /// Where the file stands.
    pub path: String,
    /// Its rows.
    pub rows: u64,
    /// Its size.
    pub bytes: u64,
}

async fn export(workspace: &Arc<Workspace>, input: ExportInput) -> Result<ExportReport, Failure> {
    let ExportInput { list, format, path, redact } = input;
    if path.trim().is_empty() {
        return Err(Failure::input("The export has no place.", "Name the file it is to be written to."));
    }
    let place = PathBuf::from(&path);
    let chance = [workspace.entropy.next_u64(), workspace.entropy.next_u64()];
    let mask = redact.then(|| Mask::new(chance));
    let (rows, bytes) = match list {
        Exported::People { query, sort, desc } => {
            let query = understood(&query)?;
            let export = Export::begin(&place, format, Columns::of(PEOPLE), mask)?;
            workspace.read(move |reading| people(reading, &query, (sort, desc), export)).await?
        }
        Exported::Model(input) => {
            let asked = workspace.asked(&input)?;
            let info = asked.info;
            let keys = workspace.read(move |reading| reading.custom_field_keys(info)).await?;
            let export = Export::begin(&place, format, Columns::model(info, keys), mask)?;
            workspace.read(move |reading| model(reading, &asked, export)).await?
        }
    };
    Ok(ExportReport { path, rows, bytes })
}

/// A file must not hold more people than were asked for, so what is not understood is refused here.
fn understood(text: &str) -> Result<Query, Failure> {
    let query = Query::parse(text);
    match query.problems.first() {
        Some(problem) => Err(Failure::input(problem.clone(), "Correct the search, then export again.")),
        None => Ok(query),
    }
}

fn model(reading: &Reading<'_>, asked: &Asked, mut export: Export) -> samara_store::Result<(u64, u64)> {
    reading.unified_rows(asked.info, &asked.wanted, None, &mut |row| {
        export.row(row)?;
        Ok(ControlFlow::Continue(()))
    })?;
    export.end()
}

fn people(
    reading: &Reading<'_>,
    query: &Query,
    (sort, desc): (CandidateSort, bool),
    mut export: Export,
) -> samara_store::Result<(u64, u64)> {
    let pending = reading.overlaid_candidates()?;
    let numbers = reading.everyone(query, order(sort).map(|order| (order, desc)))?;
    for some in numbers.chunks(TOGETHER) {
        for row in reading.candidate_rows(some)? {
            export.row(serde_json::to_value(shown(reading, row, &pending)?)?)?;
        }
    }
    export.end()
}

command! {
    /// Writes a list to a file.
    ExportList, Info::act("export", &[]).titled("Export", None), |desk, input: ExportInput| -> ExportReport {
        export(&desk.workspace()?, input).await
    }
}
