//! Ashby's own records that unified rows take names from: departments, locations, sources, plans, …

use std::collections::HashMap;

use rusqlite::params;

use super::listing::Subject;
use crate::{MirrorTx, Reading, Result};

macro_rules! kinds {
    ($($(#[$meta:meta])* $name:ident = $word:literal,)*) => {
        /// A kind of reference record, named by the list endpoint it comes from.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Kind { $($(#[$meta])* $name,)* }

        impl Kind {
            /// Every kind.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word kept in the database.
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
        }
    };
}

kinds! {
    /// `department.list`
    Department = "department",
    /// `location.list`
    Location = "location",
    /// `source.list`
    Source = "source",
    /// `customField.list`
    CustomField = "custom_field",
    /// `hiringTeamRole.list`
    HiringTeamRole = "hiring_team_role",
    /// `interviewPlan.list`
    InterviewPlan = "interview_plan",
    /// `job.list`; jobs are projected from these, with the names of the others
    Job = "job",
    /// `jobPosting.list`
    JobPosting = "job_posting",
    /// `jobPosting.info`
    JobPostingInfo = "job_posting_info",
    /// `jobBoard.list`
    JobBoard = "job_board",
    /// `interview.list`: kinds of interview
    Interview = "interview",
    /// `surveyFormDefinition.list`
    SurveyForm = "survey_form",
    /// `opening.list`
    Opening = "opening",
    /// `project.list`
    Project = "project",
    /// `communicationTemplate.list`
    Template = "template",
    /// `feedbackFormDefinition.list`
    FeedbackForm = "feedback_form",
}

impl Kind {
    /// The table whose rows are projected from records of this kind, and go with them.
    pub(crate) fn table(self) -> Option<&'static str> {
        (self == Self::Job).then_some("ats_jobs")
    }
}

/// One reference record.
#[derive(Debug, Clone)]
pub struct Reference<'a> {
    /// Ashby's id.
    pub remote_id: &'a str,
    /// What people call it.
    pub name: Option<&'a str>,
    /// Whether Ashby has archived it.
    pub is_archived: bool,
    /// The record as received.
    pub json: &'a str,
}

impl MirrorTx<'_> {
    /// Keeps one reference record; returns whether it is new or different.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn keep_reference(&self, kind: Kind, record: &Reference<'_>) -> Result<bool> {
        let changed = self
            .connection
            .prepare_cached(
                "INSERT INTO reference (kind, remote_id, name, is_archived, json) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (kind, remote_id) DO UPDATE
                 SET name = excluded.name, is_archived = excluded.is_archived, json = excluded.json
                 WHERE json <> excluded.json",
            )?
            .execute(params![kind.name(), record.remote_id, record.name, record.is_archived, record.json])?;
        self.sight_named(Subject::Reference(kind), record.remote_id)?;
        Ok(changed > 0)
    }
}

impl Reading<'_> {
    /// All records of a kind as received.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn references(&self, kind: Kind) -> Result<Vec<String>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT json FROM reference WHERE kind = ?1 ORDER BY remote_id")?;
        let rows = statement.query_map([kind.name()], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Names of a kind by Ashby's id.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn reference_names(&self, kind: Kind) -> Result<HashMap<String, String>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT remote_id, name FROM reference WHERE kind = ?1 AND name IS NOT NULL")?;
        let rows = statement.query_map([kind.name()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
