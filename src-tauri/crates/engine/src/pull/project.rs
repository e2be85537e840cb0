//! Rows that are made of several endpoints' records: jobs with their postings, stages, questions and teams.
//!
//! The mirror notes by itself which jobs a changed record concerns; a projection looks at those alone.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use samara_ashby::model as ashby;
use samara_store::table::projection::Dirty;
use samara_store::table::reference::Kind;
use samara_store::{MirrorTx, Outcome, Payload, Reading};
use samara_unified::{
    self as unified, Board, ConnectionId, Id, JobContext, PostingRecord, TeamRoles, Timestamp,
};
use serde::de::DeserializeOwned;

use crate::{Failure, Tag, Workspace};

/// Jobs read, and written in one transaction, at a time.
const BATCH: usize = 50;

/// Records that any job may name.
struct Shared {
    context: JobContext,
    roles: TeamRoles,
    surveys: HashMap<ashby::SurveyFormDefinitionId, ashby::SurveyForm>,
    boards: HashMap<String, Board>,
    posting_boards: HashMap<String, Vec<String>>,
    published: HashSet<String>,
}

/// One job as received, with its postings.
struct Records {
    remote_id: String,
    job: Option<(ashby::Job, String)>,
    postings: Vec<PostingRecord>,
    infos: HashMap<String, String>,
}

/// A question with the job that asks it.
type Questions = HashMap<Id, (Id, unified::Row<unified::ScreeningQuestion>)>;

fn parsed<T: DeserializeOwned>(texts: &[String]) -> Vec<T> {
    texts.iter().filter_map(|text| serde_json::from_str(text).ok()).collect()
}

/// The stages of each plan, by what an endpoint gave.
fn stages_by_plan(
    reading: &Reading<'_>,
    endpoint: &str,
) -> samara_store::Result<HashMap<ashby::InterviewPlanId, Vec<ashby::Stage>>> {
    let mut plans: HashMap<ashby::InterviewPlanId, Vec<ashby::Stage>> = HashMap::new();
    for stage in parsed::<ashby::Stage>(&reading.payloads("ats_application_stages", endpoint)?) {
        if let Some(plan) = stage.interview_plan_id.clone() {
            plans.entry(plan).or_default().push(stage);
        }
    }
    Ok(plans)
}

fn shared(reading: &Reading<'_>) -> samara_store::Result<Shared> {
    let departments: Vec<ashby::Department> = parsed(&reading.references(Kind::Department)?);
    let locations: Vec<ashby::Location> = parsed(&reading.references(Kind::Location)?);
    let surveys: Vec<ashby::SurveyForm> = parsed(&reading.references(Kind::SurveyForm)?);
    let boards: Vec<ashby::JobBoard> = parsed(&reading.references(Kind::JobBoard)?);
    let mut plans = stages_by_plan(reading, "interviewStage.list")?;
    for (plan, stages) in stages_by_plan(reading, super::plans::TOLD)? {
        // What a job tells of its plan counts where nothing lists the plan's stages.
        plans.entry(plan).or_insert(stages);
    }
    let board = |board: ashby::JobBoard| {
        let remote_id = board.id.into_string();
        (remote_id.clone(), Board { remote_id, is_internal: board.is_internal == Some(true) })
    };
    Ok(Shared {
        context: JobContext {
            departments: departments.into_iter().map(|record| (record.id.clone(), record)).collect(),
            locations: locations.into_iter().map(|record| (record.id.clone(), record)).collect(),
            postings: HashMap::new(),
            plans,
            job_url: Some(unified::DEFAULT_JOB_URL.to_owned()),
        },
        roles: TeamRoles::new(&parsed::<ashby::HiringTeamRole>(&reading.references(Kind::HiringTeamRole)?)),
        surveys: surveys.into_iter().map(|survey| (survey.id.clone(), survey)).collect(),
        boards: boards.into_iter().map(board).collect(),
        posting_boards: reading.posting_boards()?,
        published: reading.published_postings()?,
    })
}

fn records(reading: &Reading<'_>, shared: &Shared, remote_id: String) -> samara_store::Result<Records> {
    let job = reading.reference(Kind::Job, &remote_id)?;
    let job = job.and_then(|text| Some((serde_json::from_str::<ashby::Job>(&text).ok()?, text)));
    let mut texts = HashMap::new();
    let mut infos = HashMap::new();
    for text in reading.references_of_job(Kind::JobPostingInfo, &remote_id)? {
        if let Ok(info) = serde_json::from_str::<ashby::JobPostingInfo>(&text) {
            texts.insert(info.id.as_str().to_owned(), text);
            infos.insert(info.id.as_str().to_owned(), info);
        }
    }
    let mut postings = Vec::new();
    for item in parsed::<ashby::JobPosting>(&reading.references_of_job(Kind::JobPosting, &remote_id)?) {
        let Some(boards) = shared.posting_boards.get(item.id.as_str()) else { continue };
        let info = infos.remove(item.id.as_str());
        let boards = boards.iter().filter_map(|board| shared.boards.get(board).cloned()).collect();
        postings.push(PostingRecord { boards, ..PostingRecord::listed(item, info) });
    }
    // A draft or a hidden posting: no board names it, its job does.
    let named = |info: &ashby::JobPostingInfo| {
        job.as_ref().is_some_and(|(job, _)| job.job_posting_ids.contains(&info.id))
    };
    postings.extend(infos.into_values().filter(named).map(PostingRecord::unlisted));
    for posting in &mut postings {
        posting.was_published = shared.published.contains(posting.item.id.as_str());
    }
    Ok(Records { remote_id, job, postings, infos: texts })
}

/// Brings jobs, their postings, stages, questions and teams in line with the records they are made of.
pub(super) async fn project(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    // What only some jobs were looked at for may turn out to concern all.
    while !once(workspace).await? {}
    Ok(())
}

/// Projects what is due, and tells whether that was all.
async fn once(workspace: &Arc<Workspace>) -> Result<bool, Failure> {
    let now = workspace.now();
    let at = now.clone();
    let (dirty, jobs, shared) = workspace
        .read(move |reading| {
            let dirty = reading.dirty_jobs(&at)?;
            if dirty.is_clean() {
                return Ok((dirty, Vec::new(), None));
            }
            let jobs = if dirty.all { reading.job_ids()? } else { dirty.jobs.iter().cloned().collect() };
            Ok((dirty, jobs, Some(Arc::new(shared(reading)?))))
        })
        .await?;
    let Some(shared) = shared else { return Ok(true) };
    let connection = workspace.mapping.connection.clone();
    let mut questions = Questions::new();
    let (mut moved, mut unasked) = (false, false);
    for batch in jobs.chunks(BATCH) {
        let (batch, with) = (batch.to_vec(), Arc::clone(&shared));
        let batch = workspace
            .read(move |reading| {
                batch.into_iter().map(|id| records(reading, &with, id)).collect::<Result<Vec<_>, _>>()
            })
            .await?;
        let (connection, now, with) = (connection.clone(), now.clone(), Arc::clone(&shared));
        let written = workspace
            .write_mirror(move |tx| {
                let mut writing = Writing {
                    tx,
                    connection: &connection,
                    now: &now,
                    shared: &with,
                    context: with.context.clone(),
                    moved: false,
                    unasked: false,
                    questions: Questions::new(),
                };
                for records in batch {
                    writing.job(records)?;
                }
                Ok((writing.moved, writing.unasked, writing.questions))
            })
            .await?;
        moved |= written.0;
        unasked |= written.1;
        for (id, asked) in written.2 {
            keep_first(&mut questions, id, asked);
        }
    }
    let whole = dirty.all;
    moved |= workspace
        .write_mirror(move |tx| finish(tx, &connection, &now, &shared, &dirty, questions, unasked))
        .await?;
    if moved {
        workspace.notices.tell(&[Tag::Jobs, Tag::Pipeline, Tag::Candidate]);
    }
    Ok(whole || !unasked)
}

/// Of several jobs that ask a question, the one with the smallest id speaks for it.
fn keep_first(questions: &mut Questions, id: Id, asked: (Id, unified::Row<unified::ScreeningQuestion>)) {
    match questions.get_mut(&id) {
        Some(known) if asked.0 < known.0 => *known = asked,
        Some(_) => {}
        None => drop(questions.insert(id, asked)),
    }
}

/// Writes what belongs to no single job, and notes that the jobs are done.
fn finish(
    tx: &MirrorTx<'_>,
    connection: &ConnectionId,
    now: &Timestamp,
    shared: &Shared,
    dirty: &Dirty,
    questions: Questions,
    unasked: bool,
) -> samara_store::Result<bool> {
    let mut moved = false;
    for (id, (job, row)) in questions {
        if dirty.all || tx.asker(&id)?.as_deref() == Some(job.as_str()) {
            moved |= tx.upsert(&row, &[], now)?.1 != Outcome::Same;
        }
    }
    let mut listed = HashSet::new();
    if dirty.all {
        for (from, to) in shared.roles.renamed(connection) {
            tx.rekey::<unified::Role>(&from, &to)?;
        }
        for role in shared.roles.rows(connection) {
            moved |= tx.upsert(&role, &[], now)?.1 != Outcome::Same;
            listed.insert(role.id);
        }
    } else {
        listed.extend(shared.roles.rows(connection).into_iter().map(|role| role.id));
    }
    moved |= tx.retire_questions(now)?;
    moved |= tx.retire_job_roles(&listed, now)?;
    tx.settle_dirty(dirty)?;
    if unasked && !dirty.all {
        tx.dirty_all_jobs()?;
    }
    Ok(moved)
}

/// One transaction of a projection.
struct Writing<'a> {
    tx: &'a MirrorTx<'a>,
    connection: &'a ConnectionId,
    now: &'a Timestamp,
    shared: &'a Shared,
    /// With the postings of the job at hand.
    context: JobContext,
    moved: bool,
    /// Whether a job no longer asks a question: another one may have to speak for it.
    unasked: bool,
    questions: Questions,
}

impl Writing<'_> {
    fn job(&mut self, records: Records) -> samara_store::Result<()> {
        let Records { remote_id, job, postings, infos } = records;
        let owner = Id::of(self.connection, <unified::Job as unified::Model>::TABLE, &remote_id);
        let mut rows = Vec::with_capacity(postings.len());
        for posting in &postings {
            rows.push(unified::posting(self.connection, posting, self.now));
        }
        for row in &rows {
            self.moved |= self.tx.upsert(row, &[], self.now)?.1 != Outcome::Same;
        }
        let present: Vec<&Id> = rows.iter().map(|row| &row.id).collect();
        let gone =
            self.tx.mark_absent::<unified::JobPosting>("job_id", owner.as_str(), &present, self.now)?;
        self.moved |= !gone.is_empty();
        let Some((record, text)) = job else { return self.without_job(&owner) };
        self.context.postings = HashMap::from([(record.id.clone(), postings)]);
        let rows = unified::job(self.connection, &record, &self.context);
        let mut payloads = vec![Payload::new("job.list", &text)];
        let info = rows.primary_posting.as_ref().and_then(|id| infos.get(id.as_str()));
        payloads.extend(info.map(|json| Payload::new("jobPosting.info", json)));
        if self.tx.upsert(&rows.job, &payloads, self.now)?.1 != Outcome::Same {
            self.moved = true;
            self.tx.owe_missing_details(Some(owner.as_str()))?;
        }
        self.moved |= self.tx.replace_connections("job_id", &owner, &rows.stages, self.now)?;
        for user in &rows.users {
            self.tx.upsert_stub(user, self.now)?;
        }
        self.team(&owner, &unified::job_team(self.connection, &record, &self.shared.roles))?;
        let asked = self.context.postings.get(&record.id).map(Vec::as_slice).unwrap_or_default();
        let asked = unified::job_questions(self.connection, &record.id, asked, &self.shared.surveys);
        self.questions(&owner, asked)
    }

    fn team(&mut self, owner: &Id, rows: &unified::TeamRows) -> samara_store::Result<()> {
        for role in &rows.roles {
            self.moved |= self.tx.upsert(role, &[], self.now)?.1 != Outcome::Same;
        }
        self.moved |= self.tx.replace_connections("job_id", owner, &rows.members, self.now)?;
        self.moved |= self.tx.replace_connections("_job_id", owner, &rows.assignments, self.now)?;
        Ok(())
    }

    fn questions(&mut self, owner: &Id, rows: unified::QuestionRows) -> samara_store::Result<()> {
        let present: Vec<&Id> = rows.joins.iter().map(|row| &row.id).collect();
        let gone =
            self.tx.mark_absent::<unified::JobQuestion>("job_id", owner.as_str(), &present, self.now)?;
        self.unasked |= !gone.is_empty();
        for join in &rows.joins {
            self.moved |= self.tx.upsert(join, &[], self.now)?.1 != Outcome::Same;
        }
        self.moved |= !gone.is_empty();
        for question in rows.questions {
            keep_first(&mut self.questions, question.id.clone(), (owner.clone(), question));
        }
        Ok(())
    }

    /// What is left of a job that is gone, or that this key may not see.
    fn without_job(&mut self, owner: &Id) -> samara_store::Result<()> {
        let Self { tx, now, .. } = self;
        let mut moved = tx.mark_deleted::<unified::Job>(owner, now)?;
        moved |= tx.replace_connections::<unified::JobStage>("job_id", owner, &[], now)?;
        moved |= tx.replace_connections::<unified::JobUser>("job_id", owner, &[], now)?;
        moved |= tx.replace_connections::<unified::JobRoleAssignment>("_job_id", owner, &[], now)?;
        let unasked = tx.replace_connections::<unified::JobQuestion>("job_id", owner, &[], now)?;
        self.unasked |= unasked;
        self.moved |= moved || unasked;
        Ok(())
    }
}
