//! Which cards of a board are meant.

use chrono::{DateTime, TimeDelta, Utc};
use samara_store::table::board::{NameCount, Sieve};
use samara_unified::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Tag;
use crate::command::{Info, command};

/// Which cards are meant. Names within one list are alternatives, an empty name means none; the lists all hold.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct BoardFilter {
    /// Sources of the application.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Who is credited for it.
    #[serde(default)]
    pub credited_to: Vec<String>,
    /// Tags of which the candidate has one.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Tags of which the candidate has none.
    #[serde(default)]
    pub without_tags: Vec<String>,
    /// Days in the stage at least.
    #[serde(default)]
    pub min_days: Option<u32>,
}

impl BoardFilter {
    pub(super) fn sieve(&self, now: DateTime<Utc>) -> Sieve {
        let until = self.min_days.map(|days| now - TimeDelta::days(i64::from(days)));
        Sieve {
            sources: self.sources.clone(),
            credited_to: self.credited_to.clone(),
            tags: self.tags.clone(),
            without_tags: self.without_tags.clone(),
            entered_until: until.map(|until| Timestamp::from(until).as_str().to_owned()),
        }
    }
}

/// Which job.
#[derive(Debug, Deserialize, TS)]
pub struct JobInput {
    /// Unified id of the job.
    pub job_id: String,
}

/// What the live applications of a job can be filtered by, the most frequent first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FilterNames {
    /// Sources; an empty name: none.
    pub sources: Vec<NameCount>,
    /// Who is credited; an empty name: nobody.
    pub credited_to: Vec<NameCount>,
    /// Tags.
    pub tags: Vec<NameCount>,
}

command! {
    /// What a board can be filtered by.
    BoardFilters, Info::read("board_filters", &[Tag::Pipeline]), |desk, input: JobInput| -> FilterNames {
        desk.workspace()?
            .read(move |reading| {
                let [sources, credited_to] = reading.origins_of(&input.job_id)?;
                Ok(FilterNames { sources, credited_to, tags: reading.tags_in(&input.job_id)? })
            })
            .await
    }
}
