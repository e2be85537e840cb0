//! Rows that are made of several endpoints' records: jobs, their postings and their stages.

use std::collections::HashMap;
use std::sync::Arc;

use samara_ashby::model as ashby;
use samara_store::table::reference::Kind;
use samara_store::{Outcome, Payload, Reading};
use samara_unified::{self as unified, JobContext, PostingRecord};
use serde::de::DeserializeOwned;

use crate::{Failure, Tag, Workspace};

/// Everything a projection reads, as received.
struct Records {
    jobs: Vec<(ashby::Job, String)>,
    context: JobContext,
    infos: HashMap<String, String>,
}

fn parsed<T: DeserializeOwned>(texts: &[String]) -> Vec<T> {
    texts.iter().filter_map(|text| serde_json::from_str(text).ok()).collect()
}

fn records(reading: &Reading<'_>) -> samara_store::Result<Records> {
    let departments: Vec<ashby::Department> = parsed(&reading.references(Kind::Department)?);
    let locations: Vec<ashby::Location> = parsed(&reading.references(Kind::Location)?);
    let items: Vec<ashby::JobPosting> = parsed(&reading.references(Kind::JobPosting)?);
    let mut infos = HashMap::new();
    for text in reading.references(Kind::JobPostingInfo)? {
        if let Ok(info) = serde_json::from_str::<ashby::JobPostingInfo>(&text) {
            infos.insert(info.id.as_str().to_owned(), (info, text));
        }
    }
    let published = reading.published_postings()?;
    let mut postings: HashMap<ashby::JobId, Vec<PostingRecord>> = HashMap::new();
    let listed: std::collections::HashSet<String> =
        items.iter().map(|item| item.id.as_str().to_owned()).collect();
    let (mut listed_infos, mut unlisted) = (HashMap::new(), Vec::new());
    for (id, (info, _)) in &infos {
        if listed.contains(id.as_str()) {
            listed_infos.insert(id.clone(), info.clone());
        } else {
            // A draft or an internal posting: no list names it, its job does.
            unlisted.push(PostingRecord::unlisted(info.clone()));
        }
    }
    let named = items.into_iter().map(|item| {
        let info = listed_infos.remove(item.id.as_str());
        PostingRecord::listed(item, info)
    });
    for mut record in named.chain(unlisted) {
        let Some(job_id) = record.item.job_id.clone() else { continue };
        record.was_published = published.contains(record.item.id.as_str());
        postings.entry(job_id).or_default().push(record);
    }
    let mut plans: HashMap<ashby::InterviewPlanId, Vec<ashby::Stage>> = HashMap::new();
    for stage in parsed::<ashby::Stage>(&reading.payloads("ats_application_stages", "interviewStage.list")?) {
        if let Some(plan) = stage.interview_plan_id.clone() {
            plans.entry(plan).or_default().push(stage);
        }
    }
    let jobs = reading
        .references(Kind::Job)?
        .into_iter()
        .filter_map(|text| Some((serde_json::from_str(&text).ok()?, text)))
        .collect();
    let context = JobContext {
        departments: departments.into_iter().map(|record| (record.id.clone(), record)).collect(),
        locations: locations.into_iter().map(|record| (record.id.clone(), record)).collect(),
        postings,
        plans,
        job_url: Some(unified::DEFAULT_JOB_URL.to_owned()),
    };
    let infos = infos.into_iter().map(|(id, (_, text))| (id, text)).collect();
    Ok(Records { jobs, context, infos })
}

/// Brings jobs, postings and job stages in line with the records they are made of.
pub(super) async fn project(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    let connection = workspace.mapping.connection.clone();
    let now = workspace.now();
    let records = workspace.read(records).await?;
    let moved = workspace
        .write_mirror(move |tx| {
            let mut moved = false;
            for (record, text) in &records.jobs {
                let rows = unified::job(&connection, record, &records.context);
                let mut payloads = vec![Payload { endpoint: "job.list", json: text }];
                let info = rows.primary_posting.as_ref().and_then(|id| records.infos.get(id.as_str()));
                payloads.extend(info.map(|json| Payload { endpoint: "jobPosting.info", json }));
                moved |= tx.upsert(&rows.job, &payloads, &now)?.1 != Outcome::Same;
                moved |= tx.replace_connections("job_id", &rows.job.id, &rows.stages, &now)?;
                for user in &rows.users {
                    tx.upsert_stub(user, &now)?;
                }
            }
            for posting in records.context.postings.values().flatten() {
                moved |=
                    tx.upsert(&unified::posting(&connection, posting, &now), &[], &now)?.1 != Outcome::Same;
            }
            Ok(moved)
        })
        .await?;
    if moved {
        workspace.notices.tell(&[Tag::Jobs, Tag::Pipeline, Tag::Candidate]);
    }
    Ok(())
}
