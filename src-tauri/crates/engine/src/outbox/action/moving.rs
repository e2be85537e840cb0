//! `move_application_to_stage`, and back.

use samara_store::Reading;
use samara_store::table::application::ApplicationRow;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::intention::Intention;
use super::super::queue::{Asking, Draft, MOVE, PreImage, resolve};
use crate::Failure;

/// Input of `move_application_to_stage`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveInput {
    /// Unified id of the application, or `remote:<Ashby id>`.
    pub application_id: String,
    /// Unified id of a stage of the application's plan, or `remote:<Ashby id>`.
    pub stage_id: String,
}

struct Checked {
    application: ApplicationRow,
    pre_image: PreImage,
    from: String,
    to: String,
}

/// What a move asks for.
pub(in crate::outbox) fn moved(
    reading: &Reading<'_>,
    asking: &Asking,
    input: &MoveInput,
) -> Result<Draft, Failure> {
    let checked = check(reading, &asking.connection, input)?;
    if checked.pre_image.from_id == checked.pre_image.to_id {
        return Err(Failure::already(format!(
            "{} already stands at {}.",
            checked.application.candidate, checked.to
        )));
    }
    let name = &checked.application.candidate;
    let words = (format!("Move {name} to {}", checked.to), format!("Moved {name} to {}", checked.to));
    draft_of(&checked, input, words)
}

fn draft_of(checked: &Checked, input: &MoveInput, words: (String, String)) -> Result<Draft, Failure> {
    let application = &checked.application;
    Ok(Draft {
        action: MOVE,
        title: words.0,
        label: words.1,
        detail: format!(
            "{} · {} → {}",
            application.job.as_deref().unwrap_or("No job"),
            checked.from,
            checked.to
        ),
        candidate_id: application.candidate_id.clone(),
        application_id: Some(application.id.clone()),
        input: serde_json::to_value(input).map_err(|_| Failure::defect("input"))?,
        intention: Intention { place: Some(checked.pre_image.clone()), ..Intention::default() },
        undo: true,
        files: Vec::new(),
    })
}

/// Resolves and validates a move against the mirror and what is pending.
fn check(
    reading: &Reading<'_>,
    connection: &samara_unified::ConnectionId,
    input: &MoveInput,
) -> Result<Checked, Failure> {
    let id = resolve(connection, "ats_applications", &input.application_id);
    let stage_id = resolve(connection, "ats_application_stages", &input.stage_id);
    let application = reading.application(&id)?.ok_or_else(|| {
        Failure::input(
            "This application is not in the mirror.",
            "Sync, then try again with an id from the list of applications.",
        )
    })?;
    let (to, to_remote) = reading.stage(&stage_id)?.ok_or_else(|| {
        Failure::input(
            "This stage is not in the mirror.",
            "Choose one of the stages of the application's interview plan.",
        )
    })?;
    let (from, pre_image) = PreImage::towards(reading, &application, (&to, to_remote))?;
    let stages = reading.plan_stages(&reading.plan_of_stage(&from.id)?.unwrap_or_default())?;
    if !stages.iter().any(|stage| stage.id == to.id) {
        let names: Vec<&str> = stages.iter().map(|stage| stage.name.as_str()).collect();
        return Err(Failure::input(
            format!("{} is not a stage of this application's interview plan.", to.name),
            format!("Choose one of: {}.", names.join(", ")),
        ));
    }
    if to.kind == "Archived" {
        return Err(Failure::input(
            "A move to an archived stage needs a reason.",
            "Use reject instead: Ashby does not archive without a reason.",
        ));
    }
    Ok(Checked { application, pre_image, from: from.name, to: to.name })
}

/// What taking a move back asks for.
pub(in crate::outbox) fn back(
    reading: &Reading<'_>,
    asking: &Asking,
    application_id: String,
    done: &PreImage,
) -> Result<Draft, Failure> {
    let input = MoveInput { application_id, stage_id: done.from_id.clone() };
    let checked = check(reading, &asking.connection, &input)?;
    if checked.pre_image.from != done.to {
        return Err(moved_on(&checked.application.candidate));
    }
    let label = format!("Moved {} back to {}", checked.application.candidate, checked.to);
    let title = format!("Move {} back to {}", checked.application.candidate, checked.to);
    draft_of(&checked, &input, (title, label))
}

/// Somebody, or a later wish, has moved the application from where the move to be taken back left it.
pub(in crate::outbox) fn moved_on(candidate: &str) -> Failure {
    Failure::input(
        format!("{candidate} was moved on since."),
        "Take back the later move first, or move the card where it belongs.",
    )
}
