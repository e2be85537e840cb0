//! The steps that make somebody or an application, and how a lost answer to each is settled.
//!
//! *Route C* makes the person and then the application; *route F* fills the form of a posting, of which both come. In
//! either the person is looked for by the address first. Until Ashby has given an id, steps name people and
//! applications by their provisional one; `provisional` puts the real one in its place.

mod application;
mod form;
mod person;
mod survey;

use std::sync::Arc;

use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::intention::{Intention, Step};
use super::perform::{Call, Proof, Refused};
use crate::{Failure, Workspace};

pub(super) use application::{closed, exists};
pub(super) use form::merge;
pub(super) use person::location;
pub(crate) use survey::{Kept, Surveys};

/// What is known of a person to be made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Person {
    /// The whole name.
    pub name: String,
    /// The primary address.
    pub email: String,
    /// Further addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternates: Vec<String>,
    /// A number to call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Addresses of pages elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<String>,
    /// Code of the country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// City.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// State or region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Ashby's id of the source, written for new people only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Ashby's id of who found the person, written for new people only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credited: Option<String>,
}

/// A file that a form asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormFile {
    /// The field's path.
    pub path: String,
    /// File name.
    pub name: String,
    /// MIME type.
    pub content_type: String,
    /// The journal's place it is spooled under.
    pub place: i64,
}

/// A step of making somebody or an application. `key` is a provisional id.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Making {
    /// `candidate.search`, then `candidate.create` where nobody has the address. Gives the person; whether it arrived is
    /// seen by searching.
    Person {
        /// The person's key, without its prefix.
        key: String,
        /// Ashby's id of the job, which must be open.
        job: String,
        /// Who.
        person: Box<Person>,
        /// When it was asked for, UTC: its mark in Ashby.
        at: String,
        /// Who has the address already, told when it was looked for last.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        found: Option<String>,
    },
    /// `application.create`. Gives the application; whether it arrived is seen in `candidate.info`.
    Application {
        /// The application's key, without its prefix.
        key: String,
        /// The person.
        candidate: String,
        /// Ashby's id of the job.
        job: String,
        /// Ashby's id of the plan, if not the default one.
        plan: Option<String>,
        /// Ashby's id of the stage, or its word for the first one.
        stage: Option<String>,
        /// Ashby's id of the source.
        source: Option<String>,
        /// Ashby's id of who found the person.
        credited: Option<String>,
        /// The applications the person had when it was first sent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<Vec<String>>,
    },
    /// `candidate.update` as far as fields are empty. Repeatable.
    Fill {
        /// The person.
        candidate: String,
        /// What is known.
        person: Box<Person>,
    },
    /// `applicationForm.submit`. Gives the filled form or, found after a lost answer, the application.
    Form {
        /// The application's key, without its prefix: answers that are nobody's to keep are held under it.
        key: String,
        /// Ashby's id of the job, which must be open.
        job: String,
        /// Ashby's id of the posting.
        posting: String,
        /// The address.
        email: String,
        /// Answers by path.
        fields: Vec<(String, Value)>,
        /// Files; their bytes are spooled.
        files: Vec<FormFile>,
        /// How many more answers are held in memory alone.
        #[serde(default)]
        withheld: usize,
        /// The applications people of this address had when it was first sent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<Vec<String>>,
    },
    /// `application.info` of a filled form. Gives the application, and leads the person's key to its candidate.
    Follow {
        /// Number of the step that filled the form.
        form: usize,
        /// The person's key, without its prefix.
        person: String,
        /// The application's key, without its prefix.
        key: String,
    },
    /// `application.update` with source and who found the person. Repeatable.
    Credit {
        /// The application.
        application: String,
        /// Ashby's id of the source.
        source: Option<String>,
        /// Ashby's id of the user.
        credited: Option<String>,
    },
    /// `application.changeStage` of an application that a form brought. Repeatable.
    Place {
        /// The application.
        application: String,
        /// Ashby's id of the stage.
        stage: String,
    },
    /// `surveySubmission.create`. The answers are held in memory alone; a lost answer is not settled by reading.
    Survey {
        /// The application's key, without its prefix: the answers are held under it.
        key: String,
        /// The person.
        candidate: String,
        /// The application.
        application: String,
        /// Ashby's id of the survey form.
        form: String,
    },
}

impl Making {
    /// The endpoint that decides it.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Person { .. } => api::CandidateCreate::NAME,
            Self::Application { .. } => api::ApplicationCreate::NAME,
            Self::Fill { .. } => api::CandidateUpdate::NAME,
            Self::Form { .. } => api::ApplicationFormSubmit::NAME,
            Self::Follow { .. } => api::ApplicationOfForm::NAME,
            Self::Credit { .. } => api::ApplicationUpdate::NAME,
            Self::Place { .. } => api::ApplicationChangeStage::NAME,
            Self::Survey { .. } => api::SurveySubmissionCreate::NAME,
        }
    }

    /// Whether twice is the same as once.
    pub(super) fn repeatable(&self) -> bool {
        !matches!(
            self,
            Self::Person { .. } | Self::Application { .. } | Self::Form { .. } | Self::Survey { .. }
        )
    }
}

impl Step {
    /// The paths of the files it sends with a form.
    pub(super) fn form_paths(&self) -> Vec<&str> {
        match self {
            Self::Make(Making::Form { files, .. }) => files.iter().map(|file| file.path.as_str()).collect(),
            _ => Vec::new(),
        }
    }

    /// The journal's places of the files it sends beside its own.
    pub(super) fn form_files(&self) -> Vec<i64> {
        match self {
            Self::Make(Making::Form { files, .. }) => files.iter().map(|file| file.place).collect(),
            _ => Vec::new(),
        }
    }
}

/// Looks at what is to be known right before a step is sent, and notes it with the intention.
pub(super) async fn prepare(
    workspace: &Arc<Workspace>,
    intention: &mut Intention,
    index: usize,
) -> Result<(), Failure> {
    let Some(Step::Make(making)) = intention.steps.get(index).cloned() else { return Ok(()) };
    let mut remarks = Vec::new();
    let prepared = match making {
        Making::Person { key, job, person, at, .. } => {
            application::job_is_open(workspace, &job).await?;
            let found = person::found(workspace, &person.email, &mut remarks).await?;
            Making::Person { key, job, person, at, found }
        }
        Making::Application { key, candidate, job, plan, stage, source, credited, .. } => {
            let before = Some(application::before(workspace, &candidate, &job).await?);
            Making::Application { key, candidate, job, plan, stage, source, credited, before }
        }
        Making::Form { key, job, posting, email, fields, files, withheld, .. } => {
            application::job_is_open(workspace, &job).await?;
            let before = Some(form::before(workspace, &email, &job).await?);
            Making::Form { key, job, posting, email, fields, files, withheld, before }
        }
        other => other,
    };
    if let Some(step) = intention.steps.get_mut(index) {
        *step = Step::Make(prepared);
    }
    remarks.retain(|remark| !intention.remarks.contains(remark));
    intention.remarks.extend(remarks);
    Ok(())
}

/// Makes the call and returns Ashby's id of what it gave.
pub(super) async fn perform(
    workspace: &Arc<Workspace>,
    call: &Call<'_>,
    making: &Making,
) -> Result<Option<String>, Refused> {
    match making {
        Making::Person { person, at, found, .. } => {
            person::make(workspace, person, at, found.as_deref()).await.map(Some)
        }
        Making::Application { .. } => application::make(workspace, making).await.map(Some),
        Making::Fill { candidate, person } => person::fill(workspace, candidate, person).await.map(|()| None),
        Making::Form { .. } => form::submit(workspace, call, making).await.map(Some),
        Making::Follow { form, person, .. } => {
            let given = call.given.get(*form).cloned().flatten();
            form::follow(workspace, given.as_deref().unwrap_or_default(), person).await.map(Some)
        }
        Making::Credit { application, source, credited } => {
            application::credit(workspace, application, source.as_deref(), credited.as_deref())
                .await
                .map(|()| None)
        }
        Making::Place { application, stage } => {
            application::place(workspace, application, stage).await.map(|()| None)
        }
        Making::Survey { key, candidate, application, form } => {
            survey::send(workspace, key, (candidate, application), form).await.map(|()| None)
        }
    }
}

/// Looks whether a call that is not repeatable arrived.
pub(super) async fn look(workspace: &Arc<Workspace>, making: &Making) -> Result<Proof, Failure> {
    match making {
        Making::Person { person, at, .. } => person::look(workspace, person, at).await,
        Making::Application { candidate, job, before, .. } => {
            application::look(workspace, candidate, job, before.as_deref()).await
        }
        Making::Form { email, job, before, .. } => form::look(workspace, email, job, before.as_deref()).await,
        Making::Survey { key, form, .. } => survey::look(workspace, key, form),
        _ => Ok(Proof::Absent),
    }
}
