//! Seats to be filled.

use super::{
    CustomFieldValue, HiringTeamMember, JobId, LocationId, OpeningId, OpeningVersionId, UserId,
    record::record,
};

record! {
    /// An opening, inside jobs and applications when asked for by `expand`.
    Opening {
        /// Ashby's id of the opening.
        id: OpeningId,
        /// When it was opened, ISO 8601.
        opened_at: Option<String>,
        /// When it was closed, ISO 8601.
        closed_at: Option<String>,
        /// Whether it is archived.
        is_archived: Option<bool>,
        /// When it was archived, ISO 8601.
        archived_at: Option<String>,
        /// Why it was closed.
        close_reason_id: Option<String>,
        /// `Approved`, `Closed`, `Draft`, `Filled`, `Open` or another value.
        opening_state: Option<String>,
        /// What it says now.
        latest_version: Option<OpeningVersion>,
    }
}

record! {
    /// The content of an opening at one time.
    OpeningVersion {
        /// Ashby's id of the version.
        id: OpeningVersionId,
        /// The organisation's own number of the opening.
        identifier: Option<String>,
        /// Free text.
        description: Option<String>,
        /// Who wrote this version.
        author_id: Option<UserId>,
        /// When it was written, ISO 8601.
        created_at: Option<String>,
        /// The team to be joined.
        team_id: Option<String>,
        /// The jobs it belongs to.
        job_ids: Vec<JobId>,
        /// When somebody should be hired, a date.
        target_hire_date: Option<String>,
        /// When that person should start, a date.
        target_start_date: Option<String>,
        /// Whether it replaces somebody who left.
        is_backfill: Option<bool>,
        /// `FullTime`, `PartTime`, `Intern`, `Contract`, `Temporary` or another value.
        employment_type: Option<String>,
        /// Where the work is.
        location_ids: Vec<LocationId>,
        /// Who fills it.
        hiring_team: Vec<HiringTeamMember>,
        /// Fields of the organisation.
        custom_fields: Vec<CustomFieldValue>,
    }
}
