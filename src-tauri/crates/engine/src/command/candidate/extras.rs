//! What belongs to a candidate beside its record, read record by record: each list says how much of it is here.

use samara_store::Reading;
use samara_store::table::document::DocumentKind;
use samara_store::table::feedback::Feedback;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::CandidateInput;
use crate::command::{Info, command};
use crate::pull::said;
use crate::{Failure, Tag, file, pull};

/// Bytes of a reply's rows, at most.
pub(super) const REPLY: usize = 48 * 1024;
/// Letters of one answer or text that are shown in a list.
const SHOWN: usize = 4_000;
/// Letters of a file's text in one reply.
const TEXT: usize = 12_000;

/// A part of a candidate's list.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PartInput {
    /// Unified id of the candidate.
    pub id: String,
    /// First row; 0 without it.
    #[serde(default)]
    pub offset: u32,
}

/// How much of a list is here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Extent {
    /// Records whose part was read.
    pub have: u64,
    /// Records there are.
    pub of: u64,
    /// When the one read longest ago was read, UTC.
    pub as_of: Option<String>,
}

/// One answer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AnswerRow {
    /// Unified id of the application it was given with.
    pub application_id: String,
    /// That application's job.
    pub job: Option<String>,
    /// What was asked.
    pub question: String,
    /// TEXT, NUMBER, BOOLEAN, DATE, `SINGLE_SELECT`, `MULTI_SELECT`, UNKNOWN.
    pub kind: String,
    /// What was answered, in words.
    pub answer: String,
}

/// Answers of a candidate, application after application.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AnswerList {
    /// The rows.
    pub answers: Vec<AnswerRow>,
    /// First row of the next part.
    pub next: Option<u32>,
    /// Applications whose answers were read.
    pub coverage: Extent,
}

/// A question of a scorecard with its answer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Scored {
    /// What was asked.
    pub question: String,
    /// What was answered, in words.
    pub answer: String,
}

/// One person's feedback.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FeedbackRow {
    /// Ashby's id.
    pub id: String,
    /// Unified id of the application.
    pub application_id: String,
    /// Unified id of the interview.
    pub interview_id: Option<String>,
    /// Who gave it.
    pub author: String,
    /// When, UTC; empty when Ashby does not say.
    pub submitted_at: String,
    /// Its questions in order.
    pub answers: Vec<Scored>,
}

/// Feedback on a candidate, newest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FeedbackList {
    /// The rows.
    pub feedback: Vec<FeedbackRow>,
    /// First row of the next part.
    pub next: Option<u32>,
    /// All feedback there is.
    pub total: u64,
    /// Until when feedback was read from Ashby, UTC.
    pub as_of: Option<String>,
}

/// A file of a candidate.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FileRow {
    /// Ashby's id.
    pub id: String,
    /// File name.
    pub name: String,
    /// Whether it is the résumé.
    pub is_resume: bool,
    /// Whether it was attached from here as a cover letter; Ashby does not tell.
    pub is_cover_letter: bool,
    /// Whether its bytes are here.
    pub here: bool,
    /// Whether its text is here.
    pub has_text: bool,
    /// Why its text cannot be read.
    pub unreadable: Option<String>,
}

/// Which file's text.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FileTextInput {
    /// Unified id of the candidate.
    pub candidate_id: String,
    /// Ashby's id of the file; the résumé without it.
    #[serde(default)]
    pub file_id: Option<String>,
    /// First letter; 0 without it.
    #[serde(default)]
    pub offset: u32,
}

/// A part of a file's text.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FileText {
    /// The text, lines as in the file.
    pub text: String,
    /// First letter of the next part.
    pub next: Option<u32>,
    /// Why there is none.
    pub unreadable: Option<String>,
}

/// Cuts a part off a list so that the reply stays small: the rows, and where the next part begins.
pub(super) fn part<T: Serialize>(rows: Vec<T>, offset: u32) -> (Vec<T>, Option<u32>) {
    let mut bytes = 0;
    let mut kept = Vec::new();
    for row in rows.into_iter().skip(offset as usize) {
        bytes += serde_json::to_string(&row).map_or(0, |text| text.len());
        if bytes > REPLY && !kept.is_empty() {
            let next = offset.saturating_add(u32::try_from(kept.len()).unwrap_or(u32::MAX));
            return (kept, Some(next));
        }
        kept.push(row);
    }
    (kept, None)
}

/// The beginning of a text.
pub(super) fn cut(text: &str, letters: usize) -> String {
    match text.char_indices().nth(letters) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn asked(given: &Value) -> (String, String, String) {
    let text = |at: &str| given.pointer(at).and_then(Value::as_str).unwrap_or_default().to_owned();
    let answer = said(given.get("answer").unwrap_or(&Value::Null));
    (cut(&text("/question/title"), SHOWN), text("/question/type"), cut(&answer, SHOWN))
}

fn answers(reading: &Reading<'_>, input: &PartInput) -> samara_store::Result<AnswerList> {
    let applications = reading.application_answers(&input.id)?;
    let coverage = Extent {
        have: applications.iter().filter(|given| given.answers.is_some()).count() as u64,
        of: applications.len() as u64,
        as_of: applications.iter().filter_map(|given| given.read_at.clone()).min(),
    };
    let mut rows = Vec::new();
    for given in applications {
        let items: Vec<Value> =
            given.answers.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
        rows.extend(items.iter().map(|item| {
            let (question, kind, answer) = asked(item);
            AnswerRow {
                application_id: given.application_id.clone(),
                job: given.job.clone(),
                question,
                kind,
                answer,
            }
        }));
    }
    let (answers, next) = part(rows, input.offset);
    Ok(AnswerList { answers, next, coverage })
}

fn scorecard(given: Feedback) -> FeedbackRow {
    let items: Vec<Value> = serde_json::from_str(&given.answers).unwrap_or_default();
    FeedbackRow {
        id: given.id,
        application_id: given.application_id,
        interview_id: given.interview_id,
        author: given.author,
        submitted_at: given.submitted_at,
        answers: items
            .iter()
            .map(|item| {
                let (question, _, answer) = asked(item);
                Scored { question, answer }
            })
            .collect(),
    }
}

fn feedback(reading: &Reading<'_>, input: &PartInput) -> samara_store::Result<FeedbackList> {
    let rows: Vec<FeedbackRow> = reading.feedback(&input.id)?.into_iter().map(scorecard).collect();
    let listed = reading.endpoint("applicationFeedback.list")?.and_then(|state| state.synced_at);
    let applications = reading.candidate_applications(&input.id)?;
    let read: Vec<Option<String>> = applications
        .iter()
        .map(|application| reading.fresh_at("feedback", &application.id))
        .collect::<Result<_, _>>()?;
    // Read as a whole at the oldest of its parts, or by a listing after that.
    let alone = read.into_iter().collect::<Option<Vec<_>>>().and_then(|read| read.into_iter().min());
    let total = rows.len() as u64;
    let (feedback, next) = part(rows, input.offset);
    Ok(FeedbackList { feedback, next, total, as_of: listed.max(alone) })
}

fn files(reading: &Reading<'_>, id: &str) -> samara_store::Result<Option<Vec<FileRow>>> {
    let Some(record) = reading.candidate(id)? else { return Ok(None) };
    let resume = file::resume_of(reading, id)?.map(|file| file.id);
    let rows = file::files_of(&record).into_iter().map(|file| {
        let text = reading.file_text(&file.id)?;
        Ok(FileRow {
            is_resume: resume.as_ref() == Some(&file.id),
            is_cover_letter: reading.is_cover_letter(&file.id)?,
            here: reading.has_file(&file.id)?,
            has_text: text.as_ref().is_some_and(|text| text.reason.is_none()),
            unreadable: text.and_then(|text| text.reason),
            name: file.name.unwrap_or_else(|| "File".to_owned()),
            id: file.id,
        })
    });
    rows.collect::<samara_store::Result<_>>().map(Some)
}

async fn file_text(desk: &crate::Desk, input: FileTextInput) -> Result<FileText, Failure> {
    let workspace = desk.workspace()?;
    let id = input.candidate_id.clone();
    let resume = workspace.read(move |reading| file::resume_of(reading, &id)).await?;
    let wanted = input.file_id.or_else(|| resume.as_ref().map(|file| file.id.clone()));
    let is_resume = resume.as_ref().is_some_and(|file| Some(&file.id) == wanted.as_ref());
    let read = match (wanted, is_resume) {
        (Some(file_id), true) => {
            pull::resume_text(&workspace, &input.candidate_id).await?;
            let id = input.candidate_id;
            workspace
                .read(move |reading| {
                    let reason = reading.file_text(&file_id)?.and_then(|text| text.reason);
                    Ok(match reason {
                        Some(reason) => Err(reason),
                        None => Ok(reading.document(&id, DocumentKind::Resume)?.unwrap_or_default()),
                    })
                })
                .await?
        }
        (Some(file_id), false) => {
            let bytes = file::file(&workspace, &input.candidate_id, &file_id).await?;
            workspace.text.read(bytes.into()).await?.map_err(|reason| reason.as_str().to_owned())
        }
        (None, _) => {
            return Err(Failure::input(
                "This candidate has no résumé.",
                "Add one in Ashby; it shows here after the next sync.",
            ));
        }
    };
    Ok(match read {
        Err(reason) => FileText { text: String::new(), next: None, unreadable: Some(reason) },
        Ok(text) => {
            let rest = text.chars().skip(input.offset as usize);
            let shown: String = rest.take(TEXT).collect();
            let end = input.offset as usize + shown.chars().count();
            let next = (end < text.chars().count()).then(|| u32::try_from(end).unwrap_or(u32::MAX));
            FileText { text: shown, next, unreadable: None }
        }
    })
}

command! {
    /// What a candidate answered when applying; never equal-opportunity answers.
    CandidateAnswers, Info::read("candidate_answers", &[Tag::Candidate]), |desk, input: PartInput| -> AnswerList {
        desk.workspace()?.read(move |reading| answers(reading, &input)).await
    }
}

command! {
    /// Feedback on a candidate.
    CandidateFeedback, Info::read("candidate_feedback", &[Tag::Candidate]), |desk, input: PartInput| -> FeedbackList {
        desk.workspace()?.read(move |reading| feedback(reading, &input)).await
    }
}

command! {
    /// The files of a candidate, the résumé first.
    CandidateFiles, Info::read("candidate_files", &[Tag::Candidate]), |desk, input: CandidateInput| -> Vec<FileRow> {
        desk.workspace()?
            .read(move |reading| files(reading, &input.id))
            .await?
            .ok_or_else(|| Failure::input("This candidate is not here.", "Search for the name."))
    }
}

command! {
    /// The text of a file, so that one without a picture of its own can be read.
    FileTextOf, Info::read("file_text", &[Tag::Candidate]), |desk, input: FileTextInput| -> FileText {
        file_text(desk, input).await
    }
}
