//! Roles: what users may do in the whole organisation, and what they are on a hiring team.

use std::collections::HashMap;

use samara_ashby::model as ashby;

use crate::id::{ConnectionId, Id};
use crate::row::{Model, Row, model};
use crate::text::{owned, trimmed};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Where a role holds.
    pub enum RoleScope, derived {
        /// In the whole organisation.
        System = "SYSTEM",
        /// On the hiring team of one job.
        Job = "JOB",
    }
}

vocabulary! {
    /// What a role amounts to, where its name tells. Ashby has no role that amounts to `INTERVIEWER`.
    pub enum RoleType, derived {
        /// May do everything.
        Admin = "ADMIN",
        /// Recruits.
        Recruiter = "RECRUITER",
        /// Hires for the own team.
        HiringManager = "HIRING_MANAGER",
        /// Arranges.
        Coordinator = "COORDINATOR",
        /// Finds people.
        Sourcer = "SOURCER",
    }
}

impl RoleType {
    /// What a role of the whole organisation amounts to. Names are told apart by case.
    #[must_use]
    pub fn of_system(name: &str) -> Option<Self> {
        match name.trim() {
            "Organization Admin" => Some(Self::Admin),
            "External Recruiter" => Some(Self::Recruiter),
            _ => None,
        }
    }

    /// What a role on a hiring team amounts to. Titles are told apart by case.
    #[must_use]
    pub fn of_job(title: &str) -> Option<Self> {
        match title.trim() {
            "Recruiting Coordinator" => Some(Self::Coordinator),
            "Hiring Manager" => Some(Self::HiringManager),
            "Recruiter" => Some(Self::Recruiter),
            "Sourcer" => Some(Self::Sourcer),
            _ => None,
        }
    }
}

model! {
    /// A role of users.
    pub struct Role in "ats_roles", also [remote_id] {
        /// Its name as people know it.
        remote_label: Option<String> => Text,
        /// Where it holds.
        scope: Option<RoleScope> => Text,
        /// What it amounts to.
        unified_type: Option<RoleType> => Text,
    }
    /// Private columns of `ats_roles`: none.
    private RolePrivate {}
}

/// A role of the whole organisation, by the name `user.globalRole` gives it; [`None`] without a name.
#[must_use]
pub fn system_role(connection: &ConnectionId, name: &str) -> Option<Row<Role>> {
    let name = trimmed(name)?;
    Some(row(connection, RoleScope::System, name, Some(name), RoleType::of_system(name)))
}

/// The roles of hiring teams, which teams name by title.
#[derive(Clone, Debug, Default)]
pub struct TeamRoles {
    ids: HashMap<String, String>,
    listed: Vec<(String, Option<String>)>,
}

/// A role as met on a team.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MetRole {
    pub(crate) row: Row<Role>,
    pub(crate) key: String,
    pub(crate) amounts_to: Option<RoleType>,
}

impl TeamRoles {
    /// From `hiringTeamRole.list`; of equal titles the smallest id counts.
    #[must_use]
    pub fn new(roles: &[ashby::HiringTeamRole]) -> Self {
        let mut all = Self::default();
        for role in roles {
            let title = owned(role.title.as_deref());
            let id = role.id.as_ref().map(|id| id.as_str().to_owned()).filter(|id| !id.is_empty());
            let Some(key) = id.or_else(|| title.clone()) else { continue };
            if let Some(title) = &title {
                let known = all.ids.entry(title.clone()).or_insert_with(|| key.clone());
                if key < *known {
                    known.clone_from(&key);
                }
            }
            all.listed.push((key, title));
        }
        all
    }

    /// Every role of the list, on a team or not.
    #[must_use]
    pub fn rows(&self, connection: &ConnectionId) -> Vec<Row<Role>> {
        let rows = self.listed.iter().map(|(key, title)| {
            let kind = title.as_deref().and_then(RoleType::of_job);
            row(connection, RoleScope::Job, key, title.as_deref(), kind)
        });
        rows.collect()
    }

    /// The role a team calls by `title`: by its id where the list has it, else by the title itself.
    pub(crate) fn of_title(&self, connection: &ConnectionId, title: &str) -> Option<MetRole> {
        let title = trimmed(title)?;
        let key = self.ids.get(title).map_or(title, String::as_str);
        let amounts_to = RoleType::of_job(title);
        let row = row(connection, RoleScope::Job, key, Some(title), amounts_to);
        Some(MetRole { row, key: role_key(RoleScope::Job, key), amounts_to })
    }

    /// Ids of rows that were made by title while the list could not be read, with the ids they have now.
    #[must_use]
    pub fn renamed(&self, connection: &ConnectionId) -> Vec<(Id, Id)> {
        let of = |key: &str| Id::of(connection, Role::TABLE, &role_key(RoleScope::Job, key));
        let known = self.ids.iter().filter(|(title, key)| title != key);
        known.map(|(title, key)| (of(title), of(key))).collect()
    }
}

fn role_key(scope: RoleScope, key: &str) -> String {
    format!("{}:{key}", scope.as_str())
}

fn row(
    connection: &ConnectionId,
    scope: RoleScope,
    key: &str,
    label: Option<&str>,
    unified_type: Option<RoleType>,
) -> Row<Role> {
    let model = Role {
        remote_label: label.map(str::to_owned),
        scope: Some(scope),
        unified_type,
        private: RolePrivate {},
    };
    Row::plain(Id::of(connection, Role::TABLE, &role_key(scope, key)), Some(key.to_owned()), model)
}
