//! Jobs, from `job.list` and the posting that speaks for each.

use std::collections::HashMap;

use samara_ashby::model as ashby;
use serde::Serialize;

use crate::custom_field::custom_fields;
use crate::employment::{EmploymentType, RemoteWorkStatus};
use crate::id::{ConnectionId, Id};
use crate::job_posting::{PostingVisibility, deadline, public_url, visibility};
use crate::job_stage::{JobStage, job_stages, plan_order};
use crate::person_name::whole_name;
use crate::place::Place;
use crate::posting_record::{PostingRecord, primary_posting};
use crate::row::{Model, Row, model};
use crate::salary::{Salary, SalaryPeriod};
use crate::text::owned;
use crate::time::Timestamp;
use crate::user::{User, add_stub, team_member, user, user_id};
use crate::vocabulary::vocabulary;

/// The page of a job in Ashby; `{id}` stands for Ashby's id. Seen in public material, not promised by the API.
pub const DEFAULT_JOB_URL: &str = "https://app.ashbyhq.com/jobs/{id}";

vocabulary! {
    /// Where a job is in its life.
    pub enum JobStatus, open {
        /// Hiring.
        Open = "OPEN" from ["Open"],
        /// No longer hiring.
        Closed = "CLOSED" from ["Closed"],
        /// Not yet opened.
        Draft = "DRAFT" from ["Draft"],
        /// Put away.
        Archived = "ARCHIVED" from ["Archived"],
    }
}

vocabulary! {
    /// Who finds a job.
    pub enum JobVisibility, derived {
        /// Those who were let in.
        Confidential = "CONFIDENTIAL",
        /// Everybody.
        Public = "PUBLIC",
        /// Those who have the link.
        Unlisted = "UNLISTED",
        /// Members of the organisation.
        Internal = "INTERNAL",
    }
}

model! {
    /// A job.
    pub struct Job in "ats_jobs", also [remote_id, remote_data, custom_fields] {
        /// Its name.
        name: Option<String> => Text,
        /// The organisation's own number of the job.
        job_code: Option<String> => Text,
        /// Text of the primary posting as Ashby has it; [`clean_html`](crate::clean_html) before showing.
        description: Option<String> => Text,
        /// Whether only few may see it.
        confidential: Option<bool> => Bool,
        /// How somebody will be employed.
        employment_type: Option<EmploymentType> => Text,
        /// Where the job is in its life.
        status: Option<JobStatus> => Text,
        /// Who finds it.
        visibility: Option<JobVisibility> => Text,
        /// Name of the department or team.
        department: Option<String> => Text,
        /// Page of the primary posting, where that is public.
        post_url: Option<String> => Text,
        /// Where the work is done.
        remote_work_status: Option<RemoteWorkStatus> => Text,
        /// Lower end of the salary, in units of the currency.
        salary_amount_from: Option<f64> => Real,
        /// Upper end of the salary, in units of the currency.
        salary_amount_to: Option<f64> => Real,
        /// ISO 4217.
        salary_currency: Option<String> => Text,
        /// What the salary is paid for.
        salary_period: Option<SalaryPeriod> => Text,
        /// Where the work is.
        location: Option<Place> => Json,
        /// The job's page in Ashby.
        remote_url: Option<String> => Text,
        /// When it was opened.
        opened_at: Option<Timestamp> => Time,
        /// When it was closed, or is due to close.
        closed_at: Option<Timestamp> => Time,
        /// When Ashby made the record.
        remote_created_at: Option<Timestamp> => Time,
        /// When Ashby last changed the record.
        remote_updated_at: Option<Timestamp> => Time,
    }
    /// Private columns of `ats_jobs`.
    private JobPrivate {
        /// Ashby's id of the department.
        department_remote_id: Option<String> => Text,
        /// Ashby's id of the location.
        location_remote_id: Option<String> => Text,
        /// Ashby's id of the plan new applications follow.
        default_plan_remote_id: Option<String> => Text,
        /// Ashby's ids of all plans, the default one first.
        plan_remote_ids: Vec<String> => Json,
        /// Ashby's ids of the postings.
        posting_remote_ids: Vec<String> => Json,
        /// Who works on it.
        hiring_team: Vec<TeamMember> => Json,
        /// Seats approved or open and not filled.
        openings: i64 => Integer,
        /// The line that tells the place.
        location: Option<String> => Text,
        /// Labels of chosen values: object of custom field id to `{value, label}`.
        display: Option<serde_json::Value> => Json,
    }
}

/// A user on a job, in one role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TeamMember {
    /// The user.
    pub user_id: Option<Id>,
    /// First and last name.
    pub name: Option<String>,
    /// Title of the role.
    pub role: Option<String>,
}

/// What a job is mapped with: the records it names.
#[derive(Clone, Debug)]
pub struct JobContext {
    /// From `department.list`.
    pub departments: HashMap<ashby::DepartmentId, ashby::Department>,
    /// From `location.list`.
    pub locations: HashMap<ashby::LocationId, ashby::Location>,
    /// All postings of each job.
    pub postings: HashMap<ashby::JobId, Vec<PostingRecord>>,
    /// The stages of each plan.
    pub plans: HashMap<ashby::InterviewPlanId, Vec<ashby::Stage>>,
    /// The page of a job in Ashby, `{id}` standing for Ashby's id; [`None`] if not to be told.
    pub job_url: Option<String>,
}

impl Default for JobContext {
    fn default() -> Self {
        Self {
            departments: HashMap::new(),
            locations: HashMap::new(),
            postings: HashMap::new(),
            plans: HashMap::new(),
            job_url: Some(DEFAULT_JOB_URL.to_owned()),
        }
    }
}

/// What one job maps to.
#[derive(Clone, Debug, PartialEq)]
pub struct JobRows {
    /// The job.
    pub job: Row<Job>,
    /// Its stages, as far as the context knows its plans.
    pub stages: Vec<Row<JobStage>>,
    /// Users met in the record: to be kept only where they are not known otherwise.
    pub users: Vec<Row<User>>,
    /// The posting whose `/jobPosting.info` belongs into the job's remote data.
    pub primary_posting: Option<ashby::JobPostingId>,
}

/// A job with its stages.
#[must_use]
pub fn job(connection: &ConnectionId, job: &ashby::Job, context: &JobContext) -> JobRows {
    let postings = context.postings.get(&job.id).map(Vec::as_slice).unwrap_or_default();
    let primary = primary_posting(postings);
    let location = job.location.as_ref().or_else(|| context.locations.get(job.location_id.as_ref()?));
    let place = location.and_then(Place::of_job);
    let custom = custom_fields(connection, Job::TABLE, &job.custom_fields);
    let salary = salary(job, primary).unwrap_or_default();
    let status = job.status.as_deref().and_then(JobStatus::from_ashby);
    let model = Job {
        name: owned(job.title.as_deref()),
        job_code: owned(job.custom_requisition_id.as_deref()),
        description: primary.and_then(|p| owned(p.info.as_ref()?.description_html.as_deref())),
        confidential: job.confidential,
        employment_type: job.employment_type.as_deref().and_then(EmploymentType::from_ashby),
        visibility: job_visibility(job, postings),
        department: department(job, primary, context),
        post_url: primary.and_then(public_url),
        remote_work_status: remote_work_status(primary, location),
        salary_amount_from: salary.from,
        salary_amount_to: salary.to,
        salary_currency: salary.currency,
        salary_period: salary.period,
        remote_url: context.job_url.as_ref().map(|url| url.replace("{id}", job.id.as_str())),
        opened_at: job.opened_at.as_deref().and_then(Timestamp::parse),
        closed_at: closed_at(job, status.as_ref(), primary),
        status,
        remote_created_at: job.created_at.as_deref().and_then(Timestamp::parse),
        remote_updated_at: job.updated_at.as_deref().and_then(Timestamp::parse),
        private: private(connection, job, place.as_ref(), custom.display),
        location: place,
    };
    JobRows {
        job: Row {
            id: job_id(connection, &job.id),
            remote_id: Some(job.id.as_str().to_owned()),
            model,
            custom_fields: custom.custom,
            integration_fields: custom.integration,
        },
        stages: job_stages(connection, job, &context.plans),
        users: users(connection, job),
        primary_posting: primary.map(|posting| posting.item.id.clone()),
    }
}

pub(crate) fn job_id(connection: &ConnectionId, id: &ashby::JobId) -> Id {
    Id::of(connection, Job::TABLE, id.as_str())
}

fn private(
    connection: &ConnectionId,
    job: &ashby::Job,
    place: Option<&Place>,
    display: Option<serde_json::Value>,
) -> JobPrivate {
    let member = |member: &ashby::HiringTeamMember| TeamMember {
        user_id: member.user_id.as_ref().filter(|id| !id.is_empty()).map(|id| user_id(connection, id)),
        name: whole_name(member.first_name.as_deref(), member.last_name.as_deref()),
        role: owned(member.role.as_deref()),
    };
    let vacant = |opening: &&ashby::Opening| {
        opening.is_archived != Some(true)
            && matches!(opening.opening_state.as_deref(), Some("Open" | "Approved"))
    };
    JobPrivate {
        department_remote_id: owned(job.department_id.as_ref().map(ashby::DepartmentId::as_str)),
        location_remote_id: owned(job.location_id.as_ref().map(ashby::LocationId::as_str)),
        default_plan_remote_id: owned(
            job.default_interview_plan_id.as_ref().map(ashby::InterviewPlanId::as_str),
        ),
        plan_remote_ids: plan_order(job).into_iter().map(|id| id.as_str().to_owned()).collect(),
        posting_remote_ids: job.job_posting_ids.iter().map(|id| id.as_str().to_owned()).collect(),
        hiring_team: job.hiring_team.iter().map(member).collect(),
        openings: i64::try_from(job.openings.iter().filter(vacant).count()).unwrap_or(i64::MAX),
        location: place.and_then(|place| place.raw.clone()),
        display,
    }
}

fn users(connection: &ConnectionId, job: &ashby::Job) -> Vec<Row<User>> {
    let mut users = Vec::new();
    for stub in job.author.iter().map(|author| user(connection, author)) {
        add_stub(&mut users, stub);
    }
    for stub in job.hiring_team.iter().filter_map(|member| team_member(connection, member)) {
        add_stub(&mut users, stub);
    }
    users
}

fn job_visibility(job: &ashby::Job, postings: &[PostingRecord]) -> Option<JobVisibility> {
    if job.confidential == Some(true) {
        return Some(JobVisibility::Confidential);
    }
    let published = postings.iter().filter(|posting| posting.is_published() == Some(true));
    let best = published.filter_map(visibility).map(|visibility| match visibility {
        PostingVisibility::Public => (0, JobVisibility::Public),
        PostingVisibility::Unlisted => (1, JobVisibility::Unlisted),
        PostingVisibility::Internal => (2, JobVisibility::Internal),
    });
    best.min_by_key(|(rank, _)| *rank).map(|(_, visibility)| visibility)
}

fn department(job: &ashby::Job, primary: Option<&PostingRecord>, context: &JobContext) -> Option<String> {
    let department = job.department_id.as_ref().and_then(|id| context.departments.get(id));
    department.and_then(|department| owned(department.name.as_deref())).or_else(|| {
        let primary = primary?;
        primary.text(|item| item.team_name.as_ref(), |info| info.team_name.as_ref()).or_else(|| {
            primary.text(|item| item.department_name.as_ref(), |info| info.department_name.as_ref())
        })
    })
}

fn remote_work_status(
    primary: Option<&PostingRecord>,
    location: Option<&ashby::Location>,
) -> Option<RemoteWorkStatus> {
    primary
        .and_then(|posting| {
            posting.text(|item| item.workplace_type.as_ref(), |info| info.workplace_type.as_ref())
        })
        .or_else(|| owned(location?.workplace_type.as_deref()))
        .as_deref()
        .and_then(RemoteWorkStatus::from_ashby)
        .or_else(|| (location?.is_remote == Some(true)).then_some(RemoteWorkStatus::Remote))
}

fn salary(job: &ashby::Job, primary: Option<&PostingRecord>) -> Option<Salary> {
    job.compensation
        .as_ref()
        .and_then(Salary::of)
        .or_else(|| Salary::of(primary?.info.as_ref()?.compensation.as_ref()?))
}

fn closed_at(
    job: &ashby::Job,
    status: Option<&JobStatus>,
    primary: Option<&PostingRecord>,
) -> Option<Timestamp> {
    job.closed_at
        .as_deref()
        .and_then(Timestamp::parse)
        .or_else(|| if status == Some(&JobStatus::Open) { primary.and_then(deadline) } else { None })
}
