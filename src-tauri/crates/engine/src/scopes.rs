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

pub(crate) use verdict::{Known, ModelVerdict, judge};

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
        let archived = api::ArchivedParams::default();
        rights.read::<api::CandidateList>(client, &api::CandidateListParams::default()).await?;
        rights.read::<api::ApplicationList>(client, &api::ApplicationListParams::default()).await?;
        rights.read::<api::JobList>(client, &api::JobListParams::default()).await?;
        rights.read::<api::JobPostingList>(client, &api::JobPostingListParams::default()).await?;
        rights.read::<api::InterviewPlanList>(client, &archived).await?;
        rights
            .read::<api::InterviewScheduleList>(client, &api::InterviewScheduleListParams::default())
            .await?;
        rights.read::<api::OfferList>(client, &api::OfferListParams::default()).await?;
        rights.read::<api::CandidateTagList>(client, &archived).await?;
        rights.read::<api::ArchiveReasonList>(client, &archived).await?;
        rights.read::<api::SourceList>(client, &archived).await?;
        rights.read::<api::UserList>(client, &api::UserListParams::default()).await?;
        rights.read::<api::LocationList>(client, &archived).await?;
        rights.read::<api::HiringTeamRoleList>(client, &api::HiringTeamRoleListParams::default()).await?;
        let unanswered = |outcome: &Option<Failure>| {
            outcome.as_ref().is_some_and(|failure| failure.code != Code::PermissionMissing)
        };
        match rights.tried.values().flatten().next() {
            Some(failure) if rights.tried.values().all(unanswered) => Err(failure.clone()),
            _ => Ok(rights),
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
