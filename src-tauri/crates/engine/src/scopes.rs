//! What the key may read and write, and what the mirror therefore has.
//!
//! *Rights* come from the key itself, where it may tell, or from one harmless read per endpoint. Whether it may write is
//! never tried. A *verdict* says of a model, or of one of its fields, why it is filled or not.

mod verdict;

use std::collections::BTreeMap;

use samara_ashby::endpoint as api;
use samara_ashby::{Client, Endpoint, Error as ApiError, Lane, ListEndpoint};
use serde::{Deserialize, Serialize};

use crate::command::Access;
use crate::{Code, Failure};

pub(crate) use verdict::{Evidence, Known, ModelVerdict, Test, judge, sources};

/// What a key may do, as far as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Rights {
    /// The key's name in Ashby.
    pub(crate) title: Option<String>,
    /// Its scopes, such as `candidates:read`; `None`: it may not tell.
    pub(crate) scopes: Option<Vec<String>>,
    /// Otherwise what came of reading each endpoint; `None`: it may be read.
    pub(crate) tried: BTreeMap<String, Option<Failure>>,
}

/// The module a permission such as `candidatesRead` belongs to.
pub(crate) fn module(permission: &str) -> &str {
    permission.strip_suffix("Read").or_else(|| permission.strip_suffix("Write")).unwrap_or(permission)
}

impl Rights {
    /// Asks the key, or tries.
    ///
    /// # Errors
    /// When Ashby does not accept the key, or nothing at all is answered.
    pub(crate) async fn ask(client: &Client) -> Result<Self, Failure> {
        match client.call::<api::ApiKeyGet>(Lane::Read, &api::NoParams {}).await {
            Ok(reply) => Ok(Self {
                title: reply.results.title,
                scopes: Some(reply.results.scopes.iter().map(ToString::to_string).collect()),
                tried: BTreeMap::new(),
            }),
            Err(ApiError::Forbidden { permission_missing: true, .. }) => Self::try_all(client).await,
            Err(error) => Err(error.into()),
        }
    }

    async fn try_all(client: &Client) -> Result<Self, Failure> {
        let mut rights = Self::default();
        for endpoint in verdict::endpoints() {
            rights.try_one(client, endpoint).await?;
        }
        let unanswered = |outcome: &Option<Failure>| {
            outcome.as_ref().is_some_and(|failure| failure.code != Code::PermissionMissing)
        };
        match rights.tried.values().flatten().next() {
            Some(failure) if rights.tried.values().all(unanswered) => Err(failure.clone()),
            _ => Ok(rights),
        }
    }

    /// Reads one record of an endpoint and notes what came of it.
    async fn try_one(&mut self, client: &Client, endpoint: &str) -> Result<(), Failure> {
        let archived = api::ArchivedParams::default();
        match endpoint {
            "candidate.list" => self.read::<api::CandidateList>(client, &Default::default()).await,
            "application.list" => self.read::<api::ApplicationList>(client, &Default::default()).await,
            "job.list" => self.read::<api::JobList>(client, &Default::default()).await,
            "jobPosting.list" => self.read::<api::JobPostingList>(client, &Default::default()).await,
            "interviewPlan.list" => self.read::<api::InterviewPlanList>(client, &archived).await,
            "interviewSchedule.list" => {
                self.read::<api::InterviewScheduleList>(client, &Default::default()).await
            }
            "offer.list" => self.read::<api::OfferList>(client, &Default::default()).await,
            "candidateTag.list" => self.read::<api::CandidateTagList>(client, &archived).await,
            "archiveReason.list" => self.read::<api::ArchiveReasonList>(client, &archived).await,
            "source.list" => self.read::<api::SourceList>(client, &archived).await,
            "user.list" => self.read::<api::UserList>(client, &Default::default()).await,
            "location.list" => self.read::<api::LocationList>(client, &archived).await,
            "hiringTeamRole.list" => self.read::<api::HiringTeamRoleList>(client, &Default::default()).await,
            _ => Err(Failure::defect("endpoint")),
        }
    }

    async fn read<E: ListEndpoint>(&mut self, client: &Client, params: &E::Params) -> Result<(), Failure> {
        let outcome = match client.probe::<E>(Lane::Read, params).await {
            Ok(()) => None,
            Err(error) => Some(Failure::of_call(error, E::PERMISSION)),
        };
        if let Some(failure) = outcome.as_ref().filter(|failure| failure.code == Code::AuthenticationInvalid)
        {
            return Err(failure.clone());
        }
        self.tried.insert(<E as Endpoint>::NAME.to_owned(), outcome);
        Ok(())
    }

    /// Tries the endpoints that fill one model: what stands in the way of each.
    ///
    /// # Errors
    /// When Ashby does not accept the key.
    pub(crate) async fn test(
        client: &Client,
        table: &str,
    ) -> Result<BTreeMap<String, Option<Failure>>, Failure> {
        let mut rights = Self::default();
        for endpoint in sources(table) {
            rights.try_one(client, endpoint).await?;
        }
        Ok(rights.tried)
    }

    /// Why something could not be tried.
    pub(crate) fn failure(&self) -> Option<Failure> {
        self.tried.values().flatten().find(|failure| failure.code != Code::PermissionMissing).cloned()
    }

    /// Whether the key may do something in a module; `right` is `read` or `write`.
    pub(crate) fn access(&self, module: &str, right: &str) -> Access {
        if let Some(scopes) = &self.scopes {
            let granted = scopes.iter().any(|scope| *scope == format!("{module}:{right}"));
            return if granted { Access::Yes } else { Access::No };
        }
        if module == "apiKeys" && right == "read" {
            return Access::No;
        }
        if right != "read" {
            return Access::Unknown;
        }
        let of_module =
            |endpoint: &str| verdict::permission(endpoint).is_some_and(|of| self::module(of) == module);
        let mut tried =
            self.tried.iter().filter(|(endpoint, _)| of_module(endpoint)).map(|(_, outcome)| outcome);
        match tried.next() {
            Some(None) => Access::Yes,
            Some(Some(failure)) if failure.code == Code::PermissionMissing => Access::No,
            _ => Access::Unknown,
        }
    }

    /// What stands between the key and an endpoint, as far as the rights tell.
    pub(crate) fn hindrance(&self, endpoint: &str, permission: &str) -> Option<Failure> {
        if self.scopes.is_some() {
            let missing = self.access(module(permission), "read") == Access::No;
            return missing.then(|| {
                Failure::of_call(ApiError::Forbidden { permission_missing: true, message: None }, permission)
            });
        }
        self.tried.get(endpoint).cloned().flatten()
    }
}
