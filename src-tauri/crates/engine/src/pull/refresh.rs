//! Reading single records now: an opened candidate, an application before and after it is moved.

use std::sync::Arc;

use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_ashby::model as ashby;
use samara_ashby::{Lane, Reply};
use samara_store::table::history::Stay;
use samara_store::table::note::Note;
use samara_unified::{self as unified, Id, Timestamp};

use super::extras;
use super::patience::patiently;
use super::source::{MappedApplication, MappedCandidate, MappedOffer, is_forgotten};
use crate::outbox::provisional::is_provisional;
use crate::{Failure, Tag, Workspace, connection};

/// Pages of notes or history read for one record, at most.
const PAGES: usize = 20;

/// Reads a candidate, its notes and its applications with their history.
pub(crate) async fn candidate(workspace: &Arc<Workspace>, id: &str) -> Result<(), Failure> {
    connection::ensure_on(workspace).await?;
    let (wanted, by_id) = (id.to_owned(), id.to_owned());
    let found = workspace.read(move |reading| reading.candidate(&wanted)).await?;
    let record =
        found.ok_or_else(|| Failure::input("This candidate is not here.", "Search for the name again."))?;
    // What Ashby does not have yet cannot be read there.
    if is_provisional(&record.remote_id) {
        return Ok(());
    }
    let mut applications = workspace.read(move |reading| reading.candidate_applications(&by_id)).await?;
    applications.retain(|application| !is_provisional(&application.remote_id));
    let remote_id = ashby::CandidateId::from(record.remote_id);
    let details = async {
        for application_row in applications {
            application(workspace, &application_row.remote_id, Lane::Read).await?;
            extras::feedback(workspace, &application_row.remote_id, Lane::Read).await?;
        }
        extras::index_feedback(workspace).await
    };
    let (info, notes, projects, details) = tokio::join!(
        told(workspace, Box::pin(candidate_alone(workspace, remote_id.as_str(), Lane::Read))),
        told(workspace, Box::pin(notes(workspace, remote_id.as_str(), Lane::Read))),
        told(workspace, Box::pin(extras::projects(workspace, remote_id.as_str(), Lane::Read))),
        told(workspace, Box::pin(details))
    );
    let text = match &info {
        Ok(()) => extras::resume(workspace, remote_id.as_str(), Lane::Read, None).await,
        Err(_) => Ok(()),
    };
    info.and(notes).and(projects).and(details).and(text)
}

/// Each part is shown when it is there: one that is slow holds up none of the others.
async fn told(
    workspace: &Arc<Workspace>,
    part: std::pin::Pin<Box<dyn Future<Output = Result<(), Failure>> + Send + '_>>,
) -> Result<(), Failure> {
    let outcome = part.await;
    workspace.notices.tell(&[Tag::Candidate, Tag::Pipeline]);
    outcome
}

/// Reads a candidate's own record.
pub(crate) async fn candidate_alone(
    workspace: &Arc<Workspace>,
    remote_id: &str,
    lane: Lane,
) -> Result<(), Failure> {
    let params = api::CandidateInfoParams { id: ashby::CandidateId::from(remote_id) };
    let reply = patiently(workspace, workspace.client.call::<api::CandidateGet>(lane, &params)).await;
    apply_candidate(workspace, reply.map_err(|error| Failure::of_call(error, api::CandidateGet::PERMISSION))?)
        .await
}

/// Keeps a candidate that Ashby just gave.
pub(crate) async fn apply_candidate(
    workspace: &Arc<Workspace>,
    reply: Reply<ashby::Candidate>,
) -> Result<(), Failure> {
    let name = api::CandidateGet::NAME;
    if workspace.mapping.forgets("ats_candidates", reply.results.id.as_str()) {
        return Ok(());
    }
    let mapped = MappedCandidate::of(&workspace.mapping, name, &reply.results, &reply.raw);
    let id = Id::of(&workspace.mapping.connection, "ats_candidates", reply.results.id.as_str());
    let tags: Vec<_> =
        reply.results.tags.iter().map(|tag| unified::tag(&workspace.mapping.connection, tag)).collect();
    let now = workspace.now();
    workspace
        .write_mirror(move |tx| {
            // A tag that was just made is in no listing yet.
            for tag in &tags {
                tx.upsert(tag, &[], &now)?;
            }
            mapped.write(tx, name, &now)?;
            tx.set_fresh("candidate", id.as_str(), now.as_str())
        })
        .await
}

/// Reads all notes on a candidate.
pub(crate) async fn notes(workspace: &Arc<Workspace>, remote_id: &str, lane: Lane) -> Result<(), Failure> {
    let params = api::CandidateNotesParams { candidate_id: ashby::CandidateId::from(remote_id) };
    let mut notes = Vec::new();
    let mut cursor = None;
    for _ in 0..PAGES {
        let page = workspace.client.page::<api::CandidateNotes>(lane, &params, cursor.as_ref(), None);
        let page = patiently(workspace, page).await;
        let page = page.map_err(|error| Failure::of_call(error, api::CandidateNotes::PERMISSION))?;
        notes.extend(page.records.iter().map(|record| note(&record.value)));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    let id = Id::of(&workspace.mapping.connection, "ats_candidates", remote_id);
    let now = workspace.now();
    workspace.write_mirror(move |tx| tx.replace_notes(id.as_str(), &notes, now.as_str())).await
}

fn note(note: &ashby::Note) -> Note {
    let author = note.author.as_ref().map(|author| {
        [author.first_name.as_deref(), author.last_name.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    });
    let content = note.content.as_deref().unwrap_or_default();
    // Ashby does not say whether HTML comes back as such: plain text keeps its lines.
    let html = if content.contains('<') { content.to_owned() } else { content.replace('\n', "<br>") };
    Note {
        id: note.id.as_str().to_owned(),
        author: author.filter(|name| !name.is_empty()).unwrap_or_else(|| "Ashby".to_owned()),
        created_at: note
            .created_at
            .as_deref()
            .and_then(Timestamp::parse)
            .map(|at| at.as_str().to_owned())
            .unwrap_or_default(),
        html: unified::clean_html(&html),
        private: note.is_private.unwrap_or(false),
    }
}

/// Reads one offer with its versions.
pub(crate) async fn offer(workspace: &Arc<Workspace>, remote_id: &str, lane: Lane) -> Result<(), Failure> {
    let name = api::OfferGet::NAME;
    let params = api::OfferInfoParams::new(ashby::OfferId::from(remote_id));
    let reply = patiently(workspace, workspace.client.call::<api::OfferGet>(lane, &params)).await;
    let reply = reply.map_err(|error| Failure::of_call(error, api::OfferGet::PERMISSION))?;
    let mapped = MappedOffer::of(&workspace.mapping, name, &reply.results, &reply.raw);
    let now = workspace.now();
    workspace.write_mirror(move |tx| mapped.write(tx, name, &now).map(drop)).await
}

/// Reads one application with its answers and history.
pub(crate) async fn application(
    workspace: &Arc<Workspace>,
    remote_id: &str,
    lane: Lane,
) -> Result<(), Failure> {
    let params = api::ApplicationInfoParams::new(ashby::ApplicationId::from(remote_id));
    let reply = patiently(workspace, workspace.client.call::<api::ApplicationGet>(lane, &params)).await;
    let reply = reply.map_err(|error| Failure::of_call(error, api::ApplicationGet::PERMISSION))?;
    let mut history = reply.results.application_history.clone();
    if history.is_empty() {
        history = listed_history(workspace, &reply.results.id, lane).await?;
    }
    apply_application(workspace, api::ApplicationGet::NAME, &reply, history).await
}

async fn listed_history(
    workspace: &Arc<Workspace>,
    id: &ashby::ApplicationId,
    lane: Lane,
) -> Result<Vec<ashby::HistoryItem>, Failure> {
    let params = api::ApplicationHistoryParams { application_id: id.clone() };
    let mut history = Vec::new();
    let mut cursor = None;
    for _ in 0..PAGES {
        let page = workspace.client.page::<api::ApplicationHistory>(lane, &params, cursor.as_ref(), None);
        let page = patiently(workspace, page).await;
        let page = page.map_err(|error| Failure::of_call(error, api::ApplicationHistory::PERMISSION))?;
        history.extend(page.records.into_iter().map(|record| record.value));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    Ok(history)
}

/// Keeps an application that Ashby just gave; `history` may be empty when it is not known.
pub(crate) async fn apply_application(
    workspace: &Arc<Workspace>,
    endpoint: &'static str,
    reply: &Reply<ashby::Application>,
    history: Vec<ashby::HistoryItem>,
) -> Result<(), Failure> {
    if is_forgotten(&workspace.mapping, &reply.results) {
        return Ok(());
    }
    let form = endpoint == api::ApplicationGet::NAME;
    let connection = workspace.mapping.connection.clone();
    let mapped = MappedApplication::of(&workspace.mapping, endpoint, &reply.results, &reply.raw, form);
    let now = workspace.now();
    workspace
        .write_mirror(move |tx| {
            mapped.write(tx, endpoint, &now)?;
            if form {
                tx.set_fresh("application", mapped.rows.application.id.as_str(), now.as_str())?;
            }
            if history.is_empty() {
                return Ok(());
            }
            let mut stays: Vec<(i64, Stay)> = history.iter().map(|item| stay(&connection, item)).collect();
            stays.sort_by_key(|(number, _)| *number);
            let stays: Vec<Stay> = stays.into_iter().map(|(_, stay)| stay).collect();
            tx.replace_history(mapped.rows.application.id.as_str(), &stays, now.as_str())
        })
        .await
}

fn stay(connection: &unified::ConnectionId, item: &ashby::HistoryItem) -> (i64, Stay) {
    let time = |text: Option<&str>| text.and_then(Timestamp::parse).map(|at| at.as_str().to_owned());
    let stage = item.stage_id.as_ref().map(|id| Id::of(connection, "ats_application_stages", id.as_str()));
    (
        item.stage_number.unwrap_or(i64::MAX),
        Stay {
            stage_id: stage.map(|id| id.as_str().to_owned()).unwrap_or_default(),
            title: item.title.clone(),
            entered_at: time(item.entered_stage_at.as_deref()),
            left_at: time(item.left_stage_at.as_deref()),
        },
    )
}
