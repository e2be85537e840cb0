//! What is on the calendar, whose feedback is missing, and which offers are out.

mod calendar;

use std::path::PathBuf;
use std::sync::Arc;

use samara_store::Reading;
use samara_store::table::agenda::{AgendaInterview, Held, OfferRow, OfferSort};
use samara_unified::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::job::{Coverage, StatusCount, coverage};
use super::{Info, command};
use crate::{Failure, Tag, Workspace};

/// Rows of a window at most: with a team each, they stay within an answer's size.
const LARGEST: u32 = 100;
/// Spans of time asked for at once: the days of a month and some.
const SPANS: usize = 42;
/// Interviews in one calendar file.
const IN_FILE: u32 = 2_000;

/// Which part of the calendar.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AgendaInput {
    /// The bounds of days, UTC, ascending: from the first to the last, the last not included.
    pub bounds: Vec<String>,
    /// Only interviews this user holds, by unified id.
    pub user: Option<String>,
    /// First row.
    pub offset: u32,
    /// Rows, at most 100.
    pub limit: u32,
}

/// A window of the calendar.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AgendaPage {
    /// Interviews between the first and the last bound.
    pub total: u64,
    /// How many there are between each two bounds.
    pub days: Vec<u64>,
    /// The window, by time.
    pub rows: Vec<AgendaInterview>,
    /// Interviews that are over and whose feedback is not complete.
    pub owing: u64,
    /// How complete and how old.
    pub coverage: Coverage,
}

/// The bounds as the mirror writes times, so that they compare.
fn bounds(texts: &[String]) -> Result<Vec<Timestamp>, Failure> {
    let times: Vec<Timestamp> = texts.iter().filter_map(|text| Timestamp::parse(text)).collect();
    let rising = times.windows(2).all(|two| matches!(two, [one, other] if one.as_str() < other.as_str()));
    if times.len() != texts.len() || times.len() < 2 || times.len() > SPANS + 1 || !rising {
        return Err(Failure::input(
            "The calendar is asked for by bounds of days that rise.",
            "Give between 2 and 43 times, each later than the one before.",
        ));
    }
    Ok(times)
}

/// From the first bound to the last.
fn whole(bounds: &[Timestamp]) -> Held<'_> {
    match bounds {
        [first, .., last] => Held::Between(first.as_str(), last.as_str()),
        _ => Held::Between("", ""),
    }
}

fn agenda(
    reading: &Reading<'_>,
    bounds: &[Timestamp],
    input: &AgendaInput,
    now: &Timestamp,
) -> samara_store::Result<AgendaPage> {
    let user = input.user.as_deref();
    let days = bounds.windows(2).map(|two| reading.interviews_held(whole(two), user));
    let days: Vec<u64> = days.collect::<samara_store::Result<_>>()?;
    Ok(AgendaPage {
        total: days.iter().sum(),
        days,
        rows: reading.agenda(whole(bounds), user, (input.offset, input.limit.min(LARGEST)))?,
        owing: reading.interviews_held(Held::OwingAt(now.as_str()), user)?,
        coverage: coverage(reading, "ats_interviews", "interviewSchedule.list")?,
    })
}

command! {
    /// A window of the calendar.
    Agenda, Info::read("agenda", &[Tag::Candidate, Tag::Pipeline]), |desk, input: AgendaInput| -> AgendaPage {
        let workspace = desk.workspace()?;
        let bounds = bounds(&input.bounds)?;
        let now = workspace.now();
        workspace.read(move |reading| agenda(reading, &bounds, &input, &now)).await
    }
}

/// Whose feedback.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OverdueInput {
    /// Only interviews this user holds, by unified id.
    pub user: Option<String>,
    /// First row.
    pub offset: u32,
    /// Rows, at most 100.
    pub limit: u32,
}

/// A window of interviews whose feedback is missing.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OverduePage {
    /// All of them.
    pub total: u64,
    /// The window, those just over first.
    pub rows: Vec<AgendaInterview>,
    /// How complete and how old.
    pub coverage: Coverage,
}

command! {
    /// Interviews that are over and whose feedback is not complete.
    OverdueFeedback, Info::read("overdue_feedback", &[Tag::Candidate, Tag::Pipeline]), |desk, input: OverdueInput| -> OverduePage {
        let workspace = desk.workspace()?;
        let now = workspace.now();
        workspace
            .read(move |reading| {
                let (held, user) = (Held::OwingAt(now.as_str()), input.user.as_deref());
                Ok(OverduePage {
                    total: reading.interviews_held(held, user)?,
                    rows: reading.agenda(held, user, (input.offset, input.limit.min(LARGEST)))?,
                    coverage: coverage(reading, "ats_interviews", "interviewSchedule.list")?,
                })
            })
            .await
    }
}

/// What a calendar file is to hold.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(tag = "kind", rename_all = "snake_case")]
pub enum Calendar {
    /// One interview.
    One {
        /// Unified id.
        id: String,
    },
    /// All within a span of time.
    Between {
        /// Begin, UTC.
        from: String,
        /// End, UTC, not included.
        to: String,
        /// Only interviews this user holds, by unified id.
        user: Option<String>,
    },
}

/// A calendar file.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AgendaFileInput {
    /// What it is to hold.
    pub calendar: Calendar,
    /// Where it is to stand; one that stands there is replaced.
    pub path: String,
}

/// A calendar file that was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AgendaFileReport {
    /// Where it stands.
    pub path: String,
    /// How many interviews it holds.
    pub interviews: u64,
}

async fn chosen(workspace: &Arc<Workspace>, calendar: Calendar) -> Result<Vec<AgendaInterview>, Failure> {
    match calendar {
        Calendar::One { id } => {
            let one = workspace.read(move |reading| reading.interview(&id)).await?;
            one.map(|one| vec![one]).ok_or_else(|| {
                Failure::input("This interview is not on this computer any more.", "Sync, then look again.")
            })
        }
        Calendar::Between { from, to, user } => {
            let bounds = bounds(&[from, to])?;
            workspace.read(move |reading| reading.agenda(whole(&bounds), user.as_deref(), (0, IN_FILE))).await
        }
    }
}

command! {
    /// Writes interviews to a file that any calendar reads.
    AgendaFile, Info::act("agenda_file", &[]), |desk, input: AgendaFileInput| -> AgendaFileReport {
        let workspace = desk.workspace()?;
        let AgendaFileInput { calendar, path } = input;
        if path.trim().is_empty() {
            return Err(Failure::input("The calendar has no place.", "Name the file it is to be written to."));
        }
        let interviews = chosen(&workspace, calendar).await?;
        let text = calendar::text(&interviews, workspace.clock.now());
        let place = PathBuf::from(&path);
        crate::blocking::off_thread("calendar", move || crate::export::put(&place, text.as_bytes())).await??;
        Ok(AgendaFileReport { path, interviews: interviews.len() as u64 })
    }
}

/// Which offers.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OfferListInput {
    /// Unified statuses; empty: all.
    pub statuses: Vec<String>,
    /// Order.
    pub sort: OfferSort,
    /// Descending.
    pub desc: bool,
    /// First row.
    pub offset: u32,
    /// Rows, at most 100.
    pub limit: u32,
}

/// A window of offers.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OfferPage {
    /// Offers that match.
    pub total: u64,
    /// The window.
    pub rows: Vec<OfferRow>,
    /// All offers, by status.
    pub counts: Vec<StatusCount>,
    /// How complete and how old.
    pub coverage: Coverage,
}

command! {
    /// A window of offers.
    ListOffers, Info::read("list_offers", &[Tag::Candidate]), |desk, input: OfferListInput| -> OfferPage {
        desk.workspace()?
            .read(move |reading| {
                let coverage = coverage(reading, "ats_offers", "offer.list")?;
                let counts = reading.offers_by_status()?;
                let wanted = counts.iter().filter(|(status, _)| input.statuses.contains(status));
                let total =
                    if input.statuses.is_empty() { coverage.total } else { wanted.map(|(_, count)| count).sum() };
                let window = (input.offset, input.limit.min(LARGEST));
                Ok(OfferPage {
                    total,
                    rows: reading.offers(&input.statuses, (input.sort, input.desc), window)?,
                    counts: counts.into_iter().map(|(status, count)| StatusCount { status, count }).collect(),
                    coverage,
                })
            })
            .await
    }
}
