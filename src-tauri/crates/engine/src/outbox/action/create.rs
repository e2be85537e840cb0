//! `create_candidate` and `create_application`: what they take.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::Attachment;

/// Fields of the unified API that Ashby has no place for: taken, left out, and named in a warning.
type Rest = Map<String, Value>;

/// Input of `create_candidate` and `create_application`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct CreateInput {
    /// The person.
    pub candidate: NewPerson,
    /// What the person applies for.
    #[serde(default)]
    #[ts(optional, as = "Option<NewApplication>")]
    pub application: NewApplication,
    /// The job, where `application` does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub job_id: Option<String>,
    /// The stage, where `application` does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub stage_id: Option<String>,
    /// Answers to questions of the job.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<GivenAnswer>>")]
    pub screening_question_answers: Vec<GivenAnswer>,
    /// Files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Attachment>>")]
    pub attachments: Vec<Attachment>,
    /// Where the person comes from; without it the source set for this workspace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub source: Option<GivenSource>,
    /// Who found the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub sourced_by: Option<SourcedBy>,
    /// Anything else.
    #[serde(flatten)]
    #[ts(skip)]
    pub rest: Rest,
}

/// A person to be made, or found by the address.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct NewPerson {
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// The primary address.
    pub email_address: String,
    /// Further addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<NewEmail>>")]
    pub additional_email_addresses: Vec<NewEmail>,
    /// A number to call, as it will be kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub phone_number: Option<String>,
    /// Where the person lives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub location: Option<NewLocation>,
    /// Pages elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<NewLink>>")]
    pub social_links: Vec<NewLink>,
    /// Anything else.
    #[serde(flatten)]
    #[ts(skip)]
    pub rest: Rest,
}

/// A further address.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct NewEmail {
    /// The address.
    pub email_address: String,
    /// PERSONAL, WORK or OTHER; Ashby takes none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub r#type: Option<String>,
}

/// Where a person lives.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct NewLocation {
    /// ISO 3166-1 alpha-2 code.
    pub country: String,
    /// City.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub city: Option<String>,
    /// State or region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub state: Option<String>,
    /// Anything else.
    #[serde(flatten)]
    #[ts(skip)]
    pub rest: Rest,
}

/// A page elsewhere.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct NewLink {
    /// Its address.
    pub url: String,
    /// Anything else.
    #[serde(flatten)]
    #[ts(skip)]
    pub rest: Rest,
}

/// What a person applies for.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct NewApplication {
    /// Unified id of the job, or `remote:<Ashby id>`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub job_id: Option<String>,
    /// Unified id of a stage of the job, or `remote:<Ashby id>`; without it the first stage of applications.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub stage_id: Option<String>,
    /// Anything else.
    #[serde(flatten)]
    #[ts(skip)]
    pub rest: Rest,
}

/// An answer to a question of the job.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GivenAnswer {
    /// Unified id of the question, or `remote:<Ashby id of the field>`.
    pub question_id: String,
    /// The answer in the shape of the question's format: text, id of an option or a list of them, true or false, a
    /// number, a date, or a file `{name, content_type?, data | data_url}`.
    #[ts(type = "unknown")]
    pub answer: Value,
}

/// A source, by the first of these that is given.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct GivenSource {
    /// Ashby's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<String>,
    /// A short name of your own for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub unified_key: Option<String>,
    /// What Ashby calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub name: Option<String>,
}

/// Who found the person.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct SourcedBy {
    /// Unified id of the user, or `remote:<Ashby id>`.
    pub user_id: String,
}

impl CreateInput {
    /// The names of what was given and has no place in Ashby.
    pub(super) fn without_place(&self) -> Vec<String> {
        let person = &self.candidate;
        let location = person.location.iter().flat_map(|place| place.rest.keys());
        let named = |prefix: &'static str, names: &mut dyn Iterator<Item = &String>| -> Vec<String> {
            names.map(|name| format!("{prefix}{name}")).collect()
        };
        let mut all = named("", &mut self.rest.keys());
        all.extend(named("candidate.", &mut person.rest.keys()));
        all.extend(named("candidate.location.", &mut location.into_iter()));
        all.extend(named("application.", &mut self.application.rest.keys()));
        if person.additional_email_addresses.iter().any(|email| email.r#type.is_some()) {
            all.push("candidate.additional_email_addresses.type".to_owned());
        }
        all
    }
}
