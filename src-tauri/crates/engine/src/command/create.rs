//! What the dialogs for new people need: the forms of a job, who may be the same person, and what was made.

use std::collections::HashMap;

use samara_ashby::model::Source;
use samara_store::Reading;
use samara_store::table::application::StageRef;
use samara_store::table::apply::{Alike, AskedQuestion};
use samara_store::table::reference::Kind;
use samara_store::table::unified::{Wanted, embeds, filters};
use samara_store::table_info;
use samara_unified::{Id, clean_html, fold, is_email};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::duplicate::Likeness;
use super::outbox::{IntentInput, WRITES};
use super::{Info, Nothing, command};
use crate::outbox::{self, DEFAULT_SOURCE, GivenAnswer, provisional};
use crate::{Failure, Tag};

/// People told who may be the one meant.
const LIKELY: usize = 5;
/// People looked at to find them.
const LOOKED_AT: u32 = 40;

/// Which job.
#[derive(Debug, Deserialize, TS)]
pub struct CreateFormInput {
    /// Unified id, or `remote:<Ashby id>`.
    pub job_id: String,
}

/// Something to choose by name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Choosable {
    /// What to give for it.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A question of the job.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FormQuestion {
    /// Unified id.
    pub id: String,
    /// What is asked.
    pub title: String,
    /// An explanation, HTML safe to show.
    pub description: Option<String>,
    /// The kind of answer: `{type, options?, …}` of the unified model.
    #[ts(type = "Record<string, unknown>")]
    pub format: Value,
    /// Whether it has to be answered.
    pub required: bool,
}

/// A survey that goes with the job. Its answers are held in memory alone until they are sent.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FormSurvey {
    /// Ashby's id of the form.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Ashby's `EEOC`, `Diversity`, `Questionnaire`, `CandidateDataConsent` or another word.
    pub kind: String,
    /// Its questions, in order.
    pub questions: Vec<FormQuestion>,
}

/// All that can be given for an application to a job.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CreateForm {
    /// Unified id of the job.
    pub job_id: String,
    /// Its title.
    pub job: String,
    /// Whether it takes applications.
    pub open: bool,
    /// Where an application can begin, in order.
    pub stages: Vec<StageRef>,
    /// Where it begins when nothing is said.
    pub first_stage: Option<String>,
    /// The questions of the application form, in order. Either all required ones are answered or none.
    pub questions: Vec<FormQuestion>,
    /// Whether the form asks for a résumé.
    pub resume_required: bool,
    /// Surveys, in order.
    pub surveys: Vec<FormSurvey>,
    /// Sources in use, by name.
    pub sources: Vec<Choosable>,
    /// The source that is written when nothing is said.
    pub default_source: Option<String>,
    /// Users who can be credited, by name.
    pub users: Vec<Choosable>,
}

/// Who is being entered, as far as it is typed.
#[derive(Debug, Default, Deserialize, TS)]
pub struct DuplicatesForInput {
    /// The address.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub email: String,
    /// The name.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub name: String,
    /// Pages elsewhere.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub links: Vec<String>,
}

/// An application somebody has already.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DuplicateApplication {
    /// Unified id.
    pub id: String,
    /// Unified id of the job.
    pub job_id: Option<String>,
    /// The job's title.
    pub job: Option<String>,
    /// Its stage.
    pub stage: Option<StageRef>,
    /// PENDING, HIRED, DECLINED.
    pub outcome: Option<String>,
}

/// Somebody who may be the person meant.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Duplicate {
    /// Unified id.
    pub id: String,
    /// The name.
    pub name: String,
    /// Job title.
    pub title: Option<String>,
    /// Company.
    pub company: Option<String>,
    /// Primary mail address.
    pub email: Option<String>,
    /// Why, the surest first.
    pub because: Vec<Likeness>,
    /// Their applications, live ones first.
    pub applications: Vec<DuplicateApplication>,
    /// Whether Ashby does not have them yet.
    pub pending: bool,
}

/// What an action made.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Created {
    /// The candidate with applications and tags, in the unified shape; absent before Ashby has them.
    #[ts(type = "Record<string, unknown> | null")]
    pub candidate: Option<Value>,
    /// The application with candidate, job and stage, in the unified shape; absent before Ashby has it.
    #[ts(type = "Record<string, unknown> | null")]
    pub application: Option<Value>,
    /// Ashby's ids of what it made there, also where the action failed as a whole.
    pub made: Vec<MadeThere>,
}

/// Something that an action made in Ashby.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MadeThere {
    /// `candidate` or `application`.
    pub kind: String,
    /// Ashby's id.
    pub remote_id: String,
}

/// Answers to surveys that have to be given again.
#[derive(Debug, Deserialize, TS)]
pub struct AnswerSurveysInput {
    /// The intent that made the application.
    pub intent_id: String,
    /// The answers.
    pub answers: Vec<GivenAnswer>,
}

fn question(asked: AskedQuestion) -> FormQuestion {
    FormQuestion {
        id: asked.id,
        title: asked.title,
        description: asked.description.as_deref().map(clean_html).filter(|html| !html.is_empty()),
        format: asked.format,
        required: asked.required,
    }
}

fn form(reading: &Reading<'_>, id: &str) -> Result<CreateForm, Failure> {
    let job = reading.apply_job(id)?;
    let job = job.ok_or_else(|| Failure::input("This job is not here.", "Sync, then choose another job."))?;
    let mut stages = reading.job_stages(id)?;
    stages.retain(|it| !["Archived", "Hired"].contains(&it.stage.kind.as_str()));
    let of_default = |kind: &str| stages.iter().find(|it| it.is_default && it.stage.kind == kind);
    let first = of_default("PreInterviewScreen").or_else(|| of_default("Lead")).map(|it| it.stage.id.clone());
    let asked = reading.asked_questions(id)?;
    // The first published posting that asks anything is the one whose form is filled in.
    let posting = job.postings.iter().find(|posting| asked.iter().any(|it| it.postings.contains(posting)));
    let on_it = |it: &AskedQuestion| posting.is_none_or(|posting| it.postings.contains(posting));
    let (questions, surveys) = apart(reading, asked.into_iter().filter(on_it))?;
    let resume_required = match posting {
        Some(posting) => outbox::asks_for_resume(reading, posting)?,
        None => false,
    };
    Ok(CreateForm {
        open: job.status.as_deref().is_none_or(|status| status == "OPEN"),
        job_id: job.id,
        job: job.title,
        stages: stages.into_iter().map(|it| it.stage).collect(),
        first_stage: first,
        questions,
        resume_required,
        surveys,
        sources: sources(reading)?,
        default_source: reading.setting(DEFAULT_SOURCE)?.filter(|set| !set.is_empty()),
        users: reading
            .user_choices()?
            .into_iter()
            .map(|user| Choosable { id: user.id, name: user.name })
            .collect(),
    })
}

/// The questions of the application form, and those of each survey.
fn apart(
    reading: &Reading<'_>,
    asked: impl Iterator<Item = AskedQuestion>,
) -> Result<(Vec<FormQuestion>, Vec<FormSurvey>), Failure> {
    let (mut questions, mut surveys): (Vec<FormQuestion>, Vec<FormSurvey>) = (Vec::new(), Vec::new());
    let names: HashMap<String, String> = reading.reference_names(Kind::SurveyForm)?;
    for asked in asked {
        let Some(survey) = asked.survey.clone() else {
            questions.push(question(asked));
            continue;
        };
        let kind = asked.survey_type.clone().unwrap_or_default();
        if !surveys.iter().any(|known| known.id == survey) {
            let title = names.get(&survey).cloned().unwrap_or_else(|| kind.clone());
            surveys.push(FormSurvey { id: survey.clone(), title, kind, questions: Vec::new() });
        }
        if let Some(known) = surveys.iter_mut().find(|known| known.id == survey) {
            known.questions.push(question(asked));
        }
    }
    Ok((questions, surveys))
}

/// The sources in use, by name.
fn sources(reading: &Reading<'_>) -> Result<Vec<Choosable>, Failure> {
    let known = reading.references(Kind::Source)?;
    let mut sources: Vec<Choosable> = known
        .iter()
        .filter_map(|json| serde_json::from_str::<Source>(json).ok())
        .filter(|source| source.is_archived != Some(true))
        .map(|source| Choosable { id: source.id.as_str().to_owned(), name: source.title.unwrap_or_default() })
        .collect();
    sources.sort_by_cached_key(|source| fold(&source.name));
    Ok(sources)
}

/// An address of a page without what differs between ways to write it.
fn page(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/').to_lowercase();
    rest.strip_prefix("www.").map_or_else(|| rest.clone(), str::to_owned)
}

fn duplicates(reading: &Reading<'_>, input: &DuplicatesForInput) -> Result<Vec<Duplicate>, Failure> {
    let mut found: Vec<(Alike, Vec<Likeness>)> = Vec::new();
    let mut add = |people: Vec<Alike>, likeness: Likeness| {
        for person in people {
            match found.iter_mut().find(|(known, _)| known.id == person.id) {
                Some((_, because)) => because.push(likeness),
                None => found.push((person, vec![likeness])),
            }
        }
    };
    let email = input.email.trim();
    if is_email(email) {
        let mut people = reading.alike_by_contact(email, LOOKED_AT)?;
        people.retain(|person| person.emails.iter().any(|known| known.eq_ignore_ascii_case(email)));
        add(people, Likeness::Email);
    }
    for link in &input.links {
        let wanted = page(link.trim());
        let Some(user) = wanted.rsplit('/').next().filter(|_| wanted.contains('/')) else { continue };
        let mut people = reading.alike_by_contact(user, LOOKED_AT)?;
        people.retain(|person| person.links.iter().any(|known| page(known) == wanted));
        add(people, Likeness::Link);
    }
    // One first name alone is everybody's.
    if input.name.split_whitespace().count() > 1 {
        add(reading.alike_by_name(&input.name, LOOKED_AT)?, Likeness::Name);
    }
    found.sort_by_cached_key(|(person, because)| (because.iter().min().copied(), fold(&person.name)));
    found.truncate(LIKELY);
    found.into_iter().map(|(person, because)| duplicate(reading, person, because)).collect()
}

fn duplicate(reading: &Reading<'_>, person: Alike, because: Vec<Likeness>) -> Result<Duplicate, Failure> {
    let applications = reading.candidate_applications(&person.id)?.into_iter();
    let applications = applications.map(|it| DuplicateApplication {
        id: it.id,
        job_id: it.job_id,
        job: it.job,
        stage: it.stage,
        outcome: it.outcome,
    });
    Ok(Duplicate {
        applications: applications.collect(),
        pending: provisional::is_provisional(&person.remote_id),
        id: person.id,
        name: person.name,
        title: person.title,
        company: person.company,
        email: person.emails.into_iter().next(),
        because,
    })
}

/// A row in the unified shape with related ones.
fn row(reading: &Reading<'_>, table: &str, id: &str, with: &[&str]) -> Result<Option<Value>, Failure> {
    let Some(info) = table_info(table) else { return Ok(None) };
    let by_id = filters(info).find(|filter| filter.name == "ids").and_then(|filter| filter.choose(id));
    let wanted = Wanted {
        filters: by_id.into_iter().collect(),
        embeds: embeds(info).filter(|embed| with.contains(&embed.name)).collect(),
        ..Wanted::default()
    };
    Ok(reading.unified_page(info, &wanted, 1)?.rows.into_iter().next())
}

fn created(reading: &Reading<'_>, intent_id: &str) -> Result<Created, Failure> {
    let intent = reading.intent(intent_id)?.ok_or_else(|| {
        Failure::input("This action is not in the list any more.", "Look it up in Activity.")
    })?;
    let candidate = reading.resolve_candidate(&intent.candidate_id)?;
    let application = intent.application_id.as_deref();
    Ok(Created {
        candidate: row(reading, "ats_candidates", &candidate, &["applications", "tags"])?,
        application: application
            .map(|id| row(reading, "ats_applications", id, &["candidate", "job", "current_stage"]))
            .transpose()?
            .flatten(),
        made: provisional::made_there(reading, &intent)?
            .into_iter()
            .map(|(kind, remote_id)| MadeThere { kind: kind.to_owned(), remote_id })
            .collect(),
    })
}

command! {
    /// All that can be given for an application to a job.
    CreateFormOf, Info::read("create_form", &[Tag::Jobs, Tag::Settings]), |desk, input: CreateFormInput| -> CreateForm {
        let workspace = desk.workspace()?;
        let id = match input.job_id.strip_prefix("remote:") {
            Some(remote) => Id::of(&workspace.mapping.connection, "ats_jobs", remote).as_str().to_owned(),
            None => input.job_id,
        };
        workspace.read(move |reading| Ok(form(reading, &id))).await?
    }
}

command! {
    /// The sources in use, by name.
    ListSources, Info::read("list_sources", &[Tag::Settings]), |desk, _input: Nothing| -> Vec<Choosable> {
        desk.workspace()?.read(|reading| Ok(sources(reading))).await?
    }
}

command! {
    /// Users who can log in, by name.
    ListUsers, Info::read("list_users", &[Tag::Settings]), |desk, _input: Nothing| -> Vec<Choosable> {
        let users = desk.workspace()?.read(|reading| reading.user_choices()).await?;
        Ok(users.into_iter().map(|user| Choosable { id: user.id, name: user.name }).collect())
    }
}

command! {
    /// People who may be the one being entered, from the mirror alone.
    DuplicatesFor, Info::read("duplicates_for", &[Tag::Candidates]), |desk, input: DuplicatesForInput| -> Vec<Duplicate> {
        desk.workspace()?.read(move |reading| Ok(duplicates(reading, &input))).await?
    }
}

command! {
    /// What an action made, in the unified shape.
    CreatedBy, Info::read("created_by", &[Tag::Activity, Tag::Candidate]), |desk, input: IntentInput| -> Created {
        desk.workspace()?.read(move |reading| Ok(created(reading, &input.intent_id))).await?
    }
}

command! {
    /// Gives answers to surveys again that were held in memory alone, and has them sent.
    AnswerSurveys, Info::write("answer_surveys", WRITES, "candidatesWrite"), |desk, input: AnswerSurveysInput| -> Nothing {
        outbox::answer_surveys(&desk.workspace()?, &input.intent_id, input.answers).await?;
        Ok(Nothing {})
    }
}
