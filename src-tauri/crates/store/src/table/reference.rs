//! Ashby's own records that unified rows take names from: departments, locations, sources, plans, …

use std::collections::HashMap;

use rusqlite::params;

use crate::{MirrorTx, Reading, Result};

/// A kind of reference record, named by the list endpoint it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `department.list`
    Department,
    /// `location.list`
    Location,
    /// `source.list`
    Source,
    /// `customField.list`
    CustomField,
    /// `hiringTeamRole.list`
    HiringTeamRole,
    /// `interviewPlan.list`
    InterviewPlan,
    /// `job.list`; jobs are projected from these, with the names of the others
    Job,
    /// `jobPosting.list`
    JobPosting,
    /// `jobPosting.info`
    JobPostingInfo,
    /// `jobBoard.list`
    JobBoard,
    /// `interview.list`: kinds of interview
    Interview,
    /// `surveyFormDefinition.list`
    SurveyForm,
    /// `opening.list`
    Opening,
    /// `project.list`
    Project,
}

impl Kind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Location => "location",
            Self::Source => "source",
            Self::CustomField => "custom_field",
            Self::HiringTeamRole => "hiring_team_role",
            Self::InterviewPlan => "interview_plan",
            Self::Job => "job",
            Self::JobPosting => "job_posting",
            Self::JobPostingInfo => "job_posting_info",
            Self::JobBoard => "job_board",
            Self::Interview => "interview",
            Self::SurveyForm => "survey_form",
            Self::Opening => "opening",
            Self::Project => "project",
        }
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
