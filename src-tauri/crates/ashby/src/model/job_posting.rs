//! The public face of jobs.

use serde_json::Value;

use super::{
    Address, Compensation, FormDefinition, JobId, JobPostingId, LocationId, SurveyForm,
    record::{part, record},
};

record! {
    /// A posting as `jobPosting.list` gives it: without its text and forms.
    JobPosting {
        /// Ashby's id of the posting.
        id: JobPostingId,
        /// Its headline.
        title: Option<String>,
        /// The job it advertises.
        job_id: Option<JobId>,
        /// Name of the department.
        department_name: Option<String>,
        /// Name of the team.
        team_name: Option<String>,
        /// Name of the location.
        location_name: Option<String>,
        /// All locations.
        location_ids: Option<PostingLocationIds>,
        /// `OnSite`, `Hybrid`, `Remote` or another value.
        workplace_type: Option<String>,
        /// `FullTime`, `PartTime`, `Intern`, `Contract`, `Temporary` or another value.
        employment_type: Option<String>,
        /// `Published`, `Draft` or another value; sent by newer versions only.
        status: Option<String>,
        /// Whether its board lists it.
        is_listed: Option<bool>,
        /// When it was published, date or ISO 8601.
        published_date: Option<String>,
        /// When applying ends, ISO 8601.
        application_deadline: Option<String>,
        /// The posting's page; null on internal boards.
        external_link: Option<String>,
        /// Where to apply.
        apply_link: Option<String>,
        /// The pay in one line.
        compensation_tier_summary: Option<String>,
        /// Whether job boards show the pay.
        should_display_compensation_on_job_board: Option<bool>,
        /// Last change, ISO 8601.
        updated_at: Option<String>,
    }
}

part! {
    /// The locations of a posting.
    PostingLocationIds {
        /// The first one.
        primary_location_id: Option<LocationId>,
        /// The others.
        secondary_location_ids: Vec<LocationId>,
    }
}

record! {
    /// A posting with its text and forms, from `jobPosting.info`.
    JobPostingInfo {
        /// Ashby's id of the posting.
        id: JobPostingId,
        /// Its headline.
        title: Option<String>,
        /// Opening, body and closing as plain text.
        description_plain: Option<String>,
        /// Opening, body and closing as HTML.
        description_html: Option<String>,
        /// Up to 200 characters for social media.
        description_social: Option<String>,
        /// Opening, body and closing apart.
        description_parts: Option<DescriptionParts>,
        /// The job it advertises.
        job_id: Option<JobId>,
        /// Name of the department.
        department_name: Option<String>,
        /// Name of the team.
        team_name: Option<String>,
        /// Names from the department down to the team.
        team_name_hierarchy: Vec<String>,
        /// Name of the location.
        location_name: Option<String>,
        /// All locations.
        location_ids: Option<PostingLocationIds>,
        /// The posting in the words of schema.org.
        linked_data: Option<Value>,
        /// `Published`, `Draft` or another value; sent by newer versions only.
        status: Option<String>,
        /// When it was published, date or ISO 8601.
        published_date: Option<String>,
        /// When applying ends, ISO 8601.
        application_deadline: Option<String>,
        /// Where the work is.
        address: Option<Address>,
        /// Whether work is remote.
        is_remote: Option<bool>,
        /// `OnSite`, `Hybrid`, `Remote` or another value.
        workplace_type: Option<String>,
        /// `FullTime`, `PartTime`, `Intern`, `Contract`, `Temporary` or another value.
        employment_type: Option<String>,
        /// Whether its board lists it.
        is_listed: Option<bool>,
        /// Whether the opening part is left out.
        suppress_description_opening: Option<bool>,
        /// Whether the closing part is left out.
        suppress_description_closing: Option<bool>,
        /// What applicants are asked.
        application_form_definition: Option<FormDefinition>,
        /// What applicants are asked beside the application, such as consent or equal-opportunity surveys.
        survey_form_definitions: Vec<SurveyForm>,
        /// The posting's page; null on internal boards.
        external_link: Option<String>,
        /// Where to apply.
        apply_link: Option<String>,
        /// Last change, ISO 8601.
        updated_at: Option<String>,
        /// What applicants are told about limits to applying.
        application_limit_callout_html: Option<String>,
        /// The pay.
        compensation: Option<Compensation>,
    }
}

part! {
    /// The parts of a posting's text.
    DescriptionParts {
        /// What comes first.
        description_opening: Option<DescriptionPart>,
        /// The text proper.
        description_body: Option<DescriptionPart>,
        /// What comes last.
        description_closing: Option<DescriptionPart>,
    }
}

part! {
    /// One part of a posting's text.
    DescriptionPart {
        /// As HTML.
        html: Option<String>,
        /// As plain text.
        plain: Option<String>,
    }
}
