//! Job-specific application stages: the stages an application on a job can be moved to, in order.

use std::collections::HashMap;

use samara_ashby::model as ashby;

use crate::id::{ConnectionId, Id};
use crate::job::job_id;
use crate::row::{Model, Row, model};
use crate::stage::stage_id;

model! {
    /// A stage of a job.
    pub struct JobStage in "ats_join_jobs_application_stages", also [] {
        /// Its place among the job's stages, from 0; the default plan comes first.
        index: Option<i64> => Integer,
        /// The job.
        job_id: Option<Id> => Reference("ats_jobs"),
        /// The stage.
        stage_id: Option<Id> => Reference("ats_application_stages"),
    }
    /// Private columns of `ats_join_jobs_application_stages`.
    private JobStagePrivate {
        /// Ashby's id of the plan.
        plan_remote_id: Option<String> => Text,
        /// Whether new applications follow that plan.
        is_default_plan: bool => Bool,
    }
}

/// The stages of a job over all its plans. A plan that `plans` does not hold adds nothing.
#[must_use]
pub fn job_stages<S: std::hash::BuildHasher>(
    connection: &ConnectionId,
    job: &ashby::Job,
    plans: &HashMap<ashby::InterviewPlanId, Vec<ashby::Stage>, S>,
) -> Vec<Row<JobStage>> {
    let owner = job_id(connection, &job.id);
    let mut rows: Vec<Row<JobStage>> = Vec::new();
    for plan in plan_order(job) {
        let mut stages: Vec<&ashby::Stage> = plans.get(plan).into_iter().flatten().collect();
        stages.sort_by_key(|stage| stage.order_in_interview_plan.unwrap_or(i64::MAX));
        for stage in stages {
            let key = [job.id.as_str(), stage.id.as_str()];
            let id = Id::of_parts(connection, JobStage::TABLE, &key);
            if rows.iter().any(|row| row.id == id) {
                continue;
            }
            let model = JobStage {
                index: i64::try_from(rows.len()).ok(),
                job_id: Some(owner.clone()),
                stage_id: Some(stage_id(connection, &stage.id)),
                private: JobStagePrivate {
                    plan_remote_id: Some(plan.as_str().to_owned()),
                    is_default_plan: job.default_interview_plan_id.as_ref() == Some(plan),
                },
            };
            rows.push(Row::plain(id, None, model));
        }
    }
    rows
}

/// The job's plans, the default one first, each once.
pub(crate) fn plan_order(job: &ashby::Job) -> Vec<&ashby::InterviewPlanId> {
    let mut plans: Vec<&ashby::InterviewPlanId> = Vec::with_capacity(job.interview_plan_ids.len() + 1);
    for plan in job.default_interview_plan_id.iter().chain(&job.interview_plan_ids) {
        if !plan.is_empty() && !plans.contains(&plan) {
            plans.push(plan);
        }
    }
    plans
}
