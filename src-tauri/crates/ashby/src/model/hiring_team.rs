//! Who works on a job or an application, and as what.

use serde::{Deserialize, Deserializer};

use super::{HiringTeamRoleId, UserId, record::part};

part! {
    /// One user in one role on a hiring team. The role is a title, not an id.
    HiringTeamMember {
        /// The user.
        user_id: Option<UserId>,
        /// Given name.
        first_name: Option<String>,
        /// Family name.
        last_name: Option<String>,
        /// E-mail address.
        email: Option<String>,
        /// Title of the role.
        role: Option<String>,
    }
}

/// A role of hiring teams, from `hiringTeamRole.list`: with an id when asked for by `namesOnly: false`, else
/// only its title.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HiringTeamRole {
    /// Ashby's id of the role.
    pub id: Option<HiringTeamRoleId>,
    /// Title of the role, by which hiring teams name it.
    pub title: Option<String>,
}

part! {
    /// The long form of a role.
    TitledRole {
        /// Ashby's id of the role.
        id: Option<HiringTeamRoleId>,
        /// Title of the role.
        title: Option<String>,
    }
}

impl<'de> Deserialize<'de> for HiringTeamRole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form {
            Title(String),
            Titled(TitledRole),
        }
        Ok(match Form::deserialize(deserializer)? {
            Form::Title(title) => Self { id: None, title: Some(title) },
            Form::Titled(TitledRole { id, title }) => Self { id, title },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_a_title_or_an_object() {
        let roles: Vec<HiringTeamRole> =
            serde_json::from_str(r#"["Recruiter",{"id":"r1","title":"Sourcer"},{"title":null}]"#).unwrap();
        assert_eq!(
            roles,
            [
                HiringTeamRole { id: None, title: Some("Recruiter".into()) },
                HiringTeamRole { id: Some("r1".into()), title: Some("Sourcer".into()) },
                HiringTeamRole::default(),
            ]
        );
    }
}
