//! Job-specific screening questions: what applicants for a job are asked, over all its postings.

use std::collections::HashMap;

use samara_ashby::model as ashby;

use crate::id::{ConnectionId, Id};
use crate::job::job_id;
use crate::posting_record::{PostingRecord, by_precedence};
use crate::row::{Model, Row, model};
use crate::screening_question::{Asked, ScreeningQuestion, form_questions, survey_questions};

model! {
    /// A question of a job.
    pub struct JobQuestion in "ats_join_jobs_screening_questions", also [] {
        /// Its place among the job's questions, from 0: the application form first, then the survey forms.
        index: Option<i64> => Integer,
        /// Whether it has to be answered.
        required: Option<bool> => Bool,
        /// The question whose answer decides whether this one is asked; Ashby has none.
        precondition_question_id: Option<Id> => Reference("ats_screening_questions"),
        /// The answers that have this one asked; Ashby has none.
        precondition_options: Option<serde_json::Value> => Json,
        /// The job.
        job_id: Option<Id> => Reference("ats_jobs"),
        /// The question.
        question_id: Option<Id> => Reference("ats_screening_questions"),
    }
    /// Private columns of `ats_join_jobs_screening_questions`.
    private JobQuestionPrivate {
        /// Ashby's ids of the postings that ask it.
        posting_remote_ids: Vec<String> => Json,
    }
}

/// What the forms of one job map to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuestionRows {
    /// All questions of the job: those not named here are no longer asked.
    pub joins: Vec<Row<JobQuestion>>,
    /// The questions themselves. Other jobs may ask the same ones.
    pub questions: Vec<Row<ScreeningQuestion>>,
}

/// The questions of a job over its postings, the primary one first. `surveys` gives the fields of survey forms that
/// a posting only names.
#[must_use]
pub fn job_questions<S: std::hash::BuildHasher>(
    connection: &ConnectionId,
    job: &ashby::JobId,
    postings: &[PostingRecord],
    surveys: &HashMap<ashby::SurveyFormDefinitionId, ashby::SurveyForm, S>,
) -> QuestionRows {
    let mut postings: Vec<&PostingRecord> = postings.iter().collect();
    postings.sort_by(|a, b| by_precedence(a, b));
    let owner = job_id(connection, job);
    let mut rows = QuestionRows::default();
    let mut places: HashMap<String, usize> = HashMap::new();
    for form in [Form::Application, Form::Surveys] {
        for posting in &postings {
            for asked in form.questions(connection, posting, surveys) {
                let posting = posting.item.id.as_str().to_owned();
                let known = places.get(&asked.key).and_then(|place| rows.joins.get_mut(*place));
                if let Some(join) = known {
                    join.model.private.posting_remote_ids.push(posting);
                    continue;
                }
                places.insert(asked.key.clone(), rows.joins.len());
                rows.joins.push(join(connection, job, &owner, rows.joins.len(), &asked, posting));
                rows.questions.push(asked.question);
            }
        }
    }
    rows
}

#[derive(Clone, Copy)]
enum Form {
    Application,
    Surveys,
}

impl Form {
    fn questions<S: std::hash::BuildHasher>(
        self,
        connection: &ConnectionId,
        posting: &PostingRecord,
        surveys: &HashMap<ashby::SurveyFormDefinitionId, ashby::SurveyForm, S>,
    ) -> Vec<Asked> {
        let Some(info) = &posting.info else { return Vec::new() };
        match self {
            Self::Application => {
                let form = info.application_form_definition.as_ref();
                form.map(|form| form_questions(connection, form)).unwrap_or_default()
            }
            Self::Surveys => info
                .survey_form_definitions
                .iter()
                .flat_map(|survey| {
                    match surveys.get(&survey.id).filter(|_| survey.form_definition.is_none()) {
                        Some(known) => survey_questions(connection, known),
                        None => survey_questions(connection, survey),
                    }
                })
                .collect(),
        }
    }
}

fn join(
    connection: &ConnectionId,
    job: &ashby::JobId,
    owner: &Id,
    index: usize,
    asked: &Asked,
    posting: String,
) -> Row<JobQuestion> {
    let model = JobQuestion {
        index: i64::try_from(index).ok(),
        required: Some(asked.required),
        precondition_question_id: None,
        precondition_options: None,
        job_id: Some(owner.clone()),
        question_id: Some(asked.question.id.clone()),
        private: JobQuestionPrivate { posting_remote_ids: vec![posting] },
    };
    let id = Id::of_parts(connection, JobQuestion::TABLE, &[job.as_str(), &asked.key]);
    Row::plain(id, None, model)
}
