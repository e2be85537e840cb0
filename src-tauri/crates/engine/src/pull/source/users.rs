//! Users and what they may do in the whole organisation.

use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_ashby::{Record, model as ashby};
use samara_store::table::listing::Subject;
use samara_store::{MirrorTx, Payload, Result};
use samara_unified::{self as unified, Timestamp};

use super::{Source, moved};
use crate::notice::Tag;
use crate::pull::mapping::{Mapping, kept_payload};

/// Users.
pub(crate) struct Users;

/// A user's rows.
pub(crate) struct MappedUser {
    user: unified::Row<unified::User>,
    role: Option<(unified::Row<unified::UserRole>, unified::Row<unified::Role>)>,
    payload: String,
}

impl Source for Users {
    type Endpoint = api::UserList;
    type Mapped = Vec<MappedUser>;
    const TAGS: &'static [Tag] = &[Tag::Candidate];
    const SUBJECTS: &'static [Subject] = &[Subject::Table("ats_users")];

    fn params() -> api::UserListParams {
        api::UserListParams::default()
    }

    fn map(mapping: &Mapping, records: Vec<Record<ashby::User>>) -> Self::Mapped {
        let mapped = records.iter().map(|record| MappedUser {
            user: unified::user(&mapping.connection, &record.value),
            role: unified::user_role(&mapping.connection, &record.value),
            payload: kept_payload(api::UserList::NAME, &record.raw).into_owned(),
        });
        mapped.collect()
    }

    fn write(tx: &MirrorTx<'_>, mapped: &Self::Mapped, now: &Timestamp) -> Result<u64> {
        let endpoint = api::UserList::NAME;
        mapped.iter().try_fold(0, |count, item| {
            let (_, outcome) = tx.upsert(&item.user, &[Payload::new(endpoint, &item.payload)], now)?;
            let mut roles = Vec::new();
            if let Some((join, role)) = &item.role {
                tx.upsert(role, &[], now)?;
                roles.push(join.clone());
            }
            let changed = tx.replace_connections("user_id", &item.user.id, &roles, now)?;
            if changed {
                tx.retire_system_roles(now)?;
            }
            Ok(count + moved(outcome).max(u64::from(changed)))
        })
    }
}
