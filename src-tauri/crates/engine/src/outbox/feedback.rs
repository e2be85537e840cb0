//! Giving feedback on an application, once.

use std::sync::Arc;

use samara_ashby::Lane;
use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_ashby::model as ashby;

use super::intention::Step;
use super::perform::{Proof, Refused, once};
use crate::{Failure, Workspace};

/// All feedback on an application as Ashby has it now.
async fn given(workspace: &Arc<Workspace>, application: &str) -> Result<Vec<ashby::Feedback>, Failure> {
    let application_id = Some(ashby::ApplicationId::from(application));
    let params = api::ApplicationFeedbackListParams { created_after: None, application_id };
    let (mut all, mut cursor) = (Vec::new(), None);
    loop {
        let page = workspace.client.page::<api::ApplicationFeedbackList>(
            Lane::Write,
            &params,
            cursor.as_ref(),
            None,
        );
        let page =
            page.await.map_err(|error| Failure::of_call(error, api::ApplicationFeedbackList::PERMISSION))?;
        all.extend(page.records.into_iter().map(|record| record.value));
        cursor = page.next;
        if cursor.is_none() {
            return Ok(all);
        }
    }
}

/// Ashby's ids of the feedback on an application.
pub(super) async fn ids(workspace: &Arc<Workspace>, application: &str) -> Result<Vec<String>, Failure> {
    let all = given(workspace, application).await?;
    Ok(all.into_iter().map(|feedback| feedback.id.as_str().to_owned()).collect())
}

/// Gives it and returns Ashby's id of it.
pub(super) async fn give(workspace: &Arc<Workspace>, step: &Step) -> Result<Option<String>, Refused> {
    let Step::GiveFeedback { application, form, answers, user, event, .. } = step else { return Ok(None) };
    let answers = answers.iter();
    let params = api::FeedbackSubmitParams {
        feedback_form: api::FilledForm {
            field_submissions: answers
                .map(|(path, value)| api::FieldSubmission { path: path.clone(), value: value.clone() })
                .collect(),
        },
        form_definition_id: ashby::FeedbackFormDefinitionId::from(form.as_str()),
        application_id: ashby::ApplicationId::from(application.as_str()),
        user_id: user.as_deref().map(ashby::UserId::from),
        interview_event_id: event.as_deref().map(ashby::InterviewEventId::from),
    };
    let taken = once::<api::ApplicationFeedbackSubmit>(workspace, &params).await?;
    Ok(taken.submitted_form_instance.map(|instance| instance.id.as_str().to_owned()))
}

/// Whether feedback with these very answers is there that was not there before.
pub(super) async fn look(workspace: &Arc<Workspace>, step: &Step) -> Result<Proof, Failure> {
    let Step::GiveFeedback { application, answers, before: Some(before), .. } = step else {
        return Ok(Proof::Absent);
    };
    let alike = |feedback: &ashby::Feedback| {
        let values = feedback.submitted_values.as_ref();
        let new = !before.iter().any(|known| known == feedback.id.as_str());
        new && values
            .is_some_and(|values| answers.iter().all(|(path, value)| values.get(path) == Some(value)))
    };
    let found = given(workspace, application).await?.into_iter().find(alike);
    Ok(found.map_or(Proof::Absent, |feedback| Proof::Happened(Some(feedback.id.as_str().to_owned()))))
}
