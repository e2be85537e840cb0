//! Any model's rows in the unified shape: pages by cursor, filters, embedded rows, what changed since.

use std::collections::BTreeMap;

use samara_store::table::unified::{Chosen, Takes, Wanted, embeds, filters};
use samara_store::table_info;
use samara_unified::{Id, Remapping, TableInfo, Timestamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Info, command, models};
use crate::{Code, Failure, Tag, Workspace};

/// Rows of a page when nothing is said.
const PAGE: u32 = 100;
/// Rows of a page at most.
const LARGEST: u32 = 250;

/// Which rows.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ListInput {
    /// The model's table name, such as `ats_candidates`.
    pub model: String,
    /// Rows, at most 250; 100 without it.
    #[serde(default)]
    pub page_size: Option<u32>,
    /// The last page's `next`.
    #[serde(default)]
    pub cursor: Option<String>,
    /// By name of the filter: what to let through. Several values of one filter are separated by commas.
    #[serde(default)]
    pub filters: BTreeMap<String, String>,
    /// Names of related rows to tell with each.
    #[serde(default)]
    pub embeds: Vec<String>,
    /// Only rows that changed since, themselves or in what they are read with; a date or a time.
    #[serde(default)]
    pub updated_after: Option<String>,
    /// Rows gone from Ashby too.
    #[serde(default)]
    pub include_deleted: bool,
    /// Leaves out filters on fields that are switched off, instead of letting nothing through.
    #[serde(default)]
    pub ignore_unsupported_filters: bool,
}

/// A page of rows.
#[derive(Debug, Serialize, TS)]
pub struct ListPage {
    /// Where the next page begins; `None` at the end.
    pub next: Option<String>,
    /// The rows: objects of the unified model.
    #[ts(type = "Record<string, unknown>[]")]
    pub results: Vec<serde_json::Value>,
}

/// A read whose names and values are known to be good.
#[derive(Debug, Clone)]
pub struct Asked {
    pub(crate) info: &'static TableInfo,
    pub(crate) wanted: Wanted,
}

impl Asked {
    /// Checks the names and values alone, before any workspace is open.
    ///
    /// # Errors
    /// When a name or value is none, with the names that are.
    pub fn check(input: &ListInput) -> Result<(), Failure> {
        Self::new(input, &Remapping::default()).map(drop)
    }

    /// Checks what is asked for. A filter on a field that `remapping` switches off lets nothing through.
    ///
    /// # Errors
    /// When a name or value is none, with the names that are.
    pub(crate) fn new(input: &ListInput, remapping: &Remapping) -> Result<Self, Failure> {
        let info = model(&input.model)?;
        let mut chosen = Vec::new();
        for (name, text) in &input.filters {
            let filter = filters(info)
                .find(|filter| filter.name == *name)
                .ok_or_else(|| unknown("filter", name, info, filters(info).map(|filter| filter.name)))?;
            if !remapping.keeps_model(info.table) || !remapping.keeps_field(info.table, filter.field) {
                if !input.ignore_unsupported_filters {
                    chosen.push(Chosen::nothing());
                }
                continue;
            }
            chosen.push(filter.choose(text).ok_or_else(|| {
                debug_assert_eq!(filter.takes, Takes::Day, "only a date can be misspelt");
                no_date(name, text)
            })?);
        }
        let embed = |name: &String| {
            embeds(info)
                .find(|embed| embed.name == *name)
                .ok_or_else(|| unknown("embed", name, info, embeds(info).map(|embed| embed.name)))
        };
        let since = |text: &String| Timestamp::parse(text).ok_or_else(|| no_date("updated_after", text));
        if input.cursor.as_deref().is_some_and(|cursor| Id::parse(cursor).is_none()) {
            return Err(Failure::input(
                "The cursor is none of ours.",
                "Give the one told by the last page, or none to begin anew.",
            ));
        }
        let wanted = Wanted {
            after: input.cursor.clone(),
            filters: chosen,
            updated_after: input.updated_after.as_ref().map(since).transpose()?,
            include_deleted: input.include_deleted,
            embeds: input.embeds.iter().map(embed).collect::<Result<_, _>>()?,
        };
        Ok(Self { info, wanted })
    }
}

/// A model by its table name, with or without the `ats_` before it.
pub(crate) fn model(name: &str) -> Result<&'static TableInfo, Failure> {
    table_info(name).or_else(|| table_info(&format!("ats_{name}"))).ok_or_else(|| {
        Failure::new(
            Code::ModelNotAvailable,
            format!("There is no model {name}."),
            format!("Give one of: {}.", models().join(", ")),
        )
    })
}

fn unknown(what: &str, name: &str, info: &TableInfo, known: impl Iterator<Item = &'static str>) -> Failure {
    let known: Vec<&str> = known.collect();
    let cure = if known.is_empty() {
        format!("{} has none: leave it out.", info.table)
    } else {
        format!("Give one of: {}.", known.join(", "))
    };
    Failure::input(format!("{} has no {what} {name}.", info.table), cure)
}

fn no_date(name: &str, text: &str) -> Failure {
    Failure::input(
        format!("{name}: {text} is no date."),
        "Give a date such as 2026-01-31, or a time such as 2026-01-31T09:00:00Z.",
    )
}

impl Workspace {
    /// Checks what is asked for against what this workspace keeps.
    ///
    /// # Errors
    /// When a name or value is none, with the names that are.
    pub fn asked(&self, input: &ListInput) -> Result<Asked, Failure> {
        Asked::new(input, &self.store.remapping())
    }
}

command! {
    /// A page of a model's rows.
    ListRows, Info::read("list_rows", &[Tag::Candidates, Tag::Candidate, Tag::Jobs, Tag::Pipeline]), |desk, input: ListInput| -> ListPage {
        let size = input.page_size.unwrap_or(PAGE).clamp(1, LARGEST);
        let workspace = desk.workspace()?;
        let asked = workspace.asked(&input)?;
        let page = workspace
            .read(move |reading| reading.unified_page(asked.info, &asked.wanted, size))
            .await?;
        Ok(ListPage { next: page.next, results: page.rows })
    }
}
