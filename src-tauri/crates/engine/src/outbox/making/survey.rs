//! Answers to surveys: held in memory, sent once, and gone. Nothing of them is written anywhere: no file, index, log or
//! journal. After a restart they have to be given again.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use samara_ashby::endpoint as api;
use samara_ashby::model as ashby;
use serde_json::{Map, Value};

use super::super::perform::{Proof, Refused, once};
use crate::{Code, Failure, Workspace};

/// The answers of one application that are nobody's to keep.
#[derive(Default)]
pub(crate) struct Kept {
    /// On the application form, by path.
    pub(crate) form: Map<String, Value>,
    /// On survey forms by Ashby's id of the form, by path.
    pub(crate) surveys: BTreeMap<String, Map<String, Value>>,
}

/// Answers by the key of the application they belong to.
#[derive(Default)]
pub(crate) struct Surveys(Mutex<HashMap<String, Kept>>);

impl Surveys {
    fn kept(&self) -> MutexGuard<'_, HashMap<String, Kept>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Holds answers until they are sent; those held before for the same forms are replaced.
    pub(crate) fn hold(&self, key: &str, answers: Kept) {
        if answers.form.is_empty() && answers.surveys.is_empty() {
            return;
        }
        let mut kept = self.kept();
        let held = kept.entry(key.to_owned()).or_default();
        held.form.extend(answers.form);
        held.surveys.extend(answers.surveys);
    }

    /// Lets go of all answers of an application.
    pub(crate) fn release(&self, key: &str) {
        self.kept().remove(key);
    }

    /// What belongs on the application form.
    pub(super) fn form(&self, key: &str) -> Map<String, Value> {
        self.kept().get(key).map(|held| held.form.clone()).unwrap_or_default()
    }

    /// Lets go of what went with the application form.
    pub(super) fn forget_form(&self, key: &str) {
        let mut kept = self.kept();
        if let Some(held) = kept.get_mut(key) {
            held.form.clear();
            if held.surveys.is_empty() {
                kept.remove(key);
            }
        }
    }

    fn take(&self, key: &str, form: &str) -> Option<Map<String, Value>> {
        let mut kept = self.kept();
        let held = kept.get_mut(key)?;
        let answers = held.surveys.remove(form);
        if held.surveys.is_empty() && held.form.is_empty() {
            kept.remove(key);
        }
        answers
    }

    fn has(&self, key: &str, form: &str) -> bool {
        self.kept().get(key).is_some_and(|held| held.surveys.contains_key(form))
    }
}

fn gone() -> Failure {
    Failure::input(
        "The answers to a survey are held in memory alone, and are gone since Samara was restarted.",
        "Give them again from Activity, or leave them out.",
    )
}

/// Sends the answers to one survey form, once: whatever becomes of the call, only what certainly did not arrive is
/// held on to.
pub(super) async fn send(
    workspace: &Arc<Workspace>,
    key: &str,
    (candidate, application): (&str, &str),
    form: &str,
) -> Result<(), Refused> {
    let Some(answers) = workspace.surveys.take(key, form) else { return Err(Refused::before(gone())) };
    let params = api::SurveySubmissionParams {
        candidate_id: ashby::CandidateId::from(candidate),
        application_id: ashby::ApplicationId::from(application),
        survey_form_definition_id: ashby::SurveyFormDefinitionId::from(form),
        submitted_values: answers,
    };
    match once::<api::SurveySubmissionCreate>(workspace, &params).await {
        Ok(_) => Ok(()),
        Err(refused) => {
            if !refused.unknown {
                let surveys = BTreeMap::from([(form.to_owned(), params.submitted_values)]);
                workspace.surveys.hold(key, Kept { surveys, ..Kept::default() });
            }
            Err(refused)
        }
    }
}

/// Ashby never tells what was answered: only who gave the answers knows whether to give them again, and did so if they
/// are here.
pub(super) fn look(workspace: &Workspace, key: &str, form: &str) -> Result<Proof, Failure> {
    if workspace.surveys.has(key, form) {
        return Ok(Proof::Absent);
    }
    Err(Failure::new(
        Code::RemoteUnknown,
        "Ashby did not say whether it took the answers to a survey, and they cannot be read back.",
        "Look at the survey in Ashby. Give the answers again from Activity if they are missing there, else leave it.",
    ))
}
