//! Hiring teams: who is on a job's team, and in which roles, from `job.hiringTeam`.

use samara_ashby::model as ashby;

use crate::id::{ConnectionId, Id};
use crate::job::job_id;
use crate::role::{Role, RoleType, TeamRoles};
use crate::row::{Model, Row, model};
use crate::user::user_id;

model! {
    /// A user on a job's hiring team.
    pub struct JobUser in "ats_join_jobs_users", also [] {
        /// What the user's roles amount to, each once; a role that amounts to nothing known is left out.
        roles: Vec<RoleType> => Json,
        /// The job.
        job_id: Option<Id> => Reference("ats_jobs"),
        /// The user.
        user_id: Option<Id> => Reference("ats_users"),
    }
    /// Private columns of `ats_join_jobs_users`: none.
    private JobUserPrivate {}
}

model! {
    /// A role of a user on a job's hiring team.
    pub struct JobRoleAssignment in "ats_join_user_job_role_assignments", also [] {
        /// The user on the team.
        job_user_id: Option<Id> => Reference("ats_join_jobs_users"),
        /// The role.
        role_id: Option<Id> => Reference("ats_roles"),
    }
    /// Private columns of `ats_join_user_job_role_assignments`.
    private JobRoleAssignmentPrivate {
        /// The job.
        job_id: Option<Id> => Text,
    }
}

/// What one hiring team maps to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TeamRows {
    /// All members, each once: those not named here have left.
    pub members: Vec<Row<JobUser>>,
    /// All their roles: those not named here were taken from them.
    pub assignments: Vec<Row<JobRoleAssignment>>,
    /// The roles themselves, each once.
    pub roles: Vec<Row<Role>>,
}

/// The hiring team of a job.
#[must_use]
pub fn job_team(connection: &ConnectionId, job: &ashby::Job, roles: &TeamRoles) -> TeamRows {
    let owner = job_id(connection, &job.id);
    let mut rows = TeamRows::default();
    for member in &job.hiring_team {
        let Some(user) = member.user_id.as_ref().filter(|id| !id.is_empty()) else { continue };
        let key = [job.id.as_str(), user.as_str()];
        let id = Id::of_parts(connection, JobUser::TABLE, &key);
        let place = rows.members.iter().position(|row| row.id == id).unwrap_or_else(|| {
            let model = JobUser {
                roles: Vec::new(),
                job_id: Some(owner.clone()),
                user_id: Some(user_id(connection, user)),
                private: JobUserPrivate {},
            };
            rows.members.push(Row::plain(id.clone(), None, model));
            rows.members.len() - 1
        });
        let Some(role) = member.role.as_deref().and_then(|title| roles.of_title(connection, title)) else {
            continue;
        };
        if let (Some(row), Some(kind)) = (rows.members.get_mut(place), role.amounts_to)
            && !row.model.roles.contains(&kind)
        {
            row.model.roles.push(kind);
        }
        let model = JobRoleAssignment {
            job_user_id: Some(id),
            role_id: Some(role.row.id.clone()),
            private: JobRoleAssignmentPrivate { job_id: Some(owner.clone()) },
        };
        let key = [job.id.as_str(), user.as_str(), &role.key];
        let assignment = Row::plain(Id::of_parts(connection, JobRoleAssignment::TABLE, &key), None, model);
        if rows.assignments.iter().all(|known| known.id != assignment.id) {
            rows.assignments.push(assignment);
        }
        if rows.roles.iter().all(|known| known.id != role.row.id) {
            rows.roles.push(role.row);
        }
    }
    rows
}
