//! One organisation, as Ashby would send it, and what becomes of it.

mod applications;
mod ids;
mod interviews;
mod jobs;
mod offers;
mod organisation;
mod postings;
mod questions;
mod remap;
mod roles;
mod sensitive;
mod tables;
mod times;
mod tolerance;

use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use samara_ashby::model as ashby;

use crate::*;

/// Recorded replies by endpoint; `/interviewStage.list` by plan, `/jobPosting.list` with the board that named it.
struct Organisation(Json);

impl Organisation {
    fn read() -> Self {
        Self(serde_json::from_str(include_str!("tests/organisation.json")).unwrap())
    }

    fn list<T: DeserializeOwned>(&self, endpoint: &str) -> Vec<T> {
        parse(&self.0[endpoint])
    }

    fn boards(&self) -> Vec<Board> {
        let boards = self.0["/jobBoard.list"].as_array().unwrap();
        let board = |board: &Json| Board {
            remote_id: board["id"].as_str().unwrap().to_owned(),
            is_internal: board["isInternal"].as_bool().unwrap(),
        };
        boards.iter().map(board).collect()
    }

    fn postings(&self) -> Vec<PostingRecord> {
        let infos: Vec<ashby::JobPostingInfo> = self.list("/jobPosting.info");
        let boards = self.boards();
        let entries = self.0["/jobPosting.list"].as_array().unwrap();
        let record = |entry: &Json| {
            let item: ashby::JobPosting = parse(&entry["item"]);
            let info = infos.iter().find(|info| info.id == item.id).cloned();
            let on = |board: &&Board| entry["board"].as_str() == Some(board.remote_id.as_str());
            PostingRecord {
                boards: boards.iter().filter(on).cloned().collect(),
                was_published: entry["was_published"] == true,
                ..PostingRecord::listed(item, info)
            }
        };
        entries.iter().map(record).collect()
    }

    fn context(&self) -> JobContext {
        let mut context = JobContext::default();
        for department in self.list::<ashby::Department>("/department.list") {
            context.departments.insert(department.id.clone(), department);
        }
        for location in self.list::<ashby::Location>("/location.list") {
            context.locations.insert(location.id.clone(), location);
        }
        for posting in self.postings() {
            let job = posting.item.job_id.clone().unwrap();
            context.postings.entry(job).or_default().push(posting);
        }
        for (plan, stages) in self.0["/interviewStage.list"].as_object().unwrap() {
            context.plans.insert(plan.as_str().into(), parse(stages));
        }
        context
    }

    /// The nth job, mapped.
    fn job(&self, index: usize) -> JobRows {
        job(&connection(), &self.list::<ashby::Job>("/job.list")[index], &self.context())
    }

    /// The nth application, mapped.
    fn application(&self, index: usize) -> ApplicationRows {
        let record = &self.list::<ashby::Application>("/application.list")[index];
        let url = "https://app.ashbyhq.com/candidate/x";
        application(&connection(), record, &ApplicationContext { form: None, candidate_url: Some(url) })
    }
}

fn parse<T: DeserializeOwned>(json: &Json) -> T {
    serde_json::from_value(json.clone()).unwrap()
}

fn connection() -> ConnectionId {
    ConnectionId::new("seed")
}

fn now() -> Timestamp {
    Timestamp::parse("2026-04-01T00:00:00Z").unwrap()
}

/// The id of a record of the fixture: its number is in the first group.
fn remote(number: u32) -> String {
    format!("{number:08x}-0000-4000-8000-000000000000")
}

/// A row as a unified read shows it.
fn shown<M: Model>(row: &Row<M>) -> Json {
    serde_json::to_value(&row.model).unwrap()
}
